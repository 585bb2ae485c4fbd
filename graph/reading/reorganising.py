"""What became of organisations: founded, renamed, merged, split, ended, as a text reports it.

A sentence is looked at with a sign for each body it names and for each date, so that a rule of
``lexicon/changes.csv`` reads like the sentence: ``{join} {old} thành {new}``. What is only planned
or asked for (``đề án``, ``dự kiến``, ``sẽ``), and what an anniversary recalls, is no change.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from canbo.graph.reading.changing import replace
from canbo.graph.reading.dates import DateMention
from canbo.graph.reading.event_mentions import Placed, outermost, place_bodies
from canbo.graph.reading.lexicon import load
from canbo.graph.reading.model import BodyMention, Change, Document, Reform, Span
from canbo.graph.reading.named_bodies import is_named
from canbo.graph.reading.signed_sentence import BODY, DAY, SignedSentence
from canbo.graph.reading.text import View

_LONGEST: Final = 1200
"""Characters; no sentence that reports a change is longer."""

_HEADS: Final = (
    r"(?:[Ss]ở|[Bb]an|[Bb]ộ|[Cc]ục|[Vv]ụ|[Pp]hòng|[Vv]ăn phòng|[ỦủUu]y ban|UBND|HĐND|[Hh]ội"
    r"|Đảng (?:ủy|bộ|đoàn)|[Cc]hi (?:bộ|cục)|[Cc]ông an|[Tt]ổng cục|[Tt]hanh tra|[Tt]rung tâm"
    r"|[Vv]iện|(?:Tỉnh|Thành|Huyện|Quận|Thị) ủy)"
)
_CUES: Final = (
    "áp nhập",
    "ợp nhất",
    "đổi tên",
    "tách",
    "thành lập",
    "giải thể",
    "ấm dứt",
    "ết thúc",
)
"""What every rule has a word of; without the first letter where that may be a capital."""

_NEAR: Final = 120  # characters from such a word to the body it is about
_PLANNED: Final = re.compile(
    r"\b(?:sẽ|dự kiến|đề án|phương án|dự thảo|đề nghị|đề xuất|kiến nghị|xem xét|nghiên cứu"
    r"|chủ trương|kế hoạch|lộ trình|chuẩn bị|không|chưa|nếu|có thể|cần|nên|muốn"
    r"|định hướng|tiến tới|thẩm quyền"
    r"|kỷ niệm|trước khi|trước thời điểm|tờ trình|ý kiến|tạm dừng|thảo luận)"
    r"(?: [^\s,;.]{1,20}){0,7} $|\b(?:ngày|lễ|năm|hồ sơ) $",
    re.IGNORECASE,
)
_DECIDED: Final = re.compile(
    r"\b(?:nghị quyết|quyết định|thông qua|ban hành|ký|quyết nghị|tán thành|đồng ý|thống nhất"
    r"|kết luận)\b"
    r"[^;:.]{0,80}$",
    re.IGNORECASE,
)
_DONE: Final = re.compile(
    r"\b(?:đã|vừa|mới|sau khi|được|chính thức|từ khi)(?: [^\s,;]{1,20}){0,3} $", re.IGNORECASE
)
_OFFICE: Final = re.compile(
    r"(?:Sở|Ban(?! (?:Quản lý|Quản trị|Giám|Liên lạc|Chỉ huy))|Bộ(?! phận)|Cục|Vụ|Phòng|Văn phòng"
    r"|Ủy ban|UBND|HĐND|Đảng (?:ủy|bộ|đoàn)|Chi (?:bộ|ủy|cục)|Công an|Tổng cục|Thanh tra|Kho bạc"
    r"|(?:Tỉnh|Thành|Huyện|Quận|Thị) ủy|Hội (?:Nông dân|Liên hiệp|Cựu chiến binh)"
    r"|Liên đoàn Lao động|MTTQ|Bảo hiểm xã hội"
    r"|Viện Kiểm sát|Tòa án|Học viện Chính trị|Trường Chính trị|Trung tâm Chính trị)(?!\w)"
)
_FOR_A_TIME: Final = re.compile(r"(?:Ban Chỉ đạo|Ban Tổ chức (?!Tỉnh|Thành|Huyện|Quận|Thị|Trung))")
_PART_OF: Final = re.compile(r"\b(?:thuộc|của|tại|ở|do|trong|cho|với|bởi) $", re.IGNORECASE)
_PROVINCE: Final = re.compile(r" (?:tỉnh|Tỉnh ủy|Thành ủy|Thành phố) (\S.*)$")
_ABSORBED: Final = re.compile(rf"{BODY} (?:vào|về) {BODY}$|nhập (?:vào|về) {BODY}")
_SINCE: Final = re.compile(r"\b(?:từ|từ đầu) (?:ngày |tháng |năm )?$", re.IGNORECASE)
_BEHIND: Final = re.compile(rf",? \(?(?:vào |trong |hồi )?(?:ngày |tháng |năm )?{DAY}")
_OPENS: Final = re.compile(r"^(?:Vào |Hồi |Sáng |Chiều )?(?:[Nn]gày |[Tt]háng |[Nn]ăm )?$")


@cache
def _rules() -> tuple[tuple[str, Reform, re.Pattern[str]], ...]:
    """Return name, kind and expression of each rule, those that say more first."""
    few = r"(?:các |những |hai |ba |\d{1,2} )?(?:cơ quan|đơn vị|tổ chức)?(?: gồm| là)?:? ?"
    more = rf"(?:,? và |,? với |,? cùng |, ){few}{BODY}"
    since = rf"(?:,? (?:kể )?từ (?:ngày |tháng |năm )?{DAY},?)?"
    parts = {
        "few": few,
        "old": rf"(?P<old>{BODY}(?:{more})*)",
        "new": rf"(?P<new>{BODY}(?:{more})*)",
        "one_old": rf"(?P<old>{BODY})",
        "one_new": rf"(?P<new>{BODY})",
        "several_old": rf"(?P<old>{BODY}(?:{more})+)",
        "several_new": rf"(?P<new>{BODY}(?:{more})+)",
        "when": since,
        "aux": rf"{since}(?: (?P<done>đã|được|chính thức|vừa|mới|bị))*{since}",
        "passive": rf"{since}(?: (?:đã|chính thức|vừa|mới))* (?P<done>được|bị){since}",
        "join": r"(?:sáp nhập|hợp nhất|nhập)(?: lại| nguyên trạng| toàn bộ)?",
        "part": r"(?:chia tách|chia, tách|chia|tách)",
        "end": r"(?:giải thể|(?:kết thúc|chấm dứt) (?:việc |sự )?hoạt động)",
        "into": r"(?:(?:để )?(?:thành|thành lập|hình thành|trở thành)|lập nên"
        r"|(?:và )?lấy tên(?: mới)?(?: là)?|với tên gọi(?: mới)?(?: là)?"
        r"|và đổi tên thành)(?: một)?",
        "halt": r"(?=[,.;)]|$| (?:(?:kể )?từ|vào|trong|hồi|ngày|tháng|năm|theo|sau|do|để|và) )",
        "stop": r"(?=[,.;:)”\"]|$| [(–-]| (?:(?:kể )?từ|vào|về|trong|hồi|ngày|tháng|năm|theo"
        r"|sau|do|để|và|với|thành|trên|của|thuộc|trực thuộc|là|tại|thì|được|có|đã) )",
    }
    found: list[tuple[str, Reform, re.Pattern[str]]] = []
    for row in load("changes"):
        pattern = re.sub(r"\{([a-z_]+)\}", lambda name: parts[name[1]], row["pattern"])
        rule = re.compile(rf"(?<!\w){pattern}", re.IGNORECASE)
        found.append((row["name"], Reform(row["kind"]), rule))
    return tuple(found)


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(rf"\b{_HEADS}\b")


def tells_of_change(text: str) -> bool:
    """Return whether the *text* may report that an organisation was changed."""
    return any(_has_body_near(text, cue) for cue in _CUES)


def _has_body_near(text: str, cue: str) -> bool:
    at = text.find(cue)
    while at >= 0:
        if _heads().search(text, max(0, at - _NEAR), at + _NEAR):
            return True
        at = text.find(cue, at + 1)
    return False


def find_changes(
    view: View,
    bodies: Sequence[BodyMention],
    documents: Sequence[Document],
    dates: Sequence[DateMention],
) -> tuple[Change, ...]:
    """Return the changes of organisations that *view* reports, in the order it does.

    Only bodies of which it is known which one is meant are in them.
    """
    sentences = _with_cue(view)
    if not sentences:
        return ()
    every = place_bodies(view, bodies)
    placed = tuple(outermost(every))
    whole = {(body.start, body.end) for body in placed}
    above: dict[int, str] = {}
    for body in every:
        if (body.start, body.end) not in whole:
            above.setdefault(body.end, body.name)
    cited = {document.date for document in documents if document.date}
    told = [date for date in dates if date.iso and date.iso not in cited]
    found: dict[tuple[Reform, tuple[str, ...], tuple[str, ...]], Change] = {}
    for sentence in sentences:
        within = _between(placed, sentence)
        if within and sentence.end - sentence.start <= _LONGEST:
            for change in _read(
                SignedSentence.of(view, sentence, within, _between(told, sentence), above)
            ):
                key = (change.kind, change.originals, change.results)
                found[key] = _join(found[key], change) if key in found else change
    return tuple(found.values())


def _with_cue(view: View) -> list[Span]:
    """Return the sentences that have a word for a change, in order."""
    found: set[int] = set()
    for cue in _CUES:
        at = view.text.find(cue)
        while at >= 0:
            found.add(bisect_right(view.sentences, at, key=lambda span: span.start) - 1)
            at = view.text.find(cue, at + 1)
    return [view.sentences[index] for index in sorted(found)]


def _between(things: "Sequence[Placed] | Sequence[DateMention]", sentence: Span) -> list[Placed]:
    """Return those of *things*, in order, that begin in the *sentence*, as places."""
    first, last = (
        bisect_left(things, at, key=lambda thing: thing.start)
        for at in (sentence.start, sentence.end)
    )
    return [
        thing if isinstance(thing, Placed) else Placed(thing.start, thing.end, thing.iso or "")
        for thing in things[first:last]
    ]


def _join(one: Change, other: Change) -> Change:
    """Return what two passages of one text say of a change: the one that dates it, first."""
    best = max(one, other, key=lambda change: (change.is_done, bool(change.date)))
    return replace(best, spans=(*one.spans, *other.spans))


def _read(masked: SignedSentence) -> Iterator[Change]:
    taken: list[tuple[int, int]] = []
    for name, kind, pattern in _rules():
        for match in pattern.finditer(masked.text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            before = masked.text[: match.start()]
            if not _PLANNED.search(before[-120:]):
                yield from _report(masked, match, name, kind)


def _report(
    masked: SignedSentence, match: "re.Match[str]", name: str, kind: Reform
) -> Iterator[Change]:
    """Yield the change that *match* tells of, if all its bodies are known."""
    sides = [
        masked.names(*match.span(side)) if side in match.re.groupindex else ()
        for side in ("old", "new")
    ]
    before = masked.text[: match.start()]
    date, is_since = _date(masked, match)
    said = match["done"] if "done" in match.re.groupindex else None
    is_decided = bool(_DECIDED.search(before[-160:])) and not is_since
    is_done = not is_decided and bool(said or date or _DONE.search(before[-60:]))
    if not _is_told(kind, sides[0], sides[1], date, before):
        return
    span = masked.view.span(masked.place(match.start()), masked.place(match.end()))
    was_there = sides[1] if _ABSORBED.search(match[0]) else ()
    originals = tuple(dict.fromkeys((*sides[0], *was_there)))
    yield Change(kind, originals, sides[1], (span,), date, is_done=is_done, rule=name)


def _is_told(
    kind: Reform, old: Sequence[str], new: Sequence[str], date: str | None, before: str
) -> bool:
    """Whether it is known which offices are meant, and something is said of them.

    Which body an unfinished name means is worked out; if that led to two provinces it went wrong.
    """
    names = (*old, *new)
    if kind is Reform.FOUNDING:
        is_new = date is not None and not any(_FOR_A_TIME.match(name) for name in names)
    else:
        is_new = tuple(old) != tuple(new)
    provinces = {found[1] for name in names if (found := _PROVINCE.search(name))}
    are_offices = all(is_named(name) and _OFFICE.match(name) for name in names)
    return is_new and are_offices and len(provinces) <= 1 and not _PART_OF.search(before[-12:])


def _date(masked: SignedSentence, match: "re.Match[str]") -> tuple[str | None, bool]:
    """Return the date of the change, and whether it holds from then on (``từ ngày``)."""
    text = masked.text
    days = [at for at in masked.signs if text[at] == DAY]
    since = [at for at in days if _SINCE.search(text[max(0, at - 16) : at])]
    if len(since) == 1:
        return masked.signs[since[0]].name, True
    if behind := _BEHIND.match(text, match.end()):
        return masked.signs[behind.end() - 1].name, False
    opening = [at for at in days if _OPENS.match(text[:at])]
    return (masked.signs[opening[0]].name, False) if opening else (None, False)
