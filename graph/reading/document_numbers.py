"""Documents cited by number: ``Chỉ thị số 10-CT/TW``, ``số 18-NQ/TW, 19-NQ/TW``, ``Chỉ thị 05``."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from canbo.graph.reading.document_context import Cited
from canbo.graph.reading.lexicon import letters, load, one_of
from canbo.spelling import parse_signature


@dataclass(frozen=True, slots=True)
class TypeWord:
    """A word for a type of document, printed at ``[start, end)`` of the view.

    *use* says how far a number alone makes it a document: ``noun``, ``verb`` (also a verb),
    ``plan`` (also a thing with a count), ``full`` (never).
    """

    start: int
    end: int
    type: str
    use: str
    capital: bool


@cache
def type_words() -> dict[str, tuple[str, str]]:
    """Return type and use of each printed form of a type word."""
    rows = load("document_types")
    full = {row["code"]: row["word"] for row in reversed(rows) if not row["word"].isupper()}
    forms: dict[str, tuple[str, str]] = {}
    for row in rows:
        word = row["word"]
        meant = (full[word] if word.isupper() else word.capitalize(), row["use"])
        printed = (
            [word] if word.isupper() else [word, word.capitalize(), word.lower(), word.upper()]
        )
        forms |= dict.fromkeys([*printed, " ".join(map(str.capitalize, word.split()))], meant)
    return forms


@cache
def type_of_code() -> dict[str, str]:
    """Return the type that each abbreviation in a signature stands for."""
    found: dict[str, str] = {}
    for row in load("document_types"):
        if row["code"] and not row["word"].isupper():
            found.setdefault(row["code"], row["word"])
    return found | {
        "QĐi": "Quy định",
        "QyĐ": "Quy định",
        "QĐNS": "Quyết định",
        "CTHĐ": "Chương trình",
    }


@cache
def _words() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){one_of(type_words())}(?![^\W_])")


def find_type_words(text: str, starts: Iterable[int]) -> Iterator[TypeWord]:
    """Yield the words for types of documents in *text* that begin at one of *starts*, in order."""
    end = 0
    for start in starts:
        match = _words().match(text, start) if start >= end else None
        if match:
            end = match.end()
            meant, use = type_words()[match[0]]
            yield TypeWord(start, end, meant, use, match[0][0].isupper())


_CODE = (
    r"(?:T\.\s?[ƯW](?![^\W_])|QH\s?1[0-9]|QĐi|QyĐ|T[Tt]g|CTr|TTr|[A-ZĐƯÔƠ](?:[A-ZĐƯÔƠ&]+[a-z]{0,2}[A-ZĐƯÔƠ]*)?\d{0,2})"
    r"(?![^\W_])"
)
_TYPE_CODE = r"(?:NQ|QĐi?|QyĐ|QĐNS|CT|KL|HD|KH|TB|TTr|TT|QC|BC|CV|CTr|ĐA|PA|BB)"
_MARK = r"\s?[-–—‑−/]\s?"


@cache
def signature_pattern() -> str:
    """Return the pattern of a signature, blanks around its marks allowed; group ``signature``."""
    year = r"(?:\s?/\s?(?:19|20)\d\d(?=\s?[-–/]))?"
    first = rf"(?:{_MARK}|\s?(?={_TYPE_CODE}{_MARK}[A-ZĐ]))"
    codes = rf"{_CODE}(?:{_MARK}{_CODE})?(?:[-–/&.]{_CODE}){{0,3}}"
    return rf"(?P<signature>\d{{1,5}}[a-z]?{year}{first}{codes})"


@cache
def _signature() -> re.Pattern[str]:
    return re.compile(signature_pattern())


@cache
def _number() -> re.Pattern[str]:
    return re.compile(
        r"(?P<number>\d{1,5})[a-z]?(?:\s?[/-]\s?(?P<year>(?:19|20)\d\d)(?:/(?:NĐ|NQ|QĐ|TT|CT)\b)?)?"
        r"(?![\w%]|[.,]\d|\s?[-–/]\s?\d|\s?[/]|[-–][A-ZĐ])"
    )


_SO = re.compile(r"[\s(]{0,2}(?:(?:số|Số|SỐ)\s?:?\s?)?")
_AND = re.compile(r"\s?(?:[,;&]\s?(?:và\s)?|và\s|hoặc\s|hay\s|cùng\s)(?:(?:số|Số)\s?:?\s?)?(?=\d)")
_ISSUER_FIRST = re.compile(r"\scủa\s[^\d,;.()“”\n]{2,70}?\s(?:số|Số)\s?:?\s?(?=\d{1,5}[\w/–-])")


def read_numbered(text: str, word: TypeWord) -> tuple[Cited, ...]:
    """Return the documents that *word* and the number or numbers behind it name."""
    before = _SO.match(text, word.end)
    place = before.end() if before else word.end
    has_so = before is not None and "ố" in before[0].lower()
    if not text[place : place + 1].isdigit():
        match = _ISSUER_FIRST.match(text, word.end) if word.capital else None
        if match is None:
            return ()
        place, has_so = match.end(), True
    return tuple(_list(text, word, place, has_so=has_so))


def _list(text: str, word: TypeWord, place: int, *, has_so: bool) -> Iterator[Cited]:
    """Yield the document at *place* and those coordinated with it."""
    start = word.start
    previous: Cited | None = None
    while True:
        one = _read_full(text, word, start, place, has_so=has_so) or _read_short(
            text, word, start, place, has_so=has_so, listed=previous is not None
        )
        if one is None:
            return
        yield one
        more = _AND.match(text, one.end)
        if more is None:
            return
        previous, start, place = one, more.end(), more.end()


_COMMITTEES = ("TW", "TU")  # ``Quy định 144/TW`` leaves out the type that the word has said
_OF_COMPANY = re.compile(r"HĐQT|ĐHĐCĐ|ĐHCĐ")


def _read_full(text: str, word: TypeWord, start: int, place: int, *, has_so: bool) -> Cited | None:
    match = _signature().match(text, place)
    signature = parse_signature(match["signature"]) if match else None
    if match is None or signature is None or _OF_COMPANY.search(signature.issuer):
        return None  # resolutions of companies are no documents of ours
    meant = word.type
    if start != word.start or meant == "Văn bản":
        meant = type_of_code().get(signature.type or "", meant)
    mention = f"{meant}{' số' if has_so else ''} {signature.written}"
    is_short = signature.type is None and signature.issuer in _COMMITTEES and start == word.start
    return Cited(
        start,
        match.end(),
        meant,
        mention,
        "number only" if is_short else "numbered",
        None if is_short else signature.written,
        signature.number,
        signature.year,
    )


@cache
def _bare() -> re.Pattern[str]:
    issuer = r"(?:TW|T\.?Ư|TU)"
    return re.compile(
        rf"(?:,|;|và|hoặc|cùng)\s(?:(?:số|Số)\s)?(?P<signature>\d{{1,4}}{_MARK}{_TYPE_CODE}{_MARK}{issuer})"
        r"(?![\w/–-])"
    )


def find_bare(text: str) -> Iterator[Cited]:
    """Yield Party documents of a row whose word stands far back (``... và 21-NQ/TW về dân số``).

    The type is the one that the signature tells.
    """
    for match in _bare().finditer(text):
        signature = parse_signature(match["signature"])
        meant = type_of_code().get(signature.type or "") if signature else None
        if signature and meant:
            yield Cited(
                match.start("signature"),
                match.end(),
                meant,
                f"{meant} {signature.written}",
                "numbered",
                signature.written,
                signature.number,
                signature.year,
            )


_ABROAD = re.compile(
    r"\s(?:\([^)]{1,20}\)\s)?(?:của\s)?(?:Hội đồng Bảo an|HĐBA|Đại hội đồng|Liên [Hh]ợp|LHQ|EU\b"
    r"|Liên minh [Cc]hâu|Mỹ\b|Tổng thống|Hạ viện|Thượng viện|HĐQT|Hội đồng quản trị|[Cc]ông ty|Cty)"
)


@cache
def _sure() -> re.Pattern[str]:
    _, upper = letters()
    return re.compile(
        rf"\s?(?:[,(]\s?)?(?:của\s|ngày\s\d|ban\shành\s"
        rf"|do\s[{upper}]|năm\s(?:19|20)\d\d|về\s(?!phía))"
    )


@cache
def _follows() -> re.Pattern[str]:
    words = one_of(row["word"] for row in load("words_after_number"))
    return re.compile(rf"\s?(?:$|[,;.:()“”\"'\]…!?\n]|[-–—]\s|{words}\b)")


def _read_short(  # noqa: PLR0913 - the parts of one decision
    text: str, word: TypeWord, start: int, place: int, *, has_so: bool, listed: bool
) -> Cited | None:
    match = _number().match(text, place)
    if match is None or _ABROAD.match(text, match.end()):
        return None
    sure = _is_short_form(text, word, match, has_so=has_so, listed=listed)
    if not sure and (listed or word.use == "full"):
        return None
    printed = " ".join(match[0].split())
    return Cited(
        start=start,
        end=match.end(),
        type=word.type,
        mention=f"{word.type}{' số' if has_so else ''} {printed}",
        rule="number only" if sure else "doubtful number",
        number=int(match["number"]),
        year=int(match["year"]) if match["year"] else None,
    )


_UNITS = re.compile(
    r"\s(?:năm(?!\s\d{4}\b(?!\s?[-–]\s?\d))|ngày(?!\s\d)|điểm|tháng|tuần|giờ|người|nội|lần|tỷ|tỉ|triệu|nghìn|đồng|bước|nhóm"
    r"|văn\sbản|trang|dự\sán|bộ\sngành)\b|\s?%"
)


def _is_short_form(
    text: str, word: TypeWord, match: re.Match[str], *, has_so: bool, listed: bool
) -> bool:
    """Whether a type word and a number are a document, not a verb or a count of things."""
    looks_like_year = not match["year"] and re.fullmatch(r"(?:19[4-9]|20[0-4])\d", match["number"])
    if _UNITS.match(text, match.end()) or (looks_like_year and not has_so):
        return False
    sure = bool(_sure().match(text, match.end()))
    if word.use == "full":
        return has_so and sure
    if listed:
        return word.use == "noun" and bool(_follows().match(text, match.end()))
    if has_so or match["year"] or sure or word.use == "noun":
        return True
    return word.use == "verb" and word.capital and bool(_follows().match(text, match.end()))
