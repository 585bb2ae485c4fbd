"""Sanctions: who is disciplined by a sentence, and with what."""

import re

from canbo.graph.reading.action_clauses import is_item
from canbo.graph.reading.holdings import Story
from canbo.graph.reading.line import Line, is_short
from canbo.graph.reading.people_around import is_not_yet, people_after, people_before

_ANY = "kỷ luật"
_ASKED = ("đề nghị", "xem xét", "kiến nghị", "đề xuất")


def punish(story: Story, line: Line, place: int) -> None:
    """Note the sanction of the people before ``bị`` + sanction, or behind the sanction."""
    if is_not_yet(line, place) or _is_doubted(line, place) or _is_only_named(line, place):
        return
    cue, before = line.cue(place), line.cue(place - 1)
    sanction = cue.status if cue else ""
    if (before and before.kind == "passive") or _is_suffered(line, place):
        people = list(people_before(line, place)) or _people_named(line, place)
    elif sanction == _ANY:
        people = people_after(line, place) if _has_object(line, place) else []
        later = (line.cue(p) for p in range(place + 1, len(line.items)))
        sanction = next((c.status for c in later if c and c.kind == "punish"), sanction)
    else:
        people = people_after(line, place)
        if not people and _names_nobody(line, place):
            story.open_sanction = sanction
    named = [p for p in people if line.is_named(p)] or people  # a pronoun behind is no one more
    story.sanctions.update(dict.fromkeys((line.people[p] for p in named), sanction))


def _is_only_named(line: Line, place: int) -> bool:
    """Whether the word only says what something is about (``buổi họp kỷ luật``)."""
    start = line.items[place].start
    return bool(_ABOUT.search(line.page.low[max(0, start - 16) : start]))


_ABOUT = re.compile(r"(?<!\w)(?:họp|hội đồng|công tác|ý thức|tính|quy trình|hồ sơ|thời gian) $")


def _people_named(line: Line, place: int) -> list[int]:
    """Return who stands behind ``là`` or ``gồm`` (``Cùng bị cảnh cáo là ông X``)."""
    after = place + 1
    if (cue := line.cue(after)) and cue.word in ("là", "gồm", "có", "đó là", "gồm có"):
        return people_after(line, after)
    return []


def _names_nobody(line: Line, place: int) -> bool:
    """Whether a sanction falls on people who are only counted, or whom a colon will list."""
    rest = line.page.low[line.items[place].end : line.span.end]
    return bool(re.search(r"\b(?:người|cán bộ|đảng viên|cá nhân)\b|:\s*$", rest))


def _has_object(line: Line, place: int) -> bool:
    """Whether the one who is disciplined stands right behind the verb."""
    after = place + 1
    while after < len(line.items) and (
        line.post(after) or ((cue := line.cue(after)) and cue.kind in ("of", "plural"))
    ):
        after += 1
    return line.is_named(after) and is_short(line.gap(after - 1, after))


def _is_suffered(line: Line, place: int) -> bool:
    """Whether the words before say that somebody gets the sanction (``nhận hình thức``)."""
    start = line.items[place].start
    if _SUFFERED.search(line.page.low[max(0, start - 24) : start]):
        return True
    before = place - 1
    while before >= 0 and (line.post(before) or line.items[before].body):
        before -= 1
    cue = line.cue(before)
    return before < place - 1 and cue is not None and cue.word.endswith("bị")


_SUFFERED = re.compile(r"(?<!\w)(?:bị|nhận|chịu)(?: mức| án| hình thức)?(?: kỷ luật)? $")


def _is_doubted(line: Line, place: int) -> bool:
    """Whether a sanction is only asked for (``đề nghị ... kỷ luật``)."""
    for before in range(place - 1, -1, -1):
        cue = line.cue(before)
        if cue and cue.kind in ("doubt", "propose") and cue.word.startswith(_ASKED):
            return ";" not in line.page.low[line.items[before].end : line.items[place].start]
    return False


def continue_sanction(story: Story, line: Line) -> None:
    """Carry a sanction of unnamed people to those whom the next sentences name."""
    if not story.open_sanction:
        return
    if _COUNTING.match(line.page.low, line.span.start) or _is_listed(line):
        named = [line.people[p] for p in range(len(line.items)) if line.is_named(p)]
        for person in named:
            story.sanctions.setdefault(person, story.open_sanction)
    elif not any((cue := item.cue) and cue.kind == "punish" for item in line.items):
        story.open_sanction = ""


def _is_listed(line: Line) -> bool:
    """Whether a line is an item that only names somebody (``- Ông A, Bí thư ...;``)."""
    if not is_item(line.page.text, line.span.start):
        return False
    kinds = {cue.kind for item in line.items if (cue := item.cue)}
    return not kinds & {"punish", "doubt", "propose", "act"}


_COUNTING = re.compile(r"(?:hai|ba|một|trong|người|gồm|đó là|cụ thể)\b")
