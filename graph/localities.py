"""The administrative unit a body belongs to, read from its canonical name, and what lies around it.

The two-tier reform ended the districts on 30 June 2025; what stands above a unit is said as it was
until then, and only where the tables of units know one answer.
"""

import re
from datetime import date
from functools import cache
from typing import Final

from canbo.graph.reading.canonical import committee_of, show_committee
from canbo.graph.reading.gazetteer import level_of_province, provinces_of
from canbo.graph.reading.lexicon import UPPER
from canbo.graph.reading.places import (
    CITY,
    COMMUNE,
    DISTRICT,
    PROVINCE,
    Place,
    show_place,
)
from canbo.graph.register import Register
from canbo.graph.register.bodies import Level

DISTRICTS_END: Final = date(2025, 6, 30)
"""The last day of the districts (Resolution 203/2025/QH15 and the laws made after it)."""


@cache
def _unit() -> re.Pattern[str]:
    levels = "tỉnh|[Tt]hành phố|[Qq]uận|huyện|thị xã|[Pp]hường|xã|thị trấn|đặc khu"
    return re.compile(rf"(?<!\w)(?<![Hh]ợp tác )(?P<level>{levels}) (?P<name>[{UPPER}\d].*)$")


def find_place(name: str) -> Place | None:
    """Return the unit at the end of a canonical name, or None.

    >>> find_place("Đảng ủy Phường 14, Quận 6")
    Place(level='phường', name='14', within='Quận 6')
    >>> find_place("Liên minh Hợp tác xã Việt Nam") is None
    True
    """
    if not (match := _unit().search(name)):
        return None
    own, _, within = match["name"].partition(", ")
    return Place(match["level"].lower(), own, within)


def read_place_at(level: str, rest: str) -> Place | None:
    """Return the unit that *rest* names, of this *level* where it does not print one.

    >>> read_place_at("quận", "Tân Bình"), read_place_at("quận", "Quận 1")
    (Place(level='quận', name='Tân Bình', within=''), Place(level='quận', name='1', within=''))
    """
    return find_place(rest) or (Place(level, rest) if rest else None)


def level_of(place: Place) -> Level:
    """Return the level at which the unit stands."""
    if place.is_upper:
        return Level.PROVINCE
    return Level.COMMUNE if place.level in COMMUNE else Level.DISTRICT


def name_place(place: Place | None) -> str | None:
    """Return the canonical form of a unit, None where there is none or only its level is known."""
    return show_place(place) if place and place.name else None


def committee_name(place: Place) -> str:
    """Return the Party committee of a unit.

    >>> committee_name(Place("quận", "1")), committee_name(Place("phường", "Bến Thành"))
    ('Quận ủy Quận 1', 'Đảng ủy phường Bến Thành')
    """
    if place.level in COMMUNE:
        return f"Đảng ủy {show_place(place)}"
    return show_committee(committee_of(place), place)


def government_name(place: Place) -> str:
    """Return the People's Committee of a unit.

    >>> government_name(Place("thành phố", "Hà Nội")), government_name(Place("thành phố", "Hội An"))
    ('UBND Thành phố Hà Nội', 'UBND thành phố Hội An')
    """
    return f"UBND {show_place(place)}"


def place_above(place: Place) -> Place | None:
    """Return the unit that the place lies in, None where that is the country or not known."""
    if place.is_upper:
        return None
    if place.within:
        return find_place(place.within)
    found = provinces_of(place.level, place.name) if place.level in DISTRICT else frozenset[str]()
    if len(found) != 1:
        return None
    (name,) = found
    return Place(level_of_province(name), name)


def last_day(place: Place, register: Register) -> date | None:
    """Return the last day on which the unit was there, None if it goes on or that is not known."""
    if place.level in DISTRICT and not place.is_upper:
        return DISTRICTS_END
    if place.level == "thị trấn" or place.within:
        return DISTRICTS_END
    for row in register.tables.provinces:
        if row.kind == place.level and row.name == place.name and row.until:
            return row.until.last
    return None


def place_after(place: Place, register: Register) -> Place | None:
    """Return the province or city that a former province became a part of."""
    if place.level not in (PROVINCE, CITY):
        return None
    for row in register.tables.provinces:
        if row.kind == place.level and row.name == place.name and row.until:
            return Place(row.successor_kind, row.successor)
    return None
