"""Names of people in running text."""

import pytest

from canbo.graph.reading.namewords import given_names
from canbo.graph.reading.page import Page
from canbo.graph.reading.persons import find_names
from canbo.graph.reading.text import View


def names_in(text: str) -> list[tuple[str, bool]]:
    page = Page.of(View.of(text))
    return [(name.name, name.is_full) for name in find_names(page, 0, len(page.text))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("đồng chí Lê Tiến Sĩ nói", "Lê Tiến Sĩ"),
        ("Mai Thị\u00a0 Hồng Hoa, Phó", "Mai Thị Hồng Hoa"),
        ("Đại tá, Tiến sĩ Nguyễn Trần Hiếu.", "Nguyễn Trần Hiếu"),
        ("Theo Nguyễn Văn Sở, việc", "Nguyễn Văn Sở"),
        ("Thạch SeRe Sóc Kha Vat", "Thạch SeRe Sóc Kha Vat"),
        ("ông Y Thanh Hà Niê Kđăm", "Y Thanh Hà Niê Kđăm"),
        ("bà H'Yim Kđoh", "H'Yim Kđoh"),
        ("Tân Sơn Nhất Nguyễn Văn Út báo", "Nguyễn Văn Út"),
        ("Ông LÊ VĂN AN", "Lê Văn An"),
        ("Giàng A Chu", "Giàng A Chu"),
        ("ông Ứng Văn Bảy", "Ứng Văn Bảy"),
    ],
)
def test_a_full_name_is_read(text: str, name: str) -> None:
    assert names_in(text) == [(name, True)]


@pytest.mark.parametrize(
    "text",
    [
        "đường Nguyễn Chí Thanh",
        "phường Phạm Ngũ Lão",
        "giải thưởng Trần Đại Nghĩa",
        "Taro Aso",
        "Ma Kai",
        "Tập Cận Bình",
        "Hồ Chí Minh",
        "Hà Tĩnh",
        "THANH THẢO",
        "Ứng Văn Bảy",
        "Đại tá và Thạc sĩ",
        "Ngày mai",
    ],
)
def test_what_is_no_official_s_name_is_not(text: str) -> None:
    assert [name for name, is_full in names_in(text) if is_full] == []


def test_a_given_name_behind_an_honorific_is_a_later_mention() -> None:
    assert names_in("Ông Hiếu và đồng chí Quỳnh Ái") == [("Hiếu", False), ("Quỳnh Ái", False)]
    assert names_in("Ông Nguyên, bà Khoa") == [("Nguyên", False), ("Khoa", False)]
    assert given_names("Tôn Thất Quỳnh Ái") == ("Ái", "Quỳnh Ái")
