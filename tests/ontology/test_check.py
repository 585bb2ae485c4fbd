import logging
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, Store
from rdflib import XSD, Graph, Literal, URIRef

from canbo.ontology.check import Violation, check
from canbo.ontology.terms import CB, OA

EXAMPLE = Path(__file__).with_name("example.ttl")
TENURE = URIRef("https://w3id.org/canbo/example/tenure")
SELECTOR = URIRef("https://w3id.org/canbo/example/selector")
DAY, ILL = Literal("2020-01-01", datatype=XSD.date), Literal("2020-13-45", datatype=XSD.date)
YEAR, LATER = Literal("2020", datatype=XSD.gYear), Literal("2021", datatype=XSD.gYear)
ODD_VALUES = [DAY, ILL, YEAR, LATER, Literal("x"), Literal("x", lang="vi"), Literal(3), TENURE]


def read_example() -> Graph:
    return Graph().parse(EXAMPLE, publicID="https://w3id.org/canbo/")


def find(graph: Graph) -> list[Violation]:
    """Return what is wrong in *graph*, held in a store."""
    store = Store()
    store.load(graph.serialize(format="nt").encode(), format=RdfFormat.N_TRIPLES)
    return check(store)


def test_a_violation_says_what_is_wrong_where_in_both_languages() -> None:
    graph = read_example()
    graph.set((TENURE, CB.startEarliest, Literal("2022-01-01", datatype=XSD.date)))
    assert find(graph) == [
        Violation(
            focus=str(TENURE),
            path="cb:startEarliest",
            shape="Tenure-startEarliest-startLatest",
            value="2022-01-01",
            severity="Violation",
            message_vi="Thời gian giữ chức bắt đầu sớm nhất không thể sau bắt đầu muộn nhất.",
            message_en="A tenure cannot start at the earliest after it did at the latest.",
        )
    ]


def test_the_message_comes_in_the_language_asked_for() -> None:
    graph = read_example()
    graph.remove((TENURE, CB.tenureKind, None))
    (found,) = find(graph)
    assert found.message("vi") == "Thời gian giữ chức phải là chính thức hoặc quyền."
    assert found.message("en") == "A tenure is regular or acting."


@pytest.mark.parametrize(
    ("predicate", "path"),
    [
        (CB.post, "cb:post"),
        (OA.hasBody, "^oa:hasBody"),
        (CB.tenureKind, "cb:tenureKind"),
    ],
)
def test_paths_are_written_as_in_sparql(predicate: URIRef, path: str) -> None:
    graph = read_example()
    graph.remove((None, predicate, None))
    assert path in {violation.path for violation in find(graph)}


def test_sequences_and_alternatives_are_paths_too() -> None:
    graph = read_example()
    graph.set((TENURE, URIRef("http://www.w3.org/ns/org#role"), CB.post))
    graph.remove((None, CB.ordinal, None))
    graph.remove((None, CB.startYear, None))
    graph.remove((None, CB.startLatest, None))
    paths = {violation.path for violation in find(graph)}
    assert {"cb:post/org:role", "cb:ordinal|cb:startYear|cb:startLatest"} <= paths


def test_a_fault_of_the_whole_thing_has_no_path() -> None:
    graph = read_example()
    graph.remove((None, CB.inferred, None))
    assert [violation.path for violation in find(graph)] == [""]


def test_an_empty_graph_is_clean() -> None:
    assert find(Graph()) == []


def test_things_that_are_not_ours_are_left_alone() -> None:
    graph = Graph().parse(data="<urn:a> a <urn:Person> ; <urn:p> 1 .", format="turtle")
    assert find(graph) == []


def test_checking_changes_nothing_and_says_the_same_again() -> None:
    graph = read_example()
    graph.remove((None, CB.nameKey, None))
    before = set(graph)
    first, second = find(graph), find(graph)
    assert set(graph) == before
    assert first == second == sorted(first)
    assert len(first) == len(set(first))


@pytest.mark.parametrize(("earliest", "latest"), [*product(ODD_VALUES, ODD_VALUES[:4])])
def test_values_that_cannot_be_ordered_are_reported_not_raised(
    earliest: Literal | URIRef, latest: Literal | URIRef, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    graph = read_example()
    graph.set((TENURE, CB.startEarliest, earliest))
    graph.set((TENURE, CB.startLatest, latest))
    shapes = {violation.shape for violation in find(graph)}
    assert ("Tenure-startEarliest" in shapes) == (earliest != DAY)
    assert ("Tenure-startLatest" in shapes) == (latest != DAY)


@settings(max_examples=30, deadline=None)
@given(start=st.integers(-5, 50), end=st.integers(-5, 50))
def test_a_quote_has_its_start_before_its_end(start: int, end: int) -> None:
    graph = read_example()
    graph.set((SELECTOR, OA.start, Literal(start)))
    graph.set((SELECTOR, OA.end, Literal(end)))
    shapes = {violation.shape for violation in find(graph)}
    assert ("Selector-start-end" in shapes) == (start >= end)
    assert ("Selector-start" in shapes) == (start < 0)


@settings(max_examples=30, deadline=None)
@given(days=st.lists(st.dates(), min_size=4, max_size=4))
def test_the_bounds_of_a_tenure_are_in_order(days: list[object]) -> None:
    graph = read_example()
    names = (CB.startEarliest, CB.startLatest, CB.endEarliest, CB.endLatest)
    for name, day in zip(names, days, strict=True):
        graph.set((TENURE, name, Literal(str(day), datatype=XSD.date)))
    first, second, third, fourth = map(str, days)
    shapes = {violation.shape for violation in find(graph)}
    assert ("Tenure-startEarliest-startLatest" in shapes) == (first > second)
    assert ("Tenure-endEarliest-endLatest" in shapes) == (third > fourth)
    assert ("Tenure-startEarliest-endLatest" in shapes) == (first > fourth)
