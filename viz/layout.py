"""Where things stand: people, posts, organisations, documents and issuers in five columns.

Read from left to right a row is a sentence: who, holding which post, in which body, under which
document, issued by whom. Within its column a thing moves towards the middle of its neighbours
(barycentre sweeps, Sugiyama and others 1981), so that few lines cross. The same projection always
stands the same way.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from canbo.viz.things import Kind, Projection, Relation, Thing

SWEEPS: Final = 8
COLUMN_WIDTH: Final = 320
ROW_HEIGHT: Final = 64
ISSUERS: Final = 4
"""The last column: organisations that only issue."""

_COLUMN: Final = {
    Kind.PERSON: 0,
    Kind.POST: 1,
    Kind.ORGANIZATION: 2,
    Kind.DOCUMENT: 3,
    Kind.EVENT: 3,
}


@dataclass(frozen=True, slots=True)
class Place:
    """The *column* of a thing, its *row* within, and both in pixels, as pyvis wants them."""

    column: int
    row: int
    x: int
    y: int


def lay_out(projection: Projection) -> dict[str, Place]:
    """Return the place of each thing, by IRI."""
    issuers = _issuers(projection)
    columns: list[list[Thing]] = [[] for _ in range(ISSUERS + 1)]
    for thing in projection.things:
        columns[ISSUERS if thing.iri in issuers else _COLUMN[thing.kind]].append(thing)
    names = [[thing.iri for thing in sorted(column, key=_first_order)] for column in columns]
    ordered = reduce_crossings(names, ((fact.subject, fact.object) for fact in projection.facts))
    return {
        iri: Place(
            column, row, column * COLUMN_WIDTH, row * ROW_HEIGHT - len(iris) * ROW_HEIGHT // 2
        )
        for column, iris in enumerate(ordered)
        for row, iri in enumerate(iris)
    }


def _first_order(thing: Thing) -> tuple[int, str, str, str]:
    return thing.rank, thing.date, thing.label, thing.iri


def _issuers(projection: Projection) -> set[str]:
    """Return the organisations that issue documents and are shown to do nothing else."""
    others = {Relation.PART_OF, Relation.COUNTERPART, Relation.ISSUED_BY}
    issuing = {fact.object for fact in projection.facts if fact.relation is Relation.ISSUED_BY}
    busy = {
        end
        for fact in projection.facts
        if fact.relation not in others
        for end in (fact.subject, fact.object)
    }
    return issuing - busy


def reduce_crossings(
    columns: Iterable[Iterable[str]], links: Iterable[tuple[str, str]]
) -> list[list[str]]:
    """Return *columns* with their names reordered so that fewer *links* cross.

    Names that wish for the same place keep their order.
    """
    ordered = [list(column) for column in columns]
    column_of = {name: number for number, column in enumerate(ordered) for name in column}
    beside: dict[str, list[str]] = {name: [] for name in column_of}
    for one, other in links:
        if column_of[one] != column_of[other]:
            beside[one].append(other)
            beside[other].append(one)
    place: dict[str, float] = {}
    for column in ordered:
        _spread(column, place)
    for sweep in range(SWEEPS):
        numbers = range(len(ordered)) if sweep % 2 == 0 else reversed(range(len(ordered)))
        for number in numbers:
            middles = {name: _middle(name, beside, place) for name in ordered[number]}
            ordered[number].sort(key=middles.__getitem__)
            _spread(ordered[number], place)
    return ordered


def _spread(column: list[str], place: dict[str, float]) -> None:
    """Put the names of *column* at equal distances from 0 to 1, so that columns compare."""
    for row, name in enumerate(column):
        place[name] = (row + 0.5) / len(column)


def _middle(name: str, beside: Mapping[str, list[str]], place: Mapping[str, float]) -> float:
    """Return the mean place of a name's neighbours, its own where it has none."""
    near = beside[name]
    return sum(place[other] for other in near) / len(near) if near else place[name]
