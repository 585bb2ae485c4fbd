"""The vocabulary as quads, in its own named graph."""

from functools import cache

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from canbo.ontology.iris import graph_iri
from canbo.ontology.load import vocabulary_turtle_files


@cache
def vocabulary_quads() -> tuple[Quad, ...]:
    """Return the vocabulary in its own graph."""
    graph = NamedNode(graph_iri("vocabulary"))
    return tuple(
        Quad(quad.subject, quad.predicate, quad.object, graph)
        for file in vocabulary_turtle_files()
        for quad in parse(file.read_bytes(), RdfFormat.TURTLE)
    )
