"""Who holds what: the links a text makes between people and posts, sentence by sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from canbo.graph.reading.binding import Bond, bind
from canbo.graph.reading.cast import Cast
from canbo.graph.reading.changing import replace
from canbo.graph.reading.line import Line, find_chains, is_of_the_dead, is_over, read_line
from canbo.graph.reading.model import Span, Status
from canbo.graph.reading.page import Page
from canbo.graph.reading.post_takers import Post
from canbo.graph.reading.signs import Signs
from canbo.graph.reading.verbs import Verb

_STATUSES = {
    "elected": Status.ELECTED,
    "appointed": Status.APPOINTED,
    "dismissed": Status.DISMISSED,
    "proposed": Status.PROPOSED,
    "acting": Status.ACTING,
    "former": Status.FORMER,
    "current": Status.CURRENT,
}
_RECENT = 400
_MARKED = {"former": Status.FORMER, "acting": Status.ACTING}
_STRETCH = re.compile(
    r"(?:từ |giai đoạn )(?:năm |tháng |ngày )*[\d/.]*(?:19|20)\d\d\s?(?:-|–|đến|tới)\s?"
    r"(?:năm |tháng |ngày )*[\d/.]*(?:19|20)\d\d"
)
_PAST = re.compile(
    r"(?:trước khi|trước đó|trước đây|trước kia|lúc đó|khi đó|khi ấy|hồi năm|thời còn|có thời gian"
    r"|trong thời gian|thời kỳ"
    r"|sau (?:hơn |gần |tròn )?(?:\d+|một|hai|ba|bốn|nhiều) (?:năm|tháng|nhiệm kỳ) $)"
)


_LASTING = (Status.CURRENT, Status.FORMER)
_GIVEN = (Status.ELECTED, Status.APPOINTED, Status.ACTING, Status.PROPOSED)


def side_of(status: Status) -> str:
    """Return whether a post with *status* is ``held``, was just ``given`` or just ``taken``."""
    if status in _LASTING:
        return "held"
    return "given" if status in _GIVEN else "taken"


@dataclass(frozen=True, slots=True)
class Link:
    """A person and a post, as one sentence states them; *start* and *end* take in both.

    *line* is the number of the sentence, *chain* that of the run of posts within the text: posts of
    one chain say where the others are.
    """

    person: str
    post: Post
    status: Status
    rule: str
    start: int
    end: int
    line: int
    chain: int
    sanction: str | None = None


@dataclass(slots=True)
class Story:
    """What has been read of a text so far: the links, and the posts that nobody was found for."""

    page: Page
    signs: Signs
    cast: Cast = field(default_factory=Cast)
    # *loose* posts stand with the number of their sentence.
    links: list[Link] = field(default_factory=list[Link])
    loose: list[tuple[int, Post]] = field(default_factory=list[tuple[int, Post]])
    unbound: list[int] = field(default_factory=list[int])
    first: int = 0
    chains: int = 0
    lines: int = 0
    sanctions: dict[str, str] = field(default_factory=dict[str, str])
    open_sanction: str = ""
    # what a heading decides of the list behind it; where the links of the last sentence begin
    heading: Status | None = None
    before: int = 0
    # up to where the posts named are those whose election was just said to be approved
    approved_until: int = 0
    # how posts were come by in the sentences read, each with its number
    acts: list[tuple[int, Status]] = field(default_factory=list[tuple[int, Status]])

    def links_of_line(self) -> range:
        """Return the places in *links* of those of the present sentence."""
        return range(self.first, len(self.links))

    def recent(self) -> list[Link]:
        """Return the links that a sentence may speak of again: not all of a long text."""
        return self.links[-_RECENT:]

    def end_line(self, line: Line) -> None:
        """End the sentence: the next one speaks of who was given posts in it, then of who left."""
        inside = self.links[self.first :]
        if self.unbound:
            linked = {link.post.start for link in inside}
            posts = (line.post(place) for place in self.unbound)
            self.loose += [(self.lines, p) for p in posts if p and p.start not in linked]
        if not inside:
            self.cast.end_line(())
            return
        given = [link.person for link in inside if side_of(link.status) == "given"]
        self.cast.newcomers |= {
            link.post.title: link.person for link in inside if side_of(link.status) == "given"
        }
        taken = [link.person for link in inside if side_of(link.status) == "taken"]
        self.cast.end_line([*given, *taken])


def link_line(story: Story, sentence: Span) -> Line:
    """Read *sentence*, add its links and its loose posts to *story*, and return it."""
    story.lines += 1
    story.before, story.first = story.first, len(story.links)
    line = read_line(story.page, sentence, story.cast, story.signs)
    story.unbound = []
    chains = find_chains(line)
    if not chains:
        return line
    bonds = bind(line, chains)
    bound = {place for bond in bonds for place in range(bond.first, bond.last + 1)}
    for first, last in chains:
        story.chains += 1
        inside = [bond for bond in bonds if first <= bond.first <= last]
        story.links += [link for bond in inside for link in _links_of(story, line, bond)]
    story.unbound = [p for p, item in enumerate(line.items) if item.post and p not in bound]
    return line


def _links_of(story: Story, line: Line, bond: Bond) -> Iterator[Link]:
    for place in range(bond.first, bond.last + 1):
        post = _as_its_neighbours(line, bond, place)
        if not post or post.is_foreign:
            continue
        for holder in bond.holders:
            person, item = line.people[holder], line.items[holder]
            verb = bond.verb
            edges = [item.start, post.start, item.end, post.end]
            if verb:
                edges.append(line.items[verb.place].start)
            yield Link(
                person,
                post,
                status_of(line, bond, post),
                bond.rule,
                min(edges),
                max(edges),
                story.lines,
                story.chains,
                sanction=verb.status if verb and verb.kind == "punish" else None,
            )


def _as_its_neighbours(line: Line, bond: Bond, place: int) -> Post | None:
    """Return the post at *place*; former where it stands between former ones.

    It is also former behind one that shares its body (``nguyên Phó Bí thư, Chủ tịch UBND huyện``),
    and beside one where the person died.
    """
    post = line.post(place)
    if post is None or post.mark:
        return post
    marks = [p.mark if (p := line.post(at)) else "" for at in range(bond.first, bond.last + 1)]
    at = place - bond.first
    if bond.rule == "name-title" and is_of_the_dead(line, bond.first, bond.last):
        return replace(post, mark="former")
    if "former" in marks[:at] and "former" in marks[at + 1 :]:
        return replace(post, mark="former")
    before = line.post(place - 1) if at else None
    if before and before.mark == "former" and (before.body is None or not before.body.is_whole):
        is_shared = before.body is None or before.body.place is None
        return replace(post, mark="former") if is_shared else post
    return post


def status_of(line: Line, bond: Bond, post: Post) -> Status:
    """Return the status that the words around a bond give a post."""
    if post.mark in _MARKED:
        return _MARKED[post.mark]
    verb = bond.verb
    if bond.rule == "title-list" and (said := _said_before(line, bond)):
        return said
    if verb is None and bond.rule == "title-is-name" and _is_before_another(line, bond):
        return Status.FORMER
    if verb is None or bond.rule.startswith(("title-name", "title-list")):
        return Status.ELECTED if _is_voted(line, bond, post) else Status.CURRENT
    return _status_by_verb(line, bond, verb, post)


def _is_before_another(line: Line, bond: Bond) -> bool:
    """Whether the sentence tells who was in a post before (``Trước anh A, bí thư là anh B``)."""
    before = line.page.low[line.span.start : line.items[bond.first].start]
    return bool(_BEFORE.match(before))


_BEFORE = re.compile(r"\W*trước (?:ông|bà|anh|chị|đồng chí|đó|đây|kia)(?!\w)")


def _status_by_verb(line: Line, bond: Bond, verb: Verb, post: Post) -> Status:
    if verb.kind == "punish":
        return Status.DISCIPLINED
    if verb.status == "dismissed" and _is_to_come(line, verb):
        return Status.CURRENT
    if (verb.status == "current" and _is_past(line, verb)) or _is_origin(line, bond):
        return Status.FORMER
    if _is_elected_along(line, verb, post) or (
        post.title == "Đại biểu" and verb.status == "appointed"
    ):
        return Status.ELECTED
    return _STATUSES.get(verb.status, Status.CURRENT)


def _is_to_come(line: Line, verb: Verb) -> bool:
    """Whether the act is still to come (``sẽ được miễn nhiệm``, ``sẽ họp để miễn nhiệm``)."""
    start = line.items[verb.place].start
    return bool(_WILL.search(line.page.low[max(line.span.start, start - 60) : start]))


_WILL = re.compile(r"(?<!\w)sẽ (?:[^\W\d]+ ){0,8}$")


def _is_elected_along(line: Line, verb: Verb, post: Post) -> bool:
    """Whether ``là`` goes on with an election (``A tái cử Bí thư, B và C là Phó Bí thư``)."""
    cue = line.cue(verb.place)
    if not cue or cue.word != "là" or post.takes not in ("party", "cellmember"):
        return False
    before = (line.cue(place) for place in range(verb.place))
    return any(one and one.status == "elected" for one in before)


def _said_before(line: Line, bond: Bond) -> Status | None:
    """Return the status of a list behind ``gồm`` when the sentence reports an election."""
    inside = range(bond.last + 1, bond.holders[0])
    acts = [c.status for p in inside if (c := line.cue(p)) and c.kind in ("act", "turn")]
    if acts:
        return _STATUSES["elected" if "elected" in acts else acts[-1]]
    listed = line.cue(bond.last + 1)
    if not listed or listed.kind != "list":
        return None
    for place in range(bond.first - 1, -1, -1):
        cue = line.cue(place)
        if cue and cue.kind in ("act", "turn") and cue.status in _STATUSES:
            return _STATUSES[cue.status]
    return None


def _is_origin(line: Line, bond: Bond) -> bool:
    """Whether a move starts from the post (``luân chuyển từ Phó Giám đốc ... về làm``)."""
    start = line.items[bond.first].start
    before = line.page.low[max(line.span.start, start - 36) : start]
    is_new = bond.verb is not None and bond.verb.status in ("appointed", "elected")
    return bool((_FROM if is_new else _MOVED_FROM).search(before))


_FROM = re.compile(r"(?<!\w)từ(?: chức(?: vụ)?| vị trí| ghế)? $")
_MOVED_FROM = re.compile(r"(?<!\w)chuyển (?:công tác )?từ(?: chức(?: vụ)?| vị trí| ghế)? $")


def _is_past(line: Line, verb: Verb) -> bool:
    """Whether the clause of the verb speaks of an earlier time."""
    item = line.items[verb.place]
    start = item.start
    if item.cue and item.cue.word.startswith(("hiện", "đang", "vẫn", "nay", "tiếp tục")):
        return False
    clause = line.page.low[line.span.start : start].rpartition("; ")[2]
    return bool(_PAST.search(clause) or _STRETCH.search(clause)) or is_over(line, verb.place)


def _is_voted(line: Line, bond: Bond, post: Post) -> bool:
    """Whether the post stands in a list of those elected (``Kết quả bầu cử: A, Bí thư; B ...``)."""
    if bond.rule != "name-title" or post.takes not in ("party", "cellmember"):
        return False
    for place in range(bond.first):
        cue = line.cue(place)
        after = line.page.low[line.items[place].end : line.items[bond.first].start]
        if cue and cue.status == "elected" and cue.kind in ("act", "vote") and ":" in after:
            return not any(line.post(p) for p in range(_first_named(line, place)))
    return False


def _first_named(line: Line, place: int) -> int:
    """Return where the first name behind *place* stands: posts before it are what was voted on."""
    while place < len(line.items) and not line.is_named(place):
        place += 1
    return place


def change(story: Story, places: Sequence[int], status: Status, rule: str) -> None:
    """Give the links at *places* another status, and add to their rule what made it."""
    for place in places:
        link = story.links[place]
        story.links[place] = replace(link, status=status, rule=f"{link.rule}+{rule}")
