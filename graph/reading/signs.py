"""What a text is looked through for once: where it tells of posts, where it may have a name.

Most sentences of most texts have neither, and nothing more is asked of them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from canbo.graph.reading.lexicon import load, one_of
from canbo.graph.reading.model import Span
from canbo.graph.reading.page import Page
from canbo.graph.reading.persons import find_runs


@dataclass(frozen=True, slots=True)
class Signs:
    """The places of a text that may tell something, each kind as starts and ends in order."""

    told: tuple[list[int], list[int]]
    named: tuple[list[int], list[int]]

    @classmethod
    def of(cls, page: Page) -> "Signs":
        """Return the signs of *page*."""
        told = (match.span() for match in _telling().finditer(page.low))
        return cls(_sides(told), _sides(find_runs(page)))

    def tell(self, page: Page, sentence: Span) -> bool:
        """Return whether *sentence* may say anything of posts."""
        if not _is_any(self.told, sentence.start, sentence.end):
            return False
        return _telling().search(page.low, sentence.start, sentence.end) is not None

    def may_name(self, start: int, end: int) -> bool:
        """Return whether a name may stand in ``[start, end)``."""
        return _is_any(self.named, start, end)


def _sides(spans: Iterable[tuple[int, int]]) -> tuple[list[int], list[int]]:
    starts: list[int] = []
    ends: list[int] = []
    for start, end in spans:
        starts.append(start)
        ends.append(end)
    return starts, ends


def _is_any(sides: tuple[list[int], list[int]], start: int, end: int) -> bool:
    starts, ends = sides
    index = bisect_right(ends, start)
    return index < len(starts) and starts[index] < end


def tells_anything(page: Page) -> bool:
    """Return whether the text has a title or the word for a meeting: without, it states nothing."""
    return _worth_reading().search(page.low) is not None


@cache
def _worth_reading() -> re.Pattern[str]:
    meetings = ("đại hội", "kỳ họp", "họp kỳ", "phiên họp", "hội nghị")
    weak = ("named", "staff")
    titles = (row["surface"] for row in load("posts") if row["takes"] not in weak)
    return re.compile(rf"(?<!\w){one_of([*meetings, *titles])}(?!\w)")


@cache
def _telling() -> re.Pattern[str]:
    """Return the expression for what a sentence needs to say anything of posts."""
    kinds = ("act", "turn", "retire", "punish", "replace", "propose", "vote")
    cues = (row["surface"] for row in load("cues") if row["kind"] in kinds)
    titles = (row["surface"] for row in load("posts"))
    return re.compile(rf"(?<!\w){one_of([*cues, *titles])}(?!\w)")
