"""Which mentions are one person: clusters of the people of each text, with the reasons.

Within a text the canonical full name decides. Across texts a name alone never does. Two people of
one name are the same where

- a human decided so (``decisions.csv``), or
- both are stated to hold the same post in the same organisation and nothing speaks against it, or
- both hold posts in which the register knows one and the same public official.

Against it speak a human's decision, more than ten years between the two statements (two terms, as
long as anybody stays in one post by rule), and a post that one text says was left before another
has it held. All else stays apart: two people too many can be joined later, while two that were
joined cannot be told apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, TypeAlias

from canbo.graph.judging.claims import Claim, Force
from canbo.graph.judging.decisions import Decisions
from canbo.graph.judging.ledger import Key
from canbo.spelling import name_key

LONGEST_IN_POST: Final = timedelta(days=10 * 365 + 3)
"""Ten years: two terms."""

LATE_WORD: Final = timedelta(days=31)
"""How long a text may still call somebody by a post just left."""

Office: TypeAlias = tuple[str, str, str]
"""A name key and the IRIs of a post and its organisation."""


@dataclass(frozen=True, slots=True)
class Local:
    """A person as one text knows them: the first mention, and all that is stated of them."""

    key: Key
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A cluster of people of single texts that are one person, in order of their mentions."""

    locals: tuple[Local, ...]
    reasons: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The spellings of the name, the most frequent first."""
        counted: defaultdict[str, int] = defaultdict(int)
        for local in self.locals:
            counted[local.key.label] += 1
        return tuple(sorted(counted, key=lambda name: (-counted[name], name)))


def identify_persons(
    locals_: Iterable[Local], officials: Mapping[Office, str], decisions: Decisions
) -> tuple[Person, ...]:
    """Return the persons that *locals_* are, in order of their first mentions.

    *officials* names, for each office that the register knows a holder of, that official.
    """
    people = sorted(locals_, key=lambda local: local.key)
    clusters = _Clusters(len(people))
    _follow_decisions(people, clusters, decisions)
    _join_holders(people, clusters)
    _join_officials(people, clusters, officials)
    members = clusters.gather()
    return tuple(
        Person(tuple(people[place] for place in places), tuple(sorted(clusters.why[places[0]])))
        for places in members
    )


def contradict(earlier: Claim, later: Claim) -> str | None:
    """Return what speaks against one person making both claims to one post; None if nothing does.

    *earlier* comes first in time.
    """
    if earlier.place is None or later.place is None:
        return None
    if later.place - earlier.place > LONGEST_IN_POST and later.force is not Force.ENDED:
        return "hơn mười năm giữa hai lần nêu"
    was_left = earlier.force in {Force.ENDS, Force.ENDED}
    if was_left and later.force is Force.HOLDS and later.place - earlier.place > LATE_WORD:
        return "một nguồn nói đã thôi giữ chức trước khi nguồn kia nói còn giữ"
    return None


class _Clusters:
    """Disjoint sets of places, some of which must stay apart."""

    def __init__(self, size: int) -> None:
        self.parent = list(range(size))
        self.foes: defaultdict[int, set[int]] = defaultdict(set)
        self.why: defaultdict[int, set[str]] = defaultdict(set)

    def find(self, place: int) -> int:
        """Return the smallest place of the set that *place* is in."""
        while self.parent[place] != place:
            self.parent[place] = self.parent[self.parent[place]]
            place = self.parent[place]
        return place

    def part(self, one: int, other: int) -> None:
        """Keep the two apart, unless they are together already."""
        one, other = self.find(one), self.find(other)
        if one != other:
            self.foes[one].add(other)
            self.foes[other].add(one)

    def join(self, one: int, other: int, reason: str) -> None:
        """Put the two together for *reason*, unless they must stay apart."""
        one, other = sorted((self.find(one), self.find(other)))
        if other in self.foes[one]:
            return
        if one != other:
            self.parent[other] = one
            for foe in self.foes.pop(other, ()):
                self.foes[foe].discard(other)
                self.foes[foe].add(one)
                self.foes[one].add(foe)
            self.why[one] |= self.why.pop(other, set())
        self.why[one].add(reason)

    def gather(self) -> list[list[int]]:
        """Return the sets, each sorted, in order of their smallest places."""
        sets: defaultdict[int, list[int]] = defaultdict(list)
        for place in range(len(self.parent)):
            sets[self.find(place)].append(place)
        return list(sets.values())


def _follow_decisions(people: Sequence[Local], clusters: _Clusters, decisions: Decisions) -> None:
    """Join and part what a human decided on; what they joined stays joined."""
    places = {local.key: place for place, local in enumerate(people)}
    for one, other in decisions.same:
        if one in places and other in places:
            clusters.join(places[one], places[other], "người đã quyết định")
    for one, other in decisions.different:
        if one in places and other in places:
            clusters.part(places[one], places[other])


def _join_holders(people: Sequence[Local], clusters: _Clusters) -> None:
    """Join those of one name in one post, each to the nearest in time."""
    holders: defaultdict[Office, list[tuple[Claim, int]]] = defaultdict(list)
    for place, local in enumerate(people):
        name = name_key(local.key.label)
        for claim in local.claims:
            holders[name, claim.post, claim.organisation].append((claim, place))
    for office in sorted(holders):
        line = sorted(holders[office], key=_by_time)
        for (earlier, one), (later, other) in pairwise(line):
            if contradict(earlier, later) is None:
                clusters.join(one, other, "cùng tên, cùng chức vụ ở cùng tổ chức")


def _join_officials(
    people: Sequence[Local], clusters: _Clusters, officials: Mapping[Office, str]
) -> None:
    """Join those who hold posts in which the register knows one official."""
    first: dict[str, int] = {}
    for place, local in enumerate(people):
        name = name_key(local.key.label)
        for claim in local.claims:
            official = officials.get((name, claim.post, claim.organisation))
            if official:
                clusters.join(
                    first.setdefault(official, place),
                    place,
                    "sổ đăng ký biết một người giữ các chức vụ này",
                )


def _by_time(held: tuple[Claim, int]) -> tuple[date, str]:
    return (held[0].place or date.min, held[0].attestation)
