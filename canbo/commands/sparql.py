"""``canbo sparql``: run any SPARQL 1.1 query on the graph, or on an endpoint."""

import shutil
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias

import click
from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    serialize,
)

from canbo.commands.asking import stoppable, whom
from canbo.errors import QueryFileError, ResultFormatError
from canbo.graph.keeping.store import open_store
from canbo.queries import endpoint as remote
from canbo.queries import local
from canbo.queries.prefixes import PREFIXES
from canbo.queries.rows import Answer
from canbo.queries.sheet import lay_out_plainly
from canbo.queries.table import UNBOUNDED, as_markdown, as_table

MOST: Final = 1000
"""How many rows a table shows; the other formats write all."""

ROWS: Final = ("table", "csv", "json", "md", "tsv", "xml")
TRIPLES: Final = ("turtle", "ntriples", "rdfxml", "jsonld")
TRUTH: Final = ("table", "json", "csv", "tsv", "xml", "md")

Results: TypeAlias = QuerySolutions | QueryBoolean | Iterable[Triple]


@click.command("sparql")
@click.argument("query", metavar="QUERY|FILE|-")
@click.option(
    "--format",
    "form",
    type=click.Choice([*ROWS, *TRIPLES]),
    help="How to write the answer: table for rows and turtle for triples unless you say.",
)
@whom
def command(*, query: str, form: str | None, graph: Path, endpoint: str | None) -> None:
    """Run QUERY, any SPARQL 1.1 query: as text, as a file that holds it, or - for the input.

    Common prefixes (cb:, org:, foaf:, skos:, ...) need no declaration. The default graph is the
    union of all graphs; the graph is only read. Nothing is asked over the network unless QUERY says
    so itself, with SERVICE.
    """
    text = _text_of(query)
    with stoppable():
        if endpoint is not None:
            results: Results = remote.evaluate(endpoint, text)
        else:
            results = local.evaluate(open_store(graph), text)
        _write(results, form, sys.stdout.buffer)


def _text_of(query: str) -> str:
    """Return the text of the query that *query* is, or names; raises QueryFileError."""
    try:
        if query == "-":
            return sys.stdin.buffer.read().decode("utf-8")
        if Path(query).is_file():
            return Path(query).read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise QueryFileError(query, f"is not UTF-8 text ({error.reason})") from None
    except OSError as error:
        if not _is_sparql(query):
            reason = f"cannot be read ({error.strerror})"
            raise QueryFileError(query[:80], reason) from None
    if not _is_sparql(query):
        raise QueryFileError(query, "is no file, and no query either; a query has { }")
    return query


def _is_sparql(text: str) -> bool:
    return "{" in text or len(text.split()) > 1


def _write(results: Results, form: str | None, out: BinaryIO) -> None:
    if isinstance(results, QuerySolutions):
        _write_rows(results, _fitting(form, "rows", ROWS), out)
    elif isinstance(results, QueryBoolean):
        _write_truth(results, _fitting(form, "yes or no", TRUTH), out)
    else:
        chosen = _triple_formats()[_fitting(form, "triples", TRIPLES)]
        ordered = sorted(set(results), key=str)
        serialize(ordered, out, chosen, prefixes=dict(PREFIXES))
    out.flush()


def _fitting(form: str | None, answer: str, forms: tuple[str, ...]) -> str:
    if form is not None and form not in forms:
        raise ResultFormatError(form, answer, forms)
    return form or forms[0]


def _write_rows(rows: QuerySolutions, form: str, out: BinaryIO) -> None:
    if form in _row_formats():
        rows.serialize(out, _row_formats()[form])
        return
    found = local.answer_of(rows, MOST + 1)
    shown = Answer(found.columns, found.rows[:MOST])
    sheet = lay_out_plainly(shown)
    at_terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if at_terminal else UNBOUNDED
    written = as_markdown(sheet) if form == "md" else as_table(sheet, width)
    out.write(written.encode())
    if len(found.rows) > MOST:
        click.echo(f"only the first {MOST} rows; --format csv writes all", err=True)


def _write_truth(truth: QueryBoolean, form: str, out: BinaryIO) -> None:
    if form in _row_formats():
        truth.serialize(out, _row_formats()[form])
    else:
        out.write(b"true\n" if truth else b"false\n")


@cache
def _row_formats() -> Mapping[str, QueryResultsFormat]:
    return {
        "csv": QueryResultsFormat.CSV,
        "json": QueryResultsFormat.JSON,
        "tsv": QueryResultsFormat.TSV,
        "xml": QueryResultsFormat.XML,
    }


@cache
def _triple_formats() -> Mapping[str, RdfFormat]:
    return {
        "turtle": RdfFormat.TURTLE,
        "ntriples": RdfFormat.N_TRIPLES,
        "rdfxml": RdfFormat.RDF_XML,
        "jsonld": RdfFormat.JSON_LD,
    }
