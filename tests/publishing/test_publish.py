"""Publishing to real stores: what they hold afterwards, also after a run that was killed."""

import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree

import httpx
import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse
from pyoxigraph import Store as Graph

from canbo.errors import (
    CredentialsError,
    ForeignGraphsError,
    GraphLockedError,
    StoreCountError,
    StoreError,
)
from canbo.graph.keeping.store import open_store, write_snapshot
from canbo.publishing.journal import FOLDER, Sent, keep_journal
from canbo.publishing.publish import Published, Store, publish
from canbo.queries import select
from tests.publishing.conftest import Running, emptied
from tests.web.conftest import ENVIRONMENT, ROOT, canbo

SOURCE = NamedNode("https://w3id.org/canbo/ns#Source")
KIND = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
SAYS = NamedNode("urn:says")
HOSTILE = (
    'quotes " and """ and \\ and \\\\',
    "C:\\users\\u0041 \\U00000041 \\\\u0041",
    "line\nline\r\tend",
    "Đảng ủy Quận 1 – «ủy» 𝔘 \u0301",
    "} ; DROP ALL # <b>&amp;",
    " leading and trailing ",
    "\x01\x7f\ufeff\u2028",
)

Build = Callable[[dict[str, list[str]]], Path]


def quiet(_: str) -> None: ...


def graph_of(source: str) -> NamedNode:
    return NamedNode(f"https://w3id.org/canbo/graph/source/test-{source}")


@pytest.fixture
def made(tmp_path: Path) -> Build:
    """Make a graph folder whose sources say these words, and publish it anew each time."""

    def make(sources: dict[str, list[str]]) -> Path:
        folder = tmp_path / "kg"
        with write_snapshot(folder) as (draft, _):
            store = Graph(str(draft.store))
            for name, words in sources.items():
                thing = NamedNode(f"https://w3id.org/canbo/source/{name}")
                store.add(Quad(thing, KIND, SOURCE, graph_of(name)))
                for said in words:
                    store.add(Quad(thing, SAYS, Literal(said, language="vi"), graph_of(name)))
            store.flush()
        return folder

    return make


