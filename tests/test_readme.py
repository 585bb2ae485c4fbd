"""The README is true: its commands give the answers it prints, its Python runs."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
WIDE = {**os.environ, "COLUMNS": "200", "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def _answers() -> list[tuple[str, str]]:
    parts = re.split(r"^\$ (.*)\n", "".join(_blocks("console")), flags=re.MULTILINE)
    return list(zip(parts[1::2], parts[2::2], strict=True))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder like a fresh clone after ``canbo build examples``."""
    place = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "examples", place / "examples")
    build = [sys.executable, "-m", "canbo", "build", "examples", "--quiet"]
    subprocess.run(build, cwd=place, env=WIDE, check=True, capture_output=True)
    return place


@pytest.mark.parametrize(("command", "printed"), _answers())
def test_the_commands_give_the_answers_printed(command: str, printed: str, folder: Path) -> None:
    asked = [sys.executable, "-m", *shlex.split(command)]
    answer = subprocess.run(
        asked, cwd=folder, env=WIDE, check=True, capture_output=True, encoding="utf-8"
    )
    assert [line.rstrip() for line in answer.stdout.strip().splitlines()] == [
        line.rstrip() for line in printed.strip().splitlines()
    ]


@pytest.mark.parametrize("code", _blocks("python"))
def test_the_python_runs(code: str, folder: Path) -> None:
    run = [sys.executable, "-c", code]
    answer = subprocess.run(
        run, cwd=folder, env=WIDE, check=True, capture_output=True, encoding="utf-8"
    )
    assert "Chủ tịch UBND Quận 1" in answer.stdout


def test_the_files_it_names_are_there() -> None:
    named = re.findall(r"\]\(([^)#:]+)\)", README)
    assert [name for name in named if not (ROOT / name).exists()] == []
