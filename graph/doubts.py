"""Which people of a judgement may be one: what a build counts and ``canbo review`` asks about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from canbo.graph.careers import Tenure
from canbo.graph.judging.bounds import BoundName
from canbo.graph.judging.decisions import Decisions
from canbo.graph.judging.identity import Person
from canbo.graph.judging.ledger import Key
from canbo.graph.judging.undecided import Career, Doubt, find_doubts
from canbo.graph.localities import find_place, name_place

_FIRST: Final[BoundName] = "startLatest"
_LAST: Final[BoundName] = "endEarliest"


def find_undecided(
    persons: Mapping[str, Person], tenures: Iterable[Tenure], decisions: Decisions
) -> list[Doubt]:
    """Return the undecided pairs of *persons* that no human told apart, sorted.

    *persons* are named by their IRIs.
    """
    owners = {local.key: iri for iri, person in persons.items() for local in person.locals}
    apart = {frozenset(owners[key] for key in pair) for pair in decisions.different}
    return [
        doubt
        for doubt in find_doubts(_tell_careers(persons, tenures))
        if doubt.outcome == "undecided" and frozenset({doubt.one.iri, doubt.other.iri}) not in apart
    ]


def _tell_careers(persons: Mapping[str, Person], tenures: Iterable[Tenure]) -> Iterator[Career]:
    held: defaultdict[str, list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        held[tenure.person].append(tenure)
    for iri, person in persons.items():
        keys = tuple(sorted(local.key for local in person.locals))
        yield _tell_career(iri, keys, held[iri])


def _tell_career(iri: str, mentions: tuple[Key, ...], tenures: list[Tenure]) -> Career:
    places = {name_place(find_place(tenure.office.body)) for tenure in tenures}
    firsts, lasts = (
        [
            bound.date.isoformat()
            for tenure in tenures
            for bound in tenure.stretch.bounds
            if bound.name == name
        ]
        for name in (_FIRST, _LAST)
    )
    return Career(
        iri=iri,
        mentions=mentions,
        organisations=frozenset(tenure.office.organisation for tenure in tenures),
        places=frozenset(place for place in places if place),
        first=min(firsts, default=""),
        last=max(lasts, default=""),
    )
