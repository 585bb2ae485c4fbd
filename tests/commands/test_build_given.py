"""Tables and decisions that a person gives a build, through the real command line."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from canbo.cli import door
from canbo.graph.keeping.store import current_snapshot

# An invented directive, with a number that no directive of khóa XIII has.
TEXTS = [
    {
        "id": "tin-1",
        "published": "2022-09-28",
        "text": "Đảng ủy phường Hoa Sen thực hiện Chỉ thị số 999-CT/TW về phát triển nghề gốm.",
    },
    {
        "id": "tin-2",
        "published": "2023-03-01",
        "text": "Đảng ủy phường Lài học tập Chỉ thị 10-CT/TW. Chỉ thị 10-CT/TW được treo lên.",
    },
]
ROW = {
    "signature": "999-CT/TW",
    "type": "Chỉ thị",
    "term": "XIII",
    "date": "2022-05-02",
    "subject": "Phát triển nghề gốm",
}
COLUMNS: str = "signature,name,type,term,date,issuer,subject,aliases,standing,source"
HEAD = "decision,source_a,start_a,end_a,source_b,start_b,end_b,document\n"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(door, [*map(str, words)], catch_exceptions=False)


def ask(query: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(run("sparql", PREFIXES + query, "--format", "csv").stdout)))


PREFIXES = """PREFIX cb: <https://w3id.org/canbo/ns#> PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
MEANING = """SELECT ?symbol ?outcome ?to ?rule ?reason WHERE {
  ?c a cb:Citation ; cb:citedSymbol ?symbol ; cb:resolution ?outcome ; cb:reason ?reason .
  OPTIONAL { ?c cb:resolvedTo ?to } OPTIONAL { ?c cb:resolutionRule ?rule }
} ORDER BY ?symbol ?c ?reason"""
REDIRECTS = "SELECT ?old ?new WHERE { ?old dcterms:isReplacedBy ?new } ORDER BY ?old"
UNREGISTERED = "SELECT ?d WHERE { ?d cb:registered false }"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with the texts, and a table that registers the directive."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CANBO_GRAPH", str(tmp_path / "kg"))
    lines = (json.dumps(text, ensure_ascii=False) for text in TEXTS)
    Path("texts.jsonl").write_text("\n".join(lines), "utf-8")
    Path("mine").mkdir()
    write_table(ROW)
    return tmp_path


def write_table(row: dict[str, str]) -> None:
    with Path("mine/documents.csv").open("w", encoding="utf-8", newline="") as file:
        columns: list[str] = COLUMNS.split(",")
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerow(row | {"source": "thử"})


def local(iri: str) -> str:
    return iri.removeprefix("https://w3id.org/canbo/document/")


def test_a_row_that_comes_later_takes_over_the_document_by_a_redirect() -> None:
    run("build", "texts.jsonl")
    ((old,),) = (row.values() for row in ask(UNREGISTERED))
    assert local(old).startswith("unregistered/999-ct-tw-")
    assert ask(REDIRECTS) == []
    done = run("build", "texts.jsonl", "--register", "mine")
    lines = done.stdout.splitlines()
    assert lines[0] == "sources    2 (2 unchanged)"
    assert lines[1] == "register   1 documents added"
    assert ask(UNREGISTERED) == []
    (redirect,) = ask(REDIRECTS)
    assert redirect["old"] == old
    assert local(redirect["new"]) == "tw/xiii/ct/999"
    row = next(row for row in ask(MEANING) if row["symbol"] == "999-CT/TW")
    assert (row["outcome"].rpartition("/")[2], local(row["to"])) == ("resolved", "tw/xiii/ct/999")


def test_a_changed_table_resolves_anew_though_no_text_changed() -> None:
    run("build", "texts.jsonl", "--register", "mine")
    write_table(ROW | {"date": "2023-05-02"})  # later than the text that cites it
    done = run("build", "texts.jsonl", "--register", "mine")
    assert done.stdout.startswith("sources    2 (2 unchanged)")
    row = next(row for row in ask(MEANING) if row["symbol"] == "999-CT/TW")
    assert row["outcome"].endswith("unregistered")
    assert "khi đó chưa có văn bản này" in row["reason"]


def test_the_tables_stay_with_the_graph_until_others_are_given() -> None:
    run("build", "texts.jsonl", "--register", "mine")
    write_table(ROW | {"date": "2023-05-02"})
    Path("new.txt").write_text("Ngày 1/3/2023, Đảng ủy xã Lan Anh họp.", "utf-8")
    assert "1 documents added" in run("build", "new.txt").stdout
    assert run("sources", "--remove", "new.txt").exit_code == 0
    assert ask(UNREGISTERED) == []
    own = run("build", "texts.jsonl", "--no-register")
    assert "added" not in own.stdout
    assert len(ask(UNREGISTERED)) == 1
    assert not (current_snapshot(Path("kg")).path / "register").exists()


