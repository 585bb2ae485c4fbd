"""What became of organisations as all sources tell it: changes, and the lives of the bodies.

A change is one thing whoever tells of it: its kind and the organisations on both sides. What the
register knows of it stands; texts then only attest it. The bounds of a body's life follow from all
that is told, be it of one change or of several:

* done on a date, or from it on: a body that ended did so between the day before and that date
* done, without a date: by the day the text speaks of
* decided on a date: not before it

Dates that agree are narrowed to what they have in common; where they contradict, anything from the
first to the last of them is possible. Changes that follow from the reform of the units in 2025 are
told here too.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from pyoxigraph import Quad

from canbo.graph.describe import VIETNAMESE, Description
from canbo.graph.judging.claims import When, parse_when
from canbo.graph.meetings import best_date
from canbo.graph.offices import Offices
from canbo.graph.organisations import describe_organisation
from canbo.graph.reading.model import Change, Reform
from canbo.graph.register import Register
from canbo.ontology.iris import change_iri, concept_iri, graph_iri
from canbo.ontology.names import CB
from canbo.ontology.standards import DCTERMS, OA, ORG, SKOS
from canbo.spelling import PartialDate

_DAY: Final = timedelta(days=1)
_FOLLOWS: Final = "suy từ sắp xếp đơn vị hành chính năm 2025"


@dataclass(frozen=True, slots=True)
class End:
    """The last day of an organisation, and the IRIs that say so."""

    day: date
    grounds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """What one source says of when a change was: the day it speaks of bounds what has no date."""

    when: When | None
    spoken: When | None
    is_done: bool


@dataclass(slots=True)
class _Change:
    """One change, as all sources tell of it; organisations by their names."""

    kind: Reform
    originals: tuple[str, ...]
    results: tuple[str, ...]
    told: list[_Told] = field(default_factory=list[_Told])
    dates: Counter[str] = field(default_factory=Counter[str])
    attestations: list[str] = field(default_factory=list[str])

    @property
    def gone(self) -> tuple[str, ...]:
        """The organisations that ended with it."""
        return tuple(name for name in self.originals if name not in self.results)

    @property
    def new(self) -> tuple[str, ...]:
        """The organisations that began with it."""
        return tuple(name for name in self.results if name not in self.originals)


class Reorganisations:
    """Gathers what sources say of changes; tells of each once all is known."""

    def __init__(self, register: Register, offices: Offices) -> None:
        """Begin with what the *register* knows of organisations."""
        self._register = register
        self._offices = offices
        self._graph: Final = graph_iri("derived")
        self._changes: dict[str, _Change] = {}

    def report(self, change: Change, attestations: tuple[str, ...], spoken: str | None) -> None:
        """Add what one source says of a *change*; *spoken* is the ISO day the source speaks of."""
        originals, results = (
            tuple(sorted({self._name(body) for body in side}))
            for side in (change.originals, change.results)
        )
        iri = change_iri(change.kind, "", *originals, "→", *results)
        kept = self._changes.setdefault(iri, _Change(change.kind, originals, results))
        when = parse_when(change.date)
        kept.told.append(_Told(when, parse_when(spoken), change.is_done))
        if change.date and change.is_done:
            kept.dates[change.date] += 1
        kept.attestations += attestations

    def ends(self) -> dict[str, End]:
        """Return the last days that texts, and not the register, give of organisations, by IRI."""
        found: dict[str, End] = {}
        for body, changes in self._ended().items():
            _, last = _bound(changes)
            if last:
                grounds = {iri for change in changes for iri in change.attestations}
                found[body] = End(last, tuple(sorted(grounds)))
        return found

    def quads(self) -> Iterator[Quad]:
        """Yield the changes, and when the bodies on both sides ended and began."""
        for iri, change in sorted(self._changes.items()):
            for registered in (known := self._registered(change)) or [iri]:
                yield from self._attest(registered, change.attestations)
            if not known:
                yield from self._describe(iri, change)
        for body, changes in self._ended().items():
            first, last = _bound(changes)
            before = first and first - _DAY
            yield from self._bound_life(
                body, (CB.dissolvedEarliest, CB.dissolvedLatest), before, last
            )
        for body, changes in self._begun().items():
            first, last = _bound(changes)
            yield from self._bound_life(body, (CB.foundedEarliest, CB.foundedLatest), first, last)
        yield from self._follow_units()

    def _name(self, body: str) -> str:
        self._offices.organisation(body)
        return describe_organisation(self._offices.full_name(body), self._register).name

    def _is_known(self, name: str) -> bool:
        """Whether the register, or the end of its unit, says when the body ended."""
        return describe_organisation(name, self._register).ended is not None

    def _registered(self, change: _Change) -> list[str]:
        """Return the IRIs of the changes of the register that *change* is."""
        rows = [self._register.organ(name) for name in change.gone]
        return [
            change_iri("merger", row.valid_to.iso, row.name, row.successor)
            for row in rows
            if row and row.valid_to and row.successor in change.results
        ]

    def _attest(self, iri: str, attestations: Iterable[str]) -> Iterator[Quad]:
        for attestation in attestations:
            link = Description(attestation, self._graph)
            link.link(OA.hasBody, iri)
            yield from link

    def _describe(self, iri: str, change: _Change) -> Iterator[Quad]:
        found = Description(iri, self._graph, CB.OrgChange, ORG.ChangeEvent)
        found.link(CB.changeType, concept_iri("change-type", change.kind))
        for predicate, side in (
            (ORG.originalOrganization, change.originals),
            (ORG.resultingOrganization, change.results),
        ):
            for name in side:
                found.link(predicate, self._offices.organisation(name))
        found.date(DCTERMS.date, best_date(change.dates))
        yield from found

    def _ended(self) -> dict[str, list[_Change]]:
        """Return the changes that ended each body whose end the register does not say, by IRI."""
        found: defaultdict[str, list[_Change]] = defaultdict(list)
        for _, change in sorted(self._changes.items()):
            for name in change.gone:
                if not self._is_known(name):
                    found[self._offices.organisation(name)].append(change)
        return found

    def _begun(self) -> dict[str, list[_Change]]:
        """Return the changes that began each body whose beginning the register does not say."""
        found: defaultdict[str, list[_Change]] = defaultdict(list)
        for _, change in sorted(self._changes.items()):
            for name in change.new:
                organ = self._register.organ(name)
                if not (organ and organ.valid_from):
                    found[self._offices.organisation(name)].append(change)
        return found

    def _bound_life(self, body: str, names: tuple[str, str], *days: date | None) -> Iterator[Quad]:
        found = Description(body, self._graph)
        for name, day in zip(names, days, strict=True):
            found.date(name, PartialDate(day.year, day.month, day.day) if day else None)
        yield from found

    def _follow_units(self) -> Iterator[Quad]:
        """Yield the changes of bodies whose province became part of another."""
        told: set[str] = set()
        while waiting := sorted(set(self._offices.succeeded) - told):
            for name in waiting:
                told.add(name)
                facts = describe_organisation(name, self._register)
                if facts.ended and facts.successor:
                    day = PartialDate(facts.ended.year, facts.ended.month, facts.ended.day)
                    iri = change_iri("merger", day.iso, name, facts.successor)
                    found = Description(iri, self._graph, CB.OrgChange, ORG.ChangeEvent)
                    found.link(CB.changeType, concept_iri("change-type", "merger"))
                    found.link(ORG.originalOrganization, self._offices.organisation(name))
                    heir = self._offices.organisation(facts.successor)
                    found.link(ORG.resultingOrganization, heir)
                    found.date(DCTERMS.date, day)
                    found.write(SKOS.note, _FOLLOWS, VIETNAMESE)
                    yield from found


def _bound(changes: Iterable[_Change]) -> tuple[date | None, date | None]:
    """Return the first and the last day on which what *changes* did can have been done."""
    every = [one for change in changes for one in change.told]
    dated = [one.when for one in every if one.is_done and one.when]
    first, last = (
        max((w.first for w in dated), default=None),
        min((w.last for w in dated), default=None),
    )
    if first and last and first > last:
        first, last = min(w.first for w in dated), max(w.last for w in dated)
    for one in every:
        if not one.is_done and one.when and (last is None or one.when.first <= last):
            first = max(first or one.when.first, one.when.first)
    for one in every:
        if one.is_done and not one.when and one.spoken:
            by = one.spoken.last
            last = min(last or by, by) if first is None or first <= by else last
    return first, last
