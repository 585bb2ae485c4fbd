"""Which documents a text identifies, and that each mention is found once and in its place."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canbo.graph.reading.document_unread import list_unread_documents
from canbo.graph.reading.documents import find_documents, name_issuers
from canbo.graph.reading.model import BodyMention, Document
from canbo.graph.reading.reader import read_statements
from canbo.graph.reading.text import View


def read(text: str) -> tuple[Document, ...]:
    return find_documents(View.of(text))


def keys(text: str) -> list[str]:
    return [document.key for document in read(text)]


def one(text: str) -> Document:
    (document,) = read(text)
    return document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("theo Chỉ thị số 10-CT/TW của Ban Bí thư", ["10-CT/TW"]),
        ("Quy định số 08-QĐi/TW.", ["08-QĐi/TW"]),
        ("Nghị quyết số 10-NQ/TW về kinh tế và 12-NQ/TW về đất", ["10-NQ/TW", "12-NQ/TW"]),
        ("Quy định số 144-QĐ/TW; học lại Quy định 144/TW", ["144-QĐ/TW"]),
        ("Nghị quyết số 03/2024/NQ-ĐHĐCĐ của công ty", []),
        ("Kết luận số 12 - KL / TW của Bộ Chính trị", ["12-KL/TW"]),
        ("Quyết định 45 QĐ/TWĐTN ngày 1/2/2020", ["45-QĐ/TWĐTN"]),
        ("CHỈ THỊ SỐ 05-CT/TW", ["05-CT/TW"]),
        ("chương trình hành động số 20-CTrHĐ/TU", ["20-CTrHĐ/TU"]),
        ("Công văn số 465/UBND-QLĐTh ngày 26/01/2016", ["465/UBND-QLĐTh"]),
        ("Nghị định số 42/2022/NĐ-CP, ngày 24/6/2022", ["42/2022/NĐ-CP"]),
        ("Nghị quyết 70/2018/QH 14 ngày 9/11/2018", ["70/2018/QH14"]),
        ("Luật số 45/2019/QH14", ["45/2019/QH14"]),
        ("Nghị quyết của Bộ Chính trị số 36-NQ/TW", ["36-NQ/TW"]),
        ("Nghị quyết số 18-NQ/TW, 19-NQ/TW và 20-NQ/TW", ["18-NQ/TW", "19-NQ/TW", "20-NQ/TW"]),
        ("Chỉ thị số 05-CT/TW Kết luận số 01-KL/TW", ["05-CT/TW", "01-KL/TW"]),
        ("Chỉ thị 05-CT/TW, 01-KL/TW", ["05-CT/TW", "01-KL/TW"]),
        ("Nghị quyết số 231/2019/NQ-HĐQT của Eximbank", []),
    ],
)
def test_numbered_documents_are_read_in_every_spelling(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("thực hiện Chỉ thị số 05 trong Đảng bộ", ["Chỉ thị số 05"]),
        ("Quy định 30 của Bộ Chính trị cho phép", ["Quy định 30"]),
        ("theo nghị định 155 ngày 18-11-2016", ["Nghị định 155"]),
        ("Nghị định 46/2016 về giao thông", ["Nghị định 46/2016"]),
        ("Nghị định 167 và 179, các sở", ["Nghị định 167", "Nghị định 179"]),
        ("Nghị định 24 năm 2014 quy định", ["Nghị định 24"]),
        ("thông báo 292 của Ủy ban Kiểm tra", ["Thông báo 292"]),
        ("quy định 47 nhóm bệnh như hen", []),
        ("hướng dẫn 36 bộ ngành", []),
        ("báo cáo 7 tờ trình", []),
        ("Quy định 3 mức tín nhiệm", []),
        ("kế hoạch 5 năm 2016-2020", []),
        ("Kế hoạch 2019 đã hoàn thành", []),
        ("phương án 2 là xây cầu", []),
        ("Nghị quyết 2401 của Hội đồng Bảo an", []),
        ("toàn phường CT 6", []),
    ],
)
def test_a_number_alone_is_a_document_only_where_it_can_be_no_count(
    text: str, expected: list[str]
) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "term"),
    [
        ("Nghị quyết Trung ương 4 khóa XII", ["Nghị quyết Trung ương 4 khóa XII"], "XII"),
        ("Nghị quyết T.Ư 4 (khoá XII)", ["Nghị quyết T.Ư 4 khóa XII"], "XII"),
        ("NQ TW4 XII về xây dựng Đảng", ["NQ TW4 XII"], "XII"),
        ("Nghị quyết trung ương 5 khóa 12", ["Nghị quyết trung ương 5 khóa 12"], "XII"),
        (
            "Nghị quyết Trung ương 4 khóa XI, XII",
            ["Nghị quyết Trung ương 4 khóa XI", "Nghị quyết Trung ương 4 khóa XII"],
            "XI",
        ),
        (
            "Nghị quyết Trung ương 5, 6 khóa XIII",
            ["Nghị quyết Trung ương 5 khóa XIII", "Nghị quyết Trung ương 6 khóa XIII"],
            "XIII",
        ),
        (
            "Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng (khóa XII)",
            ["Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII"],
            "XII",
        ),
    ],
)
def test_plenums_name_their_resolutions(text: str, expected: list[str], term: str) -> None:
    documents = read(text)
    assert [document.key for document in documents] == expected
    assert documents[0].term == term
    assert documents[0].issuer == "Ban Chấp hành Trung ương Đảng"
    assert documents[0].plenum


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nghị quyết Đại hội XIII của Đảng", ["Nghị quyết Đại hội XIII của Đảng"]),
        ("nghị quyết Đại hội Đảng lần thứ XII", ["Nghị quyết Đại hội Đảng lần thứ XII"]),
        (
            "Nghị quyết Đại hội Đảng bộ Quận 1 lần thứ IX, xây dựng",
            ["Nghị quyết Đại hội Đảng bộ Quận 1 lần thứ IX"],
        ),
        (
            "Nghị quyết Đại hội XIII của Đảng, Đại hội Đảng bộ tỉnh lần thứ XVII",
            ["Nghị quyết Đại hội XIII của Đảng", "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVII"],
        ),
        (
            "Nghị quyết Đại hội Đảng bộ xã nhiệm kỳ 2020-2025",
            ["Nghị quyết Đại hội Đảng bộ xã nhiệm kỳ 2020-2025"],
        ),
        ("nghị quyết đại hội Đảng các cấp", []),
        ("các Nghị quyết Trung ương về xây dựng Đảng", []),
        ("các nghị quyết, kết luận Hội nghị Trung ương 8", []),
        ("nghị quyết của Đại hội đồng Liên hợp quốc", []),
    ],
)
def test_congresses_name_their_resolutions_and_the_generic_names_none(
    text: str, expected: list[str]
) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vi phạm Luật Giao thông đường bộ, Luật Phòng, chống tác hại của rượu bia.",
         ["Luật Giao thông đường bộ", "Luật Phòng, chống tác hại của rượu bia"]),
        ("Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
         ["Luật Tổ chức chính quyền địa phương"]),
        ("Bộ luật Hình sự năm 2015", ["Bộ luật Hình sự năm 2015"]),
        ("Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công",
         ["Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công"]),
        ("Hiến pháp năm 2013", ["Hiến pháp năm 2013"]),
        ("trái Điều lệ Đảng", ["Điều lệ Đảng"]),
        ("Điều lệ Đảng Cộng sản Việt Nam. Theo Điều lệ Đảng", ["Điều lệ Đảng"]),
        ("Điều lệ Công đoàn Việt Nam", ["Điều lệ Công đoàn Việt Nam"]),
        ("vi phạm quy định những điều đảng viên không được làm",
         ["Quy định những điều đảng viên không được làm"]),
        ("dự thảo Luật Đất đai", []),
        ("kỷ luật Đảng, pháp luật Việt Nam, Trường Đại học Luật Hà Nội", []),
        ("vốn điều lệ 120 tỷ đồng", []),
    ],
)  # fmt: skip
def test_laws_and_charters_are_known_by_name(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


def test_what_follows_a_document_is_kept() -> None:
    document = one(
        "Chỉ thị số 45-CT/TW, ngày 19/5/2015 của Bộ Chính trị khóa XI về công tác người Việt Nam."
    )
    assert document.date == "2015-05-19"
    assert document.issuer == "Bộ Chính trị"
    assert document.term == "XI"
    assert document.subject == "công tác người Việt Nam"


SCIENCE = (
    "Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số"
)
LAWS = "Ban Chỉ đạo Trung ương về hoàn thiện thể chế, pháp luật"


@pytest.mark.parametrize(
    ("text", "issuer", "subject"),
    [
        (f"Chương trình số 02-CTr/BCĐTW của {SCIENCE} về công tác.", SCIENCE, "công tác"),
        (f"Thông báo số 15-TB/BCĐTW, ngày 17/3/2026 của {LAWS} nêu rõ ba việc.", LAWS, None),
        (
            "Hướng dẫn số 01-HD/BCĐTW của Ban Chỉ đạo Trung ương về một việc khác.",
            "Ban Chỉ đạo Trung ương",
            "một việc khác",
        ),
    ],
)
def test_a_steering_committee_is_named_to_its_end(
    text: str, issuer: str, subject: str | None
) -> None:
    document = one(text)
    assert (document.issuer, document.subject) == (issuer, subject)


def test_a_row_shares_the_issuer_behind_its_last_one() -> None:
    text = (
        "Nghị quyết số 37-NQ/TW ngày 24/12/2018 và Kết luận số 48-KL/TW ngày 30/01/2023 "
        "của Bộ Chính trị; Nghị quyết số 117/NQ-CP của Chính phủ"
    )
    assert [d.issuer for d in read(text)] == ["Bộ Chính trị", "Bộ Chính trị", "Chính phủ"]


def test_later_short_mentions_are_further_spans_of_the_first() -> None:
    text = "Quy định số 37-QĐ/TW thay Quy định số 47-QĐ/TW. So với Quy định số 47, Quy định 37 mới."
    first, second = read(text)
    assert [text[s.start : s.end] for s in first.spans] == ["Quy định số 37-QĐ/TW", "Quy định 37"]
    assert len(second.spans) == 2


def test_a_doubtful_number_counts_once_the_document_is_known() -> None:
    text = "UBND huyện ban hành Kế hoạch số 41/KH-UBND. Thanh tra cho rằng kế hoạch 41 sai."
    assert len(one(text).spans) == 2


def test_one_symbol_with_two_dates_is_two_documents() -> None:
    text = "Quyết định số 12/QĐ-UBND ngày 1/2/2019 và Quyết định số 12/QĐ-UBND ngày 3/2/2020"
    assert [document.date for document in read(text)] == ["2019-02-01", "2020-02-03"]


def test_the_title_of_a_regulation_is_the_regulation_cited_beside_it() -> None:
    text = (
        "Quy định số 37-QĐ/TW về những điều đảng viên không được làm. Nhiều nơi học tập. "
        "Chi bộ quán triệt quy định về những điều đảng viên không được làm."
    )
    assert one(text).signature == "37-QĐ/TW"
    assert len(one(text).spans) == 2


def test_a_decision_knows_itself_by_its_head() -> None:
    text = (
        "TỈNH ỦY ĐỒNG NAI\n*\nSố 15-QĐ/TU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Biên Hòa, ngày 05 tháng 02 năm 2021\nQUY ĐỊNH\nvề việc phân công công tác\n"
        "Căn cứ Điều lệ Đảng;\n"
    )
    head, charter = read(text)
    assert (head.rule, head.type, head.date) == ("header", "Quy định", "2021-02-05")
    assert head.subject == "phân công công tác"
    assert charter.key == "Điều lệ Đảng"


def test_issuers_get_their_full_names_and_people_are_none() -> None:
    text = "Công văn số 502-CV/ĐU của Đảng ủy thị trấn và Quyết định số 9 của ông An"
    view = View.of(text)
    place = text.index("Đảng ủy")
    body = BodyMention(view.span(place, place + len("Đảng ủy thị trấn")), "Đảng ủy thị trấn Yên")
    named = name_issuers(find_documents(view), view, [body])
    assert [document.issuer for document in named] == ["Đảng ủy thị trấn Yên", None]


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("theo số 12-KL/TW đã nêu", "12-KL/TW", "no word"),
        ("Nghị quyết số 231/2019/NQ-HĐQT", "231/2019/NQ-HĐQT", "company"),
    ],
)
def test_a_symbol_that_was_not_read_is_listed(text: str, words: str, reason: str) -> None:
    view = View.of(text)
    (unread,) = list_unread_documents(view, find_documents(view))
    assert text[unread.span.start : unread.span.end] == words
    assert reason in unread.reason


def test_what_was_read_or_is_no_symbol_is_not_listed() -> None:
    view = View.of("Chỉ thị số 05-CT/TW, giá 15/QUẢ, 34/36 đại biểu")
    assert list_unread_documents(view, find_documents(view)) == ()


SAMPLE = (
    "Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị, Nghị quyết Trung ương 4 (khóa "
    "XI, XII), Uỷ ban quán triệt Điều lệ Đảng và Luật Hoà giải ở cơ sở."
)


@pytest.mark.parametrize(
    "written",
    [
        unicodedata.normalize("NFD", SAMPLE),
        SAMPLE.replace(" ", "\u00a0"),
        SAMPLE.replace("Uỷ", "Ủy").replace("Hoà", "Hòa"),
        SAMPLE.replace(", ", ",\u2009"),
        SAMPLE.replace("05-CT/TW", "05–CT/TW"),
    ],
)
def test_the_spelling_of_a_text_does_not_change_its_documents(written: str) -> None:
    assert keys(written) == keys(SAMPLE)


@given(
    st.lists(
        st.sampled_from(
            ["Chỉ thị", "số", "05", "-CT/TW", "Nghị quyết", "Trung ương", "4", "khóa", "XII", ",",
             "Đại hội", "lần thứ", "Luật", "Đất đai", "của", "và", "ngày", "1/2/2020", ".", "\n"]
        ),
        max_size=30,
    )
)  # fmt: skip
def test_no_words_make_it_raise_and_every_span_is_in_the_text(parts: list[str]) -> None:
    text = " ".join(parts)
    for document in read(text):
        assert document.spans
        for span in document.spans:
            assert text[span.start : span.end].strip()


@pytest.mark.parametrize(
    "unit",
    ["Nghị quyết ", "Chỉ thị số 1-", "1-CT/TW, ", "Luật A ", "Nghị quyết Đại hội ", "khóa XII, ",
     "số 5, 6, ", "Nghị quyết Trung ương 4, ", "Điều lệ Hội ", "của Bộ "],
)  # fmt: skip
def test_time_grows_with_length_only(unit: str) -> None:
    start = time.perf_counter()
    read(unit * (200_000 // len(unit)))
    assert time.perf_counter() - start < 20


def test_a_law_beside_a_decree_is_not_of_the_government() -> None:
    text = (
        "Căn cứ Luật Đất đai, Nghị định số 43/2014/NĐ-CP của Chính phủ, Sở Y tế tỉnh Gia Lai nêu."
    )
    issuers = {one.type: one.issuer for one in read_statements(text).documents}
    assert issuers == {"Luật": None, "Nghị định": "Chính phủ"}


def test_an_organ_of_the_central_committee_is_named_by_its_signature() -> None:
    text = (
        "BAN CHẤP HÀNH TRUNG ƯƠNG\nỦY BAN KIỂM TRA\nSố: 06-HD/UBKTTW\n"
        "Hà Nội, ngày 18 tháng 12 năm 2018\nHƯỚNG DẪN\nVề việc xử lý\n"
    )
    (document,) = read_statements(text).documents
    assert document.issuer == "Ủy ban Kiểm tra Trung ương"
