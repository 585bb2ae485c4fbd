"""What the order of numbers says: when a document was signed, and which others must exist.

Numbers of one type run from 01 without a gap within a term, from the day after one congress closes
to the day the next one does (36-HD/VPTW of 2018, II.1.3.1). So a registered 23-CT/TW of May 2023
proves that khóa XIII has a 15-CT/TW, signed before it, whether or not that one is registered.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from canbo.graph.register.check import group_by_numbering, pick_rising
from canbo.graph.register.documents import RegisteredDocument, Term
from canbo.graph.register.register import Register

SLACK = timedelta(days=31)
"""Numbers are given out a little before or after the day that is signed; at most 12 days were seen
between neighbours in the wrong order."""


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day on which something can have happened; None is without end."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class _Line:
    """The numbers of one series in one term that rise with their days."""

    numbers: tuple[int, ...]
    days: tuple[date, ...]


def days_of(document: RegisteredDocument, register: Register) -> Days:
    """Return when the document can have been signed: its date, else what its number allows."""
    day = document.date
    if day and day.day:
        return Days(day.first, day.first)
    term = register.term(document.key.term)
    found = _days_of_term(term)
    if day:
        found = _narrow(found, Days(day.first, day.last))
    if document.signature:
        place = (document.series, document.key.term)
        found = _narrow(found, _days_of_number(place, document.signature.number, register))
    return found


def days_of_number(series: str, number: int, term: Term, register: Register) -> Days:
    """Return when the document with this number of a series would have been signed in *term*."""
    return _narrow(_days_of_term(term), _days_of_number((series, term.name), number, register))


def is_surely_reached(series: str, number: int, term: str, register: Register) -> bool:
    """Return whether a higher number of the series is registered in the term."""
    line = _lines(register).get((series, term))
    return bool(line and line.numbers[-1] > number)


def is_in_use(series: str, term: str, register: Register) -> bool:
    """Return whether any dated document of the series is registered in the term."""
    return (series, term) in _lines(register)


def _days_of_term(term: Term | None) -> Days:
    if term is None:
        return Days(None, None)
    end = term.numbering_to.last if term.numbering_to else None
    return Days(term.congress_start.first, end)


def _days_of_number(place: tuple[str, str], number: int, register: Register) -> Days:
    line = _lines(register).get(place)
    if line is None:
        return Days(None, None)
    below = bisect_left(line.numbers, number)
    above = bisect_right(line.numbers, number)
    first = line.days[below - 1] - SLACK if below else None
    last = line.days[above] + SLACK if above < len(line.days) else None
    return Days(first, last)


def _narrow(one: Days, other: Days) -> Days:
    firsts = [day for day in (one.first, other.first) if day]
    lasts = [day for day in (one.last, other.last) if day]
    return Days(max(firsts, default=None), min(lasts, default=None))


@lru_cache(maxsize=8)
def _lines(register: Register) -> dict[tuple[str, str], _Line]:
    lines: dict[tuple[str, str], _Line] = {}
    for place, documents in group_by_numbering(register.tables.documents).items():
        rising = pick_rising(documents)
        numbers = tuple(d.signature.number for d in rising if d.signature)
        days = tuple(d.date.first for d in rising if d.date)
        lines[place] = _Line(numbers, days)
    return lines
