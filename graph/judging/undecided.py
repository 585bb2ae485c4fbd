"""People of one name who may be one person: what speaks for it and against it, and the outcome.

Clusters that no rule joined (``identity.py``) are compared within their name key, each with the few
next to it in time, so that the work grows with the number of people and not with its square. The
outcome is *different* where something speaks against and nothing for, else *undecided*: that is an
answer, kept until a human decides.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from canbo.graph.judging.ledger import Key
from canbo.spelling import name_key

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
        blocks[name_key(career.founding.label)].append(career)
    return [doubt for name in sorted(blocks) for doubt in _compare_block(blocks[name])]


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


def _compare_block(block: Sequence[Career]) -> Iterator[Doubt]:
    ordered = sorted(block, key=lambda career: (career.first or career.last, career.iri))
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 : place + 1 + _NEXT]:
            yield weigh(one, other)


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
