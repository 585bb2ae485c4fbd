"""Which names a run of posts belongs to: before it, behind it, in a list, or through a verb."""

import re
from dataclasses import dataclass

from canbo.graph.reading.apposition import CLAUSE, apposed_people, find_apposed
from canbo.graph.reading.forward import list_from, names_ahead, names_parted
from canbo.graph.reading.line import (
    JOINED,
    Line,
    is_plural,
    is_short,
    names_behind,
)
from canbo.graph.reading.people_around import SAYS
from canbo.graph.reading.verbs import Verb, read_verb

_IS = ("là", "hiện là", "hiện nay là", "nay là", "vẫn là", "tiếp tục là")
_BETWEEN_NAMES = re.compile(r"[,;]?\s*(?:và|cùng|với)?|:")


@dataclass(frozen=True, slots=True)
class Bond:
    """Posts ``first`` to ``last`` of a line belong to the people at *holders*, by *rule*."""

    first: int
    last: int
    holders: tuple[int, ...]
    rule: str
    verb: Verb | None = None


def bind(line: Line, chains: list[tuple[int, int]]) -> list[Bond]:
    """Return the bonds of *line*; a chain that nothing binds is in none."""
    bonds: list[Bond] = []
    led: set[int] = set()
    for first, last in chains:
        found = _bind_chain(line, first, last, led)
        bonds += found
        led.update(h for bond in found if bond.rule.startswith("title-name") for h in bond.holders)
    return bonds


def _bind_chain(line: Line, first: int, last: int, led: set[int]) -> list[Bond]:
    if (ahead := names_ahead(line, first, last)) and not _is_vague(line, first, ahead[1]):
        return [Bond(first, last, ahead[1], "verb-ahead", ahead[0])]
    if is_plural(line, first) and (listed := _list_behind(line, last)):
        return [Bond(first, last, listed, "title-list")]
    if _leads_name(line, last):
        return _bind_before(line, first, last, led)
    if bond := _bind_right(line, first, last):
        return [bond]
    name = find_apposed(line, first)
    if name >= 0 and not (name in led and _starts_clause(line, last)):
        return [Bond(first, last, apposed_people(line, name, first), "name-title")]
    return _bind_by_verb(line, first, last)


def _starts_clause(line: Line, last: int) -> bool:
    """Whether a verb or a quotation follows the title, which then is a subject of its own."""
    return bool(CLAUSE.match(line.page.low, line.items[last].end))


def _leads_name(line: Line, last: int) -> bool:
    """Whether a name follows the post at *last* at once (``Chủ tịch UBND Quận 1 Lê Đức Thanh``)."""
    name = line.items[last + 1].name if line.is_named(last + 1) else None
    if not name:
        return False
    gap = line.gap(last, last + 1)
    starts_anew = name.start != name.at and line.page.text[name.start].isupper()
    if gap == "" and not starts_anew:
        return True
    is_inside = gap == "(" and line.page.text.startswith(")", name.end)
    return bool((gap == ":" or is_inside) and name.is_full)


def _bind_before(line: Line, first: int, last: int, led: set[int]) -> list[Bond]:
    """Bind titles before a name; earlier ones may belong to a name that stands before them."""
    holder = last + 1
    name = find_apposed(line, first)
    if first < last and name >= 0 and name not in led:
        people = apposed_people(line, name, first)
        return [
            Bond(first, last - 1, people, "name-title"),
            Bond(last, last, (holder,), "title-name"),
        ]
    verb = read_verb(line, first)
    if first < last and verb and verb.subjects and not verb.is_active:
        return [
            Bond(first, last - 1, verb.subjects, "verb", verb),
            Bond(last, last, (holder,), "title-name"),
        ]
    if verb and verb.subjects and verb.kind == "duties":
        return [
            Bond(first, last, verb.subjects, "verb", verb),
            Bond(last, last, (holder,), "title-name"),
        ]
    if verb and verb.status and line.gap(last, holder) == ":":
        return [Bond(first, last, (holder,), "verb-ahead", verb)]
    return [Bond(first, last, (holder,), "title-name")]


