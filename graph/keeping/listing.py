"""What the graph was built from, as the graph itself says it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Store

from canbo.ontology.iris import source_graph_iri
from canbo.ontology.names import CB
from canbo.ontology.standards import DCTERMS, RDF


@dataclass(frozen=True, slots=True, order=True)
class Listed:
    """A source: its date (empty where unknown), id, title, and how many statements rest on it."""

    published: str
    id: str
    title: str
    statements: int
    iri: str


def list_sources(store: Store) -> list[Listed]:
    """Return the sources of the graph, the oldest first; those without a date come before."""
    counts = Counter(
        quad.graph_name.value
        for quad in store.quads_for_pattern(None, _node(RDF.type), _node(CB.Attestation))
        if isinstance(quad.graph_name, NamedNode)
    )
    return sorted(
        Listed(
            published=_first(store, source, DCTERMS.issued),
            id=_first(store, source, DCTERMS.identifier),
            title=_first(store, source, DCTERMS.title),
            statements=counts[source_graph_iri(source.value)],
            iri=source.value,
        )
        for source in _sources(store)
    )


def _sources(store: Store) -> Iterator[NamedNode]:
    for quad in store.quads_for_pattern(None, _node(RDF.type), _node(CB.Source)):
        if isinstance(quad.subject, NamedNode):
            yield quad.subject


def _first(store: Store, subject: NamedNode, predicate: str) -> str:
    """Return the one value the source has, or nothing."""
    for quad in store.quads_for_pattern(subject, _node(predicate), None):
        if isinstance(quad.object, Literal):
            return quad.object.value
    return ""


def _node(iri: str) -> NamedNode:
    return NamedNode(iri)
