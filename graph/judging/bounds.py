"""The four bounds of a tenure, from what is said of one stretch of it.

On day D the answer is certain iff ``startLatest <= D <= endEarliest``, no iff ``D < startEarliest``
or ``D > endLatest``, else possible; a missing bound bounds nothing. A month or a year counts from
its first to its last day.

R1  who holds a post on D began by then and ended no earlier
R2  by status, on the date of the act, or of the text where it gives none:

    =========================================  ===============================================
    current, acting; reprimanded, warned       startLatest <= D <= endEarliest (as R1)
    elected, appointed                         startEarliest = startLatest = D <= endEarliest
    dismissed, retired, removed as discipline  startLatest <= D = endEarliest = endLatest
    former                                     endLatest <= D
    proposed                                   no tenure
    =========================================  ===============================================

    ``from`` and ``to`` of a text are dated starts and ends
R6  each bound keeps the rule and the attestations it came from

A dated act outranks a reported one. Acts that texts date no more than 90 days apart are one act: it
lies in the days all agree on, or else anywhere from the first to the last; of acts further apart
the first counts. Of texts that only report an act the earliest counts, and none that comes after a
text which knows the post as held, or as left, already.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal, TypeAlias

from canbo.graph.judging.claims import Claim, Force, When

BoundName: TypeAlias = Literal["startEarliest", "startLatest", "endEarliest", "endLatest"]

SAME_ACT: Final = timedelta(days=90)
"""How far apart texts may date one election or dismissal: decided, approved, in effect."""


@dataclass(frozen=True, slots=True)
class Bound:
    """One bound of a stretch, the rule that gave it and the attestations it rests on."""

    name: BoundName
    date: date
    rule: str
    attestations: tuple[str, ...]


def derive_bounds(claims: Sequence[Claim]) -> tuple[Bound, ...]:
    """Return the bounds that the *claims* of one stretch give, by R1 and R2."""
    started = _find_starts(claims)
    ended = _find_ends(claims)
    held = [
        _Hint(claim.when, claim, "R1")
        for claim in claims
        if claim.force is Force.HOLDS and claim.when
    ]
    reported = [_Hint(claim.when, claim) for claim in claims if _is_reported(claim) and claim.when]
    chosen = (
        _choose("startEarliest", started, min, _first_of),
        _choose("startLatest", [*held, *started, *ended], min, _last_of),
        _choose("endEarliest", [*held, *started, *reported, *ended], max, _first_of),
        _choose("endLatest", [*ended, *_find_left(claims)], min, _last_of),
    )
    return tuple(bound for bound in chosen if bound)


@dataclass(frozen=True, slots=True)
class _Hint:
    """Days within which something happened or was so, and the claim that says it."""

    when: When
    claim: Claim
    rule: str = "R2"


def _is_reported(claim: Claim) -> bool:
    """Whether *claim* tells of an election or appointment without its date."""
    return claim.force is Force.STARTS and not claim.is_dated


def _find_starts(claims: Sequence[Claim]) -> list[_Hint]:
    """Return what says when the stretch began: dated starts, else the first report of one."""
    dated = [_Hint(claim.begin, claim) for claim in claims if claim.begin]
    reported = [_Hint(claim.when, claim) for claim in claims if _is_reported(claim) and claim.when]
    held = [claim.when.last for claim in claims if claim.force is Force.HOLDS and claim.when]
    fresh = [hint for hint in reported if not held or hint.when.first <= min(held)]
    return _agree(dated) if dated else _take_earliest(fresh)


def _find_ends(claims: Sequence[Claim]) -> list[_Hint]:
    """Return what says when the stretch ended: dated ends, else the first report of one."""
    dated = [_Hint(claim.finish, claim) for claim in claims if claim.finish]
    reported = [
        _Hint(claim.when, claim) for claim in claims if claim.force is Force.ENDS and claim.when
    ]
    left = [hint.when.last for hint in _find_left(claims)]
    fresh = [hint for hint in reported if not left or hint.when.last <= min(left)]
    return _agree(dated) if dated else _take_earliest(fresh)


def _find_left(claims: Sequence[Claim]) -> list[_Hint]:
    """Return what says that the post was left before some day, unless an end is dated."""
    if any(claim.finish for claim in claims):
        return []
    return [
        _Hint(claim.when, claim) for claim in claims if claim.force is Force.ENDED and claim.when
    ]


def _agree(hints: Sequence[_Hint]) -> list[_Hint]:
    """Return the first act of *hints*: the days all agree on, or all from the first to the last."""
    limit = min(hint.when.last for hint in hints) + SAME_ACT
    same = [hint for hint in hints if hint.when.first <= limit]
    first, last = max(hint.when.first for hint in same), min(hint.when.last for hint in same)
    if first > last:
        first, last = min(hint.when.first for hint in same), max(hint.when.last for hint in same)
    return [replace(hint, when=When(first, last)) for hint in same]


def _take_earliest(hints: Sequence[_Hint]) -> list[_Hint]:
    earliest = min((hint.when.last for hint in hints), default=None)
    return [hint for hint in hints if hint.when.last == earliest]


def _first_of(hint: _Hint) -> date:
    return hint.when.first


def _last_of(hint: _Hint) -> date:
    return hint.when.last


def _choose(
    name: BoundName,
    hints: Sequence[_Hint],
    best: Callable[[Iterable[date]], date],
    side: Callable[[_Hint], date],
) -> Bound | None:
    """Return the tightest date of *hints* with all that give it."""
    if not hints:
        return None
    chosen = best(side(hint) for hint in hints)
    giving = [hint for hint in hints if side(hint) == chosen]
    rule = "R2" if any(hint.rule == "R2" for hint in giving) else "R1"
    grounds = {attestation for hint in giving for attestation in hint.claim.attestations}
    return Bound(name, chosen, rule, tuple(sorted(grounds)))
