"""What a text names: units and bodies, each with where it stands; the ground of ``locality``."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Generic, TypeVar

from canbo.graph.reading.bodies import Body
from canbo.graph.reading.gazetteer import level_of_province, provinces_of
from canbo.graph.reading.lexicon import UPPER, index, load, one_of
from canbo.graph.reading.page import Page
from canbo.graph.reading.places import (
    CITY,
    COMMUNE,
    DISTRICT,
    PROVINCE,
    Place,
    read_bare_place,
    read_place,
)

T = TypeVar("T")


class Track(Generic[T]):
    """Things in the order they stand in the text, with their places."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.starts: list[int] = []
        self.things: list[T] = []

    def add(self, start: int, thing: T) -> None:
        """Put *thing* behind what is there; *start* must not be smaller than the last."""
        self.starts.append(start)
        self.things.append(thing)

    def last(self, start: int) -> tuple[int, T] | None:
        """Return what stands last before *start*, with its place."""
        index = bisect_left(self.starts, start)
        return (self.starts[index - 1], self.things[index - 1]) if index else None

    def next(self, start: int) -> tuple[int, T] | None:
        """Return what stands first at or behind *start*, with its place."""
        index = bisect_left(self.starts, start)
        return (self.starts[index], self.things[index]) if index < len(self.starts) else None

    def recent(self, start: int, count: int) -> list[T]:
        """Return the last *count* things before *start*, the latest first."""
        index = bisect_left(self.starts, start)
        return self.things[max(0, index - count) : index][::-1]


class Tracks(Generic[T]):
    """Tracks by a key; a key that nothing has is an empty track."""

    def __init__(self) -> None:
        """Begin with no track."""
        self._tracks: defaultdict[str, Track[T]] = defaultdict(Track[T])

    def add(self, key: str, start: int, thing: T) -> None:
        """Put *thing* on the track of *key*."""
        self._tracks[key].add(start, thing)

    def last(self, start: int, *keys: str) -> tuple[int, T] | None:
        """Return what stands last before *start* on the tracks of *keys*."""
        found = [one for key in keys if (one := self._tracks[key].last(start))]
        return max(found, key=lambda one: one[0]) if found else None

    def next(self, start: int, *keys: str) -> tuple[int, T] | None:
        """Return what stands first at or behind *start* on the tracks of *keys*."""
        found = [one for key in keys if (one := self._tracks[key].next(start))]
        return min(found, key=lambda one: one[0]) if found else None

    def near(self, start: int, *keys: str) -> T | None:
        """Return what stands last before *start* on the tracks of *keys*, else first behind it."""
        if before := self.last(start, *keys):
            return before[1]
        behind = self.next(start, *keys)
        return behind[1] if behind else None


class Scene:
    """What a text names: units, whole bodies, and the bodies of posts, each with its place.

    *units* are by level (``upper`` has provinces and central cities), *above* the provinces that
    the lower ones lie in by level; *heads*, *kinds* and *names* are the bodies by head, by what
    they take and by head and field; *held* the bodies of posts by what their titles take.
    """

    def __init__(self, sentences: Sequence[int] = ()) -> None:
        """Begin with nothing but the places where *sentences* start."""
        self.sentences = sentences
        self.units: Tracks[Place] = Tracks()
        self.above: Tracks[Place] = Tracks()
        self.heads: Tracks[Body] = Tracks()
        self.kinds: Tracks[Body] = Tracks()
        self.names: Tracks[Body] = Tracks()
        self.held: Tracks[Body] = Tracks()
        self.bodies: Track[Body] = Track()
        self.has_known_unit = False

    def add_place(self, start: int, place: Place) -> None:
        """Add a named unit."""
        is_known = place.is_upper or bool(provinces_of(place.level, place.name))
        self.has_known_unit = self.has_known_unit or is_known
        self.units.add(place.level, start, place)
        if place.is_upper:
            self.units.add("upper", start, place)
        for level in (PROVINCE, CITY):
            if above := place_above(place, level):
                self.above.add(level, start, above)

    def add_body(self, start: int, body: Body) -> None:
        """Add a whole body; a ``Đảng ủy Khối`` also as a ``Đảng ủy``."""
        self.heads.add(body.head, start, body)
        for short in ("Đảng ủy", "Đảng bộ", "Ban", "Cục", "Chi cục", "Hội"):
            if body.head.startswith(f"{short} ") and body.takes != "wing":
                self.heads.add(short, start, body)
        self.kinds.add(body.takes, start, body)
        self.names.add(f"{body.head} {body.field}".lower(), start, body)
        self.bodies.add(start, body)

    def add_fixed(self, start: int, body: Body) -> None:
        """Add a body with a name of its own, for its first word (``Học viện``) to mean it."""
        if body.head in _COMMITTEES:
            return
        self.heads.add(body.head.split(" ")[0], start, body)
        self.heads.add(" ".join(body.head.split(" ")[:2]), start, body)

    def is_one_sentence(self, left: int, right: int) -> bool:
        """Return whether no sentence begins between two places of the text."""
        return bisect_right(self.sentences, left) == bisect_right(self.sentences, right)


