"""Whether a build has anything to make: where nothing is new, the snapshot that is there stays."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from canbo.errors import DamagedGraphError
from canbo.graph.intake import CHANGES, Intake
from canbo.graph.keeping.store import Snapshot, read_store
from canbo.graph.keeping.stored import RecordReader, read_records
from canbo.graph.report import Report, read_report


@dataclass(frozen=True, slots=True)
class Fresh:
    """The records of what was given, and where each stands, by the IRIs of the sources."""

    reader: RecordReader
    places: Mapping[str, tuple[int, int]]


def is_as_before(previous: Snapshot, fresh: Fresh, intake: Intake, ground: str) -> bool:
    """Return whether a build would make just the graph that is there, and that one is whole.

    *ground* is the digest of what a graph rests on besides the texts. What is told of a text, its
    title or address, counts like the text.
    """
    if any(intake.counts[kind] for kind in CHANGES):
        return False
    try:
        read_store(previous)
        if read_report(previous.report).ground != ground:
            return False
        told = (record for record in read_records(previous) if record.iri in fresh.places)
        return all(fresh.reader.at(fresh.places[record.iri]) == record for record in told)
    except DamagedGraphError:
        return False  # what a build mends


def repeat_report(previous: Snapshot, intake: Intake) -> Report:
    """Return the report of the snapshot that stays, with what was given this time."""
    report = read_report(previous.report)
    return replace(
        report,
        sources={**intake.counts, "all": report.sources["all"]},
        skipped=tuple(intake.skipped),
        notes=tuple(intake.notes),
        tenures_since=dict.fromkeys(report.tenures_since, 0),
        is_published=False,
    )
