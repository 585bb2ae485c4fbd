"""Who does what with which document."""

import re
import time

import pytest

from canbo.graph.reading.actions import find_actions
from canbo.graph.reading.dates import find_dates
from canbo.graph.reading.directives import read_directives
from canbo.graph.reading.documents import find_documents
from canbo.graph.reading.model import BodyMention, Holding, PersonMention, Status
from canbo.graph.reading.reader import read_statements
from canbo.graph.reading.text import View

PEOPLE = ("Nguyễn Văn Bê", "Trần Thị Cê", "Lê Văn Dê")
BODIES = (
    "Ban Thường vụ Quận ủy Quận 1",
    "Ủy ban Kiểm tra Huyện ủy Củ Chi",
    "Quận ủy Quận 1",
    "Huyện ủy Củ Chi",
    "UBND tỉnh Gia Lai",
    "UBND Quận 1",
    "Chi bộ Trường A",
    "Đảng ủy phường B",
    "Đảng bộ tỉnh Hà Giang",
    "Bộ Chính trị",
    "Ban Bí thư",
    "Sở Nội vụ tỉnh Gia Lai",
)


def mentions(view: View) -> tuple[list[PersonMention], list[BodyMention]]:
    """Find the people and bodies above wherever they stand, the longest first."""
    people = [
        PersonMention(view.span(*match.span()), name)
        for name in PEOPLE
        for match in re.finditer(name, view.text)
    ]
    bodies: dict[int, BodyMention] = {}
    for name in BODIES:
        for match in re.finditer(name, view.text):
            bodies.setdefault(match.end(), BodyMention(view.span(*match.span()), name))
    return people, sorted(bodies.values(), key=lambda body: body.span)


