"""Days, months and years in a text, ranges of days, and days printed without their year."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from canbo.graph.reading.changing import replace
from canbo.graph.reading.model import Unread
from canbo.graph.reading.text import View
from canbo.spelling import PartialDate, make_date, parse_date


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as the text has it: ``[start, end)`` of the view, the first and the last day meant.

    *value* is None where the year is neither printed nor to be had from elsewhere; *day*, *month*
    and *last_day* are kept for that case. *cue* is the word before it (``ngày``, ``từ``, ``sáng``)
    in lower case.
    """

    start: int
    end: int
    value: PartialDate | None
    until: PartialDate | None = None
    cue: str = ""
    day: int | None = None
    month: int | None = None
    last_day: int | None = None

    @property
    def iso(self) -> str | None:
        """The (first) day in ISO form."""
        return self.value.iso if self.value else None


@cache
def _forms() -> re.Pattern[str]:
    """Return the pattern of dates; each begins with a digit, and what is before is looked up."""
    day, month, year = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
    more = rf"(?:(?:,\s?{day}){{0,4}}\s?(?:và|đến|tới|-|–)\s?(?:ngày\s)?(?P<day2>{day}))?"
    month2 = month.replace("?:", "?P<month2>", 1)
    words = rf"\s+tháng\s+(?P<month1>{month})(?:,?\s+năm\s+(?P<year1>{year}))?"
    marks = rf"\s?(?P<mark>[/.-])\s?{month2}(?:\s?(?P=mark)\s?(?P<year2>{year}))?"
    months = rf"(?P<month3>{month})(?:(?:\s?[/-]\s?|\s+năm\s+)(?P<year3>{year}))?"
    tail = r"(?![\w/%]|[.,-]\d|[-–][A-ZĐ]{2})"
    return re.compile(
        rf"(?<![\w/.,-])(?:(?P<day>{day}){more}(?:{words}|{marks}){tail}"
        rf"|{months}{tail}|(?P<year4>{year})(?:\s?[-–]\s?(?P<until>{year}))?{tail})"
    )


_CUE = re.compile(
    r"\b(ngày|sáng|chiều|tối|trưa|đêm|hôm|nay|qua|mùng|tháng|năm|từ|đến|hết|trước|sau|vào|hồi"
    r"|thứ (?:hai|ba|tư|năm|sáu|bảy))[\s,(]{0,3}$",
    re.IGNORECASE,
)
_NOT_A_DAY = re.compile(r"\s(?:số|tổng|trở lên|phiếu|đại biểu|đảng viên|thành viên|điểm|người)")
_TO_YEAR = re.compile(r"\s?(?:đến|tới|[-–])\s?(?:năm )?(?:19|20)\d\d(?!\d)")
_FROM_YEAR = re.compile(r"(?:19|20)\d\d\s?(?:đến|tới|[-–])\s(?:năm )?$")
_SINCE = re.compile(r"\b(từ|kể từ|đến|hết|trước|sau)\s+$", re.IGNORECASE)


def find_dates(view: View, published: str | None = None) -> tuple[DateMention, ...]:
    """Return the dates of the text in order.

    A day without a year takes the year that brings it nearest to *published* (ISO), else the year
    of the date that closes its range, else the only year that the full dates of the text have.
    """
    found = list(_find(view.text))
    years = {date.value.year for date in found if date.value and date.value.day}
    only = next(iter(years)) if len(years) == 1 else None
    anchor = parse_date(published) if published else None
    following = [*found[1:], None][: len(found)]
    printed = (
        _complete(date, _range_year(view, date, after), anchor, only)
        for date, after in zip(found, following, strict=True)
    )
    told = _find_told(view.text, anchor) if anchor and anchor.day else ()
    return tuple(sorted([*printed, *told], key=lambda date: date.start))


_NO_DIGIT = re.compile(r"(?!\w)(?!\s?\(?\d)")
_TIME_OF_DAY = re.compile(
    r"(?<!\w)(?:(?:sáng|trưa|chiều|tối)(?: hôm)?|(?<!ngày )hôm)$", re.IGNORECASE
)


def _find_told(text: str, spoken_on: PartialDate) -> Iterator[DateMention]:
    """Yield the days told by the day on which the text speaks: ``sáng nay``, ``chiều qua``."""
    for word, back in ((" nay", 0), (" qua", 1)):
        place = text.find(word)
        while place >= 0:
            end = place + len(word)
            time = _TIME_OF_DAY.search(text, max(0, place - _LONGEST_TIME), place)
            if time and _NO_DIGIT.match(text, end):
                day = spoken_on.first - timedelta(days=back)
                value = make_date(day.year, day.month, day.day)
                cue = time[0].split()[0].lower()
                yield DateMention(time.start(), end, value, None, cue, day.day, day.month)
            place = text.find(word, end)


_LONGEST_TIME = 16  # characters of ``chiều hôm`` and what is before it


