"""Ask the ``network-`` questions; their answers come as plain texts, sorted, whoever is asked."""

import csv
from collections.abc import Callable
from io import StringIO
from typing import TypeAlias, cast

from pyoxigraph import QueryResultsFormat, QuerySolutions, Store

from canbo.queries import Target, ask, named
from canbo.queries.local import evaluate

Line: TypeAlias = dict[str, str]
"""A row of an answer: the value of each column, empty where it is unbound."""

Ask: TypeAlias = Callable[[str], list[Line]]
"""Asks one of the ``network-`` questions by the rest of its name."""


def asker(target: Target) -> Ask:
    """Return what asks *target*. Lines are sorted here: engines differ, and take longer."""

    def ask_sorted(question: str) -> list[Line]:
        name = f"network-{question}"
        columns = named(name).columns
        lines = _from_store(name, target) if isinstance(target, Store) else _from(name, target)
        return [dict(zip(columns, line, strict=True)) for line in sorted(lines)]

    return ask_sorted


def _from(name: str, target: Target) -> list[tuple[str, ...]]:
    rows = ask(name, target)
    return [tuple(term.value if term else "" for term in row.terms) for row in rows]


def _from_store(name: str, store: Store) -> list[tuple[str, ...]]:
    # CSV is how pyoxigraph hands over many plain values at once, twice as quickly as term by term.
    results = cast(QuerySolutions, evaluate(store, named(name).text))
    text = cast(bytes, results.serialize(format=QueryResultsFormat.CSV)).decode()
    _, *lines = csv.reader(StringIO(text, newline=""))
    return [tuple(line) for line in lines]