def read(text: str, *holdings: Holding) -> list[str]:
    view = View.of(text)
    people, bodies = mentions(view)
    actions = find_actions(view, find_documents(view), people, bodies, holdings)
    for action in actions:
        assert all(view.given[span.start : span.end].strip() for span in action.spans)
    return [f"{action.actor} {action.action} {action.document}" for action in actions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ngày 3/2, UBND tỉnh Gia Lai ra Thông báo 05/TB-UBND về bàn giao.",
         ["UBND tỉnh Gia Lai issues 05/TB-UBND"]),
        ("Ban Bí thư ban hành Quy chế số 09-QC/TW.", ["Ban Bí thư issues 09-QC/TW"]),
        ("Quyết định số 959 về việc này do ông Nguyễn Văn Bê ký.",
         ["Nguyễn Văn Bê issues Quyết định số 959"]),
        ("Thay mặt Ban Bí thư, ông Lê Văn Dê đã ký ban hành Quy định số 142-QĐ/TW.",
         ["Lê Văn Dê issues 142-QĐ/TW", "Ban Bí thư issues 142-QĐ/TW"]),
        ("Ông Lê Văn Dê thay mặt Ban Bí thư ký Chỉ thị số 33-CT/TW.",
         ["Lê Văn Dê issues 33-CT/TW", "Ban Bí thư issues 33-CT/TW"]),
        ("UBND Quận 1 ra quân thực hiện Chỉ thị 19-CT/TU.", ["UBND Quận 1 implements 19-CT/TU"]),
        ("Thực hiện Kế hoạch số 26-KH/TU, Huyện ủy Củ Chi mở lớp học tập Chỉ thị 05-CT/TW.",
         ["Huyện ủy Củ Chi implements 26-KH/TU", "Huyện ủy Củ Chi studies 05-CT/TW"]),
        ("Nghị quyết số 18-NQ/TW, 19-NQ/TW được Đảng bộ tỉnh Hà Giang triển khai nghiêm túc.",
         ["Đảng bộ tỉnh Hà Giang implements 18-NQ/TW",
          "Đảng bộ tỉnh Hà Giang implements 19-NQ/TW"]),
        ("Đảng ủy phường B sơ kết 3 năm thực hiện Chỉ thị 05-CT/TW.",
         ["Đảng ủy phường B implements 05-CT/TW"]),
        ("Bộ Chính trị, Ban Bí thư tổ chức hội nghị quán triệt Nghị quyết số 18-NQ/TW.",
         ["Bộ Chính trị studies 18-NQ/TW", "Ban Bí thư studies 18-NQ/TW"]),
        ("Đảng ủy phường B tổ chức học tập, quán triệt và triển khai Nghị quyết số 31-NQ/TW.",
         ["Đảng ủy phường B implements 31-NQ/TW", "Đảng ủy phường B studies 31-NQ/TW"]),
        ("Cán bộ đến học tập Nghị quyết số 18-NQ/TW do Huyện ủy Củ Chi tổ chức.",
         ["Huyện ủy Củ Chi studies 18-NQ/TW"]),
        ("Người phổ biến là bà Trần Thị Cê: Nghị quyết số 18-NQ/TW về bộ máy; Chỉ thị số 5-CT/TW.",
         ["Trần Thị Cê studies 18-NQ/TW", "Trần Thị Cê studies 5-CT/TW"]),
        ("Ông Nguyễn Văn Bê đề nghị các cấp ủy quán triệt Quy định số 37-QĐ/TW, Kết luận 21-KL/TW.",
         ["Nguyễn Văn Bê urges 37-QĐ/TW", "Nguyễn Văn Bê urges 21-KL/TW"]),
        ("Ông Nguyễn Văn Bê nhấn mạnh các chi bộ cần thực hiện nghiêm Chỉ thị số 24-CT/TU.",
         ["Nguyễn Văn Bê urges 24-CT/TU"]),
        ("Bà Trần Thị Cê yêu cầu xây dựng Đảng theo tinh thần Nghị quyết Trung ương 4 khóa XII.",
         ["Trần Thị Cê urges Nghị quyết Trung ương 4 khóa XII"]),
        ("Ban Bí thư căn cứ Điều lệ Đảng; Luật Đất đai; Nghị định số 42/2022/NĐ-CP của Chính phủ.",
         ["Ban Bí thư cites Điều lệ Đảng", "Ban Bí thư cites Luật Đất đai",
          "Ban Bí thư cites 42/2022/NĐ-CP"]),
        ("Căn cứ Công văn số 502-CV/ĐU, Chi bộ Trường A mở Đại hội.",
         ["Chi bộ Trường A cites 502-CV/ĐU"]),
        ("Ông Lê Văn Dê, Trưởng phòng, bị cảnh cáo do vi phạm Luật Đất đai, Luật Xây dựng.",
         ["Lê Văn Dê violates Luật Đất đai", "Lê Văn Dê violates Luật Xây dựng"]),
        ("UBND Quận 1 ban hành Kế hoạch số 15/KH-UBND triển khai Chỉ thị số 34-CT/TW.",
         ["UBND Quận 1 issues 15/KH-UBND", "UBND Quận 1 implements 34-CT/TW"]),
        ("Ban Bí thư ban hành Quy định số 37-QĐ/TW. Quy định này thay thế Quy định số 47-QĐ/TW.",
         ["Ban Bí thư issues 37-QĐ/TW", "37-QĐ/TW supersedes 47-QĐ/TW"]),
    ],
)  # fmt: skip
def test_a_deed_has_its_subject(text: str, expected: list[str]) -> None:
    assert sorted(read(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Chỉ thị 10-CT/TW của Ban Bí thư.",
        "Đại hội đánh giá việc thực hiện Nghị quyết số 18-NQ/TW.",
        "Quyết định 1233/QĐ-TTg phê chuẩn việc miễn nhiệm ông Lê Văn Dê.",
        "UBND Quận 1 kiểm tra kết quả thực hiện Chỉ thị 19-CT/TU.",
        "Chỉ thị 45-CT/TW nói về việc tiếp tục thực hiện Nghị quyết số 36-NQ/TW.",
        "Ông Lê Văn Dê được bổ nhiệm theo Quyết định số 12/QĐ-UBND.",
        "Theo ông Lê Văn Dê, thực hiện Chỉ thị 05-CT/TW, nhiều nơi làm tốt.",
        "Ông Lê Văn Dê cho biết các địa phương đã triển khai Nghị định 15/2020/NĐ-CP.",
        "UBND Quận 1 chưa thực hiện Nghị định 15/2020/NĐ-CP.",
        "Bộ Chính trị đề xuất sửa đổi Luật Đất đai.",
        "Không ai được nhắc tới ở đây.",
    ],
)
def test_without_a_subject_or_a_deed_there_is_no_action(text: str) -> None:
    assert read(text) == []


