"""Evaluate SPARQL on an Oxigraph store; the default graph is the union of all its graphs."""

import re
from functools import cache
from itertools import islice
from typing import Final, TypeAlias

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Store,
)
from pyoxigraph import Triple as TripleTerm

from canbo.errors import QuerySyntaxError
from canbo.ontology.iris import BASE
from canbo.queries.prefixes import PREFIXES
from canbo.queries.rows import XSD, Answer, Row, Term, TermKind

Results: TypeAlias = QuerySolutions | QueryBoolean | QueryTriples
"""What a query gives: rows, yes or no, or triples."""

_BOOLEAN: Final = XSD + "boolean"

_PLAIN: Final = frozenset(
    {XSD + "string", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"},
)


def evaluate(store: Store, text: str) -> Results:
    """Return what *text* gives on *store*; our prefixes need no declaration.

    Raises QuerySyntaxError, with the place, where *text* is not a SPARQL query.
    """
    try:
        return store.query(
            text, base_iri=BASE, use_default_graph_as_union=True, prefixes=dict(PREFIXES)
        )
    except SyntaxError as error:
        raise syntax_error(str(error), text) from None


def check(text: str) -> None:
    """Raise QuerySyntaxError where *text* is not a SPARQL query."""
    evaluate(Store(), text)


def select(store: Store, text: str) -> Answer:
    """Return the rows of the SELECT query *text* on *store*."""
    return answer_of(evaluate(store, text))


def answer_of(results: Results, most: int | None = None) -> Answer:
    """Return *results*, of a SELECT query, as rows, at most as many as *most*.

    Raises TypeError for results of another form.
    """
    if not isinstance(results, QuerySolutions):
        raise TypeError(results)
    columns = tuple(variable.value for variable in results.variables)
    solutions = islice(results, most)
    return Answer(columns, tuple(Row(columns, tuple(map(_term, row))) for row in solutions))


def term_of(term: NamedNode | BlankNode | Literal | TripleTerm) -> Term:
    """Return a term of pyoxigraph as ours."""
    match term:
        case NamedNode():
            return Term(term.value, TermKind.IRI)
        case BlankNode():
            return Term(term.value, TermKind.BLANK)
        case Literal():
            datatype = term.datatype.value
            return Term(
                _truth(term.value) if datatype == _BOOLEAN else term.value,
                language=term.language,
                datatype=None if datatype in _PLAIN else datatype,
            )
        case _:
            return Term(str(term))


def _truth(written_truth: str) -> str:
    """Return a boolean in its canonical form: Virtuoso writes 1 and 0."""
    return {"1": "true", "0": "false"}.get(written_truth, written_truth)


def written(term: Term) -> str:
    """Return *term* as SPARQL writes it; raise ValueError where an IRI is none.

    >>> written(Term("Quận 1", language="vi")), written(Term("https://a/b", TermKind.IRI))
    ('"Quận 1"@vi', '<https://a/b>')
    """
    if term.kind is TermKind.IRI:
        return str(NamedNode(term.value))
    datatype = NamedNode(term.datatype) if term.datatype else None
    return str(Literal(term.value, language=term.language, datatype=datatype))


def syntax_error(message: str, text: str) -> QuerySyntaxError:
    """Return pyoxigraph's complaint about the query *text* as one line with its place."""
    found = _complaint().match(message)
    if found is None:
        return QuerySyntaxError(1, 1, " ".join(message.split()))
    line, column = int(found["line"]), int(found["column"])
    return QuerySyntaxError(line, column, _reason(found["reason"], text, line, column))


def _reason(reason: str, text: str, line: int, column: int) -> str:
    if "Prefix not found" in reason:
        return f"unknown prefix; ours are {', '.join(sorted(PREFIXES))}"
    if re.match(r"(?i)(?:insert|delete|load|clear|drop|create|add|move|copy)\b", text.strip()):
        return "this is an update, and a graph is only asked"
    lines = text.splitlines()
    rest = lines[line - 1][column - 1 :].strip() if line <= len(lines) else ""
    at = f"something is wrong at or before {rest[:30]!r}" if rest else "something is missing"
    return f"{at} ({said})" if (said := _sentence(reason)) else at


def _sentence(reason: str) -> str:
    """Return what pyoxigraph says in words; what else could stand there is no help."""
    alternatives = re.sub(r"\[[^\]]*\]", "", " ".join(reason.split())).split(",")
    told = (part.strip(" |").removeprefix("expected one of ") for part in alternatives)
    return next((part for part in told if re.search(r"[a-z]{3,} [a-z]{2,}", part)), "")


@cache
def _complaint() -> re.Pattern[str]:
    return re.compile(r"error at (?P<line>\d+):(?P<column>\d+): (?P<reason>.*)", re.DOTALL)


def _term(term: NamedNode | BlankNode | Literal | TripleTerm | None) -> Term | None:
    return None if term is None else term_of(term)
