"""Career lines: ``2001-2005: Chủ tịch UBND xã Vũ Quý`` is said of the person the text is about."""

import re
from functools import cache

from canbo.graph.reading.changing import replace
from canbo.graph.reading.holdings import Link, Story
from canbo.graph.reading.line import JOINED, Line
from canbo.graph.reading.model import Status

_FAR, _NOTICE = 90, 400
_MANY = 2000


@cache
def _stretch() -> re.Pattern[str]:
    """Return the expression for the years before a post, up to the post."""
    month, year = r"(?:(?:tháng )?\d{1,2}[/.-])?", r"((?:19|20)\d\d)"
    held = r"(?:đồng chí )?(?:là|làm|giữ chức(?: vụ)?)"
    lead = rf"(?:{held}|được [\w ,]{{3,40}}|công tác[\w ,]{{0,40}})"
    return re.compile(
        rf"(?:từ |tháng |năm )*{month}{year}(?:\s*(?:-|–|—|đến|tới)\s*(?:tháng |năm )*"
        rf"(?:{month}{year}|(nay|hiện nay)))?\s*[:,|–-]?\s*(?:{lead}\s*)?$"
    )


@cache
def _label() -> re.Pattern[str]:
    """Return the expression for what opens a line of a form that posts follow."""
    born = r"(?:sinh (?:ngày|năm|tháng)|ngày sinh|năm sinh)(?!\w)"
    return re.compile(rf"\W*(?:(?:nguyên )?chức (?:vụ|danh)[^:.;,]{{0,40}}:|{born})")


def link_form(story: Story, line: Line, loose: list[int]) -> None:
    """Give the posts behind ``Chức vụ:``, ``Sinh ngày`` to the person named last above."""
    label = _label().match(line.page.low, line.span.start, line.span.end) if loose else None
    if not label or not story.cast.recent or story.cast.present:
        return
    person = next(reversed(story.cast.recent))
    before = line.page.low[max(0, line.span.start - _NOTICE) : line.span.start]
    is_past = "nguyên" in label[0] or "thương tiếc báo tin" in before
    for place in loose:
        post = line.items[place].post
        if post and not post.is_foreign:
            status = Status.FORMER if is_past or post.mark == "former" else Status.CURRENT
            status = Status.ACTING if post.mark == "acting" else status
            story.links.append(
                Link(
                    person,
                    post,
                    status,
                    "form-line",
                    post.start,
                    post.end,
                    story.lines,
                    story.chains,
                )
            )


def link_career(story: Story, line: Line, loose: list[int]) -> None:
    """Add links for the posts at *loose* that years lead to, and for the rest of their run."""
    person = _subject(story) if loose else ""
    if not person:
        return
    stretch: re.Match[str] | None = None
    before = -2
    for place in loose:
        item = line.items[place]
        start = max(line.span.start, item.start - _FAR)
        found = _stretch().search(line.page.low[start : item.start])
        if found and line.page.low[start : start + found.start()].rstrip().endswith("sinh"):
            found = None
        if found and not (found[2] or found[3]) and not _ENDS.match(line.page.low, item.end):
            found = None  # a day in running text (``Tháng 10/2017, Chủ tịch UBND quận ra lệnh``)
        is_next = (
            stretch is not None
            and place == before + 1
            and JOINED.fullmatch(line.gap(before, place)) is not None
        )
        stretch = found or (stretch if is_next else None)
        before = place
        if stretch and item.post:
            since, until, now = stretch.groups()
            post = replace(item.post, since=since, until=until)
            status = Status.CURRENT if now else Status.FORMER
            left = item.start - len(stretch[0]) if found else item.start
            story.links.append(
                Link(person, post, status, "career-line", left, item.end, story.lines, story.chains)
            )


_ENDS = re.compile(r"\s*(?:[.,;:()–—-]|$|\n|và |kiêm |rồi |thuộc )")


def _subject(story: Story) -> str:
    """Return the person a CV is about: the one named most, if anybody is."""
    counts = story.cast.counts
    return max(counts, key=lambda person: counts[person]) if len(counts) < _MANY and counts else ""
