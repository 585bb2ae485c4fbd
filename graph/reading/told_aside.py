"""What is told aside, of an earlier time: no day of the story around it is its own."""

import re

from canbo.graph.reading.model import Span

_ASIDE = re.compile(
    r"(?:[,–-]\s(?:là )?người (?:đã |vừa |từng |mới )?(?:được|bị)|\b[Ss]au khi|\blần trước"
    r"|\b(?:do|vì|bởi|thì) đã (?:được|bị)|\btrước (?:đó|đây)(?! (?:là|giữ|làm))"
    r"|\b[Tt]rước khi|\btừng|\b(?:kinh|trải) qua|\bcách đây"
    r"|\bđược (?:gần |hơn )?\d{1,2} (?:tháng|năm))\b"
)
_EARLIER = re.compile(
    r"(?:Trước (?:nữa|đây|kia)|Lần trước|(?:Người|Vị) tiền nhiệm[^;]{0,80}\b(?:mới|đã) được"
    r"|Trước khi|(?:(?:Đúng|Gần|Hơn|Khoảng) )?(?i:một|hai|ba|bốn|năm|\d{1,2}) (?:năm|tháng)"
    r" (?:sau|trước)|Mới đây|Gần đây|Sau này|Về sau)\b"
)
_LIFE = re.compile(
    r"(?:Ông|Bà|Đồng chí|Anh|Chị)(?: [^\W\d_]+){1,5}? (?:là|sinh|quê|vốn) "
)  # who somebody is: the acts it goes on with were done before
_AT_MEETING = re.compile(
    r"Tại (?i:đại hội|hội nghị|kỳ họp|phiên họp)[^,.;:]{0,60}?"
    r"(?P<which>thứ \w+|khóa \w+|Trung ương \d+)"
)
_LEAD = 20  # characters before an act in which a word may set it aside
_BESIDE = 120  # characters from the start of such a sentence to the act
_KNOWN = 4000  # characters back in which a meeting has been spoken of


def is_told_aside(text: str, sentence: Span, act: Span) -> bool:
    """Return whether the act is only told of somebody: ``người đã được ...``, ``trước khi ...``."""
    return bool(_ASIDE.search(text, max(sentence.start, act.start - _LEAD), act.end))


def is_told_of_before(text: str, sentence: Span, act: Span) -> bool:
    """Return whether a sentence is about an earlier time, or about who somebody is."""
    if _EARLIER.match(text, sentence.start):
        return True
    is_near = act.start - sentence.start < _BESIDE
    return is_near and _LIFE.match(text, sentence.start) is not None


def may_be_told_before(text: str, sentence: Span) -> bool:
    """Return whether a day told before can be the sentence's, as for its meeting, if it names one.

    It can where that meeting was spoken of: not in ``Tại Đại hội lần thứ X, ông được bầu``.
    """
    match = _AT_MEETING.match(text, sentence.start, sentence.end)
    if match is None:
        return True
    before = text[max(0, sentence.start - _KNOWN) : sentence.start].lower()
    return match["which"].lower() in before
