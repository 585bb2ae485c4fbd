"""Mentions of meetings: ``Đại hội đại biểu Đảng bộ Quận 1 lần thứ IX``, ``kỳ họp thứ 10``."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from canbo.graph.reading.changing import replace
from canbo.graph.reading.document_meetings import CENTRAL_COMMITTEE
from canbo.graph.reading.event_holders import holder_of, may_hold
from canbo.graph.reading.lexicon import letters, one_of
from canbo.graph.reading.model import BodyMention, Document
from canbo.graph.reading.terms import ordinal_words, read_ordinal, tidy_ordinal, tidy_years
from canbo.graph.reading.text import View

THE_PARTY = "Đảng Cộng sản Việt Nam"


@dataclass(frozen=True, slots=True)
class Placed:
    """A body mentioned at ``[start, end)`` of the view."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """One mention of a meeting; without *org* it is only called ``Đại hội`` or ``kỳ họp``.

    *label* is what its name calls the body, where that is not the body's own name; *is_national*
    says that it is that of the whole organisation, which needs no place to be one.
    """

    start: int
    end: int
    kind: str
    org: str | None = None
    ordinal: str | None = None
    words: tuple[str, ...] = ()
    years: str | None = None
    term: str | None = None
    label: str | None = None
    is_national: bool = False

    @property
    def number(self) -> int | None:
        """The ordinal as a number."""
        return read_ordinal(self.ordinal) if self.ordinal else None

    @property
    def is_special(self) -> bool:
        """Whether it needs no ordinal to be one meeting: ``kỳ họp bất thường``."""
        return self.kind in {"session", "sitting"} and any(
            "bất thường" in word or "chuyên đề" in word for word in self.words
        )


_KINDS = {"đại hội": "congress", "kỳ họp": "session", "họp kỳ": "session", "phiên họp": "sitting"}
_TRIGGER = re.compile(
    r"[ĐđKkHhPp](?<![^\W_].)(?:(?<=[Đđ])ại [Hh]ội(?! đồng)|(?<=Đ)ẠI HỘI|(?<=[Kk])ỳ họp|(?<=K)Ỳ HỌP"
    r"|(?<=h)ọp [Kk]ỳ(?! họp)|(?<=[Pp])hiên họp|(?<=[Hh])ội nghị)(?![^\W_])"
)


def may_meet(text: str) -> bool:
    """Return whether *text* has a word for a meeting."""
    return _TRIGGER.search(text) is not None


def place_bodies(view: View, bodies: Sequence[BodyMention]) -> tuple[Placed, ...]:
    """Return where the *bodies* stand in the view, in order."""
    places = ((view.locate(body.span), body.name) for body in bodies)
    placed = (Placed(span.start, span.end, name) for span, name in places)
    return tuple(sorted(placed, key=lambda body: (body.start, -body.end)))


def outermost(bodies: Iterable[Placed]) -> Iterator[Placed]:
    """Yield the *bodies*, given in order, that do not lie inside a longer mention."""
    end = -1
    for body in bodies:
        if body.end > end:
            end = body.end
            yield body


def find_meetings(
    view: View, bodies: Sequence[Placed], documents: Sequence[Document]
) -> Iterator[Meeting]:
    """Yield the mentions of meetings that do not stand inside a document's name."""
    cited = sorted((s.start, s.end) for d in documents for s in map(view.locate, d.spans))
    reader = _Reader(view.text, {body.start: body for body in reversed(bodies)})
    end = 0
    for match in _TRIGGER.finditer(view.text):
        if match.start() < end:
            continue  # ``kỳ họp thứ 5 (kỳ họp chuyên đề)`` is one
        index = bisect_left(cited, (match.start() + 1, 0)) - 1
        if index < 0 or cited[index][1] <= match.start():
            kind = _KINDS.get(match[0].lower(), "plenum")
            meeting = reader.read(match.start(), match.end(), kind)
            end = meeting.end
            if not _ANOTHER.match(view.text, meeting.end):
                yield _as_nations(view.text, meeting)


