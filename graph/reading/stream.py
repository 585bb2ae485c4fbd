"""A sentence as the parts the grammar links: names, posts, bodies and cue words, in order."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from canbo.graph.reading.abbreviations import next_abbreviation
from canbo.graph.reading.bodies import Body, read_body
from canbo.graph.reading.common_nouns import common_nouns
from canbo.graph.reading.lexicon import UPPER, column, index, one_of
from canbo.graph.reading.model import Span
from canbo.graph.reading.page import Page
from canbo.graph.reading.persons import NameMention, find_names
from canbo.graph.reading.post_takers import Post
from canbo.graph.reading.posts import post_heads, read_post
from canbo.graph.reading.signs import Signs

_SHORT_CUE = 5
_LED = re.compile(r"(?<!\w)(?:ông|bà|anh|chị|cô) $")
_LOWER_BODIES = frozenset(("committee", "cell", "fixed", "place"))


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue word: *kind* and *status* of the table ``cues``."""

    word: str
    kind: str
    status: str


@dataclass(frozen=True, slots=True)
class Item:
    """A part of a sentence; exactly one of the last four is set."""

    start: int
    end: int
    name: NameMention | None = None
    post: Post | None = None
    body: Body | None = None
    cue: Cue | None = None


@cache
def _body_anchors() -> re.Pattern[str]:
    """Return the expression for heads of bodies alone, with the groups of all anchors."""
    bodies = one_of(column("bodies", "surface"))
    return re.compile(rf"(?<!\w)(?:(?P<body>{bodies})(?!\w)|(?P<post>(?!))|(?P<cue>(?!)))")


@cache
def _anchors() -> re.Pattern[str]:
    bodies, cues = one_of(column("bodies", "surface")), one_of(column("cues", "surface"))
    return re.compile(
        rf"(?<!\w)(?:(?P<post>{post_heads().pattern})|(?P<body>{bodies})(?!\w)|(?P<cue>{cues})(?!\w))"
    )


def read_items(page: Page, sentence: Span, signs: Signs, *, is_telling: bool) -> tuple[Item, ...]:
    """Return the parts of *sentence* in order; no cue words where it tells nothing of posts."""
    items: list[Item] = []
    place = named = sentence.start
    while True:
        if is_telling:
            match = _anchors().search(page.low, place, sentence.end)
        else:
            match = _next_body(page, signs, place, sentence.end)
        short = _read_abbreviation(page, place, match.start() if match else sentence.end)
        if short:
            items += [*_names(page, signs, named, short.start, items[-1:]), short]
            place = named = short.end
            continue
        if match is None:
            break
        if covered := page.mask_at(match.start()):
            place = covered
            continue
        item = _read_anchor(page, match, sentence)
        if item is None or item.end > sentence.end + 1:
            place = match.end() if match["cue"] else match.start() + 1
            continue
        items += _names(page, signs, named, item.start, items[-1:])
        items.append(item)
        place = named = max(item.end, match.start() + 1)
    items += _names(page, signs, named, sentence.end, items[-1:])
    if found := signs.recognised_in(sentence.start, sentence.end):
        items = _add_recognised(page, items, [span for span in found if span.end <= sentence.end])
    return tuple(items)


def _add_recognised(page: Page, items: Sequence[Item], found: Sequence[Span]) -> list[Item]:
    """Return *items* and the names *found* by a recogniser, where nothing was read."""
    added: list[Item] = []
    for span in found:
        at = bisect_right(items, span.start, key=lambda item: item.start)
        is_free = (at == 0 or items[at - 1].end <= span.start) and (
            at == len(items) or items[at].start >= span.end
        )
        if is_free and not page.mask_at(span.start):
            words = page.text[span.start : span.end]
            mention = NameMention(
                span.start, span.end, span.start, words, " " in words, is_recognised=True
            )
            added.append(Item(span.start, span.end, name=mention))
    return sorted([*items, *added], key=lambda item: item.start)


def _next_body(page: Page, signs: Signs, place: int, end: int) -> re.Match[str] | None:
    """Return the first head of a body in ``[place, end)`` that can be a name."""
    bodies = signs.bodies
    for at in range(bisect_left(bodies, place), len(bodies)):
        if bodies[at] >= end:
            break
        if match := _body_anchors().match(page.low, bodies[at], end):
            return match
    return None


def _read_abbreviation(page: Page, start: int, end: int) -> Item | None:
    """Return the first body in ``[start, end)`` by an abbreviation that the text explains."""
    place = next_abbreviation(page, start, end)
    body = read_body(page, place) if place is not None else None
    return Item(body.start, body.end, body=body) if body else None


