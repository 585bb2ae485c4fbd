"""Whose term a ``nhiệm kỳ`` is: of the committee, the council or the front it stands behind.

A ward committee's term goes to its Party posts, not to the posts of the council and of the
administration that are held along with them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from canbo.graph.reading.event_mentions import Placed, outermost, place_bodies
from canbo.graph.reading.lexicon import load
from canbo.graph.reading.model import BodyMention, Span
from canbo.graph.reading.posts import title_before
from canbo.graph.reading.terms import TermMention
from canbo.graph.reading.text import View

_NEAR = 90  # characters from a body to its term, with the number of its congress between
_SHORT = 40  # characters from ``Đại hội`` to its term
_LONG = 60  # characters of a body's name with what leads to it
_APART = re.compile(r"[.;:!?]|\n")


@dataclass(frozen=True, slots=True)
class OwnedTerm:
    """A term at ``[start, end)`` of the view; *owner* is the body it is of, empty if none is named.

    *is_of_all* says that several units are named (``UBND hai tỉnh A và B``), *is_of_congress* that
    it is the term a congress opens, whose body is not named there (``mở Đại hội nhiệm kỳ ...``),
    *is_of_post* that it is said of one post in the body (``Chủ tịch UBND tỉnh A nhiệm kỳ ...``).
    """

    start: int
    end: int
    years: str
    owner: str = ""
    is_of_all: bool = False
    is_of_congress: bool = False
    is_of_post: bool = False


def own_terms(
    view: View, terms: Sequence[TermMention], bodies: Sequence[BodyMention], cited: Sequence[Span]
) -> tuple[OwnedTerm, ...]:
    """Return the *terms* with years, each with its body; those in *cited* names are left out."""
    if not any(term.years for term in terms):
        return ()
    placed = [(body.end, body) for body in outermost(place_bodies(view, bodies))]
    masked = sorted((span.start, span.end) for span in cited)
    owned: list[OwnedTerm] = []
    index = mask = 0
    for term in terms:
        while index < len(placed) and placed[index][0] <= term.start:
            index += 1
        while mask < len(masked) and masked[mask][1] <= term.start:
            mask += 1
        if term.years is None or (mask < len(masked) and masked[mask][0] <= term.start):
            continue
        owned.append(_own(view.text, term, placed[:index][-3:]))
    return tuple(owned)


def _own(text: str, term: TermMention, before: Sequence[tuple[int, Placed]]) -> OwnedTerm:
    years = term.years or ""
    for end, body in reversed(before):
        between = text[end : term.start]
        if len(between) > _NEAR or _APART.search(between):
            break
        if kinds_of(body.name) and not _is_issuer(text, end, between):
            is_of_all = bool(re.search(r"\b(?:và|hai|ba|các)\b", between))
            of_post = bool(title_before(text, body.start))
            return OwnedTerm(term.start, term.end, years, body.name, is_of_all, is_of_post=of_post)
    lead = text[max(0, term.start - _SHORT) : term.start].lower()
    return OwnedTerm(term.start, term.end, years, is_of_congress="đại hội" in lead)


def _is_issuer(text: str, end: int, between: str) -> bool:
    """Whether the body only issued what is carried out: ``theo Kế hoạch của X, mở Đại hội``."""
    lead = text[max(0, end - _LONG) : end]
    return "đại hội" in between.lower() and "," in between and " của " in lead


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = load("term_bodies")
    return tuple((row["kind"], re.compile(row["pattern"])) for row in rows)


@lru_cache(maxsize=4096)
def kinds_of(body: str) -> frozenset[str]:
    """Return what kinds of elected body *body* is, or is an organ of.

    >>> sorted(kinds_of("HĐND và UBND phường Tương Mai")), sorted(kinds_of("Sở Y tế"))
    (['administration', 'council'], [])
    """
    name = body.lower()
    return frozenset(kind for kind, pattern in _kinds() if pattern.match(name))


_HEADS = frozenset("ủy bộ tỉnh phố quận huyện xã phường trấn hđnd ubnd đoàn nam khu".split())


def is_of(term: OwnedTerm, body: str) -> bool:
    """Return whether *term* is the one of *body*: of its kind, and of its place."""
    if not kinds_of(term.owner) & kinds_of(body):
        return False
    one, other = (name.lower().split()[-2:] for name in (term.owner, body))
    if term.is_of_all:
        return True
    last = [words[-1:] if words[0] in _HEADS else words for words in (one, other)]
    return last[0][-1] == last[1][-1] and (len(last[0]) != len(last[1]) or last[0] == last[1])


_BY_COUNCILS = frozenset({"council", "administration", "assembly", "state"})


def may_be(term: OwnedTerm, body: str) -> bool:
    """Return whether *term* is a congress's of which only the text at large says whose it is."""
    kinds = kinds_of(body)
    return term.is_of_congress and not term.owner and bool(kinds) and not kinds & _BY_COUNCILS
