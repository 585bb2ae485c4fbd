"""On whom a sanction falls that a list follows, and on whom it does not."""

import pytest

from canbo.graph.reading.reader import read_statements

LIST = (
    "Ngày 15/7/2024, Ủy ban Kiểm tra Tỉnh ủy Vĩnh Hải quyết định thi hành kỷ luật cảnh cáo các đồng"
    " chí:\n- Bùi Văn Đôn, Giám đốc Sở Xây dựng tỉnh Vĩnh Hải;\n- Đinh Thị Mưa, Phó Giám đốc Sở"
    " Y tế tỉnh Vĩnh Hải.\n"
)


def sanctioned(text: str) -> dict[str, str | None]:
    holdings = read_statements(text).holdings
    return {h.person: h.sanction for h in holdings if h.status.value == "disciplined"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LIST, {"Bùi Văn Đôn": "cảnh cáo", "Đinh Thị Mưa": "cảnh cáo"}),
        (LIST + "Ông Lê Văn An, Chủ tịch UBND xã Tân An, dự.",
         {"Bùi Văn Đôn": "cảnh cáo", "Đinh Thị Mưa": "cảnh cáo"}),
        (LIST.replace("- Đinh", "- Đề nghị kỷ luật Đinh"), {"Bùi Văn Đôn": "cảnh cáo"}),
        (("Bí thư Huyện ủy Cẩm Lĩnh Lê Văn An đề cập việc Huyện ủy đã kỷ luật ông Trần Xuân Nam -"
         " Bí thư Đảng ủy xã Tân An, vì ông này đã có khuyết điểm."), {"Trần Xuân Nam": "kỷ luật"}),
        (("Ông Trần Xuân Nam, Bí thư Đảng ủy xã Tân An, bị cách chức. Đây là bài học không chỉ với"
         " ông Trần Xuân Nam, Bí thư Huyện ủy Cẩm Lĩnh nói."), {"Trần Xuân Nam": "cách chức"}),
    ],
)  # fmt: skip
def test_a_sanction_falls_on_whom_it_names_or_lists(
    text: str, expected: dict[str, str | None]
) -> None:
    assert sanctioned(text) == expected


def test_a_title_that_speaks_is_not_of_the_one_spoken_about() -> None:
    text = "Đây là bài học với ông Trần Xuân Nam, Bí thư Huyện ủy Cẩm Lĩnh nhấn mạnh."
    assert read_statements(text).holdings == ()


@pytest.mark.parametrize("also", ["Cùng bị", "Cũng bị", "Cũng nhận"])
def test_who_is_sanctioned_too_is_so_on_the_day_of_the_session_before(also: str) -> None:
    text = (
        "Ngày 15/7/2024, Ủy ban Kiểm tra Tỉnh ủy Vĩnh Hải quyết định kỷ luật cảnh cáo ông Bùi Văn"
        f" Đôn, Giám đốc Sở Xây dựng tỉnh Vĩnh Hải. {also} khiển trách là bà Đinh Thị Mưa, Phó Giám"
        " đốc Sở Y tế tỉnh Vĩnh Hải."
    )
    assert [one.date for one in read_statements(text).holdings] == ["2024-07-15", "2024-07-15"]
