"""What people give a build besides texts: tables that extend the register, and their decisions.

Both stay with the graph, so that adding a text changes nothing else: the snapshot keeps a copy, and
later builds go by it until others are given. A ``decisions.csv`` in the graph folder itself comes
before a copy, and what is given now before both.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from canbo.errors import NoDecisionsError
from canbo.graph.keeping.store import Snapshot
from canbo.graph.register.tables import list_tables

_TABLES: Final = "register"
_DECISIONS: Final = "decisions.csv"


@dataclass(frozen=True, slots=True)
class Given:
    """A folder of *tables* and a file of *decisions*; None for what is not given."""

    tables: Path | None = None
    decisions: Path | None = None
    with_own_register_only: bool = False


def check_given(given: Given) -> None:
    """Raise NoDecisionsError where the file of decisions is not there."""
    if given.decisions and not given.decisions.is_file():
        raise NoDecisionsError(str(given.decisions))


def recall_given(given: Given, previous: Snapshot | None) -> Given:
    """Return what is *given* now, and for the rest what the snapshot before kept."""
    if previous is None:
        return given
    tables = given.tables
    if tables is None and not given.with_own_register_only:
        tables = _if_there(previous.path / _TABLES)
    return Given(tables, given.decisions or _if_there(previous.path / _DECISIONS))


def keep_given(given: Given, draft: Snapshot) -> None:
    """Copy what is *given* into the *draft*."""
    if given.tables:
        (draft.path / _TABLES).mkdir()
        for path in list_tables(given.tables):
            shutil.copyfile(path, draft.path / _TABLES / path.name)
    if given.decisions:
        shutil.copyfile(given.decisions, draft.path / _DECISIONS)


def find_decisions(now: Given, recalled: Given, folder: Path) -> Path:
    """Return the file of decisions a build goes by: given *now*, in the *folder*, or *recalled*."""
    own = folder / _DECISIONS
    return now.decisions or _if_there(own) or recalled.decisions or own


def _if_there(path: Path) -> Path | None:
    return path if path.exists() else None
