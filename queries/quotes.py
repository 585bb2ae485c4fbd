"""The words behind an answer: for each row the quotes that attest what it states."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from canbo.queries.labels import in_batches
from canbo.queries.rows import Answer, Row, Term, TermKind, iri, typed
from canbo.queries.targets import Target, select

COLUMNS: Final = ("quote", "start", "end", "source", "sourceLabel")
"""The columns that evidence adds to an answer."""

_QUOTES: Final = """\
SELECT DISTINCT ?body ?quote ?start ?end ?source ?title WHERE {{
  VALUES ?body {{ {things} }}
  ?attestation oa:hasBody ?body ; oa:hasTarget ?passage .
  ?passage oa:hasSource ?source ; oa:hasSelector ?selector .
  ?selector oa:exact ?quote ; oa:start ?start ; oa:end ?end .
  OPTIONAL {{ ?source dcterms:title ?name }}
  OPTIONAL {{ ?source dcterms:identifier ?identifier }}
  BIND(COALESCE(?name, ?identifier) AS ?title)
}} ORDER BY STR(?body) STR(?source) ?start ?end
"""


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """The exact words of a source at code points *start* to *end* of its text."""

    source: str
    start: int
    end: int
    text: str
    title: str


def quotes_of(target: Target, answer: Answer) -> list[tuple[Quote, ...]]:
    """Return for each row of *answer* the quotes that attest what it states, in a fixed order.

    What a row states is in its columns without a label: its tenures, citations, actions; the event
    only where there is nothing else.
    """
    columns = [name for name in answer.columns if f"{name}Label" not in answer.columns]
    bodies = [_iris(row, columns) or _iris(row, ["event"]) for row in answer.rows]
    known = _quotes(target, (body for row in bodies for body in row))
    return [
        tuple(dict.fromkeys(quote for body in row for quote in known.get(body, ())))
        for row in bodies
    ]


def with_quotes(answer: Answer, quotes: Iterable[tuple[Quote, ...]]) -> Answer:
    """Return *answer* with a row for each quote, and the columns of :data:`COLUMNS` added.

    An answer that has quotes already stays as it is.
    """
    if "quote" in answer.columns:
        return answer
    columns = (*answer.columns, *(name for name in COLUMNS if name not in answer.columns))
    rows: list[Row] = []
    for row, found in zip(answer.rows, quotes, strict=True):
        for added in map(_terms, found) if found else ({},):
            cells = dict(row) | added
            rows.append(Row(columns, tuple(cells.get(name) for name in columns)))
    return Answer(columns, tuple(rows))


def _iris(row: Row, columns: Iterable[str]) -> list[str]:
    terms = (row.get(name) for name in columns)
    return [term.value for term in terms if term is not None and term.kind is TermKind.IRI]


def _quotes(target: Target, bodies: Iterable[str]) -> Mapping[str, list[Quote]]:
    found: dict[str, list[Quote]] = {}
    for batch in in_batches(bodies):
        for row in select(target, _QUOTES.format(things=batch)).rows:
            source, text, title = (row.text(name) for name in ("source", "quote", "title"))
            quote = Quote(source, int(row.text("start")), int(row.text("end")), text, title)
            found.setdefault(row.text("body"), []).append(quote)
    return found


def _terms(quote: Quote) -> dict[str, Term | None]:
    return {
        "quote": Term(quote.text, language="vi"),
        "start": typed(str(quote.start), "integer"),
        "end": typed(str(quote.end), "integer"),
        "source": iri(quote.source),
        "sourceLabel": Term(quote.title, language="vi") if quote.title else None,
    }
