"""What people decided about citations, found again in the texts. A ruling wins over every rule."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from canbo.errors import DecisionsError
from canbo.graph.citation_case import NAMES, Evidence
from canbo.graph.citation_entries import Entry, find_meant
from canbo.graph.judging.decisions import Meaning
from canbo.graph.reading.model import Document
from canbo.graph.register import Register
from canbo.graph.resolution import (
    Candidate,
    Outcome,
    Resolution,
    Strength,
    choose,
    find_none,
    leave_open,
)

NONE_REGISTERED = "unregistered"
"""What a person writes as the document where the citation means none of the register."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a citation means: the registered document *entry*, or none, or it stays open."""

    outcome: Outcome
    entry: Entry | None
    reason: str


class Rulings:
    """The rulings by the names of their sources."""

    def __init__(self, meanings: Iterable[Meaning] = (), register: Register | None = None) -> None:
        """Look each document up; raises DecisionsError for one that is not registered."""
        self._by_source: defaultdict[str, list[tuple[Meaning, Ruling]]] = defaultdict(list)
        for meaning in meanings:
            if register:
                self._by_source[meaning.place[0]].append((meaning, _rule(meaning, register)))

    def of(self, ways: Iterable[str], documents: Sequence[Document]) -> dict[int, Ruling]:
        """Return the rulings on *documents* of a source by their places; *ways* are its names.

        One on a mention holds for all mentions of the document in that text.
        """
        rows = [row for way in sorted(ways) for row in self._by_source.get(way, ())]
        found: defaultdict[int, list[Ruling]] = defaultdict(list)
        for meaning, ruling in rows:
            place = _find_cited(meaning, documents)
            if place is not None:
                found[place].append(ruling)
        return {place: _agree(rulings) for place, rulings in found.items()}


def follow_ruling(
    document: Document,
    ruling: Ruling,
    candidates: tuple[Candidate, ...],
    register: Register,
) -> Resolution:
    """Return what was decided of *document*, with the *candidates* that the rules had weighed."""
    decided = Evidence("decision", NAMES, ruling.reason)
    if ruling.entry:
        best = Candidate(ruling.entry, (decided,))
        others = tuple(c for c in candidates if c.entry.iri != ruling.entry.iri)
        found = choose(document, best, (best, *others), Strength.STRONG)
        return replace(found, reasons=(ruling.reason,))
    if ruling.outcome is Outcome.AMBIGUOUS and candidates:
        possible = [c for c in candidates if not c.is_excluded]
        found = leave_open(document, candidates, possible or candidates)
        return replace(found, reasons=(ruling.reason, *found.reasons), rules=(decided.rule,))
    found = find_none(document, (), register)
    return replace(found, reasons=(ruling.reason,), rules=(decided.rule,))


def _rule(meaning: Meaning, register: Register) -> Ruling:
    reason = f"người quyết định, dòng {meaning.line} của tệp quyết định"
    if not meaning.document:
        return Ruling(Outcome.AMBIGUOUS, None, reason)
    if meaning.document == NONE_REGISTERED:
        return Ruling(Outcome.UNREGISTERED, None, reason)
    entry = find_meant(meaning.document, register)
    if entry is None:
        said = f"no one registered document is {meaning.document!r}, write it like 10-CT/TW khóa X"
        raise DecisionsError(meaning.path, meaning.line, said)
    return Ruling(Outcome.RESOLVED, entry, reason)


def _agree(rulings: Sequence[Ruling]) -> Ruling:
    """Return the one ruling; where rows contradict each other the citation stays open."""
    first = rulings[0]
    if all((r.outcome, r.entry) == (first.outcome, first.entry) for r in rulings):
        return first
    reasons = dict.fromkeys(ruling.reason for ruling in rulings)
    return Ruling(Outcome.AMBIGUOUS, None, f"các quyết định trái nhau: {'; '.join(reasons)}")


def _find_cited(meaning: Meaning, documents: Sequence[Document]) -> int | None:
    """Return which of *documents* is mentioned there, by the mention that covers most of it."""
    span = meaning.place[1]
    covered = [
        (min(span.end, at.end) - max(span.start, at.start), -place)
        for place, document in enumerate(documents)
        for at in document.spans
    ]
    best = max(covered, default=(0, 0))
    return -best[1] if best[0] > 0 else None