def test_the_subject_carries_over_to_sentences_and_paragraphs_without_one() -> None:
    text = (
        "Chi bộ Trường A luôn quan tâm công tác tư tưởng.\n\nThực hiện nghiêm Nghị quyết Trung ương"
        " 4 khóa XII, giữ trách nhiệm theo Quy định số 08-QĐi/TW."
    )
    assert read(text) == [
        "Chi bộ Trường A implements Nghị quyết Trung ương 4 khóa XII",
        "Chi bộ Trường A implements 08-QĐi/TW",
    ]


def test_a_list_continues_the_deed_of_the_sentence_before() -> None:
    text = "Đảng ủy phường B quán triệt hai văn bản. Đó là Chỉ thị số 35-CT/TW và Kế hoạch số 101."
    assert read(text) == [
        "Đảng ủy phường B studies 35-CT/TW",
        "Đảng ủy phường B studies Kế hoạch số 101",
    ]


def test_the_content_of_the_resolution_is_the_last_one() -> None:
    text = (
        "Huyện ủy Củ Chi học tập Nghị quyết số 18-NQ/TW. Nội dung nghị quyết do bà Trần Thị Cê"
        " truyền đạt."
    )
    assert "Trần Thị Cê studies 18-NQ/TW" in read(text)


def test_a_title_alone_means_its_only_holder() -> None:
    holder = Holding("Trần Thị Cê", "Bí thư", "Quận ủy Quận 1", Status.CURRENT, ())
    text = (
        "Bí thư Quận ủy Quận 1 nhắc lại nhiệm vụ. Đồng chí yêu cầu Đảng bộ thực hiện Chỉ thị số 05."
    )
    assert read(text, holder) == ["Trần Thị Cê urges Chỉ thị số 05"]


def test_a_body_that_was_not_worked_out_does_nothing() -> None:
    view = View.of("Đảng bộ tỉnh thực hiện Chỉ thị số 05-CT/TW.")
    body = BodyMention(view.span(0, 12), "Đảng bộ tỉnh")
    assert find_actions(view, find_documents(view), (), (body,)) == ()


def test_the_issue_gives_a_document_its_issuer_and_day() -> None:
    view = View.of("UBND tỉnh Gia Lai ngày 3/2/2020 ra Thông báo 05/TB-UBND.")
    people, bodies = mentions(view)
    found = read_directives(
        view, find_documents(view), persons=people, bodies=bodies, dates=find_dates(view)
    )
    (document,) = found.documents
    assert (document.issuer, document.date) == ("UBND tỉnh Gia Lai", "2020-02-03")


def test_a_decision_is_issued_by_its_letterhead_and_cites_its_grounds() -> None:
    view = View.of(
        "UBND tỉnh Gia Lai\nSố: 12/QĐ-UBND\nGia Lai, ngày 05 tháng 02 năm 2020\nQUYẾT ĐỊNH\n"
        "Căn cứ Luật Đất đai năm 2013;\nCăn cứ Nghị định số 15/2020/NĐ-CP;\n"
    )
    people, bodies = mentions(view)
    found = read_directives(view, find_documents(view), persons=people, bodies=bodies, dates=())
    assert [(a.actor, str(a.action), a.document) for a in found.actions] == [
        ("UBND tỉnh Gia Lai", "issues", "12/QĐ-UBND"),
        ("UBND tỉnh Gia Lai", "cites", "Luật Đất đai năm 2013"),
        ("UBND tỉnh Gia Lai", "cites", "15/2020/NĐ-CP"),
    ]
    assert found.documents[0].issuer == "UBND tỉnh Gia Lai"


