"""The verbs by which someone does something with a document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from canbo.graph.reading.lexicon import load, one_of
from canbo.graph.reading.model import Deed, Span


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb at ``[start, end)`` of the view.

    *kind* is ``act`` (the document is its object), ``tell`` (it is so only right behind the verb:
    ``báo cáo Nghị quyết 18``), ``say`` (it asks others to act), ``hint`` (it asks only with ``cần``
    or ``phải`` behind it) or ``review`` (sơ kết 5 năm thực hiện).
    """

    start: int
    end: int
    deed: Deed
    kind: str

    @property
    def asks_nobody(self) -> bool:
        """Whether its subject does it, rather than asks for it."""
        return self.kind not in {"say", "hint"}


@cache
def _deeds() -> dict[str, tuple[Deed, str]]:
    return {row["surface"]: (Deed(row["deed"]), row["kind"]) for row in load("deeds")}


@cache
def _verbs() -> re.Pattern[str]:
    forms = {form for word in _deeds() for form in (word, word[0].upper() + word[1:])}
    return re.compile(rf"(?<![^\W_]){one_of(forms)}(?![^\W_])")


def find_verbs(text: str, sentence: Span) -> Iterator[Verb]:
    """Yield the verbs of a sentence that say what is done with documents."""
    for match in _verbs().finditer(text, sentence.start, sentence.end):
        deed, kind = _deeds()[match[0].lower()]
        if not _is_other_word(text, match):
            yield Verb(match.start(), match.end(), deed, kind)


_LONGER = re.compile(r"\s(?:mắt|mời|lời|đời|kết|tên|sức|sinh|viên|vụ việc|hội nghị)\b")


def _is_other_word(text: str, match: re.Match[str]) -> bool:
    """Whether the syllables belong to another word, are denied, or are a noun."""
    before = text[max(0, match.start() - 14) : match.start()].lower()
    if match[0].lower() == "có":
        return not _HAS.match(text, match.end())
    if match[0].lower() in {"ra", "ký", "học", "dẫn", "đã có", "vừa có", "thông tin"}:
        return bool(_LONGER.match(text, match.end())) or before.endswith(
            ("chữ ", "đưa ", "xảy ", "đề ", "nêu ")
        )
    if match[0].lower() in {"yêu cầu", "đề nghị", "kiến nghị", "đề xuất"}:
        return bool(_NOUN.match(text, match.end()) or _NOUN_BEFORE.search(before))
    return bool(_OTHER_BEFORE.search(before))


_HAS = re.compile(r"\s(?:[Vv]ăn bản|[A-ZĐ]\w+(?:\s[a-zđ]\w*)?)\s(?:số\s)?\d")
_NOUN = re.compile(
    r"\s(?:của|công\stác|nhiệm\svụ|đặt\sra|về|mới|thực\stế|thực\stiễn|phát\striển|cấp\sthiết|bức\sthiết)\b"
)
_NOUN_BEFORE = re.compile(
    r"\b(?:theo|có|những|các|nội dung|đáp ứng|trước|xét|đúng|một số|văn bản)\s$"
)
_OTHER_BEFORE = re.compile(
    r"(?:viện|ban|ban chỉ đạo|cố ý|tội|không|chưa|dừng|ngừng|chậm|hành vi|các|có)\s$"
)


_NOMINAL = re.compile(
    r"(?:việc|kết\squả|tình\shình|quá\strình|hiệu\squả|mức\sđộ|tiến\sđộ|(?:\d|một|hai|ba|bốn|năm|mười)\snăm|năm\sđầu"
    r"|nửa\snhiệm\skỳ|kế\shoạch|chương\strình|hướng\sdẫn|khi|sau|trước|đang\strong|báo\scáo"
    r"|(?:chịu|có)\strách\snhiệm|cần|phải|nên|hãy)"
    r"(?:\s(?:triển\skhai|tổ\schức|lãnh\sđạo,\schỉ\sđạo|chỉ\sđạo)(?:,|\svà)?)?\s$"
)


_ISSUED = re.compile(
    r"(?:ban hành|xây dựng|ra|ký|có|triển khai)(?: và ban hành)?(?: các| một| những| nhiều)?"
    r" (?:kế hoạch|chương trình(?: hành động)?|hướng dẫn|văn bản|công văn|nghị quyết|đề án)"
    r"(?: chuyên đề| cụ thể| riêng)?(?: để| nhằm)? $"
)


def is_nominal(text: str, verb: Verb) -> bool:
    """Return whether the verb is only spoken of: ``kết quả thực hiện``, ``việc triển khai``.

    Who issues a plan of doing it does it: ``ban hành kế hoạch thực hiện``.
    """
    before = text[max(0, verb.start - 60) : verb.start].lower()
    return bool(_NOMINAL.search(before)) and not _ISSUED.search(before)


_SINCE = re.compile(r"(?:Qua|Sau|Trong|Trải qua)\s[^,;.:]{0,40}$")


def is_lookback(text: str, start: int, verb: Verb) -> bool:
    """Return whether a sentence looks back on years: ``Qua 3 năm thực hiện Chỉ thị 05, X ...``."""
    return bool(_SINCE.fullmatch(text, start, verb.start))


def is_review(text: str, verb: Verb) -> bool:
    """Return whether the doing is what a review looks back on: ``sơ kết 3 năm thực hiện``."""
    before = text[max(0, verb.start - 60) : verb.start].lower()
    return bool(re.search(r"(?:sơ|tổng) kết\s[^,;.]{0,48}$", before))


@cache
def _openers() -> re.Pattern[str]:
    """Return the pattern of a sentence without subject, up to its verb."""
    words = {row["word"] for row in load("elided_openers")} | set(_deeds())
    adverb = "|".join(row["word"] for row in load("opening_adverbs"))
    verbs = one_of({form for word in words for form in (word, word[0].upper() + word[1:])})
    return re.compile(
        rf"(?:[-–+•*]\s)?(?:(?:{adverb})\b[^,.;]{{0,80}},\s){{0,3}}(?:{verbs})(?![^\W_])"
    )


def is_elided(text: str, start: int, place: int) -> bool:
    """Return whether the sentence at *start* opens with its verb, so that its subject is elided."""
    match = _openers().match(text, start)
    return match is not None and match.start() <= place


def take_joined(text: str, verbs: Sequence[Verb]) -> Sequence[Verb]:
    """Return the first of *verbs* with the next, if they are joined: ``học tập và triển khai``."""
    is_pair = len(verbs) > 1 and re.fullmatch(
        r"(?:,|\svà|,\svà)\s", text[verbs[0].end : verbs[1].start]
    )
    return verbs[: 2 if is_pair else 1]
