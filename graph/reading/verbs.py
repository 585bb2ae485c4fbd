"""What a verb makes of a post: whose it is, and with which status."""

import re
from dataclasses import dataclass

from canbo.graph.reading.line import Line, coordinated, is_short

_LEADING = frozenset(("act", "turn", "link", "state", "duties", "propose", "punish", "none"))
_SAYING = frozenset(("act", "turn", "propose", "state", "duties", "punish"))
_IN_AGENT = frozenset(("of", "by", "none", "plural"))


_SAYING_THAT = re.compile(
    r"(?<!\w)(?:cho rằng|cho biết|cho hay|khẳng định|nhấn mạnh|nói|nêu rõ|yêu cầu|kể|nhận định"
    r"|phát biểu|chia sẻ|trình bày|giải thích|trả lời|bày tỏ|lưu ý"
    r"|rằng)(?!\w)"
)
_TELLING_OF = re.compile(r"(?<!\w)(?:xác nhận|đề cập|thông báo|công bố|tiết lộ)(?!\w)")
_ENTERING = ("làm", "giữ", "đảm", "nhận", "tham gia", "về", "sang")
_ASKED = ("đề nghị", "kiến nghị", "dự kiến", "trình", "xem xét", "đề nghị xem xét")
_PLANNED = ("dự kiến", "quy hoạch", "phương án", "sẽ được xem xét")


@dataclass(frozen=True, slots=True)
class Verb:
    """The verb that governs a post: its *kind* and *status*, the places of its *subjects*.

    *is_active* is true where somebody does it to another (``bổ nhiệm ông X``); *place* is where the
    word with the status stands in the line.
    """

    kind: str
    status: str
    subjects: tuple[int, ...]
    is_active: bool
    place: int


def read_verb(line: Line, post: int) -> Verb | None:
    """Return the verb that leads to the post at *post*, or None where none does."""
    leading = _leading_cues(line, post)
    if not leading or _is_no_fact(line, leading[-1]):
        return None
    said = next((p for p in leading if _kind(line, p) in _SAYING), None)
    if said is not None and len(leading) == 1 and _word(line, said) == "đề xuất":
        return None  # the post is asked, not asked for (``đề xuất Thủ tướng xóa quy hoạch``)
    if said is None:
        said = _status_before(line, leading[-1])
    cue = line.cue(said) if said is not None else None
    kind, status = (cue.kind, cue.status) if cue else ("link", "current")
    if _is_entered(line, leading, said, status):
        kind, status = "turn", "appointed"
    if kind == "act" and said is not None and is_proposed(line, said):
        kind, status = "propose", "proposed"
    acts = [p for p in leading if _kind(line, p) in ("act", "propose")]
    passive = next((q for p in acts if (q := _passive_before(line, p)) is not None), None)
    start = leading[-1] - 1 if passive is None else passive - 1
    is_active = bool(acts) and passive is None
    subjects = () if is_active else _subjects(line, start)
    if is_active and acts and kind == "propose":
        subjects = _subjects(line, start)
    if kind == "punish" and said is not None and not _falls_on(line, subjects, said):
        subjects = ()  # the post is that of whom it falls on, not of who tells of it
    return Verb(kind, status, subjects, is_active, said if said is not None else leading[0])


def _is_entered(line: Line, leading: list[int], said: int | None, status: str) -> bool:
    """Whether a plain word (``làm``) tells of a new post: after one left, by decision, for another.

    ``thôi P1, về làm P2``; ``nhận quyết định làm P``; ``thay ông B làm P``.
    """
    if said is None and _is_replaced(line, leading[-1] - 1):
        return True
    is_entry = any((c := line.cue(p)) and c.word.startswith(_ENTERING) for p in leading)
    is_new = status == "dismissed" or _is_by_decision(line, leading, said)
    return said not in leading and is_entry and is_new


def _falls_on(line: Line, people: tuple[int, ...], sanction: int) -> bool:
    """Whether a *sanction* is said to fall on *people* (``ông X bị cách chức Bí thư``)."""
    start = line.items[people[0]].end if people else line.span.start
    return bool(_SUFFERING.search(line.page.low, start, line.items[sanction].start))