@pytest.mark.parametrize(
    "unit",
    ["UBND Quận 1 thực hiện ", "thực hiện Chỉ thị số 1-CT/TW, ", "yêu cầu quán triệt ",
     "ban hành Chỉ thị số 1-CT/TW ", "Chỉ thị số 1-CT/TW do UBND Quận 1 ",
     "theo Nghị quyết số 2-NQ/TW "],
)  # fmt: skip
def test_time_grows_with_length_only(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    start = time.perf_counter()
    read(text)
    assert time.perf_counter() - start < 25


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Công văn số 8-CV/TU mà Quận ủy Quận 1 vừa ban hành có ba trang.",
         ["Quận ủy Quận 1 issues 8-CV/TU"]),
        (("Quận ủy Quận 1 ban hành Quyết định số 7-QĐ/QU chỉ định bà Trần Thị Cê tham gia cấp ủy;"
         " Quyết định số 8-QĐ/QU chỉ định ông Lê Văn Dê, đều từ tháng 5."),
         ["Quận ủy Quận 1 issues 7-QĐ/QU", "Quận ủy Quận 1 issues 8-QĐ/QU"]),
        (("Huyện ủy Củ Chi học tập Quy định số 9-QĐ/TW (sau đây gọi là Quy định 9) và Chỉ thị"
         " số 6-CT/TW."),
         ["Huyện ủy Củ Chi studies 6-CT/TW", "Huyện ủy Củ Chi studies 9-QĐ/TW"]),
        (("Hội nghị nghe ông Nguyễn Văn Bê báo cáo ba nghị quyết: Nghị quyết số 5-NQ/TW; Nghị quyết"
         " số 6-NQ/TW về y tế và Nghị quyết số 7-NQ/TW."),
         ["Nguyễn Văn Bê studies 5-NQ/TW", "Nguyễn Văn Bê studies 6-NQ/TW",
          "Nguyễn Văn Bê studies 7-NQ/TW"]),
        (("Huyện ủy Củ Chi học tập Nghị quyết số 5-NQ/TW. Các chuyên đề đều do bà Trần Thị Cê trình"
         " bày."),
         ["Huyện ủy Củ Chi studies 5-NQ/TW", "Trần Thị Cê studies 5-NQ/TW"]),
        ("Huyện ủy Củ Chi học tập Nghị quyết số 5-NQ/TW. Truyền đạt nghị quyết là bà Trần Thị Cê.",
         ["Huyện ủy Củ Chi studies 5-NQ/TW", "Trần Thị Cê studies 5-NQ/TW"]),
        ("Chi bộ Trường A học Quy định số 9-QĐ/TW. Bà Trần Thị Cê phổ biến từng điều.",
         ["Chi bộ Trường A studies 9-QĐ/TW", "Trần Thị Cê studies 9-QĐ/TW"]),
        ("Báo cáo viên là ông Nguyễn Văn Bê; ông dành cả buổi phổ biến Chỉ thị số 6-CT/TW.",
         ["Nguyễn Văn Bê studies 6-CT/TW"]),
        ("Sau 5 năm thực hiện Chỉ thị 05-CT/TW, Đảng bộ tỉnh Hà Giang có nhiều mô hình hay.",
         ["Đảng bộ tỉnh Hà Giang implements 05-CT/TW"]),
        ("Ủy ban Kiểm tra Huyện ủy Củ Chi họp hai ngày. Cơ quan này căn cứ Quy định số 22-QĐ/TW.",
         ["Ủy ban Kiểm tra Huyện ủy Củ Chi cites 22-QĐ/TW"]),
        ("UBND Quận 1 căn cứ:\n1. Luật Đất đai năm 2024;\n2. Nghị định số 4/2024/NĐ-CP.\nHết.",
         ["UBND Quận 1 cites 4/2024/NĐ-CP", "UBND Quận 1 cites Luật Đất đai năm 2024"]),
        ("Quy định số 9-QĐ/TW về thi hành Điều lệ Đảng được ông Lê Văn Dê thay mặt Ban Bí thư ký.",
         ["Ban Bí thư issues 9-QĐ/TW", "Lê Văn Dê issues 9-QĐ/TW"]),
        ("Quy định số 9-QĐ/TW sửa đổi, bổ sung Quy định số 8-QĐ/TW.",
         ["9-QĐ/TW supersedes 8-QĐ/TW"]),
    ],
)  # fmt: skip
def test_each_form_of_the_clause_is_read(text: str, expected: list[str]) -> None:
    assert sorted(read(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "UBND Quận 1 xác định những đảng viên này vi phạm Quy định số 37-QĐ/TW.",
        "Chi bộ Trường A tổ chức hội nghị; cuộc họp cũng tổng kết Nghị quyết số 18-NQ/TW.",
        "Quy chế của UBND Quận 1 được ban hành kèm theo Quyết định số 12/QĐ-UBND.",
        "UBND Quận 1 ban hành quy chế kèm theo Quyết định số 12/QĐ-UBND.",
        "Ông Lê Văn Dê kể: “Người dân đã thực hiện Chỉ thị 05-CT/TW”.",
    ],
)
def test_another_subject_than_the_one_named_does_it(text: str) -> None:
    assert read(text) == []


