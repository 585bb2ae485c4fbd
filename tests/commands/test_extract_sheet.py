"""How what a text states is laid out for people."""

from rich.console import Console
from rich.table import Table

from canbo.commands.extract_sheet import (
    DEED_WORDS,
    STATUS_WORDS,
    Sheet,
    documents_table,
    holdings_table,
    quote,
    unread_table,
)
from canbo.graph.citations import resolve_citations
from canbo.graph.reading.model import Deed, Holding, Reading, Span, Status, Unread
from canbo.graph.reading.reader import read_statements
from canbo.graph.register import load_register
from canbo.graph.texts.sources import Source

TEXT = (
    "Ông Bê là Chủ tịch. Chi bộ quán triệt Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị,"
    " Chỉ thị số 10-CT/TW, Kế hoạch số 7 của Chi bộ."
)


def printed(table: Table) -> str:
    console = Console(width=200)
    with console.capture() as capture:
        console.print(table)
    return capture.get()


def test_every_status_and_deed_has_its_word() -> None:
    assert set(STATUS_WORDS) == set(Status)
    assert set(DEED_WORDS) == set(Deed)


def test_a_short_passage_is_quoted_whole_and_a_long_one_piece_by_piece() -> None:
    text = "Lê A" + " x" * 100 + " Bí thư"
    spans = (Span(0, 4), Span(len(text) - 6, len(text)))
    assert quote("Lê A,  Bí thư", (Span(0, 4), Span(7, 13))) == "Lê A, Bí thư"
    assert quote(text, spans) == "Lê A … Bí thư"


def test_a_person_is_named_once_and_times_are_shown() -> None:
    span = (Span(0, 3),)
    out = printed(
        holdings_table(
            [
                Holding("Lê A", "Bí thư", "X", Status.ELECTED, span, "2020-01-02", "2020-2025"),
                Holding("Lê A", "Chủ tịch", "Y", Status.FORMER, span, since="2012", until="2014"),
                Holding("Lê B", "Chủ tịch", "Y", Status.CURRENT, span, attested_on="2020-01-02"),
            ],
            "Ông",
        )
    )
    assert out.count("Lê A") == 1
    for words in ("nhiệm kỳ 2020-2025", "2012 – 2014", "nêu ngày 2020-01-02"):
        assert words in out


def test_each_citation_says_which_document_it_is_or_why_not() -> None:
    reading = read_statements(TEXT)
    found = resolve_citations(reading, load_register(), None, TEXT)
    out = printed(documents_table(reading.documents, found))
    assert "khóa XII, 2016-05-15" in out
    assert "ambiguous" in out
    assert "unregistered" in out


def test_what_was_not_read_is_listed_with_the_reason() -> None:
    reading = Reading(unread=(Unread(Span(0, 3), "post", "no name was found for it"),))
    out = printed(unread_table(reading, "Ông"))
    assert "no name was found for it" in out


def test_the_explanation_ends_with_what_was_not_read() -> None:
    console = Console(width=160)
    source = Source("k", "k", "k.txt", "Chủ tịch UBND tỉnh Gia Lai họp.", "0", "txt", "2020-01-01")
    with console.capture() as capture:
        Sheet(console).show(source, explain=True)
    assert "2020-01-01" in capture.get()
    assert "not read" in capture.get()
