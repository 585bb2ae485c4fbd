"""Read the register: canbo's own tables, and those a user adds to them. All of it or nothing."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from canbo.errors import (
    CanboError,
    RegisterCellError,
    RegisterRefusedError,
    RegisterTwiceError,
)
from canbo.graph.register.check import find_problems
from canbo.graph.register.parse import PARSERS, Tables
from canbo.graph.register.register import Register, index_tables
from canbo.graph.register.tables import COLUMNS, Record, list_tables, read_own_table, read_table


def load_register(folder: Path | None = None) -> Register:
    """Return the register, extended by the tables in *folder* if there is one.

    :raises CanboError: one of those named ``Register…``, naming file, row and column; when several
        things are wrong, :class:`RegisterRefusedError` with one line for each.
    """
    return _own_register() if folder is None else index_tables(_read_tables(folder))


def count_added(register: Register) -> dict[str, int]:
    """Return how many rows of each table are not canbo's own, where there are any."""
    own = _own_register().tables
    counts = {n: len(getattr(register.tables, n)) - len(getattr(own, n)) for n in COLUMNS}
    return {name: count for name, count in counts.items() if count}


@cache
def _own_register() -> Register:
    return index_tables(_read_tables(None))


def _read_tables(folder: Path | None) -> Tables:
    problems: list[CanboError] = []
    rows: dict[str, list[Any]] = {}
    added = {path.stem: path for path in list_tables(folder)} if folder else {}
    for path in (path for name, path in added.items() if name not in COLUMNS):
        problems += _complain(path)
    for name in COLUMNS:
        rows[name] = list(_parse_table(name, added.get(name), problems))
    if not problems:
        tables = Tables(**{name: tuple(values) for name, values in rows.items()})
        problems += find_problems(tables)
        if not problems:
            return tables
    if len(problems) == 1:
        raise problems[0]
    raise RegisterRefusedError(tuple(problems))


def _parse_table(name: str, added: Path | None, problems: list[CanboError]) -> Iterator[Any]:
    parser = PARSERS[name]
    seen: dict[str, Record] = {}
    for record in _records(name, added, problems):
        try:
            value = parser.parse(record)
        except RegisterCellError as error:
            problems.append(error)
            continue
        key = parser.key(value)
        first = seen.setdefault(key, record)
        if first is record:
            yield value
        else:
            whose = "canbo's own " if first.file == f"{name}.csv" else ""
            there = f"{whose}{first.file}, row {first.line}"
            problems.append(RegisterTwiceError(record.file, record.line, there, key))


def _records(name: str, added: Path | None, problems: list[CanboError]) -> Iterator[Record]:
    yield from read_own_table(name)
    if added:
        try:
            yield from read_table(added)
        except CanboError as error:
            problems.append(error)


def _complain(path: Path) -> Iterator[CanboError]:
    try:
        list(read_table(path))
    except CanboError as error:
        yield error
