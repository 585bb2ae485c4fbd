"""A sentence ready for linking: its parts, who they are, and the small questions asked of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from canbo.graph.reading.bodies import Body
from canbo.graph.reading.canonical import PARTY_CENTRE
from canbo.graph.reading.cast import Cast
from canbo.graph.reading.model import Span
from canbo.graph.reading.page import Page
from canbo.graph.reading.post_takers import Post
from canbo.graph.reading.signs import Signs
from canbo.graph.reading.stream import Cue, Item, read_items

JOINED = re.compile(
    r"\s*(?:(?:,|-|–|và|kiêm|kiêm nhiệm|đồng thời|cùng|rồi|hiện|là|nay là|nguyên|cũng là|cũng"
    r"|các)\s*)*"
)
"""What may stand between two posts of one list."""
AND = re.compile(r",?\s*(?:và|cùng)")
_SHORT_GAP = 30
_MEMBERS = {
    "Ban Chấp hành": "Ủy viên Ban Chấp hành",
    "Cấp ủy": "Ủy viên Ban Chấp hành",
    "Ban Thường vụ": "Ủy viên Ban Thường vụ",
    "Ban cán sự đảng": "Ủy viên",
    "Đảng đoàn": "Ủy viên",
    "Ủy ban Kiểm tra": "Ủy viên",
}
_ENTRIES = ("vào", "tham gia", "thôi tham gia", "chỉ định tham gia", "cho thôi tham gia")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence: *items* in order and for each the person it mentions (or an empty string).

    *is_open* says that it has neither post nor name, and that its bodies were not read yet.
    """

    page: Page
    span: Span
    items: tuple[Item, ...]
    people: tuple[str, ...]
    is_open: bool = False

    def gap(self, left: int, right: int) -> str:
        """Return the words between two neighbouring items, in lower case, stripped."""
        start = self.items[left].end if left >= 0 else self.span.start
        end = self.items[right].start if right < len(self.items) else self.span.end
        return self.page.low[start:end].strip()

    def cue(self, place: int) -> Cue | None:
        """Return the cue at *place*, if there is one."""
        return self.items[place].cue if 0 <= place < len(self.items) else None

    def is_person(self, place: int) -> bool:
        """Return whether somebody known is mentioned at *place*."""
        return 0 <= place < len(self.items) and bool(self.people[place])

    def is_named(self, place: int) -> bool:
        """Return whether somebody known is mentioned by name at *place*."""
        return self.is_person(place) and self.items[place].name is not None

    def post(self, place: int) -> Post | None:
        """Return the post at *place*, if there is one."""
        return self.items[place].post if 0 <= place < len(self.items) else None


def read_line(page: Page, sentence: Span, cast: Cast, signs: Signs) -> Line:
    """Return *sentence* ready for linking; *cast* meets its people in order.

    One without any sign of a post or a name is left open: many texts never need its bodies.
    """
    cast.begin_line()
    is_telling = signs.tell(sentence)
    may_name = signs.may_name(sentence.start, sentence.end)
    if not (is_telling or may_name or signs.recognised_in(sentence.start, sentence.end)):
        return Line(page, sentence, (), (), is_open=True)
    items = read_items(page, sentence, signs, is_telling=is_telling)
    if not items:
        return Line(page, sentence, (), ())
    items = _as_members(page, items)
    return Line(page, sentence, items, tuple(_meet_all(items, cast)))


def close_line(line: Line, signs: Signs) -> Line:
    """Return *line* with its bodies, where they were not read yet."""
    if not line.is_open:
        return line
    items = read_items(line.page, line.span, signs, is_telling=False)
    return Line(line.page, line.span, items, ("",) * len(items))