_SUFFERING = re.compile(r"(?<!\w)(?:bị|nhận|chịu|phải)(?!\w)")


def _is_by_decision(line: Line, leading: list[int], said: int | None) -> bool:
    """Whether nothing but a decision says how a post was come by (``nhận quyết định làm``)."""
    before = line.page.low[line.span.start : line.items[leading[-1]].start]
    return said is None and "quyết định" in before


def is_proposed(line: Line, act: int) -> bool:
    """Return whether an act is only asked for (``đề nghị HĐND bầu``, ``giới thiệu để bầu``)."""
    for place in range(act - 1, -1, -1):
        cue = line.cue(place)
        if ";" in line.page.low[line.items[place].end : line.items[act].start]:
            return False
        if cue and (cue.kind == "propose" or cue.word in _ASKED):
            return True
        if cue and cue.kind in ("act", "turn", "state"):
            return False
    return False


def _is_still_ahead(line: Line, place: int) -> bool:
    """Whether the post came only later or never (``Trước khi làm Bí thư``, ``không nhận chức``)."""
    start = line.items[place].start
    before = line.page.low[max(line.span.start, start - 16) : start]
    return before.endswith(
        ("trước khi ", "đến khi ", "tới khi ", "không ", "không chịu ", "từ chối ", "chưa ")
    )


def _is_no_fact(line: Line, place: int) -> bool:
    """Whether the post behind *place* is only planned, still to come, or taken back."""
    is_undone = _UNDONE.search(_before(line, place, _FAR))
    return _is_planned(line, place - 1) or _is_still_ahead(line, place) or is_undone is not None


def _before(line: Line, place: int, size: int) -> str:
    """Return up to *size* letters of the sentence before *place*."""
    start = line.items[place].start
    return line.page.low[max(line.span.start, start - size) : start]


_FAR = 60
# ``thu hồi quyết định bổ nhiệm``: the decision that gives the post is taken back.
_UNDONE = re.compile(
    r"(?<!\w)(?:thu hồi|hủy bỏ|hủy|bãi bỏ)(?: các)? quyết định(?: [^\W\d]+){0,6} $"
)


def _is_planned(line: Line, place: int) -> bool:
    """Whether the post is only planned (``quy hoạch chức danh``, ``dự kiến đảm nhận``)."""
    cue = line.cue(place)
    return bool(cue and cue.word in _PLANNED and is_short(line.gap(place, place + 1)))


def _word(line: Line, place: int) -> str:
    cue = line.cue(place)
    return cue.word if cue else ""


def _kind(line: Line, place: int) -> str:
    cue = line.cue(place)
    return cue.kind if cue else ""


def _leading_cues(line: Line, post: int) -> list[int]:
    """Return the places of the cue words that lead to a post, the nearest first."""
    leading: list[int] = []
    place = post - 1
    while place >= 0 and _kind(line, place) in _LEADING:
        gap = line.gap(place, place + 1)
        if not is_short(gap if leading else gap.removesuffix(":")):
            break
        if _kind(line, place) == "link" and len(gap) > _STEP and not gap.startswith(_SEATS):
            break
        leading.append(place)
        place -= 1
    return leading if any(_kind(line, p) != "none" for p in leading) else []


# A verb between makes another thing of it (``dùng xe vào đón người nhà Bộ trưởng``).
_STEP = 8
_SEATS = ("chức", "các chức", "vị trí", "cương vị", "trách nhiệm", "nhiệm vụ", "thêm", "luôn", "là")


def _status_before(line: Line, place: int) -> int | None:
    """Return where the nearest word before *place* stands that says how a post was come by."""
    for before in range(place - 1, -1, -1):
        if _kind(line, before) in ("act", "turn", "propose", "vote"):
            return before
    return None


def _passive_before(line: Line, act: int) -> int | None:
    """Return where ``được`` stands before an act, behind which only the one who acts is named."""
    place = act - 1
    start = line.items[act].start
    if _RECEIVED.search(line.page.low[max(line.span.start, start - _REACH) : start]):
        return act
    while place >= 0:
        cue = line.cue(place)
        if cue and (cue.kind == "passive" or cue.word.startswith("được ")):
            return place
        if cue and cue.kind == "by" and not any(line.items[p].name for p in range(place, act)):
            return place if any(map(line.is_person, range(place))) else None
        item = line.items[place]
        is_agent = item.post or item.body or item.name or _kind(line, place) in _IN_AGENT
        is_pair = _kind(line, place) in ("act", "link") and is_short(line.gap(place, place + 1))
        if not (is_agent or is_pair):
            return None
        place -= 1
    return None


