"""The name a title stands behind: at once, or behind what is told of the person in between.

``ông A (sinh năm 1970), Bí thư``; in notices of death, lists of candidates and rows of tables whole
records stand there: birth, home, honours, training.
"""

import re
from functools import cache

from canbo.graph.reading.lexicon import matcher
from canbo.graph.reading.line import AND, Line, coordinated, is_plural
from canbo.graph.reading.people_around import SAYS

_APPOSED = re.compile(
    r"(?:\([^()]{0,60}\)\s*)?(?:,|-|–|—|:|\()?\s*"
    r"(?:(?:là|hiện|nay|hiện là|đồng thời|kiêm|cùng là|đều là|đều|chức vụ:?)\s*)*"
)
_FILLED = re.compile(
    r"(?:\([^()]{1,60}\))?(?:,[^;.:,]{1,60}){1,3},|"
    r",[^;.:]{1,70},|-[^;.:,]{1,40}-|\([^()]{1,80}\)[ ,–-]*|,\s?\d\d tuổi,?|,[^;:]{0,40}\d{4}\),?"
)
CLAUSE = re.compile(r" [^\W\d_]| ?[“\"]")
"""What follows a title that is a subject of its own: a verb, or a quotation."""
_BESIDES = re.compile(r"(?<!\w)(?:ngoài|bên cạnh|trước) $")
_ABOUT = re.compile(r"(?<!\w)(?:với|về|cho|của) $")
_SPEAKS = re.compile(rf" (?:{SAYS}|đề nghị|chỉ đạo)(?!\w)")
_REACH = 40
_PART = re.compile(r"[,;|()]|(?:^| )[-–—:] ")
_ROW = re.compile(
    r"(?:\((?:nam|nữ)\)|nam|nữ)?[ ,]*(?:\d{1,2}[/.-]\d{1,2}[/.-])?(?:19|20)\d\d(?: [^.:;]{0,60})?"
)
_LONGEST, _SHORT, _FAR = 400, 4, 6


def find_apposed(line: Line, first: int) -> int:
    """Return the place of the name that the post at *first* stands behind; -1 where it is none."""
    name = first - 1
    while name >= 0 and first - name < _FAR and _is_aside(line, name):
        name -= 1
    if not line.is_named(name) or _is_besides(line, name, first):
        return -1
    gap = line.page.low[line.items[name].end : line.items[first].start].strip()
    if name == first - 1 and gap and (_APPOSED.fullmatch(gap) or _FILLED.fullmatch(gap)):
        return name
    is_told = len(gap) <= _LONGEST and (_is_record(gap) or _is_row(line, name, gap))
    return name if is_told else -1


def _is_besides(line: Line, name: int, first: int) -> bool:
    """Whether the title is a subject of its own (``Ngoài ông A, Bộ trưởng Bộ Y còn bổ nhiệm``)."""
    start, end = line.items[name].start, line.items[first].end
    before = line.page.low[max(0, start - _REACH) : start]
    if _BESIDES.search(before):
        return bool(CLAUSE.match(line.page.low, end))
    return bool(_ABOUT.search(before) and _SPEAKS.match(line.page.low, end))


def _is_aside(line: Line, place: int) -> bool:
    """Whether what stands at *place* can be part of what is told of somebody."""
    item, cue = line.items[place], line.cue(place)
    is_nobody = item.name is not None and not line.people[place]  # ``Thạc sĩ Luật``
    return is_nobody or item.body is not None or (cue is not None and cue.kind == "none")


def _is_record(gap: str) -> bool:
    """Whether each part of *gap* tells of birth, home, honours or training.

    A few words more may follow such a part: the unit around a village, the other half of a date.
    """
    parts = [part.strip(" :.") for part in _PART.split(gap)]
    is_open = is_told = False
    for part in filter(None, parts):
        is_known = _vitals().match(part) is not None
        if not (is_known or (is_open and len(part.split()) <= _SHORT)):
            return False
        is_open, is_told = True, is_told or is_known
    return is_told and _PART.match(gap) is not None and gap[-1] in ",;)-–—:|"


@cache
def _vitals() -> re.Pattern[str]:
    return re.compile(rf"(?:và )?(?:{matcher('vitals', 'word').pattern}|\d[\d/.-]{{3,}}|\d\d tuổi)")


def _is_row(line: Line, name: int, gap: str) -> bool:
    """Whether name and post are cells of one row of a table, which names nobody else."""
    if sum(map(line.is_named, range(len(line.items)))) > 1:
        return False
    lead = line.page.low[line.span.start : line.items[name].start]
    if gap.startswith("|") and gap.endswith("|"):
        return "." not in gap.replace("./", "")
    return not lead.strip("0123456789.)|-•* ") and _ROW.fullmatch(gap) is not None


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
