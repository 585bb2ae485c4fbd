"""What one text states, as a plain record, with what its citations were resolved to."""

from collections.abc import Iterable, Mapping
from typing import cast

from canbo.graph.citations import resolve_citations
from canbo.graph.reading.model import Reading
from canbo.graph.reading.reader import read_statements
from canbo.graph.reading.record import record
from canbo.graph.register import load_register
from canbo.graph.resolution import Resolution


def read_text(text: str, published: str | None = None) -> dict[str, object]:
    """Return what *text* states: persons, holdings, documents, actions, events, with their spans.

    *published* (an ISO day, month or year) completes dates printed without a year. Each document
    has its ``resolution``.
    """
    reading = read_statements(text, published)
    return record_reading(reading, resolve_citations(reading, load_register(), published, text))


def record_reading(reading: Reading, found: Iterable[Resolution]) -> dict[str, object]:
    """Return the record of a *reading*, its documents with what was *found* that they mean."""
    written = record(reading)
    documents = cast("list[Mapping[str, object]]", written["documents"])
    return {
        **written,
        "documents": [
            {**document, "resolution": record_resolution(resolution)}
            for document, resolution in zip(documents, found, strict=True)
        ],
    }


def record_resolution(resolution: Resolution) -> dict[str, object]:
    """Return a resolution as plain values; its candidates are those that it can still be."""
    return {
        "outcome": resolution.outcome.value,
        "term": resolution.term,
        "date": resolution.date,
        "strength": resolution.strength.value if resolution.strength else None,
        "reasons": list(resolution.reasons),
        "candidates": [
            {
                "term": candidate.entry.term,
                "date": candidate.entry.date.iso if candidate.entry.date else None,
                "issuer": ", ".join(candidate.entry.issuers) or None,
                "subject": candidate.entry.subject or None,
            }
            for candidate in resolution.possible
        ],
    }
