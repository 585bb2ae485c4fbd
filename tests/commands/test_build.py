import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from canbo.cli import door
from canbo.errors import CanboError, NothingReadError
from canbo.graph.keeping.store import current_snapshot, write_snapshot

ROOT = Path(__file__).parents[2]
TEXT = "Ngày 28/9/2022, ông Hồ Văn Minh, Chủ tịch UBND Quận 19, dự hội nghị."


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(door, ["build", *map(str, args)])


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_report_is_printed_and_progress_goes_to_stderr(text: Path, tmp_path: Path) -> None:
    result = run(text, "--graph", tmp_path / "kg")
    assert result.exit_code == 0
    assert re.sub(r"\d{4,}", "N", result.stdout).splitlines() == [
        "sources    1 (1 new)",
        "statements 1 holdings",
        "citations  none",
        "not read   0 that look like a post or a document",
        "persons    1",
        "tenures    1 (1 new)",
        "quads      N, snapshot 1",
    ]
    assert result.stderr.splitlines() == [
        "reading 1 texts, done",
        "assembling 1 sources, done",
        "assembling persons and tenures",
        "publishing snapshot 1",
    ]


def test_a_second_build_says_that_nothing_is_new_and_leaves_the_graph(
    text: Path, tmp_path: Path
) -> None:
    run(text, "--graph", tmp_path / "kg")
    result = run(text, "--graph", tmp_path / "kg")
    assert result.stdout.splitlines() == [
        "sources    1 (1 unchanged)",
        "nothing new: the graph stays as it is, snapshot 1",
    ]
    assert "publishing" not in result.stderr
    assert current_snapshot(tmp_path / "kg").number == 1


def test_an_odd_address_is_said_and_costs_nothing(tmp_path: Path) -> None:
    lines = tmp_path / "texts.jsonl"
    record = {"id": "a", "text": "Ngày 1/2/2023, họp.", "source_url": "tin/1"}
    lines.write_text(json.dumps(record), "utf-8")
    result = run(lines, "--graph", tmp_path / "kg")
    assert result.exit_code == 0
    assert "texts.jsonl line 1: its \"source_url\" is no web address ('tin/1')" in result.stderr


def test_quiet_prints_nothing(text: Path, tmp_path: Path) -> None:
    assert run(text, "--quiet", "--graph", tmp_path / "kg").output == ""


def test_the_graph_is_found_through_the_environment(
    text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CANBO_GRAPH", str(tmp_path / "elsewhere"))
    assert run(text).exit_code == 0
    assert current_snapshot(tmp_path / "elsewhere").number == 1


def test_a_bad_input_is_one_line_and_exit_code_1_and_the_rest_is_built(
    text: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    bad = [tmp_path / "empty.txt", *(tmp_path / f"gone-{number}" for number in range(30))]
    result = run(*bad, text, "--quiet", "--graph", tmp_path / "kg")
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert lines[0].endswith("empty.txt: is empty; give a file with words in it")
    assert len(lines) == 21
    assert lines[-1].startswith("canbo: 11 more inputs were skipped")
    report = json.loads(current_snapshot(tmp_path / "kg").report.read_bytes())
    assert len(report["skipped"]) == 31


def test_where_nothing_can_be_read_each_input_is_named(tmp_path: Path) -> None:
    result = run(tmp_path / "gone-1", tmp_path / "gone-2", "--quiet", "--graph", tmp_path / "kg")
    assert isinstance(result.exception, NothingReadError)
    assert "gone-1: does not exist" in str(result.exception)
    assert "gone-2: does not exist" in result.stderr


def test_without_an_input_the_usage_is_wrong(tmp_path: Path) -> None:
    result = run("--graph", tmp_path / "kg")
    assert result.exit_code == 2
    assert "Missing argument 'INPUT...'" in result.stderr


def make_foreign(folder: Path) -> None:
    folder.mkdir()
    (folder / "thesis.docx").write_bytes(b"")


def make_newer(folder: Path) -> None:
    folder.mkdir()
    (folder / "canbo.json").write_text('{"schema": 99}', encoding="utf-8")


@pytest.mark.parametrize(
    ("prepare", "words"),
    [
        (make_foreign, "is not a graph folder (it holds other things)"),
        (make_newer, "has schema version 99, this canbo reads version 1"),
    ],
)
def test_a_folder_that_is_not_ours_is_one_line(
    text: Path, tmp_path: Path, prepare: object, words: str
) -> None:
    assert callable(prepare)
    prepare(tmp_path / "kg")
    result = run(text, "--graph", tmp_path / "kg")
    assert isinstance(result.exception, CanboError)
    assert words in str(result.exception)


def test_the_second_builder_says_who_holds_the_graph(text: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "canbo", "build", str(text), "--graph", str(tmp_path / "kg")]
    with write_snapshot(tmp_path / "kg"):
        done = subprocess.run(
            [*command, "--wait", "0.2"], cwd=ROOT, capture_output=True, text=True, check=False
        )
    assert done.returncode == 1
    waiting, error = done.stderr.splitlines()
    assert waiting.startswith("waiting for process ")
    assert error.startswith("canbo: the graph in ")
    assert "is being built by process" in error
