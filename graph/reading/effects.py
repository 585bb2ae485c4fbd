"""What a sentence changes beyond its own posts: retirement, sanctions, successors, acting heads."""

import re
from dataclasses import replace

from canbo.graph.reading.acting import act_for
from canbo.graph.reading.holdings import Link, Story, change
from canbo.graph.reading.line import Line, is_short
from canbo.graph.reading.model import Status
from canbo.graph.reading.post_takers import Post
from canbo.graph.reading.sanctions import continue_sanction, punish
from canbo.graph.reading.verbs import is_not_yet, is_proposed, people_after, people_before

_THIS = re.compile(r"(?: vụ| trí| danh)?(?: công tác)? (?:này|trên|nói trên|đó)\b")
_NEAR = 2
_FEW = 40
_SEATS = ("vào", "giữ", "đảm", "cương vị", "chức", "nhận nhiệm vụ")
_LEFT = (Status.DISMISSED, Status.RETIRED, Status.FORMER, Status.DISCIPLINED)
_GIVEN = (Status.APPOINTED, Status.ELECTED, Status.ACTING, Status.PROPOSED)


def apply_effects(story: Story, line: Line) -> None:
    """Apply to *story* what the cue words of *line* do to people and their posts."""
    for place, item in enumerate(line.items):
        if item.cue and item.cue.kind in _EFFECTS:
            _EFFECTS[item.cue.kind](story, line, place)
    continue_sanction(story, line)


def _retire(story: Story, line: Line, place: int) -> None:
    """Let the people before ``nghỉ hưu`` leave the posts the sentence gives them."""
    if is_not_yet(line, place):
        return
    start = line.items[place].start
    is_given = line.page.low.endswith("quyết định ", 0, start)
    whose = people_after(line, place) if is_given else people_before(line, place)
    people = {line.people[p] for p in whose}
    held = [
        i
        for i in story.links_of_line()
        if story.links[i].person in people
        and story.links[i].status in (Status.CURRENT, Status.DISMISSED)
        and (is_given or story.links[i].start < start)
    ]
    change(story, held, Status.RETIRED, "retire")


def _replace(story: Story, line: Line, place: int) -> None:
    """Let the person behind ``thay`` have held the post that the sentence gives the successor."""
    cue, before = line.cue(place), line.cue(place - 1)
    if before and before.kind == "act for":
        return
    if not line.is_person(place + 1) or not is_short(line.gap(place, place + 1)):
        return
    person = line.people[place + 1]
    given = [story.links[i] for i in story.links_of_line() if _is_given(story.links[i], person)]
    heirs = {line.people[p] for p in people_before(line, place)}
    if not given and cue and not cue.word.startswith("người") and heirs:
        given = [
            k
            for k in story.recent()
            if story.lines - k.line <= _NEAR and k.person in heirs and k.status in _GIVEN
        ][-1:]
    if not given and cue and cue.word.startswith("người"):
        given = [
            k for k in story.recent() if story.lines - k.line <= _NEAR and _is_given(k, person)
        ]
    earlier = [link for link in given if link.start < line.items[place].start]
    if not given:
        _succeed(story, line, place)
        return
    link = earlier[-1] if earlier else given[0]
    after = line.cue(place + 2)
    is_retired = after and after.kind == "retire" and is_short(line.gap(place + 1, place + 2))
    status = Status.RETIRED if is_retired else Status.FORMER
    item = line.items[place + 1]
    post = replace(link.post, mark="", term=None)
    story.links.append(
        replace(
            link,
            person=person,
            post=post,
            status=status,
            rule="predecessor",
            start=min(item.start, link.start),
            end=max(item.end, link.end),
        )
    )


def _succeed(story: Story, line: Line, place: int) -> None:
    """Give who is appointed ``thay ông X`` the post that X was said to leave."""
    status, person = _status_said(line, place), line.people[place + 1]
    left = [k for k in story.recent() if k.person == person and k.status in _LEFT]
    left.sort(key=lambda link: link.status is not Status.FORMER)
    heirs = people_before(line, place)
    if (
        status is None
        or status not in _GIVEN
        or not left
        or not heirs
        or line.people[heirs[-1]] == person
    ):
        return
    item = line.items[heirs[-1]]
    post = replace(left[-1].post, mark="", term=None)
    end = line.items[place + 1].end
    story.links.append(
        Link(
            line.people[heirs[-1]],
            post,
            status,
            "successor",
            item.start,
            end,
            story.lines,
            story.chains,
        )
    )


def _is_given(link: Link, person: str) -> bool:
    """Whether *link* gives a post to somebody else than *person*."""
    is_new = link.status in _GIVEN or link.rule == "title-is-name"
    return link.person != person and is_new


