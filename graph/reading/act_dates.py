"""The day and the term of the act that a link tells."""

import re
from bisect import bisect_right

from canbo.graph.reading.action_clauses import is_item
from canbo.graph.reading.holdings import Link
from canbo.graph.reading.model import Span, Status
from canbo.graph.reading.text import View
from canbo.graph.reading.when import Calendar

_NOT_CARRIED = (Status.DISCIPLINED, Status.ACTING)
_IN_APPOSITION = ("name-title", "title-name", "signer")
_LEAVES = ("miễn nhiệm", "thôi giữ", "thôi làm", "cho thôi")
_SANCTION = re.compile(r"(?i)(?<!\w)(?:kỷ luật|cảnh cáo|khiển trách|cách chức|khai trừ)(?!\w)")
_ALSO = re.compile(r"C[ùũ]ng (?:bị|chịu|nhận) ")  # of the session that the last sentence reports
_FAR = 1200  # characters; no clause is longer
_MOST = 12  # items of a list between one and the line that opens it


def find_act_day(
    view: View, calendar: Calendar, link: Link, sentence: Span, paragraph: Span
) -> str | None:
    """Return the day of the act of *link*; none for who only stands there as ``Quyền Chủ tịch``."""
    if link.status is Status.ACTING and link.rule in _IN_APPOSITION:
        return None
    act = Span(link.start, link.end)
    if link.status is not Status.DISCIPLINED:
        return calendar.act_day(act, sentence, paragraph, carries=_carries(view, link, sentence))
    is_also = _ALSO.match(view.text, sentence.start) is not None
    is_session = is_also or calendar.is_session(sentence, paragraph)
    day = calendar.act_day(act, sentence, paragraph, carries=is_session)
    opening = _opening(view, paragraph) if not day else None
    if opening is None:
        return day
    is_session = calendar.is_session(Span(opening.end, opening.end), opening)
    is_told = is_session or bool(_SANCTION.search(view.text, opening.start, opening.end))
    return calendar.act_day(act, sentence, opening, carries=True) if is_told else day


def find_term(view: View, calendar: Calendar, link: Link, body: str, sentence: Span) -> str | None:
    """Return the term of the post in *body* that the act gives or takes."""
    if not _carries(view, link, sentence):
        return None
    return calendar.term_near(link.post.start, link.post.end, body, sentence)


def _carries(view: View, link: Link, sentence: Span) -> bool:
    """Whether what an earlier sentence says of day and term can be the act's.

    Who only retires, and whose post another takes, did so on a day of his own.
    """
    if link.status is Status.RETIRED:
        start, end = max(sentence.start, link.start - _FAR), min(sentence.end, link.end + _FAR)
        told = view.text[start:end].lower()
        return any(word in told for word in _LEAVES)
    return link.status not in _NOT_CARRIED


def _opening(view: View, paragraph: Span) -> Span | None:
    """Return the line that opens the list a *paragraph* is an item of, if it is one."""
    index = bisect_right(view.paragraphs, paragraph.start, key=lambda one: one.start) - 1
    for before in range(index, max(-1, index - _MOST), -1):
        line = view.paragraphs[before]
        if not is_item(view.text, line.start):
            is_open = before < index and view.text[line.start : line.end].rstrip().endswith(":")
            return line if is_open else None
    return None
