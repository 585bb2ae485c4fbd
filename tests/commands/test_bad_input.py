"""Every bad input, through the real command line: one clear line, exit 1, the rest goes on.

One graph is built for the whole module; what each bad input leaves is held against its canonical
N-Quads.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from canbo.cli import main

SENTENCE = "Ngày 28/9/2022, ông Lê Văn Tám, Phó Chủ tịch UBND phường Hoa Sen, dự Đại hội Chi bộ."
OTHER = "Ngày 1/3/2023, bà Trần Thị Ánh, Bí thư Đảng ủy phường Hoa Sen, thăm trường."


@dataclass(frozen=True)
class Run:
    """What one command did: how it ended, its output, and its lines on stderr."""

    code: int
    out: str
    lines: list[str]


Canbo = Callable[..., Run]


@pytest.fixture
def canbo(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, graph: Path
) -> Canbo:
    """Return the command line as a function; it works on a copy of the built graph."""
    monkeypatch.setenv("CANBO_GRAPH", str(graph))
    monkeypatch.setenv("COLUMNS", "300")

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


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a graph folder with one source, built once."""
    place = tmp_path_factory.mktemp("built")
    (place / "one.jsonl").write_text(
        json.dumps({"id": "one", "published": "2022-09-28", "text": SENTENCE}), "utf-8"
    )
    words = [sys.executable, "-m", "canbo", "build", "one.jsonl", "--graph", "kg"]
    done = subprocess.run(words, cwd=place, env=os.environ, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return place / "kg"


@pytest.fixture
def graph(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the built graph, beside which the current folder lies."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return Path(shutil.copytree(built, tmp_path / "kg"))


BAD_FILES: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "is empty"),
    "program.txt": (bytes(range(256)) * 9, "is a binary file"),
    "wide.txt": (SENTENCE.encode("utf-16"), "looks like UTF-16"),
    "old.txt": (
        "§¶ng ñy vµ c¸c ®ång chÝ cña ng­êi".encode("latin-1"),
        "looks like TCVN3",
    ),
    "line.txt": (b"a " * 25_000_000, "is too long"),
    "line.jsonl": (
        b'{"id": "long", "text": "' + b"a " * 25_000_000 + b'"}\n',
        "line 1: is too long",
    ),
    "menu.html": (b"<html><nav><a href='/'>Menu</a></nav></html>", "is a web page without text"),
    "broken.jsonl": (b'{"id": "x"\n', "line 1: is not JSON"),
    "scan.pdf": (b"%PDF-1.4", "is a broken PDF document"),
    "broken.docx": (b"PK\x03\x04", "is a broken Word document"),
    "notes.md": (b"# A", "has the ending .md"),
}
"""Files that cannot be read, and words of the line that says so."""


def export(canbo: Canbo) -> str:
    """Return the canonical N-Quads of the graph."""
    done = canbo("export", "--to", "nquads")
    assert done.code == 0, done.lines
    return done.out


def make(name: str) -> None:
    Path(name).write_bytes(BAD_FILES[name][0])


def assert_each_is_one_line(done: Run) -> None:
    """Assert that each of `BAD_FILES` is named on one line of *done*, with the reason."""
    for name, (_, reason) in BAD_FILES.items():
        (line,) = [line for line in done.lines if name in line]
        assert reason in line


def test_bad_files_leave_the_graph_as_it_was(canbo: Canbo) -> None:
    before = export(canbo)
    for name in BAD_FILES:
        make(name)
    done = canbo("build", *BAD_FILES)
    assert done.code == 1
    assert_each_is_one_line(done)
    assert export(canbo) == before


def test_beside_bad_files_the_others_are_still_built(canbo: Canbo) -> None:
    for name in BAD_FILES:
        make(name)
    Path("good.txt").write_text(OTHER, "utf-8")
    done = canbo("build", *BAD_FILES, "good.txt")
    assert done.code == 1
    assert_each_is_one_line(done)
    built = export(canbo)
    assert "Trần Thị Ánh" in built
    assert "Lê Văn Tám" in built


