"""Acting heads: a deputy who ``phụ trách`` or ``điều hành`` a body acts in its head post."""

import re
from dataclasses import replace

from canbo.graph.reading.bodies import Body
from canbo.graph.reading.holdings import Link, Story
from canbo.graph.reading.lexicon import index
from canbo.graph.reading.line import Line, is_short
from canbo.graph.reading.model import Status
from canbo.graph.reading.post_takers import Post
from canbo.graph.reading.verbs import people_before

_ITSELF = re.compile(
    r"(?:[,.;]|$| (?:và điều hành|thay|từ ngày|kể từ|cho đến|đến khi)"
    r"| (?:hoạt động |công việc |công tác )?(?:chung |của )?(?:nhà trường|cơ quan|đơn vị|sở|trung tâm"
    r"|bệnh viện|ủy ban|chung)(?: này)?(?=[,.;]| từ| cho| đến| kể|$))"
)


def act_for(story: Story, line: Line, place: int) -> None:
    """Let a deputy who ``phụ trách`` a body act in its head post."""
    people = people_before(line, place)
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
