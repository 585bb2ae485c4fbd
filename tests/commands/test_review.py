"""``canbo review``: doubts are listed, decided by keys or by spreadsheet, and win when built."""

import csv
import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from canbo.cli import main
from canbo.graph.building import build
from canbo.graph.keeping.store import current_snapshot, open_store
from canbo.graph.report import read_report
from canbo.queries.targets import select

Canbo = Callable[..., str]
TEXTS = {
    "a": "Ngày 10/5/2018, ông Lê Văn An, Chủ tịch UBND Quận 19, dự họp.",
    "b": "Ngày 12/5/2020, ông Lê Văn An, Phó Bí thư Quận ủy Quận 19, dự họp.",
    "c": "Ngày 12/6/2020, bà Trần Thị Bình, Chủ tịch UBND huyện Mẫu, dự họp.",
}


@pytest.fixture
def kg(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    build([tmp_path / f"{name}.txt" for name in TEXTS], tmp_path / "kg")
    return tmp_path / "kg"


@pytest.fixture
def canbo(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Canbo:
    def run(*words: str | Path, keys: str = "") -> str:
        monkeypatch.setattr(sys, "argv", ["canbo", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.StringIO(keys))
        with pytest.raises(SystemExit) as end:
            main()
        out, err = capsys.readouterr()
        assert not end.value.code, err
        return out

    return run


def decisions(kg: Path) -> list[dict[str, str]]:
    with (kg / "decisions.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def people(kg: Path) -> int:
    query = (
        'SELECT DISTINCT ?p WHERE { ?t org:member ?p . ?p foaf:name "Lê Văn An"@vi . '
        "?a oa:hasBody ?t }"
    )
    return len(select(open_store(kg), query).rows)


def test_an_undecided_pair_is_listed_with_the_quotes_of_both_and_reasons(
    canbo: Canbo, kg: Path
) -> None:
    out = canbo("review", "--list", "--graph", kg)
    assert "Chủ tịch UBND Quận 19" in out
    assert "Phó Bí thư Quận ủy Quận 19" in out
    assert "+  cùng tên, cùng địa bàn" in out
    assert out.endswith("1 cặp người / pairs, 0 lời viện dẫn / citations chưa rõ / undecided\n")
    assert not (kg / "decisions.csv").exists()


def test_a_build_counts_the_pairs_that_review_lists_and_no_more_once_they_are_told_apart(
    canbo: Canbo, kg: Path
) -> None:
    assert read_report(current_snapshot(kg).report).undecided == 1
    canbo("review", "--graph", kg, keys="d")
    out = canbo("build", kg.parent / "a.txt", "--graph", kg)
    assert "persons    3\n" in out
    assert read_report(current_snapshot(kg).report).undecided == 0


def test_a_name_without_accents_is_listed_beside_the_one_it_may_stand_for(
    canbo: Canbo, tmp_path: Path
) -> None:
    texts = {"a": TEXTS["a"], "b": "Ngày 12/5/2020, ông Le Van An, Giám đốc Sở Y tế, dự họp."}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    out = canbo("build", tmp_path / "a.txt", tmp_path / "b.txt", "--graph", tmp_path / "kg")
    assert "(1 pairs of one name undecided" in out
    listed = canbo("review", "--list", "--graph", tmp_path / "kg")
    assert "Lê Văn An" in listed
    assert "Le Van An" in listed


def test_one_key_decides_with_author_and_date(canbo: Canbo, kg: Path) -> None:
    canbo("review", "--graph", kg, "--by", "Mai", keys="s")
    (row,) = decisions(kg)
    assert (row["decision"], row["by"], len(row["on"])) == ("same", "Mai", len("2022-09-28"))


@pytest.mark.parametrize(
    ("keys", "verdicts"),
    [
        ("d", ["different"]),
        ("k", []),
        ("q", []),
        ("", []),
        ("sud", ["different"]),
        ("xus", ["same"]),
    ],
)
def test_keys_decide_skip_undo_and_quit(
    canbo: Canbo, kg: Path, keys: str, verdicts: list[str]
) -> None:
    canbo("review", "--graph", kg, keys=keys)
    found = decisions(kg) if (kg / "decisions.csv").exists() else []
    assert [row["decision"] for row in found] == verdicts


def test_a_decision_wins_and_survives_rebuilds(canbo: Canbo, kg: Path) -> None:
    inputs = sorted(kg.parent.glob("*.txt"))
    assert people(kg) == len("ab")
    canbo("review", "--graph", kg, keys="s")
    for _ in range(2):
        build(inputs, kg)
        assert people(kg) == 1
    assert canbo("review", "--list", "--graph", kg).startswith("0 cặp người")


def test_what_is_decided_is_asked_no_more(canbo: Canbo, kg: Path) -> None:
    canbo("review", "--graph", kg, keys="d")
    assert canbo("review", "--list", "--graph", kg).startswith("0 cặp người")


def test_a_spreadsheet_goes_out_and_comes_back(canbo: Canbo, kg: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    canbo("review", "--graph", kg, "--export", sheet)
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["name"] == "Lê Văn An"
    assert {row["quotes_a"][-8:], row["quotes_b"][-8:]} == {" Quận 19"}
    undecided = sheet.read_text("utf-8-sig")
    assert "0 quyết định" in canbo("review", "--graph", kg, "--import", sheet)
    head, line = undecided.splitlines()
    sheet.write_text(f"{head}\nsame{line}\n", "utf-8-sig")
    canbo("review", "--graph", kg, "--import", sheet, "--by", "Mai")
    (found,) = decisions(kg)
    assert (found["decision"], found["by"]) == ("same", "Mai")
    assert not [*kg.glob("*import*")]


# --- citations -----------------------------------------------------------------------------------

CITING = (
    "Ngày 5/3/2024, Đảng ủy xã Bình Lâm căn cứ Chỉ thị 10-CT/TW. Xã Bình Lâm họp. "
    "Đảng ủy xã Bình Lâm học tập Chỉ thị 10-CT/TW."
)
CITED = (
    "SELECT DISTINCT ?d WHERE { ?c cb:resolvedTo ?d ; cb:resolution "
    "<https://w3id.org/canbo/scheme/resolution/resolved> } ORDER BY ?d"
)


@pytest.fixture
def citing(tmp_path: Path) -> Path:
    (tmp_path / "c.txt").write_text(CITING, "utf-8")
    build([tmp_path / "c.txt"], tmp_path / "kg")
    return tmp_path / "kg"


def cited(kg: Path) -> list[str]:
    return [row.text("d").rpartition("document/")[2] for row in select(open_store(kg), CITED).rows]


def test_an_open_citation_is_listed_once_with_its_quote_candidates_and_reasons(
    canbo: Canbo, citing: Path
) -> None:
    out = canbo("review", "--list", "--about", "citations", "--graph", citing)
    assert "căn cứ Chỉ thị 10-CT/TW" in out
    assert "[1]  Chỉ thị số 10-CT/TW: khóa X, 2007-03-30, Ban Bí thư, Nâng cao" in out
    assert "[2]  Chỉ thị số 10-CT/TW: khóa XI, 2011-12-05, Bộ Chính trị" in out
    assert "·  có thể là Chỉ thị số 10-CT/TW khóa X (30/3/2007)" in out
    assert "0 cặp người / pairs, 1 lời viện dẫn / citations" in out


@pytest.mark.parametrize(
    ("keys", "documents", "found"),
    [
        ("1", ["10-CT/TW khóa X"], ["tw/x/ct/10"]),
        ("2", ["10-CT/TW khóa XI"], ["tw/xi/ct/10"]),
        ("0", ["unregistered"], []),
        ("9k", [], []),
        ("1u2", ["10-CT/TW khóa XI"], ["tw/xi/ct/10"]),
    ],
)
def test_a_key_decides_what_a_citation_means_from_the_next_build_on(
    canbo: Canbo, citing: Path, keys: str, documents: list[str], found: list[str]
) -> None:
    canbo("review", "--graph", citing, keys=keys)
    rows = decisions(citing) if (citing / "decisions.csv").exists() else []
    assert [row["document"] for row in rows] == documents
    build([citing.parent / "c.txt"], citing)
    assert cited(citing) == found


def test_a_citation_that_was_decided_is_asked_no_more(canbo: Canbo, citing: Path) -> None:
    canbo("review", "--graph", citing, keys="1")
    assert "0 lời viện dẫn" in canbo("review", "--list", "--graph", citing)


def _export_one(canbo: Canbo, graph: Path, sheet: Path) -> dict[str, str]:
    canbo("review", "--graph", graph, "--export", sheet)
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    return row


def test_a_citation_is_decided_in_a_spreadsheet_by_its_document_alone(
    canbo: Canbo, citing: Path, tmp_path: Path
) -> None:
    sheet = tmp_path / "sheet.csv"
    row = _export_one(canbo, citing, sheet)
    assert "10-CT/TW khóa X: Chỉ thị" in row["candidates"]
    assert "khóa XI (5/12/2011)" in row["reasons"]
    _write(sheet, {**row, "document": "10-CT/TW khóa X"})
    canbo("review", "--graph", citing, "--import", sheet, "--by", "Mai")
    _write(sheet, {**row, "document": "10-CT/TW khóa XI"})
    canbo("review", "--graph", citing, "--import", sheet, "--by", "Mai")
    (found,) = decisions(citing)
    assert (found["decision"], found["document"]) == ("means", "10-CT/TW khóa XI")


def test_a_spreadsheet_with_a_document_that_nobody_knows_is_refused_by_its_line(
    canbo: Canbo, citing: Path, tmp_path: Path
) -> None:
    sheet = tmp_path / "sheet.csv"
    row = _export_one(canbo, citing, sheet)
    _write(sheet, {**row, "document": "10-CT/TW khóa XX"})
    with pytest.raises(AssertionError, match=r"sheet\.csv, line 2: no one registered document"):
        canbo("review", "--graph", citing, "--import", sheet)
    assert not (citing / "decisions.csv").exists()


def _write(sheet: Path, row: dict[str, str]) -> None:
    with sheet.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, [*row])
        writer.writeheader()
        writer.writerow(row)
