"""News told in two steps, headings that decide, and who takes over from whom."""

import pytest

from canbo.graph.reading.reader import read_statements

_HEADED = (
    "UBND huyện Phú Vang quyết định bổ nhiệm các đồng chí sau:\n"
    "- Ông Lê Văn An, Phó Trưởng phòng Nội vụ, giữ chức Trưởng phòng Nội vụ.\n"
    "- Bà Trần Thị Bình, Phó Hiệu trưởng, giữ chức Hiệu trưởng Trường THCS Ba Vì."
)
_INSTEAD = (
    "Ông Lê Văn An được miễn nhiệm chức Trưởng ban Pháp chế HĐND tỉnh Sơn La;"
    " ông Đỗ Văn Cao được bầu thay."
)
_IN_HIS_PLACE = (
    "Ông Lê Văn An, Chính ủy Sư đoàn 5, được bổ nhiệm làm Chính ủy Sư đoàn 9;"
    " ông Đỗ Văn Cao được bổ nhiệm thay ông An."
)
_MOVED = (
    "Ông Lê Văn An trao quyết định phân công ông Đỗ Văn Cao làm Bí thư Huyện ủy Phú Vang;"
    " ông từng là Chủ tịch UBND xã Dân Chủ."
)
_NEWCOMER = (
    "HĐND tỉnh Sơn La miễn nhiệm ông Lê Văn An, bầu ông Đỗ Văn Cao làm Chủ tịch UBND tỉnh."
    " Tân Chủ tịch sinh năm 1976; ông từng là Bí thư Huyện ủy Mai Sơn."
)
_THIS_POST = (
    "Phê chuẩn việc miễn nhiệm Chủ tịch UBND tỉnh Sơn La đối với ông Lê Văn An, và"
    " phê chuẩn kết quả bầu chức vụ này đối với ông Đỗ Văn Cao."
)
_APPROVED = (
    "Thủ tướng phê chuẩn kết quả bầu lãnh đạo UBND tỉnh Sơn La."
    " Chủ tịch UBND tỉnh là ông Lê Văn An;"
    " các Phó Chủ tịch UBND tỉnh là bà Trần Thị Bình, cùng các ông Đỗ Văn Cao, Lý Văn Duy."
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "person", "post", "status"),
    [
        (
            "Tân Giám đốc Sở Y tế tỉnh Sơn La là ông Lê Văn An. Ông được bổ nhiệm từ hôm nay.",
            "Lê Văn An", "Giám đốc", "appointed",
        ),
        (
            "Huyện ủy Phú Vang có Bí thư mới là ông Lê Văn An, theo quyết định chỉ định chiều nay.",
            "Lê Văn An", "Bí thư", "appointed",
        ),
        (
            "Bí thư Thành đoàn Hà Nội vẫn là anh Lê Văn An, tái đắc cử; anh An 30 tuổi.",
            "Lê Văn An", "Bí thư", "elected",
        ),
        (
            "Ông Lê Văn An, Bí thư Đảng ủy xã Dân Chủ, tiếp tục được bầu giữ chức này.",
            "Lê Văn An", "Bí thư", "elected",
        ),
        (_HEADED, "Lê Văn An", "Trưởng Phòng", "appointed"),
        (_HEADED, "Trần Thị Bình", "Hiệu trưởng", "appointed"),
        (_HEADED, "Lê Văn An", "Phó Trưởng Phòng", "current"),
        (_APPROVED, "Lê Văn An", "Chủ tịch", "elected"),
        (_APPROVED, "Lý Văn Duy", "Phó Chủ tịch", "elected"),
        (_MOVED, "Đỗ Văn Cao", "Chủ tịch", "former"),
        (_NEWCOMER, "Đỗ Văn Cao", "Bí thư", "former"),
        (_THIS_POST, "Đỗ Văn Cao", "Chủ tịch", "elected"),
        (
            "Sở Y tế tỉnh Sơn La do ông Lê Văn An phụ trách, cho đến khi có Giám đốc.",
            "Lê Văn An", "Giám đốc", "acting",
        ),
        (_INSTEAD, "Đỗ Văn Cao", "Trưởng Ban", "elected"),
        (
            "Chủ tịch UBND xã Dân Chủ Lê Văn An được miễn nhiệm chức vụ này.",
            "Lê Văn An", "Chủ tịch", "dismissed",
        ),
        (_IN_HIS_PLACE, "Đỗ Văn Cao", "Chính ủy", "appointed"),
        (
            "Ông Lê Văn An, Phó Viện trưởng VKSND tối cao, phụ trách, điều hành chung.",
            "Lê Văn An", "Viện trưởng", "acting",
        ),
    ],
)  # fmt: skip
def test_an_act_told_apart_from_its_post_gives_it_its_status(
    text: str, person: str, post: str, status: str
) -> None:
    found = {(h.person, h.post): h.status.value for h in read_statements(text).holdings}
    assert found[person, post] == status


def test_a_successor_who_is_not_yet_named_takes_nothing() -> None:
    text = (
        "Ông Lê Văn An nghỉ hưu, thôi làm Giám đốc Sở Y tế tỉnh Sơn La. Chưa bổ nhiệm người thay."
    )
    assert [h.person for h in read_statements(text).holdings] == ["Lê Văn An"]


def test_where_somebody_is_from_is_not_where_the_post_is() -> None:
    text = "UBND tỉnh Sơn La họp. Ông Lê Văn An quê Hà Nam. Ông hiện là Bí thư Tỉnh ủy."
    assert [h.org for h in read_statements(text).holdings] == ["Tỉnh ủy Sơn La"]
