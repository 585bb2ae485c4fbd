"""What must hold of the reading of any text: where its spans are, and what changes no statement."""

import json
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canbo.graph.reading.model import Reading, Span
from canbo.graph.reading.reader import read_statements
from canbo.graph.reading.record import record

GOLD = Path(__file__).parent / "gold"
IDLE = "Trời nắng to, gió nhẹ, chim hót trên cành."
OLD_TONES = {"òa": "oà", "óa": "oá", "ỏa": "oả", "ọa": "oạ", "ủy": "uỷ", "úy": "uý", "ụy": "uỵ"}
Passage = tuple[str, str | None]


@cache
def passages() -> tuple[Passage, ...]:
    """Return text and day of every passage of gold, composed."""
    files = (file.read_text("utf-8") for file in sorted(GOLD.glob("*.jsonl")))
    cases = (json.loads(line) for text in files for line in text.splitlines())
    return tuple((unicodedata.normalize("NFC", c["text"]), c["published"]) for c in cases)


def stated(reading: Reading) -> dict[str, Any]:
    """Return all that is stated, with the mentions and with what was left unread, but no places."""
    told: dict[str, Any] = json.loads(json.dumps(record(reading)), object_hook=_forget_places)
    told["people"] = [person.name for person in reading.persons]
    told["bodies"] = [(body.name, str(body.inferred)) for body in reading.bodies]
    told["there"] = [(event.name, event.attendees) for event in reading.events]
    return told


def _forget_places(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if name not in ("spans", "span")}


def spans_of(reading: Reading) -> Iterator[Span]:
    """Yield every place that a reading points at."""
    for told in (reading.holdings, reading.documents, reading.actions, reading.events):
        for one in told:
            yield from one.spans
    for mentions in (reading.persons, reading.bodies, reading.unread):
        for mention in mentions:
            yield mention.span


def place_tones_as_of_old(text: str) -> str:
    """Return *text* with the tones of open syllables where they were once put."""
    for new, old in OLD_TONES.items():
        for tail in (" ", ",", ".", ";", "\n"):
            text = text.replace(new + tail, old + tail)
    return text


def put_between(text: str) -> str:
    """Return *text* with an idle paragraph between any two that a blank line parts."""
    return text.replace("\n\n", f"\n\n{IDLE}\n\n")


CHANGES: dict[str, Callable[[str], str]] = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "old tone placement": place_tones_as_of_old,
    "blanks that do not break": lambda text: text.replace(" ", "\u00a0"),
    "two blanks": lambda text: text.replace(" ", "  "),
    "an invisible mark behind each blank": lambda text: text.replace(" ", " \u200b"),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "blanks at the ends of lines": lambda text: text.replace("\n", " \n"),
    "a byte order mark": lambda text: "\ufeff" + text,
    "blank lines around": lambda text: f"\n\n{text}\n\n",
    "the Icelandic letter": lambda text: text.replace("Đ", "Ð"),
    "an idle paragraph before": lambda text: f"{IDLE}\n{text}",
    "an idle paragraph behind": lambda text: f"{text}\n{IDLE}",
    "idle paragraphs between": put_between,
}


@pytest.mark.parametrize("place", range(len(CHANGES)), ids=list(CHANGES))
def test_spelling_and_idle_paragraphs_change_no_statement(place: int) -> None:
    change = list(CHANGES.values())[place]
    for text, published in passages()[place :: len(CHANGES)]:
        spelled = read_statements(change(text), published)
        assert stated(spelled) == stated(read_statements(text, published)), text


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_span_of_a_passage_is_made_of_whole_words(form: str) -> None:
    for composed, published in passages()[::6]:
        text = composed if form == "NFC" else unicodedata.normalize("NFD", composed)
        for span in spans_of(read_statements(text, published)):
            assert 0 <= span.start < span.end <= len(text)
            quote = text[span.start : span.end]
            assert quote == quote.strip()
            assert not unicodedata.combining(quote[0])
            assert not (text[span.end :] and unicodedata.combining(text[span.end]))


def test_every_mention_of_a_person_or_a_document_is_in_its_words() -> None:
    for text, published in passages()[1::6]:
        reading = read_statements(text, published)
        for person in reading.persons:
            said = text[person.span.start : person.span.end].casefold().split()
            assert set(said) & set(person.name.casefold().split())
        for document in reading.documents:
            for span in document.spans:
                assert any(c.isdigit() or c.isupper() for c in text[span.start : span.end])


SLICES = st.integers(0, 10_000)


@settings(max_examples=60)
@given(SLICES, SLICES, SLICES, st.sampled_from(["", " ", "\n", ": ", ", ", "\u0301"]))
def test_torn_and_joined_passages_are_read_and_their_spans_lie_inside(
    one: int, other: int, cut: int, joint: str
) -> None:
    left, right = passages()[one % len(passages())][0], passages()[other % len(passages())][0]
    text = left[: cut % (len(left) + 1)] + joint + right[cut % (len(right) + 1) :]
    for span in spans_of(read_statements(text)):
        assert 0 <= span.start < span.end <= len(text)
