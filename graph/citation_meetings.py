"""The plenums of the Central Committee named in the sentence of a citation.

``các Nghị quyết số 18-NQ/TW, 20-NQ/TW`` behind ``Hội nghị Trung ương 5 khóa XIII, gồm`` are its
own, registered or not. A plenum without a term is the last of its number held before the text.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from canbo.graph.citation_words import OTHER, Around
from canbo.graph.reading.document_meetings import ordinal
from canbo.graph.reading.model import Document
from canbo.graph.reading.terms import read_ordinal, write_roman
from canbo.graph.register import Register
from canbo.spelling import PartialDate

SIGNED_WITHIN = dt.timedelta(days=45)
"""Resolutions are signed up to six weeks after the plenum (27-NQ/TW of 9/11/2022 after 9/10)."""


_BEHIND = 24
"""How far behind a plenum its verb is looked for."""


@dataclass(frozen=True, slots=True)
class NamedPlenum:
    """A plenum that the text names; *is_adopting* if what is cited is said to come from it.

    One that is said to review what is cited (``bàn việc tổng kết``) is not named at all.
    """

    number: int
    term: str
    is_term_stated: bool
    is_adopting: bool

    @property
    def label(self) -> str:
        """How it is called."""
        return f"Hội nghị Trung ương {self.number} khóa {self.term}"


def find_plenums(
    places: Iterable[Around], register: Register, day: PartialDate | None
) -> tuple[NamedPlenum, ...]:
    """Return the plenums named beside the mentions of a document."""
    return tuple(found for place in places for found in _plenums_beside(place, register, day))


@cache
def _plenum() -> re.Pattern[str]:
    number = ordinal()
    centre = r"(?:của\s)?(?:[Bb]an\s[Cc]hấp\shành\s|BCH\s?)?(?:[Tt]rung\sương|TW|TƯ|T\.Ư)"
    return re.compile(
        rf"[Hh]ội\snghị\s(?:(?:lần\s)?thứ\s(?P<first>{number})\s)?{centre}(?:\sĐảng)?"
        rf"(?:\s(?:(?:lần\s)?thứ\s)?(?P<then>{number}))?"
        r"(?:[\s,(]{1,3}[Kk]hóa\s(?P<term>[IVX]+|1?\d)\b\)?)?"
    )


@cache
def _adopts() -> re.Pattern[str]:
    words = (
        r"(?:[\s,:(]|đã|vừa|gồm|bao|có|là|về|các|những|một số|hai|ba|bốn|thông qua|ban hành|ra|ký"
        r"|[Nn]ghị quyết|[Kk]ết luận|[Qq]uy định|văn bản|số|và"
    )
    return re.compile(rf"{words}|{OTHER})*")


@cache
def _reviews() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:tổng kết|sơ kết|bàn|thảo luận|đánh giá|xem xét|kiểm điểm|cho ý kiến|nhìn lại"
        r"|thực hiện|thay thế|sửa đổi)\b"
    )


def _plenums_beside(
    place: Around, register: Register, day: PartialDate | None
) -> Iterator[NamedPlenum]:
    for text, is_before in ((place.before, True), (place.after, False)):
        for match in _plenum().finditer(text):
            written = match["first"] or match["then"]
            number = read_ordinal(written) if written else None
            term = _term_of(match["term"], number, register, day)
            gap = text[match.end() :] if is_before else text[: match.end() + _BEHIND]
            if number and term and not _reviews().search(gap):
                adopts = is_before and bool(_adopts().fullmatch(gap))
                yield NamedPlenum(number, term, match["term"] is not None, adopts)


def _term_of(
    written: str | None, number: int | None, register: Register, day: PartialDate | None
) -> str | None:
    """Return the term that is *written*, else that of the last plenum of this number by *day*."""
    if written:
        ordinal_number = read_ordinal(written)
        return write_roman(ordinal_number) if ordinal_number else None
    return last_term_of(number, register, day) if number else None


def cited_plenums(
    documents: Iterable[Document], register: Register, day: PartialDate | None
) -> frozenset[tuple[int, str]]:
    """Return the plenums whose resolutions are cited; without a term, the last of its number."""
    numbered = ((d.plenum, d.term) for d in documents if d.plenum is not None)
    terms = ((n, term or last_term_of(n, register, day)) for n, term in numbered)
    return frozenset((number, term) for number, term in terms if term)


def last_term_of(number: int, register: Register, day: PartialDate | None) -> str | None:
    """Return the term of the last plenum with this *number* that was held by *day*."""
    if day is None:
        return None
    held = [p for p in register.plenums(number) if p.start.first <= day.last]
    return max(held, key=lambda p: p.start.first).term if held else None


@cache
def _same_meeting() -> re.Pattern[str]:
    return re.compile(
        r"\bcùng (?:tại )?(?:một |trong một )?(?:kỳ họp|hội nghị|phiên họp|kỳ)\b"
        r"|\b(?:tại|trong|từ) (?:cùng )?một (?:kỳ họp|hội nghị|phiên họp)\b"
    )


def says_same_meeting(places: Iterable[Around]) -> bool:
    """Return whether the documents of a row are said to come from one and the same meeting."""
    return any(
        OTHER in f"{place.before}{place.after}" and _same_meeting().search(place.after)
        for place in places
    )


def implied_term(plenums: Iterable[NamedPlenum]) -> str | None:
    """Return the term of the plenum that is said to have passed the document, if it is one."""
    terms = {p.term for p in plenums if p.is_adopting and p.is_term_stated}
    return terms.pop() if len(terms) == 1 else None
