"""Mentions of bodies and their canonical names."""

import pytest

from canbo.graph.reading.bodies import read_body
from canbo.graph.reading.canonical import body_held, committee_of, show_body
from canbo.graph.reading.page import Page
from canbo.graph.reading.places import Place
from canbo.graph.reading.text import View


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("Ủy ban Kiểm tra Đảng ủy Cơ quan Chính quyền Quận 1 Bùi", "", " Bùi"),
        ("UBKT Tỉnh ủy Đắk Nông họp", "Ủy ban Kiểm tra Tỉnh ủy Đắk Nông", " họp"),
        ("Đảng ủy – Ban CHQS Quận 1", "Đảng ủy Ban Chỉ huy quân sự Quận 1", ""),
        ("Ban Kinh tế – Xã hội HĐND Quận 1", "Ban Kinh tế - Xã hội HĐND Quận 1", ""),
        ("Phòng GD-ĐT quận 1, thời", "Phòng Giáo dục và Đào tạo Quận 1", ", thời"),
        ("Sở TN&MT TP Hà Nội; quyết", "Sở Tài nguyên và Môi trường Thành phố Hà Nội", "; quyết"),
        ("Sở Y tế Hà Nội Nguyễn Văn An", "Sở Y tế Thành phố Hà Nội", " Nguyễn Văn An"),
        ("Trường THCS Trần Văn Ơn, được", "Trường THCS Trần Văn Ơn", ", được"),
        ("UBMTTQVN phường 14 quận 6.", "Ủy ban MTTQ Việt Nam Phường 14, Quận 6", "."),
        ("Ban 6 (2) Thành ủy TP.HCM –", "Ban 6 (2) Thành ủy Thành phố Hồ Chí Minh", " –"),
        ("Văn phòng Đoàn ĐBQH và HĐND TP Đà Nẵng có", "", " có"),
        ("Hội đồng Lý luận văn nghệ TW; ông", "Hội đồng Lý luận văn nghệ Trung ương", "; ông"),
        ("Quân khu 2 - Bộ Quốc phòng", "Quân khu 2", " - Bộ Quốc phòng"),
        ("Quận ủy 1 mở", "Quận ủy Quận 1", " mở"),
        ("Thành ủy TP HCM", "Thành ủy Thành phố Hồ Chí Minh", ""),
        ("Thành ủy Hà Nội", "Thành ủy Hà Nội", ""),
        ("UBND huyện Nhơn Trạch (Đồng Nai) có", "UBND huyện Nhơn Trạch", " có"),
        ("UBND xã Tân Lập, huyện Bắc Sơn, tỉnh Lạng Sơn", "UBND xã Tân Lập", ""),
        ("Đảng ủy Khối các cơ quan tỉnh (Bắc Ninh)", "", ""),
        ("Ban Tuyên giáo TW có", "Ban Tuyên giáo Trung ương", " có"),
        ("Liên minh HTX Việt Nam", "Liên minh Hợp tác xã Việt Nam", ""),
        ("Ủy ban Tư pháp của Quốc hội", "Ủy ban Tư pháp Quốc hội", ""),
        ("Ban cán sự Đảng Bộ Tư pháp./.", "Ban cán sự đảng Bộ Tư pháp", "./."),
        ("Phòng khảo thí và quản lý chất lượng, ông", "", ", ông"),
        ("Bộ CHQS tỉnh Gia Lai", "Bộ Chỉ huy quân sự tỉnh Gia Lai", ""),
        ("BCH Quân sự phường An Phú", "Ban Chỉ huy quân sự phường An Phú", ""),
        ("Đảng bộ khối doanh nghiệp thương mại trung ương tại TP.HCM, ông", "", ", ông"),
        ("Bảo tàng Hồ Chí Minh - cho", "Bảo tàng Hồ Chí Minh", " - cho"),
        ("Sở", "Sở", ""),
        ("Bộ", "Bộ", ""),
    ],
)
def test_a_body_is_read_to_its_end(text: str, name: str, rest: str) -> None:
    body = read_body(Page.of(View.of(text)), 0)
    assert body is not None
    assert text[body.end :] == rest
    assert not name or show_body(body) == name


@pytest.mark.parametrize("text", ["", "ông", "tư lệnh", "Nguyễn Văn An"])
def test_what_begins_no_body_is_none(text: str) -> None:
    assert read_body(Page.of(View.of(text)), 0) is None


@pytest.mark.parametrize(
    ("text", "takes", "name"),
    [
        ("Đảng bộ tỉnh Sơn La", "party", "Tỉnh ủy Sơn La"),
        ("Ban Chấp hành Đảng bộ quận 3", "party", "Quận ủy Quận 3"),
        ("Đảng bộ phường An Phú", "party", "Đảng ủy phường An Phú"),
        ("Chi ủy Trường Mầm non Hoa Mai", "party", "Chi bộ Trường Mầm non Hoa Mai"),
        ("Ban Thường vụ Huyện ủy Đại Từ", "head", "Ban Thường vụ Huyện ủy Đại Từ"),
    ],
)
def test_a_party_post_is_held_in_the_committee(text: str, takes: str, name: str) -> None:
    body = read_body(Page.of(View.of(text)), 0)
    assert body is not None
    assert show_body(body_held(takes, body)) == name


def test_each_level_has_its_committee() -> None:
    levels = ("tỉnh", "thành phố", "quận", "huyện", "thị xã", "xã")
    heads = [committee_of(Place(level, "X")) for level in levels]
    assert heads == ["Tỉnh ủy", "Thành ủy", "Quận ủy", "Huyện ủy", "Thị ủy", "Đảng ủy"]
