"""A name on a line of its own and the posts on the next: captions, lists, notices of death."""

import re
from collections.abc import Sequence

from canbo.graph.reading.holdings import Link, Story
from canbo.graph.reading.line import Line
from canbo.graph.reading.model import Status

_TAIL = re.compile(r"[\s.,;:)]*(?:\([^()]{1,40}\))?[\s.,;:)]*")
_TITLE = re.compile(r"[\W\d]*(?P<past>nguyên *:? *)?")


def link_caption(story: Story, lines: Sequence[Line], line: Line) -> None:
    """Give the posts that all of *line* is to the person whose name all of the last line is.

    A signature has its title above the name; such a name is not read with what is below it.
    """
    loose = story.unbound
    if not lines or not loose or len(loose) != len(line.items):
        return
    name = _only_name(lines[-1])
    if name is None or _is_signed(story, name) or not _is_all_posts(line):
        return
    lead = _TITLE.match(line.page.low, line.span.start)
    is_past = bool(lead and lead["past"])
    for place in loose:
        post = line.post(place)
        if post and not post.is_foreign:
            status = Status.FORMER if is_past or post.mark == "former" else Status.CURRENT
            status = Status.ACTING if post.mark == "acting" else status
            link = Link(
                name, post, status, "caption", post.start, post.end, story.lines, story.chains
            )
            story.links.append(link)


def _only_name(line: Line) -> str | None:
    """Return the person whose full name is all of *line*, but for honorific, number and year."""
    last = len(line.items) - 1
    if not line.is_named(last):
        return None
    item = line.items[last]
    lead = line.page.low[line.span.start : item.start]
    is_all = not lead.strip("0123456789.)-–•*+ ") or lead.endswith("báo tin: ")
    tail = _TAIL.fullmatch(line.page.low, item.end, line.span.end)
    is_full = item.name is not None and item.name.is_full
    return line.people[last] if is_all and tail and is_full else None


def _is_signed(story: Story, person: str) -> bool:
    last = story.links[-1] if story.links else None
    return last is not None and last.rule == "signer" and last.person == person


def _is_all_posts(line: Line) -> bool:
    """Whether *line* is a list of posts and nothing else."""
    lead = _TITLE.match(line.page.low, line.span.start)
    parts = [line.gap(place - 1, place) for place in range(1, len(line.items))]
    is_first = lead is not None and line.items[0].start <= lead.end()
    is_list = all(part in (",", ";", "-", "–", "kiêm", "và") for part in parts)
    return (
        is_first
        and is_list
        and bool(_TAIL.fullmatch(line.gap(len(line.items) - 1, len(line.items))))
    )
