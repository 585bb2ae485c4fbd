"""Documents named by the meeting that passed them: a plenum, a congress.

``Nghị quyết Trung ương 4 khóa XI, XII`` is two; ``Nghị quyết Đại hội XIII của Đảng, Đại hội Đảng bộ
tỉnh lần thứ XVII`` is two as well. ``các Nghị quyết Trung ương`` names none.
"""

import re
from collections.abc import Iterator
from functools import cache

from canbo.graph.reading.document_context import Cited
from canbo.graph.reading.document_numbers import TypeWord
from canbo.graph.reading.lexicon import one_of
from canbo.graph.reading.terms import ordinal_words, read_ordinal, tidy_ordinal, write_roman

CENTRAL_COMMITTEE = "Ban Chấp hành Trung ương Đảng"
PASSED_BY_MEETINGS = frozenset({"Nghị quyết", "Kết luận"})
MOST_PLENUMS = 16  # no Central Committee has met more often in one term


@cache
def ordinal() -> str:
    """Return the pattern of an ordinal: ``4``, ``XII``, ``tư``, ``mười hai``."""
    return rf"(?:[IVXL]+|\d{{1,2}}|{one_of(ordinal_words())})(?![\w/]|[.,]\d|-[A-ZĐ])"


@cache
def _plenum() -> re.Pattern[str]:
    number = ordinal()
    numbers = rf"{number}(?:(?:,|\svà|,\svà)\s{number})*"
    centre = (
        r"(?:(?:của\s)?(?:[Bb]an\s[Cc]hấp\shành\s|BCH\s?)(?:[Tt]rung\sương|TW|TƯ|T\.Ư)"
        r"|[Tt]rung\sương|TW|TƯ|T\.Ư)(?:\sĐảng(?:\s[Cc]ộng\ssản\sViệt\sNam)?)?"
    )
    term = r"(?:[IVX]+|1?\d)\b"
    more = rf"(?:(?:,|;|\svà|,\svà)\s(?:\(?[Kk]hóa\s)?{term})*"
    terms = rf"(?:khóa|Khóa|K\.?)\s?(?P<terms>{term}\)?{more})"
    return re.compile(
        r"(?:\scủa)?(?:\s[Hh]ội\snghị)?(?:\stoàn\sthể)?"
        rf"(?:\s(?:lần\s)?thứ\s(?P<first>{numbers}))?"
        rf"\s{centre}(?:\s?(?:(?:lần\s)?thứ\s)?(?P<then>{numbers}))?"
        rf"(?:[\s,(]{{1,3}}(?:{terms}|(?P<bare>[IVX]+)\b)\)?)?"
    )


def read_plenum(text: str, word: TypeWord) -> tuple[Cited, ...]:
    """Return the resolutions of plenums of the Central Committee that stand behind *word*."""
    if word.type not in PASSED_BY_MEETINGS:
        return ()
    match = _plenum().match(text, word.end)
    if match is None or not (match["first"] or match["then"]) or _is_plural(text, word):
        return ()
    numbers = re.split(r",\s?và\s|,\s|\svà\s", match["first"] or match["then"])
    terms = re.findall(r"[IVX]+|\d+", match["terms"] or match["bare"] or "") or [None]
    printed = " ".join(re.sub(r"[(),]", " ", text[word.start : match.end()]).split())
    pairs = [(number, term) for term in terms for number in numbers]
    return tuple(
        _one(word, match.end(), number, term, printed if len(pairs) == 1 else None)
        for number, term in pairs
    )


def _one(word: TypeWord, end: int, number: str, term: str | None, printed: str | None) -> Cited:
    rank = read_ordinal(number) or 0
    is_plenum = rank <= MOST_PLENUMS  # beyond, it is the number of the resolution
    return Cited(
        start=word.start,
        end=end,
        type=word.type,
        mention=_mention(word.type, number, term, printed),
        rule="plenum" if is_plenum else "number only",
        number=None if is_plenum else rank,
        plenum=rank if is_plenum else None,
        term=tidy_ordinal(term),
        issuer=CENTRAL_COMMITTEE,
    )


