"""The command around publishing: its report, its errors in one line, its usage."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from canbo.cli import door
from canbo.errors import CredentialsError
from canbo.graph.building import build
from tests.publishing.conftest import Running, oxigraph

__all__ = ["oxigraph"]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("graph")
    (folder / "a.txt").write_text("Ông Hồ Văn Minh, Chủ tịch UBND Quận 19.", encoding="utf-8")
    build([folder / "a.txt"], folder / "kg")
    return folder / "kg"


def run(graph: Path, *args: str) -> Result:
    return CliRunner().invoke(door, ["publish", "--graph", str(graph), *args])


def test_it_reports_what_the_store_holds_and_what_was_sent(graph: Path, oxigraph: Running) -> None:
    where = ("--endpoint", oxigraph.endpoint, "--update", oxigraph.update)
    first = run(graph, *where)
    assert first.exit_code == 0, first.output
    held, _, sent = first.output.strip().partition("; sent ")
    assert held.endswith("counted there")
    assert sent.split()[0] == held.split()[0]
    assert "; sent 0 in 0, dropped 0 graphs" in run(graph, *where).output
    assert not run(graph, *where, "--quiet").output


def test_two_ways_at_once_are_wrong_usage(graph: Path) -> None:
    wrong = run(
        graph, "--endpoint", "http://a", "--update", "http://b", "--graph-store", "http://c"
    )
    assert wrong.exit_code == 2
    assert "not both" in wrong.output


def test_no_option_takes_a_password(graph: Path) -> None:
    told = run(graph, "--help").output
    assert "--password" not in told
    assert "CANBO_STORE_PASSWORD" in told
    refused = run(graph, "--endpoint", f"http://me:{os.getpid()}@127.0.0.1/")
    assert isinstance(refused.exception, CredentialsError)
    assert str(os.getpid()) not in str(refused.exception)