def _find(text: str) -> Iterator[DateMention]:
    """Yield the dates of *text*, their years as printed."""
    place = 0
    for digits in _DIGITS.finditer(text):
        start = digits.start()
        if digits[0].isdigit() and not _may_be_date(text, start, digits.end()):
            continue
        while start < digits.end():
            match = _forms().match(text, start) if start >= place else None
            if match is None:
                break
            if date := _read(text, match):
                yield date
            start = place = match.end()


_DIGITS = re.compile(r"\d[\d/.-]*")
_GOES_ON = re.compile(r"\s{0,3}(?:[,–/.-]|và|đến|tới|tháng|năm)")


def _may_be_date(text: str, start: int, end: int) -> bool:
    """Whether a bare number can be a day, a month or a year, as far as its neighbours tell."""
    return bool(_GOES_ON.match(text, end)) or bool(_CUE.search(text, max(0, start - 12), start))


def _read(text: str, match: re.Match[str]) -> DateMention | None:
    before = text[max(0, match.start() - 12) : match.start()]
    cue = _CUE.search(before)
    word = cue[1].lower() if cue else ""
    if word == "ngày" and (since := _SINCE.search(before[: cue.start()] if cue else "")):
        word = f"{since[1].lower()} ngày"
    numbers = {name: int(value) for name, value in match.groupdict().items() if _is_number(value)}
    day, until = numbers.get("day"), numbers.get("day2")
    month = numbers.get("month1") or numbers.get("month2") or numbers.get("month3")
    year = next((numbers[name] for name in numbers if name.startswith("year")), None)
    if not _is_date(text, match, word):
        return None
    value = make_date(year, month, day)
    if year and value is None:
        return None
    last = make_date(year, month, until) if until else None
    return DateMention(match.start(), match.end(), value, last, word, day, month, until)


def _is_number(value: str | None) -> bool:
    return bool(value) and str(value).isdigit()


def _is_date(text: str, match: re.Match[str], cue: str) -> bool:
    """Whether the words around make a date of numbers that could be a share, a page or a sum."""
    if match["year1"] or match["year2"] or match["month1"]:
        return True
    if match["day"]:
        return cue not in {"", "tháng", "năm"} and not _NOT_A_DAY.match(text, match.end())
    if match["month3"]:
        return cue == "tháng" or bool(match["year3"] and "/" in match[0] and cue)
    if cue in {"từ", "đến"}:
        if match["until"]:
            return cue == "từ"
        before = text[max(0, match.start() - 16) : match.start()]
        return bool(_TO_YEAR.match(text, match.end()) or _FROM_YEAR.search(before))
    return cue == "năm"


def _range_year(view: View, date: DateMention, after: DateMention | None) -> int | None:
    """Return the year of ``từ 4/8 đến 10/11/2018`` for its first day."""
    if date.value or after is None or after.value is None:
        return None
    between = view.text[date.end : after.start].strip()
    return (
        after.value.year
        if between in {"đến", "tới", "-", "–", "đến ngày", "và", "và ngày"}
        else None
    )


def _complete(
    date: DateMention, in_range: int | None, anchor: PartialDate | None, only: int | None
) -> DateMention:
    if date.value or date.month is None:
        return date
    year = in_range or (_nearest_year(date, anchor) if anchor else only)
    until = make_date(year, date.month, date.last_day) if date.last_day else None
    return replace(date, value=make_date(year, date.month, date.day), until=until)


def _nearest_year(date: DateMention, anchor: PartialDate) -> int | None:
    if anchor.month is None:
        return anchor.year
    options = (make_date(anchor.year + step, date.month, date.day) for step in (0, -1, 1))
    near = [option for option in options if option]
    if not near:
        return None
    return min(near, key=lambda option: abs((option.last - anchor.last).days)).year


def attested_on(
    view: View, dates: Sequence[DateMention], published: str | None, cited: Collection[str] = ()
) -> str | None:
    """Return the ISO date on which the text speaks, or None.

    That is the day it was *published*; else the first full day it reports, leaving out days of
    birth, anniversaries in brackets and the dates of *cited* documents.
    """
    if published and len(published) == len("2022-09-28"):
        return published
    for date in dates:
        if date.value and date.value.day and date.iso not in cited and not _is_aside(view, date):
            return (date.until or date.value).iso
    return published


def _is_aside(view: View, date: DateMention) -> bool:
    before = view.text[max(0, date.start - 24) : date.start]
    return bool(re.search(r"\bsinh\b|\(\s*$|\d\s?[-–]\s?$", before))


def list_unread_dates(view: View, dates: Iterable[DateMention]) -> tuple[Unread, ...]:
    """Return the days of *dates* whose year nothing gives."""
    return tuple(
        Unread(view.span(date.start, date.end), "date", "its year is not printed")
        for date in dates
        if date.day and date.value is None
    )


def may_rival(one: DateMention, other: DateMention, weeks: int | None) -> bool:
    """Return whether two days differ, by at most *weeks* (in days): either may be meant."""
    if not one.value or not other.value or one.iso == other.iso:
        return False
    return weeks is None or abs((one.value.first - other.value.first).days) <= weeks
