"""Who takes over from whom: ``thay ông X``, ``người tiền nhiệm``, ``được bầu thay``."""

import re

from canbo.graph.reading.changing import replace
from canbo.graph.reading.holdings import Link, Story
from canbo.graph.reading.line import Line, is_short
from canbo.graph.reading.model import Status
from canbo.graph.reading.people_around import people_before
from canbo.graph.reading.stream import Item
from canbo.graph.reading.verbs import is_proposed

LEFT = (Status.DISMISSED, Status.RETIRED, Status.FORMER, Status.DISCIPLINED)
"""What is said of a post that somebody left."""
GIVEN = (Status.APPOINTED, Status.ELECTED, Status.ACTING, Status.PROPOSED)
"""What is said of a post that somebody comes to."""
_NEAR = 2


def status_said(line: Line, place: int) -> Status | None:
    """Return the status that the words before *place* say of a post."""
    for before in range(place - 1, -1, -1):
        cue = line.cue(before)
        if cue and cue.kind == "act" and is_proposed(line, before):
            return Status.PROPOSED
        if cue and cue.kind in ("act", "turn", "propose"):
            return Status(cue.status)
    return None


def succeed(story: Story, line: Line, place: int) -> None:
    """Let the person behind ``thay`` have held the post that the sentence gives the successor."""
    before = line.cue(place - 1)
    if before and before.kind == "act for":
        return
    if _is_bare(line, place):
        _take_last(story, line, place)
        return
    if _name_heir(story, line, place) or _name_predecessor(story, line, place):
        return
    whom = _who_left(line, place)
    if whom is None:
        return
    person, item = line.people[whom], line.items[whom]
    given = _posts_given(story, line, place, person)
    if not given:
        _take_over(story, line, place)
        return
    earlier = [link for link in given if link.start < line.items[place].start]
    link = earlier[-1] if earlier else given[0]
    after = line.cue(whom + 1)
    is_retired = after and after.kind == "retire" and is_short(line.gap(whom, whom + 1))
    status = Status.RETIRED if is_retired else Status.FORMER
    story.links.append(_held_before(link, person, status, item))


def _posts_given(story: Story, line: Line, place: int, person: str) -> list[Link]:
    """Return the posts given to who follows *person*: in the sentence, or just before."""
    given = [story.links[i] for i in story.links_of_line() if _is_given(story.links[i], person)]
    cue = line.cue(place)
    if given or cue is None:
        return given
    near = [link for link in story.recent() if story.lines - link.line <= _NEAR]
    if cue.word.startswith("người"):
        return [link for link in near if _is_given(link, person)]
    heirs = {line.people[at] for at in people_before(line, place)}
    return [link for link in near if link.person in heirs and link.status in GIVEN][-1:]


def _held_before(link: Link, person: str, status: Status, item: Item) -> Link:
    """Return the post of *link* as what *person*, named at *item*, had before."""
    return replace(
        link,
        person=person,
        post=replace(link.post, mark="", term=None),
        status=status,
        rule="predecessor",
        start=min(item.start, link.start),
        end=max(item.end, link.end),
    )


def _name_heir(story: Story, line: Line, place: int) -> bool:
    """Read ``người thay ông là bà B``: B comes to the post that he leaves for another."""
    is_noun = line.page.low.endswith("người ", line.span.start, line.items[place].start)
    link = line.cue(place + 2)
    is_told = is_noun and line.is_person(place + 1) and link is not None and link.word == "là"
    if not is_told or not line.is_named(place + 3):
        return False
    left = line.people[place + 1]
    posts = [k for k in story.recent() if k.person == left and k.status in LEFT]
    posts = posts or _left_for_another(story, left)
    heir, item = line.people[place + 3], line.items[place + 3]
    if not posts or heir == left:
        return False
    status = status_said(line, place)
    post = replace(posts[-1].post, mark="", term=None)
    story.links.append(
        Link(
            heir,
            post,
            status if status and status in GIVEN else Status.APPOINTED,
            "successor",
            line.items[place].start,
            item.end,
            story.lines,
            story.chains,
        )
    )
    return True