@pytest.fixture(params=["update", "graph store"])
def way(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def words_in(running: Running, source: str) -> list[str]:
    text = f"SELECT ?w {{ GRAPH <{graph_of(source).value}> {{ ?s <urn:says> ?w }} }}"
    return sorted(row.text("w") for row in select(running.endpoint, text).rows)


def test_every_character_arrives(running: Running, way: str, made: Build) -> None:
    folder = made({"a": list(HOSTILE)})
    with emptied(running):
        publish(folder, running.by(way), quiet)
        assert words_in(running, "a") == sorted(HOSTILE)


def test_what_is_there_is_not_sent_again_and_what_is_gone_is_dropped(
    running: Running, way: str, made: Build
) -> None:
    store = running.by(way, batch=2)
    with emptied(running):
        first = publish(made({"a": ["1", "2", "3", "4"], "b": ["1"], "c": []}), store, quiet)
        assert first == Published(3, 8, 3, 8, 0)
        assert publish(made({"a": ["1", "2", "3", "4"], "b": ["1"], "c": []}), store, quiet) == (
            Published(3, 8, 0, 0, 0)
        )
        folder = made({"a": ["1", "2", "3", "5"], "b": ["1"]})
        assert publish(folder, store, quiet) == Published(2, 7, 1, 5, 1)
        assert words_in(running, "a") == ["1", "2", "3", "5"]
        assert words_in(running, "c") == []


def test_a_graph_that_somebody_else_changed_is_replaced(
    running: Running, way: str, made: Build
) -> None:
    folder = made({"a": ["1", "2"], "b": ["1"]})
    with emptied(running):
        publish(folder, running.by(way), quiet)
        other = Store(running.endpoint, update=running.update)
        change = f"INSERT DATA {{ GRAPH <{graph_of('a').value}> {{ <urn:x> <urn:y> 1 }} }}"
        with httpx.Client(trust_env=False, auth=httpx.DigestAuth("dba", "dba")) as client:
            kind = {"Content-Type": "application/sparql-update"}
            client.post(str(other.update), content=change, headers=kind).raise_for_status()
        assert publish(folder, running.by(way), quiet).sent_graphs == 1
        assert words_in(running, "a") == ["1", "2"]


def test_a_broken_run_goes_on_behind_the_last_batch_that_was_taken(
    running: Running, way: str, made: Build
) -> None:
    folder = made({"a": [f"{number:03}" for number in range(50)]})
    store = running.by(way, batch=10)

    class BrokenOffError(Exception):
        pass

    def break_off(done: str) -> None:
        if done.startswith("30 "):
            raise BrokenOffError

    with emptied(running):
        with pytest.raises(BrokenOffError):
            publish(folder, store, break_off)
        assert len(words_in(running, "a")) == 29
        assert publish(folder, store, quiet) == Published(1, 51, 1, 21, 0)
        assert len(words_in(running, "a")) == 50


def test_a_process_that_is_killed_leaves_nothing_that_a_second_run_does_not_mend(
    running: Running, made: Build
) -> None:
    folder = made({name: [f"{number:03}" for number in range(200)] for name in "abcdefghij"})
    command = canbo("publish", "--endpoint", running.endpoint, "--update", running.update)
    command += ["--graph", str(folder), "--batch", "20"]
    environment = {**ENVIRONMENT, "CANBO_STORE_USER": "dba", "CANBO_STORE_PASSWORD": "dba"}
    with emptied(running):
        with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE) as first:
            deadline = time.monotonic() + 60
            while noted(folder) < 20 and time.monotonic() < deadline:
                time.sleep(0.001)
            first.kill()
        second = publish(folder, Store(running.endpoint, update=running.update), quiet)
        assert second.statements == 2010
        assert second.sent_statements < 2010
        assert [len(words_in(running, name)) for name in "abcdefghij"] == [200] * 10


def noted(folder: Path) -> int:
    return sum(path.read_bytes().count(b"\n") for path in (folder / FOLDER).glob("*.jsonl"))


def test_a_line_that_was_half_written_is_passed_over(tmp_path: Path) -> None:
    with keep_journal(tmp_path, "http://a") as journal:
        journal.note("urn:a", Sent("x", 3))
        journal.note("urn:b", Sent("y", 4))
        journal.note("urn:b", None)
    (file,) = (tmp_path / FOLDER).glob("*.jsonl")
    file.write_bytes(file.read_bytes() + b'{"graph": "urn:c", "sha2')
    with keep_journal(tmp_path, "http://a") as journal:
        assert journal.graphs == {"urn:a"}
        journal.note("urn:d", Sent("z", 1))
    with keep_journal(tmp_path, "http://a") as journal:
        assert journal.sent("urn:d") == Sent("z", 1)
        assert journal.sent("urn:c") is None
        with pytest.raises(GraphLockedError), keep_journal(tmp_path, "http://a"):
            pass
    with keep_journal(tmp_path, "http://b") as journal:
        assert not journal.graphs


def test_graphs_of_others_are_not_mixed_with_ours(running: Running, way: str, made: Build) -> None:
    store = running.by(way)
    with emptied(running):
        folder = made({"a": ["1"], "b": ["1"]})
        publish(folder, store, quiet)
        rmtree(folder)
        folder = made({"a": ["1"]})
        with pytest.raises(ForeignGraphsError, match=r"also holds 1 graphs of canbo.*test-b; drop"):
            publish(folder, store, quiet)
        assert publish(folder, store, quiet, prune=True).dropped == 1
        assert words_in(running, "b") == []


def test_two_addresses_of_two_stores_are_seen_after_the_first_batch(
    oxigraph: Running, read_only: str, made: Build
) -> None:
    store = Store(read_only, update=oxigraph.update, batch=1)
    with emptied(oxigraph):
        with pytest.raises(StoreCountError, match=r"holds 0 of the 1 statements of .*test-a; does"):
            publish(made({"a": ["1", "2"]}), store, quiet)
        assert len(words_in(oxigraph, "a")) <= 1


