"""What a sentence changes beyond its own posts: retirement, sanctions, successors, acting heads."""

import re
from dataclasses import replace

from canbo.graph.reading.bodies import Body
from canbo.graph.reading.holdings import Link, Story, change
from canbo.graph.reading.lexicon import index
from canbo.graph.reading.line import Line, coordinated, is_short
from canbo.graph.reading.model import Status
from canbo.graph.reading.posts import Post
from canbo.graph.reading.verbs import is_agent

_NOT_YET = re.compile(
    r"(?:tuổi|trước khi|sắp|chuẩn bị|sau khi|đến khi|đề nghị|xem xét|có thể|sẽ bị) $"
)
_THIS = re.compile(r"(?: vụ| trí| danh)?(?: công tác)? (?:này|trên|nói trên|đó)\b")
_ITSELF = re.compile(
    r"(?:[,.;]|$| (?:và điều hành|thay|từ ngày|kể từ|cho đến|đến khi)"
    r"| (?:hoạt động |công việc |công tác )?(?:chung |của )?(?:nhà trường|cơ quan|đơn vị|sở|trung tâm"
    r"|bệnh viện|ủy ban|chung)(?: này)?(?=[,.;]| từ| cho| đến| kể|$))"
)
_NEAR = 2
_GIVEN = (Status.APPOINTED, Status.ELECTED, Status.ACTING, Status.PROPOSED)
_VERBS = frozenset(("act", "turn", "state", "retire", "punish", "doubt"))
_OPEN_FORMS = {
    Status.CURRENT: "current",
}


def apply_effects(story: Story, line: Line) -> None:
    """Apply to *story* what the cue words of *line* do to people and their posts."""
    for place, item in enumerate(line.items):
        if item.cue and item.cue.kind in _EFFECTS:
            _EFFECTS[item.cue.kind](story, line, place)
    _continue_sanction(story, line)


def _people_before(line: Line, place: int) -> tuple[int, ...]:
    """Return the people named before *place* that the word there is said of."""
    for before in range(place - 1, -1, -1):
        if line.is_person(before) and not is_agent(line, before):
            return coordinated(line, before) if line.is_named(before) else (before,)
    return ()


def _people_after(line: Line, place: int) -> list[int]:
    """Return the people named behind *place*, up to the next verb."""
    people: list[int] = []
    for after in range(place + 1, len(line.items)):
        cue = line.cue(after)
        if cue and cue.kind in _VERBS:
            break
        if line.is_person(after) and not is_agent(line, after):
            people.append(after)
    return people


def _is_not_yet(line: Line, place: int) -> bool:
    start = line.items[place].start
    return bool(_NOT_YET.search(line.page.low[max(0, start - 20) : start]))


def _retire(story: Story, line: Line, place: int) -> None:
    """Let the people before ``nghỉ hưu`` leave the posts the sentence gives them."""
    if _is_not_yet(line, place):
        return
    people = {line.people[p] for p in _people_before(line, place)}
    held = [
        i
        for i in story.links_of_line()
        if story.links[i].person in people
        and story.links[i].status in (Status.CURRENT, Status.DISMISSED)
        and story.links[i].start < line.items[place].start
    ]
    change(story, held, Status.RETIRED, "retire")


def _punish(story: Story, line: Line, place: int) -> None:
    """Note the sanction of the people before ``bị`` + sanction, or behind the sanction."""
    if _is_not_yet(line, place) or _is_doubted(line, place):
        return
    cue = line.cue(place)
    sanction = cue.status if cue else ""
    before = line.cue(place - 1)
    if before and before.kind == "passive" or _stands_behind(line, place, "bị"):
        people = list(_people_before(line, place))
    elif sanction == _ANY:
        people = _people_after(line, place) if _has_object(line, place) else []
        later = (line.cue(p) for p in range(place + 1, len(line.items)))
        sanction = next((c.status for c in later if c and c.kind == "punish"), sanction)
    else:
        people = _people_after(line, place)
        if not people and re.search(
            r"\b(?:người|cán bộ|đảng viên|cá nhân)\b",
            line.page.low[line.items[place].end : line.span.end],
        ):
            story.open_sanction = sanction
    for person in people:
        story.sanctions[line.people[person]] = sanction


_ANY = "kỷ luật"


def _has_object(line: Line, place: int) -> bool:
    """Whether the one who is disciplined stands right behind the verb."""
    after = place + 1
    while after < len(line.items) and (
        line.post(after) or ((cue := line.cue(after)) and cue.kind in ("of", "plural"))
    ):
        after += 1
    return line.is_named(after) and is_short(line.gap(after - 1, after))


def _stands_behind(line: Line, place: int, word: str) -> bool:
    start = line.items[place].start
    return line.page.low[max(0, start - 12) : start].rstrip().endswith(word)


def _is_doubted(line: Line, place: int) -> bool:
    """Whether a sanction is only asked for (``đề nghị ... kỷ luật``)."""
    for before in range(place - 1, -1, -1):
        cue = line.cue(before)
        if cue and cue.kind == "doubt" and cue.word.startswith(("đề nghị", "xem xét", "kiến nghị")):
            return ";" not in line.page.low[line.items[before].end : line.items[place].start]
    return False


