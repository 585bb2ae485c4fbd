"""Names that come behind what happens to them: ``Được bầu làm P có các ông: A, Q; B và C``."""

import re

from canbo.graph.reading.changing import replace
from canbo.graph.reading.line import Line, is_short
from canbo.graph.reading.verbs import Verb, read_verb

_SAID = ("act", "turn", "propose")
_LONG = 110
_OPENING = re.compile(
    r"(?: các| hai| ba| bốn)?(?: ông| bà| đồng chí| đ/c| anh| chị| người)?\s*:?\s*"
)
_WORD = re.compile(r"(?<!\w)(?:là|có|gồm|gồm có|bao gồm|như sau)(?!\w)")
_REPLACED = re.compile(r"(?<!\w)(?:thay|thay cho|thay thế|từ tay|kế nhiệm|của|do)\s*$")
_BETWEEN = re.compile(
    r"(?:\([^()]{0,60}\)|\))?\s*(?P<mark>[,;]|,?\s?và|,?\s?cùng)?\s*(?:và |cùng )?"
    r"(?:các |hai |ba )?(?:ông|bà|đồng chí|đ/c|anh|chị)?\s*:?"
)
_STOPS = re.compile(r"[.!?;]\s")


def names_ahead(line: Line, first: int, last: int) -> tuple[Verb, tuple[int, ...]] | None:
    """Return the verb over the posts *first* to *last* and the people listed behind them.

    None where the people are not listed behind: where somebody is the subject already, or no
    ``là``, ``có``, ``gồm`` or colon opens the list.
    """
    verb = read_verb(line, first)
    if verb and not _is_open(line, verb, first):
        return None
    if verb and verb.kind == "link" and _is_for_another(line, first):
        verb = replace(verb, kind="turn", status="appointed")
    if verb is None or verb.kind not in _SAID:
        verb = _verb_behind(line, last)
    start = _first_name(line, last) if verb else None
    return (verb, list_from(line, start)) if verb and start is not None else None


def _is_for_another(line: Line, first: int) -> bool:
    """Whether the clause begins with who is replaced (``Thay ông X làm P là ông Y``)."""
    cue = line.cue(0)
    return bool(cue and cue.kind == "replace" and first > 1)


def _is_open(line: Line, verb: Verb, first: int) -> bool:
    """Whether nobody before the posts is their subject in the same clause."""
    if not verb.subjects:
        return True
    between = line.page.low[line.items[verb.subjects[-1]].end : line.items[first].start]
    return bool(re.search(r";\s", between))


def _verb_behind(line: Line, last: int) -> Verb | None:
    """Return the verb behind the posts (``Bảy phó chủ tịch đều do hiệp thương cử: ...``)."""
    place = last + 1
    while (cue := line.cue(place)) and cue.kind in ("passive", "by"):
        place += 1
    if place == last + 1 or not cue or cue.kind != "act":
        return None
    is_near = is_short(line.gap(last, last + 1)) and is_short(line.gap(place - 1, place))
    return Verb(cue.kind, cue.status, (), is_active=False, place=place) if is_near else None


def _first_name(line: Line, last: int) -> int | None:
    """Return the first name of the list, behind those who are only replaced."""
    edge = line.items[last].end
    for place in range(last + 1, len(line.items)):
        item = line.items[place]
        if item.post:
            return None
        if item.name is None:
            continue
        between = line.page.low[edge : item.start]
        if len(between) > _LONG or _STOPS.search(between):
            return None
        if _REPLACED.search(between):
            edge = item.end
        elif line.people[place] and _opens(between):
            return place
        else:
            return None
    return None


def _opens(between: str) -> bool:
    found = list(_WORD.finditer(between))
    behind = between[found[-1].end() :] if found else between
    is_opening = bool(found) and _OPENING.fullmatch(behind) is not None
    return is_opening or between.rstrip().endswith(":")


def list_from(line: Line, start: int) -> tuple[int, ...]:
    """Return the names of a list from *start* on, with the posts in apposition to each left out."""
    people = [start]
    edge = start
    for place in range(start + 1, len(line.items)):
        item, cue = line.items[place], line.cue(place)
        if cue and cue.kind in ("plural", "list", "state"):
            continue
        if cue or item.body:
            break
        between = line.page.low[line.items[edge].end : item.start]
        if item.post:
            edge = place
            continue
        match = _BETWEEN.fullmatch(between.strip())
        if not line.is_named(place) or not match or not match["mark"]:
            break
        people.append(place)
        edge = place
    return tuple(people)


def names_parted(line: Line, start: int) -> tuple[int, ...]:
    """Return the names of a list that semicolons part, each with its posts behind it.

    ``đối với ông A, P; ông B, P``.
    """
    people = [start]
    for place in range(start + 1, len(line.items)):
        cue = line.cue(place)
        if (cue and cue.kind not in ("none", "plural")) or line.items[place].body:
            break
        between = line.page.low[line.items[place - 1].end : line.items[place].start]
        if line.is_named(place):
            if not _NEXT.fullmatch(between):
                break
            people.append(place)
    return tuple(people)


_NEXT = re.compile(r";\s*(?:và )?")
