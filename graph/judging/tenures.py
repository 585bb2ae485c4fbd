"""From all that is said of one person in one post to unbroken stretches, the tenures.

A text attests, it rarely dates: two days on which a person is attested in a post are one stretch
(R1) unless there lies between them

- an attested end, or a dated start,
- a term boundary of the body, or the texts name two different terms,
- another holder of a one-seat post,
- or more than five years.

What a text says in passing never holds beyond the end that the same text reports. How the bounds
of a stretch follow is in ``bounds.py``, how its surroundings narrow it (R3, R4) in
``neighbours.py``.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from canbo.graph.judging.bounds import SAME_ACT, Bound, derive_bounds
from canbo.graph.judging.claims import Claim, Force

LONGEST_SILENCE: Final = timedelta(days=5 * 365 + 2)
"""Five years, a term: attestations further apart do not vouch for what lies between them."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One unbroken holding of a post, as far as can be told."""

    claims: tuple[Claim, ...]
    bounds: tuple[Bound, ...]

    @property
    def term(self) -> str | None:
        """The term the texts name for it."""
        return next((claim.term for claim in self.claims if claim.term), None)


@dataclass(frozen=True, slots=True)
class Seat:
    """All days on which a one-seat post is certainly held, by whom, in order of their first day."""

    holders: Sequence[tuple[date, date, str]] = ()

    def is_held_between(self, person: str, after: date, before: date) -> bool:
        """Whether somebody else than *person* holds it after the one day and before the other."""
        for first, last, holder in self.holders[bisect_right(self.holders, after, key=_first) :]:
            if first >= before:
                return False
            if holder != person and last < before:
                return True
        return False


def find_stretches(
    claims: Iterable[Claim],
    person: str = "",
    boundaries: Sequence[date] = (),
    seat: Seat | None = None,
) -> tuple[Stretch, ...]:
    """Return the stretches of *person* in one post, with bounds by R1 and R2, in their order.

    *claims* all speak of that person, post and kind of tenure. *boundaries* are the days, sorted,
    on which terms of the body begin; *seat* is for a one-seat post.
    """
    runs: list[_Run] = []
    for claim in _put_in_order(claims):
        if not runs or runs[-1].is_parted_from(claim, person, boundaries, seat or Seat()):
            runs.append(_Run())
        runs[-1].take(claim)
    return tuple(Stretch(tuple(run.claims), derive_bounds(run.claims)) for run in runs)


class _Run:
    """A stretch in the making."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self.seen: date | None = None  # the last day on which it is attested
        self.held: date | None = None  # the first such day that is no start
        self.started: date | None = None
        self.ended: date | None = None
        self.term: str | None = None

    def take(self, claim: Claim) -> None:
        """Add *claim*."""
        self.claims.append(claim)
        self.term = self.term or claim.term
        if claim.force is not Force.ENDED and (last := claim.until or claim.when):
            self.seen = max(self.seen or last.last, last.last)
        if claim.force is Force.HOLDS and claim.when:
            self.held = min(self.held or claim.when.last, claim.when.last)
        if claim.begin:
            self.started = max(self.started or claim.begin.last, claim.begin.last)
        if claim.until or claim.force in {Force.ENDS, Force.ENDED}:
            self.ended = self.ended or (claim.until.last if claim.until else claim.place)

    def is_parted_from(
        self, claim: Claim, person: str, boundaries: Sequence[date], seat: Seat
    ) -> bool:
        """Whether *claim*, next in order, begins another stretch."""
        if self.term and claim.term and self.term != claim.term:
            return True
        if claim.place is None:
            return False
        if self._ended_before(claim) or self._starts_anew(claim):
            return True
        held = None if claim.force is Force.ENDED else claim.since or claim.when
        return (
            held is not None
            and self.seen is not None
            and self.seen < held.first
            and _is_broken(self.seen, held.first, person, boundaries, seat)
        )

    def _ended_before(self, claim: Claim) -> bool:
        if self.ended is None or claim.place is None:
            return False
        if claim.force in {Force.HOLDS, Force.STARTS}:
            return claim.place > self.ended
        # Another text that reports the end again reports the same end, unless it dates another.
        told = claim.since or (claim.finish if claim.force is Force.ENDS else None)
        return told is not None and told.first > self.ended + SAME_ACT

    def _starts_anew(self, claim: Claim) -> bool:
        if claim.begin is None:
            return False
        was_held = self.held is not None and self.held < claim.begin.first
        return was_held or (
            self.started is not None and self.started + SAME_ACT < claim.begin.first
        )


def _is_broken(
    seen: date, first: date, person: str, boundaries: Sequence[date], seat: Seat
) -> bool:
    """Whether something lies between two days on which *person* is attested."""
    return (
        first - seen > LONGEST_SILENCE
        or bisect_right(boundaries, first) > bisect_right(boundaries, seen)
        or seat.is_held_between(person, seen, first)
    )


_ORDER: Final = {Force.STARTS: 0, Force.HOLDS: 1, Force.ENDS: 2, Force.ENDED: 3}


def _put_in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Return what gives a tenure, in order of time; what has no date at all comes last."""
    kept = _end_with_the_text([claim for claim in claims if claim.force is not Force.NOTHING])
    return sorted(
        kept,
        key=lambda claim: (
            claim.place is None,
            claim.place or date.min,
            _ORDER[claim.force],
            claim.attestation,
        ),
    )


def _end_with_the_text(claims: Sequence[Claim]) -> list[Claim]:
    """Let what a text says in passing hold no longer than the end which that text reports."""
    ends = {
        claim.source: claim.when
        for claim in sorted(claims, key=lambda claim: claim.attestation)
        if claim.force is Force.ENDS and claim.when
    }
    return [
        replace(claim, when=end)
        if claim.force is Force.HOLDS
        and not claim.is_dated
        and claim.when
        and (end := ends.get(claim.source))
        and end.last < claim.when.first
        else claim
        for claim in claims
    ]


def _first(holder: tuple[date, date, str]) -> date:
    return holder[0]
