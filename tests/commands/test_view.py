"""``canbo view``, from a graph folder to a page."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pyoxigraph import RdfFormat, Store

from canbo.cli import door
from canbo.errors import NoGraphError, NoMatchError, ParameterValueError, UnwritablePageError
from canbo.graph.keeping.store import write_snapshot

DATA = Path(__file__).parents[1] / "viz" / "data" / "quan-1.trig"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kg")
    with write_snapshot(folder) as (draft, _):
        draft.store.parent.mkdir(parents=True, exist_ok=True)
        store = Store(draft.store)
        store.bulk_load(DATA.read_bytes(), format=RdfFormat.TRIG)
        store.flush()
        del store
    return folder


def view(*arguments: str | Path) -> Result:
    return CliRunner().invoke(door, ["view", *map(str, arguments)])


def test_a_graph_becomes_one_page(graph: Path, tmp_path: Path) -> None:
    page = tmp_path / "trang.html"
    result = view("--graph", graph, "-o", page)
    assert result.exit_code == 0, result.output
    assert re.fullmatch(re.escape(f"{page}: 47 things, 73 facts, 0.") + r"\d MiB\n", result.stderr)
    assert result.stdout == ""
    assert "Lê Đức Thanh" in page.read_text(encoding="utf-8")


def test_the_page_can_go_to_the_output(graph: Path) -> None:
    result = view("--graph", graph, "-o", "-")
    assert result.stdout_bytes.decode().startswith("<!doctype html>")


def test_it_can_leave_the_words_of_the_sources_out(graph: Path) -> None:
    assert "Bí thư Đảng ủy Cơ quan Chính quyền" in view("--graph", graph, "-o", "-").stdout
    silent = view("--graph", graph, "-o", "-", "--no-quotes").stdout
    assert '"quoted":false' in silent


def test_it_opens_at_a_thing_and_on_a_day(graph: Path, tmp_path: Path) -> None:
    page = tmp_path / "trang.html"
    result = view("--graph", graph, "-o", page, "--focus", "le duc thanh", "--on", "28/9/2022")
    assert result.exit_code == 0, result.output
    assert '"on":"2022-09-28"' in page.read_text(encoding="utf-8")


def test_the_register_is_shown_when_asked_for(graph: Path) -> None:
    assert "Nguyễn Phú Trọng" in view("--graph", graph, "-o", "-", "--register").stdout
    assert "Nguyễn Phú Trọng" not in view("--graph", graph, "-o", "-").stdout


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("--focus", "Ngô Thanh Hằng Nga"), NoMatchError),
        (("--on", "năm ngoái"), ParameterValueError),
        (("--on", "2022"), ParameterValueError),
        (("-o", "no/such/folder/a.html"), UnwritablePageError),
    ],
)
def test_what_cannot_be_done_is_said(
    graph: Path, arguments: tuple[str, ...], error: type[Exception]
) -> None:
    assert isinstance(view("--graph", graph, *arguments).exception, error)


def test_without_a_graph_there_is_no_page(tmp_path: Path) -> None:
    assert isinstance(view("--graph", tmp_path / "none").exception, NoGraphError)


def test_help_names_every_option() -> None:
    told = view("--help").output
    assert all(
        option in told for option in ("--focus", "--on", "--register", "--output", "--graph")
    )
