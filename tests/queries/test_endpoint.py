import socket
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager

import pytest
from pyoxigraph import QueryBoolean, QuerySolutions
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from canbo.errors import EndpointError
from canbo.queries import ask
from canbo.queries.endpoint import ATTEMPTS, evaluate, pause, select

Serve = Callable[[ASGIApp], AbstractContextManager[str]]
ROWS = '{"head":{"vars":["s"]},"results":{"bindings":[{"s":{"type":"uri","value":"urn:a"}}]}}'
JSON = "application/sparql-results+json"
QUESTION = "SELECT ?s WHERE { ?s ?p ?o }"


class Scripted:
    """An endpoint that gives its answers one after the other, and remembers how it was asked."""

    def __init__(self, *answers: Response) -> None:
        self.answers = list(answers)
        self.asked: list[Request] = []

    async def answer(self, request: Request) -> Response:
        self.asked.append(request)
        return self.answers.pop(0)


@pytest.fixture
def scripted(serving: Serve) -> Callable[..., AbstractContextManager[tuple[str, Scripted]]]:
    @contextmanager
    def script(*answers: Response) -> Generator[tuple[str, Scripted]]:
        given = Scripted(*answers)
        with serving(Starlette(routes=[Route("/sparql", given.answer, methods=["POST"])])) as url:
            yield url, given

    return script


Script = Callable[..., AbstractContextManager[tuple[str, Scripted]]]


def busy(status: int) -> Response:
    return Response("busy", status, headers={"Retry-After": "0"})


def rows() -> Response:
    return Response(ROWS, media_type=JSON)


def test_it_asks_once_by_post_for_json(scripted: Script) -> None:
    with scripted(rows()) as (url, given):
        (row,) = select(url, QUESTION).rows
    assert row.text("s") == "urn:a"
    (request,) = given.asked
    assert request.headers["accept"].startswith(JSON)
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_endpoint_is_asked_again(scripted: Script, status: int) -> None:
    with scripted(busy(status), busy(status), rows()) as (url, given):
        assert len(select(url, QUESTION).rows) == 1
    assert len(given.asked) == 3


def test_an_endpoint_that_stays_busy_is_left(scripted: Script) -> None:
    answers = [busy(503) for _ in range(ATTEMPTS)]
    with scripted(*answers) as (url, _), pytest.raises(EndpointError, match="is busy, also at att"):
        select(url, QUESTION)


@pytest.mark.parametrize(
    ("asked", "attempt", "seconds"),
    [("", 1, 0.5), ("", 2, 1), ("", 3, 2), ("7", 1, 7), ("9999", 1, 30), ("tomorrow", 1, 0.5)],
)
def test_the_pause_grows_unless_the_endpoint_names_it(
    asked: str, attempt: int, seconds: float
) -> None:
    assert pause(asked, attempt) == seconds


@pytest.mark.parametrize(
    ("status", "hint"),
    [
        (400, "mend the query"),
        (401, "it wants credentials"),
        (403, "it does not allow this"),
        (404, "is this the address"),
        (406, "it cannot answer"),
        (413, "ask for less"),
        (414, "ask for less"),
        (500, "the fault is on its side"),
        (502, "the fault is on its side"),
    ],
)
def test_a_refusal_is_one_line_with_its_reason_and_a_hint(
    scripted: Script, status: int, hint: str
) -> None:
    page = Response("<h1>no</h1>\n<p>because of <b>this</b></p>", status, media_type="text/html")
    with scripted(page) as (url, _), pytest.raises(EndpointError) as caught:
        select(url, QUESTION)
    assert f"refused with {status}: no because of this; {hint}" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_refusal_without_words(scripted: Script) -> None:
    refusal = pytest.raises(EndpointError, match="refused with 400; mend the query")
    with scripted(Response(status_code=400)) as (url, _), refusal:
        select(url, QUESTION)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Response("<html></html>", media_type="text/html"), "answered with text/html"),
        (Response("{", media_type=JSON), r"answered with broken application/sparql-results\+json"),
        (Response("{}", media_type="application/json"), "answered with broken application/json"),
        (Response('{"head":{},"boolean":true}', media_type=JSON), "gave no rows"),
    ],
)
def test_an_answer_that_is_none_is_refused(scripted: Script, answer: Response, reason: str) -> None:
    with scripted(answer) as (url, _), pytest.raises(EndpointError, match=reason):
        select(url, QUESTION)


def test_an_endpoint_that_does_not_answer_in_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/sparql"
        with pytest.raises(EndpointError, match=r"did not answer within 0\.2 s; ask for less"):
            select(url, QUESTION, timeout=0.2)


def test_an_endpoint_that_is_not_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        url = f"http://127.0.0.1:{gone.getsockname()[1]}/sparql"
    with pytest.raises(EndpointError, match=r"cannot be reached \(.*refused.*\); is the address"):
        select(url, QUESTION)


@pytest.mark.parametrize("address", ["file:///etc/hostname", "./kg", "ftp://host/sparql", ""])
def test_only_addresses_of_the_web_are_asked(address: str) -> None:
    with pytest.raises(EndpointError, match="has no address of the web"):
        ask("post-holders", address)


def test_an_endpoint_is_never_changed(endpoint: str) -> None:
    with pytest.raises(EndpointError, match="only asked, never changed"):
        evaluate(endpoint, "INSERT DATA { <urn:a> <urn:b> 1 }")


def test_all_four_forms_are_answered(endpoint: str) -> None:
    assert isinstance(evaluate(endpoint, "SELECT ?s { ?s a cb:Person }"), QuerySolutions)
    truth = evaluate(endpoint, "ASK { ?s a cb:Person }")
    assert isinstance(truth, QueryBoolean)
    assert truth
    for form in ("CONSTRUCT { ?s a cb:Person } WHERE { ?s a cb:Person }", "DESCRIBE cb:Person"):
        assert isinstance(evaluate(endpoint, form), list)


def test_a_query_the_endpoint_cannot_read_is_its_refusal(endpoint: str) -> None:
    with pytest.raises(EndpointError, match=r"refused with 400: error at 1:16"):
        select(endpoint, "SELECT ?s { ? }")