_WORD = re.compile(
    r"[\s(]{1,2}((?i:kỳ họp )?(?i:đại biểu|toàn quốc|toàn thể|bất thường|chuyên đề|thường lệ"
    r"|thường kỳ|giữa năm|cuối năm|năm (?:19|20)\d\d))\b(?:\s?-\s?[^)(,.;]{3,20})?\)?"
)
_BEFORE_BODY = re.compile(r"(?:\s?[,–-])?\s(?:của\s)?")
_PARTY = re.compile(
    r"\s(?:của\s)?Đảng(?:\sCộng sản Việt Nam)?(?!\s(?:[bB]ộ|ủy|đoàn|viên|Cộng|Dân|Nhân|Lao))\b"
)
# of another country's party, or of no one body
_ANOTHER = re.compile(
    r"\s(?:các )?cấp\b|[\s,(]{1,3}(?:của\s)?(?:nước\s|Đảng\s(?!Cộng\ssản\sViệt))?"
    r"(?:Cộng sản (?!Việt)|Trung Quốc|Lào|Cuba|Triều Tiên|Campuchia|Nhân dân)\b"
)
_CENTRE = re.compile(r"\s(?:của\s)?(?:[Tt]rung ương|TW|TƯ|T\.Ư)(?:\sĐảng)?(?=\s(?:lần thứ\s)?\d)")


_NATIONAL = {
    "phụ nữ": "Hội Liên hiệp Phụ nữ Việt Nam",
    "nông dân": "Hội Nông dân Việt Nam",
    "cựu chiến binh": "Hội Cựu chiến binh Việt Nam",
    "đoàn": "Đoàn TNCS Hồ Chí Minh",
    "công đoàn": "Tổng Liên đoàn Lao động Việt Nam",
    "mặt trận": "Ủy ban Trung ương MTTQ Việt Nam",
    "mttq": "Ủy ban Trung ương MTTQ Việt Nam",
}
_TO_NATION = re.compile(
    rf"\s(?P<who>(?i:{'|'.join(_NATIONAL)}))(?:\sViệt\sNam)?\stoàn\squốc(?![^\W_])"
)
_FRONT = re.compile(
    r"(?<=dự )Đại hội(?: đại biểu)? (?P<label>(?:MTTQ|Mặt trận Tổ quốc) Việt Nam)"
    r" (?:lần thứ|nhiệm kỳ)"
)


def _as_nations(text: str, meeting: Meeting) -> Meeting:
    """Return a congress that others are sent to as the Front's of the nation, without a place."""
    if meeting.kind != "congress" or not (match := _FRONT.match(text, meeting.start)):
        return meeting
    return replace(meeting, org=_NATIONAL["mttq"], label=match["label"], is_national=True)


@cache
def _above() -> re.Pattern[str]:
    """Return the pattern of the unit above a body: ``, TP HCM``, ``(Quảng Ninh)``."""
    lower, upper = letters()
    name = rf"[{upper}][{upper}{lower}]*(?:[\s-]{{1,3}}[{upper}][{lower}]+){{0,3}}"
    level = r"(?:TP\.?|T\.P|[Tt]hành phố|[Tt]ỉnh|[Hh]uyện|[Qq]uận|[Tt]hị xã)"
    return re.compile(
        rf",?\s\({name}\)|,\s{level}\s?(?:\d\d?\b|{name})|\s\({level}\s?{name}\)|,\sTPHCM\b"
    )


@cache
def _ordinal() -> re.Pattern[str]:
    words = one_of(word for word in ordinal_words() if " nhất" not in word)
    return re.compile(
        r",?\s(?i:lần\s)?(?P<marked>(?i:thứ|lần)\s)?(?!năm\s(?:19|20))"
        rf"(?P<ordinal>[IVXL]+|\d{{1,2}}|(?i:{words}))(?![\w/]|[.,]\d|-[A-ZĐ])"
    )


