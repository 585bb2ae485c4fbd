"""One text -> all it states. The order: documents, then people, posts and bodies, then the rest."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from canbo.graph.reading.bodies import Body
from canbo.graph.reading.canonical import show_body
from canbo.graph.reading.effects import apply_effects
from canbo.graph.reading.holdings import Link, Story, link_line
from canbo.graph.reading.lexicon import column, one_of
from canbo.graph.reading.line import Line
from canbo.graph.reading.locality import Resolved, Scene, body_for, find_places, resolve
from canbo.graph.reading.model import BodyMention, Holding, PersonMention, Reading, Status, Unread
from canbo.graph.reading.page import Page
from canbo.graph.reading.posts import post_heads
from canbo.graph.reading.text import View


def read_statements(text: str, published: str | None = None) -> Reading:
    """Return what *text* states; *published* (ISO) completes dates printed without a year."""
    view = View.of(text)
    page = Page.of(view)
    story, lines = link_posts(page)
    scene = _scene(page, lines)
    links = _settle(page, story, scene)
    return Reading(holdings=tuple(links))


def link_posts(page: Page) -> tuple[Story, list[Line]]:
    story = Story(page)
    lines: list[Line] = []
    for sentence in page.view.sentences:
        line = link_line(story, sentence)
        apply_effects(story, line)
        lines.append(line)
    return story, lines


def _scene(page: Page, lines: Sequence[Line]) -> Scene:
    bodies: list[tuple[int, Body]] = []
    for line in lines:
        for item in line.items:
            body = item.body or (item.post.body if item.post and not item.post.is_foreign else None)
            while body is not None:
                if body.is_whole and body.takes not in ("fixed", "centre"):
                    bodies.append((body.start, body))
                body = body.parent
    bodies.sort(key=lambda pair: pair[0])
    return Scene(tuple(find_places(page)), tuple(bodies))


def _settle(page: Page, story: Story, scene: Scene) -> Iterator[Holding]:
    for link in story.links:
        post = link.post
        kin = [
            other.post.body
            for other in _kin(link, story.links)
            if other.post.body is not None and other.post.body.takes != "fixed"
        ]
        found = (
            resolve(post.body, post.start, kin, scene)
            if post.body
            else body_for(post.takes, post.start, kin, scene)
        )
        if found.body is None:
            continue
        status = link.status
        if status is Status.CURRENT and link.person in story.sanctions:
            status = Status.DISCIPLINED
        yield Holding(link.person, post.title, show_post_body(post.takes, found.body), status, (), rule=link.rule, inferred=found.inferred, term=post.term)


def show_post_body(takes: str, body: Body) -> str:
    from canbo.graph.reading.canonical import committee_of
    if body.head in ("Ban Chấp hành", "Ban Thường vụ", "Thường trực", "Cấp ủy") and body.parent and takes in ("party", "entry"):
        body = body.parent
    if body.head == "Đảng bộ":
        place = body.place
        if place and place.name and committee_of(place) != "Đảng ủy":
            return show_body(replace(body, head=committee_of(place), takes="committee"))
        return show_body(replace(body, head="Đảng ủy"))
    if body.head == "Đảng bộ khối":
        return show_body(replace(body, head="Đảng ủy khối"))
    if body.head == "Đảng ủy" and body.place and committee_of(body.place) != "Đảng ủy":
        return show_body(replace(body, head=committee_of(body.place), takes="committee"))
    if body.head == "Chi ủy":
        return show_body(replace(body, head="Chi bộ"))
    return show_body(body)


def _kin(link: Link, links: Sequence[Link]) -> list[Link]:
    """Return the other links of the same list, those behind first."""
    same = [k for k in links if k.chain == link.chain and k.person == link.person and k is not link]
    behind = [k for k in same if k.post.start > link.post.start]
    return behind + [k for k in reversed(same) if k.post.start < link.post.start]
