"""The published graph for those who know rdflib."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox
from rdflib import Dataset, Literal, URIRef
from rdflib.graph import Graph

from canbo.graph.keeping.export import prefixes
from canbo.graph.keeping.store import open_store

_Quad: TypeAlias = tuple[URIRef, URIRef, URIRef | Literal, Graph]


def open_dataset(folder: str | Path) -> Dataset:
    """Return the published graph of *folder* in memory; its default graph is the union of all.

    Raises the errors of :func:`canbo.graph.keeping.store.open_store`.
    """
    dataset = Dataset(default_union=True)
    for prefix, namespace in prefixes().items():
        dataset.bind(prefix, namespace)
    dataset.addN(_convert(open_store(Path(folder)), dataset))
    return dataset


def _convert(store: ox.Store, dataset: Dataset) -> Iterator[_Quad]:
    for quad in store:
        graph = dataset.graph(URIRef(_iri(quad.graph_name)))
        yield URIRef(_iri(quad.subject)), URIRef(quad.predicate.value), _object(quad.object), graph


def _object(term: object) -> URIRef | Literal:
    if not isinstance(term, ox.Literal):
        return URIRef(_iri(term))
    if term.language:
        return Literal(term.value, lang=term.language)
    datatype = term.datatype.value
    is_plain = datatype == "http://www.w3.org/2001/XMLSchema#string"
    return Literal(term.value, datatype=None if is_plain else URIRef(datatype))


def _iri(term: object) -> str:
    """Return the IRI of *term*; a graph of ours has no other nodes."""
    if isinstance(term, ox.NamedNode):
        return term.value
    raise TypeError(term)
