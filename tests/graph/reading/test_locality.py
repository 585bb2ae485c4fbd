"""The resolver: what a text leaves out, where it is taken from, and how that is explained."""

import pytest

from canbo.graph.reading.model import Clue, Inference
from canbo.graph.reading.reader import read_statements


def orgs(text: str) -> list[str]:
    return [holding.org for holding in read_statements(text).holdings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lê An, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Phú Yên.", ["Tỉnh ủy Phú Yên"]),
        (
            "Lê An, Bí thư Đảng đoàn, Chủ tịch LĐLĐ TP.HCM.",
            ["Đảng đoàn Liên đoàn Lao động Thành phố Hồ Chí Minh"],
        ),
        (
            "Lê An, Bí thư Ban cán sự đảng, Chủ tịch UBND tỉnh An Giang.",
            ["Ban cán sự đảng UBND tỉnh An Giang"],
        ),
        ("Lê An, Bí thư Đảng ủy, Giám đốc Sở Y tế tỉnh Sơn La.", ["Đảng ủy Sở Y tế tỉnh Sơn La"]),
        ("Lê An, Phó Bí thư Đảng ủy, Chủ tịch UBND xã Dân Chủ.", ["Đảng ủy xã Dân Chủ"]),
        (
            "Lê An, Ủy viên Ban Thường vụ, Phó Chủ tịch HĐND TP HCM.",
            ["Thành ủy Thành phố Hồ Chí Minh"],
        ),
        ("Lê An, Thành ủy viên, Bí thư Quận ủy Quận 1.", ["Thành ủy Thành phố Hồ Chí Minh"]),
        (
            "Lê An, Bí thư Chi bộ, Hiệu trưởng Trường Mầm non Hoa Mai.",
            ["Chi bộ Trường Mầm non Hoa Mai"],
        ),
        ("Lê An, Phó Bí thư, Chủ tịch UBND phường Xuân Hòa.", ["Đảng ủy phường Xuân Hòa"]),
        ("Huyện ủy Đại Từ họp. Lê An, Bí thư Huyện ủy, chủ trì.", ["Huyện ủy Đại Từ"]),
        ("Sở Y tế tỉnh Sơn La họp. Lê An, Phó Giám đốc Sở, dự.", ["Sở Y tế tỉnh Sơn La"]),
        ("Ở UBND tỉnh Sơn La, Chủ tịch Lê An vắng mặt.", ["UBND tỉnh Sơn La"]),
        ("Quận 7 có tân chủ tịch: ông Lê An.", ["UBND Quận 7"]),
        (
            "Công an tỉnh Nghệ An trao quyết định cho Lê An, Trưởng phòng Cảnh sát hình sự.",
            ["Phòng Cảnh sát hình sự Công an tỉnh Nghệ An"],
        ),
        ("Hà Tĩnh có tin vui. Lê An, Giám đốc Sở Nội vụ, nói.", ["Sở Nội vụ tỉnh Hà Tĩnh"]),
        ("Lê An, Giám đốc Sở Nội vụ, nói như trên ở tỉnh Hà Tĩnh.", ["Sở Nội vụ tỉnh Hà Tĩnh"]),
        (
            "Báo đưa tin. Lê An, Ủy viên Ban Thường vụ Tỉnh ủy, Tổng biên tập Báo Quảng Nam.",
            ["Tỉnh ủy Quảng Nam"],
        ),
        ("Bộ Y tế họp. Thứ trưởng Lê An chủ trì.", ["Bộ Y tế"]),
        ("Lê An, Bí thư Tỉnh ủy.", ["Tỉnh ủy"]),
        ("Chi bộ Khu phố 4 họp. Lê An, Bí thư Chi bộ, chủ trì.", ["Chi bộ Khu phố 4"]),
        ("Đảng bộ xã Tân Lập họp. Lê An được bầu làm Bí thư.", ["Đảng ủy xã Tân Lập"]),
    ],
)
def test_the_body_that_is_left_out_is_found(text: str, expected: list[str]) -> None:
    assert orgs(text)[: len(expected)] == expected


def test_a_place_inside_a_person_s_name_is_none() -> None:
    text = "Tỉnh Quảng Nam có tin. Ông Nguyễn Hòa Bình dự. Lê An, Giám đốc Sở Y tế, nói."
    assert orgs(text) == ["Sở Y tế tỉnh Quảng Nam"]


def test_an_inference_says_what_was_printed_and_what_it_became() -> None:
    (holding,) = read_statements("Tỉnh Sơn La họp. Lê An, Bí thư Tỉnh ủy, chủ trì.").holdings
    assert holding.inferred == (Inference("Tỉnh ủy", "Tỉnh ủy Sơn La", Clue.NAMED_BEFORE),)
    (whole,) = read_statements("Lê An, Bí thư Tỉnh ủy Sơn La, chủ trì.").holdings
    assert whole.inferred == ()


@pytest.mark.parametrize(
    ("text", "clue"),
    [
        ("Lê An, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Sơn La, dự.", Clue.SAME_LIST),
        ("Tỉnh Sơn La họp. Lê An, Bí thư Tỉnh ủy, chủ trì.", Clue.NAMED_BEFORE),
        ("Lê An, Bí thư Tỉnh ủy, chủ trì. Tỉnh Sơn La họp.", Clue.NAMED_LATER),
        ("Huyện Chư Sê họp. Lê An, Bí thư Tỉnh ủy, chủ trì.", Clue.GEOGRAPHY),
        ("Lê An, Bí thư Đảng đoàn, Chủ tịch Quốc hội, chủ trì.", Clue.OWN_OFFICE),
        (("Lê An, Bí thư Huyện ủy Chư Sê, dự. Huyện Đức Cơ cũng cử người. Sau đó, Lê An, Bí thư,"
          " nói."), Clue.SAME_HOLDER),
    ],
)  # fmt: skip
def test_each_inference_has_one_of_a_closed_set_of_clues(text: str, clue: Clue) -> None:
    said = [one.clue for held in read_statements(text).holdings for one in held.inferred]
    assert said == [clue]
