from pathlib import Path

import pytest

from canbo.errors import DecisionsError
from canbo.graph.judging.decisions import Decision, Decisions, read_decisions, settle_decisions
from canbo.graph.judging.ledger import Key
from canbo.graph.reading.model import Span

HEAD = "decision,source_a,start_a,end_a,source_b,start_b,end_b,by\n"
AN = Key("iri/1", 0, 9, "An")
BINH = Key("iri/1", 20, 29, "Bình")
OTHER = Key("iri/2", 5, 14, "An")
NAMES = {"https://example.org/1": "iri/1", "two": "iri/2"}
MENTIONS = {
    "iri/1": [(Span(0, 9), AN), (Span(20, 29), BINH), (Span(40, 49), AN)],
    "iri/2": [(Span(5, 14), OTHER)],
}


def write(folder: Path, *rows: str, head: str = HEAD) -> Path:
    path = folder / "decisions.csv"
    path.write_text(head + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def settle(path: Path) -> Decisions:
    return settle_decisions(read_decisions(path), NAMES, MENTIONS)


def test_without_a_file_or_a_row_nothing_is_decided(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "decisions.csv") == ()
    assert read_decisions(write(tmp_path)) == ()
    assert read_decisions(write(tmp_path, head="")) == ()


def test_a_row_says_what_was_decided_of_which_places(tmp_path: Path) -> None:
    path = write(tmp_path, "same,https://example.org/1,0,9,two,5,14,Mai")
    assert read_decisions(path) == (
        Decision("same", ("https://example.org/1", Span(0, 9)), ("two", Span(5, 14))),
    )


@pytest.mark.parametrize(
    ("row", "settled"),
    [
        ("same,https://example.org/1,0,9,two,5,14,", Decisions(same=((AN, OTHER),))),
        ("different,two,5,14,https://example.org/1,41,60,", Decisions(different=((OTHER, AN),))),
        ("same,https://example.org/1,8,25,two,0,99,", Decisions(same=((BINH, OTHER),))),
        ("unsure,https://example.org/1,0,9,two,5,14,", Decisions()),
        ("same,https://example.org/1,10,19,two,5,14,", Decisions()),
        ("same,gone,0,9,two,5,14,", Decisions()),
        ("different,https://example.org/1,0,9,https://example.org/1,40,49,", Decisions()),
    ],
)
def test_a_place_means_the_mention_that_covers_most_of_it(
    tmp_path: Path, row: str, settled: Decisions
) -> None:
    assert settle(write(tmp_path, row)) == settled


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("perhaps,two,0,9,two,5,14,", "line 3: the decision is 'perhaps', it can be same"),
        ("same,two,zero,9,two,5,14,", "line 3: a start or an end is no number"),
        ("same,two", "line 3: a start or an end is no number"),
    ],
)
def test_a_row_that_cannot_be_followed_is_named(tmp_path: Path, row: str, words: str) -> None:
    with pytest.raises(DecisionsError, match=words):
        read_decisions(write(tmp_path, "unsure,two,0,9,two,5,14,", row))


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(DecisionsError, match="line 1: there is no column start_b, end_b"):
        read_decisions(write(tmp_path, head="decision,source_a,start_a,end_a,source_b\n"))
