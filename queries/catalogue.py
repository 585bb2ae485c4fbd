"""The list of questions, as an answer like any other; and what may be asked of each."""

from collections.abc import Iterable

from canbo.queries.rows import Answer, Row, Term
from canbo.queries.shelf import Language, Query

COLUMNS = ("name", "question", "parameters")
"""The columns of the list."""


def catalogue(queries: Iterable[Query], language: Language) -> Answer:
    """Return the name, the question and the parameters of each of *queries*."""
    rows = (
        (query.name, query.title.to(language), " ".join(map(_option, query.parameters)))
        for query in queries
    )
    return Answer(COLUMNS, tuple(Row(COLUMNS, tuple(map(Term, row))) for row in rows))


def _option(parameter: str) -> str:
    return f"--{parameter}"
