"""What was sent to one store, kept in the graph folder, so that a broken run goes on from there.

``published/HASH.jsonl``: one JSON object a line, the last one of a graph counts. A line that a
killed process left half written is passed over.
"""

import hashlib
import json
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from canbo.errors import UnwritableGraphError
from canbo.graph.keeping.lock import hold_lock
from canbo.graph.keeping.store import replace_file

FOLDER: Final = "published"
"""Where the journals lie in the graph folder."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What the store took of one graph: the first *count* statements of those with *digest*."""

    digest: str
    count: int


class Journal:
    """What was sent to one store; each entry is on its way to the disk when it is made."""

    def __init__(self, file: IO[str], sent: dict[str, Sent]) -> None:
        """Hold the open *file* and what it said so far."""
        self._file = file
        self._sent = sent

    @property
    def graphs(self) -> frozenset[str]:
        """The graphs that the store has from here, whole or in part."""
        return frozenset(self._sent)

    def sent(self, graph: str) -> Sent | None:
        """Return what the store took of *graph*."""
        return self._sent.get(graph)

    def note(self, graph: str, sent: Sent | None) -> None:
        """Remember what the store has of *graph*; None: nothing any longer."""
        if sent is None:
            self._sent.pop(graph, None)
        else:
            self._sent[graph] = sent
        self._file.write(_line(graph, sent))
        self._file.flush()


@contextmanager
def keep_journal(folder: Path, address: str) -> Generator[Journal]:
    """Give the journal of the graph *folder* for the store at *address*; one process at a time.

    Raises GraphLockedError where another process publishes there, and UnwritableGraphError.
    """
    name = hashlib.sha256(address.encode()).hexdigest()[:16]
    path = folder / FOLDER / f"{name}.jsonl"
    try:
        path.parent.mkdir(exist_ok=True)
        with hold_lock(path.with_suffix(".lock")):
            sent = _read(path)
            replace_file(path, "".join(_line(graph, one) for graph, one in sent.items()))
            with path.open("a", encoding="utf-8", newline="\n") as file:
                yield Journal(file, sent)
    except OSError as error:
        raise UnwritableGraphError(
            str(path.parent), (error.strerror or str(error)).lower()
        ) from None


def _read(path: Path) -> dict[str, Sent]:
    sent: dict[str, Sent] = {}
    for line in path.read_bytes().splitlines() if path.exists() else ():
        try:
            said = json.loads(line)
            graph, digest, count = str(said["graph"]), str(said["sha256"]), int(said["sent"])
        except (ValueError, KeyError, TypeError):
            continue
        sent[graph] = Sent(digest, count)
        if not digest:
            del sent[graph]
    return sent


def _line(graph: str, sent: Sent | None) -> str:
    said = sent or Sent("", 0)
    return json.dumps({"graph": graph, "sha256": said.digest, "sent": said.count}) + "\n"
