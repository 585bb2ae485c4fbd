"""Real stores: Virtuoso 7 and the Oxigraph server, started on the loopback, emptied at the end.

Virtuoso is Debian's ``virtuoso-opensource-7``, the Oxigraph server comes with the test group.
Where one is missing its tests are skipped; in CI they fail.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from canbo.graph.building import build
from canbo.publishing.publish import Store
from canbo.queries import select
from tests.web.conftest import ROOT, serve

CREDENTIALS = {"CANBO_STORE_USER": "dba", "CANBO_STORE_PASSWORD": "dba"}

CONFIGURATION = """\
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
ServerThreads = 10
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
CheckpointInterval = 0
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{web}
ServerRoot = .
ServerThreads = 6
MaxClientConnections = 6
HTTPThreadSize = 280000
[SPARQL]
ResultSetMaxRows = 100000
MaxQueryExecutionTime = 60
"""


@dataclass(frozen=True, slots=True)
class Running:
    """A store that runs: where it is asked, and where it takes changes in each of the two ways."""

    endpoint: str
    update: str
    graph_store: str

    def by(self, way: str, batch: int | None = None) -> Store:
        if way == "update":
            return Store(self.endpoint, update=self.update, batch=batch)
        return Store(self.endpoint, graph_store=self.graph_store, batch=batch)


def missing(what: str) -> None:
    assert not os.environ.get("CI"), f"{what} has to be installed in CI"
    pytest.skip(f"{what} is not installed")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        port: int = one.getsockname()[1]
        return port


@contextmanager
def run(command: list[str], folder: Path, ready: str) -> Generator[None]:
    """Run *command* until the block ends; the block begins when *ready* answers."""
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            wait_for(ready, process)
            yield
        finally:
            process.kill()


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        assert process.poll() is None, "the store ended"
        try:
            httpx.get(address, params={"query": "ASK {}"}, timeout=5, trust_env=False)
        except httpx.TransportError:
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"{address} does not answer")


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Generator[Running]:
    """Return a Virtuoso 7 with small buffers; its user is dba with the password dba."""
    program = shutil.which("virtuoso-t")
    if program is None:
        missing("virtuoso-opensource-7")
    folder = tmp_path_factory.mktemp("virtuoso")
    web = free_port()
    written = CONFIGURATION.format(web=web, sql=free_port())
    (folder / "virtuoso.ini").write_text(written, encoding="ascii")
    command = [str(program), "+foreground", "+configfile", "virtuoso.ini"]
    root = f"http://127.0.0.1:{web}"
    with run(command, folder, f"{root}/sparql"):
        yield Running(f"{root}/sparql", f"{root}/sparql-auth", f"{root}/sparql-graph-crud-auth")


@pytest.fixture(scope="session")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Generator[Running]:
    """Return an Oxigraph server."""
    program = Path(sys.executable).with_name("oxigraph")
    if not program.exists():
        missing("oxigraph")
    root = f"http://127.0.0.1:{free_port()}"
    command = [str(program), "serve", "--bind", root.removeprefix("http://")]
    command += ["--union-default-graph"]
    with run(command, tmp_path_factory.mktemp("oxigraph"), f"{root}/query"):
        yield Running(f"{root}/query", f"{root}/update", f"{root}/store")


@pytest.fixture(params=["virtuoso", "oxigraph"])
def running(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Running:
    """Return each of the two, empty of what is ours, with the credentials at hand."""
    for name, value in CREDENTIALS.items():
        monkeypatch.setenv(name, value)
    store: Running = request.getfixturevalue(request.param)
    return store


@pytest.fixture(scope="session")
def examples_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published") / "kg"
    build([ROOT / "examples"], folder)
    return folder


@pytest.fixture(scope="session")
def read_only(examples_graph: Path) -> Generator[str]:
    """Return the address of ``canbo serve``, which takes no changes."""
    with serve(examples_graph, "--workers", "1") as url:
        yield url


@contextmanager
def emptied(running: Running) -> Generator[None]:
    """Leave the store without what the block put there."""
    try:
        yield
    finally:
        held = select(running.endpoint, "SELECT DISTINCT ?g { GRAPH ?g { ?s a cb:Source } }")
        for row in held.rows:
            change = f"DROP SILENT GRAPH <{row.text('g')}>"
            kind = {"Content-Type": "application/sparql-update"}
            auth = httpx.DigestAuth("dba", "dba")
            with httpx.Client(trust_env=False, auth=auth) as client:
                client.post(running.update, content=change, headers=kind).raise_for_status()
