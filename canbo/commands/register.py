"""``canbo register``: what the reference tables hold, found by symbol, name or any words."""

import csv
import json
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
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
from canbo.graph.register.documents import AnyDocument, DocumentKey, Relation
from canbo.graph.register.force import Force, stand_on
from canbo.graph.register.rows import Row
from canbo.graph.register.search import find_all, find_rows, list_rows, show_document
from canbo.graph.register.tables import COLUMNS
from canbo.spelling import parse_date

_WIDE: Final = 10_000
_FEW: Final = 3
_VERBS: Final = {
    Relation.SUPERSEDES: ("thay thế", "bị thay thế bởi"),
    Relation.AMENDS: ("sửa đổi", "được sửa đổi bởi"),
    Relation.IMPLEMENTS: ("thực hiện, hướng dẫn", "được thực hiện, hướng dẫn bởi"),
    Relation.BASED_ON: ("căn cứ", "là căn cứ của"),
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
@click.option(
    "--on",
    "day",
    metavar="DATE",
    help="What was in force on this day; with WORDS, where each document found stood then.",
)
@click.option("--counts", is_flag=True, help="Count the documents by term and type.")
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
def command(  # noqa: PLR0913 - one for each option
    *,
    words: tuple[str, ...],
    table: str,
    day: str | None,
    counts: bool,
    doubts: bool,
    folder: Path | None,
    form: str,
) -> None:
    """List what the register has with all of WORDS: a symbol, a name, any words of a title.

    Case and accents do not matter, and a symbol may be written in any way; documents of the Party
    and the State and laws are sought together. Without WORDS the documents are counted by term and
    type; another table is listed whole.
    """
    register = load_register(folder)
    text = " ".join(words)
    if doubts:
        sheet = _doubts(register)
    elif day is not None:
        sheet = _list_on(register, _read_day(day), text)
    elif counts or (not words and table == "documents"):
        sheet = _count(register)
    else:
        sheet = _find(register, table, text)
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


def _read_day(written: str) -> date:
    day = parse_date(written)
    if day is None:
        raise click.BadParameter(f"{written!r} is no date; write 2022-09-28", param_hint="--on")
    return day.last


def _list_on(register: Register, day: date, text: str) -> _Sheet:
    """Return what was in force on *day*, or where each document found by *text* stood then."""
    found = find_all(register, text) if text else register.tables.everything
    if not found:
        raise NotRegisteredError(text, "documents.csv", _near(register, "documents", text))
    stands = [(document, stand_on(document, day, register)) for document in found]
    shown = [
        (*show_document(document).values(), str(stand))
        for document, stand in stands
        if text or stand.force in {Force.IN_FORCE, Force.DOUBTFUL}
    ]
    headings = (*show_document(found[0]), f"ngày {day.isoformat()}")
    sure = sum(stand.force is Force.IN_FORCE for _, stand in stands)
    unclear = sum(stand.force is Force.DOUBTFUL for _, stand in stands)
    return _Sheet(headings, tuple(shown), ("", f"{sure} còn hiệu lực, {unclear} chưa rõ."))


def _near(register: Register, table: str, text: str) -> tuple[str, ...]:
    names = [next(iter(row.values())) for row in list_rows(register, table)]
    return tuple(get_close_matches(text.upper(), dict.fromkeys(names), n=3, cutoff=0.6))


def _details(register: Register, text: str) -> tuple[str, ...]:
    """Return the relations, sources and doubts of the few documents found."""
    lines: list[str] = []
    for document in find_all(register, text):
        lines += ["", f"{document.label}, {_of_which(document.key)}"]
        for link in register.relations_of(document.key):
            lines.append(f"  {_VERBS[link.relation][0]} {link.target}{_sure(link.basis.is_fact)}")
        for link in register.relations_to(document.key):
            lines.append(f"  {_VERBS[link.relation][1]} {link.document}{_sure(link.basis.is_fact)}")
        for adoption in register.adoptions_of(document.key):
            said = f"  thông qua tại Hội nghị Trung ương {adoption.plenum} khóa {document.key.term}"
            lines.append(said + _sure(adoption.basis.is_fact))
        lines += _sources(document.row)
    return tuple(lines)


def _of_which(key: DocumentKey) -> str:
    return f"năm {key.term}" if key.term.isdecimal() else f"khóa {key.term}"


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
    """Return how many documents each term has, of each type; those of the State last."""
    documents = register.tables.documents
    of_state = register.tables.of_state
    types = tuple(dict.fromkeys(sorted(d.type for d in register.tables.everything)))
    rows = [
        (term.name, *_counts((d for d in documents if d.key.term == term.name), types))
        for term in register.tables.terms
    ]
    rows.append(("Nhà nước", *_counts(of_state, types)))
    total = ("cộng", *_counts(register.tables.everything, types))
    shared = {d.key.symbol for d in documents if len(register.documents_signed(d.key.symbol)) > 1}
    tables = register.tables
    below = (
        f"{len(documents)} văn bản của Đảng, {len(shared)} ký hiệu có ở nhiều khóa, "
        f"{len(tables.state_documents)} văn bản của Nhà nước và {len(tables.laws)} luật, "
        f"{len(tables.relations)} quan hệ, {len(tables.plenums)} hội nghị, "
        f"{len(tables.organs)} cơ quan, {len(tables.officials)} nhiệm kỳ."
    )
    return _Sheet(("khóa", *types, "cộng"), (*rows, total), ("", below))


def _counts(documents: Iterable[AnyDocument], types: Sequence[str]) -> tuple[str, ...]:
    seen = Counter(document.type for document in documents)
    counts = (*(seen[name] for name in types), seen.total())
    return tuple(str(count) if count else "" for count in counts)


def _doubts(register: Register) -> _Sheet:
    """Return the rows of low confidence, and those whose number and date do not agree."""
    rows: list[tuple[str, ...]] = [
        (document.row.place, str(document.key), document.row.confidence, _doubt(document.row))
        for document in register.tables.everything
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
