"""The sources and readings of a snapshot: two files that go line by line, sorted by source.

``sources.jsonl`` has the texts, so that evidence can be shown; ``readings.jsonl`` what was read in
them.
"""

import json
import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Final, Self

from canbo.errors import DamagedGraphError
from canbo.graph.keeping.store import Snapshot
from canbo.graph.texts.sources import Source
from canbo.ontology.iris import source_iri


@dataclass(frozen=True, slots=True)
class Record:
    """One source with what was read in it; *reading* is as `encode_reading` wrote it."""

    source: Source
    key: str
    reading: str

    @property
    def iri(self) -> str:
        """The IRI of the source."""
        return source_iri(self.source.key)


class RecordWriter:
    """Writes records one after the other, and remembers where each begins."""

    def __init__(self, folder: Path, prefix: str = "") -> None:
        """Begin two empty files in *folder*."""
        self.places: Final[dict[str, tuple[int, int]]] = {}
        self._paths = _paths(folder, prefix)
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        """Open the files."""
        self._sources, self._readings = (
            self._stack.enter_context(path.open("wb")) for path in self._paths
        )
        return self

    def __exit__(self, *exc: object) -> None:
        """Close the files."""
        self._stack.close()

    def add(self, record: Record) -> None:
        """Write *record*."""
        self.places[record.iri] = (self._sources.tell(), self._readings.tell())
        self._sources.write(_line({"iri": record.iri, **asdict(record.source)}))
        head = json.dumps({"source": record.iri, "key": record.key}, separators=(",", ":"))
        self._readings.write(f'{head[:-1]},"reading":{record.reading}}}\n'.encode())


class RecordReader:
    """Reads the records of a folder: all in order, or one by its place."""

    def __init__(self, folder: Path, prefix: str = "") -> None:
        """Open the two files in *folder*; raises DamagedGraphError where they are not there."""
        self._stack = ExitStack()
        try:
            self._sources, self._readings = (
                self._stack.enter_context(path.open("rb")) for path in _paths(folder, prefix)
            )
        except OSError as error:
            raise DamagedGraphError(str(folder), "its sources are not there") from error

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(self, *exc: object) -> None:
        """Close the files."""
        self.close()

    def close(self) -> None:
        """Close the files."""
        self._stack.close()

    def __iter__(self) -> Iterator[Record]:
        """Yield all records in order."""
        self._sources.seek(0)
        self._readings.seek(0)
        while line := self._sources.readline():
            yield self._parse(line, self._readings.readline())

    def at(self, place: tuple[int, int]) -> Record:
        """Return the record that begins at *place*, as the writer remembered it."""
        self._sources.seek(place[0])
        self._readings.seek(place[1])
        return self._parse(self._sources.readline(), self._readings.readline())

    def reading_at(self, place: int) -> str:
        """Return the reading whose line begins at *place*."""
        self._readings.seek(place)
        return _split(self._readings.readline())[2]

    def index(self) -> dict[str, tuple[str, int]]:
        """Return the key of each source's reading, and where its line begins."""
        self._readings.seek(0)
        found: dict[str, tuple[str, int]] = {}
        place = 0
        for line in self._readings:
            iri, key, _ = _split(line)
            found[iri] = (key, place)
            place += len(line)
        return found

    def _parse(self, source: bytes, reading: bytes) -> Record:
        fields = json.loads(source)
        iri, key, read = _split(reading)
        if fields.pop("iri") != iri:
            raise DamagedGraphError(self._sources.name, f"{iri} is not where it should be")
        return Record(Source(**fields), key, read)


def read_records(snapshot: Snapshot) -> Iterator[Record]:
    """Yield the records of a snapshot in order."""
    with RecordReader(snapshot.path) as reader:
        yield from reader


def _paths(folder: Path, prefix: str) -> tuple[Path, Path]:
    return folder / f"{prefix}sources.jsonl", folder / f"{prefix}readings.jsonl"


def _line(fields: dict[str, object]) -> bytes:
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


@cache
def _head() -> re.Pattern[str]:
    return re.compile(r'\{"source":"([^"]+)","key":"([0-9a-f]{64})","reading":(.*)\}\n')


def _split(line: bytes) -> tuple[str, str, str]:
    """Return source, key and reading of a line, without parsing the reading."""
    found = _head().fullmatch(line.decode("utf-8"))
    if found is None:
        raise DamagedGraphError("readings.jsonl", f"a line begins {line[:40]!r}")
    return found[1], found[2], found[3]
