import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse

from canbo.cli import door
from canbo.commands.sparql import MOST
from canbo.errors import (
    EndpointError,
    NoGraphError,
    QueryFileError,
    QuerySyntaxError,
    ResultFormatError,
)
from canbo.graph.keeping.store import write_snapshot

NAMES = "SELECT ?s ?v WHERE { ?s foaf:name ?v } ORDER BY STR(?s)"
NAME = "http://xmlns.com/foaf/0.1/name"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kg")
    with write_snapshot(folder) as (draft, _):
        store = Store(str(draft.store))
        for number, name in enumerate(("Hòa", "Huệ")):
            subject = NamedNode(f"https://w3id.org/canbo/ns#p{number}")
            value = Literal(name, language="vi")
            store.add(Quad(subject, NamedNode(NAME), value, NamedNode(f"urn:g{number}")))
        store.flush()
        del store
    return folder


Run = Callable[..., Result]


@pytest.fixture
def run(graph: Path) -> Run:
    def asked(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(door, ["sparql", *arguments, "--graph", str(graph)], input=stdin)

    return asked


def test_rows_are_a_table_with_short_iris(run: Run) -> None:
    lines = run(NAMES).stdout.splitlines()
    assert [line.strip("│ ").split(" │ ") for line in lines[3:5]] == [
        ["cb:p0", "Hòa"],
        ["cb:p1", "Huệ"],
    ]
    assert run(NAMES, "--format", "md").stdout.splitlines()[2] == "| cb:p0 | Hòa |"


def test_machines_get_what_sparql_defines(run: Run) -> None:
    rows = list(csv.reader(StringIO(run(NAMES, "--format", "csv").stdout)))
    assert rows[0] == ["s", "v"]
    assert rows[1] == ["https://w3id.org/canbo/ns#p0", "Hòa"]
    found = json.loads(run(NAMES, "--format", "json").stdout)
    assert found["results"]["bindings"][1]["v"]["value"] == "Huệ"
    assert run(NAMES, "--format", "tsv").stdout.startswith("?s\t?v\n")
    assert "<sparql " in run(NAMES, "--format", "xml").stdout


def test_yes_or_no(run: Run) -> None:
    assert run("ASK { ?s foaf:name ?v }").stdout == "true\n"
    assert run("ASK { ?s foaf:nick ?v }").stdout == "false\n"
    assert json.loads(run("ASK { ?s ?p ?v }", "--format", "json").stdout)["boolean"] is True


@pytest.mark.parametrize(
    ("form", "media"),
    [
        (None, RdfFormat.TURTLE),
        ("turtle", RdfFormat.TURTLE),
        ("ntriples", RdfFormat.N_TRIPLES),
        ("rdfxml", RdfFormat.RDF_XML),
        ("jsonld", RdfFormat.JSON_LD),
    ],
)
@pytest.mark.parametrize("query", ["CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "DESCRIBE cb:p0"])
def test_triples_are_written_in_every_format(
    run: Run, query: str, form: str | None, media: RdfFormat
) -> None:
    written = run(query, *(("--format", form) if form else ())).stdout
    values = [quad.object for quad in parse(written, format=media)]
    assert Literal("Hòa", language="vi") in values
    assert written == run(query, *(("--format", form) if form else ())).stdout


def test_a_query_is_text_a_file_or_the_input(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "names.rq"
    path.write_text(f"# who\n{NAMES}\n", encoding="utf-8")
    expected = run(NAMES).stdout
    assert run(str(path)).stdout == expected
    assert run("-", stdin=NAMES).stdout == expected


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("names.rq", "is no file, and no query either"),
        ("x" * 5000, "cannot be read"),
        ("nul\0", "is no file, and no query either"),
    ],
)
def test_what_is_neither_file_nor_query(run: Run, query: str, problem: str) -> None:
    result = run(query)
    assert isinstance(result.exception, QueryFileError)
    assert problem in str(result.exception)
    assert len(str(result.exception)) < 300


def test_a_long_query_is_no_file_name(run: Run) -> None:
    assert run(f"{NAMES} # {'x' * 5000}").exit_code == 0


@pytest.mark.parametrize("stdin", [False, True])
def test_bytes_that_are_no_text(run: Run, tmp_path: Path, *, stdin: bool) -> None:
    (tmp_path / "bad.rq").write_bytes(b"\xff")
    result = run("-", stdin=b"\xff") if stdin else run(str(tmp_path / "bad.rq"))
    assert isinstance(result.exception, QueryFileError)
    assert "is not UTF-8 text" in str(result.exception)


def test_a_broken_query_is_one_line_with_line_and_column(run: Run) -> None:
    result = run("SELECT ?s\nWHERE { ?s ?p }")
    assert isinstance(result.exception, QuerySyntaxError)
    assert "line 2, column" in str(result.exception)
    assert "\n" not in str(result.exception)


def test_a_graph_is_only_asked(run: Run) -> None:
    result = run("INSERT DATA { <urn:a> <urn:b> 1 }")
    assert "this is an update, and a graph is only asked" in str(result.exception)


@pytest.mark.parametrize(
    ("query", "form", "takes"),
    [
        (NAMES, "turtle", "rows, which has no format 'turtle'; take table, csv, json, md, tsv"),
        ("ASK { ?s ?p ?o }", "ntriples", "yes or no, which has no format 'ntriples'"),
        ("DESCRIBE cb:p0", "csv", "take turtle, ntriples, rdfxml, jsonld"),
    ],
)
def test_a_format_that_does_not_fit_names_those_that_do(
    run: Run, query: str, form: str, takes: str
) -> None:
    result = run(query, "--format", form)
    assert isinstance(result.exception, ResultFormatError)
    assert takes in str(result.exception)


def test_a_table_ends_after_a_thousand_rows_and_says_so(run: Run) -> None:
    numbers = " ".join(map(str, range(MOST + 1)))
    result = run(f"SELECT ?n WHERE {{ VALUES ?n {{ {numbers} }} }}")
    assert result.stdout.count("\n") == MOST + 4
    assert result.stderr == "only the first 1000 rows; --format csv writes all\n"


def test_an_endpoint_is_asked_the_same(run: Run) -> None:
    result = run(NAMES, "--endpoint", "file:///etc/hostname")
    assert isinstance(result.exception, EndpointError)


def test_a_graph_that_is_not_there(tmp_path: Path) -> None:
    result = CliRunner().invoke(door, ["sparql", NAMES, "--graph", str(tmp_path / "none")])
    assert isinstance(result.exception, NoGraphError)
