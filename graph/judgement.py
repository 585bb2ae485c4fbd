"""Over all sources: who is one person, which tenures follow, and what IRIs they go by."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from canbo.graph.careers import Tenure
from canbo.graph.doubts import find_undecided
from canbo.graph.judging.claims import Claim, Force
from canbo.graph.judging.decisions import Decisions
from canbo.graph.judging.identity import Local, Person, identify_persons
from canbo.graph.judging.ledger import Key, Ledger, follow_redirects, name_clusters
from canbo.graph.judging.neighbours import bound_by_neighbours, end_with_organisation
from canbo.graph.judging.standing import Standing
from canbo.graph.judging.tenures import Seat, Stretch, find_stretches
from canbo.graph.judging.undecided import Doubt
from canbo.graph.meetings import Meetings
from canbo.graph.offices import Office
from canbo.graph.officials import Registered
from canbo.graph.reorganisations import End
from canbo.ontology.iris import passage_iri, person_iri, tenure_iri
from canbo.spelling import name_key

Held: TypeAlias = tuple[str, str, bool]
"""A person and a post (IRIs), and whether it is held for the time being."""


@dataclass(frozen=True, slots=True)
class Testimony:
    """All that is claimed: by the texts, person by person, and by the register.

    *ends* are the last days that texts give of organisations, by their IRIs.
    """

    locals: Sequence[Local]
    registered: Registered
    offices: Mapping[str, Office]
    standings: Mapping[str, Standing]
    ends: Mapping[str, End] = field(default_factory=dict[str, End])


@dataclass(frozen=True, slots=True)
class Judgement:
    """Persons and tenures with their IRIs, the ledger that keeps them, and what is left open."""

    persons: Mapping[str, Person]
    tenures: Sequence[Tenure]
    ledger: Ledger
    undecided: Sequence[Doubt] = ()


def judge(
    testimony: Testimony, meetings: Meetings, decisions: Decisions, ledger: Ledger
) -> Judgement:
    """Return what follows from *testimony*, with the IRIs that *ledger* gave already."""
    persons = identify_persons(
        testimony.locals, testimony.registered.officials, decisions, testimony.standings
    )
    people = [[local.key for local in person.locals] for person in persons]
    fixed = _find_officials(persons, testimony.registered.officials)
    named = name_clusters(people, ledger.given["person"], _mint_person, fixed)
    by_iri = dict(zip(named.iris, persons, strict=True))
    unnamed = _form_tenures(_group_claims(by_iri, testimony), testimony, meetings)
    tenures, claimed, moved = _name_tenures(unnamed, testimony, meetings, ledger)
    given = {key: iri for keys, iri in zip(people, named.iris, strict=True) for key in keys}
    living = {*named.iris, *(tenure.iri for tenure in tenures)}
    redirects = follow_redirects(ledger, {**named.redirects, **moved}, living)
    undecided = find_undecided(by_iri, tenures, decisions)
    kept = Ledger({"person": given, "tenure": claimed}, redirects)
    return Judgement(by_iri, tenures, kept, undecided)


def _mint_person(_: int, key: Key) -> str:
    return person_iri(key.label, passage_iri(key.source, key.start, key.end))


def _find_officials(
    persons: Sequence[Person], officials: Mapping[tuple[str, str, str], str]
) -> dict[int, str]:
    """Return the officials of the register that *persons* are, each the one who shares most."""
    shared: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for place, person in enumerate(persons):
        for local in person.locals:
            name = name_key(local.key.label)
            for claim in local.claims:
                official = officials.get((name, claim.post, claim.organisation))
                if official:
                    shared[official][place] += 1
    return {
        min(places, key=lambda place: (-places[place], place)): official
        for official, places in shared.items()
    }


def _group_claims(persons: Mapping[str, Person], testimony: Testimony) -> dict[Held, list[Claim]]:
    held: defaultdict[Held, list[Claim]] = defaultdict(list)
    for person, claim in testimony.registered.claims:
        held[person, claim.post, claim.is_acting].append(claim)
    for iri, cluster in persons.items():
        for local in cluster.locals:
            for claim in local.claims:
                held[iri, claim.post, claim.is_acting].append(claim)
    return held


def _form_tenures(
    held: Mapping[Held, list[Claim]], testimony: Testimony, meetings: Meetings
) -> list[tuple[Held, Stretch]]:
    boundaries = meetings.boundaries()
    seats = _find_seats(held, testimony.offices)
    found: list[tuple[Held, Stretch]] = []
    for (person, post, is_acting), claims in sorted(held.items(), key=lambda item: item[0]):
        office = testimony.offices[post]
        terms = boundaries.get(office.organisation, ())
        seat = None if is_acting else seats.get(post)
        for stretch in find_stretches(claims, person, terms, seat):
            ended = end_with_organisation(stretch, *_find_end(office, testimony.ends))
            found.append(((person, post, is_acting), ended))
    return _follow_successions(found, testimony.offices)


def _find_end(office: Office, ends: Mapping[str, End]) -> tuple[tuple[str, ...], date | None]:
    """Return what says when the body of *office* ended, and when: the register before texts."""
    told = ends.get(office.organisation)
    if office.ended is None and told:
        return told.grounds, told.day
    return (office.organisation,), office.ended


def _follow_successions(
    formed: list[tuple[Held, Stretch]], offices: Mapping[str, Office]
) -> list[tuple[Held, Stretch]]:
    """Return what was *formed*, in the same order, in one-seat posts bounded by neighbours (R4)."""
    lines: defaultdict[str, list[int]] = defaultdict(list)
    for place, ((_, post, is_acting), _) in enumerate(formed):
        if offices[post].is_single and not is_acting:
            lines[post].append(place)
    found = list(formed)
    for line in lines.values():
        held = [(formed[place][0][0], formed[place][1]) for place in line]
        for place, stretch in zip(line, bound_by_neighbours(held), strict=True):
            found[place] = (formed[place][0], stretch)
    return found


def _find_seats(
    held: Mapping[Held, Iterable[Claim]], offices: Mapping[str, Office]
) -> dict[str, Seat]:
    """Return who certainly holds each one-seat post when."""
    holders: defaultdict[str, set[tuple[date, date, str]]] = defaultdict(set)
    for (person, post, is_acting), claims in held.items():
        if is_acting or not offices[post].is_single:
            continue
        for claim in claims:
            if claim.force in {Force.HOLDS, Force.STARTS} and claim.when:
                holders[post].add((claim.when.first, claim.when.last, person))
    return {post: Seat(sorted(found)) for post, found in holders.items()}


def _name_tenures(
    unnamed: Sequence[tuple[Held, Stretch]],
    testimony: Testimony,
    meetings: Meetings,
    ledger: Ledger,
) -> tuple[list[Tenure], dict[Key, str], Mapping[str, tuple[str, ...]]]:
    keys = [[claim.key for claim in stretch.claims] for _, stretch in unnamed]

    def mint(place: int, key: Key) -> str:
        person, post, _ = unnamed[place][0]
        founding = f"{passage_iri(key.source, key.start, key.end)} {key.label}"
        return tenure_iri(person, post, founding)

    named = name_clusters(keys, ledger.given["tenure"], mint)
    claimed = {key: iri for own, iri in zip(keys, named.iris, strict=True) for key in own}
    tenures: list[Tenure] = []
    for ((person, post, is_acting), stretch), iri in zip(unnamed, named.iris, strict=True):
        office = testimony.offices[post]
        term = meetings.term(office.body, stretch.term) if stretch.term else None
        tenures.append(Tenure(iri, person, office, stretch, is_acting, term))
    return tenures, claimed, named.redirects
