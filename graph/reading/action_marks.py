"""Where a text speaks of its documents, the words that only point back at one included."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from canbo.graph.reading.document_context import read_context
from canbo.graph.reading.model import Document, Span
from canbo.graph.reading.text import View


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention of a document at ``[start, end)`` of the view.

    *close* is where what is said of it right behind (date, issuer, term) ends.
    """

    start: int
    end: int
    close: int
    document: Document


class Marks:
    """The marks of a text in order."""

    def __init__(self, view: View, documents: Sequence[Document]) -> None:
        """Find the marks of *documents*, and the words that echo them."""
        named = sorted(_named(view, documents), key=lambda mark: (mark.start, mark.end))
        echoes = _echoes(view.text, named)
        self._marks = sorted([*named, *echoes], key=lambda mark: (mark.start, mark.end))
        self._starts = [mark.start for mark in self._marks]

    def within(self, span: Span) -> Sequence[Mark]:
        """Return the marks that begin in *span* of the view."""
        first = bisect_left(self._starts, span.start)
        return self._marks[first : bisect_left(self._starts, span.end)]


def _named(view: View, documents: Sequence[Document]) -> Iterator[Mark]:
    for document in documents:
        for span in document.spans:
            place = view.locate(span)
            close = read_context(view.text, place.end, agent=False).end
            yield Mark(place.start, place.end, close, document)


def _echoes(text: str, named: Sequence[Mark]) -> Iterator[Mark]:
    """Yield ``Quy định này`` and ``nội dung nghị quyết``: the last document of that type."""
    types = sorted({mark.document.type for mark in named}, key=len, reverse=True)
    if not types:
        return
    word = "|".join(f"{kind[0]}{kind[1:]}|{kind.lower()}" for kind in types)
    echo = re.compile(
        rf"(?<!\w)(?:[Nn]ội\sdung\s(?:của\s)?(?P<a>{word})"
        rf"|(?P<b>{word})\s(?:này|nêu\strên|nói\strên|trên))(?!\w)"
    )
    starts = [mark.start for mark in named]
    for match in echo.finditer(text):
        kind = (match["a"] or match["b"]).lower()
        place = match.start("a") if match["a"] else match.start()
        index = bisect_left(starts, place)
        is_named = index < len(starts) and starts[index] == place
        before = (mark for mark in reversed(named[:index]) if mark.document.type.lower() == kind)
        if not is_named and (mark := next(before, None)):
            yield Mark(match.start(), match.end(), match.end(), mark.document)
