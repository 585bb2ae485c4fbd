"""Administrative units: ``tỉnh Đắk Nông``, ``TP.HCM``, ``phường 14 quận 6``, ``huyện`` alone."""

import re
from dataclasses import dataclass
from functools import cache

from canbo.graph.reading.changing import replace
from canbo.graph.reading.gazetteer import (
    FIRST_PART,
    Names,
    central_cities,
    commune_names,
    unit_names,
)
from canbo.graph.reading.lexicon import UPPER, index, matcher
from canbo.graph.reading.page import Page

PROVINCE, CITY, COMMUNE = "tỉnh", "thành phố", ("phường", "xã", "thị trấn", "đặc khu")
DISTRICT = ("quận", "huyện", "thị xã", "thành phố")
_PERSON = range(3, 5)
_LONG_RUN = 4


@dataclass(frozen=True, slots=True)
class Place:
    """An administrative unit; *name* is empty where only its level is printed.

    *within* is the district of a numbered ward.
    """

    level: str
    name: str = ""
    within: str = ""

    @property
    def is_central(self) -> bool:
        """Whether it is a city directly under the centre."""
        return self.level == CITY and self.name in central_cities()

    @property
    def is_upper(self) -> bool:
        """Whether it is a province or stands where one does."""
        return self.level == PROVINCE or self.is_central


@cache
def _levels() -> re.Pattern[str]:
    words = (
        r"(?P<tỉnh>tỉnh)|(?P<thành_phố>thành phố|t\.?p\b\.?|tp(?=hcm\b))|(?P<quận>quận|q\.)"
        r"|(?P<huyện>huyện|h\.)|(?P<thị_xã>thị xã|t\.?x\b\.?)|(?P<phường>phường|p\.)"
        r"|(?P<thị_trấn>thị trấn|t\.?t\.)|(?P<xã>xã)|(?P<đặc_khu>đặc khu)|(?P<thủ_đô>thủ đô)"
    )
    end = r"(?:(?<=\.)|(?!\w)|(?=hcm\b))(?! (?:ủy|đoàn)\b)"
    return re.compile(rf"(?<!\w)(?:{words}){end} *")


_LEVEL_LETTERS = frozenset("tqhpxđ")
_NUMBER = re.compile(r"(?:số )?0?(\d{1,2})(?![\w/]|[.,]\d)")
_WITHIN = re.compile(r" ?[,(]? ?(?=(?:quận|q\.|huyện|h\.|thành phố|t\.?p\b|thị xã|t\.?x\b))")
_WORDS = re.compile(r"[^\W\d_][\w'’.]*(?:(?: - | – |-|–| )[^\W\d_][\w'’]*){0,4}")


def read_place(page: Page, start: int) -> tuple[Place, int] | None:
    """Return the unit printed with its level at *start*, and where it ends."""
    if page.low[start : start + 1] not in _LEVEL_LETTERS:
        return None
    match = _levels().match(page.low, start)
    if not match or not match.lastgroup:
        return None
    level = match.lastgroup.replace("_", " ")
    level = CITY if level == "thủ đô" else level
    named = _read_number(page, match.end(), level) or _read_name(page, match.end(), level)
    return named or (Place(level), match.start() + len(match[0].rstrip()))


def read_bare_place(page: Page, start: int, levels: tuple[str, ...]) -> tuple[Place, int] | None:
    """Return the unit of one of *levels* that is printed at *start* by its name only."""
    words = _words_at(page, start)
    for level in levels:
        if level in ("quận", "phường") and (found := _read_number(page, start, level)):
            return found
        if words and (found := _look_up(page, start, level, words, unit_names().get(level))):
            return found
    return None


def _read_number(page: Page, start: int, level: str) -> tuple[Place, int] | None:
    number = _NUMBER.match(page.low, start)
    if level not in ("quận", "phường", "khu vực") or not number:
        return None
    place, end = Place(level, str(int(number[1]))), number.end()
    link = _WITHIN.match(page.low, end)
    if level == "phường" and link and (above := read_place(page, link.end())) and above[0].name:
        closing = page.text[above[1] : above[1] + 1] == ")" and "(" in link[0]
        return Place(level, place.name, show_place(above[0])), above[1] + closing
    return place, end


