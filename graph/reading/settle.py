"""Links become holdings: each with its body in full, its status, its days, term and places."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from canbo.graph.reading.abroad import is_abroad
from canbo.graph.reading.act_dates import find_act_day, find_term
from canbo.graph.reading.boards import board_of, name_boards, title_of_chair
from canbo.graph.reading.bodies import Body
from canbo.graph.reading.canonical import PARTY_CENTRE, body_held, show_body
from canbo.graph.reading.changing import replace
from canbo.graph.reading.clues import infer
from canbo.graph.reading.elided import body_for, headed_part
from canbo.graph.reading.holdings import Link, Story, side_of
from canbo.graph.reading.kinships import Kinships
from canbo.graph.reading.locality import Resolved, resolve
from canbo.graph.reading.model import Clue, Holding, Inference, Span, Status, Unread
from canbo.graph.reading.scene import Scene
from canbo.graph.reading.text import View
from canbo.graph.reading.when import Calendar


@dataclass(frozen=True, slots=True)
class _Settled:
    """A link with its body."""

    link: Link
    found: Resolved
    sanction: str | None


def settle(view: View, story: Story, scene: Scene, calendar: Calendar) -> tuple[Holding, ...]:
    """Return the holdings of a text, one for each person, post and body, in order."""
    if is_abroad(story.page, scene):
        return ()
    groups: dict[tuple[str, str, str], list[Holding]] = {}
    for settled in _settled(story, scene):
        holding = _hold(view, settled, calendar)
        groups.setdefault((holding.person, holding.post, holding.org), []).append(holding)
    return tuple(_merge(group) for group in groups.values())


def _settled(story: Story, scene: Scene) -> Iterator[_Settled]:
    links, board = name_boards(story.links), board_of(story.page.low)
    kinships = Kinships.of(links)
    for link in links:
        if _is_half_a_title(link, kinships.chain(link)):
            continue
        found = body_of(link, kinships, scene)
        if found.body is None or is_private(found.body):
            continue
        if _is_of_company(link, found.body, kinships.chain(link)):
            continue
        sanction = link.sanction
        status = link.status
        if status is Status.CURRENT and link.person in story.sanctions:
            status, sanction = Status.DISCIPLINED, story.sanctions[link.person]
        title = title_of_chair(link.post.title, found.body, board)
        post = replace(link.post, title=title) if title != link.post.title else link.post
        yield _Settled(replace(link, status=status, post=post), found, sanction)


def is_private(body: Body) -> bool:
    """Return whether *body* is no public one, as far as its name tells.

    Such are companies that the State does not own, religious bodies and those
    of the United Nations.
    """
    shown = show_body(body.root)
    name = shown.lower()
    if name.startswith("công ty ") and name[8:] == shown[8:]:
        return True  # a company without a proper name
    is_owned = any(word in name for word in ("mtv", "một thành viên", "nhà nước", "việt nam"))
    if shown in _NOBODIES or _APART.search(name):
        return True
    return body.takes == "unknown" or (bool(_PRIVATE.search(name)) and not is_owned)


_NOBODIES = ("Đội", "Tổ", "Cơ quan", "Văn phòng")  # of players, of workers, of what was not said
_APART = re.compile(
    r"(?<!\w)(?:bảo an|liên hợp quốc|interpol|giáo hội|hội thánh|tòa thánh|trị sự|giáo phận|giáo xứ"
    r"|hội đồng giám mục)(?!\w)"
)
_PRIVATE = re.compile(
    r"^(?:công ty|tập đoàn|tổng công ty|ngân hàng)\b.*\b(?:cổ phần|cp|tnhh|tmcp)\b"
    r"|^(?:công ty|văn phòng) luật\b"
)


def _is_of_company(link: Link, body: Body, chain: Sequence[Link]) -> bool:
    """Whether a bare chair beside a bare director is that of a company (``Chủ tịch, Giám đốc``)."""
    if link.post.body or link.post.takes != "chair" or body.head not in ("UBND", "HĐND"):
        return False
    return any(k.post.body is None and k.post.title in _DIRECTORS for k in chain)


_DIRECTORS = ("Giám đốc", "Tổng Giám đốc", "Giám đốc điều hành")


def _is_half_a_title(link: Link, chain: Sequence[Link]) -> bool:
    """Whether ``Bộ trưởng`` is only the rank of an agency's head (``Bộ trưởng, Chủ nhiệm``)."""
    if link.post.takes != "ministry" or link.post.body:
        return False
    return any(k.post.start > link.post.start and k.post.takes in ("head", "fixed") for k in chain)


def body_of(link: Link, kinships: Kinships, scene: Scene) -> Resolved:
    """Return the body of a link's post, worked out from its list and the text where it must be."""
    post = link.post
    if post.body and post.body.is_whole:
        return resolve(post.body, post.start, kinships.bodies(link), scene)
    if twin := _shared_with(link, kinships) or kinships.said_behind(link):
        return headed_part(link.post.title, body_of(twin, kinships, scene))
    kin = kinships.bodies(link)
    if not kin and (same := kinships.elsewhere(link)):
        return Resolved(same, (Inference(f"{post.title} …", show_body(same), Clue.SAME_HOLDER),))
    if post.body and post.body.head in _GROUPS and (led := _led_by(link, kinships)):
        whole = replace(post.body, parent=led)
        said = Inference(show_body(post.body), show_body(whole), Clue.OWN_OFFICE)
        return Resolved(whole, (said,))
    return (
        resolve(post.body, post.start, kin, scene) if post.body else _elided(link, kinships, scene)
    )


