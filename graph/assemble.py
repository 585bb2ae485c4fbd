"""From sources and their readings to the quads of the whole graph.

One pass over the sources, in order of their IRIs: the quads of each source are given away at once,
and what its words mean for shared things is gathered. Then identity, tenures and meetings are
judged over all of it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from pyoxigraph import Quad

from canbo.graph.careers import describe_person, describe_redirects, describe_tenure
from canbo.graph.citations import resolve_citations
from canbo.graph.cited_documents import CitedDocuments, Settled
from canbo.graph.directives import Directives, Meant
from canbo.graph.evidence import Witness
from canbo.graph.judgement import Judgement, Testimony, judge
from canbo.graph.judging.claims import Claim, judge_force, parse_when
from canbo.graph.judging.decisions import Decision, settle_decisions
from canbo.graph.judging.identity import Local
from canbo.graph.judging.ledger import Key, Ledger
from canbo.graph.judging.reprints import Copy, find_reprints, sketch_text
from canbo.graph.knowledge import ways_to_name
from canbo.graph.legal_bases import find_bases
from canbo.graph.meetings import Meetings
from canbo.graph.offices import Office, Offices
from canbo.graph.officials import described_subjects, read_officials, stated_quads
from canbo.graph.reading.model import Event, Holding, Reading, Span, Status
from canbo.graph.register import Register
from canbo.graph.register.quads import stated_bases
from canbo.graph.reorganisations import Reorganisations
from canbo.graph.rulings import Rulings
from canbo.graph.standings import find_standings
from canbo.graph.testimony import (
    Citation,
    attest_action,
    attest_change,
    attest_document,
    attest_event,
    attest_holding,
    describe_reprint,
    describe_source,
)
from canbo.graph.texts.sources import Source
from canbo.graph.vocabulary import vocabulary_quads
from canbo.ontology.iris import source_iri


@dataclass(frozen=True, slots=True)
class Tally:
    """How much was stated, resolved, left open and decided by people, by kind."""

    statements: Counter[str] = field(default_factory=Counter[str])
    citations: Counter[str] = field(default_factory=Counter[str])
    decided: Counter[str] = field(default_factory=Counter[str])
    unread: Counter[str] = field(default_factory=Counter[str])


@dataclass(frozen=True, slots=True)
class _Reported:
    """A meeting that a source reports: its IRI, and that of the body whose meeting it is."""

    event: Event
    iri: str
    body: str


class Assembler:
    """Takes sources one by one, then says what follows from all of them."""

    def __init__(
        self,
        register: Register,
        ledger: Ledger,
        decisions: Sequence[Decision] = (),
        rulings: Rulings | None = None,
    ) -> None:
        """Begin with what the register knows, the *ledger* so far and what humans decided."""
        self.tally: Final = Tally()
        self._register = register
        self._ledger = ledger
        self._decisions = decisions
        self._rulings = rulings or Rulings()
        known = described_subjects(stated_quads(register)) | described_subjects(vocabulary_quads())
        self._known = known
        self._offices = Offices(register, known)
        self._meetings = Meetings(register, known, self._offices)
        self._changes = Reorganisations(register, self._offices)
        self._cited = CitedDocuments(register, known, ledger)
        bases = stated_bases(register)
        self._directives = Directives(self._cited, self._offices, self._meetings, bases)
        self._settled = Settled()
        self._locals: list[Local] = []
        self._copies: list[Copy] = []
        self._acts: list[tuple[str, Key, Meant]] = []
        self._attended: list[tuple[str, Key]] = []
        self._named = {place[0] for d in decisions for place in (d.one, d.other)}
        self._ways: dict[str, str] = {}
        self._mentions: defaultdict[str, list[tuple[Span, Key]]] = defaultdict(list)

    def base(self) -> Iterator[Quad]:
        """Yield what does not depend on any source: the vocabulary and the register."""
        yield from vocabulary_quads()
        yield from stated_quads(self._register)

    def take(self, source: Source, reading: Reading) -> Iterator[Quad]:
        """Yield the quads of a source; remember what it claims. In order of the sources' IRIs.

        Raises EvidenceError where a statement rests on words that are not there.
        """
        witness = Witness(source_iri(source.key), source.text, source.id)
        describe_source(witness, source)
        people = (person.name for person in reading.persons)
        self._copies.append(sketch_text(witness.iri, source.published, source.text, people))
        events = self._take_events(witness, reading)
        self._take_changes(witness, reading)
        persons = self._take_holdings(witness, reading, events)
        self._take_attendees(events, persons)
        self._take_directives(witness, source, reading, persons)
        self._remember_mentions(witness.iri, source, reading, persons)
        for unread in reading.unread:
            self.tally.unread[f"{unread.kind}: {unread.reason}"] += 1
        yield from witness.quads
        yield from self._give_away()

    def finish(self) -> Judgement:
        """Return what follows from all sources that were taken."""
        registered = read_officials(self._register, self._offices)
        decisions = settle_decisions(self._decisions, self._ways, self._mentions)
        offices = self._offices.by_post
        standings = find_standings(offices, self._register)
        ends = self._changes.ends()
        testimony = Testimony(self._locals, registered, offices, standings, ends)
        judged = judge(testimony, self._meetings, decisions, self._ledger)
        self._settled = self._cited.settle()
        return replace(judged, ledger=self._settled.join(judged.ledger))

    def conclude(self, judgement: Judgement) -> Iterator[Quad]:
        """Yield the shared things of the derived graph."""
        for iri, person in judgement.persons.items():
            if iri not in self._known:
                yield from describe_person(iri, person)
        for tenure in judgement.tenures:
            yield from describe_tenure(tenure)
            for event in {claim.event for claim in tenure.stretch.claims if claim.event}:
                self._meetings.elect(event, tenure.iri)
        given = judgement.ledger.given["person"]
        for action, actor, document in self._acts:
            self._directives.act(action, given[actor], document)
        self._directives.conclude(self._settled)
        for event, attendee in self._attended:
            self._meetings.attend(event, given[attendee])
        yield from self._meetings.quads()
        yield from self._changes.quads()
        yield from self._give_away()
        yield from self._tell_reprints()
        for old, ends in judgement.ledger.redirects.items():
            yield from describe_redirects(old, ends)

    def _tell_reprints(self) -> Iterator[Quad]:
        for reprint, original in find_reprints(self._copies).items():
            self.tally.statements["reprints"] += 1
            yield from describe_reprint(reprint, original)

    def _give_away(self) -> Iterator[Quad]:
        """Yield what was described of shared things since the last time."""
        for describer in (self._offices, self._directives):
            quads, describer.quads = describer.quads, []
            yield from quads

    def _take_events(self, witness: Witness, reading: Reading) -> list[_Reported]:
        """Return the meetings reported."""
        events: list[_Reported] = []
        for event in reading.events:
            attestations = attest_event(witness, event, reading.attested_on)
            body = self._offices.organisation(event.org)
            events.append(_Reported(event, self._meetings.report(event, attestations), body))
            self.tally.statements["events"] += 1
        return events

    def _take_changes(self, witness: Witness, reading: Reading) -> None:
        for change in reading.changes:
            attestations = attest_change(witness, change, reading.attested_on)
            self._changes.report(change, attestations, reading.attested_on)
            self.tally.statements["changes"] += 1

    def _take_holdings(
        self, witness: Witness, reading: Reading, events: list[_Reported]
    ) -> dict[str, Key]:
        """Return the people who hold something or act, by their names in this text."""
        claims: defaultdict[str, list[Claim]] = defaultdict(list)
        for action in reading.actions:
            if any(person.name == action.actor for person in reading.persons):
                claims[action.actor] = []
        for holding in reading.holdings:
            claims[holding.person].append(self._claim(witness, holding, reading, events))
            self.tally.statements["holdings"] += 1
        persons: dict[str, Key] = {}
        for name in sorted(claims):
            span = _first_mention(name, reading)
            persons[name] = Key(witness.iri, span.start, span.end, name)
            self._locals.append(Local(persons[name], tuple(claims[name])))
        return persons

    def _take_attendees(self, events: list[_Reported], persons: dict[str, Key]) -> None:
        for reported in events:
            names = (name for name in reported.event.attendees if name in persons)
            self._attended += ((reported.iri, persons[name]) for name in names)

    def _claim(
        self, witness: Witness, holding: Holding, reading: Reading, events: list[_Reported]
    ) -> Claim:
        office = self._offices.office(holding.post, holding.org)
        span = min(holding.spans)
        label = "|".join(
            (holding.person, holding.post, holding.org, holding.status, holding.date or "")
        )
        when = parse_when(holding.date or holding.attested_on or reading.attested_on)
        until = parse_when(holding.until)
        return Claim(
            attestations=attest_holding(witness, holding),
            key=Key(witness.iri, span.start, span.end, label),
            post=office.post,
            organisation=office.organisation,
            status=holding.status,
            force=judge_force(holding.status, holding.sanction, when, until),
            when=when,
            is_dated=holding.date is not None,
            since=parse_when(holding.since),
            until=until,
            term=holding.term,
            event=_elected_at(events, office, holding),
        )

    def _take_directives(
        self, witness: Witness, source: Source, reading: Reading, persons: dict[str, Key]
    ) -> None:
        citations: list[Citation] = []
        meant: dict[str, Meant] = {}
        rulings = self._rulings.of(ways_to_name(source), reading.documents)
        found = resolve_citations(
            reading, self._register, source.published, source.text, rulings=rulings
        )
        for place, (cited, resolution) in enumerate(zip(reading.documents, found, strict=True)):
            own = attest_document(witness, cited, reading.attested_on)
            meant[cited.key] = self._directives.resolve(witness.iri, own, resolution)
            citations += own
            self.tally.statements["documents"] += 1
            self.tally.statements["citations"] += len(own)
            self.tally.citations[str(resolution.outcome)] += len(own)
            self.tally.decided["citations"] += len(own) if place in rulings else 0
        for based, on in find_bases(reading):
            self._directives.base(meant.get(based), meant.get(on))
        for action in reading.actions:
            iri = attest_action(witness, action, tuple(citations), reading.attested_on)
            document = meant.get(action.document)
            self.tally.statements["actions"] += 1
            if action.actor in persons:
                self._acts.append((iri, persons[action.actor], document))
            elif action.actor in meant:
                self._directives.act(iri, meant[action.actor], document)
            else:
                actor = self._offices.organisation(action.actor)
                self._directives.act(iri, actor, document)

    def _remember_mentions(
        self, iri: str, source: Source, reading: Reading, persons: dict[str, Key]
    ) -> None:
        """Keep where the people of a source stand that a human decided something about."""
        ways = ways_to_name(source) & self._named
        if ways:
            self._ways |= dict.fromkeys(sorted(ways), iri)
            known = (one for one in reading.persons if one.name in persons)
            self._mentions[iri] = [(one.span, persons[one.name]) for one in known]


def _elected_at(events: Sequence[_Reported], office: Office, holding: Holding) -> str | None:
    """Return the meeting of the body that somebody was elected at, of several that of the day."""
    if holding.status is not Status.ELECTED:
        return None
    own = [reported for reported in events if reported.body == office.organisation]
    same_day = [reported for reported in own if reported.event.date == holding.date]
    return next((reported.iri for reported in (*same_day, *own)), None)


def _first_mention(name: str, reading: Reading) -> Span:
    """Return where *name* first stands for a person, else where a post of theirs is stated."""
    spans = [person.span for person in reading.persons if person.name == name]
    held = [min(holding.spans) for holding in reading.holdings if holding.person == name]
    return min(spans or held)
