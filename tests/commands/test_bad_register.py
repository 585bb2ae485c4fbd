"""Each fault of a user's tables and decisions, through the real command line.

One clear line each, exit 1, and the stored graph is as it was, to the byte.
"""

import csv
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from canbo.cli import main
from canbo.graph.building import build
from canbo.graph.keeping.store import current_snapshot
from canbo.graph.register.tables import columns_of

TEXT = "Ngày 28/9/2022, Đảng ủy phường Hoa Sen thực hiện Chỉ thị số 999-CT/TW."
DOCUMENT = {
    "signature": "999-CT/TW",
    "type": "Chỉ thị",
    "term": "XIII",
    "date": "2022-05-02",
    "issuer": "Ban Bí thư",
    "subject": "Một việc thử",
    "source": "https://example.org/999",
}
RELATION = {
    "term": "XIII",
    "relation": "supersedes",
    "target_term": "XIII",
    "basis": "stated",
    "source": "thử",
}


@dataclass(frozen=True)
class Run:
    """How a command ended, its output and its lines on stderr."""

    code: int
    out: str
    lines: list[str]


Canbo = Callable[..., Run]


@pytest.fixture
def canbo(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Canbo:
    def run(*words: str | Path) -> Run:
        monkeypatch.setattr(sys, "argv", ["canbo", *map(str, words)])
        code = 0
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = capsys.readouterr()
        return Run(code, out, [line for line in err.splitlines() if line.strip()])

    return run


@pytest.fixture
def graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a graph folder with one text, beside that text and an empty folder ``mine``."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, "utf-8")
    Path("mine").mkdir()
    build(["a.txt"], "kg")
    return tmp_path / "kg"


def write(table: str, *rows: dict[str, str], drop: str = "") -> None:
    """Write a table of the folder ``mine``, without the column *drop*."""
    columns = [column for column in columns_of(table) if column != drop]
    with Path(f"mine/{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def state(graph: Path) -> dict[str, bytes]:
    """Return every file of the graph folder but the lock."""
    files = (path for path in graph.rglob("*") if path.is_file() and path.name != "lock")
    return {str(path.relative_to(graph)): path.read_bytes() for path in files}


def missing_column() -> None:
    write("documents", DOCUMENT, drop="term")


def bad_date() -> None:
    write("documents", DOCUMENT | {"date": "30/2/2022"})


def unknown_term() -> None:
    write("documents", DOCUMENT | {"term": "XX"})


def circle() -> None:
    two = [DOCUMENT | {"signature": f"{number}-CT/TW"} for number in (998, 999)]
    write("documents", *two)
    write(
        "relations",
        RELATION | {"signature": "998-CT/TW", "target": "999-CT/TW"},
        RELATION | {"signature": "999-CT/TW", "target": "998-CT/TW"},
    )


def older_than_its_term() -> None:
    write("documents", DOCUMENT | {"date": "2020-12-31"})


def twice() -> None:
    write("documents", DOCUMENT, DOCUMENT)


def already_ours() -> None:
    write("documents", DOCUMENT | {"signature": "37-QĐ/TW", "type": "Quy định"})


def relation_to_nothing() -> None:
    write("relations", RELATION | {"signature": "37-QĐ/TW", "target": "9999-CT/TW"})


def no_source() -> None:
    write("documents", DOCUMENT | {"source": ""})


def based_in_a_circle() -> None:
    link = RELATION | {"relation": "based_on"}
    write("documents", *(DOCUMENT | {"signature": f"{number}-CT/TW"} for number in (998, 999)))
    write(
        "relations",
        link | {"signature": "998-CT/TW", "target": "999-CT/TW"},
        link | {"signature": "999-CT/TW", "target": "998-CT/TW"},
    )


def not_text() -> None:
    Path("mine/documents.csv").write_bytes(b"\xff\xfe\x00")


def unknown_table() -> None:
    Path("mine/papers.csv").write_text("a,b\n", "utf-8")


def no_table() -> None:
    """Leave the folder empty."""


FAULTS: dict[Callable[[], None], str] = {
    missing_column: "mine/documents.csv, row 1: column 'term' is missing",
    bad_date: "mine/documents.csv, row 2, date: '30/2/2022' should be a date",
    unknown_term: "mine/documents.csv, row 2, term: 'XX' should be a term of terms.csv",
    circle: "mine/relations.csv:2, mine/relations.csv:3: supersedes goes in a circle",
    older_than_its_term: "mine/documents.csv, row 2, date: '2020-12-31' should be on or after",
    twice: "mine/documents.csv, row 3: document 999-CT/TW khóa XIII is already at",
    already_ours: "mine/documents.csv, row 2: document 37-QĐ/TW khóa XIII is already at",
    relation_to_nothing: "mine/relations.csv, row 2, target: '9999-CT/TW khóa XIII' should be",
    no_source: "mine/documents.csv, row 2, source: '' should be something; it must not be empty",
    based_in_a_circle: "mine/relations.csv:2, mine/relations.csv:3: based_on goes in a circle",
    not_text: "mine/documents.csv: it is not UTF-8",
    unknown_table: "mine/papers.csv: no table has this name",
    no_table: "mine: it holds no table",
}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: str(getattr(fault, "__name__", "")))
@pytest.mark.parametrize("command", ["build", "extract", "register"])
def test_a_faulty_table_is_one_line_and_changes_nothing(
    canbo: Canbo, graph: Path, command: str, fault: Callable[[], None]
) -> None:
    fault()
    before = state(graph)
    inputs: dict[str, list[str | Path]] = {
        "build": ["a.txt", "--graph", graph],
        "extract": ["a.txt"],
        "register": [],
    }
    done = canbo(command, *inputs[command], "--register", "mine")
    assert (done.code, done.out) == (1, "")
    (line,) = done.lines
    assert line.startswith(f"canbo: {FAULTS[fault]}")
    assert state(graph) == before


def test_several_faults_are_one_line_each(canbo: Canbo, graph: Path) -> None:
    write("documents", DOCUMENT | {"date": "x"}, DOCUMENT | {"type": ""}, DOCUMENT)
    write("laws", {"name": "Luật X", "year": "nay", "source": "thử"})
    done = canbo("build", "a.txt", "--register", "mine", "--graph", graph)
    assert done.code == 1
    assert [line.rpartition("mine/")[2].partition(":")[0] for line in done.lines] == [
        "documents.csv, row 2, date",
        "documents.csv, row 3, type",
        "laws.csv, row 2, year",
    ]
    assert current_snapshot(graph).number == 1


def test_of_a_new_graph_nothing_is_begun(canbo: Canbo, graph: Path) -> None:
    bad_date()
    done = canbo("build", "a.txt", "--register", "mine", "--graph", graph.parent / "new")
    assert done.code == 1
    assert not (graph.parent / "new").exists()


HEAD = "decision,source_a,start_a,end_a,source_b,start_b,end_b,document\n"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("decision,document\n", "line 1: there is no column source_a"),
        (f"{HEAD}perhaps,a.txt,0,9,,,,\n", "line 2: the decision is 'perhaps'"),
        (f"{HEAD}means,a.txt,0,9,,,,\n", "line 2: the document is missing"),
        (f"{HEAD}means,a.txt,0,9,,,,10-CT/TW\n", "line 2: no one registered document is"),
        (f"{HEAD}means,a.txt,0,x,,,,10-CT/TW khóa X\n", "line 2: a start or an end is no number"),
    ],
)
@pytest.mark.parametrize("command", ["build", "extract"])
def test_a_decision_that_cannot_be_followed_is_one_line_and_changes_nothing(
    canbo: Canbo, graph: Path, command: str, content: str, words: str
) -> None:
    Path("mine.csv").write_text(content, "utf-8")
    before = state(graph)
    where = ["--graph", graph] if command == "build" else []
    done = canbo(command, "a.txt", "--decisions", "mine.csv", *where)
    assert (done.code, done.out) == (1, "")
    (line,) = done.lines
    assert line.startswith("canbo: mine.csv, ")
    assert words in line
    assert state(graph) == before


def test_a_file_of_decisions_that_is_not_there_is_one_line(canbo: Canbo, graph: Path) -> None:
    done = canbo("build", "a.txt", "--decisions", "none.csv", "--graph", graph)
    assert done.code == 1
    assert done.lines == ["canbo: there is no file of decisions 'none.csv'; name one that is there"]
