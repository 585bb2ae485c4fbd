"""The graph folder: immutable snapshots, one writer, an atomic switch.

::

    canbo.json      the schema version; makes a folder ours
    lock            held by the one writer
    CURRENT         the name of the published snapshot, replaced atomically
    snapshots/N/    store/ (Oxigraph), sources.jsonl, readings.jsonl, ledger.csv, report.json
    decisions.csv   what people decided, if there is any
    published/      what stores elsewhere took of it, one journal each

A writer works in ``snapshots/N.draft``. Only when all of it is on the disk is the draft renamed
and CURRENT replaced, so that a process killed at any moment leaves the previous graph as it was;
what it left half done goes when the next writer comes. Readers open what CURRENT names, without a
lock; the previous snapshot stays for those who still read it.
"""

import json
import os
import shutil
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import Store

from canbo.errors import (
    DamagedGraphError,
    NoGraphError,
    NotAGraphError,
    SchemaVersionError,
    UnwritableGraphError,
)
from canbo.graph.keeping.lock import hold_lock

SCHEMA: Final = 1
"""The version of the layout above and of the shape of the graph; raised when either changes."""

_MARK: Final = "canbo.json"
_CURRENT: Final = "CURRENT"
_LOCK: Final = "lock"
_DRAFT: Final = ".draft"
# What may lie in a folder that is going to be ours before its mark is written.
_OURS: Final = frozenset({_MARK, _MARK + ".new", _LOCK, "decisions.csv"})


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One whole state of the graph, in a folder of its own."""

    path: Path

    @property
    def number(self) -> int:
        """Which state it is: 1 for the first build, and one more each time."""
        return int(self.path.name.removesuffix(_DRAFT))

    @property
    def store(self) -> Path:
        """The folder of the Oxigraph database."""
        return self.path / "store"

    @property
    def sources(self) -> Path:
        """The sources with their texts, one JSON object a line, sorted by IRI."""
        return self.path / "sources.jsonl"

    @property
    def readings(self) -> Path:
        """What was read from each source, line by line as in ``sources``."""
        return self.path / "readings.jsonl"

    @property
    def ledger(self) -> Path:
        """The IRIs of persons and tenures, and the mentions that they go with."""
        return self.path / "ledger.csv"

    @property
    def report(self) -> Path:
        """What the build that made this snapshot did."""
        return self.path / "report.json"


def find_snapshot(folder: Path) -> Snapshot | None:
    """Return the published snapshot of *folder*, or None where nothing was published yet.

    Raises NotAGraphError, SchemaVersionError and DamagedGraphError.
    """
    if not _is_marked(folder):
        return None
    try:
        name = (folder / _CURRENT).read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise DamagedGraphError(str(folder / _CURRENT), _say(error)) from error
    if not name.isdecimal():
        raise DamagedGraphError(str(folder / _CURRENT), f"{name!r} is no snapshot")
    return Snapshot(folder / "snapshots" / name)


def current_snapshot(folder: Path) -> Snapshot:
    """Return the published snapshot of *folder*; raises NoGraphError where there is none."""
    snapshot = find_snapshot(folder)
    if snapshot is None:
        raise NoGraphError(str(folder))
    return snapshot


def open_store(folder: Path) -> Store:
    """Return the published graph of *folder*, open for reading.

    It goes on reading the same snapshot while later ones are built. Raises the errors of
    :func:`current_snapshot`, and DamagedGraphError where the database cannot be opened.
    """
    snapshot = current_snapshot(folder)
    while True:
        try:
            return read_store(snapshot)
        except DamagedGraphError:
            # Two builds may have ended between reading CURRENT and opening what it named.
            latest = current_snapshot(folder)
            if latest == snapshot:
                raise
            snapshot = latest


def read_store(snapshot: Snapshot) -> Store:
    """Return the database of *snapshot*, open for reading; raises DamagedGraphError."""
    try:
        return Store.read_only(str(snapshot.store))
    except (OSError, RuntimeError) as error:  # Oxigraph raises either, by what RocksDB says
        raise DamagedGraphError(str(snapshot.store), _say(error)) from error


@contextmanager
def write_snapshot(
    folder: Path, wait: float = 0.0, on_wait: Callable[[str], object] | None = None
) -> Generator[tuple[Snapshot, Snapshot | None]]:
    """Hold the writer's lock; give a draft to fill and the snapshot before it; then publish.

    When the block raises, nothing is published and the draft is removed, with the folder where it
    was not there before. So it is where the block gave the draft up with :func:`drop`. Raises
    NotAGraphError, SchemaVersionError, GraphLockedError after *wait* seconds, and
    UnwritableGraphError.
    """
    is_new = not folder.exists()
    _claim(folder)
    try:
        with _hold(folder, wait, on_wait):
            yield from _fill_and_publish(folder)
    except BaseException:
        if is_new and find_snapshot(folder) is None:
            shutil.rmtree(folder, ignore_errors=True)
        raise


def _fill_and_publish(folder: Path) -> Generator[tuple[Snapshot, Snapshot | None]]:
    previous = find_snapshot(folder)
    with _refused_by_system(folder):
        _prune(folder, previous)
        draft = _make_draft(folder, previous)
    try:
        with _refused_by_system(folder):
            yield draft, previous
            if draft.path.is_dir():
                _publish(folder, draft)
    finally:
        shutil.rmtree(draft.path, ignore_errors=True)
    _prune(folder, find_snapshot(folder))


def drop(draft: Snapshot) -> None:
    """Give a *draft* up: nothing of it is published, the snapshot before stays."""
    shutil.rmtree(draft.path)


def replace_file(path: Path, content: str) -> None:
    """Write *content* to *path* so that at every moment the old or the new file stands whole."""
    fresh = path.with_name(path.name + ".new")
    with fresh.open("w", encoding="utf-8", newline="\n") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    _sync_folder(path.parent)


def _is_marked(folder: Path) -> bool:
    """Whether *folder* is a graph folder of our schema; False where it is missing or empty."""
    if folder.is_file():
        raise NotAGraphError(str(folder), "it is a file")
    try:
        mark = json.loads((folder / _MARK).read_bytes())
        found = mark["schema"]
    except (FileNotFoundError, NotADirectoryError):
        if folder.is_dir() and {path.name for path in folder.iterdir()} - _OURS:
            raise NotAGraphError(str(folder), "it holds other things") from None
        return False
    except OSError as error:
        raise NotAGraphError(str(folder), _say(error)) from error
    except (ValueError, KeyError, TypeError) as error:
        raise NotAGraphError(str(folder), f"its {_MARK} is not ours") from error
    if found != SCHEMA:
        raise SchemaVersionError(str(folder), found, SCHEMA)
    return True


def _claim(folder: Path) -> None:
    """Make *folder* a graph folder, unless it is one."""
    marked = _is_marked(folder)
    with _refused_by_system(folder):
        if not marked:
            folder.mkdir(parents=True, exist_ok=True)
            mark = {"what": "canbo graph", "schema": SCHEMA}
            replace_file(folder / _MARK, json.dumps(mark) + "\n")
        (folder / "snapshots").mkdir(exist_ok=True)


@contextmanager
def _hold(folder: Path, wait: float, on_wait: Callable[[str], object] | None) -> Generator[None]:
    lock = hold_lock(folder / _LOCK, wait, on_wait)
    with _refused_by_system(folder):
        lock.__enter__()
    try:
        yield
    finally:
        lock.__exit__(None, None, None)


@contextmanager
def _refused_by_system(folder: Path) -> Generator[None]:
    """Turn what the operating system refuses into one sentence."""
    try:
        yield
    except OSError as error:
        raise UnwritableGraphError(str(folder), _say(error)) from error


def _make_draft(folder: Path, previous: Snapshot | None) -> Snapshot:
    number = previous.number + 1 if previous else 1
    draft = Snapshot(folder / "snapshots" / f"{number:06}{_DRAFT}")
    draft.path.mkdir()
    return draft


def _publish(folder: Path, draft: Snapshot) -> None:
    for place, _, names in os.walk(draft.path):
        for name in names:
            _sync_file(Path(place) / name)
        _sync_folder(Path(place))
    final = draft.path.with_name(f"{draft.number:06}")
    draft.path.rename(final)
    _sync_folder(final.parent)
    replace_file(folder / _CURRENT, final.name + "\n")


def _prune(folder: Path, current: Snapshot | None) -> None:
    """Remove drafts of the dead and all snapshots but the current one and the one before it."""
    kept = {current.path.name, f"{current.number - 1:06}"} if current else set[str]()
    for path in (folder / "snapshots").iterdir():
        if path.name not in kept:
            # Windows does not let go what a reader holds; the next writer tries again.
            shutil.rmtree(path, ignore_errors=True)


def _sync_file(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    if sys.platform == "win32":  # pragma: no cover - folders cannot be synced there
        return
    with suppress(OSError):  # some network file systems cannot either
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _say(error: Exception) -> str:
    """Return what the system said, without the path and the number."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return str(error).splitlines()[0] if str(error) else type(error).__name__
