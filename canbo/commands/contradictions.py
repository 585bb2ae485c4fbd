"""What in a graph cannot all be true: found by questions on tenures, shown, never repaired.

* ``two-holders``: two people certainly held one seat on a day that is no handover
* ``ends-before-start``: the bounds of a tenure leave no day for it
* ``outside-life``: it was certainly held before the body was founded or after it had ended
* ``impossible-jump``: a person certainly headed two provinces on one day

Each question joins on the tenure or the post, so that it takes as good as linear time.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from pyoxigraph import Store

from canbo.ontology.check import Violation
from canbo.queries.rows import Row
from canbo.queries.targets import select

TWO_HOLDERS: Final = "two-holders"
ENDS_BEFORE_START: Final = "ends-before-start"
OUTSIDE_LIFE: Final = "outside-life"
IMPOSSIBLE_JUMP: Final = "impossible-jump"

_TENURES: Final = """\
SELECT ?tenure ?post ?person ?startEarliest ?startLatest ?endEarliest ?endLatest ?single
       ?founded ?dissolved WHERE {
  ?tenure a cb:Tenure ; cb:post ?post ; org:member ?person ; org:organization ?body ;
          cb:tenureKind ?kind .
  BIND(?kind = <https://w3id.org/canbo/scheme/tenure-kind/regular>
       && EXISTS { ?post cb:seats <https://w3id.org/canbo/scheme/seats/one> } AS ?single)
  OPTIONAL { ?tenure cb:startEarliest ?startEarliest }
  OPTIONAL { ?tenure cb:startLatest ?startLatest }
  OPTIONAL { ?tenure cb:endEarliest ?endEarliest }
  OPTIONAL { ?tenure cb:endLatest ?endLatest }
  OPTIONAL { ?body cb:foundedEarliest ?founded }
  OPTIONAL { ?body cb:dissolvedLatest ?dissolved }
}
"""

_PROVINCIAL_HEADS: Final = """\
SELECT DISTINCT ?tenure ?body ?kind WHERE {
  ?tenure a cb:Tenure ; org:role ?role ; org:organization ?body .
  ?role cb:rank 1 .
  ?body cb:level <https://w3id.org/canbo/scheme/level/province> ;
        org:classification ?kind .
  VALUES ?kind { <https://w3id.org/canbo/scheme/organization-kind/ubnd>
                 <https://w3id.org/canbo/scheme/organization-kind/tinh-uy>
                 <https://w3id.org/canbo/scheme/organization-kind/thanh-uy> }
}
"""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A violation, and the things whose words contradict: both sides, where there are two."""

    violation: Violation
    sides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Held:
    """A tenure as the questions ask for it; an empty day is no bound."""

    tenure: str
    post: str
    person: str
    start_earliest: str
    start_latest: str
    end_earliest: str
    end_latest: str
    is_single: bool
    founded: str
    dissolved: str

    @property
    def is_certain(self) -> bool:
        """Whether it was certainly held on some day."""
        return bool(self.start_latest) and self.start_latest <= self.end_earliest


def find_contradictions(store: Store) -> list[Contradiction]:
    """Return what cannot all be true in *store*, in the order of the things at fault."""
    held = sorted(map(_read, select(store, _TENURES).rows), key=lambda one: one.tenure)
    heads = {
        row.text("tenure"): (row.text("body"), row.text("kind").endswith("/ubnd"))
        for row in select(store, _PROVINCIAL_HEADS).rows
    }
    found = [
        *(one for tenure in held for one in _find_own(tenure)),
        *_find_holders(one for one in held if one.is_single),
        *_find_jumps((one for one in held if one.tenure in heads), heads),
    ]
    return sorted(found, key=lambda one: (one.violation, one.sides))


def _read(row: Row) -> _Held:
    return _Held(
        tenure=row.text("tenure"),
        post=row.text("post"),
        person=row.text("person"),
        start_earliest=row.text("startEarliest"),
        start_latest=row.text("startLatest"),
        end_earliest=row.text("endEarliest"),
        end_latest=row.text("endLatest"),
        is_single=row.text("single") == "true",
        founded=row.text("founded"),
        dissolved=row.text("dissolved"),
    )


def _find_own(held: _Held) -> Iterator[Contradiction]:
    """Yield where the bounds of one tenure contradict each other or the life of the body."""
    pairs = (
        (held.start_earliest, held.start_latest, "cb:startEarliest"),
        (held.start_earliest, held.end_latest, "cb:startEarliest"),
        (held.start_latest, held.end_latest, "cb:startLatest"),
        (held.end_earliest, held.end_latest, "cb:endEarliest"),
    )
    for before, after, path in pairs:
        if before and after and before > after:
            yield _contradict(ENDS_BEFORE_START, held.tenure, path, f"{before} > {after}")
            break
    if held.founded and held.start_latest and held.start_latest < held.founded:
        value = f"{held.start_latest} < {held.founded}"
        yield _contradict(OUTSIDE_LIFE, held.tenure, "cb:startLatest", value)
    if held.dissolved and held.end_earliest > held.dissolved:
        value = f"{held.end_earliest} > {held.dissolved}"
        yield _contradict(OUTSIDE_LIFE, held.tenure, "cb:endEarliest", value)


def _find_holders(single: Iterable[_Held]) -> Iterator[Contradiction]:
    """Yield each two who certainly held one seat on a common day."""
    posts: defaultdict[str, list[_Held]] = defaultdict(list)
    for one in single:
        posts[one.post].append(one)
    for line in posts.values():
        for one, other in _find_overlaps(line):
            if one.person != other.person:
                yield _contradict(TWO_HOLDERS, *_between(one, other, "cb:post"), other.tenure)


def _find_jumps(
    heads: Iterable[_Held], bodies: Mapping[str, tuple[str, bool]]
) -> Iterator[Contradiction]:
    """Yield where one person certainly headed two provinces on a common day.

    *bodies* says of each tenure which body it is in, and whether that is of the State: who heads
    both the committee and the government of a province heads one province.
    """
    people: defaultdict[str, list[_Held]] = defaultdict(list)
    for one in heads:
        people[one.person].append(one)
    for line in people.values():
        for one, other in _find_overlaps(line):
            (body, is_state), (second, is_also) = bodies[one.tenure], bodies[other.tenure]
            if body != second and is_state == is_also:
                yield _contradict(
                    IMPOSSIBLE_JUMP, *_between(one, other, "org:member"), other.tenure
                )


def _find_overlaps(line: Iterable[_Held]) -> Iterator[tuple[_Held, _Held]]:
    """Yield each two that were certainly held on a common day that is no day of handover."""
    running: list[_Held] = []
    ordered = sorted(
        (one for one in line if one.is_certain), key=lambda one: (one.start_latest, one.tenure)
    )
    for one in ordered:
        running = [other for other in running if other.end_earliest >= one.start_latest]
        for other in running:
            if not _is_handover(other, one):
                yield other, one
        running.append(one)


def _is_handover(earlier: _Held, later: _Held) -> bool:
    """Whether their one common day is the last of the one or the first of the other."""
    ends = ((earlier, later), (later, earlier))
    return any(
        one.end_earliest == other.start_latest
        and (one.end_latest == one.end_earliest or other.start_earliest == other.start_latest)
        for one, other in ends
    )


def _between(one: _Held, other: _Held, path: str) -> tuple[str, str, str]:
    first = max(one.start_latest, other.start_latest)
    last = min(one.end_earliest, other.end_earliest)
    return one.tenure, path, f"{first}/{last} {other.tenure}"


def _contradict(shape: str, tenure: str, path: str, value: str, *others: str) -> Contradiction:
    vi, en = _messages()[shape]
    violation = Violation(tenure, path, shape, value, "Contradiction", vi, en)
    return Contradiction(violation, (tenure, *others))


@cache
def _messages() -> dict[str, tuple[str, str]]:
    """Return what each contradiction is, in Vietnamese and English."""
    return {
        TWO_HOLDERS: (
            "Chức vụ một người: hai người không thể cùng chắc chắn giữ trong một ngày.",
            "A one-seat post: two people cannot both certainly hold it on one day.",
        ),
        ENDS_BEFORE_START: (
            "Các mốc không để lại ngày nào: kết thúc trước khi bắt đầu.",
            "The bounds leave no day: it ends before it starts.",
        ),
        OUTSIDE_LIFE: (
            "Giữ chức ngoài thời gian tồn tại của cơ quan.",
            "Held outside the life of the organisation.",
        ),
        IMPOSSIBLE_JUMP: (
            "Một người không thể cùng ngày đứng đầu hai tỉnh, thành phố.",
            "One person cannot head two provinces on one day.",
        ),
    }
