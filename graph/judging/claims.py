"""A holding as one source states it, its dates as days: what persons and tenures are judged by."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Final

from canbo.graph.judging.ledger import Key
from canbo.graph.reading.model import Status
from canbo.spelling import fold, parse_date


@dataclass(frozen=True, slots=True)
class When:
    """A day, or the first and the last day of a month or a year."""

    first: date
    last: date


class Force(StrEnum):
    """What a status says of the holding on its date (R2); the table is in ``tenures.py``."""

    HOLDS = "holds"
    STARTS = "starts"
    ENDS = "ends"
    ENDED = "ended"
    NOTHING = "nothing"


_FORCES: Final = {
    Status.CURRENT: Force.HOLDS,
    Status.ACTING: Force.HOLDS,
    Status.ELECTED: Force.STARTS,
    Status.APPOINTED: Force.STARTS,
    Status.DISMISSED: Force.ENDS,
    Status.RETIRED: Force.ENDS,
    Status.DISCIPLINED: Force.HOLDS,
    Status.FORMER: Force.ENDED,
    Status.PROPOSED: Force.NOTHING,
}
_REMOVALS: Final = ("cach chuc", "khai tru", "cach het", "bai nhiem", "buoc thoi viec")
"""Sanctions that end a holding; a reprimand or a warning does not."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One holding that one source states.

    *attestations* are the IRIs of its attestations, one for each passage, and *key* its place in
    the ledger. *post* and *organisation* are IRIs. *when* is the date of the act or state,
    *is_dated* whether the source gives it: else it is the date the source speaks of. *event* is the
    IRI of the congress or session that made the choice.
    """

    attestations: tuple[str, ...]
    key: Key
    post: str
    organisation: str
    status: Status
    force: Force
    when: When | None = None
    is_dated: bool = False
    since: When | None = None
    until: When | None = None
    term: str | None = None
    event: str | None = None

    @property
    def attestation(self) -> str:
        """The first attestation, which also tells the claim from all others."""
        return self.attestations[0]

    @property
    def is_acting(self) -> bool:
        """Whether the post is held for the time being; such a tenure is one of its own."""
        return self.status is Status.ACTING

    @property
    def source(self) -> str:
        """The IRI of the source."""
        return self.key.source

    @property
    def begin(self) -> When | None:
        """When it began, where the source dates that."""
        if self.since:
            return self.since
        return self.when if self.force is Force.STARTS and self.is_dated else None

    @property
    def finish(self) -> When | None:
        """When it ended, where the source dates that."""
        if self.until:
            return self.until
        return self.when if self.force is Force.ENDS and self.is_dated else None

    @property
    def place(self) -> date | None:
        """Its place in the line of what is said of one person in one post."""
        if self.force in {Force.ENDS, Force.ENDED}:
            span = self.until or self.since or self.when
            return span.last if span else None
        span = self.since or self.when or self.until
        return span.first if span else None


@cache
def parse_when(written: str | None) -> When | None:
    """Return the days that an ISO date, month or year covers; None for what is none.

    >>> parse_when("2022-02").last
    datetime.date(2022, 2, 28)
    """
    parsed = parse_date(written) if written else None
    return When(parsed.first, parsed.last) if parsed else None


def judge_force(
    status: Status, sanction: str | None, when: When | None = None, until: When | None = None
) -> Force:
    """Return what a *status* says; a discipline ends the holding if its *sanction* is a removal.

    A holding that went on *until* some day before *when* it is spoken of has ended.

    >>> judge_force(Status.DISCIPLINED, "Cách chức"), judge_force(Status.DISCIPLINED, "Cảnh cáo")
    (<Force.ENDS: 'ends'>, <Force.HOLDS: 'holds'>)
    """
    force = _FORCES[status]
    if status is Status.DISCIPLINED and sanction:
        said = fold(sanction)
        if any(removal in said for removal in _REMOVALS):
            force = Force.ENDS
    is_past = when is not None and until is not None and until.last < when.first
    return Force.ENDED if is_past and force in {Force.HOLDS, Force.ENDS} else force