_REACH = 40
_RECEIVED = re.compile(
    r"(?<!\w)(?:nhận|đón nhận|nhận các|có) quyết định(?: của [\w ]{3,24})?(?: về)? $"
)


def _subjects(line: Line, start: int) -> tuple[int, ...]:
    """Return the people a verb is said of: the nearest before it that no agent is."""
    place = start
    verb = line.items[start + 1].start if start + 1 < len(line.items) else line.span.end
    while place >= 0:
        is_doer = (is_agent(line, place) and place != start) or _is_aside(line, place, verb)
        if line.is_person(place) and not is_doer:
            if _SAYING_THAT.search(line.page.low, line.items[place].end, verb):
                return ()
            if not line.is_named(place) or _is_of_one(line, place, verb):
                return (place,)
            return coordinated(line, place)
        if _kind(line, place) == "act" and (passive := _passive_before(line, place)) is not None:
            place = passive
        place -= 1
    return ()


def _is_aside(line: Line, place: int, verb: int) -> bool:
    """Whether the person at *place* is only named beside: as who is replaced, or in brackets."""
    after = line.page.low[line.items[place].end : verb]
    is_inside = ")" in after and "(" not in after[: after.index(")")]
    return _is_replaced(line, place) or (is_inside and any(map(line.is_person, range(place))))


def _is_replaced(line: Line, place: int) -> bool:
    """Whether the person at *place* is only who somebody takes over from (``thay ông B làm``).

    What a clause of his own says of him is his (``thay ông B, người đã bị cách chức P``).
    """
    is_behind = _kind(line, place - 1) == "replace" and is_short(line.gap(place - 1, place))
    is_behind = is_behind and not _word(line, place - 1).startswith("người")
    if not is_behind or _OF_HIS_OWN.match(line.page.low, line.items[place].end):
        return False
    return any(map(line.is_person, range(place - 1)))


_OF_HIS_OWN = re.compile(
    r"(?:,| [-–—]| \() ?(?:người|vừa|đã|mới|bị|nguyên)(?!\w)|(?: [-–—]| \() ?được(?!\w)"
)


def _is_of_one(line: Line, name: int, verb: int) -> bool:
    """Whether a relative clause says it of the last name alone (``và ông B, người vừa được``)."""
    return bool(_WHO.match(line.page.low, line.items[name].end, verb))


_WHO = re.compile(r",? (?:là )?người(?!\w)")


def is_agent(line: Line, place: int) -> bool:
    """Return whether the person at *place* only acts: behind ``do``, titles between or not."""
    before = place - 1
    while before >= 0 and line.post(before):
        before -= 1
    return _kind(line, before) == "by"


_STOPS = frozenset(("act", "turn", "state", "retire", "punish", "doubt"))
_NOT_YET = re.compile(
    r"(?:tuổi|trước khi|sắp|chuẩn bị|sẽ|sau khi|đến khi|đề nghị|xem xét|có thể|sẽ bị) $"
)


def people_before(line: Line, place: int) -> tuple[int, ...]:
    """Return the people named before *place* that the word there is said of."""
    for before in range(place - 1, -1, -1):
        if _is_source(line, before):
            return ()
        if line.is_person(before) and not is_agent(line, before):
            if _is_telling(line, before, place):
                return ()
            return coordinated(line, before) if line.is_named(before) else (before,)
    return ()


def _is_telling(line: Line, person: int, place: int) -> bool:
    """Whether the *person* only tells of what stands at *place* (``bà X cho biết Y bị ...``)."""
    start, end = line.items[person].end, line.items[place].start
    return any(words.search(line.page.low, start, end) for words in (_SAYING_THAT, _TELLING_OF))


def _is_source(line: Line, place: int) -> bool:
    """Whether somebody is only the source of what is said (``Theo ông X, ...``)."""
    start = line.items[place].start
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