def _elided(link: Link, kinships: Kinships, scene: Scene) -> Resolved:
    """Return the body of a post that prints none and shares none."""
    post = link.post
    found = body_for(post.takes, post.title, post.start, kinships.bodies(link), scene)
    above = _headed_already(link, found.body, kinships)
    other = scene.held.last(above.post.start, "chair", "head") if above else None
    own = kinships.held_already(link) if found.body is None else None
    known = other[1] if other else own
    if known is None:
        return found
    return Resolved(known, infer(f"{post.title} …", known, post.start, (), scene))


def _headed_already(link: Link, body: Body | None, kinships: Kinships) -> Link | None:
    """Return the post in which somebody heads *body* who is given a lower one: not in it then."""
    if body is None or side_of(link.status) != "given" or not link.post.title.startswith("Phó "):
        return None
    held = kinships.lines.get((link.line, link.person, "held"), [])
    heads = (k for k in held if link.post.title.startswith(f"Phó {k.post.title}"))
    return next(
        (k for k in heads if k.post.body and show_body(k.post.body) == show_body(body)), None
    )


_GROUPS = ("Đảng đoàn", "Ban cán sự đảng", "Đảng ủy")


def _led_by(link: Link, kinships: Kinships) -> Body | None:
    """Return the central body whose Party group a post heads: that of the next post."""
    chain = kinships.chain(link)
    behind = [k.post.body for k in chain if k.post.start > link.post.start]
    if not behind and link.post.body and link.post.body.head != "Đảng ủy":
        behind = [k.post.body for k in reversed(chain) if k.post.start < link.post.start]
    body = behind[0] if behind else None
    if body is None or body.takes != "fixed" or link.post.body is None or link.post.body.parent:
        return None
    return None if body.head in PARTY_CENTRE or link.post.body.place else body


def _shared_with(link: Link, kinships: Kinships) -> Link | None:
    """Return the next post where both are in one body (``Phó Chủ tịch - Tổng Thư ký X``)."""
    if link.post.body or link.post.takes not in _HEADS:
        return None
    behind = [k for k in kinships.chain(link) if k.post.start > link.post.start]
    is_shared = behind and behind[0].post.takes in _HEADS and behind[0].post.body
    return behind[0] if is_shared else None


_HEADS = ("chair", "head", "company", "military")


def _hold(view: View, settled: _Settled, calendar: Calendar) -> Holding:
    link, body = settled.link, settled.found.body
    assert body is not None
    post = link.post
    body = body_held(post.takes, body)
    place = link.end - 1 if link.rule == "predecessor" else link.start  # where the person stands
    sentence, paragraph = view.sentence_at(place), view.paragraph_at(place)
    is_act = side_of(link.status) != "held"
    title = "Chi ủy viên" if _is_of_cell(post.title, body) else post.title
    term = post.term
    if is_act and not term and not post.since:
        term = find_term(view, calendar, link, show_body(body), sentence)
    return Holding(
        link.person,
        title,
        show_body(body),
        link.status,
        (view.span(link.start, link.end),),
        date=find_act_day(view, calendar, link, sentence, paragraph) if is_act else None,
        term=term,
        attested_on=calendar.event_day(sentence, paragraph),
        since=post.since,
        until=post.until,
        sanction=settled.sanction,
        rule=link.rule,
        inferred=settled.found.inferred,
    )


def _is_of_cell(title: str, body: Body) -> bool:
    return title == "Ủy viên Ban Chấp hành" and body.head in ("Chi bộ", "Chi ủy")


def _merge(group: Sequence[Holding]) -> Holding:
    """Return one holding with the places of all; what an act says outweighs what is only held."""
    best = min(group, key=lambda holding: _WEIGHTS.get(holding.status, 1))
    spans = tuple(dict.fromkeys(_spans(best, group)))
    inferred = tuple(dict.fromkeys(step for h in group for step in h.inferred))
    return replace(
        best,
        spans=spans,
        inferred=inferred,
        since=_first(h.since for h in group),
        until=_first(h.until for h in group),
        date=best.date or _first(h.date for h in group if h.status is best.status),
        term=best.term or _first(h.term for h in group if h.status is best.status),
    )


_WEIGHTS = {
    Status.DISCIPLINED: 0,
    Status.DISMISSED: 0,
    Status.RETIRED: 0,
    Status.PROPOSED: 2,
    Status.CURRENT: 3,
}


def _spans(best: Holding, group: Sequence[Holding]) -> Iterator[Span]:
    yield from best.spans
    for holding in group:
        yield from holding.spans


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


_NOBODY = "nobody is named for it"


def list_unread(view: View, story: Story) -> tuple[Unread, ...]:
    """Return the posts that nobody was found for, and those of other States."""
    return tuple(
        Unread(
            view.span(post.start, post.end),
            "post",
            "a post of another State or of a church" if post.is_foreign else _NOBODY,
        )
        for _, post in story.loose
    )
