import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store, Triple

from canbo.errors import QuerySyntaxError
from canbo.queries.local import answer_of, check, evaluate, select, term_of, written
from canbo.queries.rows import Term, TermKind, typed


@pytest.mark.parametrize(
    ("text", "line", "column", "reason"),
    [
        ("SELEC ?s { ?s ?p ?o }", 1, 10, "something is wrong at or before '{ ?s ?p ?o }'"),
        ("SELECT ?s\nWHERE {\n  ?s ?p }", 3, 10, "something is missing"),
        ("SELECT ?s {\n ?s ?p ?o", 2, 10, "something is missing"),
        ("SELECT ?s { ?s <a b> ?o }", 1, 21, "something is wrong at or before '?o }' (IRI parsing"),
        ("ASK { ?s canboo:post ?o }", 1, 21, "unknown prefix; ours are action, cb, "),
        ("INSERT DATA { <urn:a> <urn:b> 1 }", 1, 10, "this is an update, and a graph is only"),
        ("", 1, 1, "something is missing"),
    ],
)
def test_a_broken_query_is_one_line_with_its_place(
    text: str, line: int, column: int, reason: str
) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        check(text)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert caught.value.reason.startswith(reason)
    assert "\n" not in str(caught.value)
    assert "[" not in str(caught.value)
    assert str(caught.value).startswith(f"the query cannot be read at line {line}, column {column}")


def test_our_prefixes_need_no_declaration_and_all_graphs_are_one(quan_1: Store) -> None:
    rows = select(quan_1, "SELECT ?p { ?t cb:post ?p } LIMIT 3").rows
    assert len(rows) == 3
    assert len(answer_of(evaluate(quan_1, "SELECT ?p { ?t cb:post ?p }"), 2).rows) == 2


def test_only_rows_are_an_answer(quan_1: Store) -> None:
    with pytest.raises(TypeError):
        select(quan_1, "ASK { ?s ?p ?o }")


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (NamedNode("urn:a"), Term("urn:a", TermKind.IRI)),
        (BlankNode("b"), Term("b", TermKind.BLANK)),
        (Literal("x"), Term("x")),
        (Literal("x", language="vi"), Term("x", language="vi")),
        (Literal(2), typed("2", "integer")),
        (
            Triple(NamedNode("urn:a"), NamedNode("urn:b"), Literal("c")),
            Term('<urn:a> <urn:b> "c"'),
        ),
    ],
)
def test_terms_are_told_apart(
    term: NamedNode | BlankNode | Literal | Triple, expected: Term
) -> None:
    assert term_of(term) == expected


@pytest.mark.parametrize("value", [Term('a\n"b"\\', language="vi"), typed("2022-09-28", "date")])
def test_what_is_written_is_read_back(value: Term) -> None:
    store = Store()
    store.add(Quad(NamedNode("urn:a"), NamedNode("urn:b"), Literal("c")))
    rows = select(store, f"SELECT ?v {{ ?s ?p ?o BIND({written(value)} AS ?v) }}").rows
    assert rows[0]["v"] == value
