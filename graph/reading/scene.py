"""What a text names: units and bodies, each with where it stands; the ground of ``locality``."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from canbo.graph.reading.bodies import Body
from canbo.graph.reading.lexicon import UPPER, index, load, one_of
from canbo.graph.reading.page import Page
from canbo.graph.reading.places import CITY, PROVINCE, Place, read_bare_place, read_place

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Scene:
    """What the text names: places and whole bodies, each with where it stands, in order.

    *held* are the bodies of posts with the kind of body that their titles take.
    """

    places: tuple[tuple[int, Place], ...]
    bodies: tuple[tuple[int, Body], ...]
    held: tuple[tuple[int, str, Body], ...] = ()
    sentences: tuple[int, ...] = ()

    def is_one_sentence(self, left: int, right: int) -> bool:
        """Return whether no sentence begins between two places of the text."""
        return bisect_right(self.sentences, left) == bisect_right(self.sentences, right)

    def held_near(self, start: int, takes: str) -> Body | None:
        """Return the body that the last post of this kind before *start* is in, else the next."""
        return nearest([(at, body) for at, kind, body in self.held if kind == takes], start)

    def near(self, start: int, levels: Sequence[str]) -> Place | None:
        """Return the named place of one of *levels* last named before *start*, else the next."""
        fitting = [(at, place) for at, place in self.places if place.level in levels]
        return nearest(fitting, start)

    def body_near(self, start: int, head: str) -> Body | None:
        """Return the whole body with this head last named before *start*, else the next."""
        if not head:
            return None
        same = [(at, b) for at, b in self.bodies if b.head == head or b.head.startswith(f"{head} ")]
        return nearest(same, start)

    def kind_near(self, start: int, takes: Sequence[str]) -> Body | None:
        """Return the whole body of one of these kinds last named before *start*."""
        before = [body for at, body in self.bodies if at < start and body.takes in takes]
        return before[-1] if before else None


def nearest(found: Sequence[tuple[int, T]], start: int) -> T | None:
    """Return the thing that stands last before *start*, else the first behind it."""
    before = [value for at, value in found if at < start]
    after = [value for at, value in found if at >= start]
    return before[-1] if before else after[0] if after else None


@cache
def _place_names() -> re.Pattern[str]:
    levels = r"tỉnh|thành phố|t\.?p\b\.?|tphcm|quận|huyện|thị xã|t\.?x\b|phường|xã|thị trấn|đặc khu|q\.|p\."
    names = [row["name"].lower() for row in load("units") if not row["within"]]
    return re.compile(rf"(?<!\w)(?:(?P<level>{levels})(?!\w)|(?P<name>{one_of(names)})(?!\w))")


def find_places(page: Page) -> Iterator[tuple[int, Place]]:
    """Yield the named units of the text, provinces also where only their name stands."""
    done = 0
    for match in _place_names().finditer(page.low):
        if match.start() < done or (match["name"] and _is_in_name(page, match.start())):
            continue
        found = (
            read_place(page, match.start())
            if match["level"]
            else read_bare_place(page, match.start(), (PROVINCE, CITY))
        )
        if found and found[0].name:
            done = found[1]
            yield match.start(), found[0]


def _is_in_name(page: Page, place: int) -> bool:
    """Whether the words before *place* make it part of a person's name (``Nguyễn Hòa Bình``)."""
    before = re.search(rf"(?:[{UPPER}]\w* ){{1,3}}$", page.text[max(0, place - 24) : place])
    surnames = index("surnames", "surname")
    return bool(before) and any(word in surnames for word in before[0].split()) if before else False


def chain_of(body: Body) -> Iterator[Body]:
    """Yield *body* and the bodies it is part of, from the inside out."""
    while True:
        yield body
        if body.parent is None:
            return
        body = body.parent
