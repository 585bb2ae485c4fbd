"""Which registered document a citation means: one answer, several candidates, or none.

A Party document's symbol names a document only together with a term, and a text seldom gives it. So
every candidate is weighed by the rules of ``citation_evidence.py``. Where nothing in the text tells
them apart the answer is *ambiguous*: wrong is worse. The register is incomplete, so that being the
only one in it is not enough where the order of numbers proves that others exist.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from canbo.graph.citation_case import DECIDES, ENOUGH, FOR, Case, Companion
from canbo.graph.citation_entries import Entry, find_entries
from canbo.graph.citation_evidence import RULES, related
from canbo.graph.citation_meetings import cited_plenums
from canbo.graph.citation_mentions import open_where_mentions_differ
from canbo.graph.citation_setting import Setting, read_setting
from canbo.graph.citation_unseen import unseen_points, unseen_terms
from canbo.graph.citation_words import open_page
from canbo.graph.reading.model import Document, Reading
from canbo.graph.register import Register
from canbo.graph.register.documents import DocumentKey
from canbo.graph.resolution import (
    Candidate,
    Outcome,
    Resolution,
    Strength,
    choose,
    find_none,
    leave_open,
)
from canbo.graph.rulings import Ruling, follow_ruling
from canbo.spelling import PartialDate, parse_date

_AHEAD = 2
_NEAR = 300
_ROUNDS = 2
_MOST = 12


def resolve_citations(
    reading: Reading,
    register: Register,
    published: str | None = None,
    text: str = "",
    rulings: Mapping[int, Ruling] | None = None,
) -> list[Resolution]:
    """Return one resolution for each document of *reading*, in its order.

    *published* is the date of the text, else the reading's own is taken. With *text*, the words
    around each citation are weighed too. *rulings* are what people decided of the documents at
    these places; they win, and tell of the documents cited beside.
    """
    documents = reading.documents
    if not documents:
        return []
    stated = published or reading.attested_on
    day = parse_date(stated) if stated else None
    context = _Context(register, day, _last_day(reading), rulings or {})
    page = open_page(text, reading)
    settings = [read_setting(document, page, register, day) for document in documents]
    groups = _open_cases(reading, context, settings)
    found = _resolve_all(documents, groups, settings, context)
    plenums = cited_plenums(documents, register, day) | _find_same_meeting(groups, settings)
    for _ in range(_ROUNDS):
        groups = _add_companions(groups, found, plenums)
        found = _resolve_all(documents, groups, settings, context)
    return [
        one if at in context.rulings else open_where_mentions_differ(one, page, register)
        for at, one in enumerate(found)
    ]


@dataclass(frozen=True, slots=True)
class _Context:
    """The register, the day of the text, the last day that it speaks of, and what was decided."""

    register: Register
    day: PartialDate | None
    not_before: date | None
    rulings: Mapping[int, Ruling]


def _last_day(reading: Reading) -> date | None:
    """Return the last day that the text speaks of, before which it was not written."""
    stated = [
        *(document.date for document in reading.documents),
        *(event.date for event in reading.events),
        *(day for holding in reading.holdings for day in (holding.date, holding.attested_on)),
    ]
    days = [day.first for text in stated if text and (day := parse_date(text))]
    return max(days, default=None)


def _open_cases(
    reading: Reading, context: _Context, settings: Sequence[Setting]
) -> list[tuple[Case, ...]]:
    """Return for each document a case for everything registered that it can be."""
    groups: list[tuple[Case, ...]] = []
    for document, setting in zip(reading.documents, settings, strict=True):
        entries = find_entries(document, context.register)
        cases = [
            Case(
                document=document,
                entry=entry,
                rivals=tuple(o for o in entries if o is not entry and _is_there(o, context.day)),
                register=context.register,
                day=context.day,
                not_before=context.not_before,
                setting=setting,
            )
            for entry in entries
        ]
        groups.append(tuple(cases))
    return groups


def _is_there(entry: Entry, day: PartialDate | None) -> bool:
    """Return whether the document can have existed on the *day* of the text."""
    first = entry.days.first
    return first is None or day is None or first <= day.last


def _resolve_all(
    documents: Sequence[Document],
    groups: Sequence[tuple[Case, ...]],
    settings: Sequence[Setting],
    context: _Context,
) -> list[Resolution]:
    found: list[Resolution] = []
    for place, (document, cases) in enumerate(zip(documents, groups, strict=True)):
        candidates = tuple(_weigh(case) for case in cases)
        ruling = context.rulings.get(place)
        if ruling:
            found.append(follow_ruling(document, ruling, candidates, context.register))
        else:
            found.append(_resolve(document, candidates, settings[place], context))
    return found


def _resolve(
    document: Document, candidates: tuple[Candidate, ...], setting: Setting, context: _Context
) -> Resolution:
    alive = sorted((c for c in candidates if not c.is_excluded), key=lambda c: -c.points)
    if not alive:
        fitting = [c for c in candidates if c.has_its_title]
        if fitting:
            return leave_open(document, candidates, fitting)
        return find_none(document, candidates, context.register, setting.term)
    best, rest = alive[0], alive[1:]
    unseen = unseen_terms(document, candidates, setting, context.register, context.day)
    floor = max([*(c.points for c in rest), *unseen_points(document, best, unseen)], default=None)
    strength = _judge(best, floor)
    if strength is None:
        return leave_open(document, candidates, alive, unseen)
    return choose(document, best, candidates, strength)


def _weigh(case: Case) -> Candidate:
    found = (rule(case) for rule in RULES)
    return Candidate(case.entry, tuple(evidence for evidence in found if evidence))


def _judge(best: Candidate, floor: int | None) -> Strength | None:
    """Return how sure the best candidate is, None if it is not.

    It needs evidence of its own and to be ahead of the next. Alone in the register, with no
    other that the numbers prove, it needs only that nothing speaks against it.
    """
    if floor is None:
        sure = best.points >= DECIDES
        return Strength.STRONG if sure else Strength.WEAK if best.points >= 0 else None
    if best.points >= ENOUGH and best.points - floor >= _AHEAD:
        return Strength.STRONG if best.points >= DECIDES else Strength.WEAK
    if best.points >= 0 and floor <= -FOR:
        return Strength.WEAK
    return None


def _find_same_meeting(
    groups: Sequence[tuple[Case, ...]], settings: Sequence[Setting]
) -> frozenset[tuple[int, str]]:
    """Return the one plenum that passed all documents said to come from the same meeting."""
    at_plenums = [
        {
            (adoption.plenum, case.entry.key.term)
            for case in cases
            if case.entry.key and _is_there(case.entry, case.day)
            for adoption in case.register.adoptions_of(case.entry.key)
            if adoption.plenum is not None
        }
        for cases, setting in zip(groups, settings, strict=True)
        if setting.is_of_same_meeting
    ]
    first, *others = at_plenums or [set[tuple[int, str]]()]
    shared = first.intersection(*others)
    return frozenset(shared if others and len(shared) == 1 else ())


# --- documents cited together --------------------------------------------------------------------


def _add_companions(
    groups: Sequence[tuple[Case, ...]],
    found: Sequence[Resolution],
    plenums: frozenset[tuple[int, str]],
) -> list[tuple[Case, ...]]:
    """Return the cases with the related documents that other citations of the text can mean."""
    latest = _last_resolved(found)
    where: dict[DocumentKey, list[int]] = defaultdict(list)
    for at, resolution in enumerate(found):
        for entry in _still_possible(resolution):
            if entry.key:
                where[entry.key].append(at)
    return [
        tuple(
            replace(
                case,
                companions=_companions(case, at, where, found),
                plenums=plenums,
                not_before=max((d for d in (case.not_before, latest) if d), default=None),
            )
            for case in cases
        )
        for at, cases in enumerate(groups)
    ]


def _last_resolved(found: Sequence[Resolution]) -> date | None:
    """Return the day of the latest document that the text is known to cite."""
    days = [
        candidate.entry.date.first
        for resolution in found
        for candidate in resolution.candidates
        if candidate.entry.iri == resolution.iri and candidate.entry.date
    ]
    return max(days, default=None)


def _still_possible(resolution: Resolution) -> tuple[Entry, ...]:
    entries = [c.entry for c in resolution.candidates if not c.is_excluded]
    if resolution.outcome is Outcome.RESOLVED:
        return tuple(entry for entry in entries if entry.iri == resolution.iri)
    return tuple(entries)


def _companions(
    case: Case, own: int, where: dict[DocumentKey, list[int]], found: Sequence[Resolution]
) -> dict[DocumentKey, Companion]:
    companions: dict[DocumentKey, Companion] = {}
    for link in related(case.entry, case.register):
        key = link.target if link.document == case.entry.key else link.document
        for at in where.get(key, ()):
            other = found[at]
            if at != own:
                near = _distance(case.document, other.document) <= _NEAR
                companions[key] = Companion(near)
    return companions


def _distance(one: Document, other: Document) -> int:
    """Return the least number of characters between mentions of two documents."""
    gaps = (
        max(a.start - b.end, b.start - a.end, 0)
        for a in one.spans[:_MOST]
        for b in other.spans[:_MOST]
    )
    return min(gaps, default=0)
