"""Evaluate SPARQL on an rdflib graph or dataset."""

from typing import cast

from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.term import Node, Variable

from canbo.queries import local
from canbo.queries.prefixes import PREFIXES
from canbo.queries.rows import Answer, Row, Term, TermKind


def select(graph: Graph, text: str) -> Answer:
    """Return the rows of the SELECT query *text* on *graph*; a dataset answers as the union.

    Raises QuerySyntaxError where *text* is not a SPARQL query.
    """
    local.check(text)
    result = _whole(graph).query(text, initNs=dict(PREFIXES))
    variables = cast("list[Variable]", result.vars)
    columns = tuple(map(str, variables))
    bindings = cast("list[dict[Variable, Node]]", result.bindings)
    cells = (tuple(_term(found.get(name)) for name in variables) for found in bindings if found)
    return Answer(columns, tuple(Row(columns, terms) for terms in cells))


def _whole(graph: Graph) -> Graph:
    """Return *graph*, as the union of its graphs where it is a dataset and is none itself."""
    if isinstance(graph, Dataset) and not graph.default_union:
        return Dataset(graph.store, default_union=True)
    return graph


def _term(node: Node | None) -> Term | None:
    match node:
        case None:
            return None
        case URIRef():
            return Term(str(node), TermKind.IRI)
        case Literal():
            return _literal(node)
        case _:
            return Term(str(node), TermKind.BLANK)


def _literal(literal: Literal) -> Term:
    datatype = str(literal.datatype) if literal.datatype else None
    is_plain = datatype is not None and datatype.endswith("XMLSchema#string")
    return Term(str(literal), language=literal.language, datatype=None if is_plain else datatype)
