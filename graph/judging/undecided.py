"""People of one name who may be one person: what speaks for it and against it, and the outcome.

Clusters that no rule joined (``identity.py``) are compared within their name key, each with the few
next to it in time, so that the work grows with the number of people and not with its square. One
whose name no text writes with its accents is compared with the bearers of each name it may stand
for. The outcome is *different* where something speaks against and nothing for, else *undecided*:
that is an answer, kept until a human decides.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from canbo.graph.judging.ledger import Key
from canbo.spelling import fold, name_key

Outcome: TypeAlias = Literal["different", "undecided"]

_NEXT: Final = 5
"""With how many people next in time each is compared."""
_ADJACENT_YEARS: Final = 5
_CAREER_YEARS: Final = 45


@dataclass(frozen=True, slots=True)
class Career:
    """A person as the graph knows them: *places* are units, the days ISO dates or empty.

    *first* and *last* are the first and the last day on which a post is certainly held.
    """

    iri: str
    mentions: tuple[Key, ...]
    organisations: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    first: str = ""
    last: str = ""

    @property
    def founding(self) -> Key:
        """The first mention, by which a decision names the person."""
        return self.mentions[0]

    @property
    def name(self) -> str:
        """The key of the name, with its accents where any mention has them."""
        keys = [name_key(mention.label) for mention in self.mentions]
        return next((key for key in keys if not key.isascii()), keys[0])


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two people of one name, what speaks for and against their being one, and the outcome."""

    one: Career
    other: Career
    outcome: Outcome
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]


def find_doubts(careers: Iterable[Career]) -> list[Doubt]:
    """Return each two people of one name who are next to each other in time, sorted."""
    blocks: defaultdict[str, list[Career]] = defaultdict(list)
    for career in careers:
        blocks[career.name].append(career)
    spelt: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(blocks):
        if not name.isascii():
            spelt[fold(name)].append(name)
    found: list[Doubt] = []
    for name in sorted(blocks):
        found += _compare(blocks[name], blocks[name])
        if name.isascii():
            for other in spelt[fold(name)]:
                found += _compare(blocks[name], blocks[other])
    return found


def weigh(one: Career, other: Career) -> Doubt:
    """Return what speaks for and against the two being one person, and what follows.

    >>> an, binh = (Career(x, (Key(x, 0, 1, "An"),), places=frozenset({x})) for x in "ab")
    >>> weigh(an, binh).outcome
    'undecided'
    """
    speaks_for = tuple(_speak_for(one, other))
    speaks_against = tuple(_speak_against(one, other))
    outcome: Outcome = "different" if speaks_against and not speaks_for else "undecided"
    return Doubt(one, other, outcome, speaks_for, speaks_against)


def _compare(these: Sequence[Career], those: Sequence[Career]) -> Iterator[Doubt]:
    """Yield each of *these* with the few of *those* next to it in time, each two people once."""
    is_own = these is those
    ordered = sorted(those, key=_by_time)
    for place, one in enumerate(sorted(these, key=_by_time)):
        if is_own:
            near = ordered[place + 1 : place + 1 + _NEXT]
        else:
            at = bisect_left(ordered, _by_time(one), key=_by_time)
            near = ordered[max(0, at - _NEXT) : at + _NEXT]
        for other in near:
            yield weigh(one, other)


def _by_time(career: Career) -> tuple[str, str]:
    return (career.first or career.last, career.iri)


def _speak_for(one: Career, other: Career) -> Iterator[str]:
    if one.organisations & other.organisations:
        yield "cùng tên, cùng tổ chức"
    elif one.places & other.places:
        yield "cùng tên, cùng địa bàn"
    gap = _gap_years(one, other)
    if gap is not None and 0 <= gap <= _ADJACENT_YEARS and one.places & other.places:
        yield "thời gian giữ chức nối tiếp nhau"


def _speak_against(one: Career, other: Career) -> Iterator[str]:
    gap = _gap_years(one, other)
    are_apart = bool(one.places and other.places and not one.places & other.places)
    if gap is not None and gap < 0 and are_apart:
        yield "cùng lúc giữ chức ở hai địa bàn khác nhau"
    if gap is not None and gap > _CAREER_YEARS:
        yield "hai thời gian giữ chức cách nhau quá một đời công tác"


def _gap_years(one: Career, other: Career) -> float | None:
    """Return the years between what is certain of the two; negative where they overlap."""
    if not (one.first and one.last and other.first and other.last):
        return None
    if max(one.first, other.first) <= min(one.last, other.last):
        return -1.0
    begin, end = max(one.first, other.first), min(one.last, other.last)
    return float(int(begin[:4]) - int(end[:4]))
