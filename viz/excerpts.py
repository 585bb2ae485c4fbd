"""Store what sources say once: passages that overlap become one excerpt, each a stretch of it.

The quotes of a list of names nest in one another, and each comes with the words around it; told one
by one they would fill most of the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from canbo.viz.things import Evidence


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
    found = Excerpts()
    holder: dict[int, tuple[int, int]] = {}
    order = sorted(range(len(evidence)), key=lambda n: (evidence[n].source, _left(evidence[n]), n))
    for number in order:
        item = evidence[number]
        whole = item.prefix + item.quote + item.suffix
        last = found.excerpts[-1] if found.excerpts else None
        if last is not None and _continues(last, item, whole):
            offset = _left(item) - last.start
            text = last.text[:offset] + max(last.text[offset:], whole, key=len)
            found.excerpts[-1] = Excerpt(last.source, last.start, text)
        else:
            found.excerpts.append(Excerpt(item.source, _left(item), whole))
        holder[number] = (len(found.excerpts) - 1, _left(item) + len(item.prefix))
    for number, item in enumerate(evidence):
        place, start = holder[number]
        held = found.excerpts[place]
        before = held.text[: start - held.start]
        found.places.append((place, _units(before), _units(item.quote)))
    return found


def _left(item: Evidence) -> int:
    return item.start - len(item.prefix)


def _continues(last: Excerpt, item: Evidence, whole: str) -> bool:
    """Whether *item* overlaps *last* with the same words; a row of the register never does."""
    offset = _left(item) - last.start
    if item.is_registered or last.source != item.source or offset >= len(last.text):
        return False
    rest = last.text[offset:]
    return rest.startswith(whole) or whole.startswith(rest)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
