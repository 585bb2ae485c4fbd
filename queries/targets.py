"""Whom to ask: a graph in memory, on disk or elsewhere gives the same rows for the same text."""

from typing import TYPE_CHECKING, TypeAlias, Union

from pyoxigraph import Store

from canbo.queries import local
from canbo.queries.rows import Answer

if TYPE_CHECKING:
    from rdflib import Graph

Target: TypeAlias = Union[Store, "Graph", str]
"""Whom to ask: an Oxigraph store, an rdflib graph or dataset, or the address of an endpoint."""


def select(target: Target, text: str) -> Answer:
    """Return the rows of the SELECT query *text* on *target*.

    Raises QuerySyntaxError for what is no query, EndpointError where an endpoint fails.
    """
    if isinstance(target, Store):
        return local.select(target, text)
    if isinstance(target, str):
        from canbo.queries import endpoint  # noqa: PLC0415 - loads SPARQLWrapper

        return endpoint.select(target, text)
    from canbo.queries import memory  # noqa: PLC0415 - loads rdflib

    return memory.select(target, text)
