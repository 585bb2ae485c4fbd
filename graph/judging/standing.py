"""What a post tells of who holds it: how few it can be, and in which circle they move.

A *circle* is a small number of people who follow each other: those who lead one organisation, and
those who lead the Party committee, the People's Committee and the People's Council of one unit.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from canbo.graph.judging.claims import Claim, Force

NEXT_POST: Final = timedelta(days=5 * 365 + 2)
"""One term: how far apart two posts of one career are at most, for a circle to join them."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A post among others.

    *is_wide* where so many hold it at a time that two of one name are likely. *circles* are the
    organisation and the unit it helps to lead, the smaller first, each named where it is known
    which one is meant (many communes share a name). *is_head* where it leads the organisation.
    """

    is_wide: bool = False
    circles: tuple[str, ...] = ()
    is_head: bool = False


UNKNOWN: Final = Standing()
"""The standing of a post of which nothing is known."""


def find_alternating(claims: Iterable[tuple[Claim, Standing]]) -> bool:
    """Whether the head's post and another of one organisation are held by turns.

    Nobody goes back and forth between them: *claims*, all of one name and organisation and in order
    of time, then speak of two people.
    """
    turns: list[bool] = []
    for claim, standing in claims:
        if claim.force is Force.HOLDS and turns[-1:] != [standing.is_head]:
            turns.append(standing.is_head)
    return len(turns) > len((False, True))


def may_follow(earlier: Claim, later: Claim) -> bool:
    """Whether *later* can be the next post of who makes the claim *earlier*, or the same."""
    if earlier.place is None or later.place is None:
        return False
    return later.place - earlier.place <= NEXT_POST


def sort_out(names: Sequence[str], accented: Iterable[str]) -> dict[str, str]:
    """Return which name key each of *names* counts as, all being one when their accents are gone.

    One without accents counts as the only *accented* spelling of the circle, if it is the only one:
    Hung may be Hùng, or Hưng.

    >>> sort_out(["le hung", "lê hùng"], ["lê hùng"])
    {'le hung': 'lê hùng', 'lê hùng': 'lê hùng'}
    >>> sort_out(["le hung"], ["lê hùng", "lê hưng"])
    {'le hung': 'le hung'}
    """
    spelt = set(accented)
    only = next(iter(spelt)) if len(spelt) == 1 else ""
    return {name: only if only and name.isascii() else name for name in names}
