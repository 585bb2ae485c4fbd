"""What must not come after what: the order shapes, judged here because dates may be partial.

SHACL leaves undefined whether ``2020`` is before ``2020-05-01``, and pyshacl fails on two years. Of
two dates the part is compared that both have, so that only a certain disorder is reported.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, cast

from rdflib import RDF, SH, XSD, Graph, Literal, URIRef
from rdflib.term import Node

_DATES: Final = frozenset({XSD.date, XSD.gYearMonth, XSD.gYear})


@dataclass(frozen=True, slots=True)
class Order:
    """For things of the classes *targets*, *earlier* is before *later*, or the same day as well."""

    shape: Node
    targets: tuple[Node, ...]
    earlier: URIRef
    later: URIRef
    is_strict: bool


def find_orders(rules: Graph) -> list[Order]:
    """Return what the order shapes among *rules* ask for."""
    kinds = ((SH.lessThan, True), (SH.lessThanOrEquals, False))
    return [
        Order(
            shape=shape,
            targets=tuple(rules.objects(shape, SH.targetClass)),
            earlier=cast("URIRef", rules.value(shape, SH.path)),
            later=cast("URIRef", later),
            is_strict=is_strict,
        )
        for predicate, is_strict in kinds
        for shape, later in rules.subject_objects(predicate)
    ]


def find_disorder(graph: Graph, order: Order) -> Iterator[tuple[Node, Node]]:
    """Yield each thing that breaks *order*, with the value that comes too late."""
    for target in order.targets:
        for thing in graph.subjects(RDF.type, target):
            for early in graph.objects(thing, order.earlier):
                laters = graph.objects(thing, order.later)
                if any(is_after(early, late, or_same=order.is_strict) for late in laters):
                    yield thing, early


def is_after(early: Node, late: Node, *, or_same: bool) -> bool:
    """Return whether *early* certainly comes after *late*, *or_same*; False where it is unclear.

    >>> year, day = Literal("2020", datatype=XSD.gYear), Literal("2019-12-31", datatype=XSD.date)
    >>> is_after(year, day, or_same=False), is_after(day, year, or_same=False)
    (True, False)
    """
    if not (isinstance(early, Literal) and isinstance(late, Literal)):
        return False
    if early.datatype in _DATES and late.datatype in _DATES:
        shared = min(len(early), len(late))
        day, limit = early[:shared], late[:shared]
        return day > limit or (or_same and day == limit)
    if isinstance(early.value, int) and isinstance(late.value, int):
        return early.value > late.value or (or_same and early.value == late.value)
    return False