def _read_name(page: Page, start: int, level: str) -> tuple[Place, int] | None:
    if start >= len(page.text) or not page.text[start].isupper():
        return None
    if found := _read_listed(page, start, level, unit_names().get(level)):
        return found
    if level in COMMUNE:
        listed = _read_listed(page, start, level, commune_names())
        return _lengthen(page, listed) if listed else _read_unknown(page, start, level)
    if level == PROVINCE:
        listed = _read_listed(page, start, CITY, unit_names()["provincial"])
        return listed or _read_unlisted_province(page, start)
    if level == CITY:
        return _read_by_committee(page, start, level)
    return _read_unknown(page, start, level) or _read_by_committee(page, start, level)


def _lengthen(page: Page, found: tuple[Place, int]) -> tuple[Place, int]:
    """Take one more capitalised word into a unit's name (``xã Vĩnh Hòa | Tây``).

    One word alone is no person; it is left where it begins a title or a body.
    """
    place, end = found
    is_loud = page.text[end - 2 : end].isupper()
    match = (_ONE_MORE_LOUD if is_loud else _ONE_MORE).match(page.text, end)
    if not match or _begins_another(page, match.start(1)):
        return found
    word = match[1].title() if is_loud else match[1]
    return replace(place, name=f"{place.name} {word}"), match.end(1)


_ONE_MORE = re.compile(rf" ([{UPPER}][^\W\d_{UPPER}]+)(?! [{UPPER}]|[\w.])")


_ONE_MORE_LOUD = re.compile(rf" ([{UPPER}]{{2,}})(?= *(?:[\n,.;:]|$))")


def _begins_another(page: Page, start: int) -> bool:
    """Whether a title, a body or an honorific begins at *start*."""
    if any(matcher(table, "surface").match(page.low, start) for table in ("posts", "bodies")):
        return True
    word = matcher("name_context", "word").match(page.low, start)
    return word is not None and index("name_context", "word")[word[0]]["kind"] == "honorific"


def _read_unlisted_province(page: Page, start: int) -> tuple[Place, int] | None:
    """Read two capitalised words behind ``tỉnh`` that no person bears and no table has."""
    run = page.run_at(start)
    is_person = run and index("surnames", "surname").get(run[0], {}).get("sureness") == "common"
    is_pair = len(run) == _PAIR and run[0] not in _FAMILIES
    if len(run) not in _PROVINCE_RUNS or (is_person and not is_pair):
        return None
    if _begins_another(page, start) or run[0] in _NO_PLACE or _ROMAN.fullmatch(run[1]):
        return None
    name = " ".join(run[:2])
    return Place(PROVINCE, name.title() if name.isupper() else name), start + len(name)


_PAIR = 2
_NO_PLACE = frozenset(("Khóa", "Khoá", "Lần", "Nhiệm", "Giai"))
_ROMAN = re.compile(r"[IVX]+|\d+")
# Two words that begin so are a person even behind ``xã``; others may well be its name.
_FAMILIES = frozenset("Nguyễn Trần Lê Phạm Phan Vũ Võ Đặng Bùi Đỗ Ngô Huỳnh Trương Đinh".split())
_PROVINCE_RUNS = (2, 4, 5, 6)  # alone, or before a person's name


def _read_by_committee(page: Page, start: int, level: str) -> tuple[Place, int] | None:
    """Read the name of an unlisted unit that a committee named nearby bears, too."""
    run = page.run_at(start)
    for size in (len(run), *range(min(len(run) - 1, 4), 1, -1)):
        name = " ".join(run[:size])
        committee = f"{_COMMITTEE_OF[level]} {name.lower()}"
        if name and page.low.find(committee, max(0, start - _NEAR), start + _NEAR) >= 0:
            return Place(level, name), start + len(name)
    return None


def _read_listed(
    page: Page, start: int, level: str, names: Names | None
) -> tuple[Place, int] | None:
    words = _words_at(page, start)
    return _look_up(page, start, level, words, names) if words else None


def _words_at(page: Page, start: int) -> str:
    """Return in lower case the words at *start* that may be a name; empty without a capital."""
    if not page.text[start : start + 1].isupper():
        return ""
    words = _WORDS.match(page.low, start)
    return words[0] if words else ""


