"""What cannot all be true: planted on small graphs of tenures."""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from canbo.commands.check import find_faults
from canbo.commands.contradictions import find_contradictions
from canbo.graph.building import build
from canbo.graph.keeping.store import open_store

EX = "https://example.org/"
GRAPH = NamedNode(EX + "graph")
HEAD = """\
@prefix cb: <https://w3id.org/canbo/ns#> . @prefix ex: <https://example.org/> .
@prefix org: <http://www.w3.org/ns/org#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix s: <https://w3id.org/canbo/scheme/> .
@prefix kind: <https://w3id.org/canbo/scheme/organization-kind/> .
@prefix level: <https://w3id.org/canbo/scheme/level/> .
@prefix seats: <https://w3id.org/canbo/scheme/seats/> .
@prefix tk: <https://w3id.org/canbo/scheme/tenure-kind/> .
ex:body org:classification kind:ubnd ; cb:level level:province ;
    cb:foundedEarliest "1997-01-01"^^xsd:date ; cb:dissolvedLatest "2025-06-30"^^xsd:date .
ex:there org:classification kind:ubnd ; cb:level level:province .
ex:party org:classification kind:tinh-uy ; cb:level level:province .
ex:chair cb:seats seats:one . ex:deputy cb:seats seats:many . ex:head cb:rank 1 .
"""
DAYS = ("startEarliest", "startLatest", "endEarliest", "endLatest")


def hold(name: str, bounds: str, **other: str) -> str:
    """Return a tenure in Turtle: person, four *bounds* (``-`` for none), and what is not usual."""
    told = {"post": "chair", "body": "body", "role": "head", "kind": "regular", "person": name}
    told |= other
    written = "".join(
        f' ; cb:{day} "{date}"^^xsd:date'
        for day, date in zip(DAYS, bounds.split(), strict=True)
        if date != "-"
    )
    return (
        f"ex:{name} a cb:Tenure ; cb:post ex:{told['post']} ; org:member ex:{told['person']}P ;"
        f" org:organization ex:{told['body']} ; org:role ex:{told['role']} ;"
        f" cb:tenureKind tk:{told['kind']}{written} .\n"
    )


def make_store(*tenures: str) -> Store:
    store = Store()
    turtle = HEAD + "".join(tenures)
    store.extend(
        Quad(quad.subject, quad.predicate, quad.object, GRAPH)
        for quad in parse(turtle, format=RdfFormat.TURTLE)
    )
    return store


def show(*tenures: str) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (one.violation.shape, tuple(side.removeprefix(EX) for side in one.sides))
        for one in find_contradictions(make_store(*tenures))
    ]


AN = hold("an", "- 2020-01-01 2022-01-01 -")


@pytest.mark.parametrize(
    "other",
    [
        hold("binh", "- 2022-01-02 2023-01-01 -"),
        hold("binh", "2022-01-01 2022-01-01 2023-01-01 -"),
        hold("binh", "- 2021-01-01 2023-01-01 -", kind="acting"),
        hold("binh", "- 2021-01-01 2023-01-01 -", post="deputy"),
        hold("binh", "- 2021-01-01 2023-01-01 -", person="an"),
        hold("binh", "- - - 2021-01-01"),
        hold("binh", "- 2021-01-01 - -"),
        hold("binh", "- 2019-01-01 2020-01-01 2020-01-01"),
    ],
)
def test_no_contradiction_is_found_where_all_can_be_true(other: str) -> None:
    assert show(AN, other) == []


@pytest.mark.parametrize(
    "days", ["- 2021-01-01 2023-01-01 -", "- 2022-01-01 2022-06-01 -", "- 2019-01-01 2024-01-01 -"]
)
def test_two_certain_holders_of_one_seat_are_found_with_both_sides(days: str) -> None:
    ((shape, sides),) = show(AN, hold("binh", days))
    assert (shape, sorted(sides)) == ("two-holders", ["an", "binh"])


def test_three_deputies_at_once_are_no_conflict() -> None:
    days = "- 2021-01-01 2023-01-01 -"
    assert show(*(hold(name, days, post="deputy") for name in ("an", "binh", "chi"))) == []


@pytest.mark.parametrize(
    ("days", "shape"),
    [
        ("2022-01-02 2022-01-01 - -", "ends-before-start"),
        ("2022-01-02 - - 2022-01-01", "ends-before-start"),
        ("- 2022-01-02 - 2022-01-01", "ends-before-start"),
        ("- - 2022-01-02 2022-01-01", "ends-before-start"),
        ("- 1996-01-01 1998-01-01 -", "outside-life"),
        ("- 2025-01-01 2025-08-01 -", "outside-life"),
    ],
)
def test_one_tenure_can_contradict_itself_or_the_life_of_the_body(days: str, shape: str) -> None:
    assert show(hold("an", days)) == [(shape, ("an",))]


@pytest.mark.parametrize(
    ("body", "post", "jumps"),
    [("there", "deputy", True), ("party", "deputy", False), ("body", "deputy", False)],
)
def test_nobody_heads_two_provinces_at_once(body: str, post: str, *, jumps: bool) -> None:
    other = hold("far", "- 2021-01-01 2023-01-01 -", body=body, post=post, person="an")
    found = show(AN, other)
    assert found == ([("impossible-jump", ("an", "far"))] if jumps else [])


def test_of_two_holders_in_texts_both_quotes_are_shown(tmp_path: Path) -> None:
    for name in ("Lê Văn An", "Trần Văn Bình"):
        (tmp_path / f"{name}.txt").write_text(
            f"Ngày 10/5/2021, ông {name}, Chủ tịch UBND Quận 19, dự họp.", "utf-8"
        )
    build([tmp_path], tmp_path / "kg")
    found = find_faults(open_store(tmp_path / "kg"), "vi")
    (one,) = (finding for finding in found if finding.violation.severity == "Contradiction")
    assert one.violation.shape == "two-holders"
    said = {quote.text.split(",")[0] for quote in one.quotes[:2]}
    assert said == {"ông Lê Văn An", "ông Trần Văn Bình"}
