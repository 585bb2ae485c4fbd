"""Which mentions are one person: clusters of the people of each text, with the reasons.

Within a text the canonical full name decides. Across texts a name alone never does. Two people of
one name are the same where

- a human decided so (``decisions.csv``), or
- both are stated to hold the same post in the same organisation and nothing speaks against it, or
- both hold posts in which the register knows one and the same public official, or
- both lead one organisation, or the organs that govern one unit, within one term of each other.

A seat that many hold at a time (a member of the Central Committee, a deputy of a province) joins
nobody. A name without accents is the only accented one of its circle, or a name of its own.

Against it speak a human's decision, more than ten years between the two statements (two terms, as
long as anybody stays in one post by rule), and a post that one text says was left before another
has it held. All else stays apart: two people too many can be joined later, while two that were
joined cannot be told apart. Who heads an organisation by turns with a deputy of one name is two.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, TypeAlias

from canbo.graph.judging.claims import Claim, Force
from canbo.graph.judging.decisions import Decisions
from canbo.graph.judging.ledger import Key
from canbo.graph.judging.standing import (
    UNKNOWN,
    Standing,
    find_alternating,
    may_follow,
    sort_out,
)
from canbo.spelling import fold, name_key

LONGEST_IN_POST: Final = timedelta(days=10 * 365 + 3)
"""Ten years: two terms."""

LATE_WORD: Final = timedelta(days=183)
"""How long after one source has it left another may have a post held: some tell of it ahead, some
late, and two who bear one name hardly follow each other in one post within half a year."""

Office: TypeAlias = tuple[str, str, str]
"""A name key and the IRIs of a post and its organisation."""

_Circle: TypeAlias = tuple[str, str]
"""A name key, and an organisation or a unit that people lead."""


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
    locals_: Iterable[Local],
    officials: Mapping[Office, str],
    decisions: Decisions,
    standings: Mapping[str, Standing],
) -> tuple[Person, ...]:
    """Return the persons that *locals_* are, in order of their first mentions.

    *officials* names, for each office that the register knows a holder of, that official;
    *standings*, for each post, what it tells of who holds it.
    """
    people = sorted(locals_, key=lambda local: local.key)
    clusters = _Clusters(len(people))
    _follow_decisions(people, clusters, decisions)
    told = list(_tell(people, standings))
    _join_holders(told, clusters)
    _join_circles(told, clusters)
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


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim: who makes it (a place), the name that counts, what the post tells."""

    place: int
    name: str
    claim: Claim
    standing: Standing


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


def _tell(people: Sequence[Local], standings: Mapping[str, Standing]) -> Iterator[_Told]:
    """Yield all claims that can join, each under the name it counts as."""
    accented: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    claims = [
        (place, name_key(local.key.label), claim, standings.get(claim.post, UNKNOWN))
        for place, local in enumerate(people)
        for claim in local.claims
    ]
    for _, name, claim, standing in claims:
        if not name.isascii():
            accented[fold(name), _widest(claim, standing)].add(name)
    for place, name, claim, standing in claims:
        if not standing.is_wide:
            spelt = accented[fold(name), _widest(claim, standing)]
            yield _Told(place, sort_out([name], spelt)[name], claim, standing)


def _widest(claim: Claim, standing: Standing) -> str:
    return standing.circles[-1] if standing.circles else claim.organisation


def _join_holders(told: Iterable[_Told], clusters: _Clusters) -> None:
    """Join those of one name in one post, each to the nearest in time."""
    holders: defaultdict[Office, list[_Told]] = defaultdict(list)
    for one in told:
        holders[one.name, one.claim.post, one.claim.organisation].append(one)
    for office in sorted(holders):
        for earlier, later in pairwise(sorted(holders[office], key=_by_time)):
            if contradict(earlier.claim, later.claim) is None:
                clusters.join(earlier.place, later.place, "cùng tên, cùng chức vụ ở cùng tổ chức")


def _join_circles(told: Iterable[_Told], clusters: _Clusters) -> None:
    """Join those of one name who lead one organisation, or one unit, one after the other."""
    circles: defaultdict[_Circle, list[_Told]] = defaultdict(list)
    for one in told:
        for circle in one.standing.circles:
            circles[one.name, circle].append(one)
    by_turns = _find_turns(circles)
    for name, circle in sorted(circles.keys() - by_turns):
        for earlier, later in pairwise(sorted(circles[name, circle], key=_by_time)):
            if earlier.claim.post == later.claim.post:
                continue  # one post has a rule of its own
            if may_follow(earlier.claim, later.claim):
                clusters.join(earlier.place, later.place, "cùng tên, kế tiếp nhau trong lãnh đạo")


def _find_turns(circles: Mapping[_Circle, Iterable[_Told]]) -> set[_Circle]:
    """Return the circles in which a head and a deputy of one name are told of by turns."""
    found: set[_Circle] = set()
    for name, circle in sorted(circles):
        line = sorted(circles[name, circle], key=_by_time)
        own = [(one.claim, one.standing) for one in line if one.claim.organisation == circle]
        if find_alternating(own):
            found |= {(name, wider) for one in line for wider in one.standing.circles}
    return found


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


def _by_time(told: _Told) -> tuple[date, str]:
    return (told.claim.place or date.min, told.claim.attestation)