DECISION = (
    "ĐẢNG BỘ TỈNH LAI CHÂU\nHUYỆN ỦY MƯỜNG TÈ\n*\nSố 31-QĐ/HU\nMường Tè, ngày 4 tháng 3 năm 2021\n"
    "QUYẾT ĐỊNH\nvề công tác cán bộ\n- Căn cứ Điều lệ Đảng;\n- Xét Tờ trình số 9-TTr/ĐU của Đảng ủy"
    " xã Bum Nưa,\nĐiều 1. Quyết định này thay thế Quyết định số 12-QĐ/HU.\n"
    "Điều 2. Văn phòng Huyện ủy thi hành Quyết định này.\n"
    "T/M BAN THƯỜNG VỤ\nBÍ THƯ\n(đã ký)\nLò Văn Páo"
)


def test_a_decision_is_issued_by_whom_it_is_signed_for_and_by_its_signer() -> None:
    found = [
        (a.actor.lower(), str(a.action), a.document) for a in read_statements(DECISION).actions
    ]
    body = "ban thường vụ huyện ủy mường tè"
    assert found == [
        (body, "issues", "31-QĐ/HU"),
        ("lò văn páo", "issues", "31-QĐ/HU"),
        (body, "cites", "Điều lệ Đảng"),
        (body, "cites", "9-TTr/ĐU"),
        ("31-qđ/hu", "supersedes", "12-QĐ/HU"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBND Quận 1 ban hành kế hoạch thực hiện Chỉ thị 05-CT/TW.",
         ["UBND Quận 1 implements 05-CT/TW"]),
        ("Sở Nội vụ tỉnh Gia Lai dự họp. Sở này ban hành Quyết định số 3/QĐ-SNV.",
         ["Sở Nội vụ tỉnh Gia Lai issues 3/QĐ-SNV"]),
        ("Bà Trần Thị Cê dự và quán triệt Chỉ thị số 6-CT/TW.", ["Trần Thị Cê studies 6-CT/TW"]),
        ("Ông Lê Văn Dê phát biểu tại hội nghị sơ kết 3 năm thực hiện Chỉ thị 05-CT/TW.", []),
        ("Sở Nội vụ tỉnh Gia Lai trình UBND tỉnh Gia Lai ban hành Quyết định số 3/QĐ-UBND.", []),
        ("Bộ Chính trị yêu cầu Ban Bí thư căn cứ Quy định số 22-QĐ/TW để xử lý.", []),
        ("UBND Quận 1 đình chỉ hai cán bộ phường do vi phạm Luật Đất đai.", []),
        ("Ông Lê Văn Dê chịu trách nhiệm thi hành Quyết định số 3/QĐ-UBND.", []),
        ("Theo Kết luận số 15/KL-TTr, UBND Quận 1 hủy bỏ Quyết định số 3/QĐ-UBND.", []),
    ],
)  # fmt: skip
def test_what_is_asked_heard_or_still_to_be_done_is_no_deed(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (("Nhận:\n- Chỉ thị số 6-CT/TW;\n- Kế hoạch số 4-KH/TU.\nĐể thực hiện các văn bản"
         " này, ngày 2/3 Quận ủy Quận 1 ra Kế hoạch số 9-KH/QU."),
         ["Quận ủy Quận 1 implements 6-CT/TW", "Quận ủy Quận 1 implements 4-KH/TU",
          "Quận ủy Quận 1 issues 9-KH/QU"]),
        ("Huyện ủy Củ Chi học tập Chỉ thị số 6-CT/TW. Bà Trần Thị Cê quán triệt các nội dung.",
         ["Huyện ủy Củ Chi studies 6-CT/TW", "Trần Thị Cê studies 6-CT/TW"]),
        ("Kế hoạch số 9-KH/TU do ông Lê Văn Dê ký, yêu cầu các cơ quan căn cứ Kế hoạch này.",
         ["Lê Văn Dê issues 9-KH/TU"]),
    ],
)  # fmt: skip
def test_words_for_all_that_was_named_mean_each_of_it(text: str, expected: list[str]) -> None:
    assert sorted(read(text)) == sorted(expected)
