"""An answer as people read it: labels for IRIs, two columns for four bounds, dates as they write.

What is the same in all rows is said once, above; columns that hold nothing for a reader are left
out. Nothing is lost by it: CSV and JSON have every column.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote as percent

from canbo.queries.headings import heading, value
from canbo.queries.labels import addresses_of, labels_of
from canbo.queries.prefixes import PREFIXES
from canbo.queries.quotes import Quote
from canbo.queries.rows import XSD, Answer, Row, Term, TermKind
from canbo.queries.shelf import Language, Words
from canbo.queries.targets import Target

_BOUNDS: Final = {"begins": ("startEarliest", "startLatest"), "ends": ("endEarliest", "endLatest")}
_FRAGMENT: Final = 100
_CODED: Final = frozenset(
    "answer change consecutive likeness part partyPost place problem registered side state "
    "weakness".split()
)


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place of a table, and where it leads (nothing, or a web address)."""

    text: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to be read: what holds for all rows, the headings, the cells.

    *notes* are the quotes behind each row, where they were asked for: as many as there are rows.
    """

    common: tuple[tuple[str, Cell], ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[tuple[Cell, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom: the language, the names of things, the addresses of sources, more headings."""

    language: Language
    labels: Mapping[str, str]
    addresses: Mapping[str, str]
    headings: Mapping[str, Words]


def lay_out(
    target: Target,
    answer: Answer,
    language: Language,
    *,
    quotes: Sequence[tuple[Quote, ...]] = (),
    headings: Mapping[str, Words] | None = None,
) -> Sheet:
    """Return *answer* as a sheet in *language*, with the *quotes* of each row where they are given.

    What has no label in the answer is looked up in the graph *target*.
    """
    names = _names(answer.columns)
    things = [
        term
        for row in answer.rows
        for name in names
        if (term := row.get(name)) is not None and not row.text(f"{name}Label")
    ]
    sources = [term.value for term in _in_column(answer, "source")]
    sources += [quote.source for found in quotes for quote in found]
    reader = Reader(
        language,
        labels_of(target, (term.value for term in things if _is_iri(term)), language),
        addresses_of(target, sources),
        headings or {},
    )
    columns = {name: [_cell(name, row, reader) for row in answer.rows] for name in names}
    notes = tuple(tuple(_note(quote, reader) for quote in found) for found in quotes)
    return _sheet(columns, notes, len(answer.rows), reader)


def lay_out_plainly(answer: Answer, language: Language | None = None) -> Sheet:
    """Return *answer* as a sheet with every column and every term, as SPARQL writes it.

    With a *language* only the headings are put into it.
    """
    headings = (heading(name, language) if language else name for name in answer.columns)
    rows = (tuple(Cell(_plain(row.get(name))) for name in answer.columns) for row in answer.rows)
    return Sheet((), tuple(headings), tuple(rows))


def clean(text: str) -> str:
    """Return *text* without the control characters that could command a terminal."""
    return re.sub(
        r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]",
        "\N{REPLACEMENT CHARACTER}",
        text,
    )


def _names(known: Sequence[str]) -> list[str]:
    """Return the columns to be read: one for a thing and its label, one for a pair of bounds."""
    hidden = {"start", "end"} if "quote" in known else set[str]()
    names: dict[str, None] = {}
    for name in known:
        side = next((side for side, pair in _BOUNDS.items() if name in pair), None)
        thing = name.removesuffix("Label")
        names[side or (thing if thing in known else name)] = None
    return [name for name in names if name not in hidden]


def _in_column(answer: Answer, column: str) -> list[Term]:
    return [term for row in answer.rows if (term := row.get(column)) is not None]


def _is_iri(term: Term) -> bool:
    return term.kind is TermKind.IRI


def _cell(name: str, row: Row, reader: Reader) -> Cell:
    if name in _BOUNDS:
        return Cell(_between(*(_day(row.text(bound), reader) for bound in _BOUNDS[name])))
    if label := row.text(f"{name}Label"):
        return Cell(clean(label), _link(name, row, reader))
    term = row.get(name)
    if term is None:
        return Cell("")
    if _is_iri(term):
        return Cell(clean(reader.labels.get(term.value, "")), _link(name, row, reader))
    if name in _CODED:
        return Cell(value(clean(term.value), reader.language))
    text = _day(term.value, reader) if term.datatype in _DAYS or name in _DATES else term.value
    return Cell(clean(text), _link(name, row, reader) if name == "quote" else "")


_DAYS: Final = frozenset({XSD + "date"})
_DATES: Final = frozenset({"first", "last"})
"""Columns of days that an aggregate made plain text."""


def _day(text: str, reader: Reader) -> str:
    """Return an ISO day as the reader writes it; ``28/9/2022`` in Vietnamese."""
    if reader.language == "en" or not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return text
    year, month, day = text.split("-")
    return f"{int(day)}/{int(month)}/{year}"


def _between(earliest: str, latest: str) -> str:
    """Return two bounds as one: a day, a stretch, or a day with ≥ (not before) or ≤ (not after)."""
    if earliest and latest:
        return earliest if earliest == latest else f"{earliest} … {latest}"
    return f"≥ {earliest}" if earliest else f"≤ {latest}" if latest else ""


def _link(name: str, row: Row, reader: Reader) -> str:
    """Return the address of the source in *row*, for the source and, at its words, for a quote."""
    address = reader.addresses.get(row.text("source"), "") if name in {"source", "quote"} else ""
    return _at_words(address, row.text("quote")) if name == "quote" and address else address


def _at_words(address: str, text: str) -> str:
    """Return *address* with a text fragment, so that a browser opens it at the first words."""
    line = text.splitlines()[0] if text else ""
    whole = line if len(line) <= _FRAGMENT else line[:_FRAGMENT].rpartition(" ")[0]
    return f"{address}#:~:text={percent(whole, safe='').replace('-', '%2D')}"


def _note(quote: Quote, reader: Reader) -> Cell:
    """Return a quote with its source, and where its words stand."""
    address = reader.addresses.get(quote.source, "")
    told = f"“{' '.join(quote.text.split())}” ({quote.title or quote.source})"
    return Cell(clean(told), _at_words(address, quote.text) if address else "")


def _sheet(
    columns: Mapping[str, list[Cell]],
    notes: tuple[tuple[Cell, ...], ...],
    count: int,
    reader: Reader,
) -> Sheet:
    told = {name: cells for name, cells in columns.items() if any(cell.text for cell in cells)}
    same = [name for name, cells in told.items() if count > 1 and len(set(cells)) == 1]
    if len(same) == len(told):
        same = []
    titles = {name: heading(name, reader.language, reader.headings) for name in told}
    kept = [name for name in told if name not in same]
    return Sheet(
        common=tuple((titles[name], told[name][0]) for name in same),
        headings=tuple(titles[name] for name in kept),
        rows=tuple(zip(*(told[name] for name in kept), strict=True)),
        notes=notes if any(notes) else (),
    )


def _plain(term: Term | None) -> str:
    if term is None:
        return ""
    if not _is_iri(term):
        return clean(term.value)
    for prefix, place in PREFIXES.items():
        rest = term.value.removeprefix(place)
        if rest != term.value and re.fullmatch(r"[\w-]+", rest):
            return f"{prefix}:{rest}"
    return clean(term.value)