def _who_left(line: Line, place: int) -> int | None:
    """Return who is replaced: named at once, or behind ``là`` (``người tiền nhiệm là X``)."""
    cue, after = line.cue(place), place + 1
    is_told = cue is not None and cue.word == "người tiền nhiệm"
    while (
        is_told and (one := line.cue(after)) and (one.kind in ("of", "pronoun") or one.word == "là")
    ):
        after += 1
    is_near = is_short(line.gap(after - 1, after))
    return after if line.is_person(after) and is_near else None


def _name_predecessor(story: Story, line: Line, place: int) -> bool:
    """Read ``P A và người tiền nhiệm B``, ``ông B, người tiền nhiệm, ...``: B held P before A."""
    cue = line.cue(place)
    is_behind = line.is_named(place + 1) and line.gap(place, place + 1) == ""
    is_before = line.is_named(place - 1) and line.gap(place - 1, place) == ","
    if cue is None or cue.word != "người tiền nhiệm" or not (is_behind or is_before):
        return False
    item = line.items[place + 1 if is_behind else place - 1]
    person = line.people[place + 1 if is_behind else place - 1]
    inside = [story.links[i] for i in story.links_of_line()]
    heads = [k for k in inside if k.person != person and _is_head(k) and k.start < item.start]
    if not heads:
        return False
    story.links.append(_held_before(heads[-1], person, Status.FORMER, item))
    return True


def _is_head(link: Link) -> bool:
    """Whether somebody holds a post that only one holds at a time."""
    is_held = link.status is Status.CURRENT
    return is_held and not link.post.title.startswith(("Phó", "Ủy viên", "Đại biểu", "Thứ"))


def _take_over(story: Story, line: Line, place: int) -> None:
    """Give who is appointed ``thay ông X`` the post that X was said to leave."""
    status, person = status_said(line, place), line.people[place + 1]
    left = [k for k in story.recent() if k.person == person and k.status in LEFT]
    left = left or _left_for_another(story, person)
    left.sort(key=lambda link: link.status is not Status.FORMER)
    heirs = people_before(line, place)
    if (
        status is None
        or status not in GIVEN
        or not left
        or not heirs
        or line.people[heirs[-1]] == person
    ):
        return
    item = line.items[heirs[-1]]
    post = replace(left[-1].post, mark="", term=None)
    end = line.items[place + 1].end
    story.links.append(
        Link(
            line.people[heirs[-1]],
            post,
            status,
            "successor",
            item.start,
            end,
            story.lines,
            story.chains,
        )
    )


def _is_given(link: Link, person: str) -> bool:
    """Whether *link* gives a post to somebody else than *person*."""
    is_new = link.status in GIVEN or link.rule == "title-is-name"
    return link.person != person and is_new


def _left_for_another(story: Story, person: str) -> list[Link]:
    """Return the post in apposition to who was just given another (``A, P1, được bổ nhiệm P2``)."""
    near = [k for k in story.recent() if k.person == person and story.lines - k.line < _NEAR]
    is_moved = any(k.status in GIVEN for k in near)
    return [k for k in near if k.status is Status.CURRENT][-1:] if is_moved else []


_END = re.compile(r"(?: thế)?(?:[.,;]|$| (?:với|tại|ngay|vào ngày|trong|từ ngày|sau đó)(?!\w))")


def _is_bare(line: Line, place: int) -> bool:
    """Whether nobody is named behind ``thay`` (``ông X được bầu thay.``)."""
    cue = line.cue(place)
    is_word = cue is not None and cue.word in ("thay", "thay thế", "thế chỗ", "kế nhiệm")
    if line.page.low.endswith("người ", line.span.start, line.items[place].start):
        return False
    return is_word and bool(_END.match(line.page.low, line.items[place].end))


def _take_last(story: Story, line: Line, place: int) -> None:
    """Give the post that was last left to who comes behind (``bầu ông X thay``)."""
    status, heirs = status_said(line, place), people_before(line, place)
    near = [k for k in story.recent() if story.lines - k.line < _NEAR and k.status in LEFT]
    if status is None or status not in GIVEN or not heirs or not near:
        return
    item, person, link = line.items[heirs[-1]], line.people[heirs[-1]], near[-1]
    if person == link.person:
        return
    post = replace(link.post, mark="", term=None)
    end = line.items[place].end
    story.links.append(
        Link(person, post, status, "successor", item.start, end, story.lines, story.chains)
    )
