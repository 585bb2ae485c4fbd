"""Acting heads: a deputy who ``phụ trách`` or ``điều hành`` a body acts in its head post."""

import re

from canbo.graph.reading.bodies import Body
from canbo.graph.reading.canonical import body_held
from canbo.graph.reading.changing import replace
from canbo.graph.reading.holdings import Link, Story
from canbo.graph.reading.lexicon import index
from canbo.graph.reading.line import Line, is_short
from canbo.graph.reading.model import Status
from canbo.graph.reading.people_around import people_before
from canbo.graph.reading.post_takers import Post

_ITSELF = re.compile(
    r"(?:[,.;]|$| (?:và điều hành|thay|từ ngày|kể từ|cho đến|đến khi)"
    r"| (?:hoạt động |công việc |công tác )?(?:chung |của )?(?:nhà trường|cơ quan|đơn vị|sở"
    r"|trung tâm|đại học|học viện|trường|viện|cục|phòng"
    r"|bệnh viện|ủy ban|chung)(?: này)?(?=[,.;]| từ| cho| đến| kể|$))"
)


def act_for(story: Story, line: Line, place: int) -> None:
    """Let a deputy who ``phụ trách`` a body act in its head post."""
    if _lead_body(story, line, place) or _give_body(story, line, place):
        return
    people = people_before(line, place)
    person = line.people[people[-1]] if people else ""
    if person and (duty := _duty_of(line, place)):
        item = line.items[people[-1]]
        story.links.append(
            Link(
                person,
                replace(duty, mark="acting"),
                Status.ACTING,
                "acting-head",
                item.start,
                duty.end,
                story.lines,
                story.chains,
            )
        )
        return
    own = [k for i in story.links_of_line() if (k := story.links[i]).person == person]
    if not own:
        return
    link = own[-1]
    if post := _post_acted_in(line, place, link):
        end = max(line.items[place].end, post.end if post.start > link.start else 0, link.end)
        acting = replace(link, post=post, status=Status.ACTING, rule="acting-head", end=end)
        story.links.append(acting)


_DUTY = re.compile(r"(?:các )?(?:nhiệm vụ|chức trách|công việc|cương vị|chức vụ|vị trí)(?: của)?")


def _duty_of(line: Line, place: int) -> Post | None:
    """Return the post whose duties somebody is charged with (``giao phụ trách nhiệm vụ P``)."""
    is_duty = bool(_DUTY.fullmatch(line.gap(place, place + 1)))
    return line.post(place + 1) if is_duty and _is_charged(line, place) else None


def _give_body(story: Story, line: Line, place: int) -> bool:
    """Read ``giao phụ trách Sở Y tế cho ông X``: X acts in the head post of the body."""
    body = line.items[place + 1].body if place + 1 < len(line.items) else None
    to = line.cue(place + 2)
    row = _head_row(body.head) if body and to and to.word == "cho" else None
    if body is None or row is None or not line.is_named(place + 3):
        return False
    takes = "party" if row["post"] == "Bí thư" else "chair"
    post = Post(
        body.start, body.end, _title_of_head(line, body, row), takes, body=body, mark="acting"
    )
    item, person = line.items[place + 3], line.people[place + 3]
    story.links.append(
        Link(
            person,
            post,
            Status.ACTING,
            "acting-head",
            body.start,
            item.end,
            story.lines,
            story.chains,
        )
    )
    return True


def _lead_body(story: Story, line: Line, place: int) -> bool:
    """Read ``Sở Y tế do ông X phụ trách``: X acts in the head post of the body before ``do``."""
    by, body = line.cue(place - 2), line.items[place - 3].body if place > _LED else None
    is_led = by is not None and by.kind == "by" and line.is_named(place - 1)
    row = (
        _head_row(body.head)
        if body and is_led and is_short(line.gap(place - 3, place - 2))
        else None
    )
    if not row or body is None:
        return False
    takes = "party" if row["post"] == "Bí thư" else "chair"
    post = Post(
        body.start, body.end, _title_of_head(line, body, row), takes, body=body, mark="acting"
    )
    end, person = line.items[place].end, line.people[place - 1]
    story.links.append(
        Link(person, post, Status.ACTING, "acting-head", body.start, end, story.lines, story.chains)
    )
    return True


_LED = 2


_MEETING = re.compile(
    r" (?:phần |chương trình )?(?:khai mạc|bế mạc|thảo luận|chất vấn|kỳ họp|phiên|hội nghị|cuộc họp"
    r"|buổi|cuộc|lễ|đại hội|chương trình|phần)(?!\w)"
)


def _post_acted_in(line: Line, place: int, link: Link) -> Post | None:
    """Return the post a deputy acts in: the one named, the head of the body named, or of his."""
    of = line.cue(place + 1)
    behind = place + 1 + (of is not None and of.word == "của" and _is_work(line, place))
    following = line.items[behind] if behind < len(line.items) else None
    if _MEETING.match(line.page.low, line.items[place].end):
        return None  # to lead a meeting is no post
    if following and is_short(line.gap(place, place + 1)):
        if following.cue and following.cue.kind == "replace" and (post := line.post(place + 2)):
            return post
        if following.body:
            is_his = _is_same_kind(link.post.body, following.body) or _is_charged(line, place)
            if not is_his:
                return None
            is_same = _is_same_kind(link.post.body, following.body)
            own = link.post.body if is_same and not following.body.is_whole else None
            return _head_post(line, own or following.body, link.post)
    is_deputy = link.post.title.startswith("Phó") and link.status in _HELD
    if link.post.body and is_deputy and _ITSELF.match(line.page.low, line.items[place].end):
        return _head_post(line, link.post.body, link.post)
    return None


_HELD = (Status.CURRENT, Status.APPOINTED)


def _is_work(line: Line, place: int) -> bool:
    """Whether it is the work of a body that somebody is in charge of (``hoạt động của Sở``)."""
    return line.gap(place, place + 1) in ("", "hoạt động", "mọi hoạt động", "công việc", "công tác")


def _is_same_kind(own: Body | None, other: Body) -> bool:
    """Whether both are of one kind; a wing is the committee it is of."""
    return own is not None and own.head == body_held("party", other).head


def _is_charged(line: Line, place: int) -> bool:
    return any(
        (cue := line.cue(before)) is not None and cue.kind in ("act", "turn")
        for before in range(place)
    )


def _head_row(head: str) -> dict[str, str] | None:
    """Return the row of a kind of body; a body with a name of its own is of the kind it begins."""
    rows = index("head_posts", "head")
    words = head.split(" ")
    starts = (" ".join(words[:size]) for size in range(len(words), 0, -1))
    return next((rows[start] for start in starts if start in rows), None)


_AROUND = 3000


def _title_of_head(line: Line, body: Body, row: dict[str, str]) -> str:
    """Return the title of who heads *body*: that of a university as the text has it."""
    if body.head != "Đại học":
        return row["post"]
    around = line.page.low[max(0, body.start - _AROUND) : body.start + _AROUND]
    is_director = "giám đốc đại học" in around or "giám đốc đh" in around
    is_rector = not is_director and "hiệu trưởng" in around
    return "Hiệu trưởng" if is_rector else row["post"]


def _head_post(line: Line, body: Body, post: Post) -> Post | None:
    row = _head_row(body.head)
    if not row:
        return None
    takes = "party" if row["post"] == "Bí thư" else "chair"
    is_chief = "Trưởng Công an" in post.title
    is_police = is_chief and body.head == "Công an"
    title = "Trưởng Công an" if is_police else _title_of_head(line, body, row)
    return replace(post, title=title, body=body, takes=takes, mark="acting", term=None)
