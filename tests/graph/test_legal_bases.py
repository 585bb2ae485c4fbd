"""What a document is based on: read from its own list, and from what texts say of it."""

import pytest

from canbo.graph.legal_bases import find_bases
from canbo.graph.reading.reader import read_statements

HEAD = "ỦY BAN NHÂN DÂN TỈNH AN LỘC\nSố: 112/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc sắp xếp các trung tâm\n"
LISTED = (
    "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH AN LỘC\n"
    "Căn cứ Luật Viên chức ngày 15 tháng 11 năm 2010;\n"
    "Căn cứ Nghị định số 115/2020/NĐ-CP ngày 25 tháng 9 năm 2020 của Chính phủ;\n"
    "Theo đề nghị của Giám đốc Sở Nội vụ.\nQUYẾT ĐỊNH:\n"
)
AFTER = (
    "Điều 1. Sáp nhập hai trung tâm.\n"
    "Điều 2. Sở Nội vụ thực hiện Nghị định số 150/2025/NĐ-CP của Chính phủ."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            HEAD + LISTED + AFTER,
            {("112/QĐ-UBND", "Luật Viên chức"), ("112/QĐ-UBND", "115/2020/NĐ-CP")},
        ),
        (HEAD + AFTER, set[tuple[str, str]]()),
        (
            "Đảng ủy phường Hoa Sen căn cứ Quy định số 37-QĐ/TW để kiểm điểm cán bộ.",
            set[tuple[str, str]](),
        ),
        ("Chi bộ thực hiện Nghị định số 115/2020/NĐ-CP.", set[tuple[str, str]]()),
    ],
)
def test_only_the_list_of_the_document_itself_says_what_it_rests_on(
    text: str, expected: set[tuple[str, str]]
) -> None:
    assert set(find_bases(read_statements(text, "2025-08-01"))) == expected
