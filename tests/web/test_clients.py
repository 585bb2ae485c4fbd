"""The clients people have, and our own shelf, against the endpoint."""

import time
from pathlib import Path
from typing import Any, cast

import pytest
import SPARQLWrapper
from pyoxigraph import Store
from rdflib.plugins.stores import sparqlstore

from canbo.errors import EndpointError
from canbo.graph.keeping.store import open_store
from canbo.queries import Query, answer, ask, shelf
from canbo.queries.bind import Value
from canbo.queries.endpoint import select

ROWS = "PREFIX cb: <https://w3id.org/canbo/ns#> SELECT ?s { ?s a cb:Person } ORDER BY ?s LIMIT 3"


def asked(address: str, text: str, form: str, method: str, how: str) -> str:
    asking = cast("Any", SPARQLWrapper.SPARQLWrapper(address, returnFormat=form))
    asking.setMethod(method)
    asking.setRequestMethod(how)
    asking.setQuery(text)
    with asking.query().response as response:
        return cast("bytes", response.read()).decode()


@pytest.mark.parametrize(
    ("method", "how"), [("GET", "urlencoded"), ("POST", "urlencoded"), ("POST", "postdirectly")]
)
@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_sparqlwrapper_gets_rows(address: str, method: str, how: str, form: str) -> None:
    found = asked(address, ROWS, form, method, how)
    assert found.count("https://w3id.org/canbo/person/") == 3


@pytest.mark.parametrize("form", ["turtle", "n3", "rdf+xml", "json-ld"])
def test_sparqlwrapper_gets_triples(address: str, form: str) -> None:
    text = "DESCRIBE <https://w3id.org/canbo/ns#Person>"
    assert "canbo/ns#" in asked(address, text, form, "POST", "postdirectly")


def test_rdflib_reads_it_as_a_store(address: str) -> None:
    store = cast("Any", sparqlstore.SPARQLStore(address))
    assert len(list(store.query(ROWS))) == 3


@pytest.fixture(scope="module")
def store(examples_graph: Path) -> Store:
    return open_store(examples_graph)


@pytest.mark.parametrize("query", shelf(), ids=lambda query: query.name)
def test_the_shelf_has_the_same_rows_here_and_there(
    query: Query, store: Store, address: str
) -> None:
    given: dict[str, Value] = {"on": "2022-09-28"} if "on" in query.parameters else {}
    here = ask(query.name, store, **given)
    assert ask(query.name, address, **given) == here
    assert answer(query, address, given) == answer(query, store, given)


def test_our_client_asks_once_for_what_takes_too_long(tight: str) -> None:
    runaway = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    began = time.monotonic()
    with pytest.raises(EndpointError, match=r"503: the query took longer than 2 s.*ask for less"):
        select(tight, runaway)
    assert time.monotonic() - began < 4
