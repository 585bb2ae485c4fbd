"""What a store holds: statements counted graph by graph, and which graphs of canbo there are."""

from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import urlencode

from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results

from canbo.errors import StoreError
from canbo.ontology.iris import BASE, NS
from canbo.publishing.connection import Connection
from canbo.queries.local import answer_of
from canbo.queries.rows import Row

AT_ONCE: Final = 100
"""How many graphs are counted by one query."""

PAGE: Final = 1000
"""How many graphs are listed by one query: public endpoints cut long answers short."""

_ROWS: Final = "application/sparql-results+json"


class Counter:
    """Asks one endpoint how much it holds."""

    def __init__(self, connection: Connection, url: str) -> None:
        """Ask at *url*."""
        self._connection = connection
        self._url = url

    def count(self, graphs: Sequence[str]) -> dict[str, int]:
        """Return how many statements each of *graphs* has; raises StoreError."""
        found = dict.fromkeys(graphs, 0)
        for some in _batches(graphs):
            values = " ".join(f"<{graph}>" for graph in some)
            text = (
                f"SELECT ?g (COUNT(*) AS ?n) WHERE {{ VALUES ?g {{ {values} }} "
                "GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
            )
            rows = self._ask(text)
            found |= {row.text("g"): int(row.text("n")) for row in rows if row.text("g")}
        return found

    def sources(self) -> Iterator[str]:
        """Yield the graphs of sources that the store has, in order; raises StoreError."""
        after = ""
        while True:
            rows = self._ask(
                f"SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?source a <{NS}Source> }} "
                f'FILTER(STRSTARTS(STR(?g), "{BASE}graph/") && STR(?g) > "{after}") }} '
                f"ORDER BY STR(?g) LIMIT {PAGE}"
            )
            yield from (row.text("g") for row in rows)
            if len(rows) < PAGE:
                return
            after = rows[-1].text("g")

    def _ask(self, text: str) -> tuple[Row, ...]:
        form = "application/x-www-form-urlencoded"
        body = urlencode({"query": text}).encode()
        answer = self._connection.send("POST", self._url, body, kind=form, accept=_ROWS)
        try:
            results = parse_query_results(answer.content, format=QueryResultsFormat.JSON)
            if isinstance(results, QuerySolutions):
                return tuple(answer_of(results).rows)
        except (SyntaxError, ValueError):
            pass
        media = answer.headers.get("content-type", "nothing that has a type")
        raise StoreError(
            self._url, f"answers a query with {media}", "is this the address of its endpoint?"
        )


def _batches(graphs: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(graphs[at : at + AT_ONCE]) for at in range(0, len(graphs), AT_ONCE))
