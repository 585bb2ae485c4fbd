"""Links as holdings: the same holder elsewhere, other States, what is no office at all."""

import pytest

from canbo.graph.reading.reader import read_statements

_LOWER = (
    "Bầu ông Lý Ba làm Chủ tịch Hội Nông dân Việt Nam."
    " Bầu bà Lê An, Chủ tịch Hội Nông dân tỉnh Sơn La, làm Phó Chủ tịch."
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Chánh Văn phòng UBND tỉnh Sơn La Lê An nói. Chính phủ họp. Chánh Văn phòng Lê An ký.",
            [("Chánh Văn phòng", "Văn phòng UBND tỉnh Sơn La", "current")],
        ),
        (
            "Ông Lê Văn An (nguyên Phó Bí thư, Chủ tịch UBND huyện Can Lộc) nói.",
            [
                ("Phó Bí thư", "Huyện ủy Can Lộc", "former"),
                ("Chủ tịch", "UBND huyện Can Lộc", "former"),
            ],
        ),
        (
            "Bà Lê Thị Nga, Thứ trưởng Tư pháp; bà Hà Thị Nga, Thứ trưởng Tư pháp; bà Mai Nga.",
            [("Thứ trưởng", "Bộ Tư pháp", "current"), ("Thứ trưởng", "Bộ Tư pháp", "current")],
        ),
        (
            "Ông Lê Văn An trở thành đại biểu HĐND tỉnh Sơn La.",
            [("Đại biểu", "HĐND tỉnh Sơn La", "elected")],
        ),
        ("Phó Chủ tịch Đảng Nhân dân Campuchia Lê Văn An tới Việt Nam.", []),
        (
            _LOWER,
            [
                ("Chủ tịch", "Hội Nông dân Việt Nam", "elected"),
                ("Chủ tịch", "Hội Nông dân tỉnh Sơn La", "current"),
                ("Phó Chủ tịch", "Hội Nông dân Việt Nam", "elected"),
            ],
        ),
        (
            "Ông Lê Văn An, Vụ trưởng Ban Nội chính Trung ương, nói.",
            [("Vụ trưởng", "Ban Nội chính Trung ương", "current")],
        ),
        ("Ông Lê Văn An đề nghị UBND tỉnh Sơn La đề xuất Thủ tướng xóa quy hoạch.", []),
        ("Huyện ủy Can Lộc có 31 ủy viên Ban Chấp hành; ông Lê Văn An dự.", []),
        ("Đội trưởng Lê Văn An đá phạt ở Việt Nam.", []),
        (
            "Bộ trưởng Y tế Lê Văn An. Trước đó, ông An cho xe vào đón người nhà Bộ trưởng Y tế.",
            [("Bộ trưởng", "Bộ Y tế", "current")],
        ),
        ("Tháng 10/2017, Chủ tịch UBND Quận 1 ra lệnh cho ông Lê Văn An.", []),
    ],
)  # fmt: skip
def test_a_link_becomes_the_holding_it_states(text: str, found: list[tuple[str, str, str]]) -> None:
    holdings = read_statements(text).holdings
    assert [(h.post, h.org, h.status.value) for h in holdings] == found
