from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pyoxigraph import RdfFormat, Store

from canbo.cli import door
from canbo.errors import UnwritableFileError
from canbo.graph.building import build
from canbo.graph.keeping.store import open_store

FORMATS = {
    "nquads": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "turtle": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("graph")
    (folder / "a.txt").write_text("Ông Hồ Văn Minh, Chủ tịch UBND Quận 19.", encoding="utf-8")
    build([folder / "a.txt"], folder / "kg")
    return folder / "kg"


def run(graph: Path, *args: str | Path) -> Result:
    return CliRunner().invoke(door, ["export", *map(str, args), "--graph", str(graph)])


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_holds_the_whole_graph(graph: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / "graph.out"
    assert run(graph, "--to", form, "-o", out).exit_code == 0
    store = Store()
    store.load(path=out, format=FORMATS[form])
    assert len(store) == len(open_store(graph))


@pytest.mark.parametrize("args", [(), ("-o", "-")])
def test_without_a_file_it_goes_to_the_output(
    graph: Path, tmp_path: Path, args: tuple[str, ...]
) -> None:
    run(graph, "--to", "nquads", "-o", tmp_path / "a.nq")
    result = run(graph, "--to", "nquads", *args)
    assert result.stdout_bytes == (tmp_path / "a.nq").read_bytes()


def test_a_file_is_replaced_only_by_a_whole_one(graph: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    result = run(graph, "--to", "nquads", "-o", tmp_path / "kept")
    assert isinstance(result.exception, UnwritableFileError)
    assert "is a directory" in str(result.exception)
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_a_folder_that_is_not_there_is_named(graph: Path, tmp_path: Path) -> None:
    result = run(graph, "--to", "trig", "-o", tmp_path / "none" / "a.trig")
    assert isinstance(result.exception, UnwritableFileError)
    assert "no such file or directory" in str(result.exception)


def test_an_unknown_format_is_wrong_usage(graph: Path) -> None:
    result = run(graph, "--to", "xml")
    assert result.exit_code == 2
    assert "'nquads', 'turtle', 'trig', 'jsonld'" in result.stderr
