"""Apposition: a post behind a name, parted by a comma, a dash or brackets (``ông A, P``)."""

import re

from canbo.graph.reading.line import AND, Line, coordinated, is_plural

_REACH = 40
CLAUSE = re.compile(r" [^\W\d_]| ?[“\"]")
"""What follows a title that is a subject of its own: a verb, or a quotation."""
_APPOSED = re.compile(
    r"(?:\([^()]{0,60}\)\s*)?(?:,|-|–|—|:|\()?\s*"
    r"(?:(?:là|hiện|nay|hiện là|đồng thời|kiêm|cùng là|đều là|đều|chức vụ:?)\s*)*"
)
_FILLED = re.compile(
    r"(?:\([^()]{1,60}\))?(?:,[^;.:,]{1,60}){1,3},|"
    r",[^;.:]{1,70},|-[^;.:,]{1,40}-|\([^()]{1,80}\)[ ,–-]*|,\s?\d\d tuổi,?|,[^;:]{0,40}\d{4}\),?"
)


def is_apposed(line: Line, first: int) -> bool:
    """Return whether the post at *first* stands behind a name as its apposition."""
    if not line.is_named(first - 1):
        return False
    gap = line.gap(first - 1, first)
    if _is_besides(line, first):
        return False
    return bool(gap and (_APPOSED.fullmatch(gap) or _FILLED.fullmatch(gap)))


def _is_besides(line: Line, first: int) -> bool:
    """Whether the title is a subject of its own (``Ngoài ông A, Bộ trưởng Bộ Y còn bổ nhiệm``)."""
    start = line.items[first - 1].start
    is_aside = _BESIDES.search(line.page.low[max(0, start - _REACH) : start])
    return is_aside is not None and bool(CLAUSE.match(line.page.low, line.items[first].end))


_BESIDES = re.compile(r"(?<!\w)(?:ngoài|bên cạnh|trước) $")


def apposed_people(line: Line, name: int, post: int) -> tuple[int, ...]:
    """Return the people an apposition is said of: the name before it, or a pair of names."""
    title = line.post(post)
    is_shared = re.search(r"(?:cùng là|đều|cùng giữ)", line.gap(name, post)) or is_plural(
        line, post
    )
    is_seat_of_many = title and title.title.startswith(("Phó", "Ủy viên", "Đại biểu", "Thứ"))
    is_pair = line.is_named(name - 1) and AND.fullmatch(line.gap(name - 1, name))
    if is_shared or (is_pair and is_seat_of_many and not _has_own_post(line, name - 1)):
        return coordinated(line, name)
    return (name,)


def _has_own_post(line: Line, name: int) -> bool:
    return line.post(name - 1) is not None and not line.gap(name - 1, name)
