import pytest
from rdflib import SH, XSD, Graph, Literal, URIRef

from canbo.ontology.load import shapes
from canbo.ontology.orders import find_disorder, find_orders, is_after
from canbo.ontology.terms import CB


def when(text: str) -> Literal:
    kinds = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}
    return Literal(text, datatype=kinds[len(text)])


@pytest.mark.parametrize(
    ("early", "late", "expected"),
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
def test_dates_are_compared_by_what_they_share(early: str, late: str, expected: bool) -> None:  # noqa: FBT001
    assert is_after(when(early), when(late), or_same=False) is expected


def test_a_strict_order_forbids_the_same() -> None:
    assert is_after(Literal(3), Literal(3), or_same=True)
    assert not is_after(Literal(3), Literal(3), or_same=False)
    assert is_after(when("2020"), when("2020"), or_same=True)


@pytest.mark.parametrize(
    "odd",
    [Literal("x"), Literal("9", lang="vi"), URIRef("urn:z"), Literal("z", datatype=XSD.integer)],
)
def test_what_cannot_be_compared_is_not_after(odd: Literal | URIRef) -> None:
    for other in (when("2020"), Literal(3)):
        assert not is_after(odd, other, or_same=True)
        assert not is_after(other, odd, or_same=True)


def test_every_order_shape_is_found_with_its_two_properties() -> None:
    rules = shapes()
    orders = find_orders(rules)
    asked = {*rules.subjects(SH.lessThan), *rules.subjects(SH.lessThanOrEquals)}
    assert {order.shape for order in orders} == asked
    assert all(order.targets for order in orders)
    assert {order.earlier for order in orders if order.is_strict} == {
        URIRef("http://www.w3.org/ns/oa#start")
    }


def test_each_late_value_is_reported_once() -> None:
    graph = Graph()
    order = next(
        o for o in find_orders(shapes()) if str(o.shape).endswith("#Term-startYear-endYear")
    )
    term = URIRef("urn:term")
    graph.add((term, URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), CB.Term))
    graph.add((term, CB.startYear, when("2022")))
    for year in ("2020", "2021", "2025"):
        graph.add((term, CB.endYear, when(year)))
    assert list(find_disorder(graph, order)) == [(term, when("2022"))]
