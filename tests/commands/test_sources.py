import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from canbo.cli import door
from canbo.errors import NoGraphError, UnknownSourceError
from canbo.graph.building import build

LINES = [
    {"id": "tin-1", "title": "Tin một", "published": "2022-09-28"},
    {"id": "tin-2", "source_url": "https://example.org/2", "published": "2023"},
]


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    path = tmp_path / "texts.jsonl"
    text = "Ông Hồ Văn Minh, Chủ tịch UBND Quận 19."
    written = [json.dumps(line | {"text": f"{text} {number}"}) for number, line in enumerate(LINES)]
    path.write_text("\n".join(written), encoding="utf-8")
    build([path], tmp_path / "kg")
    return tmp_path / "kg"


def run(graph: Path, *args: str) -> Result:
    return CliRunner().invoke(door, ["sources", *args, "--graph", str(graph)])


def test_sources_are_listed_with_what_rests_on_them(graph: Path) -> None:
    result = run(graph, "--format", "csv")
    assert result.stdout.replace("\r", "").splitlines() == [
        "source,title,published,statements",
        "tin-1,Tin một,2022-09-28,1",
        "tin-2,,2023,1",
    ]


@pytest.mark.parametrize("form", ["table", "json", "md"])
def test_every_format_has_them_all(graph: Path, form: str) -> None:
    written = run(graph, "--format", form).stdout
    assert "tin-1" in written
    assert "tin-2" in written


@pytest.mark.parametrize("name", ["tin-2", "https://example.org/2"])
def test_a_source_is_taken_out_by_its_id_or_its_address(graph: Path, name: str) -> None:
    result = run(graph, "--remove", name)
    assert result.exit_code == 0
    assert result.stdout.startswith("sources    1 (1 removed)\n")
    assert "tin-2" not in run(graph, "--format", "csv").stdout


def test_taken_out_quietly(graph: Path) -> None:
    assert run(graph, "--remove", "tin-1", "--quiet").output == ""


def test_a_source_that_is_not_there_is_said_not_to_be(graph: Path) -> None:
    result = run(graph, "--remove", "tin")
    assert isinstance(result.exception, UnknownSourceError)
    assert sorted(result.exception.near) == ["tin-1", "tin-2"]


def test_where_no_graph_is_it_says_how_to_build_one(tmp_path: Path) -> None:
    for args in ((), ("--remove", "a")):
        result = run(tmp_path / "kg", *args)
        assert isinstance(result.exception, NoGraphError)
        assert "canbo build INPUT" in str(result.exception)
