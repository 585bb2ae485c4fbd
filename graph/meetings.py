"""Congresses, sessions and plenums over all sources, and the terms of the bodies that hold them."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal, TypeAlias

from pyoxigraph import Quad

from canbo.graph.describe import Description
from canbo.graph.judging.claims import parse_when
from canbo.graph.offices import Offices
from canbo.graph.reading.model import Event
from canbo.graph.register import Register
from canbo.graph.register.iris import CENTRAL_COMMITTEE, NATIONAL_CONGRESS, congress_iri, plenum_iri
from canbo.ontology.iris import event_iri, graph_iri, organization_iri, term_iri
from canbo.ontology.names import CB
from canbo.ontology.standards import OA, SCHEMA, TIME
from canbo.spelling import PartialDate, fold, name_key, parse_date

Kind: TypeAlias = Literal["congress", "session", "plenum"]

_CLASSES: Final[dict[Kind, str]] = {
    "congress": CB.Congress,
    "session": CB.Session,
    "plenum": CB.Plenum,
}
_CENTRAL: Final = (CENTRAL_COMMITTEE, "Bộ Chính trị", "Ban Bí thư")
"""The bodies whose terms begin with the national congress."""

_FIRST: Final = {"1", "01", "nhất", "I"}
_ASSEMBLY: Final = "Quốc hội"
_ELECTED_THERE: Final = ("Ủy ban Thường vụ Quốc hội", "Chính phủ")
"""The bodies whose terms begin with the first session of an Assembly: Constitution, art. 73, 97."""


@dataclass(slots=True)
class _Meeting:
    """What the sources say of one meeting.

    *elects* are the bodies, besides its own, that get their terms from it.
    """

    kind: Kind
    organisation: str
    names: Counter[str] = field(default_factory=Counter[str])
    dates: Counter[str] = field(default_factory=Counter[str])
    ordinals: Counter[str] = field(default_factory=Counter[str])
    terms: Counter[str] = field(default_factory=Counter[str])
    attestations: list[str] = field(default_factory=list[str])
    tenures: set[str] = field(default_factory=set[str])
    attendees: set[str] = field(default_factory=set[str])
    elects: tuple[str, ...] = ()

    @property
    def opens_term(self) -> bool:
        """Whether a term begins with it: a congress, or the first session of a council's term."""
        return self.kind == "congress" or (
            self.kind == "session" and bool(_FIRST & self.ordinals.keys())
        )


