"""Whom a pronoun before a verb means, and who answers for a body that is only counted."""

import pytest

from canbo.graph.reading.reader import read_statements

TEACHERS = (
    "Giảng viên là đồng chí Lê Văn Dê, Bí thư Đảng ủy xã Thượng Khê và đồng chí Trần Thị Hoa,"
    " Phó Bí thư Đảng ủy xã. "
)
SPEAKER = "Bí thư Huyện ủy Cẩm Lĩnh Lê Văn Dê: Có nhiều đổi khác. "


def deeds(text: str) -> list[str]:
    return [f"{one.actor} {one.action} {one.document}" for one in read_statements(text).actions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TEACHERS + "Hai đồng chí triển khai:\n+ Nghị quyết số 27-NQ/TW;\n+ Kết luận số 45-KL/TW.",
         [f"{who} studies {what}" for what in ("27-NQ/TW", "45-KL/TW")
          for who in ("Lê Văn Dê", "Trần Thị Hoa")]),
        (TEACHERS + "Ba đồng chí triển khai Nghị quyết số 27-NQ/TW.", []),
        (SPEAKER + "Tôi đề nghị từng chi bộ làm đúng Nghị quyết số 04-NQ/TW.",
         ["Lê Văn Dê urges 04-NQ/TW"]),
        (SPEAKER + "\nPV: Tôi đề nghị ông nói về việc thực hiện Nghị quyết số 04-NQ/TW.", []),
        (("Bí thư Huyện ủy Cẩm Lĩnh Lê Văn Dê yêu cầu các nơi gắn Chỉ thị 05-CT/TW với Nghị quyết"
         " số 04-NQ/TW khi kiểm điểm."), ["Lê Văn Dê urges 05-CT/TW", "Lê Văn Dê urges 04-NQ/TW"]),
        (("Chỉ thị số 45-CT/TW đang được Ban Thường vụ Huyện ủy Cẩm Lĩnh triển khai. Cơ quan này"
         " vừa ban hành Kế hoạch số 08-KH/HU."),
         ["Ban Thường vụ Huyện ủy Cẩm Lĩnh implements 45-CT/TW",
          "Ban Thường vụ Huyện ủy Cẩm Lĩnh issues 08-KH/HU"]),
        (("Hơn 90 đảng viên Đảng bộ xã Thượng Khê tập trung để học các nghị quyết: Nghị quyết số"
         " 18-NQ/TW."), ["Đảng bộ xã Thượng Khê studies 18-NQ/TW"]),
        (("Hai đơn vị Sở Xây dựng tỉnh Vĩnh Hải và Sở Nội vụ tỉnh Vĩnh Hải đang thực hiện Quyết"
         " định số 53/QĐ-UBND."),
         ["Sở Xây dựng tỉnh Vĩnh Hải implements 53/QĐ-UBND",
          "Sở Nội vụ tỉnh Vĩnh Hải implements 53/QĐ-UBND"]),
        (("Ông Lê Văn Dê, Bí thư Huyện ủy Cẩm Lĩnh, chủ trì cuộc họp nghe báo cáo kết quả việc"
          " thực hiện Nghị quyết số 04-NQ/TW gắn với thực hiện Chỉ thị 05-CT/TW."), []),
        (("“Nghị định 46/2019/NĐ-CP theo Nghị định 158/2013/NĐ-CP và nghị định sửa đổi Nghị định"
          " 158/2013/NĐ-CP”, ông Lê Văn Dê nói."), []),
        (("Ông Lê Văn Dê, Bí thư Huyện ủy Cẩm Lĩnh, và bà Trần Thị Hoa, Chủ tịch UBND huyện Cẩm"
          " Lĩnh, chủ trì hội nghị sơ kết 5 năm thực hiện Chỉ thị số 40-CT/TW."),
         ["Lê Văn Dê implements 40-CT/TW", "Trần Thị Hoa implements 40-CT/TW"]),
        (("Thực hiện Kế hoạch số 03-KH/TW về tổ chức hội nghị; Ban Thường vụ Huyện ủy Cẩm Lĩnh đã"
          " chỉ đạo."), ["Ban Thường vụ Huyện ủy Cẩm Lĩnh implements 03-KH/TW"]),
        (("Ông Lê Văn Dê, Bí thư Huyện ủy Cẩm Lĩnh, kiểm tra kết quả hai năm thực hiện Chỉ thị số"
         " 40-CT/TW."), []),
        (("Văn phòng Huyện ủy Cẩm Lĩnh chọn đối tác là Công ty Điện lực Vĩnh Hải mà không đấu thầu"
         " là vi phạm Luật Đấu thầu."), []),
        (("Thực hiện Nghị quyết số 04-NQ/TW, Ban Bí thư họp; thực hiện Nghị quyết số 05-NQ/TW Bộ"
         " Chính trị ban hành Quy định số 55-QĐ/TW."),
         ["Ban Bí thư implements 04-NQ/TW", "Bộ Chính trị implements 05-NQ/TW",
          "Bộ Chính trị issues 55-QĐ/TW"]),
        ("Luật Đất đai sẽ được Quốc hội thảo luận vào ngày 10/6.", []),
        ("Bộ Công an khởi tố tội Cố ý làm trái theo Bộ luật Hình sự.", []),
        ("Ông Lê Văn Dê, Chủ tịch UBND xã Thượng Khê, bị xác định vi phạm Luật Đất đai.",
         ["Lê Văn Dê violates Luật Đất đai"]),
        (("Hôm 27-2, Thủ tướng có Quyết định 356 giao ông Lê Văn Dê, Giám đốc Sở Nội vụ tỉnh Vĩnh"
         " Hải, phụ trách ban."), []),
        ("Ông Lê Văn Dê, Chánh Văn phòng Huyện ủy Cẩm Lĩnh, đọc Quyết định số 53-QĐ/HU.", []),
    ],
)  # fmt: skip
def test_a_deed_goes_to_whom_the_pronoun_or_the_count_means(text: str, expected: list[str]) -> None:
    assert deeds(text) == expected
