"""The day of an act that a later sentence gives: ``Việc bầu diễn ra ngày ...``, ``về việc này``."""

import re
from collections.abc import Iterable

from canbo.graph.reading.dates import DateMention

_LEAD = 120  # characters of a short sentence up to its date
_ABOUT_THIS = re.compile(
    r"\s(?:về|để xử lý) (?:việc|vụ việc|nội dung|vấn đề) (?:này|trên|nêu trên)(?!\w)"
)
_BALLOT = re.compile(
    r"(?<!\w)(?:[Vv]iệc (?:bầu|bổ nhiệm|phê chuẩn)|[Cc]uộc (?:bầu|bỏ phiếu)(?: kín)?"
    r"|[Ll]ễ (?:công bố|trao) quyết định)(?: này)?"
    r" (?:được |đã )*(?:diễn ra|tiến hành|tổ chức|công bố|có hiệu lực)"
    r" (?:vào |kể từ |từ )?(?:sáng |chiều |tối |hôm )?(?:ngày )?$"
)
_APPOINTED = re.compile(
    r"(?:Đồng chí|Ông|Bà|Anh|Chị)(?: [^\W\d_]+)? được (?:[a-zđ]\w*,? ){0,6}?bổ nhiệm"
    r"(?:,? (?:có )?thời hạn (?:là )?\d{1,2} năm| giữ chức vụ (?:này|trên|mới))*"
    r",? (?:kể )?từ (?:ngày )?"
)


def find_decided(text: str, decided: Iterable[DateMention]) -> str | None:
    """Return the day of the decision ``về việc này`` among those told behind an act."""
    return next((day.iso for day in decided if _ABOUT_THIS.match(text, day.end)), None)


def find_told(text: str, start: int, days: Iterable[DateMention]) -> str | None:
    """Return the first of *days*, all behind *start*, that a sentence gives to the act before it.

    ``Việc bầu diễn ra ngày ...``; ``Đồng chí được bổ nhiệm, thời hạn 5 năm, kể từ ngày ...``, where
    no post is named again.
    """
    for day in days:
        lead = re.split(r"[.!?]\s", text[max(start, day.start - _LEAD) : day.start].lstrip())[-1]
        if day.day and (_BALLOT.search(lead) or _APPOINTED.fullmatch(lead)):
            return day.iso
    return None