def _continue_sanction(story: Story, line: Line) -> None:
    """Carry a sanction of unnamed people to those whom the next sentences name."""
    if not story.open_sanction:
        return
    start = line.page.low[line.span.start : line.span.start + 40]
    if not re.match(r"(?:hai|ba|một|trong|người|gồm|đó là|cụ thể)\b", start):
        if any(line.cue(p) and line.cue(p).kind == "punish" for p in range(len(line.items))):  # type: ignore[union-attr]
            return
        story.open_sanction = ""
        return
    for place in range(len(line.items)):
        if line.is_named(place):
            story.sanctions.setdefault(line.people[place], story.open_sanction)


def _replace(story: Story, line: Line, place: int) -> None:
    """Let the person behind ``thay`` have held the post that the sentence gives the successor."""
    cue, before = line.cue(place), line.cue(place - 1)
    if before and before.kind == "act for":
        return
    if not line.is_named(place + 1) or not is_short(line.gap(place, place + 1)):
        return
    person = line.people[place + 1]
    given = [k for k in story.links if k.line == story.lines and _is_given(k, person)]
    if not given and cue and cue.word.startswith("người"):
        given = [k for k in story.links if story.lines - k.line <= _NEAR and _is_given(k, person)]
    earlier = [link for link in given if link.start < line.items[place].start]
    if not given:
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


def _is_given(link: Link, person: str) -> bool:
    """Whether *link* gives a post to somebody else than *person*."""
    is_new = link.status in _GIVEN or link.rule == "title-is-name"
    return link.person != person and is_new


def _act_for(story: Story, line: Line, place: int) -> None:
    """Let a deputy who ``phụ trách`` a body act in its head post."""
    people = _people_before(line, place)
    own = [
        story.links[i]
        for i in story.links_of_line()
        if people and story.links[i].person == line.people[people[-1]]
    ]
    following = line.items[place + 1] if place + 1 < len(line.items) else None
    is_next = following is not None and is_short(line.gap(place, place + 1))
    link = own[-1] if own else None
    if (
        following
        and is_next
        and following.cue
        and following.cue.kind == "replace"
        and line.post(place + 2)
    ):
        _add_acting(story, line, place, link, line.post(place + 2))
    elif following and is_next and following.body and link:
        if _is_same_kind(link.post.body, following.body) or _is_charged(line, place):
            _add_acting(story, line, place, link, _head_post(following.body, link.post))
    elif link and link.post.body and link.status in (Status.CURRENT, Status.APPOINTED):
        if _ITSELF.match(line.page.low, line.items[place].end) and link.post.title.startswith(
            "Phó"
        ):
            _add_acting(story, line, place, link, _head_post(link.post.body, link.post))


def _is_same_kind(own: Body | None, other: Body) -> bool:
    return own is not None and own.head == other.head


def _is_charged(line: Line, place: int) -> bool:
    return any(
        (cue := line.cue(before)) is not None and cue.kind in ("act", "turn")
        for before in range(place)
    )


def _head_post(body: Body, post: Post) -> Post | None:
    row = index("head_posts", "head").get(body.head)
    if not row:
        return None
    takes = "party" if row["post"] == "Bí thư" else "chair"
    return replace(post, title=row["post"], body=body, takes=takes, mark="acting", term=None)


def _add_acting(story: Story, line: Line, place: int, link: Link | None, post: Post | None) -> None:
    if not link or not post:
        return
    end = max(line.items[place].end, post.end if post.start > link.start else 0)
    acting = replace(
        link, post=post, status=Status.ACTING, rule="acting-head", end=max(end, link.end)
    )
    story.links.append(acting)


def _dismiss(story: Story, line: Line, place: int) -> None:
    """Dismiss somebody from the post of the apposition, or from one named before without a name."""
    cue = line.cue(place)
    if not cue or cue.status != "dismissed":
        return
    after = place + 1
    if line.is_named(after) and is_short(line.gap(place, after)):
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


def _take_loose(story: Story, line: Line, place: int, status: Status) -> None:
    """Give the person at *place* the post that was last named without a name."""
    near = [post for at, post in story.loose if story.lines - at <= _NEAR]
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
    people = _people_before(line, place)
    cue = line.cue(place)
    if not people or not cue or not cue.word.startswith(("vào", "giữ", "đảm", "cương vị", "chức")):
        return
    status = _status_said(line, place)
    post: Post | None = None
    if _THIS.match(line.page.low, line.items[place].end):
        posts = [loose for _, loose in story.loose]
        posts = posts or [link.post for link in story.links if link.line < story.lines]
        post = posts[-1] if posts else None
    elif line.is_named(place + 1) and is_short(line.gap(place, place + 1)):
        person = line.people[place + 1]
        left = [k.post for k in story.links if k.person == person]
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
    """Read ``Cấp ủy mới được bầu gồm 2 đồng chí: A, B``: all of them are members of the committee."""
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
        if cue and cue.kind in ("act", "turn", "propose"):
            return Status(cue.status)
    return None


_EFFECTS = {
    "list": _list_members,
    "link": _fill_seat,
    "act": _dismiss,
    "retire": _retire,
    "punish": _punish,
    "replace": _replace,
    "act for": _act_for,
}
