"""What became of organisations, from the words of a text to the answer on the command line."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner

from canbo.cli import door
from canbo.graph.building import build

ROADS, WORKS = "Sở Giao thông vận tải tỉnh Gia Lai", "Sở Xây dựng tỉnh Gia Lai"
TEXTS = {
    "2025-01-10": (
        f"Ông Lê Văn An, Giám đốc {ROADS}, dự họp cùng ông Trần Minh Bình, Giám đốc {WORKS}."
    ),
    "2025-03-02": (
        f"Từ ngày 1/3/2025, {ROADS} và {WORKS} được hợp nhất thành {WORKS}. "
        "Ông Hồ Hữu Cường, Chủ tịch UBND tỉnh Bình Định, dự lễ."
    ),
    "2025-04-01": (
        "Ngày 20/3/2025, HĐND tỉnh Gia Lai thông qua nghị quyết giải thể Sở Ngoại vụ tỉnh Gia Lai."
    ),
}


@pytest.fixture(scope="module")
def kg(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reorganised")
    for day, text in TEXTS.items():
        page = f'<html><head><meta property="article:published_time" content="{day}"></head>'
        (folder / f"{day}.html").write_text(f"{page}<body><p>{text}</p></body></html>", "utf-8")
    build([folder], folder / "kg")
    return folder / "kg"


def ask(kg: Path, *words: str) -> list[dict[str, str]]:
    result = CliRunner().invoke(door, ["query", *words, "--graph", str(kg), "--format", "csv"])
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(StringIO(result.stdout)))


@pytest.mark.parametrize(
    ("day", "state"), [("2025-02-01", "pending"), ("2025-03-01", "done"), ("2025-04-01", "done")]
)
def test_a_merger_a_text_tells_of_answers_what_became_of_a_body(
    kg: Path, day: str, state: str
) -> None:
    rows = ask(kg, "reorganised", "--organisation", "so giao thong van tai gia lai", "--on", day)
    assert {(row["successorLabel"], row["state"]) for row in rows} == {(WORKS, state)}
    assert {(row["side"], row["personLabel"]) for row in rows} == {
        ("original", "Lê Văn An"),
        ("successor", "Trần Minh Bình"),
    }


@pytest.mark.parametrize(
    ("day", "answers"),
    [
        ("1950-01-01", {ROADS: "possible", WORKS: "possible"}),  # attested is not begun
        ("2025-01-10", {ROADS: "certain", WORKS: "certain"}),
        ("2025-03-01", {ROADS: "possible", WORKS: "possible"}),
        ("2025-03-02", {WORKS: "possible"}),  # one body ended, the other goes on under its name
    ],
)
def test_tenures_end_with_the_body_that_was_merged(
    kg: Path, day: str, answers: dict[str, str]
) -> None:
    found = {
        body: row["answer"]
        for body in (ROADS, WORKS)
        for row in ask(kg, "post-holders", "--post", f"Giám đốc {body}", "--on", day)
    }
    assert found == answers


def test_the_end_is_shown_with_the_words_that_say_so(kg: Path) -> None:
    query = """SELECT ?quote WHERE { ?bound cb:boundRule "R3" ; prov:wasDerivedFrom ?attestation .
        ?attestation oa:hasTarget/oa:hasSelector/oa:exact ?quote }"""
    result = CliRunner().invoke(door, ["sparql", query, "--graph", str(kg), "--format", "csv"])
    assert f"{ROADS} và {WORKS} được hợp nhất thành {WORKS}" in result.stdout


def test_the_reform_of_2025_says_what_became_of_a_province(kg: Path) -> None:
    (row, *_) = ask(kg, "reorganised", "--organisation", "UBND Bình Định", "--on", "2025-07-01")
    assert (row["date"], row["state"], row["successorLabel"]) == (
        "2025-06-30",
        "done",
        "UBND tỉnh Gia Lai",
    )


@pytest.mark.parametrize(("day", "state"), [("2025-03-01", "pending"), ("2025-05-01", "possible")])
def test_what_was_only_decided_may_have_happened(kg: Path, day: str, state: str) -> None:
    (row,) = ask(kg, "reorganised", "--organisation", "Sở Ngoại vụ Gia Lai", "--on", day)
    assert (row["state"], row["date"]) == (state, "")


def test_the_graph_has_its_shape(kg: Path) -> None:
    result = CliRunner().invoke(door, ["check", "--graph", str(kg)])
    assert result.exit_code == 0, result.output
