"""The units above a unit that are printed behind it: ``xã A, huyện B (Sơn La)``."""

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


def end_above(page: Page, place: Place, end: int) -> int:
    """Return where the units above *place* end that are printed right behind it."""
    if place.is_upper:
        return end
    for opening, closing in ((" (", ")"), (", ", ""), (" - ", ""), (" ", "")):
        start = end + len(opening)
        if not page.text.startswith(opening, end):
            continue
        above = read_place(page, start)
        if opening == " (" and not above:
            above = read_bare_place(page, start, (PROVINCE, CITY))
        if above and above[0].name and _is_above(above[0], place):
            if not page.text.startswith(closing, above[1]):
                continue
            return end_above(page, above[0], above[1] + len(closing))
    return end


def _is_above(upper: Place, lower: Place) -> bool:
    if upper.is_upper:
        return not lower.is_upper
    return upper.level in DISTRICT and lower.level in COMMUNE
