"""What looks like a document and was not read: a symbol that no word announces."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from canbo.graph.reading.document_numbers import signature_pattern
from canbo.graph.reading.model import Document, Unread
from canbo.graph.reading.text import View
from canbo.spelling import parse_signature


@cache
def _orphans() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.,-]){signature_pattern()}")


# What a symbol goes on with behind its number; ``signature_pattern`` is tried only there.
_DIGITS = re.compile(r"\d++(?=[a-z]?\s?[-–—‑−/NQCHKTBĐP])")


def list_unread_documents(view: View, documents: Sequence[Document]) -> tuple[Unread, ...]:
    """Return the symbols in *view* that no document of *documents* covers, and why."""
    return tuple(_unread(view, documents))


def _unread(view: View, documents: Sequence[Document]) -> Iterator[Unread]:
    covered = sorted((s.start, s.end) for d in documents for s in map(view.locate, d.spans))
    place = 0
    for digits in _DIGITS.finditer(view.text):
        start = digits.start()
        match = _orphans().match(view.text, start) if start >= place else None
        if match is None:
            continue
        place = match.end()
        signature = parse_signature(match["signature"])
        index = bisect_right(covered, (match.start(), len(view.text))) - 1
        is_read = index >= 0 and match.start() < covered[index][1]
        if signature and (signature.type or signature.year) and not is_read:
            reason = "a symbol, but no word says what kind of document it is"
            if "HĐQT" in signature.issuer:
                reason = "a document of a company"
            yield Unread(view.span(*match.span()), "document", reason)
