"""What goes into a build: each source that was given or has to be read anew, with its reading."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Final, Literal, Self, TypeAlias

from canbo.graph.keeping.readings import key_reading, reader_version
from canbo.graph.keeping.store import Snapshot
from canbo.graph.keeping.stored import Record, RecordReader, RecordWriter
from canbo.graph.reading_pool import read_texts
from canbo.graph.report import read_report
from canbo.graph.texts.inputs import Skipped
from canbo.graph.texts.sources import Source, read_sources
from canbo.ontology.iris import source_iri

Stage: TypeAlias = Literal["waiting", "reading", "assembling", "publishing"]

Tell: TypeAlias = Callable[[Stage, str], object]
"""Is told how far a build is: the stage, and what is done in it."""

KINDS: Final = ("new", "changed", "reread", "unchanged", "removed", "skipped")
"""How sources are counted; reread are those that only a newer grammar makes be read again."""

CHANGES: Final = ("new", "changed", "reread", "removed")
"""The kinds that make a graph another one."""

_STEP: Final = 500


@dataclass(frozen=True, slots=True)
class Before:
    """The readings of the snapshot before, and the version of the grammar that read them."""

    reader: RecordReader | None = None
    index: Mapping[str, tuple[str, int]] = field(default_factory=dict[str, tuple[str, int]])
    version: str = ""

    @classmethod
    def of(cls, snapshot: Snapshot | None) -> Self:
        """Return what *snapshot* holds, nothing where there is none."""
        if snapshot is None:
            return cls()
        reader = RecordReader(snapshot.path)
        return cls(reader, reader.index(), read_report(snapshot.report).reader)

    def compare(self, source: Source) -> str:
        """Return whether *source* is new, changed, unchanged, or has to be reread."""
        known = self.index.get(source_iri(source.key))
        if known is None:
            return "new"
        if known[0] == key_reading(source.text, source.published):
            return "unchanged"
        as_before = key_reading(source.text, source.published, self.version)
        return "reread" if known[0] == as_before else "changed"

    def keep(self, source: Source) -> Record:
        """Return *source*, as it is given now, with the reading it had."""
        key, place = self.index[source_iri(source.key)]
        return Record(source, key, self.reader.reading_at(place) if self.reader else "[]")

    def find_stale(self, given: AbstractSet[str]) -> Iterator[Source]:
        """Yield the sources, but those *given* now, that another version of the grammar read."""
        if self.reader and self.version != reader_version():
            yield from (record.source for record in self.reader if record.iri not in given)

    def close(self) -> None:
        """Close the files."""
        if self.reader:
            self.reader.close()


@dataclass(frozen=True, slots=True)
class Intake:
    """Counts of the sources by kind, why some were skipped, and the IRIs of those given."""

    counts: Counter[str] = field(default_factory=lambda: Counter(dict.fromkeys(KINDS, 0)))
    skipped: list[str] = field(default_factory=list[str])
    given: set[str] = field(default_factory=set[str])
    notes: list[str] = field(default_factory=list[str])

    def note(self, reason: object) -> None:
        """Remember what is told of a text and cannot be used, though the text is read."""
        self.notes.append(str(reason))

    def skip(self, reason: object) -> None:
        """Count what cannot be read."""
        self.counts["skipped"] += 1
        self.skipped.append(str(reason))


def take_in(
    inputs: Iterable[str | Path], before: Before, fresh: RecordWriter, jobs: int, tell: Tell
) -> Intake:
    """Write a *fresh* record for each source of *inputs*, and for each that has to be read anew.

    A text is read, by *jobs* processes, only where what was read *before* does not hold any more.
    """
    intake = Intake()
    unread = _find_unread(inputs, before, fresh, intake)
    for read in read_texts(chain(unread, before.find_stale(intake.given)), jobs):
        if read.error:
            intake.skip(read.error)
            continue
        kind = before.compare(read.source)
        key = key_reading(read.source.text, read.source.published)
        fresh.add(Record(read.source, key, read.reading))
        intake.counts[kind] += 1
        if len(fresh.places) % _STEP == 0:
            tell("reading", f"{len(fresh.places)} texts")
    tell("reading", f"{len(fresh.places)} texts, done")
    return intake


def _find_unread(
    inputs: Iterable[str | Path], before: Before, fresh: RecordWriter, intake: Intake
) -> Iterator[Source]:
    """Yield the sources of *inputs* that have to be read; keep the readings of the others."""
    for found in read_sources(inputs):
        if isinstance(found, Skipped):
            intake.note(found) if found.is_read else intake.skip(found)
            continue
        intake.given.add(source_iri(found.key))
        if before.compare(found) == "unchanged":
            fresh.add(before.keep(found))
            intake.counts["unchanged"] += 1
        else:
            yield found
