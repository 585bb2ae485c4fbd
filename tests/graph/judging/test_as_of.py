"""The as-of truth table: what a build answers of a post on a day, asked as a reader asks it."""

from pathlib import Path

import pytest

from canbo.graph.building import build
from canbo.graph.keeping.store import open_store
from canbo.queries.targets import select

CHAIR = "Chủ tịch UBND Quận 19"
TEXTS = (
    "Ngày 10/5/2018, ông Lê Văn An, Chủ tịch UBND Quận 19, dự họp.",
    "Ngày 10/5/2020, ông Lê Văn An, Chủ tịch UBND Quận 19, dự họp.",
    "Ngày 12/6/2022, bà Trần Thị Bình, Chủ tịch UBND Quận 19, dự họp.",
    # Two sources that contradict each other: on one day, two in one seat.
    "Ngày 10/9/2022, ông Hồ Văn Chi, Chủ tịch UBND Quận 29, dự họp.",
    "Ngày 10/9/2022, bà Mai Thị Duyên, Chủ tịch UBND Quận 29, dự họp.",
)
ASK = """\
SELECT ?name ?a ?b ?c ?d WHERE {{
  ?t cb:post/skos:prefLabel "{post}"@vi ; org:member/foaf:name ?name .
  OPTIONAL {{ ?t cb:startEarliest ?a }} OPTIONAL {{ ?t cb:startLatest ?b }}
  OPTIONAL {{ ?t cb:endEarliest ?c }} OPTIONAL {{ ?t cb:endLatest ?d }}
}}
"""


@pytest.fixture(scope="module")
def kg(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("as-of")
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.txt").write_text(text, "utf-8")
    build([folder], folder / "kg")
    return folder / "kg"


def ask(kg: Path, post: str, day: str) -> dict[str, str]:
    """Return the answer for each person attested in the *post*, as design.md defines it."""
    answers: dict[str, str] = {}
    for row in select(open_store(kg), ASK.format(post=post)).rows:
        a, b, c, d = (row.text(name) for name in "abcd")
        if day < a or (d and day > d):
            said = "no"
        else:
            said = "certain" if b and b <= day <= c else "possible"
        answers[row.text("name")] = said
    return answers


AN, BINH = "Lê Văn An", "Trần Thị Bình"


@pytest.mark.parametrize(
    ("day", "an", "binh"),
    [
        ("1950-01-01", "possible", "no"),  # nothing says when An began: never certain
        ("2018-05-09", "possible", "no"),  # the day before the first attestation
        ("2018-05-10", "certain", "no"),
        ("2019-05-10", "certain", "no"),  # between two attestations of one stretch (R1)
        ("2020-05-10", "certain", "possible"),
        ("2021-05-10", "possible", "possible"),  # between the last of one and the next (R4)
        ("2022-06-12", "possible", "certain"),
        ("2022-06-13", "no", "possible"),  # the seat is the successor's (R4)
        ("2025-06-30", "no", "possible"),
        ("2025-07-01", "no", "no"),  # the district has ended (R3)
        ("2030-01-01", "no", "no"),
    ],
)
def test_a_day_is_certain_possible_or_no(kg: Path, day: str, an: str, binh: str) -> None:
    assert ask(kg, CHAIR, day) == {AN: an, BINH: binh}


@pytest.mark.parametrize(
    ("day", "answer"),
    [("2022-09-10", "certain"), ("2022-09-11", "possible"), ("2025-07-01", "no")],
)
def test_sources_that_contradict_each_other_are_both_told(kg: Path, day: str, answer: str) -> None:
    found = ask(kg, "Chủ tịch UBND Quận 29", day)
    assert found == {"Hồ Văn Chi": answer, "Mai Thị Duyên": answer}


def test_what_is_not_attested_is_not_answered_with_none(kg: Path) -> None:
    assert ask(kg, "Chủ tịch UBND Quận 39", "2022-01-01") == {}
