"""Mentions of organisations, read from their head word on: ``Ban Tổ chức Tỉnh ủy Đắk Nông``.

What is printed is kept apart by part, so that what is not printed can be worked out later
(``locality``) and every body has one canonical name (``canonical``).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from canbo.graph.reading.abbreviations import abbreviation_at, skip_explanation
from canbo.graph.reading.bodyheads import is_no_body, shorter_head
from canbo.graph.reading.bodynames import read_field, read_name, read_rest
from canbo.graph.reading.changing import replace
from canbo.graph.reading.lexicon import index, matcher
from canbo.graph.reading.page import Page
from canbo.graph.reading.places import (
    CITY,
    DISTRICT,
    PROVINCE,
    Place,
    read_bare_place,
    read_place,
    read_unlisted_place,
)
from canbo.graph.reading.places_above import end_above
from canbo.graph.reading.ranks import ASIDE, rank_of
from canbo.graph.reading.regions import read_region

_DEPTH = 4
_NATIONS = re.compile(r" (?:việt nam|vn)(?!\w)")
_UPPER_LEVELS = (PROVINCE, CITY)


@dataclass(frozen=True, slots=True)
class Body:
    """One mention of a body.

    *head* is the canonical head (``Sở``, ``UBND``, ``Tỉnh ủy``), *takes* what kind of complement it
    has in the table, *field* the rest of its own name, *place* its administrative unit (with an
    empty name where only the level is printed), *parent* the body it is part of. *joint* is a word
    between name and complement that belongs to the name (``tại``).
    """

    start: int
    end: int
    head: str
    takes: str
    field: str = ""
    place: Place | None = None
    parent: "Body | None" = None
    joint: str = ""

    @property
    def root(self) -> "Body":
        """The outermost body of the chain of parents."""
        return self.parent.root if self.parent else self

    @property
    def is_whole(self) -> bool:
        """Whether nothing has to be worked out: the chain ends in a named place or needs none."""
        root = self.root
        if root.place:
            return bool(root.place.name)
        return root.takes in ("fixed", "centre") or bool(
            root.field and root.takes in ("name", "cell", "place", "ministry")
        )


def read_body(page: Page, start: int, depth: int = 0) -> Body | None:
    """Return the body whose head word stands at *start*, or None."""
    if depth <= _DEPTH and (short := abbreviation_at(page, start)):
        return _read_abbreviated(page, *short, start, depth)
    match = matcher("bodies", "surface").match(page.low, start)
    if not match or depth > _DEPTH:
        return None
    row = index("bodies", "surface")[match[0]]
    end = match.end()
    if is_no_body(page, match):
        return None
    if match[0] == "quốc hội" and page.low.endswith("toàn ", 0, start):
        return None  # Đại hội toàn quốc | Hội Nông dân
    if row["takes"] == "organ" and (shorter := shorter_head(page, match)):
        row, end = shorter, start + len(shorter["surface"])
    if row["takes"] == "centre" and not _is_centre(page, start, end, depth):
        return None
    place = Place(row["level"]) if row["level"] else None
    body = Body(start, skip_explanation(page, end), row["name"], row["takes"], place=place)
    return _READERS[row["takes"]](page, body, depth)


def _read_abbreviated(page: Page, full: int, end: int, start: int, depth: int) -> Body | None:
    """Read an abbreviation as the body at *full* that the text explains it by."""
    body = read_body(page, full, depth + 1)
    if body is None:
        return None
    bare = replace(body, start=start, end=end, place=None, parent=None)
    read = _READERS[body.takes](page, bare, depth) if body.takes in _PLACED else None
    read = read or _close(page, bare, depth)
    is_other = read.place and read.place.name and body.place and read.place != body.place
    if is_other or (not body.is_whole and (read.place or read.parent)):
        return read
    return replace(body, start=start, end=read.end)


_PLACED = ("place", "committee")


def _is_centre(page: Page, start: int, end: int, depth: int) -> bool:
    """Whether ``Trung ương`` or its abbreviation is printed, and not ``Tư`` of another word.

    Behind the name of a body it may be in small letters (``Ban Nội chính trung ương``).
    """
    if end - start <= len("T.Ư"):
        return page.text[start].isupper() and page.text[end - 1].isupper()
    return page.text[start].isupper() or depth > 0


def _read_fixed(page: Page, body: Body, depth: int) -> Body:
    del page, depth
    return body


def _read_committee(page: Page, body: Body, depth: int) -> Body:
    """Read what a committee of a level takes: its place, with or without the level."""
    del depth
    level = body.place.level if body.place else PROVINCE
    start = page.skip_blanks(body.end)
    found = read_place(page, start)
    if found and found[0].level == level:
        return _with_place(page, body, found)
    bare = read_bare_place(page, start, (level,))
    if not bare and level in DISTRICT and (other := read_bare_place(page, start, DISTRICT)):
        bare = (replace(other[0], level=level), other[1])  # the unit has another level today
    bare = bare or read_unlisted_place(page, start, level)
    return _with_place(page, body, bare) if bare else body


def _with_place(page: Page, body: Body, found: tuple[Place, int]) -> Body:
    """Give *body* its place, and take in the units above it that follow (``(Đồng Nai)``)."""
    place, end = found
    if not place.name and page.text.startswith(" (", end):
        bare = read_bare_place(page, end + 2, (place.level,))
        if bare and page.text.startswith(")", bare[1]):
            return replace(body, place=bare[0], end=bare[1] + 1)
    return replace(body, place=place, end=end_above(page, place, end) if place.name else end)


def _read_placed(page: Page, body: Body, depth: int) -> Body:
    """Read what a body of a place takes: a unit, a bare province, the centre, or a body."""
    if region := read_region(page, body.end):
        return _close(page, replace(body, takes="name", field=region[0], end=region[1]), depth)
    if nation := _NATIONS.match(page.low, body.end):
        field = "" if body.head.endswith("Việt Nam") else "Việt Nam"
        body = replace(body, field=field, end=nation.end())
    start = page.skip_blanks(body.end)
    if found := read_place(page, start):
        return _with_place(page, body, found)
    if bare := read_bare_place(page, start, _UPPER_LEVELS):
        return _with_place(page, body, bare)
    parent = read_body(page, start, depth + 1) if page.text[start : start + 1].isupper() else None
    kinds = ("centre", "name", "ministry", "cell", "field")
    is_board = parent is not None and parent.head == "HĐND" and body.head.startswith("Ban ")
    if parent and (parent.takes in kinds or is_board):
        return replace(body, parent=parent, end=parent.end)
    if bare := read_bare_place(page, start, DISTRICT):
        return _with_place(page, body, bare)
    return body


def _read_wing(page: Page, body: Body, depth: int) -> Body:
    """Read what a wing of a committee or an office takes: the body it is a part of."""
    start = page.skip_blanks(body.end)
    for link in ("của ", "- ", "– ", ""):
        if link in ("- ", "– ") and body.head != "Đảng ủy":
            continue
        parent = (
            read_body(page, start + len(link), depth + 1)
            if page.low.startswith(link, start)
            else None
        )
        if parent:
            return replace(body, parent=parent, end=parent.end)
    if body.head in ("Văn phòng", "Ban Thường trực"):
        return _read_placed_only(page, body, start)
    return body


def _read_placed_only(page: Page, body: Body, start: int) -> Body:
    found = read_place(page, start)
    return _with_place(page, body, found) if found else body


def _read_cell(page: Page, body: Body, depth: int) -> Body:
    """Read what a Party organisation at the base takes: a unit, the body it is in, or a name."""
    start = page.skip_blanks(body.end)
    if found := read_place(page, start):
        return _with_place(page, body, found)
    winged = _read_wing(page, body, depth)
    if winged.parent:
        return winged
    name, end = read_name(page, start)
    if name:
        return _close(page, replace(body, field=name, end=end), depth)
    return body


def close_body(page: Page, body: Body) -> Body:
    """Return *body* with the unit or the body above that follows its own name."""
    return _close(page, body, 0)


def _read_named(page: Page, body: Body, depth: int) -> Body:
    name, end = read_name(page, page.skip_blanks(body.end), body.head)
    return _close(page, replace(body, field=name, end=end) if name else body, depth)


def _read_fielded(page: Page, body: Body, depth: int) -> Body:
    field, end = read_field(page, page.skip_blanks(body.end))
    return _close(page, replace(body, field=field, end=end) if field else body, depth)


def _read_ministry(page: Page, body: Body, depth: int) -> Body:
    del depth
    match = matcher("fields", "surface").match(page.low, body.end + 1)
    if not match or page.low[body.end] != " ":
        return body
    name = index("fields", "surface")[match[0]]["name"]
    full = index("ministries", "surface").get(match[0], {}).get("name", name)
    return replace(body, field=full, end=match.end())


def _close(page: Page, body: Body, depth: int) -> Body:
    """Read the place or the parent that follows a body's own name."""
    if (explained := skip_explanation(page, body.end)) != body.end:
        body = replace(body, end=explained)
    start, joint = read_rest(page, body.end)
    if found := read_place(page, start):
        placed = _with_place(page, body, found)
        return replace(placed, joint=joint) if joint else placed
    parent = read_body(page, start, depth + 1)
    if parent and parent.takes == "fixed" and parent.head.startswith(f"{body.head} "):
        return replace(parent, start=body.start)
    if parent and _is_parent(page, parent):
        return replace(body, parent=parent, end=parent.end)
    if upper := _read_upper(page, body, depth):
        return upper
    if body.takes in ("field", "organ") and (
        bare := read_bare_place(page, start, (*_UPPER_LEVELS, *DISTRICT))
    ):
        return _with_place(page, body, bare)
    return body