def decide(name: str, *rows: str) -> None:
    Path(name).write_text(HEAD + "".join(f"{row}\n" for row in rows), "utf-8")


def span_of(text: dict[str, str], words: str) -> str:
    start = text["text"].index(words)
    return f"{start},{start + len(words)}"


def outcomes() -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {}
    for row in ask(MEANING):
        to, rule = local(row["to"]), row["rule"].rpartition("/")[2]
        found.setdefault(row["symbol"], set()).add((to, rule))
    return found


def test_a_decision_wins_in_the_graph_and_in_the_report() -> None:
    before = run("build", "texts.jsonl").stdout
    assert "citations  2 ambiguous, 1 unregistered\n" in before
    row = f"means,tin-2,{span_of(TEXTS[1], 'Chỉ thị 10-CT/TW')},,,,10-CT/TW khóa XI"
    decide("kg/decisions.csv", row)
    after = run("build", "texts.jsonl").stdout
    assert "citations  2 resolved, 1 unregistered; 2 decided by people\n" in after
    assert outcomes()["10-CT/TW"] == {("tw/xi/ct/10", "decision")}
    (decided,) = {row["reason"] for row in ask(MEANING) if row["symbol"] == "10-CT/TW"}
    assert decided == "người quyết định, dòng 2 của tệp quyết định"
    report = json.loads(current_snapshot(Path("kg")).report.read_bytes())
    assert report["decided"] == {"citations": 2}
    Path("kg/decisions.csv").unlink()
    assert run("build", "texts.jsonl").stdout.count("decided by people") == 0
    assert outcomes()["10-CT/TW"] == {("", "")}


def test_a_named_file_of_decisions_comes_first_and_stays() -> None:
    span = span_of(TEXTS[1], "Chỉ thị 10-CT/TW")
    decide("mine.csv", f"means,tin-2,{span},,,,10-CT/TW khóa X")
    run("build", "texts.jsonl", "--decisions", "mine.csv")
    assert outcomes()["10-CT/TW"] == {("tw/x/ct/10", "decision")}
    run("build", "texts.jsonl")
    assert outcomes()["10-CT/TW"] == {("tw/x/ct/10", "decision")}
    decide("kg/decisions.csv", f"means,tin-2,{span},,,,10-CT/TW khóa XI")
    run("build", "texts.jsonl")
    assert outcomes()["10-CT/TW"] == {("tw/xi/ct/10", "decision")}
    run("build", "texts.jsonl", "--decisions", "mine.csv")
    assert outcomes()["10-CT/TW"] == {("tw/x/ct/10", "decision")}


def test_a_decision_may_name_a_document_of_a_users_table() -> None:
    decide(
        "mine.csv", f"means,tin-2,{span_of(TEXTS[1], 'Chỉ thị 10-CT/TW')},,,,999-CT/TW khóa XIII"
    )
    run("build", "texts.jsonl", "--decisions", "mine.csv", "--register", "mine")
    assert outcomes()["10-CT/TW"] == {("tw/xiii/ct/999", "decision")}


def test_extract_goes_by_tables_and_decisions_too() -> None:
    decide("mine.csv", f"means,tin-2,{span_of(TEXTS[1], 'Chỉ thị 10-CT/TW')},,,,10-CT/TW khóa XI")
    given = ["--decisions", "mine.csv", "--register", "mine"]
    lines = run("extract", "texts.jsonl", "--format", "jsonl", *given).stdout.splitlines()
    (first,), (second,) = (json.loads(line)["documents"] for line in lines)
    assert (first["resolution"]["term"], first["resolution"]["date"]) == ("XIII", "2022-05-02")
    assert (second["resolution"]["term"], second["resolution"]["strength"]) == ("XI", "strong")
    assert "người quyết định" in run("extract", "texts.jsonl", *given).stdout
    assert not Path("kg").exists()


def test_the_same_tables_and_decisions_give_the_same_bytes() -> None:
    decide("mine.csv", f"means,tin-2,{span_of(TEXTS[1], 'Chỉ thị 10-CT/TW')},,,,10-CT/TW khóa XI")
    given = ["--decisions", "mine.csv", "--register", "mine"]
    written: list[str] = []
    for folder in ("one", "two"):
        run("build", "texts.jsonl", *given, "--graph", folder)
        written.append(run("export", "--to", "nquads", "--graph", folder).stdout)
    assert written[0] == written[1]
    assert "mine/documents.csv" not in written[0]
