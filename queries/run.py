"""Ask a question: the same text, and the same rows in the same order, near and far."""

from collections.abc import Mapping

from canbo.errors import QueryFileError
from canbo.queries.bind import Value, bound, values_of
from canbo.queries.rows import Answer, Row
from canbo.queries.shelf import Query, named
from canbo.queries.targets import Target, select


def ask(question: str | Query, target: Target, /, **parameters: Value) -> list[Row]:
    """Return the rows that answer *question*, by its name or as read from a file, on *target*.

    ``ask("post-holders", store, post="chủ tịch ubnd quận 1", on="28/9/2022")``: things are named
    by their IRI or as people do; a parameter that Python keeps for itself takes ``_`` behind it
    (``from_``).

    Raises UnknownQueryError, the errors of :func:`canbo.queries.bind.values_of` and of
    :func:`canbo.queries.targets.select`.
    """
    query = named(question) if isinstance(question, str) else question
    return list(answer(query, target, parameters).rows)


def answer(query: Query, target: Target, parameters: Mapping[str, Value]) -> Answer:
    """Return the answer to *query* on *target* with the columns it promises.

    Raises like :func:`ask`, and QueryFileError where the columns are others.
    """
    found = select(target, bound(query, values_of(query, target, parameters)))
    if query.columns and found.columns != query.columns:
        raise QueryFileError(
            query.name, f"promises {', '.join(query.columns)} and gives {', '.join(found.columns)}"
        )
    return found
