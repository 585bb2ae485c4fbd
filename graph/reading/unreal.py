"""Posts that are only planned, still to come, or taken back: a sentence does not state them."""

import re

from canbo.graph.reading.line import Line, is_short

_PLANNED = ("dự kiến", "quy hoạch", "phương án", "sẽ được xem xét")
# ``Trước khi làm Bí thư``, ``không nhận chức``, ``thi tuyển chức danh``.
_STILL_AHEAD = (
    "trước khi ",
    "đến khi ",
    "tới khi ",
    "không ",
    "không chịu ",
    "từ chối ",
    "chưa ",
    "nhân sự ",
    "ứng viên ",
    "thi tuyển ",
    "tiêu chuẩn ",
)
_NEAR, _FAR = 16, 60
# ``thu hồi quyết định bổ nhiệm``: the decision that gives the post is taken back.
_UNDONE = re.compile(
    r"(?<!\w)(?:thu hồi|hủy bỏ|hủy|bãi bỏ)(?: các)? (?:quyết định|việc)(?: [^\W\d]+){0,6} $"
)
# ``theo quy hoạch sẽ lên làm P``
_FORESEEN = re.compile(r"(?<!\w)quy hoạch(?: [^\W\d]+){0,3} $")


def is_no_fact(line: Line, place: int) -> bool:
    """Return whether the post that the word at *place* leads to is planned, ahead or undone."""
    is_undone = _UNDONE.search(words_before(line, place, _FAR))
    is_undone = is_undone or _FORESEEN.search(words_before(line, place, _FAR))
    return _is_planned(line, place - 1) or is_undone is not None or _is_still_ahead(line, place)


def words_before(line: Line, place: int, size: int) -> str:
    """Return up to *size* letters of the sentence before *place*, in lower case."""
    start = line.items[place].start
    return line.page.low[max(line.span.start, start - size) : start]


def _is_still_ahead(line: Line, place: int) -> bool:
    return words_before(line, place, _NEAR).endswith(_STILL_AHEAD)


def _is_planned(line: Line, place: int) -> bool:
    """Whether the post is only planned (``quy hoạch chức danh``, ``dự kiến đảm nhận``)."""
    cue = line.cue(place)
    return bool(cue and cue.word in _PLANNED and is_short(line.gap(place, place + 1)))
