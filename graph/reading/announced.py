"""News of a post told in two steps: who it is, and by which act (``Tân P là X. Ông được bầu ...``).

A heading that only says what is decided (``quyết định bổ nhiệm các ông:``) rules what follows it.
"""

import re

from canbo.graph.reading.holdings import Link, Story, change
from canbo.graph.reading.line import Line
from canbo.graph.reading.model import Status
from canbo.graph.reading.people_around import people_before
from canbo.graph.reading.verbs import is_proposed

_ACTS = {"appointed": Status.APPOINTED, "elected": Status.ELECTED}
_BULLET = re.compile(r"\s*(?:[-–—•*+·]|\d{1,2}[.)/]|ông|bà|đồng chí|đ/c)(?!\w)\s*", re.IGNORECASE)


def announce(story: Story, line: Line) -> None:
    """Give posts that are only named their status by an act that the same news tells."""
    _obey_heading(story, line)
    for place, item in enumerate(line.items):
        cue = item.cue
        is_act = cue is not None and cue.kind in ("act", "turn") and cue.status in _ACTS
        if cue and is_act and not is_proposed(line, place) and not _has_post(line, place):
            _tell(story, line, place, _ACTS[cue.status])
        elif cue and cue.kind == "vote" and line.page.low.endswith("theo ", 0, item.start):
            _tell(story, line, place, Status.ELECTED)
    _go_on(story, line)
    _count_votes(story, line)
    _read_heading(story, line)
    _approve(story, line)


def pass_by(story: Story, line: Line) -> None:
    """Let a sentence without people and posts end a list, or open a paragraph on an approval."""
    _read_heading(story, line)
    _approve(story, line)


def _go_on(story: Story, line: Line) -> None:
    """Let ``bà B làm P`` go on with the election or appointment of the sentence before."""
    if story.first == len(story.links):
        return
    _go_on_inside(story, line)
    before = [story.links[i] for i in range(story.before, story.first)]
    given = [k for k in before if k.status in _ACTS.values()]
    if not given:
        return
    named = [
        i
        for i in story.links_of_line()
        if story.links[i].status is Status.CURRENT
        and story.links[i].post.takes == given[-1].post.takes
        and story.links[i].person != given[-1].person
        and (_is_only_taking(line, story.links[i]) or story.links[i].rule == "title-list")
    ]
    change(story, named, given[-1].status, "goes-on")


def _go_on_inside(story: Story, line: Line) -> None:
    """Let what a semicolon adds to an election be elected, too (``; các Phó P là B và C``)."""
    inside = list(story.links_of_line())
    elected = [story.links[i] for i in inside if story.links[i].status is Status.ELECTED]
    if not elected:
        return
    first = min(elected, key=lambda link: link.end)
    named = [
        i
        for i in inside
        if story.links[i].status is Status.CURRENT
        and story.links[i].rule in ("title-is-name", "title-list")
        and story.links[i].post.takes == first.post.takes
        and ";" in line.page.low[first.end : story.links[i].start]
    ]
    change(story, named, Status.ELECTED, "goes-on")


def _is_only_taking(line: Line, link: Link) -> bool:
    """Whether nothing but ``làm``, ``giữ chức`` stands between the person and the post."""
    if not link.rule.startswith("verb") or link.start >= link.post.start:
        return False
    return bool(_TAKES.fullmatch(line.page.low, link.start, link.post.start))


_TAKES = re.compile(r"[^,;.]{0,40} (?:làm|giữ chức|giữ chức vụ|giữ chức danh|đảm nhận|đảm nhiệm) ")


def _count_votes(story: Story, line: Line) -> None:
    """Let who ``trở thành`` something by the votes that the sentence counts be elected to it."""
    given = [i for i in story.links_of_line() if story.links[i].status is Status.APPOINTED]
    if not given or not _VOTES.search(line.page.low, line.span.start, line.span.end):
        return
    became = [
        i
        for i in given
        if _BECAME.search(line.page.low, line.span.start, story.links[i].post.start)
    ]
    change(story, became, Status.ELECTED, "votes")


_VOTES = re.compile(r"\d+/\d+ (?:số )?phiếu|phiếu (?:tán thành|thuận|bầu|đồng ý)|bỏ phiếu")
_BECAME = re.compile(r" trở thành $")


def _has_post(line: Line, place: int) -> bool:
    """Whether the act names a post itself, or who it is done to, behind it."""
    start, end = line.items[place].start, line.items[place].end
    if line.page.low.endswith(("theo quyết định ", "theo các quyết định "), 0, start):
        return False
    if _APART.match(line.page.low, end) or _is_only_meant(line, start, end):
        return False
    for after in range(place + 1, len(line.items)):
        cue = line.cue(after)
        is_whose = line.items[after].body and not _APART_FROM.search(
            line.page.low, end, line.items[after].start
        )
        if line.post(after) or line.is_named(after) or is_whose:
            return True
        if cue and cue.kind in ("by", "state", "retire", "punish", "replace"):
            return False
    return False


