"""Hold a graph against the shapes, and say in both languages what is wrong where."""

import os
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from typing import Final, cast

from pyoxigraph import BlankNode, NamedNode, QuerySolutions, Store
from pyoxigraph import Literal as OxLiteral
from rdflib import SH, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from canbo.ontology.load import shapes
from canbo.ontology.orders import write_order_queries
from canbo.ontology.shape_queries import ShapeQuery, Subclasses, write_queries

_SHAPES: Final = "https://w3id.org/canbo/shapes#"
_BELOW: Final = """
SELECT DISTINCT ?lower ?upper WHERE {
  ?lower <http://www.w3.org/2000/01/rdf-schema#subClassOf>+ ?upper
  FILTER (isIRI(?lower) && isIRI(?upper))
}"""


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


def check(store: Store) -> list[Violation]:
    """Return all violations of the shapes in *store*, sorted; an empty list where there are none.

    All graphs of *store* are taken as one; it needs no vocabulary beside the data and is not
    changed. Each rule is a query over the whole (`canbo.ontology.shape_queries`), asked on as many
    threads as there are cores: the store leaves the interpreter free while it searches.
    """
    subclasses, rules = _find_subclasses(store), _rules()
    queries = chain(write_queries(rules, subclasses), write_order_queries(rules, subclasses))
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        found = threads.map(partial(_ask, store), queries)
        return sorted({fault for faults in found for fault in faults})


def _ask(store: Store, query: ShapeQuery) -> list[Violation]:
    answer = store.query(query.text, use_default_graph_as_union=True)
    return [
        _violation(query.shape, _text(row["focus"]), _text(row["value"]))
        for row in cast("QuerySolutions", answer)
    ]


def _text(term: object) -> str:
    """Return what *term* says without its datatype; empty where nothing is bound."""
    return term.value if isinstance(term, NamedNode | BlankNode | OxLiteral) else ""


def _find_subclasses(store: Store) -> Subclasses:
    """Return the classes below each class, as far as *store* says so."""
    solutions = store.query(_BELOW, use_default_graph_as_union=True)
    below: dict[Node, list[Node]] = defaultdict(list)
    for lower, upper in cast("QuerySolutions", solutions):
        below[URIRef(_text(upper))].append(URIRef(_text(lower)))
    return {upper: tuple(lower) for upper, lower in below.items()}


@cache
def _rules() -> Graph:
    return shapes()


def _violation(shape: URIRef, focus: str, value: str) -> Violation:
    rules = _rules()
    messages = {
        text.language: str(text)
        for text in rules.objects(shape, SH.message)
        if isinstance(text, Literal)
    }
    return Violation(
        focus=focus,
        path=_path(shape),
        shape=shape.removeprefix(_SHAPES),
        value=value,
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