def _look_up(
    page: Page, start: int, level: str, words: str, names: Names | None
) -> tuple[Place, int] | None:
    """Return the unit among *names* that most of *words* name."""
    if names is None or FIRST_PART.split(words, maxsplit=1)[0] not in names.firsts:
        return None
    words = words.replace("–", "-")
    has_dash = "-" in words
    size = len(words)
    while size > 0:
        key = words[:size].rstrip(".")
        if name := names.full.get(key):
            return None if _is_person(page, start, name) else (Place(level, name), start + len(key))
        blank = words.rfind(" ", 0, size)
        size = max(blank, words.rfind("-", 0, size)) if has_dash else blank
    return None


def _is_person(page: Page, start: int, name: str) -> bool:
    """Whether the place is only the first words of a person's name (``Hà Nam Khánh``)."""
    run = page.run_at(start)
    left = len(run) - len(name.split())
    return (
        left == 1
        and "-" not in name
        and len(run) in _PERSON
        and run[0] in index("surnames", "surname")
    )


def _read_unknown(page: Page, start: int, level: str) -> tuple[Place, int] | None:
    """Read a name that no table has: what stands before a person's name, at most three words."""
    run = page.run_at(start)
    surnames = index("surnames", "surname")
    is_person = len(run) > 1 and surnames.get(run[0], {}).get("sureness", "rare") != "rare"
    if not run or (is_person and (len(run) != _PAIR or run[0] in _FAMILIES)):
        return None
    if len(run) in _PERSON and run[0] in surnames and run[1:2] in (("Văn",), ("Thị",)):
        return None  # a rare surname, and the middle name of men or of women
    size = min(len(run), 3)
    if len(run) >= _LONG_RUN:
        splits = [k for k in (2, 1, 3) if run[k] in surnames and len(run) - k > 1]
        splits.sort(key=lambda k: surnames[run[k]]["sureness"] != "common")
        size = splits[0] if splits else size
    name = " ".join(run[:size])
    shown = name.title() if name.isupper() and len(name) > _SHORTEST else name
    return Place(level, shown), start + len(name)


_NEAR = 3000


def read_unlisted_place(page: Page, start: int, level: str) -> tuple[Place, int] | None:
    """Return the unit that a committee's head leads to though no table has its name.

    What may as well be a person (``Huyện ủy Đồng Khê``) is a unit only where it stands behind its
    level near by.
    """
    run = page.run_at(start)
    if not run or len(run[0]) < _SHORTEST or page.low.startswith(_ORDERS, start):
        return None
    if _begins_another(page, start):
        return None
    if found := _read_unknown(page, start, level):
        return found
    name = " ".join(run)
    window = page.low[max(0, start - _NEAR) : start + _NEAR]
    is_family = len(run) > _PAIR and run[0] in _FAMILIES
    is_unit = (not is_family and f"{level} {name.lower()}" in window) or _acts_alone(
        window, level, name
    )
    return (Place(level, name), start + len(name)) if is_unit else None


def _acts_alone(window: str, level: str, name: str) -> bool:
    """Whether a committee of this name stands somewhere without a title before it.

    Only behind a title can the words be the person who bears it.
    """
    committee = f"{_COMMITTEE_OF.get(level, '')} {name.lower()}"
    wings = ("", "ủy ban kiểm tra ", "ubkt ", "ban thường vụ ", "btv ")
    leads = ("của ", "do ", ", ", ". ", "; ", "\n")
    found = (f"{lead}{wing}{committee}" for wing in wings for lead in leads)
    starts = tuple(f"{wing}{committee}" for wing in wings)
    return any(words in window for words in found) or window.startswith(starts)


_SHORTEST = 2
# What a committee does, in capitals behind its name (``BAN THƯỜNG VỤ HUYỆN ỦY QUYẾT ĐỊNH``).
_ORDERS = ("quyết định", "quyết nghị", "thông báo", "kết luận", "yêu cầu", "chỉ định", "báo cáo")
_COMMITTEE_OF = {"tỉnh": "tỉnh ủy", "huyện": "huyện ủy", "quận": "quận ủy", "thị xã": "thị ủy"}
_COMMITTEE_OF["thành phố"] = "thành ủy"


def show_place(place: Place) -> str:
    """Return the canonical form of a unit: ``Thành phố Hà Nội``, ``thành phố Hội An``, ``Quận 1``.

    Where a unit ends in a number its level has a capital (Decree 30/2020, annex II).
    """
    if not place.name:
        return place.level
    level = place.level
    if place.name.isdigit() or place.is_central:
        level = level.capitalize()
    shown = f"{level} {place.name}"
    return f"{shown}, {place.within}" if place.within else shown
