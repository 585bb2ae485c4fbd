import csv
from pathlib import Path

import pytest

from canbo.errors import (
    CanboError,
    RegisterCellError,
    RegisterCircleError,
    RegisterColumnsError,
    RegisterFileError,
    RegisterRefusedError,
    RegisterTwiceError,
)
from canbo.graph.register import load_register
from canbo.graph.register.iris import iri_of
from canbo.graph.register.tables import COLUMNS, columns_of

DOCUMENT = {
    "signature": "999-CT/TW",
    "type": "Chỉ thị",
    "term": "XIII",
    "date": "2024-05-02",
    "issuer": "Ban Bí thư",
    "subject": "Một việc thử",
    "source": "https://example.org/999",
}
RELATION = {"signature": "999-CT/TW", "term": "XIII", "basis": "stated", "source": "thử"}


def write(folder: Path, table: str, *rows: dict[str, str], drop: str = "", add: str = "") -> Path:
    """Write a table of the user's; without the column *drop*, with the column *add*."""
    columns = [column for column in columns_of(table) if column != drop] + [add] * bool(add)
    path = folder / f"{table}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_our_own_tables_load_and_hold_what_they_say() -> None:
    register = load_register()
    assert len(register.tables.documents) > 450
    assert [term.name for term in register.tables.terms][-2:] == ["XIII", "XIV"]
    assert load_register() is register


def test_a_users_table_adds_to_ours(tmp_path: Path) -> None:
    write(tmp_path, "documents", DOCUMENT)
    write(
        tmp_path,
        "relations",
        RELATION | {"relation": "implements", "target": "10-CT/TW", "target_term": "X"},
    )
    register = load_register(tmp_path)
    (found,) = register.documents_signed("999-CT/TW")
    assert (found.row.place, found.row.confidence) == (f"{tmp_path}/documents.csv:2", "medium")
    assert [link.target.term for link in register.relations_of(found.key)] == ["X"]
    assert not load_register().documents_signed("999-CT/TW")


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("date", "30/2/2024", "a date"),
        ("date", "2020-01-01", "on or after 2021-02-02"),
        ("date", "2026-02-01", "on or before 2026-01-23"),
        ("term", "XX", "a term of terms.csv"),
        ("signature", "banana", "a Party document's symbol"),
        ("signature", "15/QĐ-UBND", "a Party document's symbol"),
        ("signature", "", "a symbol like 10-CT/TW"),
        ("type", "", "must not be empty"),
        ("source", "", "must not be empty"),
        ("standing", "maybe", "one of in_force"),
        ("confidence", "sure", "one of high"),
    ],
)
def test_a_bad_cell_is_refused_with_file_row_and_column(
    tmp_path: Path, column: str, value: str, expected: str
) -> None:
    path = write(tmp_path, "documents", DOCUMENT | {column: value})
    with pytest.raises(RegisterCellError, match=expected) as caught:
        load_register(tmp_path)
    error = caught.value
    assert (error.path, error.line, error.value) == (str(path), 2, value)
    assert str(error).startswith(f"{path}, row 2, {column}: ")
    assert "\n" not in str(error)