_COMMITTEES = ("Ban Chấp hành Trung ương Đảng", "Ban Bí thư", "Bộ Chính trị")


def place_above(place: Place, level: str) -> Place | None:
    """Return the unit of *level* that *place* lies in, where geography knows only one."""
    if level not in (PROVINCE, CITY) or place.is_upper:
        return None
    if place.within and place.level in COMMUNE:
        name = place.within.removeprefix("Quận ").removeprefix("quận ")
        return place_above(Place("quận", name), level)
    provinces = provinces_of(place.level, place.name)
    if len(provinces) != 1:
        return None
    (name,) = provinces
    above = Place(level_of_province(name), name)
    return above if above.level == level else None


@cache
def _place_names() -> re.Pattern[str]:
    levels = (
        r"tỉnh|thành phố|t\.?p\b\.?|tphcm|quận|huyện|thị xã|t\.?x\b|phường|xã|thị trấn|đặc khu"
        r"|q\.|p\."
    )
    names = [row["name"].lower() for row in load("units") if not row["within"]]
    return re.compile(rf"(?<!\w)(?:(?P<level>{levels})(?!\w)|(?P<name>{one_of(names)})(?!\w))")


@cache
def place_starts() -> frozenset[str]:
    """Return the words, in lower case, with which what ``find_places`` yields may begin."""
    short = ("tp", "t.p", "tphcm", "tx", "t.x", "q.", "p.")
    names = (row["name"].lower() for row in load("units") if not row["within"])
    return frozenset((PROVINCE, *DISTRICT, *COMMUNE, *short, *names))


def find_places(page: Page, starts: Iterable[int]) -> Iterator[tuple[int, Place]]:
    """Yield the named units at *starts*, provinces also where only their name stands."""
    done = end = 0
    for start in starts:
        match = _place_names().match(page.low, start) if start >= end else None
        end = match.end() if match else end
        if not match or start < done or (match["name"] and _is_in_name(page, start)):
            continue
        before = page.low[max(0, match.start() - _ORIGIN_REACH) : match.start()]
        is_person = match["name"] == "hồ chí minh" and _OF_A_PERSON.search(before)
        if is_person or _ORIGIN.search(before):
            continue
        found = (
            read_place(page, match.start())
            if match["level"]
            else read_bare_place(page, match.start(), (PROVINCE, CITY))
        )
        if found and found[0].name:
            done = found[1]
            if not page.low.startswith((" (cũ)", " cũ"), found[1]):
                yield match.start(), found[0]


# Where somebody is from, or what a unit once lay in, is not where the text speaks.
_ORIGIN = re.compile(
    r"(?:quê|quê quán|quê ở|quê gốc|nguyên quán|sinh ra ở|sinh ở|sinh tại|còn thuộc)[: ]+"
    r"[\w ,-]{0,30}$"
)
_ORIGIN_REACH = 48
# ``Chủ tịch Hồ Chí Minh``, and what bears his name.
_OF_A_PERSON = re.compile(
    r"(?<!\w)(?:chủ tịch|bác|lãnh tụ|đội|đoàn tncs|đoàn thanh niên cộng sản|thanh niên cộng sản"
    r"|tư tưởng|phong cách|đạo đức|đường|lăng|tượng|tượng đài|bảo tàng|giải thưởng|huân chương) $"
)


def _is_in_name(page: Page, place: int) -> bool:
    """Whether the words before *place* make it part of a person's name (``Nguyễn Hòa Bình``)."""
    before = _capitals_before().search(page.text[max(0, place - 24) : place])
    if page.low.endswith(("báo ", "đài "), 0, place):
        return False  # a newspaper and a broadcaster are of their province
    surnames = index("surnames", "surname")
    return bool(before) and any(word in surnames for word in before[0].split()) if before else False


@cache
def _capitals_before() -> re.Pattern[str]:
    return re.compile(rf"(?:[{UPPER}]\w* ){{1,3}}$")


def chain_of(body: Body) -> Iterator[Body]:
    """Yield *body* and the bodies it is part of, from the inside out."""
    while True:
        yield body
        if body.parent is None:
            return
        body = body.parent
