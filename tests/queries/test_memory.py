import pytest
from rdflib import Dataset, Graph

from canbo.errors import QuerySyntaxError
from canbo.queries.memory import select
from canbo.queries.rows import Term, TermKind, typed

TURTLE = """
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
<urn:a> foaf:name "Hòa"@vi ; foaf:age 5 ; foaf:nick "a", "b" ; foaf:knows [] .
"""


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph().parse(data=TURTLE, format="turtle")


def test_terms_of_rdflib_are_ours(graph: Graph) -> None:
    text = "SELECT ?p ?o WHERE { <urn:a> ?p ?o FILTER(!isBlank(?o)) } ORDER BY ?p STR(?o)"
    assert [row["o"] for row in select(graph, text).rows] == [
        typed("5", "integer"),
        Term("Hòa", language="vi"),
        Term("a"),
        Term("b"),
    ]
    (row,) = select(graph, "SELECT ?a ?o { ?a foaf:knows ?o }").rows
    assert row["a"] == Term("urn:a", TermKind.IRI)
    assert row["o"].kind is TermKind.BLANK


def test_a_string_with_its_type_is_a_string(graph: Graph) -> None:
    (row,) = select(graph, 'SELECT ?v { BIND("x"^^xsd:string AS ?v) }').rows
    assert row["v"] == Term("x")


def test_a_dataset_answers_as_the_union_of_its_graphs() -> None:
    dataset = Dataset()
    dataset.graph("urn:g").parse(data=TURTLE, format="turtle")
    assert len(select(dataset, "SELECT ?o { <urn:a> foaf:nick ?o }").rows) == 2
    union = Dataset(default_union=True)
    union.graph("urn:g").parse(data=TURTLE, format="turtle")
    assert len(select(union, "SELECT ?o { <urn:a> foaf:nick ?o }").rows) == 2


def test_a_broken_query_has_its_place_too(graph: Graph) -> None:
    with pytest.raises(QuerySyntaxError, match="line 2, column"):
        select(graph, "SELECT ?s\nWHRE { ?s ?p ?o }")
