"""Hold a graph against the shapes, and say in both languages what is wrong where."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, cast

from pyshacl import validate  # pyright: ignore[reportUnknownVariableType]
from rdflib import RDF, SH, XSD, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from canbo.ontology.load import shapes
from canbo.ontology.orders import find_disorder, find_orders

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
    return sorted({*_find_malformed(graph), *_find_disordered(graph)})


def _find_malformed(graph: Graph) -> Iterator[Violation]:
    """Yield what pyshacl finds; this is the one place that touches it, as it is partly untyped."""
    run = cast("Callable[..., tuple[bool, Graph, str]]", validate)
    _, results, _ = run(graph, shacl_graph=_unordered(), inference="none", inplace=True)
    for result in results.subjects(RDF.type, SH.ValidationResult):
        shape = results.value(result, SH.sourceShape)
        focus = results.value(result, SH.focusNode)
        yield _violation(shape, focus, results.value(result, SH.value))


def _find_disordered(graph: Graph) -> Iterator[Violation]:
    for order in find_orders(_rules()):
        for focus, value in find_disorder(graph, order):
            yield _violation(order.shape, focus, value)


@cache
def _rules() -> Graph:
    return shapes()


@cache
def _unordered() -> Graph:
    """Return the shapes without those that ask for an order."""
    rules = shapes()
    for order in find_orders(rules):
        rules.add((order.shape, SH.deactivated, Literal("true", datatype=XSD.boolean)))
    return rules


def _violation(shape: Node | None, focus: Node | None, value: Node | None) -> Violation:
    rules = _rules()
    messages = {
        text.language: str(text)
        for text in rules.objects(shape, SH.message)
        if isinstance(text, Literal)
    }
    return Violation(
        focus=str(focus),
        path=_path(shape),
        shape=str(shape).removeprefix(_SHAPES),
        value="" if value is None else str(value),
        message_vi=messages["vi"],
        message_en=messages["en"],
        severity=str(rules.value(shape, SH.severity, default=SH.Violation)).removeprefix(str(SH)),
    )


def _path(shape: Node | None) -> str:
    """Return the path of *shape* as SPARQL writes it; empty for a shape of the whole thing."""
    path = _rules().value(shape, SH.path)
    return "" if path is None else _written(path)


def _written(path: Node) -> str:
    rules = _rules()
    if isinstance(path, URIRef):
        return path.n3(rules.namespace_manager)
    if (inverse := rules.value(path, SH.inversePath)) is not None:
        return f"^{_written(inverse)}"
    if (either := rules.value(path, SH.alternativePath)) is not None:
        return "|".join(_all_written(Collection(rules, either)))
    return "/".join(_all_written(Collection(rules, path)))


def _all_written(paths: Iterable[Node]) -> list[str]:
    return [_written(path) for path in paths]
