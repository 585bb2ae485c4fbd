"""A view with what every part of the grammar looks at again and again."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from canbo.graph.reading.lexicon import UPPER
from canbo.graph.reading.model import Span
from canbo.graph.reading.text import View


@dataclass(frozen=True, slots=True)
class Page:
    """The *text* of a view, *low* the same in lower case (same length), and *masked* stretches.

    Masked are the names of documents: bodies and posts inside them state nothing. *abbreviations*
    are those the text explains, with the place where the body of each is printed in full.
    """

    view: View
    text: str
    low: str
    masked: tuple[Span, ...] = ()
    abbreviations: Mapping[str, int] = field(default_factory=dict[str, int])

    @classmethod
    def of(cls, view: View, masked: Iterable[Span] = ()) -> "Page":
        """Return the page of *view*."""
        return cls(view, view.text, lower(view.text), tuple(sorted(masked)))

    def mask(self, masked: Iterable[Span]) -> "Page":
        """Return the page with these stretches masked."""
        return Page(self.view, self.text, self.low, tuple(sorted(masked)), self.abbreviations)

    def mask_at(self, place: int) -> int:
        """Return where the masked stretch around *place* ends, or 0 where none is."""
        index = bisect_right(self.masked, place, key=lambda span: span.start) - 1
        end = self.masked[index].end if index >= 0 else 0
        return end if end > place else 0

    def run_at(self, place: int) -> tuple[str, ...]:
        """Return the capitalised words that follow one another from *place* on, at most eight."""
        if not self.text[place : place + 1].isupper():
            return ()
        match = capital_run().match(self.text, place)
        return tuple(match[0].split(" ")) if match else ()

    def skip_blanks(self, place: int) -> int:
        """Return the place of the first character at or after *place* that is no blank."""
        while place < len(self.text) and self.text[place] == " ":
            place += 1
        return place


def lower(text: str) -> str:
    """Return *text* in lower case, letter for letter."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@cache
def capital_run() -> re.Pattern[str]:
    """Return the expression for words with a capital, one blank between two of them."""
    word = rf"[{UPPER}][\w'’]*"
    return re.compile(rf"{word}(?: {word}){{0,7}}")