def _read_upper(page: Page, body: Body, depth: int) -> Body | None:
    """Read the body above that a comma or brackets lead to (``Cục A, Bộ B``, ``Cục A (Bộ B)``).

    It has to rank above by its kind; two of one kind are only listed.
    """
    mark = ASIDE.match(page.text, body.end)
    rank = rank_of(body.head, body.takes)
    if not mark or not rank:
        return None
    parent = read_body(page, mark.end(), depth + 1)
    if parent is None or rank_of(parent.head, parent.takes) <= rank:
        return None
    if not parent.is_whole and parent.place is None:
        return None
    has_end = not mark[0].endswith("(") or page.text.startswith(")", parent.end)
    end = parent.end + mark[0].endswith("(")
    return replace(body, parent=parent, end=end) if has_end else None


def _is_parent(page: Page, parent: Body) -> bool:
    if parent.takes in ("committee", "centre", "place"):
        return parent.head != "Công an" or page.text[parent.start].isupper()
    return page.text[parent.start].isupper() and parent.takes != "organ"


_READERS: dict[str, Callable[[Page, Body, int], Body | None]] = {
    "fixed": _read_fixed,
    "centre": _read_fixed,
    "committee": _read_committee,
    "place": _read_placed,
    "wing": _read_wing,
    "organ": _close,
    "cell": _read_cell,
    "field": _read_fielded,
    "name": _read_named,
    "ministry": _read_ministry,
}
