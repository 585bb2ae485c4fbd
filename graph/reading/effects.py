"""What a sentence changes beyond its own posts: retirement, sanctions, successors, acting heads."""

import re

from canbo.graph.reading.acting import act_for
from canbo.graph.reading.announced import announce, pass_by
from canbo.graph.reading.changing import replace
from canbo.graph.reading.deputies import seat_deputies
from canbo.graph.reading.holdings import Link, Story, change
from canbo.graph.reading.line import Line, is_short, names_behind
from canbo.graph.reading.listed import dismiss_listed, name_posts
from canbo.graph.reading.model import Status
from canbo.graph.reading.people_around import is_not_yet, people_after, people_before
from canbo.graph.reading.post_takers import Post
from canbo.graph.reading.sanctions import continue_sanction, punish
from canbo.graph.reading.seats import fill_seats
from canbo.graph.reading.successions import GIVEN, LEFT, status_said, succeed
from canbo.graph.reading.verbs import is_proposed

_THIS = re.compile(r"(?: vụ| trí| danh)?(?: công tác)? (?:này|trên|nói trên|đó)\b")
_NEAR = 2
_FEW = 40
_SEATS = ("vào", "giữ", "đảm", "cương vị", "chức", "nhận nhiệm vụ")


def apply_effects(story: Story, line: Line) -> None:
    """Apply to *story* what the cue words of *line* do to people and their posts."""
    if not line.items:
        pass_by(story, line)
        continue_sanction(story, line)
        return
    fill_seats(story, line)
    seat_deputies(story, line)
    for place, item in enumerate(line.items):
        if item.cue and item.cue.kind in _EFFECTS:
            _EFFECTS[item.cue.kind](story, line, place)
    dismiss_listed(story, line)
    name_posts(story, line)
    announce(story, line)
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
    change(story, held or _left_before(story, line, place, people), Status.RETIRED, "retire")


def _left_before(story: Story, line: Line, place: int, people: set[str]) -> list[int]:
    """Return the posts given before to who is let go here (``đồng ý miễn nhiệm để ông nghỉ hưu``).

    Only a decision that names no post takes those of the sentence before.
    """
    acts = [p for p in range(place) if (c := line.cue(p)) and c.status == "dismissed"]
    if not acts or is_proposed(line, acts[-1]) or any(map(line.post, range(len(line.items)))):
        return []
    near = range(story.before, story.first)
    mine = [i for i in near if story.links[i].person in people]
    return [i for i in mine if story.links[i].status is Status.CURRENT]


def _dismiss(story: Story, line: Line, place: int) -> None:
    """Dismiss somebody from the post of the apposition, or from one named before without a name."""
    cue = line.cue(place)
    if cue and _gives_this_post(line, place) and not is_proposed(line, place):
        _take_loose(story, line, place + 2, Status(cue.status))
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


def _gives_this_post(line: Line, place: int) -> bool:
    """Whether ``phê chuẩn kết quả bầu chức vụ | này đối với X`` gives X the post just left."""
    cue, of = line.cue(place), line.cue(place + 1)
    is_given = cue is not None and cue.status == "elected" and cue.word.endswith(_SEAT_WORDS)
    is_of = of is not None and of.kind == "of" and line.is_named(place + 2)
    return is_given and is_of and bool(_THIS.match(line.page.low, line.items[place].end))


_SEAT_WORDS = ("chức vụ", "chức danh", "chức")


def _take_loose(story: Story, line: Line, place: int, status: Status) -> None:
    """Give the person at *place* the post that was last named without a name."""
    near = [post for at, post in story.loose[-_FEW:] if story.lines - at <= _NEAR]
    changed = GIVEN if status is Status.DISMISSED else LEFT
    left = [link.post for link in story.recent() if link.status in changed]
    near = (left or near) if status is not Status.DISMISSED else (near or left)
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
    people = _receivers(line, place) or people_before(line, place)
    cue = line.cue(place)
    if not people or not cue or not cue.word.startswith(_SEATS):
        return
    status = status_said(line, place)
    if status and _keeps_own(story, line, place, people, status):
        return
    post: Post | None = None
    if _THIS.match(line.page.low, line.items[place].end):
        mine = {line.people[p] for p in people}
        inside = [story.links[i] for i in story.links_of_line()]
        left = [k.post for k in inside if k.status in LEFT and k.person not in mine]
        given = [k.post for k in inside if k.status in GIVEN and k.person not in mine]
        posts = left if status in GIVEN else given
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
                min(item.start, line.items[place].start),
                max(item.end, line.items[place].end),
                story.lines,
                story.chains,
            )
        )


def _receivers(line: Line, place: int) -> tuple[int, ...]:
    """Return to whom this seat is given behind it (``chức vụ này cho ông A``)."""
    this = _THIS.match(line.page.low, line.items[place].end)
    given = _GIVEN_TO.match(line.page.low, this.end()) if this else None
    after = place + 1
    while given and after < len(line.items) and not line.is_named(after):
        cue = line.cue(after)
        if not line.post(after) and not (cue and cue.kind in ("of", "plural")):
            return ()
        after += 1
    return names_behind(line, after) if given and line.is_named(after) else ()


_GIVEN_TO = re.compile(r" (?:cho|đối với|với) ")


def _keeps_own(
    story: Story, line: Line, place: int, people: tuple[int, ...], status: Status
) -> bool:
    """Read ``X, P, được miễn nhiệm chức này``, ``tiếp tục được bầu giữ chức này`` of P."""
    is_again = "tiếp tục" in line.page.low[line.items[people[-1]].end : line.items[place].start]
    if not _THIS.match(line.page.low, line.items[place].end):
        return False
    if not (is_again or status is Status.DISMISSED):
        return False
    mine = {line.people[p] for p in people}
    own = [
        i
        for i in story.links_of_line()
        if story.links[i].person in mine and story.links[i].status is Status.CURRENT
    ]
    change(story, own[-1:], status, "this-post")
    return bool(own)


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
    status = status_said(line, place)
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


_EFFECTS = {
    "list": _list_members,
    "link": _fill_seat,
    "turn": _fill_seat,
    "act": _dismiss,
    "retire": _retire,
    "punish": punish,
    "replace": succeed,
    "act for": act_for,
}
