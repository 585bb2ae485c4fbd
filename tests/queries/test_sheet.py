import pytest
from pyoxigraph import Store

from canbo.queries import Answer, Row, Term, answer, named
from canbo.queries.quotes import quotes_of
from canbo.queries.rows import iri, typed
from canbo.queries.sheet import Cell, clean, lay_out, lay_out_plainly
from canbo.queries.shelf import Language, Words

DAY = "2022-09-28"
BOUNDS = ("startEarliest", "startLatest", "endEarliest", "endLatest")


def made(columns: tuple[str, ...], *rows: tuple[Term | None, ...]) -> Answer:
    return Answer(columns, tuple(Row(columns, row) for row in rows))


def test_people_read_labels_words_and_days_in_their_language(quan_1: Store) -> None:
    asked = {"post": "chủ tịch ubnd quận 1", "on": DAY}
    found = answer(named("post-holders"), quan_1, asked)
    sheet = lay_out(quan_1, found, "vi")
    assert sheet.headings == ("trả lời", "chức vụ", "người", "hình thức", "từ", "đến")
    assert [cell.text for cell in sheet.rows[0]] == [
        "chắc chắn",
        "Chủ tịch UBND Quận 1",
        "Lê Đức Thanh",
        "chính thức",
        "≤ 28/9/2022",
        "≥ 28/9/2022",
    ]
    sheet = lay_out(quan_1, found, "en")
    assert sheet.headings == ("answer", "post", "person", "kind", "from", "to")
    assert [cell.text for cell in sheet.rows[0]][3:] == ["regular", f"≤ {DAY}", f"≥ {DAY}"]


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2022-09-28", "2022-09-28", "28/9/2022"),
        ("2022-01-01", "2022-12-31", "1/1/2022 … 31/12/2022"),
        ("2022-09-28", None, "≥ 28/9/2022"),
        (None, "2022-09-28", "≤ 28/9/2022"),
    ],
)
def test_two_bounds_are_one_word(
    quan_1: Store, first: str | None, last: str | None, told: str
) -> None:
    days = tuple(typed(day, "date") if day else None for day in (first, last))
    sheet = lay_out(quan_1, made(BOUNDS, (None, None, *days)), "vi")
    assert (sheet.headings, sheet.rows) == (("đến",), ((Cell(told),),))


def test_what_all_rows_share_is_said_once_above(quan_1: Store) -> None:
    found = answer(named("person-posts"), quan_1, {"person": "Lê Đức Thanh", "on": DAY})
    sheet = lay_out(quan_1, found, "vi")
    assert dict(sheet.common)["người"] == Cell("Lê Đức Thanh")
    assert sheet.headings == ("chức vụ", "cơ quan", "hệ thống")
    assert len(sheet.rows) == 3


def test_rows_that_are_all_alike_stay_rows(quan_1: Store) -> None:
    sheet = lay_out(quan_1, made(("count",), (Term("1"),), (Term("1"),)), "vi")
    assert (sheet.common, len(sheet.rows)) == ((), 2)


def test_what_has_no_name_is_not_shown(quan_1: Store) -> None:
    found = made(("tenure", "person"), (iri("urn:t"), iri("urn:p")))
    assert lay_out(quan_1, found, "vi").headings == ()
    assert lay_out(quan_1, made(("count",)), "vi").rows == ()


def test_columns_of_ones_own_have_their_own_headings(quan_1: Store) -> None:
    found = made(("mark", "other-mark"), (Term("x"), Term("y")))
    sheet = lay_out(quan_1, found, "vi", headings={"mark": Words("dấu", "mark")})
    assert sheet.headings == ("dấu", "other-mark")


def test_a_source_leads_to_its_page_and_a_quote_to_its_words(quan_1: Store) -> None:
    found = answer(named("evidence"), quan_1, {"person": "Hồ Văn Minh"})
    sheet = lay_out(quan_1, found, "vi")
    cells = dict(zip(sheet.headings, sheet.rows[0], strict=True))
    page = "https://example.org/ban-tin/quan-19-2023"
    assert cells["nguồn"] == Cell("Quận 19 tiếp dân", page)
    words = (
        "H%E1%BB%93%20V%C4%83n%20Minh%2C%20Ch%E1%BB%A7%20t%E1%BB%8Bch%20UBND%20Qu%E1%BA%ADn%2019"
    )
    assert cells["nguyên văn"].link == f"{page}#:~:text={words}"
    assert "từ ký tự" not in cells


def test_a_long_quote_is_found_by_its_first_words(quan_1: Store) -> None:
    person = {"person": "Bùi Văn Thịnh", "post": "Chủ nhiệm"}
    found = answer(named("evidence"), quan_1, person)
    sheet = lay_out(quan_1, found, "vi")
    link = dict(zip(sheet.headings, sheet.rows[0], strict=True))["nguyên văn"].link
    assert link.endswith("C%C6%A1%20quan%20Ch%C3%ADnh%20quy%E1%BB%81n")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_evidence_stands_beside_its_row(quan_1: Store, language: Language) -> None:
    found = answer(named("unified-heads"), quan_1, {"person": "Lê Tiến Sĩ", "on": DAY})
    sheet = lay_out(quan_1, found, language, quotes=quotes_of(quan_1, found))
    ((first, second),) = sheet.notes
    assert second.text == (
        "“Lê Tiến Sĩ, Chánh Văn phòng UBND Quận 1” "
        "(Chi bộ Văn phòng UBND Quận 1 họp Đại hội lần thứ VII)"
    )
    page = "https://example.org/ban-tin/dai-hoi-chi-bo-2022"
    assert first.link.startswith(f"{page}#:~:text=L%C3%AA%20Ti%E1%BA%BFn")


def test_rows_without_evidence_have_no_notes(quan_1: Store) -> None:
    found = answer(named("chain-of-command"), quan_1, {"organisation": "Quận ủy Quận 1"})
    sheet = lay_out(quan_1, found, "vi", quotes=quotes_of(quan_1, found))
    assert sheet.notes == ()


def test_a_plain_sheet_has_every_column_as_sparql_writes_it() -> None:
    found = made(
        ("a", "b", "c", "d"),
        (
            iri("http://xmlns.com/foaf/0.1/name"),
            Term("x", language="vi"),
            None,
            iri("urn:x\x1b"),
        ),
    )
    sheet = lay_out_plainly(found)
    assert sheet.headings == ("a", "b", "c", "d")
    assert [cell.text for cell in sheet.rows[0]] == ["foaf:name", "x", "", "urn:x\ufffd"]
    assert lay_out_plainly(made(("name",)), "vi").headings == ("tên",)


def test_nothing_commands_the_terminal() -> None:
    assert clean("a\x1b[31mb\x07\u202ec\nd") == "a\ufffd[31mb\ufffd\ufffdc\nd"
