"""Graphs for the questions, and three ways to ask them.

``quan_1`` is the one graph with all kinds of nodes, in the shape that a build gives: the facts of
one congress in Quận 1 in words of our own, some rows of the register, and a second bulletin about
invented people of an invented district. Where a question is about bounds, a test says the tenures
it needs as a table (``offices``): nothing is easier to check than three rows.

The same graph is asked as an Oxigraph store, as an rdflib dataset, and through a real SPARQL
endpoint that listens on the loopback.
"""

import threading
import time
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from urllib.parse import parse_qs

import pytest
import uvicorn
from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    QueryResultsFormat,
    QueryTriples,
    RdfFormat,
    Store,
)
from rdflib import Dataset
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from canbo.ontology.iris import (
    concept_iri,
    graph_iri,
    organization_iri,
    person_iri,
    post_iri,
    tenure_iri,
    term_iri,
)
from canbo.queries.prefixes import PREFIXES
from canbo.spelling import fold, name_key, words

DATA = Path(__file__).parent / "data"
BOUNDS = {"se": "startEarliest", "sl": "startLatest", "ee": "endEarliest", "el": "endLatest"}
RANKS = {"Chủ tịch": 1, "Bí thư": 1, "Phó Chủ tịch": 3, "Phó Bí thư": 3, "Ủy viên": 4}
DERIVED = NamedNode(graph_iri("derived"))

Serve = Callable[[ASGIApp], AbstractContextManager[str]]


@pytest.fixture(scope="session")
def quan_1() -> Store:
    store = Store()
    store.load((DATA / "quan-1.trig").read_bytes(), format=RdfFormat.TRIG)
    return store


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    whole = Dataset()
    whole.parse(DATA / "quan-1.trig", format="trig")
    return whole


@pytest.fixture(scope="session")
def endpoint(quan_1: Store) -> Generator[str]:
    with serve(sparql_app(quan_1)) as url:
        yield url


@pytest.fixture(scope="session")
def serving() -> Serve:
    """Serve any application on a free port of the loopback, for as long as the block lasts."""
    return serve


@pytest.fixture(scope="session")
def serving_store() -> Callable[[Store], AbstractContextManager[str]]:
    """Serve a store as a SPARQL endpoint, for as long as the block lasts."""
    return lambda store: serve(sparql_app(store))


@pytest.fixture(scope="session")
def offices() -> Callable[[str], Store]:
    """Read a table ``person | title | body | sl=2015-01-01 ee=2016-01-01 acting`` as a graph."""

    def read(table: str) -> Store:
        store = Store()
        for line in table.strip().splitlines():
            person, title, body, said = (cell.strip() for cell in line.split("|"))
            for quad in tenure_quads(person, title, body, said.split()):
                store.add(quad)
        return store

    return read


def tenure_quads(person: str, title: str, body: str, said: list[str]) -> Generator[Quad]:
    name, _, number = person.partition("#")
    who, what = person_iri(name.strip(), number), post_iri(title, body)
    where, tenure = organization_iri(body), tenure_iri(who, what, " ".join(said))
    system = "state" if body.startswith(("UBND", "Văn phòng UBND")) else "party"
    seats = "one" if RANKS.get(title, 9) == 1 else "many"
    kind = "acting" if "acting" in said else "regular"
    yield from named(who, "cb:Person", "foaf:name", name.strip())
    yield from named(where, "cb:Organization", "skos:prefLabel", body)
    yield from named(what, "cb:Post", "skos:prefLabel", f"{title} {body}")
    yield quad(where, "cb:system", concept_iri("system", system))
    yield quad(where, "cb:level", concept_iri("level", "commune"))
    yield quad(what, "org:postIn", where)
    yield quad(what, "org:role", concept_iri("role", title))
    yield quad(what, "cb:seats", concept_iri("seats", seats))
    yield quad(concept_iri("role", title), "cb:rank", Literal(RANKS.get(title, 9)))
    yield quad(tenure, "rdf:type", term("cb:Tenure"))
    yield quad(tenure, "org:member", who)
    yield quad(tenure, "cb:post", what)
    yield quad(tenure, "org:organization", where)
    yield quad(tenure, "org:role", concept_iri("role", title))
    yield quad(tenure, "cb:tenureKind", concept_iri("tenure-kind", kind))
    for word in said:
        yield from said_quads(tenure, where, body, word)


def said_quads(tenure: str, where: str, body: str, word: str) -> Generator[Quad]:
    key, _, value = word.partition("=")
    if key in BOUNDS:
        yield quad(tenure, f"cb:{BOUNDS[key]}", day(value))
    elif key == "term":
        place, (first, last) = term_iri(body, value), value.split("-")
        yield quad(tenure, "cb:term", place)
        yield from named(place, "cb:Term", "skos:prefLabel", f"nhiệm kỳ {value}")
        yield quad(place, "cb:termOf", where)
        yield quad(place, "cb:startYear", Literal(first, datatype=term("xsd:gYear")))
        yield quad(place, "cb:endYear", Literal(last, datatype=term("xsd:gYear")))
    elif key in {"founded", "dissolved"}:
        bound = "Earliest" if key == "founded" else "Latest"
        yield quad(where, f"cb:{key}{bound}", day(value))
    elif key == "counterpart":
        yield quad(where, "cb:counterpartOf", organization_iri(value.replace("_", " ")))


def named(thing: str, kind: str, property_: str, label: str) -> Generator[Quad]:
    yield quad(thing, "rdf:type", term(kind))
    yield quad(thing, property_, Literal(label, language="vi"))
    yield quad(thing, "cb:nameKey", Literal(name_key(label)))
    yield quad(thing, "cb:nameFold", Literal(fold(label)))
    for word in words(label):
        yield quad(thing, "cb:nameWord", Literal(word))


def term(name: str) -> NamedNode:
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


def day(text: str) -> Literal:
    return Literal(text, datatype=term("xsd:date"))


def quad(subject: str, predicate: str, target: str | NamedNode | Literal) -> Quad:
    found = NamedNode(target) if isinstance(target, str) else target
    return Quad(NamedNode(subject), term(predicate), found, DERIVED)


def sparql_app(store: Store) -> ASGIApp:
    """A plain SPARQL 1.1 endpoint over *store*; it answers with JSON or N-Triples."""

    async def answer(request: Request) -> Response:
        text = parse_qs((await request.body()).decode())["query"][0]
        try:
            found = store.query(text, use_default_graph_as_union=True)
        except SyntaxError as error:
            return Response(f"<p>{error}</p>", 400, media_type="text/html")
        if isinstance(found, QueryTriples):
            body = found.serialize(format=RdfFormat.N_TRIPLES)
            return Response(body, media_type="application/n-triples")
        body = found.serialize(format=QueryResultsFormat.JSON)
        return Response(body, media_type="application/sparql-results+json")

    return Starlette(routes=[Route("/sparql", answer, methods=["POST"])])


@contextmanager
def serve(app: ASGIApp) -> Generator[str]:
    config = uvicorn.Config(app, port=0, log_level="critical", lifespan="off", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}/sparql"
    finally:
        server.should_exit = True
        thread.join()