@pytest.mark.parametrize(
    ("endpoint", "change", "said"),
    [
        ("{0.endpoint}x", {}, r"refused with 404: .*; is this the right address\?"),
        ("{0.endpoint}", {}, r"refused with 415: .*name the address for changes with --update"),
        ("{0.endpoint}", {"update": "{0.endpoint}x"}, "refused with 404"),
        ("{0.endpoint}", {"graph_store": "{0.endpoint}"}, "refused with 404"),
        ("{1}", {}, r"/sparql refused with 403: updates are refused.*; it is only read, or"),
        ("http://127.0.0.1:9/", {}, r"cannot be reached \(.*\); is it running"),
        ("kg", {}, "has no address of the web"),
    ],
)
def test_what_cannot_be_published_to_is_one_line(  # noqa: PLR0913, PLR0917 - one column each
    oxigraph: Running,
    read_only: str,
    made: Build,
    endpoint: str,
    change: dict[str, str],
    said: str,
) -> None:
    where = {name: url.format(oxigraph) for name, url in change.items()}
    asked = endpoint.format(oxigraph, read_only)
    store = Store(asked, where.get("update"), where.get("graph_store"))
    with pytest.raises(StoreError, match=said) as caught:
        publish(made({"a": ["1"]}), store, quiet)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("password", "said"),
    [("wrong", "refused with 401; it does not take these credentials"), (None, "it wants cred")],
)
def test_virtuoso_refuses_who_is_not_its_user(  # noqa: PLR0913, PLR0917 - fixtures
    virtuoso: Running,
    made: Build,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    password: str | None,
    said: str,
) -> None:
    monkeypatch.setenv("NETRC", str(tmp_path / "none"))
    if password is not None:
        monkeypatch.setenv("CANBO_STORE_USER", "dba")
        monkeypatch.setenv("CANBO_STORE_PASSWORD", password)
    with pytest.raises(StoreError, match=said) as caught:
        publish(made({"a": ["1"]}), virtuoso.by("update"), quiet)
    assert "wrong" not in str(caught.value)
    with pytest.raises(StoreError, match="no changes there without credentials"):
        publish(made({"a": ["1"]}), Store(virtuoso.endpoint), quiet)


def test_credentials_come_from_a_netrc_file(
    virtuoso: Running, made: Build, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "netrc"
    file.write_text("machine 127.0.0.1 login dba password dba\n", encoding="ascii")
    monkeypatch.setenv("NETRC", str(file))
    with emptied(virtuoso):
        assert publish(made({"a": ["1"]}), virtuoso.by("update"), quiet).statements == 2


def test_a_batch_that_is_too_much_for_virtuoso_says_what_to_do(
    virtuoso: Running, made: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CANBO_STORE_USER", "dba")
    monkeypatch.setenv("CANBO_STORE_PASSWORD", "dba")
    folder = made({"a": [str(number) for number in range(12_000)]})
    with emptied(virtuoso):
        with pytest.raises(StoreError, match="send less at a time, with a smaller --batch"):
            publish(folder, virtuoso.by("update", batch=20_000), quiet)
        assert publish(folder, virtuoso.by("update"), quiet).sent_statements == 12_001


def test_credentials_in_an_address_are_refused_and_not_shown(made: Build) -> None:
    with pytest.raises(CredentialsError) as caught:
        publish(made({"a": ["1"]}), Store("http://me:secret@127.0.0.1/sparql"), quiet)
    assert "secret" not in str(caught.value)


def test_what_the_graph_of_a_store_says_is_what_was_sent(
    oxigraph: Running, examples_graph: Path
) -> None:
    with emptied(oxigraph):
        publish(examples_graph, oxigraph.by("graph store"), quiet)
        held = httpx.get(
            oxigraph.graph_store, headers={"Accept": "application/n-quads"}, trust_env=False
        )
        assert set(parse(held.content, RdfFormat.N_QUADS)) == set(open_store(examples_graph))
