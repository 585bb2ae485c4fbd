"""On which day a meeting is held, as its sentence says."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from canbo.graph.reading.dates import DateMention
from canbo.graph.reading.event_mentions import Meeting

_PREPARED = re.compile(
    r"(?:[Cc]huẩn\sbị|[Dd]ự\skiến|[Pp]hục\svụ|[Hh]ướng\stới|[Tt]iến\stới|trước|để\s(?:HĐND|Quốc\shội))\b[^.;]{0,40}$"
)
_AFTER = re.compile(r"\b[Ss]au (?:khi )?(?:kết thúc )?$")
_LEAD = 24  # characters before a meeting that say it is over
_BESIDE = 32  # characters behind its name in which its own day stands
_NOW = re.compile(r"\b(?:sáng|chiều|tối|trưa|hôm|ngày) (?:hôm )?nay\b", re.IGNORECASE)
_SINCE = {"từ ngày", "kể từ ngày", "trước ngày", "từ", "kể từ", "trước"}
_UNTIL = {"đến ngày", "đến", "hết ngày", "hết"}
_RANGE = re.compile(r"\s(?:đến|tới|[-–])\s")
_BEGINS = re.compile(r"(?:khai mạc|diễn ra|bắt đầu|họp|tổ chức) (?:kể )?từ (?:ngày )?$")


def find_day(
    text: str,
    meeting: Meeting,
    near: tuple[int, int],
    dates: Sequence[DateMention],
    attested_on: str | None,
) -> str | None:
    """Return the first day, else the month, given for a *meeting* in the stretch *near* of *text*.

    None where the meeting is only being prepared there; ``sáng nay`` is *attested_on*.
    """
    start, end = near
    if _PREPARED.search(text[max(start, meeting.start - 60) : meeting.start]):
        return None
    is_over = _AFTER.search(text, max(start, meeting.start - _LEAD), meeting.start) is not None
    if is_over:  # what is done after it has a day of its own
        comma = text.find(",", meeting.end, end)
        start, end = meeting.start, min(end, meeting.end + _BESIDE, comma if comma > 0 else end)
    first, last = (bisect_left(dates, at, key=lambda d: d.start) for at in (start, end))
    inside = dates[first:last]
    if found := _nearest(meeting, [date for date in inside if _is_day(text, date)]):
        return found
    if not is_over and _NOW.search(text, start, end):
        return attested_on
    return _nearest(meeting, [d for d in inside if d.value and d.value.month and not d.day])


def _nearest(meeting: Meeting, dates: Sequence[DateMention]) -> str | None:
    if not dates:
        return None
    return min(dates, key=lambda date: abs(date.start - meeting.start)).iso


def _is_day(text: str, date: DateMention) -> bool:
    """Whether a date can be a meeting's first day, not one from which something is in force."""
    if not date.value or not date.value.day or date.cue in _UNTIL:
        return False
    if date.until or date.cue not in _SINCE:
        return True
    opens = _RANGE.match(text, date.end)
    return bool(opens or _BEGINS.search(text[max(0, date.start - 24) : date.start]))