def _list_behind(line: Line, last: int) -> tuple[int, ...]:
    """Return the names of a list that a plural title leads (``các Phó Chủ tịch A, B và C``)."""
    if line.gap(last, last + 1) == ";":
        return ()  # they are only counted (``với 31 ủy viên; ông X ...``)
    opened = _opened_list(line, last)
    has_colon = opened is not None
    holders: list[int] = []
    place = last + 1 if opened is None else opened
    while place < len(line.items):
        cue = line.cue(place)
        is_next = line.is_named(place) and _BETWEEN_NAMES.fullmatch(
            line.gap(place - 1, place).strip(")")
        )
        if is_next or place == opened:
            holders.append(place)
        elif not (has_colon and line.post(place)) and not (cue and cue.kind in ("plural", "list")):
            break
        place += 1
    return tuple(holders)


def _opened_list(line: Line, last: int) -> int | None:
    """Return where the list of names begins that a colon opens behind the title at *last*.

    The title may come at once, or say how many came or how they were chosen (``hai Phó Chủ tịch
    do HĐND bầu: A và B``); whoever acts in between stands without a name.
    """
    edge = line.items[last].end
    for place in range(last + 1, len(line.items)):
        between = line.page.low[edge : line.items[place].start]
        if line.items[place].name is None:
            continue
        if line.is_named(place) and _HAVE.fullmatch(between):
            return place
        is_list = line.is_named(place) and between.rstrip().endswith(":")
        if not is_list or len(between) > _LONG or _ENDED.search(between):
            return None
        is_said = _said_between(line, last, place) is not None
        is_there = len(between) <= _SHORT and _CAME.fullmatch(between.strip())
        return place if between.strip() == ":" or is_said or is_there else None
    return None


def _said_between(line: Line, last: int, place: int) -> int | None:
    """Return where a word between two places says how a post is come by."""
    inside = range(last + 1, place)
    return next((p for p in inside if (c := line.cue(p)) and c.kind in ("act", "turn")), None)


_LONG, _SHORT = 140, 40
_HAVE = re.compile(r" (?:còn |cũng |lần lượt |hiện )?(?:có|gồm|gồm có|bao gồm)(?: các| hai| ba)? ")
_ENDED = re.compile(r"[.;!?]\s")
_CAME = re.compile(
    r"(?:(?:đã|cùng|về|tới|đến|tham|có|gồm|là|trên|mới|của tỉnh|nói trên) ?)*"
    r"(?:dự|mặt|gồm|có|là)?(?: (?:buổi lễ|lễ|hội nghị|đại hội|kỳ họp))?(?: gồm| có)?:"
)


def _bind_right(line: Line, first: int, last: int) -> Bond | None:
    """Bind a post to the name behind ``là``, ``đối với``, ``của`` (``miễn nhiệm P của X``)."""
    skipped = _is_future(line, last + 1)
    cue, name = line.cue(last + 1 + skipped), last + 2 + skipped
    several = line.cue(name)
    is_listed = several is not None and several.kind == "plural"
    name += is_listed
    if cue and cue.word in _IS:
        name = _behind_titles(line, name)
    if not cue or not line.is_person(name) or not is_short(line.gap(last, last + 1)):
        return None
    is_other = _is_in_turn_of(line, last) or not _is_next(line, name) or _is_given_to(line, first)
    if cue.word in _IS and is_other:
        return None
    if not is_short(line.gap(last + 1 + skipped, last + 2 + skipped)) or not is_short(
        line.gap(name - 1, name)
    ):
        return None
    verb = read_verb(line, first) or _result_of(line, first)
    people = names_behind(line, name) if is_listed or is_plural(line, first) else (name,)
    title = line.post(last)
    is_given = cue.word == "cho" and title is not None and title.mark == "acting"
    if cue.kind == "of" and ((verb and verb.status) or is_given):
        people = people if len(people) > 1 else names_parted(line, name)
        return Bond(first, last, people, "verb-of", verb)
    if cue.word in _IS and find_apposed(line, first) < 0:
        people = list_from(line, name) if is_plural(line, first) else people
        return Bond(first, last, people, "title-is-name", verb)
    return None


def _is_in_turn_of(line: Line, last: int) -> bool:
    """Whether one title stands for the posts of several bodies (``tân P lần lượt là A và B``)."""
    return line.gap(last, last + 1).endswith("lần lượt")


def _is_future(line: Line, place: int) -> bool:
    """Whether ``sẽ`` stands before ``là`` (``người được giới thiệu giữ chức P sẽ là X``)."""
    cue, behind = line.cue(place), line.cue(place + 1)
    return bool(cue and behind and cue.word == "sẽ" and behind.word in _IS)


def _is_given_to(line: Line, first: int) -> bool:
    """Whether the title is only who something is given to (``Tặng hoa cho tân P là ông X``)."""
    start = line.items[first].start
    return line.page.low.endswith(("cho ", "tới ", "với ", "chúc mừng "), line.span.start, start)


