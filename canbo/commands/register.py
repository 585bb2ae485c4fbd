"""``canbo register``: what the reference tables hold, found by symbol, name or any words."""

import csv
import json
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from io import StringIO
from pathlib import Path
from typing import Final

import click
from rich.console import Console
from rich.table import Table

from canbo.errors import NotRegisteredError
from canbo.graph.register import Register, load_register
from canbo.graph.register.check import find_number_doubts
from canbo.graph.register.documents import Relation
from canbo.graph.register.rows import Row
from canbo.graph.register.search import find_rows, list_rows
from canbo.graph.register.tables import COLUMNS

_WIDE: Final = 10_000
_FEW: Final = 3
_VERBS: Final = {
    Relation.SUPERSEDES: ("thay thế", "bị thay thế bởi"),
    Relation.AMENDS: ("sửa đổi", "được sửa đổi bởi"),
    Relation.IMPLEMENTS: ("thực hiện, hướng dẫn", "được thực hiện, hướng dẫn bởi"),
}


@click.command("register")
@click.argument("words", nargs=-1)
@click.option(
    "--table",
    type=click.Choice(sorted(COLUMNS)),
    default="documents",
    show_default=True,
    help="The table to look in.",
)
@click.option("--doubts", is_flag=True, help="List the rows that are doubtful, and why.")
@click.option(
    "--register",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Add the tables in this folder.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    show_default=True,
    help="How to write the rows.",
)
def command(
    *, words: tuple[str, ...], table: str, doubts: bool, folder: Path | None, form: str
) -> None:
    """List what the register has with all of WORDS: a symbol, a name, any words of a title.

    Case and accents do not matter, and a symbol may be written in any way. Without WORDS the
    documents are counted by term and type; another table is listed whole.
    """
    register = load_register(folder)
    if doubts:
        sheet = _doubts(register)
    elif not words and table == "documents":
        sheet = _count(register)
    else:
        sheet = _find(register, table, " ".join(words))
    click.echo(_write(sheet, form), nl=False)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Rows under headings, and lines to print below them."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    below: tuple[str, ...] = ()


def _find(register: Register, table: str, text: str) -> _Sheet:
    found = find_rows(register, table, text) if text else list_rows(register, table)
    if not found:
        raise NotRegisteredError(text, f"{table}.csv", _near(register, table, text))
    headings = tuple(found[0])
    rows = tuple(tuple(row.values()) for row in found)
    below = _details(register, text) if table == "documents" and len(found) <= _FEW else ()
    return _Sheet(headings, rows, below)


def _near(register: Register, table: str, text: str) -> tuple[str, ...]:
    names = [next(iter(row.values())) for row in list_rows(register, table)]
    return tuple(get_close_matches(text.upper(), dict.fromkeys(names), n=3, cutoff=0.6))


def _details(register: Register, text: str) -> tuple[str, ...]:
    """Return the relations, sources and doubts of the few documents found."""
    lines: list[str] = []
    for document in register.find_documents(text):
        lines += ["", f"{document.label}, khóa {document.key.term}"]
        for link in register.relations_of(document.key):
            lines.append(f"  {_VERBS[link.relation][0]} {link.target}{_sure(link.basis.is_fact)}")
        for link in register.relations_to(document.key):
            lines.append(f"  {_VERBS[link.relation][1]} {link.document}{_sure(link.basis.is_fact)}")
        for adoption in register.adoptions_of(document.key):
            said = f"  thông qua tại Hội nghị Trung ương {adoption.plenum} khóa {document.key.term}"
            lines.append(said + _sure(adoption.basis.is_fact))
        lines += _sources(document.row)
    return tuple(lines)


def _sure(is_fact: bool) -> str:  # noqa: FBT001 - one word for one fact
    return "" if is_fact else " (suy ra, chưa thấy câu chữ)"


def _sources(row: Row) -> Iterator[str]:
    yield f"  {row.place}, độ tin cậy: {row.confidence}"
    for source in row.source.split("|"):
        if source.strip():
            yield f"  nguồn: {source.strip()}"
    if row.note:
        yield f"  ghi chú: {row.note}"


def _count(register: Register) -> _Sheet:
    """Return how many documents each term has, of each type."""
    documents = register.tables.documents
    types = sorted({document.type for document in documents})
    rows = [
        (term.name, *_counts(d.type for d in documents if d.key.term == term.name)(types))
        for term in register.tables.terms
    ]
    total = ("cộng", *_counts(document.type for document in documents)(types))
    shared = {d.key.symbol for d in documents if len(register.documents_signed(d.key.symbol)) > 1}
    tables = register.tables
    below = (
        f"{len(documents)} văn bản, {len(shared)} ký hiệu có ở nhiều khóa, "
        f"{len(tables.relations)} quan hệ, {len(tables.plenums)} hội nghị, "
        f"{len(tables.laws)} luật, {len(tables.organs)} cơ quan, {len(tables.officials)} nhiệm kỳ."
    )
    return _Sheet(("khóa", *types, "cộng"), (*rows, total), ("", below))


def _counts(found: Iterable[str]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    seen = list(found)

    def lay_out(types: Sequence[str]) -> tuple[str, ...]:
        counts = [seen.count(name) for name in types]
        return tuple(str(count) if count else "" for count in (*counts, sum(counts)))

    return lay_out


def _doubts(register: Register) -> _Sheet:
    """Return the rows of low confidence, and those whose number and date do not agree."""
    rows: list[tuple[str, ...]] = [
        (document.row.place, str(document.key), document.row.confidence, _doubt(document.row))
        for document in register.tables.documents
        if document.row.confidence == "low" or document.row.is_untraced
    ]
    rows += [
        (doubt.row.place, str(doubt.key), doubt.row.confidence, doubt.reason)
        for doubt in find_number_doubts(register.tables.documents)
    ]
    rows += [
        (
            link.row.place,
            str(link.document),
            "",
            f"{_VERBS[link.relation][0]} {link.target}: suy ra",
        )
        for link in register.tables.relations
        if not link.basis.is_fact
    ]
    rows += [
        (law.row.place, f"{law.label} ({law.symbol})", law.row.confidence, _doubt(law.row))
        for law in register.tables.laws
        if law.row.confidence == "low"
    ]
    return _Sheet(("dòng", "văn bản", "độ tin cậy", "vì sao"), tuple(rows))


def _doubt(row: Row) -> str:
    origin = "nguồn chưa rõ xuất xứ" if row.is_untraced else ""
    return "; ".join(part for part in (row.note, origin) if part) or "chưa có ngày hoặc nguồn đủ"


def _write(sheet: _Sheet, form: str) -> str:
    if form == "json":
        found = [dict(zip(sheet.headings, row, strict=True)) for row in sheet.rows]
        return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
    if form == "csv":
        text = StringIO()
        csv.writer(text, lineterminator="\n").writerows([sheet.headings, *sheet.rows])
        return text.getvalue()
    return _draw(sheet)


def _draw(sheet: _Sheet) -> str:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in sheet.headings:
        table.add_column(heading)
    for row in sheet.rows:
        table.add_row(*row)
    at_terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if at_terminal else _WIDE
    console = Console(width=width, file=StringIO(), highlight=False, markup=False)
    with console.capture() as capture:
        console.print(table)
    lines = [line.rstrip() for line in capture.get().splitlines()]
    return "\n".join([*lines, *sheet.below]) + "\n"
