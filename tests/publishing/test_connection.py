"""What a store may answer besides yes: each is one line, and what helps is tried again."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from canbo.errors import CredentialsError, StoreError
from canbo.publishing.connection import Connection
from canbo.publishing.counts import Counter
from canbo.publishing.credentials import find_credentials
from canbo.queries.endpoint import ATTEMPTS
from tests.queries.conftest import serve

BUSY = Response("later", 503, headers={"Retry-After": "0"})
BASIC = {"WWW-Authenticate": 'Basic realm="x"'}


@contextmanager
def scripted(*answers: Response) -> Generator[tuple[str, list[Request]]]:
    """Give the address of a store that gives these answers in turn, and how it was asked."""
    waiting, asked = list(answers), list[Request]()

    async def answer(request: Request) -> Response:
        asked.append(request)
        await request.body()
        return waiting.pop(0)

    with serve(Starlette(routes=[Route("/sparql", answer, methods=["POST"])])) as url:
        yield url, asked


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_busy_store_is_asked_again(status: int) -> None:
    busy = Response("later", status, headers={"Retry-After": "0"})
    with scripted(busy, busy, Response("ok")) as (url, asked), Connection() as store:
        assert store.send("POST", url, b"x").text == "ok"
    assert len(asked) == 3


def test_a_store_that_stays_busy_is_left() -> None:
    answers = [BUSY] * ATTEMPTS
    with (
        scripted(*answers) as (url, _),
        Connection() as store,
        pytest.raises(StoreError, match=r"is busy \(503\); run it again later"),
    ):
        store.send("POST", url, b"x")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Response("<h1>too\nmuch</h1>", 413), "refused with 413: too much; send less at a time"),
        (Response("", 302, headers={"Location": "http://b/"}), "has moved to http://b/; give that"),
        (Response("boom", 500), "refused with 500: boom; the fault is on its side; run it again"),
        (Response("", 401, headers=BASIC), "refused with 401; it wants credentials: set CANBO_"),
        (Response("no permission", 500), "no changes there without credentials"),
    ],
)
def test_a_refusal_is_one_line_with_a_way_out(
    answer: Response, said: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("NETRC", str(tmp_path / "none"))
    with scripted(answer) as (url, _), Connection() as store:
        with pytest.raises(StoreError) as caught:
            store.send("POST", url, b"x")
        assert said in str(caught.value)
        assert "\n" not in str(caught.value)


def test_credentials_are_sent_only_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CANBO_STORE_USER", "me")
    monkeypatch.setenv("CANBO_STORE_PASSWORD", "secret")
    answers = Response("", 401, headers=BASIC), Response("ok"), Response("ok")
    with scripted(*answers) as (url, asked), Connection() as store:
        store.send("POST", url, b"x")
        store.send("POST", url, b"x")
    assert ["authorization" in request.headers for request in asked] == [False, True, True]


@pytest.mark.parametrize("media", ["text/html", "application/json"])
def test_an_answer_that_is_no_rows_is_refused(media: str) -> None:
    with (
        scripted(Response("<html>", media_type=media)) as (url, _),
        Connection() as store,
        pytest.raises(StoreError, match=f"answers a query with {media}.*is this the address"),
    ):
        Counter(store, url).count(["urn:a"])


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("machine store.example login me password secret", True),
        ("machine other.example login me password secret", False),
        ("default login me password secret", True),
        ("", False),
    ],
)
def test_netrc_is_read_by_host(written: str, known: bool, tmp_path: Path) -> None:  # noqa: FBT001
    file = tmp_path / "netrc"
    file.write_text(written, encoding="ascii")
    found = find_credentials("http://store.example/sparql", {"NETRC": str(file)})
    assert (found is not None) is known


@pytest.mark.parametrize(
    ("written", "environment", "said"),
    [
        ("machine secret nonsense secret", {}, r"line \d+ of .* is not netrc"),
        (b"machine \xff\xff".decode("latin-1"), {}, "is not netrc|cannot be read"),
        ("", {"CANBO_STORE_USER": "secret"}, "only one of"),
        ("", {"CANBO_STORE_PASSWORD": "secret"}, "only one of"),
    ],
)
def test_credentials_that_cannot_be_used_are_not_shown(
    written: str, environment: dict[str, str], said: str, tmp_path: Path
) -> None:
    file = tmp_path / "netrc"
    file.write_text(written, encoding="latin-1")
    with pytest.raises(CredentialsError, match=said) as caught:
        find_credentials("http://store.example/sparql", {"NETRC": str(file), **environment})
    assert "secret" not in str(caught.value)
    assert "~/.netrc" in str(caught.value)


def test_what_is_no_file_is_no_netrc(tmp_path: Path) -> None:
    with pytest.raises(CredentialsError, match="cannot be read"):
        find_credentials("http://store.example/sparql", {"NETRC": str(tmp_path)})
