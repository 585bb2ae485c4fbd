"""The posts of forms and CVs, and whom they are said of."""

import pytest

from canbo.graph.reading.reader import read_statements


def held(text: str) -> list[tuple[str, str, str, str]]:
    return [(h.person, h.post, h.org, str(h.status)) for h in read_statements(text).holdings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Họ và tên: VỪ BÁ LỲ\n"
                "- 4/2015 - 11/2020: Chủ tịch UBND xã Na Ngoi\n"
                "- Từ 12/2020 đến nay: Bí thư Đảng ủy xã Na Ngoi"
            ),
            [
                ("Vừ Bá Lỳ", "Chủ tịch", "UBND xã Na Ngoi", "former"),
                ("Vừ Bá Lỳ", "Bí thư", "Đảng ủy xã Na Ngoi", "current"),
            ],
        ),
        (
            "Đồng chí: Phan Văn Mậu\nChức vụ: Nguyên Bí thư Tỉnh ủy Hà Tĩnh",
            [("Phan Văn Mậu", "Bí thư", "Tỉnh ủy Hà Tĩnh", "former")],
        ),
        (
            "Họ tên: Lê Thị Sen\nChức vụ hiện nay: Chủ tịch UBND xã Tân Lập",
            [("Lê Thị Sen", "Chủ tịch", "UBND xã Tân Lập", "current")],
        ),
        ("Chức vụ: Chủ tịch UBND xã Tân Lập", []),
        (
            "HUYỆN ỦY CẦN GIUỘC\nChỉ thị về cải cách\nTM. BAN THƯỜNG VỤ\nBÍ THƯ\nLê Văn Sóc",
            [("Lê Văn Sóc", "Bí thư", "Huyện ủy Cần Giuộc", "current")],
        ),
        (
            "Ông Lơ Mu Ha Poh, Chủ tịch UBND xã Đạ Sar.",
            [("Lơ Mu Ha Poh", "Chủ tịch", "UBND xã Đạ Sar", "current")],
        ),
    ],
)
def test_a_form_says_whose_posts_it_lists(
    text: str, expected: list[tuple[str, str, str, str]]
) -> None:
    assert held(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Bí thư Tỉnh ủy Vân Nam Vương Hạo phát biểu.",
        "Cựu Bí thư Thành ủy Trùng Khánh Tôn Minh bị khởi tố.",
        "Từ Lào sang có bà Men Sa, Phó Chủ tịch Đảng Nhân dân Campuchia.",
    ],
)
def test_posts_of_other_states_are_nobody_s_here(text: str) -> None:
    assert held(text) == []