def _is_plural(text: str, word: TypeWord) -> bool:
    """Whether all is meant that was passed: ``các nghị quyết, kết luận Hội nghị Trung ương 8``."""
    before = text[max(0, word.start - 24) : word.start].lower()
    return word.type == "Kết luận" and before.rstrip(" ,và").endswith(("nghị quyết", "quy định"))


def _mention(meant: str, number: str, term: str | None, printed: str | None) -> str:
    if printed:
        return printed[0].upper() + printed[1:]
    return f"{meant} Trung ương {number}" + (f" khóa {term}" if term else "")


_CONGRESS = r"[Đđ]ại\s[Hh]ội(?:\s[Đđ]ại\s[Bb]iểu)?(?:\s[Tt]oàn\s[Qq]uốc)?"


@cache
def _congresses_by_form() -> tuple[re.Pattern[str], ...]:
    # an ordinal (``XIII của Đảng``), a body and an ordinal, or a body and the years of a term
    number = ordinal()
    ranks = rf"(?P<ranks>{number}(?:(?:,|\svà)\s{number})*)"
    place = r"(?:tỉnh|thành\sphố|quận|huyện|thị\sxã|phường|xã|thị\strấn|khối|[A-ZĐ0-9][^\s,.;:()]*)"
    owner = rf"\s(?:của\s)?(?:Đảng\b(?!\s[bB]ộ)|[Đđ]ảng\s[Bb]ộ(?:\s{place})*)"
    body = (
        r"(?P<body>(?:Đảng|[Đđ]ảng\s[Bb]ộ|[Cc]hi\s[Bb]ộ|Đoàn|[Cc]ông\s[Đđ]oàn|Hội|MTTQ|Mặt\strận)"
        r"(?:\s(?!lần|nhiệm|về|vào)[^\s,.;:()“”\"]{1,20}){0,14}?)(?:\s[Tt]oàn\s[Qq]uốc)?"
    )
    years = r"(?:nhiệm\skỳ|NK)\s(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d"
    return (
        re.compile(rf"{_CONGRESS}\s(?:lần\s)?(?:thứ\s)?{ranks}(?:{owner})?"),
        re.compile(
            rf"{_CONGRESS}\s{body}(?:,?\s(?:lần\s(?:thứ\s)?|thứ\s|(?=[IVX]+\b|1\d\b)){ranks}"
            rf"(?:\scủa\sĐảng)?|,?\s\(?(?P<years>{years})\)?)"
        ),
    )


_AND_CONGRESS = re.compile(r"(?:,?\s(?:và|cùng)|,|;)\s(?=[Đđ]ại\s[Hh]ội)")
_OF = re.compile(r"\s(?:của\s)?")


def read_congress(text: str, word: TypeWord) -> tuple[Cited, ...]:
    """Return the resolutions of congresses that stand behind *word*."""
    if word.type not in PASSED_BY_MEETINGS:
        return ()
    return tuple(_congresses(text, word))


def _congresses(text: str, word: TypeWord) -> Iterator[Cited]:
    before = _OF.match(text, word.end)
    start, place = word.start, before.end() if before else word.end
    while match := next((m for f in _congresses_by_form() if (m := f.match(text, place))), None):
        yield from _read_congress(word, start, match)
        more = _AND_CONGRESS.match(text, match.end())
        if more is None:
            return
        start = place = more.end()


def _read_congress(word: TypeWord, start: int, match: re.Match[str]) -> Iterator[Cited]:
    ranks = match["ranks"] or ""
    for number in re.split(r",\s|\svà\s", ranks):
        named = match[0].replace(ranks, number) if ranks else match[0]
        mention = f"{word.type} {' '.join(re.sub('[(),]', ' ', named).split())}"
        rank = read_ordinal(number)
        of_the_party = "body" not in match.re.groupindex
        term = write_roman(rank) if rank and of_the_party else None
        yield Cited(start, match.end(), word.type, mention, "congress", term=term)
