"""The tables of the register as files: their columns, and rows whose cells are read with care.

A table is a CSV file in UTF-8 with the columns named here. Cells that hold several things part them
with ``;``, sources with ``|``. Lines count from 1, the heading.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from io import StringIO
from pathlib import Path
from typing import Final, TypeVar

from canbo.errors import RegisterCellError, RegisterColumnsError, RegisterFileError
from canbo.graph.register.rows import Confidence, Row
from canbo.spelling import PartialDate, parse_date

_FROM: Final = ("source", "confidence", "note")

COLUMNS: Final = {
    "terms": (
        "term ordinal congress_start congress_end place numbering_from numbering_to party_name"
    ),
    "plenums": "term number session start end",
    "documents": "signature name type term date issuer subject aliases standing",
    "state_documents": ("signature type date issuer subject aliases in_force_from standing"),
    "relations": "signature term relation target target_term basis",
    "plenum_documents": "signature term plenum session basis",
    "document_types": (
        "type system abbreviation label_vi label_en issuers numbering variants example"
    ),
    "organs": (
        "name aliases code abbreviation label_en system level kind parent counterpart "
        "valid_from valid_to successor"
    ),
    "organ_codes": "code part label_vi",
    "organisation_kinds": (
        "prefix kind label_vi label_en system level parent counterpart place is_head valid_to "
        "ends_with_unit"
    ),
    "roles": "title kinds label_en rank seats variants",
    "officials": "person post organ acting term start end attested",
    "provinces": "kind name until successor_kind successor",
    "laws": "name year symbol date in_force_from replaces aliases",
}
"""The columns of each table, by its name; all end with source, confidence and note."""

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a table before it is believed."""

    file: str
    line: int
    cells: dict[str, str]

    @property
    def row(self) -> Row:
        """Where the record stands, with its source, confidence and note."""
        return Row(
            self.file,
            self.line,
            self.text("source"),
            self.choice("confidence", Confidence, Confidence.MEDIUM),
            self.cells["note"],
        )

    def refuse(self, column: str, expected: str) -> RegisterCellError:
        """Return the error that says what *column* should have held."""
        return RegisterCellError(self.file, self.line, column, self.cells[column], expected)

    def text(self, column: str) -> str:
        """Return a cell that must not be empty."""
        if not self.cells[column]:
            raise self.refuse(column, "something; it must not be empty")
        return self.cells[column]

    def texts(self, column: str) -> tuple[str, ...]:
        """Return the parts of a cell between its semicolons."""
        return tuple(part for raw in self.cells[column].split(";") if (part := raw.strip()))

    def date(self, column: str) -> PartialDate | None:
        """Return the day, month or year of a cell, None if it is empty."""
        if not self.cells[column]:
            return None
        if (found := parse_date(self.cells[column])) is None:
            raise self.refuse(column, "a date: 2007-03-30, 2007-03 or 2007")
        return found

    def day(self, column: str) -> PartialDate:
        """Return the date of a cell that must not be empty."""
        if (found := self.date(column)) is None:
            raise self.refuse(column, "a date: 2007-03-30, 2007-03 or 2007")
        return found

    def number(self, column: str) -> int | None:
        """Return the whole number of a cell, None if it is empty."""
        cell = self.cells[column]
        if not cell:
            return None
        if not (cell.isascii() and cell.isdigit()):
            raise self.refuse(column, "a whole number")
        return int(cell)

    def needed(self, column: str) -> int:
        """Return the whole number of a cell that must not be empty."""
        if (found := self.number(column)) is None:
            raise self.refuse(column, "a whole number")
        return found

    def choice(self, column: str, choices: type[E], default: E | None = None) -> E:
        """Return the one of *choices* that a cell names, *default* if it is empty."""
        cell = self.cells[column]
        if not cell and default is not None:
            return default
        try:
            return choices(cell)
        except ValueError:
            raise self.refuse(column, f"one of {', '.join(choices)}") from None

    def truth(self, column: str) -> bool:
        """Return whether a cell says yes; an empty one says no."""
        cell = self.cells[column].lower()
        if cell not in {"yes", "no", ""}:
            raise self.refuse(column, "yes or no")
        return cell == "yes"


def read_own_table(name: str) -> Iterator[Record]:
    """Yield the rows of the table *name* that canbo brings itself."""
    place = files("canbo.graph.register") / "tables" / f"{name}.csv"
    yield from _records(name, f"{name}.csv", place.read_text(encoding="utf-8"))


def read_table(path: Path) -> Iterator[Record]:
    """Yield the rows of a user's table, known by the name of its file.

    :raises RegisterFileError: if it is not UTF-8, or no table has that name.
    :raises RegisterColumnsError: if a column is missing, or one is there that no table has.
    :raises RegisterCellError: if a row is longer than the heading.
    """
    if path.stem not in COLUMNS:
        raise RegisterFileError(str(path), f"no table has this name; there are: {_names()}")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        reason = f"it is not UTF-8 (byte {error.start}); save it as UTF-8"
        raise RegisterFileError(str(path), reason) from None
    except OSError as error:
        raise RegisterFileError(str(path), f"it cannot be read: {error.strerror}") from None
    yield from _records(path.stem, str(path), text)


def list_tables(folder: Path) -> tuple[Path, ...]:
    """Return the tables of a user's *folder*, by name.

    :raises RegisterFileError: if there is no such folder, or it holds no table.
    """
    if not folder.is_dir():
        raise RegisterFileError(str(folder), "there is no such folder")
    found = tuple(sorted(path for path in folder.iterdir() if path.suffix.lower() == ".csv"))
    if not found:
        raise RegisterFileError(str(folder), f"it holds no table; there are: {_names()}")
    return found


def columns_of(name: str) -> tuple[str, ...]:
    """Return the columns of the table *name*."""
    return (*COLUMNS[name].split(), *_FROM)


def _names() -> str:
    return ", ".join(f"{name}.csv" for name in sorted(COLUMNS))


def _records(name: str, file: str, text: str) -> Iterator[Record]:
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    expected = columns_of(name)
    try:
        heading = [cell.strip() for cell in next(reader, list[str]())]
        _check_heading(file, heading, expected)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield _record(file, reader.line_num, heading, cells, expected)
    except csv.Error as error:
        reason = f"it is not a table at line {reader.line_num}: {error}"
        raise RegisterFileError(file, reason) from None


def _check_heading(file: str, heading: list[str], expected: tuple[str, ...]) -> None:
    optional = set(_FROM) - {"source"}
    missing = tuple(c for c in expected if c not in heading and c not in optional)
    unknown = tuple(c for c in heading if c not in expected)
    if missing or unknown or len(set(heading)) != len(heading):
        raise RegisterColumnsError(file, missing, unknown, expected)


def _record(
    file: str, line: int, heading: list[str], cells: list[str], expected: tuple[str, ...]
) -> Record:
    if len(cells) > len(heading):
        extra = f"{len(heading)} cells; a comma inside a cell needs quotes around it"
        raise RegisterCellError(file, line, "the row", f"{len(cells)} cells", extra)
    found = {column: " ".join(cell.split()) for column, cell in zip(heading, cells, strict=False)}
    return Record(file, line, {column: found.get(column, "") for column in expected})