@pytest.mark.parametrize(
    ("table", "row", "column"),
    [
        ("terms", {"term": "XV", "ordinal": "x"}, "ordinal"),
        ("terms", {"term": "XV", "ordinal": ""}, "ordinal"),
        ("plenums", {"term": "XIV", "start": "2026-09-01", "end": "2026-09-02"}, "number"),
        ("plenums", {"term": "XIV", "number": "9", "end": "2026-09-02"}, "start"),
        ("plenums", {"term": "XX", "number": "1", "start": "2026", "end": "2026"}, "term"),
        (
            "plenum_documents",
            {"signature": "10-CT/TW", "term": "X", "plenum": "99", "basis": "named"},
            "plenum",
        ),
        (
            "plenum_documents",
            {"signature": "998-CT/TW", "term": "X", "plenum": "4", "basis": "named"},
            "signature",
        ),
        ("organs", {"name": "Ban X", "system": "Party", "level": "sky", "kind": "ban"}, "level"),
        (
            "organs",
            {"name": "X", "system": "Party", "level": "central", "kind": "b", "parent": "Y"},
            "parent",
        ),
        ("officials", {"person": "An", "post": "Bí thư", "organ": "Ban X"}, "organ"),
        (
            "officials",
            {
                "person": "An",
                "post": "Bí thư",
                "organ": "Ban Bí thư",
                "start": "2020",
                "end": "2019",
            },
            "end",
        ),
        (
            "officials",
            {"person": "An", "post": "Bí thư", "organ": "Ban Bí thư", "acting": "so"},
            "acting",
        ),
        ("roles", {"title": "X", "rank": "1", "seats": "few"}, "seats"),
        ("laws", {"name": "Luật X", "year": "nay"}, "year"),
    ],
)
def test_every_table_is_checked(
    tmp_path: Path, table: str, row: dict[str, str], column: str
) -> None:
    write(tmp_path, table, {"source": "thử"} | row)
    with pytest.raises(RegisterCellError) as caught:
        load_register(tmp_path)
    assert caught.value.column == column


def test_a_relation_to_no_document_is_refused(tmp_path: Path) -> None:
    write(
        tmp_path,
        "relations",
        {
            "signature": "37-QĐ/TW",
            "term": "XIII",
            "relation": "supersedes",
            "target": "47-QĐ/TW",
            "target_term": "X",
            "basis": "stated",
            "source": "thử",
        },
    )
    with pytest.raises(RegisterCellError, match=r"a document of documents\.csv") as caught:
        load_register(tmp_path)
    assert caught.value.value == "47-QĐ/TW khóa X"


def test_a_document_cannot_replace_a_later_one(tmp_path: Path) -> None:
    write(
        tmp_path,
        "relations",
        {
            "signature": "47-QĐ/TW",
            "term": "XI",
            "relation": "amends",
            "target": "37-QĐ/TW",
            "target_term": "XIII",
            "basis": "stated",
            "source": "thử",
        },
    )
    with pytest.raises(RegisterCellError, match="no older than what it amends"):
        load_register(tmp_path)


def test_a_circle_of_replacements_is_refused_with_its_rows(tmp_path: Path) -> None:
    others = [DOCUMENT | {"signature": f"{n}-CT/TW", "date": ""} for n in (997, 998, 999)]
    write(tmp_path, "documents", *others)
    ring = [
        RELATION
        | {
            "signature": f"{one}-CT/TW",
            "relation": "supersedes",
            "target": f"{two}-CT/TW",
            "target_term": "XIII",
        }
        for one, two in ((997, 998), (998, 999), (999, 997))
    ]
    write(tmp_path, "relations", *ring)
    with pytest.raises(RegisterCircleError) as caught:
        load_register(tmp_path)
    assert caught.value.chain[0] == caught.value.chain[-1]
    assert [place.rpartition(":")[2] for place in caught.value.places] == ["2", "3", "4"]
    assert "goes in a circle" in str(caught.value)


def test_an_organ_that_is_above_itself_is_refused(tmp_path: Path) -> None:
    base = {"system": "Party", "level": "central", "kind": "ban-dang", "source": "thử"}
    write(
        tmp_path,
        "organs",
        base | {"name": "Ban A", "parent": "Ban B"},
        base | {"name": "Ban B", "parent": "Ban A"},
    )
    with pytest.raises(RegisterCircleError, match="parent goes in a circle: Ban A -> Ban B"):
        load_register(tmp_path)


def test_the_same_key_twice_is_refused_with_both_rows(tmp_path: Path) -> None:
    path = write(tmp_path, "documents", DOCUMENT, DOCUMENT | {"signature": "999 - CT/TƯ"})
    with pytest.raises(RegisterTwiceError) as caught:
        load_register(tmp_path)
    assert caught.value.first == f"{path}, row 2"
    assert str(caught.value).startswith(f"{path}, row 3: document 999-CT/TW khóa XIII is already")


