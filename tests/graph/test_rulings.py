from pathlib import Path

import pytest

from canbo.errors import DecisionsError
from canbo.graph.citation_entries import find_meant
from canbo.graph.citations import resolve_citations
from canbo.graph.judging.decisions import Meaning, read_decisions, read_meanings
from canbo.graph.reading.model import Document, Reading, Span
from canbo.graph.register import load_register
from canbo.graph.resolution import Resolution, Strength
from canbo.graph.rulings import Rulings

REGISTER = load_register()
HEAD = "decision,source_a,start_a,end_a,source_b,start_b,end_b,document,by\n"
DIRECTIVE = Document("Chỉ thị", "Chỉ thị 10-CT/TW", (Span(10, 26), Span(80, 96)), "10-CT/TW")
GUIDE = Document("Hướng dẫn", "Hướng dẫn 12-HD/BTCTW", (Span(40, 61),), "12-HD/BTCTW")
LOCAL = Document("Kế hoạch", "Kế hoạch 41-KH/TU", (Span(100, 117),), "41-KH/TU")


def write(folder: Path, *rows: str) -> Path:
    path = folder / "decisions.csv"
    path.write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def decide(folder: Path, *rows: str, day: str | None = "2022-09-28") -> list[Resolution]:
    """Return what the three documents mean in the source ``tin-1`` after these decisions."""
    rulings = Rulings(read_meanings(write(folder, *rows)), REGISTER)
    documents = (DIRECTIVE, GUIDE, LOCAL)
    found = rulings.of({"tin-1", "https://example.org/1"}, documents)
    return resolve_citations(Reading(documents=documents), REGISTER, day, rulings=found)


def test_without_a_decision_the_rules_decide(tmp_path: Path) -> None:
    assert [found.outcome for found in decide(tmp_path)] == ["resolved", "resolved", "unregistered"]


def test_a_decision_wins_over_every_rule(tmp_path: Path) -> None:
    found, _, _ = decide(tmp_path, "means,tin-1,10,26,,,,10-CT/TW khóa XI,Mai")
    assert (found.outcome, found.term, found.date) == ("resolved", "XI", "2011-12-05")
    assert found.iri == "https://w3id.org/canbo/document/tw/xi/ct/10"
    assert (found.strength, found.rules) == (Strength.STRONG, ("decision",))
    assert found.reasons == ("người quyết định, dòng 2 của tệp quyết định",)
    assert {candidate.entry.term for candidate in found.candidates} == {"X", "XI"}


def test_even_against_the_date_of_the_text(tmp_path: Path) -> None:
    row = "means,https://example.org/1,85,90,,,,10-CT/TW khóa XI,"
    assert decide(tmp_path, row, day="2008-01-01")[0].term == "XI"


def test_a_decided_document_tells_of_those_beside_it(tmp_path: Path) -> None:
    rules = decide(tmp_path, "means,tin-1,40,61,,,,12-HD/BTCTW khóa XII,")[0].rules
    assert "companion" in rules
    directive, guide, _ = decide(tmp_path, "means,tin-1,40,61,,,,12-HD/BTCTW khóa XIII,")
    assert guide.term == "XIII"
    assert directive.outcome == "ambiguous"


def test_what_a_person_leaves_open_is_open(tmp_path: Path) -> None:
    found, _, local = decide(tmp_path, "unsure,tin-1,10,26,,,,,Mai", "unsure,tin-1,100,117,,,,,")
    assert found.outcome == "ambiguous"
    assert found.rules == ("decision",)
    assert len(found.possible) == 2
    # It has no candidate between which it could be open.
    assert (local.outcome, local.rules) == ("unregistered", ("decision",))


def test_a_person_can_say_that_it_is_none_of_the_registered(tmp_path: Path) -> None:
    found, _, _ = decide(tmp_path, "means,tin-1,10,26,,,,unregistered,")
    assert (found.outcome, found.candidates) == ("unregistered", ())
    assert found.reasons[0].startswith("người quyết định")


