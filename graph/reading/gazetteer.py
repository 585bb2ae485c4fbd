"""The units that the tables know: their names by level, and the province each lies or lay in."""

import re
from dataclasses import dataclass
from functools import cache

from canbo.graph.reading.lexicon import load

_PROVINCE, _CITY = "tỉnh", "thành phố"


@cache
def central_cities() -> frozenset[str]:
    """Return the names of the cities that rank with provinces (Huế since January 2025)."""
    first = {row["name"] for row in load("units") if row["kind"] == _CITY and not row["within"]}
    return frozenset(first)


@dataclass(frozen=True, slots=True)
class Names:
    """Names in lower case with their canonical form, and the first words of them all."""

    full: dict[str, str]
    firsts: frozenset[str]

    @classmethod
    def of(cls, full: dict[str, str]) -> "Names":
        """Return the names of *full*."""
        return cls(full, frozenset(FIRST_PART.split(name, maxsplit=1)[0] for name in full))


FIRST_PART = re.compile(r"[ .-]")


@cache
def unit_names() -> dict[str, Names]:
    """Return for each level the names of its units."""
    names: dict[str, dict[str, str]] = {"provincial": {n.lower(): n for n in central_cities()}}
    for row in load("units"):
        names.setdefault(row["kind"], {})[row["name"].lower()] = row["name"]
    for row in load("place_aliases"):
        names.setdefault(row["level"], {})[row["alias"]] = row["name"]
    return {level: Names.of(full) for level, full in names.items()}


@cache
def commune_names() -> Names:
    """Return the names of communes and wards, of any level."""
    return Names.of({row["name"].lower(): row["name"] for row in load("communes")})


def provinces_of(level: str, name: str) -> frozenset[str]:
    """Return the provinces that have or had a unit of this level and name."""
    return _provinces().get((level, name), frozenset())


@cache
def _provinces() -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for row in load("units"):
        found.setdefault((row["kind"], row["name"]), set()).add(row["within"])
    for row in load("communes"):
        both = f"{row['before_2025_07']};{row['from_2025_07']}".split(";")
        found.setdefault((row["kind"], row["name"]), set()).update(both)
    return {unit: frozenset(provinces - {""}) for unit, provinces in found.items()}


@cache
def level_of_province(name: str) -> str:
    """Return what kind of unit the province called *name* is."""
    return _CITY if name in central_cities() else _PROVINCE
