"""Who a word is said of: the people before and behind it, without those who only act or tell."""

import re

from canbo.graph.reading.line import Line, coordinated

SAYS = (
    "cho rằng|cho biết|cho hay|khẳng định|nhấn mạnh|nói|nêu rõ|yêu cầu|kể|nhận định|phát biểu"
    "|chia sẻ|trình bày|giải thích|trả lời|bày tỏ|lưu ý"
)
"""What somebody does who only tells of something: a part of an expression."""
SAYING_THAT = re.compile(rf"(?<!\w)(?:{SAYS}|rằng)(?!\w)")
"""The same, where it stands anywhere in a sentence."""
_TELLING_OF = re.compile(r"(?<!\w)(?:xác nhận|đề cập|thông báo|công bố|tiết lộ)(?!\w)")


def _is_by(line: Line, place: int) -> bool:
    cue = line.cue(place)
    return cue is not None and cue.kind == "by"


def is_agent(line: Line, place: int) -> bool:
    """Return whether the person at *place* only acts: behind ``do``, titles between or not."""
    before = place - 1
    while before >= 0 and line.post(before):
        before -= 1
    return _is_by(line, before)


_STOPS = frozenset(("act", "turn", "state", "retire", "punish", "doubt"))
_NOT_YET = re.compile(
    r"(?:tuổi|trước khi|sắp|chuẩn bị|sẽ|sau khi|đến khi|đề nghị|xem xét|có thể|sẽ bị) $"
)


def people_before(line: Line, place: int) -> tuple[int, ...]:
    """Return the people named before *place* that the word there is said of."""
    for before in range(place - 1, -1, -1):
        if is_source(line, before):
            return ()
        if line.is_person(before) and not is_agent(line, before):
            if _is_telling(line, before, place):
                return ()
            is_inside = _OPEN.search(line.page.low, line.items[before].end, line.items[place].start)
            is_one = not line.is_named(before) or is_inside is not None
            return (before,) if is_one else coordinated(line, before)
    return ()


_OPEN = re.compile(r"\([^)]*$")  # said in brackets of the last name alone


def _is_telling(line: Line, person: int, place: int) -> bool:
    """Whether the *person* only tells of what stands at *place* (``bà X cho biết Y bị ...``)."""
    start, end = line.items[person].end, line.items[place].start
    return any(words.search(line.page.low, start, end) for words in (SAYING_THAT, _TELLING_OF))


def is_source(line: Line, place: int) -> bool:
    """Return whether somebody is only the source of what is said (``theo ông X``, ``theo P X``)."""
    first = place
    while first > 0 and line.post(first - 1) and not line.gap(first - 1, first):
        first -= 1
    start = line.items[first].start
    return line.is_named(place) and line.page.low.endswith("theo ", line.span.start, start)


def people_after(line: Line, place: int) -> list[int]:
    """Return the people named behind *place*, up to the next verb."""
    people: list[int] = []
    for after in range(place + 1, len(line.items)):
        cue = line.cue(after)
        if cue and cue.kind in _STOPS:
            break
        if line.is_person(after) and not is_agent(line, after):
            people.append(after)
    return people


def is_not_yet(line: Line, place: int) -> bool:
    """Return whether the words before say that it has not happened (``sắp nghỉ hưu``)."""
    start = line.items[place].start
    return bool(_NOT_YET.search(line.page.low[max(0, start - 20) : start]))