class Meetings:
    """Gathers what sources say of meetings; describes each once all is known."""

    def __init__(self, register: Register, registered: frozenset[str], offices: Offices) -> None:
        """Begin with *registered*, the IRIs of what the register describes."""
        self._register = register
        self._registered = registered
        self._described = set(registered)
        self._offices = offices
        self._graph: Final = graph_iri("derived")
        self._meetings: dict[str, _Meeting] = {}
        self._terms: list[Quad] = []

    def report(self, event: Event, attestations: tuple[str, ...]) -> str:
        """Add what one source says of a meeting; return its IRI."""
        body = self._offices.full_name(event.org)
        kind = sort_meeting(event.name)
        iri = self._name(event, body, kind)
        meeting = self._meetings.get(iri) or self._begin(iri, kind, body)
        meeting.names[event.name] += 1
        for counter, said in (
            (meeting.dates, event.date),
            (meeting.ordinals, event.ordinal),
            (meeting.terms, (known := _term_of(event, kind)) and self.term(event.org, known)),
        ):
            if said:
                counter[said] += 1
        meeting.attestations += attestations
        return iri

    def _begin(self, iri: str, kind: Kind, body: str) -> _Meeting:
        """Return a new meeting of *body*, with the bodies that a council elects for its term."""
        elected: tuple[str, ...] = _ELECTED_THERE if body == _ASSEMBLY else ()
        if body.startswith("HĐND "):
            elected = (f"UBND {body.removeprefix('HĐND ')}",)
        elects = tuple(organization_iri(self._offices.full_name(name)) for name in elected)
        own = self._offices.organisation(body)
        return self._meetings.setdefault(iri, _Meeting(kind, own, elects=elects))

    def elect(self, meeting: str, tenure: str) -> None:
        """Add that a *tenure* began with an election there."""
        self._meetings[meeting].tenures.add(tenure)

    def attend(self, meeting: str, person: str) -> None:
        """Add that a *person* was there."""
        self._meetings[meeting].attendees.add(person)

    def term(self, body: str, written: str) -> str:
        """Return the IRI of a term of *body*, as written: years or ordinal; describe it once."""
        name = self._offices.full_name(body)
        iri = self._national_term(name, written) or term_iri(name, written)
        if iri not in self._described:
            self._described.add(iri)
            self._terms += self._describe_term(iri, body, written)
        return iri

    def plenum(self, number: int | None, term: str) -> str | None:
        """Return the IRI of the registered plenum with this *number* in a *term*, if it is one."""
        known = self._register.plenums(number, term) if number else ()
        if len(known) != 1:
            return None
        return plenum_iri(term, number, known[0].session)

    def boundaries(self) -> dict[str, list[date]]:
        """Return for each organisation the days, sorted, on which its terms are known to begin."""
        days: defaultdict[str, set[date]] = defaultdict(set)
        for term in self._register.tables.terms:
            if term.congress_end.day:
                for body in _CENTRAL:
                    days[organization_iri(body)].add(term.congress_end.first)
        for meeting in self._meetings.values():
            if meeting.opens_term:
                spans = (parse_when(written) for written in meeting.dates)
                held = {when.first for when in spans if when and when.first == when.last}
                for body in (meeting.organisation, *meeting.elects):
                    days[body] |= held
        return {body: sorted(found) for body, found in days.items()}

    def quads(self) -> Iterator[Quad]:
        """Yield the meetings and the terms of the derived graph."""
        for iri, meeting in sorted(self._meetings.items()):
            yield from self._describe_meeting(iri, meeting)
        yield from self._terms

    def _name(self, event: Event, body: str, kind: Kind) -> str:
        if kind == "congress" and body == NATIONAL_CONGRESS and event.ordinal:
            return congress_iri(event.ordinal)
        told = event.ordinal or event.term or event.date
        which = told if kind == "congress" and told else name_key(event.name)
        return event_iri(kind, body, which)

    def _national_term(self, body: str, written: str) -> str | None:
        """Return the term of the register that a central body's *written* term is."""
        if body not in _CENTRAL:
            return None
        year = written.partition("-")[0]
        known = self._register.term(written) or next(
            (t for t in self._register.tables.terms if str(t.congress_end.year) == year), None
        )
        return term_iri("TW", known.name) if known else None

    def _describe_term(self, iri: str, body: str, written: str) -> Iterator[Quad]:
        found = Description(iri, self._graph, CB.Term, TIME.ProperInterval)
        first, _, last = written.partition("-")
        has_years = first.isdecimal() and last.isdecimal()
        found.name(f"nhiệm kỳ {written}" if has_years else f"khóa {written}")
        found.link(CB.termOf, self._offices.organisation(body))
        if has_years:
            found.date(CB.startYear, PartialDate(int(first)))
            found.date(CB.endYear, PartialDate(int(last)))
        else:
            found.write(CB.ordinal, written)
        yield from found

    def _describe_meeting(self, iri: str, meeting: _Meeting) -> Iterator[Quad]:
        if iri not in self._registered:
            found = Description(iri, self._graph, _CLASSES[meeting.kind], SCHEMA.Event)
            names = _by_count(meeting.names)
            found.name(names[0], names[1:])
            found.link(CB.eventOf, meeting.organisation)
            found.write(CB.ordinal, next(iter(_by_count(meeting.ordinals)), None))
            found.date(SCHEMA.startDate, best_date(meeting.dates))
            term = next(iter(_by_count(meeting.terms)), None)
            found.link(CB.opensTerm if meeting.opens_term else CB.term, term)
            yield from found
        links = Description(iri, self._graph)
        for tenure in sorted(meeting.tenures):
            links.link(CB.elected, tenure)
        for person in sorted(meeting.attendees):
            links.link(SCHEMA.attendee, person)
        yield from links
        for attestation in meeting.attestations:
            link = Description(attestation, self._graph)
            link.link(OA.hasBody, iri)
            yield from link


def sort_meeting(name: str) -> Kind:
    """Return what kind of meeting *name* names.

    >>> sort_meeting("Kỳ họp thứ 13 HĐND Quận 1 khóa X")
    'session'
    """
    said = fold(name)
    if said.startswith("ky hop"):
        return "session"
    return "plenum" if said.startswith("hoi nghi") else "congress"


def _term_of(event: Event, kind: Kind) -> str | None:
    """Return the term of *event*; that of a session may stand in its name (``khóa XV``)."""
    if event.term or kind != "session":
        return event.term
    before, khoa, ordinal = event.name.rpartition(" khóa ")
    return ordinal if before and khoa and ordinal.isalnum() else None


def _by_count(counted: Counter[str]) -> list[str]:
    return sorted(counted, key=lambda said: (-counted[said], said))


def best_date(dates: Counter[str]) -> PartialDate | None:
    """Return the fullest date, of several the most frequent, then the earliest."""
    best = min(dates, key=lambda said: (-len(said), -dates[said], said), default=None)
    return parse_date(best) if best else None