def _dismiss(story: Story, line: Line, place: int) -> None:
    """Dismiss somebody from the post of the apposition, or from one named before without a name."""
    cue = line.cue(place)
    if not cue or cue.status != "dismissed":
        return
    after = place + 1
    if _takes_this_post(line, place) and line.is_named(place + 3):
        _take_loose(story, line, place + 3, Status.DISMISSED)
    elif line.is_named(after) and is_short(line.gap(place, after)):
        person = line.people[after]
        held = [i for i in story.links_of_line() if story.links[i].person == person]
        current = [i for i in held if story.links[i].status is Status.CURRENT]
        if current and not any(story.links[i].status is Status.DISMISSED for i in held):
            change(story, current, Status.DISMISSED, "dismiss")
        elif not held and line.gap(place, after) == "":
            _take_loose(story, line, after, Status.DISMISSED)
    elif line.post(after) and line.gap(place, after) == "":
        led = [
            i
            for i in story.links_of_line()
            if story.links[i].post is line.post(after) and story.links[i].rule == "title-name"
        ]
        change(story, led, Status.DISMISSED, "dismiss")


def _takes_this_post(line: Line, place: int) -> bool:
    """Whether the post meant is the one just spoken of (``miễn nhiệm chức danh này đối với X``)."""
    link, of = line.cue(place + 1), line.cue(place + 2)
    is_this = link and link.kind == "link" and of and of.kind == "of"
    return bool(is_this and _THIS.match(line.page.low, line.items[place + 1].end))


def _take_loose(story: Story, line: Line, place: int, status: Status) -> None:
    """Give the person at *place* the post that was last named without a name."""
    near = [post for at, post in story.loose[-_FEW:] if story.lines - at <= _NEAR]
    near = near or [link.post for link in story.recent() if link.status in _GIVEN]
    if not near:
        return
    post, item = near[-1], line.items[place]
    story.links.append(
        Link(
            line.people[place],
            post,
            status,
            "loose-post",
            item.start,
            item.end,
            story.lines,
            story.chains,
        )
    )


def _fill_seat(story: Story, line: Line, place: int) -> None:
    """Read ``vào vị trí này`` and ``vào vị trí bà Thanh vừa thôi``."""
    people = people_before(line, place)
    cue = line.cue(place)
    if not people or not cue or not cue.word.startswith(_SEATS):
        return
    status = _status_said(line, place)
    post: Post | None = None
    if _THIS.match(line.page.low, line.items[place].end):
        mine = {line.people[p] for p in people}
        inside = [story.links[i] for i in story.links_of_line()]
        left = [k.post for k in inside if k.status in _LEFT and k.person not in mine]
        posts = left if status in _GIVEN else []
        posts = posts or [loose for _, loose in story.loose[-_FEW:]]
        posts = posts or [link.post for link in story.recent() if link.line < story.lines]
        post = posts[-1] if posts else None
    elif line.is_named(place + 1) and is_short(line.gap(place, place + 1)):
        person = line.people[place + 1]
        left = [k.post for k in story.recent() if k.person == person]
        post = left[-1] if left and line.people[people[-1]] != person else None
    if post is None or status is None:
        return
    for holder in people:
        item = line.items[holder]
        story.links.append(
            Link(
                line.people[holder],
                replace(post, mark=""),
                status,
                "same-seat",
                item.start,
                line.items[place].end,
                story.lines,
                story.chains,
            )
        )


_LISTED = {
    "Cấp ủy": "Ủy viên Ban Chấp hành",
    "Ban Chấp hành": "Ủy viên Ban Chấp hành",
    "Chi ủy": "Chi ủy viên",
    "Ban Thường vụ": "Ủy viên Ban Thường vụ",
    "Ủy ban Kiểm tra": "Ủy viên",
}


def _list_members(story: Story, line: Line, place: int) -> None:
    """Read ``Cấp ủy mới được bầu gồm 2 đồng chí: A, B``: all of them are members."""
    body = next((b for p in range(place - 1, -1, -1) if (b := line.items[p].body)), None)
    title = _LISTED.get(body.head) if body else None
    status = _status_said(line, place)
    if not body or not title or status is None:
        return
    after = place + 1
    while after < len(line.items) and not line.is_named(after) and line.cue(after):
        after += 1
    if (
        after == len(line.items)
        or ":" not in line.page.low[line.items[place].end : line.items[after].start]
    ):
        return
    post = Post(body.start, body.end, title, "entry", body=body.parent or body)
    while line.is_named(after):
        item = line.items[after]
        story.links.append(
            Link(
                line.people[after],
                post,
                status,
                "member-list",
                min(item.start, body.start),
                item.end,
                story.lines,
                story.chains,
            )
        )
        after += 1
        if after < len(line.items) and not re.fullmatch(
            r"[,;]|,?\s?và", line.gap(after - 1, after)
        ):
            break


def _status_said(line: Line, place: int) -> Status | None:
    for before in range(place - 1, -1, -1):
        cue = line.cue(before)
        if cue and cue.kind == "act" and is_proposed(line, before):
            return Status.PROPOSED
        if cue and cue.kind in ("act", "turn", "propose"):
            return Status(cue.status)
    return None


_EFFECTS = {
    "list": _list_members,
    "link": _fill_seat,
    "turn": _fill_seat,
    "act": _dismiss,
    "retire": _retire,
    "punish": punish,
    "replace": _replace,
    "act for": act_for,
}
