"""What a verb makes of a post: whose it is, and with which status."""

import re
from dataclasses import dataclass

from canbo.graph.reading.line import Line, coordinated, is_short
from canbo.graph.reading.people_around import SAYING_THAT, is_agent, is_source
from canbo.graph.reading.unreal import is_no_fact, words_before

_LEADING = frozenset(("act", "turn", "link", "state", "duties", "propose", "punish", "none"))
_SAYING = frozenset(("act", "turn", "propose", "state", "duties", "punish"))
_IN_AGENT = frozenset(("of", "by", "none", "plural"))


_ENTERING = ("làm", "giữ", "đảm", "nhận", "tham gia", "về", "sang")
_ASKED = ("đề nghị", "kiến nghị", "dự kiến", "trình", "xem xét", "đề nghị xem xét")


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
    if not leading or is_no_fact(line, leading[-1]):
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
        subjects = _candidates(line, start, said)
    if kind == "punish" and said is not None and not _falls_on(line, subjects, said):
        subjects = ()  # the post is that of whom it falls on, not of who tells of it
    return Verb(kind, status, subjects, is_active, said if said is not None else leading[0])


def _candidates(line: Line, start: int, said: int | None) -> tuple[int, ...]:
    """Return who stands for a post: not who only asks for it (``trình Quốc hội bầu P``)."""
    people = _subjects(line, start)
    end = line.items[said].end if people and said is not None else 0
    if not people or _kind(line, people[0] - 1) in ("propose", "act", "plural"):
        return people  # ``giới thiệu bà A để HĐND bầu làm P``
    return people if _STANDING.search(line.page.low, line.items[people[-1]].end, end) else ()


_STANDING = re.compile(r"(?<!\w)(?:được|ứng cử|đề cử|tự|là)(?!\w)")


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
        if _kind(line, place) == "link" and len(gap) > _STEP and not _leads_on(gap):
            break
        leading.append(place)
        place -= 1
    return leading if any(_kind(line, p) != "none" for p in leading) else []


def _leads_on(gap: str) -> bool:
    return gap.startswith(_SEATS) or gap.endswith((" như", ":"))


# A verb between makes another thing of it (``dùng xe vào đón người nhà Bộ trưởng``).
_STEP = 8
_SEATS = (
    "chủ chốt",
    "quan trọng",
    "như",
    "khác nhau",
    "sau:",
    "chức",
    "các chức",
    "vị trí",
    "cương vị",
    "trách nhiệm",
    "nhiệm vụ",
    "thêm",
    "luôn",
    "là",
)


def _status_before(line: Line, place: int) -> int | None:
    """Return where the nearest word before *place* stands that says how a post was come by."""
    for before in range(place - 1, -1, -1):
        if _kind(line, before) in ("act", "turn", "propose", "vote"):
            return None if _is_of_another_time(line, before, place) else before
    return None


def _is_of_another_time(line: Line, act: int, place: int) -> bool:
    """Whether an act only tells when (``Trước khi được điều động làm P, bà B giữ chức Q``)."""
    is_when = _WHEN.search(line.page.low, line.span.start, line.items[act].start)
    behind = (p for p in range(act + 1, place) if line.is_person(p))
    return is_when is not None and any(words_before(line, p, 2) == ", " for p in behind)


_WHEN = re.compile(r"(?<!\w)(?:trước|sau) khi [^,;]*$")


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
            if SAYING_THAT.search(line.page.low, line.items[place].end, verb):
                return ()
            if not line.is_named(place) or _is_of_one(line, place, verb):
                return (place,)
            return coordinated(line, place)
        if _kind(line, place) == "act" and (passive := _passive_before(line, place)) is not None:
            place = passive
        place -= 1
    return ()


def _is_aside(line: Line, place: int, verb: int) -> bool:
    """Whether the person at *place* is only named beside: replaced, in brackets, as a source."""
    after = line.page.low[line.items[place].end : verb]
    is_inside = ")" in after and "(" not in after[: after.index(")")]
    is_owner = words_before(line, place, len("của ")) == "của "
    is_replaced = _is_replaced(line, place) and not _PARTED.search(after)
    is_other = is_inside or is_owner or is_source(line, place)
    return is_replaced or (is_other and any(map(line.is_person, range(place))))


_PARTED = re.compile(r"[,(–—]| - ")


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