COMMITTEE = {
    "name": "Ban Chỉ đạo Trung ương về một việc thử",
    "code": "BCĐTW",
    "system": "Party",
    "level": "central",
    "kind": "ban-chi-dao",
    "source": "thử",
}
PLAN = DOCUMENT | {"signature": "02-QC/BCĐTW", "type": "Quy chế"}


def test_two_committees_with_one_code_may_have_the_same_number(tmp_path: Path) -> None:
    write(tmp_path, "organs", COMMITTEE)
    write(tmp_path, "documents", PLAN | {"issuer": COMMITTEE["name"]})
    owners = {found.key.body for found in load_register(tmp_path).documents_signed("02-QC/BCĐTW")}
    assert len(owners) == 2
    assert COMMITTEE["name"] in owners


def test_two_provinces_may_have_the_same_number_in_one_year(tmp_path: Path) -> None:
    councils = ("UBND tỉnh An Lộc", "UBND tỉnh An Bình")
    body = COMMITTEE | {"system": "State", "level": "province", "kind": "ubnd", "code": "UBND"}
    write(tmp_path, "organs", *(body | {"name": name} for name in councils))
    decision = {
        "signature": "15/QĐ-UBND",
        "type": "Quyết định",
        "date": "2024-01-05",
        "source": "thử",
    }
    write(tmp_path, "state_documents", *(decision | {"issuer": name} for name in councils))
    found = load_register(tmp_path).state_documents_signed("15/qđ-ubnd")
    assert [one.key.body for one in found] == list(councils)
    assert len({iri_of(one) for one in found}) == 2


@pytest.mark.parametrize("issuer", ["", "Ban Bí thư; Bộ Chính trị"])
def test_a_number_of_a_shared_code_needs_its_one_committee(tmp_path: Path, issuer: str) -> None:
    write(tmp_path, "documents", PLAN | {"issuer": issuer})
    with pytest.raises(RegisterCellError, match="the one body whose own BCĐTW numbers") as caught:
        load_register(tmp_path)
    assert caught.value.column == "issuer"


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({"signature": "10-CT/TW"}, "signature"),
        ({"date": ""}, "date"),
        ({"date": "2021-03-01"}, "date"),
        ({"type": "Thư tình"}, "type"),
        ({"issuer": "Bộ Không Có"}, "issuer"),
        ({"source": ""}, "source"),
    ],
)
def test_a_bad_cell_of_a_state_document_is_refused(
    tmp_path: Path, row: dict[str, str], column: str
) -> None:
    good = {
        "signature": "999/2020/NĐ-CP",
        "type": "Nghị định",
        "date": "2020-03-01",
        "issuer": "Chính phủ",
        "source": "thử",
    }
    write(tmp_path, "state_documents", good | row)
    with pytest.raises(RegisterCellError) as caught:
        load_register(tmp_path)
    assert (caught.value.line, caught.value.column) == (2, column)


def test_a_law_stands_in_one_table(tmp_path: Path) -> None:
    row = {"signature": "45/2013/QH13", "type": "Nghị quyết", "date": "2013-11-29", "source": "thử"}
    write(tmp_path, "state_documents", row)
    with pytest.raises(RegisterTwiceError, match=r"already at laws\.csv:\d+"):
        load_register(tmp_path)


def test_a_key_of_ours_cannot_be_given_again(tmp_path: Path) -> None:
    write(tmp_path, "documents", DOCUMENT | {"signature": "37-QĐ/TW"})
    with pytest.raises(RegisterTwiceError, match=r"already at canbo's own documents\.csv, row \d+"):
        load_register(tmp_path)


def test_thousands_of_faults_are_told_in_a_screenful(tmp_path: Path) -> None:
    write(tmp_path, "documents", *(DOCUMENT | {"date": "x"} for _ in range(3000)))
    with pytest.raises(RegisterRefusedError) as caught:
        load_register(tmp_path)
    *lines, last = str(caught.value).splitlines()
    assert (len(caught.value.problems), len(lines)) == (3000, 20)
    assert last == "2980 more faults are not shown; mend these and try again"


