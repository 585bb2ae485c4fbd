"""The mentions of people and bodies in a text, each with the full name it stands for."""

from collections.abc import Iterable, Iterator, Sequence

from canbo.graph.reading.bodies import Body
from canbo.graph.reading.canonical import body_held, show_body
from canbo.graph.reading.holdings import Link, Story
from canbo.graph.reading.kinships import Kinships
from canbo.graph.reading.line import Line
from canbo.graph.reading.locality import Resolved, resolve
from canbo.graph.reading.model import BodyMention, PersonMention
from canbo.graph.reading.page import Page
from canbo.graph.reading.placed import needs_district
from canbo.graph.reading.places import Place
from canbo.graph.reading.scene import Scene, chain_of, find_places
from canbo.graph.reading.settle import body_of
from canbo.graph.reading.text import View


def read_scene(page: Page, lines: Sequence[Line], story: Story) -> Scene:
    """Return the places and the bodies that the text names, in order.

    The bodies are those named in full; then also those that these first let one work out.
    """
    bodies = sorted(((body.start, body) for _, body in _bodies(lines)), key=lambda pair: pair[0])
    parts = [(part.start, part) for _, body in bodies for part in chain_of(body)]
    parts.sort(key=lambda pair: pair[0])
    placed = [(at, part.place) for at, part in parts if part.place and part.place.name]
    is_open = any(not body.is_whole or needs_district(body) for _, body in bodies) or any(
        link.post.body is None for link in story.links
    )
    named = find_places(page, story.signs.places) if is_open else ()
    places = sorted((*placed, *named), key=lambda pair: pair[0])
    printed = _scene(page, places, parts)
    known = _by_post(story.links, printed)
    worked_out = [
        (at, part)
        for at, body in bodies
        if (full := (known.get(at) or resolve(body, at, (), printed)).body)
        for part in chain_of(full)
    ]
    scene = _scene(page, places, worked_out)
    for link in sorted(story.links, key=lambda link: link.post.start):
        full = known[link.post.body.start].body if link.post.body else None
        if full and full.is_whole:
            scene.held.add(link.post.takes, link.post.start, full)
    return scene


def _scene(
    page: Page, places: Iterable[tuple[int, Place]], bodies: Iterable[tuple[int, Body]]
) -> Scene:
    """Return the scene with these units and with those of the bodies that are whole."""
    scene = Scene([sentence.start for sentence in page.view.sentences])
    for at, place in places:
        scene.add_place(at, place)
    for at, body in bodies:
        if body.takes == "fixed":
            scene.add_fixed(at, body)
        elif body.is_whole and body.takes != "centre":
            scene.add_body(at, body)
    return scene


def _bodies(lines: Iterable[Line]) -> Iterator[tuple[int, Body]]:
    for line in lines:
        for item in line.items:
            if item.body:
                yield item.start, item.body
            elif item.post and item.post.body and not item.post.is_foreign:
                yield item.post.body.start, item.post.body


def name_people(view: View, lines: Iterable[Line]) -> tuple[PersonMention, ...]:
    """Return the mentions of people by name, each with the full name it stands for."""
    return tuple(
        PersonMention(view.span(item.name.at, item.name.end), person)
        for line in lines
        for item, person in zip(line.items, line.people, strict=True)
        if item.name and person
    )


def name_bodies(
    view: View, lines: Sequence[Line], story: Story, scene: Scene
) -> tuple[BodyMention, ...]:
    """Return the mentions of bodies with their full names, also of those inside other bodies."""
    known = _by_post(story.links, scene)
    mentions: dict[tuple[int, int], BodyMention] = {}
    for start, body in _bodies(lines):
        found = known.get(start) or resolve(body, body.start, (), scene)
        whole = found.body or body
        for printed, full in zip(chain_of(body), chain_of(whole), strict=False):
            # What an abbreviation stands for is printed elsewhere, and mentioned there.
            is_inside = body.start <= printed.start < body.end
            if is_inside and printed.end > printed.start and printed.takes != "centre":
                first = view.text[printed.start : body.end]  # the word of a level may be implied
                place = (body.end - len(first.lstrip()), body.end)
                name = show_body(_committee(full))
                mention = BodyMention(view.span(*place), name, found.inferred)
                mentions.setdefault(place, mention)
    return tuple(mention for _, mention in sorted(mentions.items()))


def _committee(body: Body) -> Body:
    """Return the committee that ``Ban Chấp hành Đảng bộ X`` is: ``Quận ủy X``."""
    is_whole = body.head == "Ban Chấp hành" and body.parent and body.parent.head == "Đảng bộ"
    return body_held("entry", body) if is_whole else body


def _by_post(links: Sequence[Link], scene: Scene) -> dict[int, Resolved]:
    kinships = Kinships.of(links)
    return {
        link.post.body.start: body_of(link, kinships, scene) for link in links if link.post.body
    }