@cache
def _years() -> re.Pattern[str]:
    span = r"(?:19|20)\d\d\s?[-–—]\s?(?:19|20)\d\d"
    term = r"(?:(?:khóa|Khóa|KHÓA)\s(?P<term>[IVX]+|\d\d?)\b\)?(?:[,\s(]{1,3}(?=n))?)?"
    return re.compile(
        rf"\s\((?P<bracketed>{span})\)"
        rf"|[\s,(]{{1,3}}{term}(?:(?:[Nn]hiệm\s[Kk][ỳì]|NHIỆM\sKỲ|NK)\s(?P<years>{span})\)?)?"
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    text: str
    bodies: dict[int, Placed]

    def read(self, start: int, place: int, kind: str) -> Meeting:
        """Return the meeting named from *start*; its kind word ends at *place*."""
        words: list[str] = []
        rank = org = years = term = label = None
        is_national = False
        for _ in range(7):
            if kind == "congress" and not org and (match := _TO_NATION.match(self.text, place)):
                org, label = _NATIONAL[match["who"].lower()], match[0].strip()
                is_national = True
            elif match := _WORD.match(self.text, place):
                words.append(match[0].strip().lower())  # in brackets it is no part of the name
            elif org and (match := _above().match(self.text, place)):
                pass
            elif not org and (found := self._body(place, kind)):
                (org, label), place = found
                continue
            elif (
                not rank and (match := _ordinal().match(self.text, place)) and _is_rank(match, kind)
            ):
                word = match["ordinal"]
                rank = word.lower() if word.lower() in ordinal_words() else word
            elif not (years or term) and (match := self._term(place)):
                years, term = tidy_years(match["years"] or match["bracketed"]), match["term"]
            else:
                break
            place = match.end()
        is_national = is_national or "toàn quốc" in words
        term = tidy_ordinal(term)
        return Meeting(start, place, kind, org, rank, tuple(words), years, term, label, is_national)

    def _body(self, place: int, kind: str) -> tuple[tuple[str, str | None], int] | None:
        """Return the body at *place* with what the meeting's name calls it, and where it ends."""
        before = _BEFORE_BODY.match(self.text, place)
        body = self.bodies.get(before.end()) if before else None
        if body and may_hold(kind, body.name):
            if self._is_bare(body):
                return ("Đảng bộ", None), body.end
            whole = self._with_owner(body) if kind == "plenum" else body
            return (holder_of(kind, whole.name), self._label(kind, whole)), whole.end
        if kind == "congress" and (match := _PARTY.match(self.text, place)):
            return (THE_PARTY, None), match.end()
        if kind == "plenum" and (match := _CENTRE.match(self.text, place)):
            return ("Trung ương", None), match.end()
        return None

    def _is_bare(self, body: Placed) -> bool:
        """Whether only ``Đảng bộ`` is printed, without a number: whose is said by who holds it."""
        printed = self.text[body.start : body.end]
        return printed.lower() == "đảng bộ" and not _ordinal().match(self.text, body.end)

    def _with_owner(self, body: Placed) -> Placed:
        """Return a central committee with the organisation it is of, unless that is the Party."""
        if body.name != CENTRAL_COMMITTEE:
            return body
        behind = _BEFORE_BODY.match(self.text, body.end)
        owner = self.bodies.get(behind.end()) if behind and "," not in behind[0] else None
        if owner is None or not f"{owner.name} ".startswith(("Hội ", "Đoàn ", "Công đoàn ")):
            return body
        return Placed(body.start, owner.end, f"Ban Chấp hành Trung ương {owner.name}")

    def _label(self, kind: str, body: Placed) -> str | None:
        """Return the name of a plenum's committee, where it is printed as ``Ban Chấp hành``."""
        printed = self.text[body.start : body.end]
        if kind != "plenum" or not printed.startswith(
            ("Ban Chấp hành Đảng bộ", "Ban chấp hành Đ", "BCH")
        ):
            return None
        congress = holder_of("congress", body.name)
        return f"Ban Chấp hành {congress}" if congress != body.name else None

    def _term(self, place: int) -> re.Match[str] | None:
        match = _years().match(self.text, place)
        return match if match and any(match.groups()) else None


def _is_rank(match: re.Match[str], kind: str) -> bool:
    """Whether it is a number of meetings; one in words has ``thứ`` before it."""
    if match["marked"]:
        return True
    printed = match["ordinal"]
    return printed.isupper() or (printed.isdecimal() and kind in {"session", "plenum"})