def test_several_problems_are_one_line_each_and_nothing_is_loaded(tmp_path: Path) -> None:
    write(tmp_path, "documents", DOCUMENT | {"date": "x"}, DOCUMENT | {"type": ""}, DOCUMENT)
    with pytest.raises(RegisterRefusedError) as caught:
        load_register(tmp_path)
    assert len(caught.value.problems) == 2
    assert len(str(caught.value).splitlines()) == 2


@pytest.mark.parametrize(
    ("drop", "add", "words"),
    [
        ("date", "", "column 'date' is missing"),
        ("", "notes", "column 'notes' is not known"),
        ("", "type", "a column stands there twice"),
    ],
)
def test_the_columns_must_be_ours(tmp_path: Path, drop: str, add: str, words: str) -> None:
    write(tmp_path, "documents", DOCUMENT, drop=drop, add=add)
    with pytest.raises(RegisterColumnsError, match=words) as caught:
        load_register(tmp_path)
    assert "row 1" in str(caught.value)
    assert caught.value.expected == columns_of("documents")


def test_confidence_and_note_may_be_left_out(tmp_path: Path) -> None:
    write(tmp_path, "documents", DOCUMENT, drop="note")
    assert load_register(tmp_path).documents_signed("999-CT/TW")[0].row.note == ""


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("documents.csv", b"\xff\xfe\x00", "not UTF-8"),
        ("documents.csv", b'signature,"na', "not a table at line"),
        ("documents.csv", b"", "column 'signature' is missing"),
        ("banana.csv", b"a,b", "no table has this name"),
        ("readme.txt", b"hello", "holds no table"),
    ],
)
def test_a_file_that_is_no_table_is_refused(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(CanboError, match=words) as caught:
        load_register(tmp_path)
    assert "\n" not in str(caught.value)


def test_a_row_with_a_stray_comma_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, "documents", DOCUMENT)
    with path.open("a", encoding="utf-8") as file:
        file.write(",".join("x" * 30) + "\n")
    with pytest.raises(RegisterCellError, match="a comma inside a cell needs quotes"):
        load_register(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(RegisterFileError, match="no such folder"):
        load_register(tmp_path / "none")


def test_a_table_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    (tmp_path / "documents.csv").mkdir()
    with pytest.raises(RegisterFileError, match="cannot be read"):
        load_register(tmp_path)


def test_blank_lines_and_a_byte_order_mark_do_not_matter(tmp_path: Path) -> None:
    path = write(tmp_path, "documents", DOCUMENT)
    text = path.read_text(encoding="utf-8")
    path.write_text(f"\ufeff{text}\n ,,\n", encoding="utf-8")
    assert load_register(tmp_path).documents_signed("999-CT/TW")


def test_every_table_of_ours_has_its_columns() -> None:
    folder = Path(__file__).parents[3] / "graph" / "register" / "tables"
    assert {path.stem for path in folder.glob("*.csv")} == set(COLUMNS)
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            assert tuple(next(csv.reader(file))) == columns_of(path.stem)


LAW = "name,year,symbol,date,in_force_from,replaces,aliases,source,confidence,note\n"


@pytest.mark.parametrize(
    ("table", "row", "words"),
    [
        ("laws", LAW + "Luật Thử,2020,,,,2010,,s,low,\n", "row 2, replaces: '2010' should be"),
        ("laws", LAW + "Luật Đất đai,2013,,,,,,s,low,\n", "row 2: Luật Đất đai 2013 is already"),
        ("laws", LAW + "Luật Đất đai,2009,,,,2013,,s,low,\n", "replaces: '2013' should be a law"),
    ],
)
def test_a_law_that_cannot_stand_beside_the_others_is_refused(
    tmp_path: Path, table: str, row: str, words: str
) -> None:
    (tmp_path / f"{table}.csv").write_text(row, "utf-8")
    with pytest.raises(CanboError) as caught:
        load_register(tmp_path)
    assert words in str(caught.value)
