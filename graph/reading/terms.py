"""The terms a text names: ``nhiệm kỳ 2022 – 2025`` and ``khóa XII``."""

import re
from dataclasses import dataclass
from functools import cache

from canbo.graph.reading.text import View


@dataclass(frozen=True, slots=True)
class TermMention:
    """A term at ``[start, end)`` of the view: *years* ``2022-2025``, *ordinal* ``XII``, or both."""

    start: int
    end: int
    years: str | None = None
    ordinal: str | None = None


_ROMAN = {"M": 1000, "D": 500, "C": 100, "L": 50, "X": 10, "V": 5, "I": 1}
_WORDS = (
    "nhất hai ba tư năm sáu bảy tám chín mười|mười một|mười hai|mười ba|mười bốn|mười lăm|mười sáu"
    "|mười bảy|mười tám|mười chín|hai mươi"
)


@cache
def ordinal_words() -> dict[str, int]:
    """Return the number of each ordinal that is written in words (``nhất``, ``sáu``, ``mười``)."""
    first, *later = _WORDS.split("|")
    numbers = {word: place for place, word in enumerate([*first.split(), *later], 1)}
    return numbers | {"thứ nhất": 1, "bốn": 4, "bẩy": 7}


def read_ordinal(text: str) -> int | None:
    """Return the number of *text*: ``XII``, ``12``, ``mười hai``; None where it is none.

    >>> read_ordinal("XII"), read_ordinal("06"), read_ordinal("sáu"), read_ordinal("IXX")
    (12, 6, 6, None)
    """
    if text.isdecimal():
        return int(text) if len(text) <= 4 else None  # noqa: PLR2004 - longer is no ordinal
    if 0 < len(text) < 16 and set(text) <= set(_ROMAN):  # noqa: PLR2004 - the longest has 15
        values = [_ROMAN[letter] for letter in text]
        total = sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
        return total if write_roman(total) == text else None
    return ordinal_words().get(text.lower())


def write_roman(number: int) -> str:
    """Return *number* (1 to 3999) in Roman numerals, as terms and congresses are counted."""
    steps = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"))
    written: list[str] = []
    for value, letters in (*steps, (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        count, number = divmod(number, value)
        written.append(letters * count)
    return "".join(written)


@cache
def _pattern() -> re.Pattern[str]:
    years = r"(?:19|20)\d\d\s?[-–—]\s?(?:19|20)\d\d"
    term = r"(?<=[Nn])hiệm\s[Kk][ỳì]|(?<=N)HIỆM KỲ|(?<=N)K"
    return re.compile(
        rf"[NnKk](?<!\w.)(?:(?:{term})[\s:(]{{1,3}}(?P<years>{years})"
        rf"|(?:(?<=[Kk])hóa|(?<=K)HÓA)\s+(?P<ordinal>[IVX]+|[12]?\d)\b"
        rf"(?:[,\s(]{{1,3}}(?:[Nn]hiệm\s[Kk][ỳì]\s+)?(?P<with>{years}))?)"
    )


def find_terms(view: View) -> tuple[TermMention, ...]:
    """Return the terms of the text in order; ``giai đoạn`` is a stretch of time, not a term."""
    return tuple(
        TermMention(
            match.start(),
            match.end(),
            tidy_years(match["years"] or match["with"]),
            tidy_ordinal(match["ordinal"]),
        )
        for match in _pattern().finditer(view.text)
    )


def tidy_years(printed: str | None) -> str | None:
    """Return the first and the last year of a term as ``2020-2025``."""
    return "-".join(re.findall(r"\d{4}", printed)) if printed else None


def tidy_ordinal(printed: str | None) -> str | None:
    """Return the number of a term in Roman numerals, if it is a number."""
    number = read_ordinal(printed) if printed else None
    return write_roman(number) if number else None
