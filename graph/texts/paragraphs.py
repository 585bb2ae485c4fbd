"""Printed lines joined to the paragraphs they were set from.

A page prints lines, not paragraphs, and repeats what frames it. What is done, in this order:

1. Pieces on one base line are one line; a wide gap between them is a tab (the cells of a table).
2. Lines at the same height at the head or foot of at least half of the pages, and of three at
   least, the same but for numbers, are left out; so is the number of a page there.
3. A line goes on in the next one if the next one's first word had no room left in it; otherwise
   the break was meant. A gap wider than the leading, an indent, or a jump (a column) ends the
   paragraph.
4. Lines are joined with a space; after a hyphen that touches a word with nothing
   (``05-`` + ``CT/TW``), for Vietnamese words are never divided at the end of a line.
5. A paragraph goes on over a page if its last line fills the page's width and ends no sentence.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median_low
from typing import Final

FRAME_LINES: Final = 2
"""So many lines at the head and at the foot of a page may frame it."""

LOOSE: Final = 1.3
"""A step from base line to base line of so many times the usual one separates paragraphs."""

DOUBLE: Final = 2.2
"""The widest leading, in heights of the letters: what word processors call double spacing."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its text, where it begins and ends, its base line and height, in points."""

    text: str
    left: float
    right: float
    base: float
    height: float


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines under each other without a gap; *leading* is the usual step of the document."""

    lines: tuple[Line, ...]

    @property
    def left(self) -> float:
        return min(line.left for line in self.lines)

    @property
    def right(self) -> float:
        return max(line.right for line in self.lines)


def merge_pieces(lines: Iterable[Line]) -> list[Line]:
    """Return *lines* with those that stand on one base line, left to right, made one."""
    merged: list[Line] = []
    for line in lines:
        last = merged[-1] if merged else None
        beside = last and abs(last.base - line.base) < 1 and line.left >= last.right - 1
        if last and beside:
            gap = "\t" if line.left - last.right > line.height else " "
            text = f"{last.text}{gap}{line.text}"
            merged[-1] = replace(last, text=text, right=line.right)
        else:
            merged.append(line)
    return merged


def _frame(page: Sequence[Line]) -> list[Line]:
    """Return the lines that may frame *page*: the first and the last ones from top to bottom."""
    falling = sorted(page, key=lambda line: -line.base)
    return list(dict.fromkeys(falling[:FRAME_LINES] + falling[-FRAME_LINES:]))


def _frame_key(line: Line) -> tuple[int, str]:
    return round(line.base), re.sub(r"\d+", "#", line.text.strip())


def _is_page_number(line: Line, number: int, count: int) -> bool:
    words = rf"\W*(?:trang|page)?\s*0*{number}(?:\s*/\s*{count})?\W*"
    return count > 1 and re.fullmatch(words, line.text, re.IGNORECASE) is not None


def drop_frames(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return *pages* without the heads, feet and numbers that are repeated on them."""
    seen = Counter(key for page in pages for key in {_frame_key(line) for line in _frame(page)})
    often = max(3, (len(pages) + 1) // 2)
    repeated = {key for key, times in seen.items() if times >= often}
    kept: list[list[Line]] = []
    for number, page in enumerate(pages, start=1):
        frame = {
            line
            for line in _frame(page)
            if _frame_key(line) in repeated or _is_page_number(line, number, len(pages))
        }
        kept.append([line for line in page if line not in frame])
    return kept


def usual_step(pages: Sequence[Sequence[Line]]) -> float:
    """Return the usual way down from one base line to the next, in points."""
    steps = [a.base - b.base for page in pages for a, b in pairwise(page) if a.base > b.base]
    tallest = DOUBLE * max((line.height for page in pages for line in page), default=0.0)
    return min(median_low(steps), tallest) if steps else 0.0


def _blocks(page: Sequence[Line], step: float) -> Iterator[_Block]:
    block: list[Line] = []
    for line in page:
        if block and not 0 < block[-1].base - line.base <= LOOSE * step:
            yield _Block(tuple(block))
            block = []
        block.append(line)
    if block:
        yield _Block(tuple(block))


def _is_full(line: Line, right: float, following: Line) -> bool:
    """Whether *following*'s first word had no room left in *line*, which may reach to *right*."""
    word = following.text.split()[0]
    width = (following.right - following.left) / max(1, len(following.text))
    return right - line.right < width * (len(word) + 1)


def _begins_anew(line: Line, following: Line, left: float) -> bool:
    indented = following.left - left > following.height and line.left - left <= following.height
    listed = re.match(r"[-+•*–]\s|\d{1,3}[.)]\s|[a-zđ]\)\s", following.text) is not None
    return indented or (listed and ends_sentence(line.text))


def ends_sentence(text: str) -> bool:
    """Whether *text* ends with a full stop or another mark that closes a sentence or an item."""
    return re.search(r"[.!?…:;][”\"’')\]]*\s*$", text) is not None


def join(first: str, second: str) -> str:
    """Return two printed lines as one.

    >>> join("Chỉ thị số 05-", "CT/TW của"), join("Lê Đức", "Thanh")
    ('Chỉ thị số 05-CT/TW của', 'Lê Đức Thanh')
    """
    glued = re.search(r"\w-$", first) and re.match(r"\w", second)
    return first + second if glued else f"{first} {second}"


def _paragraphs(block: _Block) -> Iterator[str]:
    text = block.lines[0].text
    for line, following in pairwise(block.lines):
        goes_on = _is_full(line, block.right, following)
        if goes_on and not _begins_anew(line, following, block.left):
            text = join(text, following.text)
        else:
            yield text
            text = following.text
    yield text


def _goes_over(page: Sequence[Line], following: Sequence[Line]) -> bool:
    right = max(line.right for line in page)
    return _is_full(page[-1], right, following[0]) and not ends_sentence(page[-1].text)


def join_lines(pages: Iterable[Iterable[Line]]) -> list[str]:
    """Return the paragraphs that *pages* of printed lines were set from, in order."""
    kept = [page for page in drop_frames([merge_pieces(page) for page in pages]) if page]
    step = usual_step(kept)
    paragraphs: list[str] = []
    goes_on = False
    for number, page in enumerate(kept):
        found = [text for block in _blocks(page, step) for text in _paragraphs(block)]
        if goes_on:
            found[0] = join(paragraphs.pop(), found[0])
        paragraphs += found
        goes_on = number + 1 < len(kept) and _goes_over(page, kept[number + 1])
    return paragraphs
