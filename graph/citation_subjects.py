"""Whether words name what a title is about, also in other words than its own.

A title says with frame words (``tăng cường công tác``) what is done, and with the rest, its core,
with what. Where the words beside a citation name most of the core, or say in other words what it is
about (``giá đất`` for ``sử dụng đất``, ``subject_words.csv``), they speak of that title.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from canbo.graph.reading.lexicon import load
from canbo.spelling import name_key

_STOP = "|"
_EVERYWHERE = frozenset(
    {"đảng viên", "cán bộ", "chi bộ", "đảng bộ", "đảng ủy", "cấp ủy", "hồ chí", "chí minh"}
)
"""Pairs of a core that texts of this kind have whatever document they cite."""


@dataclass(frozen=True, slots=True)
class _Other:
    """Another way to say a part of a title: where that part stands in it, and the words for it."""

    places: frozenset[int]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Title:
    """The syllables of a title, the places of its core, and other ways to say parts of it."""

    syllables: tuple[str, ...]
    core: frozenset[int]
    others: tuple[_Other, ...]


def share_named(subject: str, words: str) -> tuple[float, str]:
    """Return how much of the core of the title *subject* the *words* name, 0 to 1, and by what."""
    title = _read_title(subject)
    if not title.core:
        return 0.0, ""
    text = _pad(words)
    named: set[int] = set()
    for at in sorted(title.core):
        pair = " ".join(title.syllables[at : at + 2])
        counts = pair not in _EVERYWHERE or at in named  # such a pair only goes on with a phrase
        if counts and at + 1 in title.core and f" {pair} " in text:
            named |= {at, at + 1}
    by = _longest_run(title.syllables, named)
    for other in title.others:
        if found := next((said for said in other.said if f" {said} " in text), None):
            named |= other.places & title.core
            by = by or found
    return len(named) / len(title.core), by


def _longest_run(syllables: tuple[str, ...], named: set[int]) -> str:
    """Return the longest phrase that stands at the places *named*."""
    runs = "".join(
        f"{syllable} " if place in named else _STOP for place, syllable in enumerate(syllables)
    ).split(_STOP)
    return max(runs, key=len).strip()


@lru_cache(maxsize=1 << 10)
def _read_title(subject: str) -> _Title:
    syllables = tuple(_pad(subject).split())
    others = tuple(_find_others(syllables))
    kept = frozenset(place for other in others for place in other.places)
    framed = {place for place in _find_frames(syllables) if place not in kept}
    core = (
        place
        for place, syllable in enumerate(syllables)
        if place not in framed and syllable != _STOP and not _is_number(syllable)
    )
    return _Title(syllables, frozenset(core), others)


def _find_others(syllables: tuple[str, ...]) -> Iterator[_Other]:
    for subject, said in _sayings():
        for start in _find(syllables, subject):
            yield _Other(frozenset(range(start, start + len(subject))), said)


def _find_frames(syllables: tuple[str, ...]) -> Iterator[int]:
    for frame in _frames():
        for start in _find(syllables, frame):
            yield from range(start, start + len(frame))


def _find(syllables: tuple[str, ...], part: tuple[str, ...]) -> Iterator[int]:
    last = len(syllables) - len(part)
    return (at for at in range(last + 1) if syllables[at : at + len(part)] == part)


def _is_number(syllable: str) -> bool:
    return syllable.isdecimal() or bool(re.fullmatch(r"[ivx]+", syllable))


@lru_cache(maxsize=1 << 12)
def _pad(text: str) -> str:
    """Return *text* in lower case with single blanks, and a bar for what parts its phrases."""
    parted = re.sub(r"[^\w\s]+", f" {_STOP} ", name_key(text))
    return f" {' '.join(parted.split())} "


@cache
def _frames() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row["word"].split()) for row in load("title_frames"))


@cache
def _sayings() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    return tuple(
        (
            tuple(_pad(row["subject"]).split()),
            tuple(_pad(s).strip() for s in row["said"].split(";")),
        )
        for row in load("subject_words")
    )