def test_a_document_the_text_misprints_can_be_meant(tmp_path: Path) -> None:
    *_, found = decide(tmp_path, "means,tin-1,100,117,,,,37-QĐ/TW khóa XIII,")
    assert found.iri == "https://w3id.org/canbo/document/tw/xiii/qdd/37"


def test_decisions_that_contradict_each_other_leave_it_open(tmp_path: Path) -> None:
    terms = ("means,tin-1,10,26,,,,10-CT/TW khóa XI,", "means,tin-1,80,96,,,,10-CT/TW khóa X,")
    found, _, _ = decide(tmp_path, *terms)
    assert found.outcome == "ambiguous"
    assert "dòng 2" in found.reasons[0]
    assert "dòng 3" in found.reasons[0]
    assert decide(tmp_path, terms[0], terms[0])[0].term == "XI"


@pytest.mark.parametrize(
    "row",
    ["means,tin-2,10,26,,,,10-CT/TW khóa XI,", "means,tin-1,27,39,,,,10-CT/TW khóa XI,"],
)
def test_what_is_decided_elsewhere_waits(tmp_path: Path, row: str) -> None:
    assert decide(tmp_path, row)[0].term == "X"


@pytest.mark.parametrize(
    ("written", "tail"),
    [
        ("https://w3id.org/canbo/document/tw/x/ct/10", "tw/x/ct/10"),
        ("10-CT/TW khóa X", "tw/x/ct/10"),
        ("10 – CT/T.Ư khóa 10", "tw/x/ct/10"),
        ("05-CT/TW", "tw/xii/ct/5"),
        ("Điều lệ Đảng khóa XI", "named/dieu-le-dang-5c4e2125"),
        ("Luật Đất đai 2013", "state/qh13/2013/l/45"),
        ("Luật Đất đai năm 2013", "state/qh13/2013/l/45"),
        ("45/2013/QH13", "state/qh13/2013/l/45"),
        ("https://w3id.org/canbo/document/state/qh13/2013/l/45", "state/qh13/2013/l/45"),
        ("10-CT/TW", None),
        ("10-CT/TW khóa XX", None),
        ("10-CT/TW khóa XII", None),
        ("Luật Đất đai", None),
        ("Luật Đất đai 2014", None),
        ("https://w3id.org/canbo/document/tw/x/ct/9999", None),
        ("ngày mai", None),
    ],
)
def test_a_document_is_written_as_people_write_it(written: str, tail: str | None) -> None:
    entry = find_meant(written, REGISTER)
    assert (entry.iri.partition("/document/")[2] if entry else None) == tail


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("means,tin-1,10,26,,,,,", "line 2: the document is missing"),
        ("unsure,tin-1,10,26,,,,10-CT/TW khóa X,", "line 2: unsure takes no document"),
        ("means,tin-1,a,26,,,,10-CT/TW khóa X,", "line 2: a start or an end is no number"),
    ],
)
def test_a_row_that_cannot_be_followed_is_named(tmp_path: Path, row: str, words: str) -> None:
    for read in (read_meanings, read_decisions):
        with pytest.raises(DecisionsError, match=words):
            read(write(tmp_path, row))


def test_a_document_that_is_not_registered_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, "means,tin-1,10,26,,,,10-CT/TW,")
    with pytest.raises(DecisionsError, match="line 2: no one registered document is '10-CT/TW'"):
        Rulings(read_meanings(path), REGISTER)


def test_one_file_holds_decisions_of_both_kinds(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "same,tin-1,0,9,tin-2,5,14,,Mai",
        "means,tin-1,10,26,,,,10-CT/TW khóa X,Mai",
    )
    assert [decision.verdict for decision in read_decisions(path)] == ["same"]
    assert read_meanings(path) == (
        Meaning(("tin-1", Span(10, 26)), "10-CT/TW khóa X", str(path), 3),
    )


def test_a_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DecisionsError, match="cannot be read as UTF-8"):
        read_meanings(path)
