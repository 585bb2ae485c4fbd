"""From inputs to a published snapshot: read what changed, assemble everything, publish or leave.

The graph is a function of the sources, the ledger, the register and the decisions; each build makes
it whole in a draft. What takes long, reading, is done again only for a text that changed or for a
newer grammar.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from pyoxigraph import Quad, Store

from canbo.errors import DamagedGraphError, NothingReadError, UnknownSourceError
from canbo.graph.assemble import Assembler
from canbo.graph.intake import Before, Intake, Stage, Tell, take_in
from canbo.graph.judgement import Judgement
from canbo.graph.judging.decisions import Decision, read_decisions, read_meanings
from canbo.graph.judging.ledger import Ledger, read_ledger, write_ledger
from canbo.graph.keeping.given import (
    Given,
    check_given,
    find_decisions,
    keep_given,
    recall_given,
)
from canbo.graph.keeping.ground import digest_ground
from canbo.graph.keeping.readings import decode_reading, encode_reading, key_reading, reader_version
from canbo.graph.keeping.store import Snapshot, current_snapshot, drop, read_store, write_snapshot
from canbo.graph.keeping.stored import Record, RecordReader, RecordWriter, read_records
from canbo.graph.reading.model import Reading
from canbo.graph.register import Register, load_register
from canbo.graph.register.load import count_added
from canbo.graph.renewal import Fresh, is_as_before, repeat_report
from canbo.graph.report import (
    Bounds,
    Report,
    bounds_of,
    compare_tenures,
    stored_bounds,
    write_report,
)
from canbo.graph.rulings import Rulings
from canbo.graph.texts.inputs import show_path
from canbo.graph.texts.sources import Source
from canbo.ontology.iris import graph_iri
from canbo.spelling import fold

_FRESH: Final = "fresh-"
_STEP: Final = 500
_NEAR: Final = 5

Fill: TypeAlias = Callable[[RecordWriter, Snapshot | None], tuple[Intake, str | None]]
"""Writes the fresh records of a build; returns what was taken in, and the source to leave out."""


def _tell_nobody(stage: Stage, done: str) -> None:
    """Keep it quiet."""


def build(  # noqa: PLR0913 - what the command takes
    inputs: Iterable[str | Path],
    folder: str | Path,
    *,
    given: Given | None = None,
    wait: float = 0.0,
    jobs: int = 1,
    tell: Tell = _tell_nobody,
) -> Report:
    """Read *inputs*, add what they state to the graph in *folder*, and publish it.

    Returns what was done; where nothing is new, no snapshot is published. A bad input is in the
    report and stops no other. *given* are tables and decisions, *wait* is how many seconds to wait
    while another process builds, *jobs* how many processes may read. Raises NothingReadError where
    no input can be read, the errors of :func:`canbo.graph.register.load_register`, DecisionsError,
    NoDecisionsError, and those of :func:`canbo.graph.keeping.store.write_snapshot`; then the graph
    is as it was.
    """

    def fill(fresh: RecordWriter, previous: Snapshot | None) -> tuple[Intake, None]:
        with closing(Before.of(previous)) as before:
            intake = take_in(inputs, before, fresh, jobs, tell)
        if not fresh.places:
            raise NothingReadError(tuple(intake.skipped))
        return intake, None

    return _build(Path(folder), fill, wait, tell, given)


def build_from_readings(
    readings: Iterable[tuple[Source, Reading]],
    folder: str | Path,
    *,
    given: Given | None = None,
    wait: float = 0.0,
    tell: Tell = _tell_nobody,
) -> Report:
    """Do as :func:`build` does with sources that were read elsewhere (on other machines, by hand).

    Raises EvidenceError where a reading speaks of words that are not in its text.
    """

    def fill(fresh: RecordWriter, _: Snapshot | None) -> tuple[Intake, None]:
        intake = Intake()
        for source, reading in readings:
            key = key_reading(source.text, source.published)
            fresh.add(Record(source, key, encode_reading(reading)))
            intake.counts["new"] += 1
        return intake, None

    return _build(Path(folder), fill, wait, tell, given)


def remove_source(
    name: str, folder: str | Path, *, wait: float = 0.0, tell: Tell = _tell_nobody
) -> Report:
    """Take the source *name* (its URL, id, path or IRI) out of the graph with all it said.

    Raises UnknownSourceError and NoGraphError, besides the errors of :func:`build`.
    """
    current_snapshot(Path(folder))

    def fill(_: RecordWriter, previous: Snapshot | None) -> tuple[Intake, str | None]:
        intake = Intake()
        intake.counts["removed"] += 1
        return intake, _find_source(name, previous) if previous else None

    return _build(Path(folder), fill, wait, tell)


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a build goes by besides the texts."""

    register: Register
    decisions: tuple[Decision, ...]
    rulings: Rulings
    digest: str


