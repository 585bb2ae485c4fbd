"""Deputies named by the delegation they are of: ``đại biểu Lê Văn An (Đoàn Sơn La)``."""

import re

from canbo.graph.reading.bodies import Body
from canbo.graph.reading.holdings import Link, Story
from canbo.graph.reading.line import Line
from canbo.graph.reading.model import Status
from canbo.graph.reading.places import CITY, PROVINCE, read_bare_place
from canbo.graph.reading.post_takers import Post

_DELEGATION = re.compile(r" \((?:đoàn )?(?:đbqh |đại biểu quốc hội )?(?:tỉnh |thành phố |tp\.? ?)?")
_LED = re.compile(r"(?<!\w)(?:đại biểu|đb|đbqh)[ :]+(?:ông |bà )?$")


def seat_deputies(story: Story, line: Line) -> None:
    """Let the deputies whom *line* names with their delegation sit in the National Assembly."""
    for place, item in enumerate(line.items):
        if not item.name or not line.is_named(place):
            continue
        start = _title_of(line, item.name.at)
        end = _delegation_behind(line, item.end)
        if start is None or end is None or not _is_of_assembly(line, item.start):
            continue
        body = Body(end, end, "Quốc hội", "fixed")
        post = Post(start, end, "Đại biểu", "fixed", body=body)
        person = line.people[place]
        story.links.append(
            Link(
                person,
                post,
                Status.CURRENT,
                "delegation",
                start,
                end,
                story.lines,
                story.chains,
            )
        )


def _is_of_assembly(line: Line, place: int) -> bool:
    """Whether the text around speaks of the National Assembly, and not of a council."""
    around = line.page.low[max(0, place - _FAR) : place + _FAR]
    return "quốc hội" in around or "đbqh" in around


_FAR = 4000


def _title_of(line: Line, at: int) -> int | None:
    """Return where ``đại biểu`` stands before a name that begins at *at*."""
    start = max(line.span.start, at - 16)
    found = _LED.search(line.page.low[start:at])
    return start + found.start() if found else None


def _delegation_behind(line: Line, end: int) -> int | None:
    """Return where the province in brackets behind a name ends."""
    match = _DELEGATION.match(line.page.low, end)
    found = read_bare_place(line.page, match.end(), (PROVINCE, CITY)) if match else None
    return found[1] if found and line.page.text.startswith(")", found[1]) else None
