"""What a text says of a document right behind its name: date, issuer, term, subject."""

import re
from dataclasses import dataclass
from functools import cache

from canbo.graph.reading.lexicon import load, one_of
from canbo.graph.reading.terms import read_ordinal, write_roman
from canbo.spelling import parse_date


@dataclass(frozen=True, slots=True)
class Cited:
    """One mention of a document at ``[start, end)`` of the view, before mentions are merged."""

    start: int
    end: int
    type: str
    mention: str
    rule: str
    signature: str | None = None
    number: int | None = None
    year: int | None = None
    plenum: int | None = None
    term: str | None = None
    issuer: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What follows a document's name, up to *end* of the view.

    *issuer* is the place of the words after ``của``; *subject* the words after ``về``.
    """

    end: int
    date: str | None = None
    issuer: tuple[int, int] | None = None
    term: str | None = None
    subject: str | None = None


@cache
def _date() -> re.Pattern[str]:
    lead = r"[\s,(]{1,3}(?:(?:được\s)?(?:ban hành|ký|ra|đề)\s)?"
    return re.compile(
        rf"{lead}(?:ngày\s(?P<day>\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?\d{{4}}"
        r"|\d{1,2}\stháng\s\d{1,2}(?:,?\snăm\s\d{4}))|năm\s(?P<year>(?:19|20)\d\d))\b\)?"
    )


@cache
def _issuer() -> re.Pattern[str]:
    words = one_of(row["word"] for row in load("words_after_issuer"))
    types = one_of(row["word"] for row in load("document_types"))
    words = rf"\s(?:{words}|và\s(?:(?:các\s)?{types}|Luật|Pháp))\b"
    name = r"[^\s,;.()“”\"\n:][^,;.()“”\"\n:]{1,90}?"
    by = rf"do\s(?P<by>{name})\s(?:ban hành|ký|ra)\b"
    issuers = (row["printed"] for row in load("central_issuers"))
    long = one_of(issuer for issuer in issuers if "," in issuer or " về " in issuer)
    return re.compile(
        rf"[\s,]{{1,2}}(?:{by}|của\s(?P<of>(?i:{long})(?![^\W_])|{name})"
        rf"(?={words}|\s?[,;.()“”\"\n:…]|\s[–-]\s|$))"
    )


@cache
def _term() -> re.Pattern[str]:
    return re.compile(r"[\s,(]{1,3}(?:khóa|Khóa)\s(?:thứ\s)?(?P<term>[IVX]+|[12]?\d)\b\)?")


_SUBJECT = re.compile(r"[\s,]{1,2}(?:về\s(?:việc\s)?|[“\"])(?P<subject>[^.;\n]{3,240})")


def read_context(text: str, place: int, *, agent: bool = True) -> Context:
    """Return what *text* says of the document whose name ends at *place*.

    Without *agent*, ``do X ký`` is left to those who ask what X does.
    """
    date = term = None
    issuer = None
    end = place
    for _ in range(4):
        if not date and (match := _date().match(text, end)):
            found = parse_date(match["day"] or match["year"])
            date = found.iso if found else None
        elif not issuer and (match := _issuer().match(text, end)) and (agent or match["of"]):
            issuer = match.span("by" if match["by"] else "of")
        elif not term and (match := _term().match(text, end)):
            number = read_ordinal(match["term"])
            term = write_roman(number) if number else None
        else:
            break
        end = match.end()
    about = _SUBJECT.match(text, end)
    subject = " ".join(about["subject"].split()).strip("“”\"', ") if about else None
    return Context(end, date, issuer, term, subject or None)
