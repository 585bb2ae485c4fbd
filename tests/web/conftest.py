"""A real server: ``canbo serve`` in a process of its own, on a free port of the loopback."""

import os
import subprocess
import sys
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import httpx
import pytest
from pyoxigraph import RdfFormat, Store

from canbo.graph.keeping.store import write_snapshot
from canbo.pages.site import visit
from canbo.web.frames import Reply, Visit
from tests.viz.conftest import DATA, browser_type_launch_args

__all__ = ["browser_type_launch_args"]

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}

Look = Callable[..., Reply]
"""Gives the page at a path: ``look("/person/...", on="1/1/2020")``."""

Serve = Callable[..., AbstractContextManager[str]]


def canbo(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "canbo", *arguments]


@contextmanager
def serve(graph: Path, *options: str) -> Generator[str]:
    """Give the address of the endpoint over *graph*, for as long as the block lasts."""
    command = canbo("serve", "--port", "0", "--graph", str(graph), *options)
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().strip()
        finally:
            process.terminate()
            process.wait(20)


@pytest.fixture(scope="session")
def examples_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("serving") / "kg"
    build = canbo("build", str(ROOT / "examples"), "--graph", str(folder), "--quiet")
    subprocess.run(build, cwd=ROOT, env=ENVIRONMENT, check=True)
    return folder


@pytest.fixture(scope="session")
def address(examples_graph: Path) -> Generator[str]:
    """Return an endpoint with the limits that ship."""
    with serve(examples_graph) as url:
        yield url


@pytest.fixture(scope="session")
def tight(examples_graph: Path) -> Generator[str]:
    """Return an endpoint that gives a query two seconds and 512 MiB, on two workers."""
    with serve(examples_graph, "--timeout", "2", "--workers", "2", "--memory", "512") as url:
        yield url


@pytest.fixture(scope="session")
def client() -> Generator[httpx.Client]:
    with httpx.Client(timeout=60, trust_env=False) as one:
        yield one


@pytest.fixture
def serving() -> Serve:
    return serve


@pytest.fixture(scope="session")
def district() -> Store:
    """The graph of one district."""
    store = Store()
    store.bulk_load((DATA / "quan-1.trig").read_bytes(), format=RdfFormat.TRIG)
    return store


@pytest.fixture
def look(district: Store) -> Look:
    """Look at pages of the district as a worker makes them, without a server."""

    def look(path: str, media: str = "text/html", **given: str) -> Reply:
        return visit(district, Visit(path, tuple(given.items()), media))

    return look


def publish(folder: Path, store: Store) -> Path:
    """Publish *store* as the graph of *folder*."""
    with write_snapshot(folder) as (draft, _):
        draft.store.parent.mkdir(exist_ok=True)
        Store(draft.store).extend(store)
    return folder
