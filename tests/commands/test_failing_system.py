"""What the system refuses is one line, too."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = "Ngày 3/2/2020, ông Lê Văn An, Chủ tịch UBND tỉnh Gia Lai, dự hội nghị."


def run(*words: str, out: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "canbo", *words]
    paths = {**os.environ, "PYTHONPATH": str(ROOT)}
    if out is None:
        return subprocess.run(command, env=paths, capture_output=True, text=True, check=False)
    with Path(out).open("w", encoding="utf-8") as full:
        return subprocess.run(
            command, env=paths, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert run("build", str(tmp_path / "a.txt"), "--graph", str(tmp_path / "kg")).returncode == 0
    return tmp_path / "kg"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
@pytest.mark.parametrize("words", [("query", "party-and-state"), ("export", "--to", "nquads")])
def test_a_full_disk_is_said_in_one_line(words: tuple[str, ...], graph: Path) -> None:
    result = run(*words, "--graph", str(graph), out="/dev/full")
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert "No space left" in result.stderr


def test_a_service_that_cannot_be_asked_is_said_in_one_line(graph: Path) -> None:
    query = "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"
    result = run("sparql", query, "--graph", str(graph))
    assert result.returncode == 1
    assert result.stderr.startswith("canbo: the query cannot be answered: ")
    assert len(result.stderr.splitlines()) == 1


def test_a_damaged_database_is_named_and_mended_by_the_next_build(graph: Path) -> None:
    for table in graph.glob("snapshots/*/store/*.sst"):
        table.write_bytes(bytes(100))
    asked = run("query", "party-and-state", "--graph", str(graph))
    assert asked.returncode == 1
    assert asked.stderr.startswith("canbo: the graph is damaged at ")
    assert len(asked.stderr.splitlines()) == 1
    text = graph.parent / "a.txt"
    assert run("build", str(text), "--graph", str(graph)).returncode == 0
    assert run("query", "party-and-state", "--graph", str(graph)).returncode == 0