def _meet_all(items: tuple[Item, ...], cast: Cast) -> Iterator[str]:
    """Yield the person of each item, noting those that only act (``do ông X ký``)."""
    is_agent = is_done = False
    for place, item in enumerate(items):
        person = cast.meet_patient(item) if _is_patient(items, place) else cast.meet(item)
        if person and item.name:
            (cast.agents.add if is_agent else cast.agents.discard)(person)
            cast.focus, is_done = (person if is_done else cast.focus), False
        if item.post is None:
            is_agent = bool(item.cue and item.cue.kind == "by")
            is_done = is_done or bool(item.cue and item.cue.kind == "act")
        elif item.post.mark == "new" and not any(other.name for other in items[place + 1 :][:1]):
            cast.recall(item.post.title)
        yield person


def _is_patient(items: tuple[Item, ...], place: int) -> bool:
    """Whether a pronoun stands at *place* and an act at once before it (``bổ nhiệm ông``)."""
    act, pronoun = items[place - 1].cue if place else None, items[place].cue
    is_pair = act and pronoun and act.kind == "act" and pronoun.kind == "pronoun"
    return bool(is_pair) and items[place - 1].end + 1 == items[place].start


def _as_members(page: Page, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Read ``tham gia Ban Chấp hành, Ban Thường vụ X`` as membership in both."""
    read: list[Item] = []
    for item in items:
        before = read[-1] if read else None
        gap = page.low[before.end : item.start].strip() if before else ""
        follows = before and (
            (before.cue and before.cue.word in _ENTRIES and not gap)
            or (before.post and before.post.takes == "entry" and gap in (",", "và"))
        )
        title = _member_of(page, item.body) if item.body else None
        if follows and item.body and title:
            body = item.body
            is_whole = title == "Ủy viên" or body.takes == "fixed"
            committee = body if is_whole else body.parent
            post = Post(body.start, body.end, title, "entry", body=committee)
            read.append(Item(item.start, item.end, post=post))
        else:
            read.append(item)
    return tuple(read)


def _member_of(page: Page, body: Body) -> str | None:
    """Return the title of a member of a committee that somebody enters."""
    is_youth = body.takes == "fixed" and body.head.startswith("Trung ương Đoàn")
    if is_youth and page.low.startswith(("ban chấp hành", "bch"), body.start):
        return "Ủy viên Ban Chấp hành"
    return "Ủy viên" if body.head in PARTY_CENTRE else _MEMBERS.get(body.head)


def find_chains(line: Line) -> list[tuple[int, int]]:
    """Return the runs of posts that belong together, as first and last place.

    A run ends behind a post that a name follows at once.
    """
    chains: list[tuple[int, int]] = []
    for place, item in enumerate(line.items):
        if not item.post:
            continue
        last = chains[-1] if chains else None
        is_next = last is not None and last[1] == place - 1
        if (
            last
            and is_next
            and (JOINED.fullmatch(line.gap(place - 1, place)) or _goes_on(line, last))
        ):
            chains[-1] = (last[0], place)
        else:
            chains.append((place, place))
    return chains


def _goes_on(line: Line, chain: tuple[int, int]) -> bool:
    """Whether a semicolon only parts two posts of one list, and no name follows the next.

    Such are former posts (``nguyên A; nguyên B``, ``từng giữ A; B``), all those of the dead, those
    behind a colon, and what somebody is said to be (``ông là A; B.``).
    """
    first, last = chain
    before, after = line.post(last), line.post(last + 1)
    if not before or not after or line.gap(last, last + 1) not in (";", "; và", ";và"):
        return False
    if line.is_named(last + 2) and len(line.gap(last + 1, last + 2)) <= 1:
        return False
    if line.gap(first - 1, first).endswith(":"):
        return True
    cue = line.cue(first - 1)
    is_told = cue is not None and (cue.status == "former" or _is_said(line, cue, last + 1))
    if is_told or (before.mark == "former" and after.mark == "former"):
        return True
    return is_of_the_dead(line, first, last)


def _is_said(line: Line, cue: Cue, place: int) -> bool:
    """Whether ``là`` leads the list, and its next post at *place* is no subject of its own."""
    return cue.word == "là" and _PARTED.match(line.page.low, line.items[place].end) is not None


_PARTED = re.compile(r"\s*(?:[,;.]|$)")


def is_of_the_dead(line: Line, first: int, last: int) -> bool:
    """Return whether the posts *first* to *last* are those of somebody who is said to have died.

    The sentence says so behind them and one is marked as past, or a notice opens with the name.
    """
    if any(map(line.is_named, range(last + 1, len(line.items)))):
        return False
    name = next((place for place in range(first, -1, -1) if line.is_named(place)), None)
    start = line.items[name].start if name is not None else 0
    if start and _MOURNED.search(line.page.low[max(0, start - _NOTICE) : start]):
        return True
    is_past = any((p := line.post(at)) and p.mark == "former" for at in range(first, last + 1))
    return is_past and _DIED.search(line.page.low, line.items[last].end, line.span.end) is not None


_NOTICE = 80
_MOURNED = re.compile(r"(?:thương tiếc|đau buồn|tiếc thương)[^.]{0,24} báo tin\s*:?\s*(?:là )?$")
_DIED = re.compile(r"(?<!\w)(?:từ trần|qua đời|tạ thế|mất (?:hồi|lúc|ngày|vào)|hy sinh)(?!\w)")


def is_over(line: Line, place: int) -> bool:
    """Return whether the posts behind *place* are said to have ended (``P đến tháng 8/2011``)."""
    last = place + 1
    while line.post(last + 1) and JOINED.fullmatch(line.gap(last, last + 1)):
        last += 1
    return line.post(last) is not None and bool(_UNTIL.match(line.page.low, line.items[last].end))


_UNTIL = re.compile(
    r",? (?:cho )?(?:đến|tới) (?:hết |đầu |cuối |giữa )?(?:ngày |tháng |năm )?[\d/.-]*(?:19|20)\d\d"
)


def is_short(gap: str) -> bool:
    """Return whether *gap* leaves two parts in one phrase."""
    return len(gap) <= _SHORT_GAP and not re.search(r"[;.:!?]", gap)


def is_plural(line: Line, place: int) -> bool:
    """Return whether the post at *place* is said of several people (``các Phó Chủ tịch``)."""
    before = line.page.low[max(0, line.items[place].start - 14) : line.items[place].start]
    return _MANY.search(before) is not None


_MANY = re.compile(r"(?:các|hai|ba|bốn|năm|sáu|những|nhiều|một số|\d+)(?: đồng chí| ông| vị)? $")


def coordinated(line: Line, name: int) -> tuple[int, ...]:
    """Return who is joined with the name at *name*: ``các đồng chí A, B và C``, ``A (P) và B``."""
    people = [name]
    place = name
    while place > 0 and line.is_named(place):
        gap, before = line.gap(place - 1, place), place - 1
        is_and = bool(AND.fullmatch(gap.lstrip(")")))
        is_comma = gap.lstrip(")") == "," and (
            len(people) > 1 or _is_led_by_plural(line, place) or _is_bare_pair(line, place)
        )
        while (is_and or is_comma) and line.post(before) is not None:
            before -= 1
        if not (is_and or is_comma) or not line.is_named(before):
            break
        people.insert(0, before)
        place = before
    return tuple(people)


def _is_bare_pair(line: Line, place: int) -> bool:
    """Whether only a comma parts two names that begin a clause (``ông A, ông B làm ...``)."""
    if not line.is_named(place - 1):
        return False
    start = line.items[place - 1].start
    before = line.page.low[max(0, start - 8) : start].rstrip()
    return before.endswith((";", ".", ":")) or not before


def _is_led_by_plural(line: Line, place: int) -> bool:
    while place >= 0 and (line.is_named(place) or line.post(place)):
        place -= 1
    cue = line.cue(place)
    return bool(cue and cue.kind == "plural")


def names_behind(line: Line, place: int) -> tuple[int, ...]:
    """Return the names from *place* on that only commas and ``và`` part."""
    people = [place]
    while line.is_named(people[-1] + 1):
        gap = line.gap(people[-1], people[-1] + 1)
        if gap != "," and not AND.fullmatch(gap):
            break
        people.append(people[-1] + 1)
    return tuple(people)
