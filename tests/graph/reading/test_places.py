"""Administrative units, as they are printed and as they are named."""

import pytest

from canbo.graph.reading.gazetteer import provinces_of
from canbo.graph.reading.page import Page
from canbo.graph.reading.places import Place, read_bare_place, read_place, show_place
from canbo.graph.reading.text import View


def page_of(text: str) -> Page:
    return Page.of(View.of(text))


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("phường 14 quận 6", "Phường 14, Quận 6", ""),
        ("phường 9, Quận 5", "Phường 9, Quận 5", ""),
        ("TP.HCM", "Thành phố Hồ Chí Minh", ""),
        ("TPHCM.", "Thành phố Hồ Chí Minh", "."),
        ("TP. Hồ Chí Minh", "Thành phố Hồ Chí Minh", ""),
        ("thủ đô Hà Nội", "Thành phố Hà Nội", ""),
        ("TP Hội An (Quảng Nam)", "thành phố Hội An", " (Quảng Nam)"),
        ("tỉnh Đăk Nông", "tỉnh Đắk Nông", ""),
        ("tỉnh Bà Rịa-Vũng Tàu Lê", "tỉnh Bà Rịa - Vũng Tàu", " Lê"),
        ("Thị trấn Tràm chim ghi", "thị trấn Tràm Chim", " ghi"),
        ("quận 1 Lê Đức Thanh", "Quận 1", " Lê Đức Thanh"),
        ("xã Tân Lập Nguyễn Văn Tùng", "xã Tân Lập", " Nguyễn Văn Tùng"),
        ("phường Nguyễn Cư Trinh Trần Văn An", "phường Nguyễn Cư Trinh", " Trần Văn An"),
        ("xã Phước Mây Lê Văn An", "xã Phước Mây", " Lê Văn An"),
    ],
)
def test_a_unit_is_read_to_its_end(text: str, name: str, rest: str) -> None:
    found = read_place(page_of(text), 0)
    assert found is not None
    assert (show_place(found[0]), text[found[1] :]) == (name, rest)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("xã Nguyễn Văn Tùng", "xã"),
        ("tỉnh Hà Nam Khánh", "tỉnh"),
        ("phường.", "phường"),
        ("TP. Cũng", "thành phố"),
        ("thành phố Trần Văn An", "thành phố"),
    ],
)
def test_a_level_before_no_unit_stands_alone(text: str, level: str) -> None:
    found = read_place(page_of(text), 0)
    assert found is not None
    assert found[0] == Place(level)


@pytest.mark.parametrize("text", ["Tỉnh ủy", "huyện đoàn", "Lâm Đồng", "", "xãa"])
def test_what_begins_no_unit_is_none(text: str) -> None:
    assert read_place(page_of(text), 0) is None


def test_a_province_is_read_without_its_level() -> None:
    found = read_bare_place(page_of("Lâm Đồng Nguyễn Thái Học"), 0, ("tỉnh", "thành phố"))
    assert found == (Place("tỉnh", "Lâm Đồng"), 8)


def test_geography_knows_where_a_district_lies() -> None:
    assert provinces_of("quận", "1") == {"Hồ Chí Minh"}
    assert provinces_of("phường", "Bến Thành") == {"Hồ Chí Minh"}
    assert len(provinces_of("huyện", "Châu Thành")) > 1
