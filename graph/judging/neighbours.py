"""What narrows a stretch from outside: the life of the organisation, and who held the seat else.

R3  nobody holds a post in an organisation after its last day
R4  in a one-seat post who came before had ended when the next certainly held it, and who came after
    began no earlier than the one before certainly held it

Each bound rests on what it follows from: R3 on the organisation, or on what texts say became of it,
R4 on the attestations behind the neighbour's bound. A bound that what is attested of the stretch
itself speaks against is not put: that is a contradiction, which ``canbo check`` shows, and which is
not repaired by guessing.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from canbo.graph.judging.bounds import Bound, BoundName
from canbo.graph.judging.tenures import Stretch

_ORDER: Final[tuple[BoundName, ...]] = ("startEarliest", "startLatest", "endEarliest", "endLatest")


def end_with_organisation(
    stretch: Stretch, grounds: tuple[str, ...], ended: date | None
) -> Stretch:
    """Return *stretch* bounded by the last day of its organisation, by R3.

    *grounds* are the IRIs of what says when that was.
    """
    if ended is None:
        return stretch
    return _narrow(stretch, Bound("endLatest", ended, "R3", grounds))


def bound_by_neighbours(held: Sequence[tuple[str, Stretch]]) -> list[Stretch]:
    """Return the stretches of one one-seat post, each with its person, bounded by R4, in order.

    Neighbours are those who certainly held the post on some day. Who comes after whom is known
    where one was there before the other; on a common day, where it is the last of the one or the
    first of the other. Two of whom that cannot be told leave each other alone. Takes as good as
    linear time: only stretches of the same person are ever passed over.
    """
    placed = [_place(person, stretch) for person, stretch in held]
    certain = [place for place in placed if place and place.is_certain]
    by_first = sorted(certain, key=lambda place: (place.first, place.grounds))
    by_last = sorted(certain, key=lambda place: (place.last, place.grounds))
    firsts = [place.first for place in by_first]
    lasts = [place.last for place in by_last]
    found: list[Stretch] = []
    for (_, stretch), place in zip(held, placed, strict=True):
        bounded = stretch
        if place:
            later = (by_first[at] for at in range(bisect_left(firsts, place.last), len(firsts)))
            earlier = (by_last[at] for at in reversed(range(bisect_right(lasts, place.first))))
            after = next((other for other in later if place.precedes(other)), None)
            before = next((other for other in earlier if other.precedes(place)), None)
            if after:
                bounded = _take_over(bounded, "endLatest", after.bounds["startLatest"])
            if before:
                bounded = _take_over(bounded, "startEarliest", before.bounds["endEarliest"])
        found.append(bounded)
    return found


@dataclass(frozen=True, slots=True)
class _Place:
    """A stretch in the line of a post: it was there at some time from *first* to *last*."""

    person: str
    first: date
    last: date
    bounds: dict[BoundName, Bound]

    @property
    def is_certain(self) -> bool:
        """Whether there is a day on which the post was certainly held."""
        return self.bounds["startLatest"].date <= self.bounds["endEarliest"].date

    @property
    def grounds(self) -> tuple[str, ...]:
        """What tells it from all others, whatever the order of sources."""
        return self.bounds["startLatest"].attestations

    def precedes(self, other: "_Place") -> bool:
        """Whether it was certainly over when the *other* person's began."""
        if self.person == other.person or self.last > other.first:
            return False
        if self.last < other.first:
            return True
        return self.hands_over(other) and not (other.last == self.first and other.hands_over(self))

    def hands_over(self, other: "_Place") -> bool:
        """Whether the day they have in common is the last of this or the first of the *other*."""
        end, start = self.bounds.get("endLatest"), other.bounds.get("startEarliest")
        return bool((end and end.date == self.last) or (start and start.date == other.first))


def _place(person: str, stretch: Stretch) -> _Place | None:
    """Return the place of *stretch*; None where nothing says that it was there by some day."""
    bounds: dict[BoundName, Bound] = {bound.name: bound for bound in stretch.bounds}
    begun, still = bounds.get("startLatest"), bounds.get("endEarliest")
    if begun is None or still is None:
        return None
    first, last = sorted((begun.date, still.date))
    return _Place(person, first, last, bounds)


def _take_over(stretch: Stretch, name: BoundName, neighbour: Bound) -> Stretch:
    """Return *stretch* with the bound that a neighbour's bound gives."""
    return _narrow(stretch, Bound(name, neighbour.date, "R4", neighbour.attestations))


def _narrow(stretch: Stretch, new: Bound) -> Stretch:
    """Return *stretch* with the bound *new*, unless it says no more, or against what is known."""
    bounds: dict[BoundName, Bound] = {bound.name: bound for bound in stretch.bounds}
    old = bounds.get(new.name)
    is_end = new.name == "endLatest"
    if old and (old.date <= new.date if is_end else old.date >= new.date):
        return stretch
    if any(_is_against(new, other) for other in bounds.values()):
        return stretch
    bounds[new.name] = new
    return replace(stretch, bounds=_in_order(bounds.values()))


def _is_against(new: Bound, other: Bound) -> bool:
    """Whether no stretch can have both bounds."""
    if new.name == "endLatest":
        return other.name != "endLatest" and other.date > new.date
    return other.name not in {"startEarliest", "endEarliest"} and other.date < new.date


def _in_order(bounds: Iterable[Bound]) -> tuple[Bound, ...]:
    return tuple(sorted(bounds, key=lambda bound: _ORDER.index(bound.name)))
