import pytest

from canbo.graph.register import load_register
from canbo.graph.register.codes import read_codes


@pytest.mark.parametrize(
    ("code", "labels"),
    [
        ("TW", ["Ban Chấp hành Trung ương Đảng; Bộ Chính trị; Ban Bí thư"]),
        ("TƯ", ["Ban Chấp hành Trung ương Đảng; Bộ Chính trị; Ban Bí thư"]),
        ("BTCTW", ["Ban Tổ chức Trung ương"]),
        ("UBKTTU", ["Ủy ban Kiểm tra Tỉnh ủy, Thành ủy trực thuộc Trung ương"]),
        ("VPQU", ["Văn phòng Quận ủy"]),
        ("BTGĐU", ["Ban Tuyên giáo Đảng ủy"]),
        ("TU", ["Tỉnh ủy, Thành ủy trực thuộc Trung ương"]),
        ("HU", ["Huyện ủy"]),
        ("CB", ["Chi bộ"]),
        ("QUTW", ["Quân ủy Trung ương"]),
        ("TTg", ["Thủ tướng Chính phủ"]),
        ("BTCTW-BTGTW", ["Ban Tổ chức Trung ương", "Ban Tuyên giáo Trung ương"]),
        ("XYZ", []),
        ("BCT", ["Bộ Công Thương"]),
    ],
)
def test_a_code_says_who_signs(code: str, labels: list[str]) -> None:
    assert [found.label for found in read_codes(code, load_register())] == labels


def test_every_symbol_of_the_register_has_a_known_issuer() -> None:
    register = load_register()
    codes = {d.signature.issuer for d in register.tables.documents if d.signature}
    assert all(read_codes(code, register) for code in codes)
