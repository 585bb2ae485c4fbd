"""Who a list behind an act dismisses: ``miễn nhiệm ba người: P1 X, P2 Y``.

The titles that lead the names of such a list are what is taken, where the act names no post itself.
"""

import re

from canbo.graph.reading.holdings import Story, change
from canbo.graph.reading.line import Line
from canbo.graph.reading.model import Status
from canbo.graph.reading.verbs import is_proposed

_OPENS = re.compile(r"[^.;!?:]{0,60}:\s*")
_AGAIN = re.compile(r"[^\w]*(?:và|cùng|các|ông|bà|đồng chí|đ/c|\s)*[^\w]*")


def dismiss_listed(story: Story, line: Line) -> None:
    """Dismiss the people of a list behind ``miễn nhiệm`` from the posts that lead their names."""
    for place, item in enumerate(line.items):
        cue = item.cue
        is_act = cue is not None and cue.kind == "act" and cue.status == "dismissed"
        if is_act and not is_proposed(line, place) and (first := _first_title(line, place)):
            last = _last_of_list(line, first)
            start, end = line.items[first].start, line.items[last].end
            taken = [
                i
                for i in story.links_of_line()
                if story.links[i].status is Status.CURRENT
                and start <= story.links[i].post.start < end
                and story.links[i].rule == "title-name"
            ]
            change(story, taken, Status.DISMISSED, "dismiss-list")


def name_posts(story: Story, line: Line) -> None:
    """Read ``miễn nhiệm chức danh P ông X``: the post that the act names leads the name."""
    for place, item in enumerate(line.items):
        cue, link, post = item.cue, line.cue(place + 1), line.post(place + 2)
        is_seat = link is not None and link.kind == "link" and cue is not None and cue.kind == "act"
        name = line.items[place + 3].name if line.is_named(place + 3) else None
        if not (cue and is_seat and post and name and name.start != name.at):
            continue
        status = Status.PROPOSED if is_proposed(line, place) else Status(cue.status)
        led = [
            i
            for i in story.links_of_line()
            if story.links[i].post is post
            and story.links[i].rule == "title-name"
            and story.links[i].status is Status.CURRENT
        ]
        change(story, led, status, "named-post")


def _first_title(line: Line, act: int) -> int | None:
    """Return where the list begins: at once, or behind the colon that says how many they are."""
    place = act + 1
    while place < len(line.items) and not line.post(place):
        if line.is_named(place):
            return None
        place += 1
    if place == len(line.items):
        return None
    between = line.page.low[line.items[act].end : line.items[place].start]
    is_next = place == act + 1 and not between.strip()
    return place if is_next or _OPENS.fullmatch(between) else None


def _last_of_list(line: Line, first: int) -> int:
    """Return the last part of the list of titles and names that begins at *first*."""
    last = first
    for place in range(first + 1, len(line.items)):
        if not (line.post(place) or line.is_named(place) or _is_mark(line, place)):
            break
        if not _AGAIN.fullmatch(line.page.low, line.items[place - 1].end, line.items[place].start):
            break
        last = place
    return last


def _is_mark(line: Line, place: int) -> bool:
    cue = line.cue(place)
    return cue is not None and cue.kind in ("plural", "list")
