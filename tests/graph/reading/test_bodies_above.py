"""What a unit is part of: behind a comma, in brackets, or the one ministry a text is about."""

import pytest

from canbo.graph.reading.reader import read_statements


@pytest.mark.parametrize(
    ("text", "org"),
    [
        ("Lê An, Cục trưởng Cục Kế hoạch, Bộ Công an, nói.", "Cục Kế hoạch Bộ Công an"),
        ("Lê An, Cục trưởng Cục An ninh (Bộ Công an), nói.", "Cục An ninh Bộ Công an"),
        ("Bộ Công an họp. Lê An, Cục trưởng Cục Y tế, nói.", "Cục Y tế Bộ Công an"),
        ("Lê An, Trưởng phòng Kho, Sở Y tế tỉnh Sơn La, nói.", "Phòng Kho Sở Y tế tỉnh Sơn La"),
        ("Lê An, Trưởng khoa Nội, Bệnh viện Ba Vì, nói.", "Khoa Nội Bệnh viện Ba Vì"),
        ("Lê An, Trưởng phòng Kho, Giám đốc Sở Y tế Hà Nam.", "Phòng Kho Sở Y tế tỉnh Hà Nam"),
        ("Lê An, Giám đốc Ban Quản lý Bến cá Hải Ninh Đông.", "Ban Quản lý Bến cá Hải Ninh Đông"),
        ("Lê An, Giám đốc Ban Quản lý dự án kè biển, nói.", "Ban Quản lý Dự án kè biển"),
        ("Lê An, Phó Hiệu trưởng phụ trách đào tạo Đại học Mỏ, nói.", "Đại học Mỏ"),
        ("Sở Y tế tỉnh Sơn La họp. Lê An, Giám đốc sở này, nói.", "Sở Y tế tỉnh Sơn La"),
        ("Ủy ban Kiểm tra Tỉnh ủy Sơn Lộc họp. Lê An, Bí thư Tỉnh ủy, dự.", "Tỉnh ủy Sơn Lộc"),
        ("Lê An, Chủ tịch UBND xã Vĩnh Hòa Tây, nói.", "UBND xã Vĩnh Hòa Tây"),
        ("ỦY BAN NHÂN DÂN XÃ ĐÁ MÒN HẠ\nÔng Lê An, Chủ tịch UBND xã, ký.", "UBND xã Đá Mòn Hạ"),
        ("Phú Thọ họp cùng Hòa Bình (cũ). Lê An, Giám đốc Sở Y tế.", "Sở Y tế tỉnh Phú Thọ"),
        ("Lê An, Giám đốc Sở Y tế tỉnh Sơn La 4 năm, nói.", "Sở Y tế tỉnh Sơn La"),
        ("Hội Nông dân xã Dân Chủ họp. Lê An, Chủ tịch Hội, dự.", "Hội Nông dân xã Dân Chủ"),
        ("Lê An, Chủ tịch UBND tỉnh Vĩnh Khê, nói.", "UBND tỉnh Vĩnh Khê"),
        ("Lê An, Chủ tịch Trung ương Hội CCB Việt Nam.", "Trung ương Hội Cựu chiến binh Việt Nam"),
        ("Lê An, Chính ủy BĐBP tỉnh Trà Vinh, nói.", "Bộ đội Biên phòng tỉnh Trà Vinh"),
    ],
)  # fmt: skip
def test_a_unit_is_named_with_what_is_above_it(text: str, org: str) -> None:
    assert next(holding.org for holding in read_statements(text).holdings) == org


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "Ông Lê Văn An nguyên là Ủy viên Trung ương Đảng; nguyên Phó Thủ tướng.",
            ["Ủy viên", "Phó Thủ tướng"],
        ),
        (
            "Ông Lê Văn An từng giữ: Bí thư Huyện ủy Than Uyên; Chủ tịch UBND huyện Tân Uyên.",
            ["Bí thư", "Chủ tịch"],
        ),
        (
            "Lê Văn An, Bí thư Tỉnh ủy Sơn La; Phó Chủ tịch UBND tỉnh Phạm Văn Cao.",
            ["Bí thư", "Phó Chủ tịch"],
        ),
    ],
)
def test_a_semicolon_parts_posts_of_one_list(text: str, posts: list[str]) -> None:
    assert [holding.post for holding in read_statements(text).holdings] == posts
