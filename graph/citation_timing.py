"""What the words beside a citation say of when its document was signed.

``Chỉ thị 34-CT/TW (24/5/2024)``; ``10 năm thực hiện Nghị quyết 29-NQ/TW`` in a text of 2023; ``vừa
được Bộ Chính trị ban hành``. The date that belongs to the citation itself is read with it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from canbo.graph.citation_words import OTHER, Around
from canbo.graph.register.numbering import Days
from canbo.spelling import PartialDate, parse_date

_YEAR = 365.25
_EARLY, _LATE = 1.0, 1.5
"""A jubilee is kept in the year before it is full, or up to a year and a half later."""
_MORE, _HALF = 1.4, 0.5
"""How much more ``hơn 10 năm`` can be: up to fourteen years and a half."""
_NEAR = 0.2
_RECENT = 0.5
_REACH = 60

_BETWEEN = (
    r"(?:[\s,&]|và|cùng|số|các|Chỉ thị|Nghị quyết|Kết luận|Quy định|Quyết định|Hướng dẫn"
    rf"|Quy chế|Thông báo|{OTHER})*"
)
"""What stands between the documents of one row."""

_NUMBERS = {
    word: number
    for number, word in enumerate(
        "một hai ba bốn năm sáu bảy tám chín mười".split(),
        1,
    )
} | {"mười lăm": 15, "hai mươi": 20, "hai mươi lăm": 25, "ba mươi": 30}


@dataclass(frozen=True, slots=True)
class Age:
    """How many years old a document is said to be, and the words that say so."""

    least: float
    most: float
    words: str


@dataclass(frozen=True, slots=True)
class NearDate:
    """A full date beside a citation; *is_own* where the words tie it to the document."""

    day: PartialDate
    is_own: bool


def find_dates_beside(places: Iterable[Around]) -> tuple[NearDate, ...]:
    """Return the full dates that can be of the document, in the order of its mentions."""
    return tuple(found for place in places for found in _dates_beside(place))


def read_age(places: Iterable[Around]) -> Age | None:
    """Return how old the document is said to be; None where nothing says so."""
    return next((age for place in places if (age := _age_of(place))), None)


def fits_age(age: Age, days: Days, day: PartialDate) -> bool | None:
    """Return whether what was signed within *days* is of that *age* on *day*; None if it may be."""
    if days.first is None:
        return None
    last = min(days.last or day.last, day.last)
    oldest = (day.last - days.first).days / _YEAR
    youngest = (day.first - last).days / _YEAR
    if youngest > age.most + _NEAR or oldest < age.least - _NEAR:
        return False
    if age.least - _NEAR <= youngest and oldest <= age.most + _NEAR:
        return True
    return None


def is_revision(places: Iterable[Around]) -> bool:
    """Return whether a law is named as one that is being revised: ``Luật Đất đai (sửa đổi)``."""
    return any(
        re.search(r"^[^(]*\(\s?sửa đổi", place.mention) or re.match(r"\s?\(\s?sửa đổi", place.after)
        for place in places
    )


@cache
def _date() -> re.Pattern[str]:
    day, month, year = r"\d{1,2}", r"\d{1,2}", r"(?:19|20)\d\d"
    return re.compile(
        rf"(?<![\d/.-])(?:{day}\s?[/.-]\s?{month}\s?[/.-]\s?{year}"
        rf"|{day} tháng {month},? năm {year})(?!\d)"
    )


@cache
def _row_before() -> re.Pattern[str]:
    return re.compile(rf"^(?P<gap>[^;.{OTHER}]{{0,{_REACH}}}){_BETWEEN}$")


@cache
def _row_after() -> re.Pattern[str]:
    return re.compile(rf"^{_BETWEEN}(?P<gap>[^;.{OTHER}]{{0,{_REACH}}})$")


def _dates_beside(place: Around) -> Iterator[NearDate]:
    for match in _date().finditer(place.after):
        gap = _row_after().match(place.after[: match.start()])
        if gap and (day := parse_date(match[0])):
            own = re.fullmatch(r"\s?\((?:ngày )?|[\s,(]*(?:ban hành|ký)?\s?ngày ", gap["gap"])
            yield NearDate(day, own is not None)
    if _same_day().match(place.after):
        yield from _last_date(place.before)
    for match in _date().finditer(place.before):
        gap = _row_before().match(place.before[match.end() :])
        day = parse_date(match[0])
        taken = re.search(rf"{OTHER}[\s,(]*(?:ngày )?$", place.before[: match.start()])
        if gap and day and not taken:
            own = re.search(r"\bcùng (?:ký |ban hành )?ngày $", place.before[: match.start()])
            yield NearDate(day, own is not None)


@cache
def _same_day() -> re.Pattern[str]:
    return re.compile(r"[\s,(]*(?:được )?(?:ban hành |ký )?(?:cùng|trong) (?:một )?ngày\b(?! \d)")


def _last_date(words: str) -> Iterator[NearDate]:
    """Yield the date that ``cùng ngày`` means: the last one before it in the sentence."""
    dates = [day for match in _date().finditer(words) if (day := parse_date(match[0]))]
    yield from (NearDate(day, is_own=True) for day in dates[-1:])


@cache
def _years_before() -> re.Pattern[str]:
    number = "|".join(sorted(_NUMBERS, key=len, reverse=True))
    deed = (
        r"(?:tổ chức |tiếp tục |quán triệt,? (?:và )?)?"
        r"(?:thực hiện|triển khai(?: thực hiện)?|thi hành|làm theo|nhìn lại|có|ban hành|ra đời)"
    )
    since = r"(?:(?:kể )?từ (?:khi |ngày )?|sau (?:khi )?)"
    return re.compile(
        rf"\b(?P<kind>hơn|trên|gần)?\s?\b(?P<number>\d{{1,2}}|{number}) năm(?P<half> rưỡi)?"
        r"(?: qua| nay)?,? "
        rf"(?:(?:{since})?(?:việc )?{deed}|sau|kể từ|từ) {_BETWEEN}$",
        re.IGNORECASE,
    )


@cache
def _just_before() -> re.Pattern[str]:
    return re.compile(
        r"\b(?P<words>(?:vừa|mới)(?: mới)?(?: được)? (?:ban hành|ký(?: ban hành)?|thông qua"
        rf"|công bố))(?: là)?(?: các)?\s?:?\s?{_BETWEEN}$"
    )


@cache
def _just_after() -> re.Pattern[str]:
    return re.compile(
        rf"^{_BETWEEN}(?:của [^;.,{OTHER}]{{2,40}}? )?"
        rf"(?P<words>(?:vừa|mới)(?: mới)?(?: qua)?(?: được| do)?[^;.,{OTHER}]{{0,40}}?"
        r"(?:ban hành|ký|thông qua|công bố|ra đời))\b"
    )


def _age_of(place: Around) -> Age | None:
    if match := _years_before().search(place.before):
        written = match["number"].lower()
        number: float = int(written) if written.isdecimal() else _NUMBERS[written]
        number += _HALF if match["half"] else 0
        words = " ".join(match[0].split())
        if match["kind"] and match["kind"].lower() == "gần":
            return Age(number - 1, number, words)
        if match["kind"]:
            return Age(number, number * _MORE + _HALF, words)
        return Age(number - _EARLY, number + _LATE, words)
    just = _just_before().search(place.before) or _just_after().match(place.after)
    return Age(0, _RECENT, " ".join(just["words"].split())) if just else None
