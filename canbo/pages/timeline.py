"""Tenures over time, as shares of a width: what is certain, what is possible, where no bound is."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from canbo.spelling import parse_date
from canbo.viz.things import Bounds

YEAR: Final = 365.25
MARGIN: Final = 0.08
"""How much of what is known is left free on each side, at least ten months."""

MARKS: Final = 6
"""How many years the axis names at most."""

LEAST: Final = 0.8
"""How wide a bar is drawn at least, in per cent of the width."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One tenure: all parts in per cent of the width.

    *maybe* is where nothing excludes it, *sure* the part where it is certain. *opens* and *closes*
    say that a bound is known on that side.
    """

    maybe: tuple[float, float]
    sure: tuple[float, float] | None
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """The bars of tenures in their order, and the years of the axis with their places."""

    bars: tuple[Bar, ...]
    years: tuple[tuple[int, float], ...]
    now: float | None


def draw_timeline(tenures: Sequence[Bounds], on: str = "") -> Timeline | None:
    """Return the drawing of *tenures*, with the day *on* where one is asked; None without a day."""
    days = [day for bounds in tenures for day in _days(_parts(bounds))]
    asked = _day(on)
    if asked is not None:
        days.append(asked)
    if not days:
        return None
    margin = max((max(days) - min(days)) * MARGIN, YEAR * 0.85)
    first, last = min(days) - margin, max(days) + margin

    def place(day: float) -> float:
        return round((day - first) / (last - first) * 100, 2)

    bars = tuple(_bar([None if d is None else place(d) for d in _parts(b)]) for b in tenures)
    now = None if asked is None else place(asked)
    return Timeline(bars, tuple(_years(first, last, place)), now)


def _bar(places: Sequence[float | None]) -> Bar:
    start_earliest, start_latest, end_earliest, end_latest = places
    left = 0.0 if start_earliest is None else start_earliest
    right = 100.0 if end_latest is None else end_latest
    sure = None
    if start_latest is not None and end_earliest is not None and start_latest <= end_earliest:
        width = max(end_earliest - start_latest, LEAST)
        sure = (min(start_latest, 100 - width), round(width, 2))
    width = max(round(right - left, 2), LEAST)
    return Bar((left, width), sure, start_earliest is not None, end_latest is not None)


def _years(
    first: float, last: float, place: Callable[[float], float]
) -> Iterable[tuple[int, float]]:
    start, end = date.fromordinal(int(first)).year + 1, date.fromordinal(int(last)).year
    step = next(s for s in (1, 2, 5, 10, 20, 25, 50, 10000) if (end - start) / s < MARKS)
    for year in range(start + (-start % step), end + 1, step):
        at = place(date(year, 1, 1).toordinal())
        if 3 < at < 97:  # noqa: PLR2004 - a year at the very edge would be cut
            yield year, at


def _parts(bounds: Bounds) -> tuple[float | None, ...]:
    texts = (bounds.start_earliest, bounds.start_latest, bounds.end_earliest, bounds.end_latest)
    return tuple(map(_day, texts))


def _days(parts: Iterable[float | None]) -> list[float]:
    return [day for day in parts if day is not None]


def _day(text: str) -> float | None:
    found = parse_date(text) if text else None
    return None if found is None else float(found.first.toordinal())