@pytest.mark.parametrize("name", BAD_FILES)
def test_beside_a_bad_file_the_others_are_still_extracted(canbo: Canbo, name: str) -> None:
    make(name)
    Path("good.txt").write_text(OTHER, "utf-8")
    done = canbo("extract", name, "good.txt", "--format", "jsonl")
    assert done.code == 1
    assert len(done.lines) == 1
    assert name in done.lines[0]
    assert BAD_FILES[name][1] in done.lines[0]
    (record,) = map(json.loads, done.out.splitlines())
    assert record["persons"] == ["Trần Thị Ánh"]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("nowhere.txt", "does not exist"),
        ("bare", "is a folder with no file that can be read"),
        ("*.rtf", "matches no file that can be read"),
    ],
)
@pytest.mark.parametrize("command", ["build", "extract"])
def test_an_input_that_is_not_there_is_one_line(
    canbo: Canbo, command: str, given: str, words: str
) -> None:
    before = export(canbo)
    Path("bare").mkdir()
    Path("bare/picture.png").touch()
    done = canbo(command, given)
    assert done.code == 1
    (line,) = [line for line in done.lines if given in line]
    assert words in line
    assert export(canbo) == before


def test_a_broken_line_is_numbered_and_the_rest_of_its_file_is_built(canbo: Canbo) -> None:
    good = json.dumps({"id": "two", "published": "2023-03-01", "text": OTHER})
    Path("two.jsonl").write_text(f"{good}\n{{broken\n", "utf-8")
    done = canbo("build", "two.jsonl")
    assert done.code == 1
    (line,) = [line for line in done.lines if "two.jsonl" in line]
    assert "two.jsonl line 2: is not JSON" in line
    assert "Trần Thị Ánh" in export(canbo)


def test_of_two_texts_with_one_id_the_first_is_kept(canbo: Canbo) -> None:
    same = [json.dumps({"id": "two", "text": text}) for text in (OTHER, SENTENCE + " Hết.")]
    Path("two.jsonl").write_text("\n".join(same), "utf-8")
    done = canbo("build", "two.jsonl")
    assert done.code == 1
    (line,) = [line for line in done.lines if "two.jsonl" in line]
    assert "has the same key as two.jsonl line 1" in line
    assert "Trần Thị Ánh" in export(canbo)


def test_each_problem_is_a_line_of_its_own(canbo: Canbo) -> None:
    for name in ("empty.txt", "wide.txt", "broken.docx"):
        make(name)
    done = canbo("extract", "empty.txt", "wide.txt", "broken.docx", "nowhere.txt")
    assert done.code == 1
    assert len(done.lines) == 4
    assert done.out == ""


def foreign(place: Path) -> None:
    place.mkdir()
    (place / "letter.txt").write_text("Kính gửi", "utf-8")


def of_another_version(place: Path) -> None:
    place.mkdir()
    (place / "canbo.json").write_text('{"schema": 99}', "utf-8")


def a_file(place: Path) -> None:
    place.write_text("", "utf-8")


def under_a_file(place: Path) -> None:
    place.parent.joinpath("file").touch()
    place.symlink_to("file/kg")


@pytest.mark.parametrize("spoil", [foreign, of_another_version, a_file, under_a_file])
@pytest.mark.parametrize("command", ["build", "query", "sparql", "export", "sources", "view"])
def test_a_folder_that_is_no_graph_of_ours_is_left_alone(
    canbo: Canbo, command: str, spoil: Callable[[Path], None]
) -> None:
    spoil(Path("other"))
    before = sorted(map(str, Path().rglob("*")))
    Path("good.txt").write_text(OTHER, "utf-8")
    words = {
        "build": ["good.txt"],
        "query": ["post-holders"],
        "sparql": ["ASK {}"],
        "export": ["--to", "nquads"],
        "sources": [],
        "view": ["-o", "page.html"],
    }[command]
    done = canbo(command, *words, "--graph", "other")
    assert done.code == 1
    (line,) = done.lines
    assert "other" in line
    Path("good.txt").unlink()
    assert sorted(map(str, Path().rglob("*"))) == before


