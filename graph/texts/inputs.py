"""What a person names (files, folders, patterns) and the files it stands for, in order."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from glob import glob
from pathlib import Path
from types import MappingProxyType
from typing import Final

KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        ".txt": "txt",
        ".html": "html",
        ".htm": "html",
        ".docx": "docx",
        ".pdf": "pdf",
        ".jsonl": "jsonl",
    }
)
"""The endings of the files that are read, in lower case, and the format each names."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was not read: which, why, and the way out. ``str`` gives it as one line.

    With *is_read* the text was read, and only a part of what it says of itself was not used.
    """

    input: str
    reason: str
    hint: str
    is_read: bool = False

    def __str__(self) -> str:
        """Return the one line a person sees."""
        return " ".join(f"{self.input}: {self.reason}; {self.hint}".split())


def show_path(path: str | Path) -> str:
    """Return *path* with ``/`` on every system, printable even where its bytes are not UTF-8."""
    shown = Path(path).as_posix().encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in shown)


def explain(error: OSError | ValueError) -> tuple[str, str]:
    """Return the reason and the way out when the system will not open or read something."""
    if isinstance(error, PermissionError):
        return "may not be read (permission denied)", "let this user read it"
    if isinstance(error, FileNotFoundError):
        return "does not exist", "check the path"
    why = error.strerror if isinstance(error, OSError) else None
    return f"cannot be read ({why or error})", "check the path and the disk"


def kind_of(path: Path) -> str | None:
    """Return the format that the ending of *path* names, or None."""
    return KINDS.get(path.suffix.lower())


def _is_wanted(name: str) -> bool:
    """Whether a file in a folder is meant: not hidden, not a lock file, of a known format."""
    return not name.startswith((".", "~$")) and kind_of(Path(name)) is not None


def _walk(folder: Path) -> Iterator[Path | Skipped]:
    refused: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place) / name for name in sorted(names) if _is_wanted(name))
    for error in refused:
        yield Skipped(show_path(error.filename), *explain(error))


def _files_in(found: Iterable[Path]) -> Iterator[Path | Skipped]:
    for path in found:
        if path.is_dir():
            yield from _walk(path)
        elif _is_wanted(path.name):
            yield path


def _or_nothing(
    given: str, found: Iterator[Path | Skipped], reason: str
) -> Iterator[Path | Skipped]:
    first = next(found, None)
    if first is None:
        yield Skipped(given, reason, f"canbo reads {' '.join(KINDS)}")
    else:
        yield first
        yield from found


def _files_of(given: str) -> Iterator[Path | Skipped]:
    path = Path(given)
    try:
        path.stat()
    except (OSError, ValueError) as error:
        if isinstance(error, FileNotFoundError) and any(mark in given for mark in "*?["):
            matches = map(Path, sorted(glob(given, recursive=True)))  # noqa: PTH207 - as typed
            yield from _or_nothing(given, _files_in(matches), "matches no file that can be read")
        else:
            yield Skipped(show_path(path), *explain(error))
        return
    if path.is_dir():
        yield from _or_nothing(
            show_path(path), _walk(path), "is a folder with no file that can be read"
        )
    else:
        yield path


def find_files(inputs: Iterable[str | Path]) -> Iterator[Path | Skipped]:
    """Yield each file that *inputs* stand for, once, and `Skipped` for what stands for none.

    Folders are searched to the bottom, in the order of their names; hidden files and those of other
    formats in them are passed over.
    """
    seen: set[str] = set()
    for given in inputs:
        for item in _files_of(str(given)):
            if isinstance(item, Path):
                real = os.path.realpath(item)
                if real in seen:
                    continue
                seen.add(real)
            yield item
