"""Seats that go to somebody: ``Ghế P thuộc về X``, ``Chức danh này được giao cho X``.

The post stands before, as the thing that is given; the person behind. Where only ``này`` or ``người
nhận`` stands for it, it is the one that the last sentence named without a name.
"""

import re

from canbo.graph.reading.changing import replace
from canbo.graph.reading.holdings import Link, Story, side_of
from canbo.graph.reading.line import Line, names_behind
from canbo.graph.reading.model import Status
from canbo.graph.reading.post_takers import Post
from canbo.graph.reading.verbs import is_proposed

_SEAT = r"(?:ghế|suất|chức|chức vụ|chức danh|vị trí|cương vị|trọng trách)"
_BEFORE = re.compile(rf"(?<!\w){_SEAT}(?: của)? $")
_TO = re.compile(
    r"(?: mới)?,?(?: nay| nay đã| hiện| hiện nay| sau đó| lần này| đã| vừa| mới| sẽ)*"
    r" (?:thuộc về|về tay|rơi vào tay|gọi tên|được (?:giao|trao|chuyển(?: giao)?)(?: lại)? cho"
    r"|được giao|do)(?: các| hai| ba| bốn)?(?: ông| bà| đồng chí| đ/c)?:? *"
)
_HOLDS = re.compile(
    r" (?:đảm nhiệm|đảm nhận|đảm trách|nắm giữ|nắm|giữ|kiêm nhiệm|kiêm)(?![\w ]* (?:chức|ghế)\b)"
)
_LEAVES = re.compile(r" (?:để lại|bỏ lại|để trống)(?P<retired>[^.;]{0,24}(?:về hưu|nghỉ hưu))?")
_THIS = re.compile(rf"(?<!\w){_SEAT} (?:này|trên|nói trên|đó|ấy)(?!\w)")
_RECEIVER = re.compile(
    r"(?<!\w)(?:người|nhân sự|cán bộ)(?: vừa| mới)? (?:nhận|tiếp nhận|được)"
    r"(?: (?:quyết định|bàn giao|nhiệm vụ|trọng trách|chức vụ|ghế|chọn|bổ nhiệm|bầu|giao|điều động"
    r"|chỉ định|phân công|tin tưởng|tín nhiệm|này|mới))* (?:là|chính là) *(?:các )?"
)
# ``Sở Y tế có tân giám đốc. Đó là bác sĩ X``
_THAT_IS = re.compile(r"\W*(?:đó|người đó|nhân sự đó|nhân vật này) là *(?:các )?")
_NEAR = 2
_FEW = 40


def fill_seats(story: Story, line: Line) -> None:
    """Add the links of *line* that give a seat to somebody behind it, and note what it tells."""
    for place, item in enumerate(line.items):
        if item.post:
            _give_seat(story, line, place)
    _give_this(story, line)
    _note_acts(story, line)


def _give_seat(story: Story, line: Line, place: int) -> None:
    """Read ``ghế Phó Bí thư thuộc về A và B``, ``vị trí P do A đảm nhiệm``."""
    item, post = line.items[place], line.post(place)
    is_seat = _BEFORE.search(line.page.low[max(line.span.start, item.start - 16) : item.start])
    name = _next_name(line, place)
    if not is_seat or not post or name is None:
        return
    to = _TO.fullmatch(line.page.low, item.end, line.items[name].start)
    if to and (status := _status(story, line, name, to[0])):
        _link(story, line, name, post, status)


def _next_name(line: Line, place: int) -> int | None:
    """Return the first name behind *place*, where no post stands between."""
    for after in range(place + 1, len(line.items)):
        if line.post(after):
            return None
        if line.is_named(after):
            return after
    return None


def _status(story: Story, line: Line, name: int, words: str) -> Status | None:
    """Return with which status *words* give the seat to the one at *name*; None where none."""
    if not words.rstrip().endswith(" do"):
        is_given = any(word in words for word in ("được", "quyết định", "bổ nhiệm", "chỉ định"))
        return _told(story, line) or (Status.APPOINTED if is_given else Status.CURRENT)
    last = names_behind(line, name)[-1]
    if left := _LEAVES.match(line.page.low, line.items[last].end):
        return Status.RETIRED if left["retired"] else Status.FORMER
    return Status.CURRENT if _HOLDS.match(line.page.low, line.items[last].end) else None