@pytest.mark.skipif(sys.platform != "linux", reason="needs a folder that nobody can write in")
def test_a_folder_that_cannot_be_written_is_one_line(canbo: Canbo) -> None:
    Path("good.txt").write_text(OTHER, "utf-8")
    done = canbo("build", "good.txt", "--graph", "/proc/kg")
    assert done.code == 1
    (line,) = done.lines
    assert "/proc/kg" in line


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything may be written here")
def test_a_graph_that_may_not_be_written_is_still_read(canbo: Canbo, graph: Path) -> None:
    before = export(canbo)
    Path("good.txt").write_text(OTHER, "utf-8")
    graph.chmod(0o500)
    (graph / "snapshots").chmod(0o500)
    done = canbo("build", "good.txt")
    after = export(canbo)
    graph.chmod(0o700)
    (graph / "snapshots").chmod(0o700)
    assert done.code == 1
    (line,) = done.lines
    assert str(graph) in line
    assert after == before


@pytest.mark.parametrize(
    "words", [["query", "post-holders"], ["sparql", "ASK {}"], ["export", "--to", "nquads"]]
)
def test_where_nothing_was_built_the_way_to_build_is_told(canbo: Canbo, words: list[str]) -> None:
    done = canbo(*words, "--graph", "nowhere")
    assert done.code == 1
    (line,) = done.lines
    assert "'nowhere'" in line
    assert "canbo build" in line
    assert not Path("nowhere").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["query", "post-holder"], ["'post-holder'", "post-holders"]),
        (["query", "zzz"], ["'zzz'", "there are: ", "post-holders", "person-posts"]),
        (["query", "post-holders", "--signature", "1"], ["--signature", "--post", "--on"]),
        (["query", "post-holders", "--colour", "red"], ["--colour", "--post", "--on"]),
        (["query", "post-holders", "--on", "31/2/2022"], ["--on", "'31/2/2022'"]),
        (["query", "person-posts", "--person", "Ngô Không"], ["'Ngô Không'"]),
        (["query", "person-posts", "--person", "Le Van Tan"], ["'Le Van Tan'", "Lê Văn Tám"]),
        (["query", "post-holders", "--post", "Chủ tịch xã Lài"], ["'Chủ tịch xã Lài'"]),
        (["sparql", "SELECT ?a\nWHERE { ?a ?b }"], ["line 2, column"]),
        (["sparql", "nowhere.rq"], ["nowhere.rq"]),
        (["sparql", "PREFIX a: <b> SELECT ?x { ?x z:y 1 }"], ["line 1, column"]),
    ],
)
def test_a_question_that_cannot_be_asked_is_one_line(
    canbo: Canbo, words: list[str], told: list[str]
) -> None:
    done = canbo(*words)
    assert done.code == 1
    (line,) = done.lines
    assert done.out == ""
    assert [part for part in told if part not in line] == []


def test_a_name_of_several_people_lists_them(canbo: Canbo) -> None:
    Path("two.txt").write_text(f"{OTHER} Ông Lê Văn Tám Bình, Bí thư Đảng ủy phường Lài.", "utf-8")
    assert canbo("build", "two.txt").code == 0
    done = canbo("query", "person-posts", "--person", "van le")
    assert done.code == 1
    (line,) = done.lines
    assert "Lê Văn Tám" in line
    assert "Lê Văn Tám Bình" in line


@pytest.mark.parametrize("words", [["frobnicate"], ["build"], ["build", "--colour", "a.txt"]])
def test_wrong_usage_ends_with_2(canbo: Canbo, words: list[str]) -> None:
    assert canbo(*words).code == 2
