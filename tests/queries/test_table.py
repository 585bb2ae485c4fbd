import csv
import json
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import QueryResultsFormat, parse_query_results
from rich.cells import cell_len

from canbo.queries import Answer, Row, Term
from canbo.queries.local import answer_of
from canbo.queries.rows import iri, typed
from canbo.queries.sheet import Cell, Sheet
from canbo.queries.table import as_csv, as_json, as_markdown, as_table

COLUMNS = ("person", "name", "count")
FOUND = Answer(
    COLUMNS,
    (
        Row(
            COLUMNS, (iri("urn:a"), Term("Lê, Đức\n“Thanh”", language="vi"), typed("2", "integer"))
        ),
        Row(COLUMNS, (iri("urn:b"), Term("plain"), None)),
    ),
)
SHEET = Sheet(
    (("cơ quan", Cell("UBND Quận 1", "https://example.org/a")),),
    ("người", "chức vụ"),
    ((Cell("Lê Đức Thanh", "https://example.org/b"), Cell("Chủ tịch")), (Cell("A"), Cell("B"))),
)

texts = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=20
)


def test_a_table_has_a_line_for_each_row_and_one_for_what_is_common() -> None:
    lines = as_table(SHEET).splitlines()
    assert lines[0] == "cơ quan: UBND Quận 1"
    assert "người" in lines[2]
    assert "Lê Đức Thanh" in lines[4]
    assert len(lines) == 7
    assert "\x1b" not in "".join(lines)


def test_a_table_fits_the_terminal() -> None:
    wide = Sheet((), ("một", "hai"), ((Cell("chữ " * 30), Cell("chữ " * 30)),))
    assert max(map(cell_len, as_table(wide, 60).splitlines())) == 60
    assert max(map(cell_len, as_table(wide).splitlines())) > 200


def test_links_are_written_where_there_is_colour() -> None:
    assert "https://example.org/b" in as_table(SHEET, colour=True)
    assert "https://example.org/b" not in as_table(SHEET)


def test_quotes_stand_under_the_table_with_the_number_of_their_row() -> None:
    notes = ((Cell("“chữ”", "https://example.org/q"),), (), (Cell("“a”"), Cell("“b”")))
    rows = tuple((Cell(name),) for name in ("A", "B", "C"))
    sheet = Sheet((), ("một",), rows, notes)
    lines = as_table(sheet).splitlines()
    assert [line.split() for line in lines[-3:]] == [["1", "“chữ”"], ["3", "“a”"], ["3", "“b”"]]
    assert lines[3].split() == ["│", "1", "│", "A", "│"]
    assert as_markdown(sheet).splitlines() == [
        "|  | một |",
        "| --- | --- |",
        "| 1 | A |",
        "| 2 | B |",
        "| 3 | C |",
        "",
        "1 [“chữ”](https://example.org/q)  ",
        "3 “a”  ",
        "3 “b”  ",
    ]


def test_a_sheet_without_rows_has_no_table() -> None:
    assert as_table(Sheet((), (), ())) == ""
    assert as_markdown(Sheet((("a", Cell("b")),), (), ())) == "a: b  \n"


def test_markdown_is_a_table_with_links() -> None:
    assert as_markdown(SHEET).splitlines() == [
        "cơ quan: [UBND Quận 1](https://example.org/a)  ",
        "",
        "| người | chức vụ |",
        "| --- | --- |",
        "| [Lê Đức Thanh](https://example.org/b) | Chủ tịch |",
        "| A | B |",
    ]


def test_nothing_in_a_cell_ends_it_or_becomes_a_tag() -> None:
    hostile = Cell("a|b\n<script>`x`</script>[y]", "https://example.org/(x|y) <z>")
    line = as_markdown(Sheet((), ("một",), ((hostile,),))).splitlines()[-1]
    assert line == (
        r"| [a\|b<br>&lt;script&gt;\`x\`&lt;/script&gt;\[y\]]"
        "(https://example.org/%28x%7Cy%29%20%3Cz%3E) |"
    )


def test_csv_is_read_back_by_a_spreadsheet() -> None:
    assert list(csv.reader(StringIO(as_csv(FOUND)))) == [
        ["person", "name", "count"],
        ["urn:a", "Lê, Đức\n“Thanh”", "2"],
        ["urn:b", "plain", ""],
    ]


def test_json_is_what_sparql_says_it_is() -> None:
    text = as_json(FOUND)
    assert json.loads(text)["head"] == {"vars": list(COLUMNS)}
    assert json.loads(text)["results"]["bindings"][1] == {
        "person": {"type": "uri", "value": "urn:b"},
        "name": {"type": "literal", "value": "plain"},
    }
    assert answer_of(parse_query_results(text, format=QueryResultsFormat.JSON)) == FOUND


@given(st.lists(st.tuples(texts, texts), max_size=5))
def test_every_format_holds_every_text(rows: list[tuple[str, str]]) -> None:
    columns = ("a", "b")
    found = Answer(columns, tuple(Row(columns, (Term(a), Term(b))) for a, b in rows))
    assert list(csv.reader(StringIO(as_csv(found))))[1:] == [list(row) for row in rows]
    text = as_json(found)
    assert answer_of(parse_query_results(text, format=QueryResultsFormat.JSON)) == found
    sheet = Sheet((), columns, tuple((Cell(a), Cell(b)) for a, b in rows))
    assert len(as_markdown(sheet).splitlines()) == (2 + len(rows) if rows else 0)
    assert len(as_table(sheet).splitlines()) == (4 + len(rows) if rows else 0)
