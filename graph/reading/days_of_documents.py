"""Which days belong to documents: ``Quyết định số 8 ngày 5/2``."""

from bisect import bisect_right
from collections.abc import Sequence

from canbo.graph.reading.dates import DateMention
from canbo.graph.reading.model import Span

_BESIDE = 12  # characters from a document's name to its day
_NEAREST = 4  # documents that overlap are few: one inside the name of another


def document_of(text: str, date: DateMention, documents: Sequence[Span]) -> Span | None:
    """Return the one of *documents*, sorted by start, that *date* stands in or right behind."""
    last = bisect_right(documents, date.start, key=lambda span: span.start)
    for span in documents[max(0, last - _NEAREST) : last]:
        if span.start <= date.start < span.end:
            return span
        if date.start - span.end >= _BESIDE:
            continue
        if text[span.end : date.start].strip(" ,(") in ("ngày", "ra ngày", "ký ngày", ""):
            return span
    return None