def _give_this(story: Story, line: Line) -> None:
    """Read ``Chức danh này được giao cho A``, ``Người nhận quyết định là A``."""
    if not story.loose or story.lines - story.loose[-1][0] > _NEAR:
        return
    start, end = line.span.start, line.span.end
    near = [post for at, post in story.loose[-_FEW:] if story.lines - at <= _NEAR]
    posts = [post for post in near if post.mark == "new" or _is_at_stake(line, post)]
    fresh = _new_in_last(story, line)
    found = _THAT_IS.match(line.page.low, start, end) if fresh else None
    if found:
        posts = fresh
    found = found or (_points_back(line) if posts else None)
    if not found:
        return
    name = next((p for p, one in enumerate(line.items) if one.start >= found.end() - 1), None)
    while name is not None and name < len(line.items) and not line.is_named(name):
        name = None if line.post(name) else name + 1
    if name is None or name == len(line.items):
        return
    between = line.page.low[found.end() : line.items[name].start]
    is_this = found.re is _THIS
    if not (_TO.fullmatch(between) if is_this else not between.strip(" :")):
        return
    if status := _status(story, line, name, between if is_this else found[0]):
        _link(story, line, name, _likeliest(posts), status)


def _points_back(line: Line) -> re.Match[str] | None:
    """Return the words of *line* that stand for a seat named before, or for who comes to it."""
    start, end = line.span.start, line.span.end
    return _THIS.search(line.page.low, start, end) or _RECEIVER.search(line.page.low, start, end)


def _new_in_last(story: Story, line: Line) -> list[Post]:
    """Return the posts of the last sentence that somebody was said to be new in."""
    last = [post for at, post in story.loose[-_FEW:] if story.lines - at == 1]
    return [post for post in last if post.mark == "new" or _is_had(line, post)]


def _is_had(line: Line, post: Post) -> bool:
    """Whether a body was said to have somebody in a post (``Sở có giám đốc mới``)."""
    return line.page.low.endswith((" có ", " thêm ", " vừa có "), 0, post.start)


def _is_at_stake(line: Line, post: Post) -> bool:
    """Whether a post without a name is spoken of as a seat, and not as one who acts."""
    return bool(_AT_STAKE.search(line.page.low[max(0, post.start - 24) : post.start]))


_AT_STAKE = re.compile(
    rf"(?<!\w)(?:{_SEAT}|bổ nhiệm|bầu|chỉ định|phân công|điều động|làm|giữ|có|thêm|vị|một|tân)"
    r"(?: \w+)? $"
)


def _likeliest(posts: list[Post]) -> Post:
    """Return the post that is new to somebody, else the last named."""
    return next((post for post in reversed(posts) if post.mark == "new"), posts[-1])


def _told(story: Story, line: Line) -> Status | None:
    """Return how posts are come by in this sentence, else in those just before."""
    here = [status for _, status in _acts(line)]
    if here:
        return Status.ELECTED if Status.ELECTED in here else here[-1]
    near = [status for at, status in story.acts[-_FEW:] if story.lines - at <= _NEAR]
    return near[-1] if near else None


def _acts(line: Line) -> list[tuple[int, Status]]:
    """Return the places of the words that say how a post is come by, with the status of each."""
    found: list[tuple[int, Status]] = []
    for place, item in enumerate(line.items):
        cue = item.cue
        if not cue or cue.kind not in ("act", "turn", "vote", "propose"):
            continue
        status = Status.PROPOSED if is_proposed(line, place) else Status(cue.status)
        if side_of(status) == "given":
            found.append((place, status))
    return found


def _note_acts(story: Story, line: Line) -> None:
    story.acts += [(story.lines, status) for _, status in _acts(line)]


def _link(story: Story, line: Line, name: int, post: Post, status: Status) -> None:
    bare = replace(post, mark="") if post.mark == "new" else post
    for holder in names_behind(line, name):
        item, person = line.items[holder], line.people[holder]
        if any(k.person == person and k.post == bare for k in story.recent()):
            continue
        edges = [item.start, item.end]
        is_here = post.start >= line.span.start
        edges += [post.start, post.end] if is_here else []
        story.links.append(
            Link(
                person,
                bare,
                status,
                "seat",
                min(edges),
                max(edges),
                # what else this sentence says of the person does not say where the seat is
                story.lines if is_here else story.lines - 1,
                story.chains if is_here else -post.start - 1,
            )
        )
