"""Abbreviations that a text explains: they outweigh what the tables know."""

import pytest

from canbo.graph.reading.reader import read_statements


@pytest.mark.parametrize(
    ("text", "orgs"),
    [
        (
            "Tập đoàn Than Bắc Hà (PVN) họp. Lê Văn An, Phó Tổng Giám đốc PVN, dự.",
            ["Tập đoàn Than Bắc Hà"],
        ),
        (
            "Tổng công ty Muối Bắc Hà (Muosal2) họp. Lê Văn An, Tổng Giám đốc Muosal2, dự.",
            ["Tổng Công ty Muối Bắc Hà"],
        ),
        (
            "Đảng ủy Quân sự (ĐUQS) tỉnh Sơn La họp. Bí thư ĐUQS tỉnh Trần Văn Bình nói.",
            ["Đảng ủy Quân sự tỉnh Sơn La"],
        ),
        (
            "Ban Quản lý dự án Xây dựng (BQLDA) huyện Phú Vang họp. Lê Văn An, Giám đốc BQLDA, dự.",
            ["Ban Quản lý Dự án Xây dựng huyện Phú Vang"],
        ),
        (
            "Bệnh viện Nhân Dân (TPHCM) họp. Lê Văn An, Chủ tịch UBND TPHCM, dự.",
            ["UBND Thành phố Hồ Chí Minh"],
        ),
    ],
)
def test_a_short_name_means_the_body_it_was_explained_by(text: str, orgs: list[str]) -> None:
    assert [holding.org for holding in read_statements(text).holdings] == orgs
