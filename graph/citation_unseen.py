"""What a citation may mean besides the registered: documents that the order of numbers proves.

The register is incomplete, so that being the only candidate is not enough where others must exist.
"""

from collections.abc import Sequence
from datetime import date

from canbo.graph.citation_entries import is_whole_number, series_of
from canbo.graph.citation_setting import Setting
from canbo.graph.citation_timing import fits_age
from canbo.graph.reading.model import Document
from canbo.graph.register import Register
from canbo.graph.register.numbering import days_of_number, is_in_use, is_surely_reached
from canbo.graph.resolution import Candidate, Unseen
from canbo.spelling import PartialDate, System, parse_signature

_RECENT_YEARS = 25
_FIRST_YEAR = 1991


def unseen_points(document: Document, best: Candidate, unseen: Sequence[Unseen]) -> tuple[int, ...]:
    """Return the points of what may be meant and is not registered; none where nothing may.

    Another resolution of the same plenum has all that the plenum gives; a number alone may be of
    any body.
    """
    if document.plenum is not None:
        shared = {"explicit-term", "event", "issuer"}
        return (sum(found.points for found in best.evidence if found.rule in shared),)
    if unseen or (document.signature is None and best.entry.number):
        return (0,)
    if best.entry.key and (best.entry.key.body or _restarts_each_year(document)):
        return (0,)
    return ()


def _restarts_each_year(document: Document) -> bool:
    """Return whether a State symbol is without its year, so that every year has one like it."""
    signature = parse_signature(document.signature or "")
    is_of_state = signature is not None and signature.system is System.STATE
    return is_of_state and not is_whole_number(document)


def unseen_terms(
    document: Document,
    candidates: Sequence[Candidate],
    setting: Setting,
    register: Register,
    day: PartialDate | None,
) -> tuple[Unseen, ...]:
    """Return the terms that have, or may have, a document of this symbol which is not registered.

    A term may have it if the series was in use there. Terms that began more than 25 years before
    the text are left out: what is that old is cited with its date or term.
    """
    place = series_of(document)
    if place is None or document.term or document.date or setting.term:
        return ()
    series, number = place
    known = {candidate.entry.term for candidate in candidates}
    until = day.last if day else date.max
    since = day.year - _RECENT_YEARS if day else _FIRST_YEAR
    found: list[Unseen] = []
    for term in register.tables.terms:
        if term.name in known or term.numbering_from.year < since:
            continue
        days = days_of_number(series, number, term, register)
        if setting.age and day and fits_age(setting.age, days, day) is False:
            continue
        is_there = days.first is None or days.first <= until
        if is_there and is_in_use(series, term.name, register):
            sure = is_surely_reached(series, number, term.name, register)
            found.append(Unseen(term.name, sure))
    return tuple(found)
