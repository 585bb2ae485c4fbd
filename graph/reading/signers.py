"""The signature of a decision: ``KT. CHỦ TỊCH / PHÓ CHỦ TỊCH / (Đã ký) / Võ Văn An``."""

import re
from collections.abc import Sequence

from canbo.graph.reading.changing import replace
from canbo.graph.reading.holdings import Link, Story
from canbo.graph.reading.line import Line, close_line
from canbo.graph.reading.model import Status
from canbo.graph.reading.post_takers import Post
from canbo.graph.reading.stream import Item

_BACK, _FEW = 5, 20
_BUREAUS = ("Ban Thường vụ", "Ban Chấp hành")
_SIGNED = re.compile(r"[(\[]?(?:đã ký|ký tên|đã ký và đóng dấu|ký)[)\]]?[.:]?")
_FOR = re.compile(r"(?:kt|k/t|tl|t/l|tuq)\.?\s*", re.IGNORECASE)
_ON_BEHALF = re.compile(r"(?:tm|t/m)\.?\s*", re.IGNORECASE)


def link_signer(story: Story, lines: Sequence[Line], line: Line) -> None:
    """Give the person whose name is all of *line* the post on the line above, if one is there.

    Signing ``KT.`` (for the head) the post is the one on the line below that; a body ``TM.`` (on
    whose behalf) is the body of the post (Decree 30/2020, annex I).
    """
    signer = _only_item(line, "")
    if signer is None or signer.name is None or not signer.name.is_full:
        return
    above = [close_line(one, story.signs) for one in lines[-_BACK:]]
    post = _post_above(story, above)
    if post and not any(link.post.start == post.start for link in story.links[-_FEW:]):
        # Else it is that of the name above it.
        _add(story, line, signer, post if post.body else _of_letterhead(story, lines, post))


def _of_letterhead(story: Story, lines: Sequence[Line], post: Post) -> Post:
    """Return *post* in the council or office that one of the first lines names alone."""
    heads = (_only_item(close_line(one, story.signs), "") for one in lines[:_HEAD])
    bodies = [item.body for item in heads if item and item.body and item.body.is_whole]
    fits = _FITTING.get(post.takes, ())
    fitting = [body for body in bodies if body.takes in fits]
    return replace(post, body=fitting[-1]) if fitting else post


_HEAD = 5
_FITTING = {"chair": ("place",), "head": ("field", "name", "ministry")}


def _post_above(story: Story, lines: Sequence[Line]) -> Post | None:
    post: Post | None = None
    for before in reversed(lines):
        text = story.page.low[before.span.start : before.span.end]
        if _SIGNED.fullmatch(text.strip()) or (post and _FOR.match(text)):
            continue
        item = _only_item(before, text)
        if item and post is None and item.post and not _FOR.match(text):
            post = item.post
        elif item and post is not None and item.body and post.body is None:
            # A committee's bureau has no head: the signer heads the committee.
            body = item.body.parent if item.body.head in _BUREAUS else item.body
            return replace(post, body=body) if body else post
        else:
            break
    return post


def _only_item(line: Line, text: str) -> Item | None:
    """Return the one thing that *line* consists of, but for ``KT.`` and ``TM.``."""
    if len(line.items) != 1:
        return None
    item = line.items[0]
    lead = _FOR.match(text) or _ON_BEHALF.match(text)
    start = line.span.start + (lead.end() if lead else 0)
    is_all = item.start == start and item.end >= line.span.end - 1
    return item if is_all else None


def _add(story: Story, line: Line, signer: Item, post: Post) -> None:
    status = Status.ACTING if post.mark == "acting" else Status.CURRENT
    person = line.people[0]
    story.links.append(
        Link(person, post, status, "signer", post.start, signer.end, story.lines, story.chains)
    )