def _names(
    page: Page, signs: Signs, start: int, end: int, before: Sequence[Item]
) -> Sequence[Item]:
    is_behind_title = bool(before and before[0].post and before[0].end == start)
    if not is_behind_title and not signs.may_name(start, end):
        return ()
    names = find_names(page, start, end, is_behind_title=is_behind_title)
    return [Item(name.start, name.end, name=name) for name in names]


def _read_anchor(page: Page, match: re.Match[str], sentence: Span) -> Item | None:
    if page.text[match.start()].isupper():
        if _is_in_name(page, match.start(), sentence.start) or _is_called_so(page, match):
            return None
    elif match["body"] in common_nouns():
        return None
    if match["post"] is not None:
        post = read_post(page, match)
        return Item(post.start, post.end, post=post) if post else None
    if match["body"] is not None:
        body = read_body(page, match.start())
        return Item(body.start, body.end, body=body) if body and _is_shown(page, body) else None
    return _read_cue(page, match, sentence)


def _is_in_name(page: Page, place: int, start: int) -> bool:
    """Whether the word at *place* is a later word of a person's name (``Cao Khoa``)."""
    before = None
    if place > start + 1 and page.text[page.text.rfind(" ", start, place - 1) + 1].isupper():
        before = _capitals_before().search(page.text[max(start, place - 32) : place])
    if before and any(_is_surname(word) for word in before[0].split()):
        return True
    if _LED.search(page.low[max(start, place - 10) : place]) and len(page.run_at(place)) == 1:
        return True
    run = page.run_at(place)
    return bool(run) and run[0] == "Đoàn" and len(run) in (3, 4) and not before


def _is_called_so(page: Page, match: re.Match[str]) -> bool:
    """Whether the head of a body is half of what somebody is called (``ông Trường Sơn``)."""
    is_word = match["body"] is not None and " " not in match["body"]
    is_led = is_word and _LED.search(page.low[max(0, match.start() - 10) : match.start()])
    return bool(is_led) and len(page.run_at(match.start())) == _PAIR


_PAIR = 2


@cache
def _capitals_before() -> re.Pattern[str]:
    return re.compile(rf"(?:[{UPPER}][^\W\d_]* ){{1,4}}$")


def _is_surname(word: str) -> bool:
    return index("surnames", "surname").get(word.title(), {}).get("sureness", "rare") != "rare"


def _read_cue(page: Page, match: re.Match[str], sentence: Span) -> Item | None:
    row = index("cues", "surface")[match["cue"]]
    kind = row["kind"]
    if page.text[match.start()].isupper() and _is_between_names(page, match, sentence.start):
        return None
    if kind == "pronoun" and not _stands_alone(page, match):
        return None
    end = match.end()
    if match["cue"].endswith(_DUTY) and _VU_HEAD.match(page.low, end):
        end -= len(" vụ")  # ``giữ chức | vụ trưởng Vụ X``, but ``giữ chức vụ | trưởng phòng``
    return Item(match.start(), end, cue=Cue(match["cue"], kind, row["status"]))


_DUTY = " chức vụ"
_VU_HEAD = re.compile(r" trưởng(?= vụ(?!\w)|[,.;:)]|$)")


def _is_between_names(page: Page, match: re.Match[str], start: int) -> bool:
    """Whether a word with a capital stands among other such words, as in a name."""
    before = page.text[max(start, match.start() - 12) : match.start()].split(" ")
    is_behind = len(before) > 1 and before[-2][:1].isupper() and before[-2].isalpha()
    is_before = page.text[match.end() : match.end() + 2].strip()[:1].isupper()
    return is_behind or (is_before and match.start() > start and len(match[0]) < _SHORT_CUE)


def _is_shown(page: Page, body: Body) -> bool:
    """Whether a body is printed as a name, and not as a common noun (``phòng``, ``ban``)."""
    if page.text[body.start].isupper() or body.takes in _LOWER_BODIES:
        return True
    return (
        body.takes == "wing" and page.low[body.start : body.end] != page.text[body.start : body.end]
    )


_COUNTED = re.compile(
    r"(?:(?<!\d)\d{1,3}|một|mỗi|từng|các|nhiều|số|hai|ba|bốn|năm|sáu|những|vị|là) $"
)


def _stands_alone(page: Page, match: re.Match[str]) -> bool:
    """Whether a pronoun stands for somebody: no name, no title behind it, no number before it."""
    if page.text[match.end() : match.end() + 2].strip()[:1].isupper():
        return False
    before = page.low[max(0, match.start() - 8) : match.start()]
    return not _COUNTED.search(before) and not post_heads().match(page.low, match.end() + 1)
