"""The body of a post that prints none: ``Chủ tịch``, ``Giám đốc``, ``Phó Bí thư`` alone."""

from collections.abc import Sequence

from canbo.graph.reading.agencies import association_of
from canbo.graph.reading.bodies import Body
from canbo.graph.reading.changing import replace
from canbo.graph.reading.clues import infer
from canbo.graph.reading.lexicon import index
from canbo.graph.reading.locality import Resolved, find_committee, last_of, resolve
from canbo.graph.reading.places import COMMUNE, DISTRICT, PROVINCE
from canbo.graph.reading.scene import Scene, chain_of

_NEAR_KINDS = {
    "head": ("name", "field", "ministry"),
    "company": ("name",),
    "after": ("name", "field"),
    "military": ("place", "name"),
}


def _find_chaired(start: int, scene: Scene) -> Body | None:
    """Return what a chairman without a body chairs.

    That is a body of the same sentence (but not the council that elects him), or a unit named just
    before (``Quận 7 có tân chủ tịch``), else what the last chairman with a body chairs, else what
    was last named.
    """
    body = scene.kinds.last(start, "place", "name")
    place = scene.units.last(start, PROVINCE, *DISTRICT, *COMMUNE)
    if body and scene.is_one_sentence(body[0], start) and body[1].head != "HĐND":
        return body[1]
    unit = Body(start, start, "UBND", "place", place=place[1]) if place else None
    if place and start - place[0] < _JUST and scene.is_one_sentence(place[0], start):
        return unit
    return scene.held.near(start, "chair") or (body[1] if body else unit)


_JUST = 25
_MILITARY = ("Chính ủy", "Chính trị viên", "Tư lệnh", "Tham mưu trưởng", "Chỉ huy trưởng")
_FORCES = (
    "Bộ Chỉ huy",
    "Ban Chỉ huy",
    "Bộ Tư lệnh",
    "Quân",
    "Binh",
    "Sư đoàn",
    "Lữ đoàn",
    "Trung đoàn",
)
_MANY = 40
_SCHOOLS = ("Trường", "Đại học", "Học viện")


def _find_headed(takes: str, title: str, start: int, scene: Scene) -> Body | None:
    """Return the body last named before *start* that has such a head (``Giám đốc``: a Sở)."""
    core = title.removeprefix("Phó ")
    is_military = core.startswith(_MILITARY)
    kinds = (*_NEAR_KINDS[takes], "place") if is_military else _NEAR_KINDS[takes]
    for body in scene.bodies.recent(start, _MANY):
        if body.head == "Đoàn" or is_military != body.head.startswith(_FORCES):
            continue
        if core.startswith(("Chỉ huy trưởng", "Tư lệnh")) and not _is_led_so(core, body.head):
            continue
        head = index("head_posts", "head").get(body.head)
        if core.startswith("Chủ tịch Hội đồng"):
            if ("trường" in core) == body.head.startswith(_SCHOOLS) and body.takes == "name":
                return body
            continue
        if body.takes in kinds if head is None else core.startswith(head["post"]):
            return body
    return None


def _find_headed_behind(title: str, start: int, scene: Scene) -> Body | None:
    """Return the body behind *start* in its sentence that has such a head by its kind."""
    behind = scene.bodies.next(start)
    if not behind or not scene.is_one_sentence(start, behind[0]):
        return None
    head = index("head_posts", "head").get(behind[1].head)
    is_so = head is not None and title.removeprefix("Phó ").startswith(head["post"])
    return behind[1] if is_so else None


def headed_part(title: str, found: Resolved) -> Resolved:
    """Return the part of a body that *title* heads: the police of whose office another is head."""
    if found.body is None or found.body.parent is None:
        return found
    rows = index("head_posts", "head")
    for part in chain_of(found.body):
        row = rows.get(part.head)
        if row and title.removeprefix("Phó ").startswith(row["post"]):
            return replace(found, body=part)
    return found


def _is_led_so(title: str, head: str) -> bool:
    """Whether a force of the kind *head* has such a head: only a Bộ or Ban Chỉ huy a commander."""
    return ("Chỉ huy" in head) == title.startswith("Chỉ huy trưởng")


def _named_just_before(start: int, scene: Scene) -> Body | None:
    """Return the committee that the post is said of (``Huyện ủy X có Bí thư mới``)."""
    last = scene.kinds.last(start, "committee", "cell")
    is_next = last is not None and 0 <= start - last[1].end <= len(" vừa có tân ")
    return last[1] if last and is_next and scene.is_one_sentence(last[0], start) else None


def _youth_union(title: str, start: int, scene: Scene) -> Body | None:
    """Return the Youth Union, whose head alone is called so, where a text names its centre."""
    if title != "Bí thư thứ nhất":
        return None
    centre = scene.heads.near(start, "Trung ương")
    return centre if centre and centre.head.startswith("Trung ương Đoàn") else None


def body_for(takes: str, title: str, start: int, kin: Sequence[Body], scene: Scene) -> Resolved:
    """Return the body of a post that prints none, by the kind of body its title takes."""
    found: Body | None
    if takes in ("party", "entry", "cellmember"):
        said = _named_just_before(start, scene) if takes == "party" else None
        if takes == "entry" and (led := association_of(kin)):
            said = resolve(led, led.start, (), scene).body
        found = said or find_committee(start, kin, scene)
        found = _youth_union(title, start, scene) or found
    elif takes == "ministry":
        found = last_of(scene.kinds.last(start, "ministry"))
    elif takes == "chair":
        found = _find_chaired(start, scene)
    elif takes in _NEAR_KINDS:
        found = (
            _find_headed(takes, title, start, scene)
            or _find_headed_behind(title, start, scene)
            or scene.held.near(start, takes)
        )
    else:
        found = None
    if found is None:
        return Resolved(None)
    return Resolved(found, infer(f"{title} …", found, start, kin, scene))
