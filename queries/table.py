"""Rows as text: tables for people, CSV and SPARQL results JSON for machines, Markdown for pages."""

import csv
import json
from enum import StrEnum
from io import StringIO
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from canbo.queries.rows import Answer, Term
from canbo.queries.sheet import Cell, Sheet

UNBOUNDED: Final = 100_000
"""The width of what is no terminal: nothing is broken."""


class Format(StrEnum):
    """How an answer can be written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    MD = "md"


def as_table(sheet: Sheet, width: int = UNBOUNDED, *, colour: bool = False) -> str:
    """Return *sheet* as a table at most *width* columns wide; *colour* also gives links.

    The quotes behind a row stand under the table, under the number of the row.
    """
    out = StringIO()
    console = Console(
        file=out, width=width, force_terminal=colour, no_color=not colour, highlight=False
    )
    for name, cell in sheet.common:
        console.print(Text.assemble((f"{name}: ", "dim"), _text(cell)))
    if sheet.rows:
        console.print(_table(sheet))
    for number, notes in enumerate(sheet.notes, 1):
        for note in notes:
            line = Table.grid(padding=(0, 1))
            line.add_row(f"{number}", _text(note))
            console.print(line)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _table(sheet: Sheet) -> Table:
    table = Table(header_style="bold")
    if sheet.notes:
        table.add_column("")
    for name in sheet.headings:
        table.add_column(Text(name))
    for number, row in enumerate(sheet.rows, 1):
        table.add_row(*([f"{number}"] if sheet.notes else []), *map(_text, row))
    return table


def as_markdown(sheet: Sheet) -> str:
    """Return *sheet* as a Markdown table, what holds for all rows before it, quotes after it."""
    common = [f"{_escaped(name)}: {_linked(cell)}  " for name, cell in sheet.common]
    blocks = [common, _markdown_rows(sheet) if sheet.rows else [], _markdown_notes(sheet)]
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks if block)


def _markdown_rows(sheet: Sheet) -> list[str]:
    lines = [list(map(_escaped, sheet.headings)), ["---" for _ in sheet.headings]]
    lines += [list(map(_linked, row)) for row in sheet.rows]
    if sheet.notes:
        numbers = ["", "---", *map(str, range(1, len(sheet.rows) + 1))]
        lines = [[number, *line] for number, line in zip(numbers, lines, strict=True)]
    return [f"| {' | '.join(line)} |" for line in lines]


def _markdown_notes(sheet: Sheet) -> list[str]:
    numbered = enumerate(sheet.notes, 1)
    return [f"{number} {_linked(note)}  " for number, notes in numbered for note in notes]


def as_csv(answer: Answer) -> str:
    """Return *answer* as CSV: the columns, then the values alone, as SPARQL 1.1 says."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows([row.text(name) for name in answer.columns] for row in answer.rows)
    return out.getvalue()


def as_json(answer: Answer) -> str:
    """Return *answer* as SPARQL 1.1 results JSON."""
    bindings = [{name: _binding(term) for name, term in row.items()} for row in answer.rows]
    found = {"head": {"vars": answer.columns}, "results": {"bindings": bindings}}
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _text(cell: Cell) -> Text:
    return Text(cell.text, style=f"link {cell.link}" if cell.link else "")


def _linked(cell: Cell) -> str:
    text = _escaped(cell.text)
    return f"[{text}]({_address(cell.link)})" if cell.link else text


def _address(link: str) -> str:
    """Return *link* so that nothing in it ends a Markdown link or a cell early."""
    unsafe = {" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "|": "%7C", "\\": "%5C"}
    return "".join(unsafe.get(sign, sign) for sign in link)


def _escaped(text: str) -> str:
    """Return *text* with what Markdown or HTML would read as more than a letter made harmless."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    marked = "".join(f"\\{sign}" if sign in "\\`*_[]|~#" else sign for sign in plain)
    return "<br>".join(marked.splitlines())


def _binding(term: Term) -> dict[str, str]:
    found = {"type": str(term.kind), "value": term.value}
    if term.language:
        found["xml:lang"] = term.language
    if term.datatype:
        found["datatype"] = term.datatype
    return found
