"""Store what sources say once: passages that overlap become one excerpt, each a stretch of it.

The quotes of a list of names nest in one another, and each comes with the words around it; told one
by one they would fill most of the page.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from canbo.viz.things import Evidence

LAST_OF_ONE_UNIT: Final = "\uffff"
"""The last character that JavaScript counts as one."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a source (its number, -1 for the register) from the code point *start* on."""

    source: int
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Excerpts:
    """The excerpts, and for each passage its excerpt, its place in it and its length.

    Place and length are in UTF-16 units, which is how JavaScript counts.
    """

    excerpts: list[Excerpt] = field(default_factory=list[Excerpt])
    places: list[tuple[int, int, int]] = field(default_factory=list[tuple[int, int, int]])


def excerpt(evidence: Sequence[Evidence]) -> Excerpts:
    """Return the excerpts that hold all of *evidence*; linear in it, but for sorting."""
    found = Excerpts(places=[(0, 0, 0)] * len(evidence))
    order = sorted(range(len(evidence)), key=lambda n: (evidence[n].source, _left(evidence[n]), n))
    for numbers in _group(evidence, order):
        held = _join([evidence[number] for number in numbers])
        wide = [place for place, letter in enumerate(held.text) if letter > LAST_OF_ONE_UNIT]
        for number in numbers:
            start = _left(evidence[number]) + len(evidence[number].prefix) - held.start
            end = start + len(evidence[number].quote)
            before, after = start + bisect_left(wide, start), end + bisect_left(wide, end)
            found.places[number] = (len(found.excerpts), before, after - before)
        found.excerpts.append(held)
    return found


def _left(item: Evidence) -> int:
    return item.start - len(item.prefix)


def _whole(item: Evidence) -> str:
    return item.prefix + item.quote + item.suffix


def _group(evidence: Sequence[Evidence], order: Sequence[int]) -> Iterator[list[int]]:
    """Yield the numbers in *order*, those together whose passages run into one another."""
    group: list[int] = []
    start, words = 0, ""
    for number in order:
        item = evidence[number]
        whole, offset = _whole(item), _left(item) - start
        if group and _continues(evidence[group[-1]], words, offset, item):
            group.append(number)
            if offset + len(whole) <= len(words):
                continue
        else:
            if group:
                yield group
            group = [number]
        start, words = _left(item), whole
    if group:
        yield group


def _continues(last: Evidence, words: str, offset: int, item: Evidence) -> bool:
    """Whether *item* tells *words* from *offset* on; a row of the register stands alone."""
    if item.is_registered or last.source != item.source or offset >= len(words):
        return False
    whole = _whole(item)
    if offset + len(whole) <= len(words):
        return words.startswith(whole, offset)
    return whole.startswith(words[offset:])


def _join(items: Sequence[Evidence]) -> Excerpt:
    """Return the one stretch that *items*, each running into the next, are parts of."""
    start = end = _left(items[0])
    parts: list[str] = []
    for item in items:
        whole = _whole(item)
        parts.append(whole[max(end - _left(item), 0) :])
        end = max(end, _left(item) + len(whole))
    return Excerpt(items[0].source, start, "".join(parts))