def _is_next(line: Line, name: int) -> bool:
    """Whether nothing but titles stands before the name (not ``là Tây Hồ (ông A ...)``)."""
    start = line.items[name - 1].end
    between = line.page.text[start : line.items[name].start]
    return between == between.lower() and "(" not in between


def _result_of(line: Line, first: int) -> Verb | None:
    """Return the vote that the post is the result of (``kết quả bầu P của X``)."""
    cue = line.cue(first - 1)
    is_vote = cue is not None and cue.kind == "vote" and is_short(line.gap(first - 1, first))
    return Verb("act", "elected", (), is_active=True, place=first - 1) if is_vote else None


def _behind_titles(line: Line, place: int) -> int:
    """Return the place of the name that titles from *place* on lead (``là | Tổng Bí thư X``)."""
    behind = place
    while line.post(behind) and (behind == place or JOINED.fullmatch(line.gap(behind - 1, behind))):
        behind += 1
    return behind if line.is_named(behind) and line.gap(behind - 1, behind) == "" else place


def _bind_by_verb(line: Line, first: int, last: int) -> list[Bond]:
    verb = read_verb(line, first)
    if verb and len(verb.subjects) == 1 and (is_plural(line, first) or _is_of_nobody(line, first)):
        return []
    if verb and verb.subjects:
        if len(verb.subjects) == last - first + 1 > 1 and _is_in_turn(line, first):
            pairs = zip(range(first, last + 1), verb.subjects, strict=True)
            return [Bond(post, post, (person,), "verb-in-turn", verb) for post, person in pairs]
        return [Bond(first, last, verb.subjects, "verb", verb)]
    following = line.items[last + 1].name if line.is_named(last + 1) else None
    is_parted = following is not None and line.gap(last, last + 1) in (",", "-", "–")
    is_parted = is_parted and not is_plural(line, first)
    if is_parted and following:
        is_titled = line.page.text.startswith(("ông", "bà", "đồng chí"), following.start)
        is_titled = is_titled and not _is_owner(line, first) and not _only_speaks(line, last + 1)
        rule = "verb-ahead" if verb else "title-name"
        return [Bond(first, last, (last + 1,), rule, verb)] if is_titled else []
    return []


def _only_speaks(line: Line, name: int) -> bool:
    """Whether the one behind the title only speaks (``Về việc bổ nhiệm P, ông X, Q, nói``)."""
    return bool(_SPEAKS.match(line.page.low, line.items[name].end))


_SPEAKS = re.compile(rf"(?:, [^,;.:]{{3,90}},)? (?:cũng |đã )?(?:{SAYS}|đánh giá|thông tin)(?!\w)")


def _is_vague(line: Line, first: int, people: tuple[int, ...]) -> bool:
    """Whether many are spoken of and one is named (``bổ nhiệm nhiều trưởng phòng, có bà A``)."""
    start = line.items[first].start
    return len(people) == 1 and line.page.low.endswith(
        ("nhiều ", "một số ", "những ", "hàng loạt "), 0, start
    )


def _is_of_nobody(line: Line, first: int) -> bool:
    """Whether who has the post is not named (``bổ nhiệm nữ P``), or it is for one occasion.

    ``trước hội đồng do ông A làm chủ tịch``.
    """
    start, post = line.items[first].start, line.post(first)
    clause = line.page.text[max(line.span.start, start - _CLAUSE) : start]
    is_passing = post is not None and post.body is None and _PASSING.search(clause)
    is_unnamed = clause.endswith(" nữ ") and not clause.endswith(" là nữ ")
    return is_unnamed or bool(is_passing)


_CLAUSE = 120
_PASSING = re.compile(
    r"(?<!\w)(?:hội đồng|tổ|nhóm|đoàn|tiểu ban)(?: [^\W\d_]+){0,4} do [^;.,]{3,90}$"
)


def _is_owner(line: Line, first: int) -> bool:
    """Whether the title only says whose something is (``Theo Quyết định của P, ông X``)."""
    start = line.items[first].start
    return line.page.low.endswith(("của ", "do "), line.span.start, start)


def _is_in_turn(line: Line, first: int) -> bool:
    """Whether several posts go to several people one by one (``lần lượt giữ chức P1, P2``)."""
    return (
        "lần lượt" in line.page.low[max(0, line.items[first].start - 60) : line.items[first].start]
    )
