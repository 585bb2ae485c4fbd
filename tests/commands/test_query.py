import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pyoxigraph import RdfFormat, Store

from canbo.cli import door
from canbo.commands.asking import stoppable
from canbo.errors import (
    AmbiguousNameError,
    EndpointError,
    MissingParameterError,
    NoGraphError,
    NoMatchError,
    ParameterValueError,
    QueryFileError,
    UnknownParameterError,
    UnknownQueryError,
)
from canbo.graph.keeping.store import write_snapshot

DATA = Path(__file__).parents[1] / "queries" / "data" / "quan-1.trig"
CHAIRMAN = ("post-holders", "--post", "chủ tịch ubnd quận 1", "--on", "28/9/2022")


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish the congress of Quận 1 as a graph folder."""
    folder = tmp_path_factory.mktemp("kg")
    with write_snapshot(folder) as (draft, _):
        store = Store(str(draft.store))
        store.bulk_load(DATA.read_bytes(), format=RdfFormat.TRIG)
        store.flush()
        del store
    return folder


Ask = Callable[..., Result]


@pytest.fixture
def ask(graph: Path) -> Ask:
    def run(*arguments: str) -> Result:
        return CliRunner().invoke(door, ["query", *arguments, "--graph", str(graph)])

    return run


def test_a_person_reads_a_table(ask: Ask) -> None:
    lines = ask(*CHAIRMAN).stdout.splitlines()
    assert lines[0] == "Ai giữ chức vụ này (vào ngày này)?"
    assert "chắc chắn │ Chủ tịch UBND Quận 1 │ Lê Đức Thanh" in lines[5]
    assert "w3id.org" not in "".join(lines)
    english = ask(*CHAIRMAN, "--lang", "en").stdout
    assert english.startswith("Who holds this post (on this day)?")
    assert "certain" in english


def test_evidence_brings_the_words(ask: Ask) -> None:
    words = "Cơ quan Chính quyền Quận 1; Chủ tịch UBND Quận 1"
    assert words in ask(*CHAIRMAN, "--evidence").stdout
    assert words not in ask(*CHAIRMAN).stdout
    table = list(csv.DictReader(StringIO(ask(*CHAIRMAN, "--evidence", "--format", "csv").stdout)))
    assert table[0]["quote"].endswith(words)
    found = json.loads(ask(*CHAIRMAN, "--evidence", "--format", "json").stdout)
    assert found["results"]["bindings"][0]["quote"]["value"].endswith(words)
    assert words in ask(*CHAIRMAN, "--evidence", "--format", "md").stdout


def test_a_machine_reads_every_column(ask: Ask) -> None:
    (row,) = csv.DictReader(StringIO(ask(*CHAIRMAN, "--format", "csv").stdout))
    assert (row["answer"], row["personLabel"]) == ("certain", "Lê Đức Thanh")
    assert row["tenure"].startswith("https://w3id.org/canbo/tenure/le-duc-thanh-")
    found = json.loads(ask(*CHAIRMAN, "--format", "json").stdout)
    assert found["results"]["bindings"][0]["answer"] == {"type": "literal", "value": "certain"}
    assert ask(*CHAIRMAN, "--format", "md").stdout.splitlines()[2].startswith("| trả lời |")


def test_no_row_is_said_not_to_mean_nobody(ask: Ask) -> None:
    asked = ("party-and-state", "--on", "1950-01-01")
    assert ask(*asked).stdout.splitlines()[1].endswith("không có nghĩa là không có.")
    assert ask(*asked, "--lang", "en").stdout.strip().endswith("that there is nothing.") is False
    assert "nothing is attested" in ask(*asked, "--lang", "en").stdout
    assert ask(*asked, "--format", "csv").stdout.count("\n") == 1


def test_without_a_name_the_shelf_is_listed(ask: Ask) -> None:
    rows = list(csv.DictReader(StringIO(ask("--format", "csv").stdout)))
    assert len(rows) == 32
    assert rows[0] == {
        "name": "post-holders",
        "question": "Ai giữ chức vụ này (vào ngày này)?",
        "parameters": "--post --on",
    }
    assert "Who holds this post" in ask("--lang", "en").stdout
    assert json.loads(ask("--format", "json").stdout)["head"]["vars"][0] == "name"
    assert "post-holders" in ask("--format", "md").stdout


def test_the_shelf_is_listed_where_there_is_no_graph(tmp_path: Path) -> None:
    result = CliRunner().invoke(door, ["query", "--graph", str(tmp_path / "none")])
    assert result.exit_code == 0


def test_a_folder_of_ones_own_is_a_shelf(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "mine.rq").write_text(
        '#+ title = "Ai?"\n#+ [parameters]\n#+ who = { type = "person", variable = "p" }\n'
        "SELECT ?p ?name WHERE {\n  #= parameters\n  ?p foaf:name ?name\n} ORDER BY STR(?name)\n",
        encoding="utf-8",
    )
    mine = ("--shelf", str(tmp_path))
    assert "mine" in ask(*mine).stdout
    assert ask("mine", "--who", "lê tiến sĩ", *mine, "--format", "csv").stdout.count("\n") == 2
    assert ask("mine", "--who=lê tiến sĩ", *mine, "--format", "csv").stdout.count("\n") == 2
    assert isinstance(ask("--shelf", str(tmp_path / "none")).exception, QueryFileError)


@dataclass
class Wrong:
    arguments: tuple[str, ...]
    error: type[Exception]
    words: str


@pytest.mark.parametrize(
    "wrong",
    [
        Wrong(("post-holder",), UnknownQueryError, "near it: post-holders"),
        Wrong(("post-holders", "--who", "x"), UnknownParameterError, "it takes --post, --on"),
        Wrong(("post-holders", "--person", "x"), UnknownParameterError, "not take --person"),
        Wrong(("vacant-posts",), MissingParameterError, "needs --on"),
        Wrong(("post-holders", "--on", "now"), ParameterValueError, "--on cannot be 'now'"),
        Wrong(("person-posts", "--person", "xyz"), NoMatchError, "no person called 'xyz'"),
        Wrong(("person-posts", "--person", "le duc"), AmbiguousNameError, "can be 2 persons"),
        Wrong(("post-holders", "--endpoint", "here"), EndpointError, "no address of the web"),
    ],
    ids=lambda wrong: wrong.error.__name__,
)
def test_what_is_wrong_is_one_line_that_shows_the_way_out(ask: Ask, wrong: Wrong) -> None:
    result = ask(*wrong.arguments)
    assert type(result.exception) is wrong.error
    assert wrong.words in str(result.exception)
    assert "\n" not in str(result.exception)


def test_words_that_belong_to_nothing_are_wrong_usage(ask: Ask) -> None:
    result = ask("post-holders", "--post", "chủ tịch", "ubnd")
    assert result.exit_code == 2
    assert "what is 'ubnd'? Names of several words go in quotes." in result.stderr


def test_a_question_needs_a_graph(tmp_path: Path) -> None:
    result = CliRunner().invoke(door, ["query", "congress", "--graph", str(tmp_path / "none")])
    assert isinstance(result.exception, NoGraphError)


def test_the_command_line_prints_one_line_and_exits_with_one(graph: Path) -> None:
    arguments = ["query", "person-posts", "--person", "xyz", "--graph", str(graph)]
    done = subprocess.run(
        [sys.executable, "-m", "canbo", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONUTF8": "1"},
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == ("canbo: the graph has no person called 'xyz'; nothing comes near it\n")


def test_ctrl_c_is_left_as_it_was_even_outside_the_main_thread() -> None:
    import signal  # noqa: PLC0415
    import threading  # noqa: PLC0415

    before = signal.getsignal(signal.SIGINT)
    with stoppable():
        assert signal.getsignal(signal.SIGINT) is signal.SIG_DFL
    assert signal.getsignal(signal.SIGINT) is before
    passed: list[bool] = []

    def elsewhere() -> None:
        with stoppable():
            passed.append(signal.getsignal(signal.SIGINT) is before)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert passed == [True]