def _is_only_meant(line: Line, start: int, end: int) -> bool:
    """Whether the act is only what a decision was on (``Quyết định bổ nhiệm được P X trao``)."""
    is_decision = _DECISION.search(line.page.low, line.span.start, start)
    return is_decision is not None and _HANDED.match(line.page.low, end) is not None


_HANDED = re.compile(r" (?:này |trên |nói trên )?(?:được|do|đã được|vừa được|có hiệu lực)(?!\w)")
_APART_FROM = re.compile(r",| tại | ở | với ")
_APART = re.compile(r"[;.]|$")


def _tell(story: Story, line: Line, place: int, status: Status) -> None:
    """Change the new post of the person the act is said of, told here or in the last sentence.

    Where the sentence only speaks of the decision (``Quyết định bổ nhiệm do P ký``), it is the one
    the last sentence gave a new post.
    """
    people = people_before(line, place)
    person = line.people[people[-1]] if people else ""
    near = range(max(story.before, len(story.links) - _NEAR), len(story.links))
    start = line.items[place].start
    is_decision = not people and _DECISION.search(line.page.low, line.span.start, start)
    news = [
        i
        for i in near
        if _is_new(story.links[i]) and (is_decision or story.links[i].person == person)
    ]
    change(story, news, status, "announced")


_DECISION = re.compile(r"(?<!\w)quyết định(?: về)?(?: việc)? $")


def _read_heading(story: Story, line: Line) -> None:
    """Note what a heading decides: an act, nobody it is done to yet, and a colon at the end."""
    if story.heading is None and not any(item.cue for item in line.items):
        return
    text = line.page.low[line.span.start : line.span.end].rstrip()
    acts = [
        place
        for place, item in enumerate(line.items)
        if item.cue
        and item.cue.kind == "act"
        and item.cue.status in _ACTS
        and not is_proposed(line, place)
        and not any(map(line.is_named, range(place + 1, len(line.items))))
    ]
    cue = line.cue(acts[-1]) if acts else None
    if cue and (
        text.endswith(":")
        or _COUNTED.match(line.page.low[line.items[acts[-1]].end : line.span.end])
    ):
        story.heading = _ACTS[cue.status]
    elif line.items and (text.endswith(":") or not _BULLET.match(text)):
        story.heading = None  # a line that names nothing between heading and list changes nothing


# Only how many they are is said, and the sentence ends (``phê chuẩn bổ sung hai người.``).
_COUNTED = re.compile(
    r"(?: bổ sung| mới| lại| thêm)?(?: đối với| cho)?(?: các| một số| \d+| hai| ba| bốn| năm)"
    r" (?:người|cán bộ|nhân sự|đồng chí|chức danh|vị trí|trường hợp|vị|quyết định)"
    r"(?: (?:sau|như sau|lãnh đạo|chủ chốt|quản lý|mới|này|nói trên))*\s*[.:]?$"
)


def _obey_heading(story: Story, line: Line) -> None:
    """Let the posts taken up in a line of the list (``giữ chức P``) be those the heading gives."""
    if story.heading is None or not _BULLET.match(line.page.low, line.span.start, line.span.end):
        return
    taken = [
        i
        for i in story.links_of_line()
        if story.links[i].rule.startswith("verb") and story.links[i].status is Status.CURRENT
    ]
    change(story, taken, story.heading, "heading")


_NEAR = 40


def _is_new(link: Link) -> bool:
    is_news = link.rule in ("title-is-name", "seat") or link.post.mark == "new"
    return is_news and link.status is Status.CURRENT


_APPROVED = re.compile(
    r"(?:phê chuẩn|chuẩn y) (?:kết quả|việc) bầu|kết quả bầu[^.;]{0,60} được (?:phê chuẩn|chuẩn y)"
)


def _is_listed(line: Line, link: Link) -> bool:
    """Whether a name and its chair stand in a list behind a colon (``nghị quyết về: X - P;``)."""
    if link.rule != "name-title" or link.chain == 0:
        return False
    before = line.page.low[line.span.start : link.start]
    return before.rstrip().endswith((":", ";")) and ":" in before


def _approve(story: Story, line: Line) -> None:
    """Let the chairs that a paragraph names be elected where it opens with the approval of it."""
    low, start, end = line.page.low, line.span.start, line.span.end
    inside = [i for i in story.links_of_line() if story.links[i].post.takes == "chair"]
    if start < story.approved_until:
        named = [
            i
            for i in inside
            if story.links[i].status is Status.CURRENT
            and (
                story.links[i].rule in ("title-is-name", "title-list")
                or story.links[i].rule.startswith("verb")
                or _is_listed(line, story.links[i])
            )
        ]
        change(story, named, Status.ELECTED, "approved")
    approved = low.find(" bầu", start, end) >= 0 and _APPROVED.search(low, start, end)
    elected = [i for i in inside if story.links[i].status is Status.ELECTED]
    if approved and elected:
        edge = max(story.links[i].end for i in elected)
        rest = [
            i
            for i in inside
            if story.links[i].rule == "title-is-name"
            and story.links[i].status is Status.CURRENT
            and line.page.low[edge : story.links[i].start].find(";") >= 0
        ]
        change(story, rest, Status.ELECTED, "approved")
    elif approved:
        story.approved_until = line.page.view.paragraph_at(start).end
