"""The file of decisions as people keep it: plain, sorted, one row a decision, made for diffs."""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, TypeAlias

Row: TypeAlias = Mapping[str, str]

COLUMNS: Final = (
    "decision",
    "source_a",
    "start_a",
    "end_a",
    "source_b",
    "start_b",
    "end_b",
    "document",
    "by",
    "on",
    "note",
)
"""The columns of a new file; whatever others a file has are kept."""
_PAIR: Final = ("source_a", "start_a", "end_a", "source_b", "start_b", "end_b")


def read_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of the file as they stand, nothing where there is no file."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [
            {name: value or "" for name, value in row.items() if name}
            for row in csv.DictReader(file)
        ]


def put_rows(path: Path, new: Iterable[Row]) -> None:
    """Add *new* rows to the file, each in place of what was decided of the same."""
    rows = {_pair(row): dict(row) for row in (*read_rows(path), *new)}
    _write(path, rows.values())


def drop_row(path: Path, gone: Row) -> None:
    """Take the decision about the two mentions of *gone* out of the file."""
    _write(path, [row for row in read_rows(path) if _pair(row) != _pair(gone)])


def _pair(row: Row) -> tuple[str, ...]:
    """Return the two mentions, in one order, or the one citation; others are all they say."""
    found = tuple(row.get(name, "") for name in _PAIR)
    if all(found[:3]) and not any(found[3:]):
        return found
    if not all(found):
        return tuple(f"{name}={value}" for name, value in sorted(row.items()))
    return min(found, (*found[3:], *found[:3]))


def _write(path: Path, rows: Iterable[Row]) -> None:
    """Write the file whole and switch to it at once, so that nothing is ever half written."""
    kept = [*rows]
    more = {name for row in kept for name in row} - set(COLUMNS)
    columns = [*COLUMNS, *sorted(more)]
    kept.sort(key=lambda row: [row.get(name, "").zfill(12) for name in (*_PAIR, *columns)])
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".csv.new")
    with draft.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept)
    draft.replace(path)
