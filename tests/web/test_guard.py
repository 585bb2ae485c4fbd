"""What the guard lets through never reaches another endpoint."""

import socket
import threading
import time
from collections.abc import Generator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from canbo.errors import ForbiddenRequestError
from canbo.web.guard import names_its_graphs, refuse_federation

HARMLESS = (
    "SELECT ?service { ?service ?p ?o }",
    "SELECT $SERVICE { $SERVICE ?p ?o }",
    "PREFIX ex: <urn:x:> SELECT * { ?s ex:service ?o }",
    'SELECT * { ?s ?p "SERVICE" }',
    "SELECT * { ?s ?p 'a \\' SERVICE' }",
    'SELECT * { ?s ?p """a " SERVICE \n "" b""" }',
    "SELECT * { ?s ?p '''a ' SERVICE''' }",
    "SELECT * { ?s ?p ?o } # SERVICE <http://a/> {}",
    "SELECT * { ?s <http://example.org/service#x> ?o }",
    "SELECT * { ?s <service> ?o }",
    "SELECT * { ?s ?p ?o FILTER(?o < 3 && ?s > 1) } # service",
)

REACHING = (
    "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { service <URL> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <URL> { ?s ?p ?o } }",
    "SELECT * { SERVICESILENT<URL>{ ?s ?p ?o } }",
    "SELECT * {SERVICE<URL>{ ?s ?p ?o } }",
    "SELECT * { SERVICE #x\n <URL> { ?s ?p ?o } }",
    "PREFIX : <URL> SELECT * { SERVICE:{ ?s ?p ?o } }",
    "PREFIX : <URL> SELECT * { SERVICE:a{ ?s ?p ?o } }",
    "SELECT * { ?a ?b true SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { ?a ?b trueSERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { ?a ?b 1SERVICE <URL> { ?s ?p ?o } }",
    "ASK { { SELECT * { SERVICE <URL> { ?s ?p ?o } } } }",
    "ASK { FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
    "CONSTRUCT WHERE { ?s ?p ?o } # \n SERVICE",
    'SELECT * { VALUES ?x {"""a"} SERVICE <URL> { ?s ?p ?o } }',
    'SELECT * { VALUES ?x {"""a" "" "b"} SERVICE <URL> { ?s ?p ?o } }',
    'SELECT * { VALUES ?x {"""a"} SERVICE <URL> { ?s ?p """b" } }',
    "SELECT * { VALUES ?x {'''a'} SERVICE <URL> { ?s ?p ?o } }",
    "PREFIX : <URL> SELECT * { BIND(1 AS ?a) FILTER(?a<?b)SERVICE#>\n:{ ?s ?p ?o } }",
    'SELECT * { BIND(1 AS ?a) FILTER(?a<3||?b#>"""\n) SERVICE <URL> { ?s ?p ?o } #"""\n }',
    "SELECT * { FILTER(1<'''b>''') SERVICE <URL> { ?s ?p '''c''' } }",
    "SELECT * { \\u0053ERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { \\U00000053ERVICE <URL> { ?s ?p ?o } }",
    'SELECT * { ?a ?b "\\u0022 } SERVICE <URL> { ?s ?p ?o }',
    'SELECT * { ?a ?b "x"@enSERVICE<URL>{ ?s ?p ?o } }',
    "SELECT * { ?a ?b _:c SERVICE <URL> { ?s ?p ?o } }",
)


@pytest.fixture
def visited() -> Generator[tuple[str, list[bool]]]:
    """Listen on the loopback, and tell who came."""
    came: list[bool] = []
    with socket.create_server(("127.0.0.1", 0)) as door:

        def watch() -> None:
            with suppress(OSError):
                while True:
                    visitor, _ = door.accept()
                    came.append(True)
                    visitor.close()

        threading.Thread(target=watch, daemon=True).start()
        yield f"http://127.0.0.1:{door.getsockname()[1]}/", came
        door.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize("query", HARMLESS)
def test_a_query_that_only_has_the_word_passes(query: str) -> None:
    refuse_federation(query)


@pytest.mark.parametrize("query", REACHING)
def test_a_query_that_could_call_another_endpoint_is_refused(query: str) -> None:
    with pytest.raises(ForbiddenRequestError, match="SERVICE is not allowed here"):
        refuse_federation(query.replace("URL", "http://example.org/"))


@pytest.mark.parametrize("query", HARMLESS)
def test_what_passes_calls_nobody(query: str, visited: tuple[str, list[bool]]) -> None:
    _, came = visited
    with suppress(SyntaxError, OSError, RuntimeError):
        list(Store().query(query))  # type: ignore[arg-type]
    assert not came


def test_the_engine_alone_would_call(visited: tuple[str, list[bool]]) -> None:
    url, came = visited
    calling = 0
    for query in REACHING:
        came.clear()
        with suppress(SyntaxError, OSError, RuntimeError, TypeError):
            list(Store().query(query.replace("URL", url)))  # type: ignore[arg-type]
        time.sleep(0.02)
        calling += bool(came)
    assert calling >= 5


@given(st.lists(st.sampled_from([*"<>\"'#?$:\\{}() \n\t.a1@_-", '"""', "'''", "ex:", "true"])))
def test_no_text_before_a_plain_service_makes_the_engine_call_and_the_guard_pass(
    before: list[str],
) -> None:
    # Port 9 of the loopback: whoever calls gets an OSError, and nobody is there to answer.
    query = (
        "PREFIX ex: <urn:x:> SELECT * { " + "".join(before) + " SERVICE <http://127.0.0.1:9/> {} }"
    )
    try:
        refuse_federation(query)
    except ForbiddenRequestError:
        return
    with suppress(SyntaxError):
        list(Store().query(query))  # type: ignore[arg-type] # an OSError would be a call


@pytest.mark.parametrize(
    "text",
    [
        'SERVICE """' * 60_000,
        'service \\"""' * 60_000,
        "service <'" * 60_000,
        "a" * 900_000 + " service",
        "a.-" * 300_000 + " service",
    ],
)
def test_it_takes_no_time(text: str) -> None:
    began = time.monotonic()
    with suppress(ForbiddenRequestError):
        refuse_federation(text)
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    ("query", "does"),
    [
        ("SELECT * FROM <urn:a> { ?s ?p ?o }", True),
        ("CONSTRUCT { ?s ?p ?o } from named <urn:a> WHERE { ?s ?p ?o }", True),
        ("SELECT ?from { ?from ?p 'from' } # FROM", False),
        ("SELECT * { ?s ?p ?o }", False),
    ],
)
def test_it_sees_whether_a_query_names_its_graphs(query: str, does: bool) -> None:  # noqa: FBT001
    assert names_its_graphs(query) is does
