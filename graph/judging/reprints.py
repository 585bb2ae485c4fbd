"""Which texts are reprints or near-copies of one another: they count as one witness.

A text is a reprint of the first published one that it resembles: at least four fifths of their runs
of three words are the same, as estimated by the 64 smallest hashes of these runs (A. Broder, *On
the resemblance and containment of documents*, 1997), and the people and numbers of one are all
in the other. So two forms that differ in who is appointed, or when, stay two.
Each text is compared with a bounded number of others: the work grows with the number of texts.
"""

from array import array
from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from zlib import crc32

from canbo.spelling import words

RESEMBLING: Final = 0.8
"""The share of common runs of words from which two texts are copies."""
_RUN: Final = 3
_SKETCH: Final = 64
_KEYS: Final = 8
_NEXT: Final = 8
_SHORT: Final = 20
"""Below so many words, texts are copies only if the words are the same."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A text as it is compared: *sketch* the smallest hashes of its runs of words, sorted.

    *marks* are the people and the numbers it names, *day* an ISO date or empty.
    """

    source: str
    day: str
    sketch: "array[int]"  # not subscriptable before Python 3.12
    marks: frozenset[str]


def sketch_text(source: str, day: str | None, text: str, people: Iterable[str]) -> Copy:
    """Return *text* as it is compared with others."""
    said = words(text)
    size = _RUN if len(said) >= _SHORT else max(1, len(said))
    runs = {
        crc32(" ".join(said[place : place + size]).encode())
        for place in range(len(said) - size + 1)
    }
    numbers = (word for word in said if any(letter.isdigit() for letter in word))
    marks = frozenset((*people, *numbers))
    return Copy(source, day or "", array("L", sorted(runs)[:_SKETCH]), marks)


def find_reprints(copies: Iterable[Copy]) -> dict[str, str]:
    """Return of each reprint the first published text it resembles, in order of publication.

    What is undated comes last. An original is never itself a reprint.
    """
    originals: defaultdict[int, deque[Copy]] = defaultdict(lambda: deque(maxlen=_NEXT))
    found: dict[str, str] = {}
    for copy in sorted(copies, key=lambda copy: (not copy.day, copy.day, copy.source)):
        keys = copy.sketch[:_KEYS]
        original = next(
            (known for key in keys for known in originals[key] if is_copy(known, copy)), None
        )
        if original:
            found[copy.source] = original.source
            continue
        for key in keys:
            originals[key].append(copy)
    return found


def is_copy(one: Copy, other: Copy) -> bool:
    """Whether the two texts are one, but for a few words."""
    if not (one.marks <= other.marks or other.marks <= one.marks):
        return False
    left, right = set(one.sketch), set(other.sketch)
    smallest = sorted(left | right)[:_SKETCH]
    shared = sum(run in left and run in right for run in smallest)
    return bool(smallest) and shared >= RESEMBLING * len(smallest)
