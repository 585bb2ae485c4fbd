from typing import cast

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store
from rdflib import SH, XSD

from canbo.ontology.load import shapes
from canbo.ontology.orders import write_order_queries
from canbo.ontology.terms import CB

RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
OA = "http://www.w3.org/ns/oa#"
THING = NamedNode("urn:x")


def when(text: str) -> Literal:
    kinds = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}
    return Literal(text, datatype=NamedNode(str(kinds[len(text)])))


def find_late(kind: str, facts: list[tuple[str, Literal | NamedNode]]) -> list[tuple[str, str]]:
    """Return shape and value of each order that one thing of *kind* breaks with *facts*."""
    store = Store()
    store.add(Quad(THING, RDF_TYPE, NamedNode(kind)))
    store.extend(Quad(THING, NamedNode(name), value) for name, value in facts)
    return [
        (query.shape.rpartition("#")[2], cast("Literal", row["value"]).value)
        for query in write_order_queries(shapes(), {})
        for row in cast("QuerySolutions", store.query(query.text))
    ]


@pytest.mark.parametrize(
    ("early", "late", "is_broken"),
    [
        ("2020-01-01", "2020-01-02", False),
        ("2020-01-02", "2020-01-01", True),
        ("2020-01-01", "2020-01-01", False),
        ("2021", "2020", True),
        ("2020", "2021", False),
        ("2020", "2020", False),
        ("2020-06", "2020-05", True),
        ("2020", "2020-05-01", False),
        ("2020-05-01", "2020", False),
        ("2020-05-01", "2020-04", True),
        ("2021", "2020-05-01", True),
        ("2019-12", "2020", False),
    ],
)
def test_dates_are_compared_by_what_they_share(early: str, late: str, is_broken: bool) -> None:  # noqa: FBT001
    facts = [(str(CB.startYear), when(early)), (str(CB.endYear), when(late))]
    found = find_late(str(CB.Term), [*facts])
    assert found == ([("Term-startYear-endYear", early)] if is_broken else [])


@pytest.mark.parametrize(
    ("start", "end", "is_broken"), [(3, 3, True), (2, 10, False), (10, 2, True)]
)
def test_a_strict_order_forbids_the_same_and_numbers_are_no_text(
    start: int,
    end: int,
    is_broken: bool,  # noqa: FBT001
) -> None:
    facts = [(OA + "start", Literal(start)), (OA + "end", Literal(end))]
    found = find_late(OA + "TextQuoteSelector", [*facts])
    assert found == ([("Selector-start-end", str(start))] if is_broken else [])


@pytest.mark.parametrize("odd", [Literal("z"), Literal("2019", language="vi"), NamedNode("urn:z")])
def test_what_cannot_be_compared_is_not_after(odd: Literal | NamedNode) -> None:
    start, end = str(CB.startYear), str(CB.endYear)
    assert find_late(str(CB.Term), [(start, odd), (end, when("2000"))]) == []
    assert find_late(str(CB.Term), [(start, when("2020")), (end, odd)]) == []


def test_every_order_shape_has_a_query() -> None:
    rules = shapes()
    asked = {*rules.subjects(SH.lessThan), *rules.subjects(SH.lessThanOrEquals)}
    assert {query.shape for query in write_order_queries(rules, {})} == asked


def test_each_late_value_is_reported_once() -> None:
    years = [(str(CB.endYear), when(year)) for year in ("2020", "2021", "2025")]
    found = find_late(str(CB.Term), [(str(CB.startYear), when("2022")), *years])
    assert found == [("Term-startYear-endYear", "2022")]
