"""What a text is looked through for once: every word that some part of the grammar starts from.

One automaton (Aho-Corasick) finds the words of all lexicons in one pass: titles and acts, heads of
bodies, types of documents, levels and names of units. Most sentences of most texts have none of
what they would need to state anything, and nothing more is asked of them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from canbo.graph.reading.changing import replace
from canbo.graph.reading.common_nouns import common_nouns
from canbo.graph.reading.document_names import law_starts
from canbo.graph.reading.document_numbers import type_words
from canbo.graph.reading.lexicon import column, load
from canbo.graph.reading.model import Span
from canbo.graph.reading.page import Page
from canbo.graph.reading.runs import find_runs
from canbo.graph.reading.scene import place_starts

_TELLS, _WORTH, _TYPE, _LAW, _BODY, _COMMON, _PLACE = (1 << bit for bit in range(7))
_ACTS = ("act", "turn", "retire", "punish", "replace", "propose", "vote")
_MEETINGS = ("đại hội", "kỳ họp", "họp kỳ", "phiên họp", "hội nghị")


@dataclass(frozen=True, slots=True)
class Signs:
    """The places of a text where something may begin, each kind in order.

    *told* has titles and acts, *types* and *laws* how names of documents begin, *bodies* the heads
    of bodies but for common nouns, *places* how units begin. *is_worth* says that the text has a
    title or a meeting: without one, and without a document, it states nothing. *named* are the
    stretches where a name may stand, as starts and ends, *recognised* those that a recogniser has.
    """

    told: list[int]
    types: list[int]
    laws: list[int]
    bodies: list[int]
    places: list[int]
    is_worth: bool
    named: tuple[list[int], list[int]] = ([], [])
    recognised: tuple[Span, ...] = ()

    @classmethod
    def of(cls, page: Page) -> "Signs":
        """Return the signs of *page*, but for names."""
        found: tuple[list[int], ...] = ([], [], [], [])
        told, types, laws, places = found
        bodies: dict[int, bool] = {}
        worth = 0
        for start, flags in _whole_words(page.low):
            worth |= flags
            if flags & _TELLS:
                told.append(start)
            if flags & _BODY:  # a longer head comes later, and is the one that is meant
                bodies[start] = not flags & _COMMON or page.text[start].isupper()
            if flags & _PLACE:
                places.append(start)
            if flags & _TYPE:
                types.append(start)
            if flags & _LAW:
                laws.append(start)
        heads = sorted(start for start, is_name in bodies.items() if is_name)
        told, types, laws, places = (sorted(dict.fromkeys(starts)) for starts in found)
        return cls(told, types, laws, heads, places, bool(worth & _WORTH))

    def with_names(self, page: Page, recognised: tuple[Span, ...] = ()) -> "Signs":
        """Return the signs with the stretches where a name may stand."""
        runs = list(find_runs(page))
        named = ([start for start, _ in runs], [end for _, end in runs])
        return replace(self, named=named, recognised=recognised)

    def recognised_in(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the names that a recogniser has in ``[start, end)``."""
        if not self.recognised:
            return ()
        first, last = (
            bisect_left(self.recognised, place, key=lambda span: span.start)
            for place in (start, end)
        )
        return self.recognised[first:last]

    def tell(self, sentence: Span) -> bool:
        """Return whether *sentence* may say anything of posts."""
        index = bisect_left(self.told, sentence.start)
        return index < len(self.told) and self.told[index] < sentence.end

    def may_name(self, start: int, end: int) -> bool:
        """Return whether a name may stand in ``[start, end)``."""
        starts, ends = self.named
        index = bisect_right(ends, start)
        return index < len(starts) and starts[index] < end


def _whole_words(low: str) -> Iterable[tuple[int, int]]:
    """Yield where each word of the lexicons begins and its kinds, in the order of their ends."""
    _, kinds = _automaton()
    size = len(low)
    for which, start, end in _matches(low):
        if start and ((before := low[start - 1]).isalnum() or before == "_"):
            continue
        if end < size and ((after := low[end]).isalnum() or after == "_"):
            continue
        yield start, kinds[which]


def _matches(low: str) -> list[tuple[int, int, int]]:
    """Return the matches; halves of characters, which no encoding has, match nothing."""
    automaton, _ = _automaton()
    try:
        return automaton.find_matches_as_indexes(low, overlapping=True)
    except UnicodeEncodeError:
        return automaton.find_matches_as_indexes(_HALVES.sub("?", low), overlapping=True)


_HALVES = re.compile("[\ud800-\udfff]")


@cache
def _automaton() -> tuple[AhoCorasick, tuple[int, ...]]:
    words: dict[str, int] = {}
    for kind, members in _lexicons():
        for word in members:
            words[word] = words.get(word, 0) | kind
    return AhoCorasick(words), tuple(words.values())


def _lexicons() -> Iterable[tuple[int, Iterable[str]]]:
    weak = ("named", "staff")
    yield _TELLS, (row["surface"] for row in load("cues") if row["kind"] in _ACTS)
    yield _TELLS, column("posts", "surface")
    yield _WORTH, (row["surface"] for row in load("posts") if row["takes"] not in weak)
    yield _WORTH, _MEETINGS
    yield _TYPE, (word.lower() for word in type_words())
    yield _LAW, law_starts()
    yield _BODY, column("bodies", "surface")
    yield _COMMON, common_nouns()
    yield _PLACE, place_starts()
