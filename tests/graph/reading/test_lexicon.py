"""The tables of words: whole, and fitting each other."""

import csv
from importlib.resources import files

import pytest

from canbo.graph.reading.lexicon import column, index, load, matcher

TABLES = sorted(
    entry.name.removesuffix(".csv")
    for entry in files("canbo.graph.reading").joinpath("lexicon").iterdir()
    if entry.name.endswith(".csv")
)


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_its_source(table: str) -> None:
    rows = load(table)
    assert rows
    sources = {"source", "source_url", "sources"}
    assert all(any(row.get(name) for name in sources) for row in rows)


@pytest.mark.parametrize("table", ["posts", "bodies", "cues", "fields"])
def test_surfaces_are_lower_case_and_stand_once(table: str) -> None:
    path = files("canbo.graph.reading").joinpath("lexicon", f"{table}.csv")
    lines = path.read_text(encoding="utf-8").splitlines()
    surfaces = [row["surface"] for row in csv.DictReader(lines)]
    assert len(surfaces) == len(set(surfaces))
    assert all(surface == surface.lower().strip() for surface in surfaces)


def test_every_kind_of_body_that_a_title_names_is_known() -> None:
    named = (takes.partition(":") for takes in column("posts", "takes"))
    nouns = {noun for kind, _, noun in named if kind in ("heads", "of")}
    assert nouns <= column("bodies", "surface")


def test_every_successor_is_a_unit() -> None:
    units = column("units", "name")
    assert column("units", "successor") - {""} <= units
    assert len([row for row in load("units") if not row["within"]]) == 63


def test_the_longest_word_matches() -> None:
    match = matcher("bodies", "surface").match("ban chấp hành trung ương đảng khóa xiii")
    assert match is not None
    assert index("bodies", "surface")[match[0]]["name"] == "Ban Chấp hành Trung ương Đảng"
