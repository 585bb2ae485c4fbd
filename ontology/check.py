"""Hold a graph against the shapes, and say in both languages what is wrong where."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final, cast

from pyshacl import validate  # pyright: ignore[reportUnknownVariableType]
from rdflib import RDF, SH, XSD, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from canbo.ontology.load import shapes

_SHAPES: Final = "https://w3id.org/canbo/shapes#"


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One thing that does not have the shape it must have.

    *focus* is the IRI of the thing, *path* the property at fault (empty where the whole thing is),
    *shape* the name of the rule in ``shapes.ttl``, *value* what stands there instead, if anything.
    """

    focus: str
    path: str
    shape: str
    value: str
    severity: str
    message_vi: str
    message_en: str

    def message(self, language: str) -> str:
        """Return the message in *language*: ``vi``, else English."""
        return self.message_vi if language == "vi" else self.message_en


def check(graph: Graph) -> list[Violation]:
    """Return all violations of the shapes in *graph*, sorted; an empty list where there are none.

    *graph* is the union of what is to be checked; it needs no vocabulary beside the data and is not
    changed.
    """
    results = _validate(graph)
    found = results.subjects(RDF.type, SH.ValidationResult)
    return sorted({_violation(results, result) for result in found})


@cache
def _shapes() -> Graph:
    return shapes()


@cache
def _shapes_without_orders() -> Graph:
    rules = shapes()
    for order in (SH.lessThan, SH.lessThanOrEquals):
        for shape in set(rules.subjects(order)):
            rules.add((shape, SH.deactivated, Literal("true", datatype=XSD.boolean)))
    return rules


def _validate(graph: Graph) -> Graph:
    """Return the SHACL report, the one place that touches pyshacl, which is partly untyped.

    pyshacl cannot order values that are no dates and fails. Then the shapes that ask for an order
    wait: those values break the shapes that ask for dates, and are mended first.
    """
    run = cast("Callable[..., tuple[bool, Graph, str]]", validate)
    try:
        return run(graph, shacl_graph=_shapes(), inference="none", inplace=True)[1]
    except TypeError:
        return run(graph, shacl_graph=_shapes_without_orders(), inference="none", inplace=True)[1]


def _violation(results: Graph, result: Node) -> Violation:
    shape = results.value(result, SH.sourceShape)
    messages = {
        message.language: str(message)
        for message in _shapes().objects(shape, SH.message)
        if isinstance(message, Literal)
    }
    value = results.value(result, SH.value)
    return Violation(
        focus=str(results.value(result, SH.focusNode)),
        path=_path(shape),
        shape=str(shape).removeprefix(_SHAPES),
        value="" if value is None else str(value),
        severity=str(results.value(result, SH.resultSeverity)).removeprefix(str(SH)),
        message_vi=messages["vi"],
        message_en=messages["en"],
    )


def _path(shape: Node | None) -> str:
    """Return the path of *shape* as SPARQL writes it; empty for a shape of the whole thing."""
    path = _shapes().value(shape, SH.path)
    return "" if path is None else _written(path)


def _written(path: Node) -> str:
    rules = _shapes()
    if isinstance(path, URIRef):
        return path.n3(rules.namespace_manager)
    if (inverse := rules.value(path, SH.inversePath)) is not None:
        return f"^{_written(inverse)}"
    if (either := rules.value(path, SH.alternativePath)) is not None:
        return "|".join(_all_written(Collection(rules, either)))
    return "/".join(_all_written(Collection(rules, path)))


def _all_written(paths: Iterable[Node]) -> list[str]:
    return [_written(path) for path in paths]