def _build(folder: Path, fill: Fill, wait: float, tell: Tell, given: Given | None = None) -> Report:
    now = given or Given()

    def on_wait(holder: str) -> None:
        tell("waiting", f"for {holder}")

    register = load_register(now.tables) if now.tables else None
    check_given(now)
    with write_snapshot(folder, wait, on_wait) as (draft, previous):
        recalled = recall_given(now, previous)
        keep_given(recalled, draft)
        register = register or load_register(recalled.tables)
        ground = _read_ground(register, recalled.tables, find_decisions(now, recalled, folder))
        with RecordWriter(draft.path, _FRESH) as fresh:
            intake, gone = fill(fresh, previous)
        with RecordReader(draft.path, _FRESH) as reader:
            fresh_records = Fresh(reader, fresh.places)
            if previous and is_as_before(previous, fresh_records, intake, ground.digest):
                drop(draft)
                return repeat_report(previous, intake)
            records = _merge(previous, reader, fresh.places, gone)
            report = _assemble((draft, previous), records, intake, ground, tell)
        for path in draft.path.glob(f"{_FRESH}*"):
            path.unlink()
        tell("publishing", f"snapshot {draft.number}")
    return report


def _read_ground(register: Register, tables: Path | None, decisions: Path) -> _Ground:
    rulings = Rulings(read_meanings(decisions), register)
    digest = digest_ground(tables, decisions)
    return _Ground(register, read_decisions(decisions), rulings, digest)


def _assemble(
    snapshots: tuple[Snapshot, Snapshot | None],
    records: Iterable[Record],
    intake: Intake,
    ground: _Ground,
    tell: Tell,
) -> Report:
    """Write the store, the ledger and the report of a draft, the first of *snapshots*."""
    draft, previous = snapshots
    ledger = read_ledger(previous.ledger) if previous else Ledger()
    assembler = Assembler(ground.register, ledger, ground.decisions, ground.rulings)
    with RecordWriter(draft.path) as writer:
        flow = _Flow(assembler, records, writer, tell)
        _write_store(draft.store, flow)
    judgement = flow.judgement
    write_ledger(draft.ledger, judgement.ledger)
    after = bounds_of(judgement.tenures)
    tally = assembler.tally
    report = Report(
        snapshot=draft.number,
        reader=reader_version(),
        sources={**intake.counts, "all": len(writer.places)},
        skipped=tuple(intake.skipped),
        notes=tuple(intake.notes),
        statements=dict(sorted(tally.statements.items())),
        citations=dict(sorted(tally.citations.items())),
        decided=dict(sorted(tally.decided.items())),
        register=count_added(ground.register),
        unread=dict(sorted(tally.unread.items())),
        persons=len(judgement.persons),
        undecided=len(judgement.undecided),
        tenures=len(after),
        quads=flow.quads,
        tenures_since=compare_tenures(_bounds_before(previous, ledger), after),
        ground=ground.digest,
    )
    write_report(draft.report, report)
    return report


class _Flow:
    """All quads of the graph, one after the other; remembers what was judged on the way."""

    judgement: Judgement

    def __init__(
        self, assembler: Assembler, records: Iterable[Record], writer: RecordWriter, tell: Tell
    ) -> None:
        self.quads = 0
        self._assembler = assembler
        self._records = records
        self._writer = writer
        self._tell = tell

    def __iter__(self) -> Iterator[Quad]:
        for quad in self._all():
            self.quads += 1
            yield quad

    def _all(self) -> Iterator[Quad]:
        yield from self._assembler.base()
        number = 0
        for number, record in enumerate(self._records, start=1):
            self._writer.add(record)
            yield from self._assembler.take(record.source, decode_reading(record.reading))
            if number % _STEP == 0:
                self._tell("assembling", f"{number} sources")
        self._tell("assembling", f"{number} sources, done")
        self._tell("assembling", "persons and tenures")
        self.judgement = self._assembler.finish()
        yield from self._assembler.conclude(self.judgement)


def _merge(
    previous: Snapshot | None,
    reader: RecordReader,
    places: dict[str, tuple[int, int]],
    gone: str | None,
) -> Iterator[Record]:
    """Yield the records of the new snapshot, sorted: the fresh ones and the others of before."""
    fresh = sorted(places.items())
    at = 0
    for record in read_records(previous) if previous else ():
        while at < len(fresh) and fresh[at][0] < record.iri:
            yield reader.at(fresh[at][1])
            at += 1
        if record.iri not in places and record.iri != gone:
            yield record
    for _, place in fresh[at:]:
        yield reader.at(place)


def _write_store(path: Path, quads: Iterable[Quad]) -> None:
    store = Store(path)
    store.bulk_extend(quads)
    store.optimize()
    store.flush()


def _bounds_before(previous: Snapshot | None, ledger: Ledger) -> dict[str, Bounds]:
    """Return the bounds of the tenures that texts spoke of in the snapshot before."""
    if previous is None:
        return {}
    register = graph_iri("register")
    told = {iri for key, iri in ledger.given["tenure"].items() if key.source != register}
    try:
        return stored_bounds(read_store(previous), told)
    except DamagedGraphError:
        return {}  # what this build mends


def _find_source(name: str, snapshot: Snapshot) -> str:
    """Return the IRI of the source called *name*."""
    near: list[str] = []
    asked = fold(name)
    for record in read_records(snapshot):
        source = record.source
        ways = {source.key, source.id, source.path, source.url, record.iri}
        if {name, show_path(name)} & ways:
            return record.iri
        if len(near) < _NEAR and asked in fold(f"{source.id} {source.title} {source.url}"):
            near.append(source.id)
    raise UnknownSourceError(name, tuple(near))
