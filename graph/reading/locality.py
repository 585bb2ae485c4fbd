"""Which body is meant where words are left out: ``Quận ủy``, ``UBND tỉnh``, ``Sở``, ``phường``.

A part is looked for first among the posts of the same list (what follows, then what precedes), then
back through the text, then forward, then by geography (Quận 1 lies in Thành phố Hồ Chí Minh). Every
step that adds something says what it took from where.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from canbo.graph.reading.agencies import agency_of, association_of, house_of_office
from canbo.graph.reading.bodies import Body
from canbo.graph.reading.canonical import body_held, committee_of, show_body
from canbo.graph.reading.changing import replace
from canbo.graph.reading.clues import find_clue
from canbo.graph.reading.model import Inference
from canbo.graph.reading.placed import city_instead, in_district, place_in, with_root
from canbo.graph.reading.places import CITY, COMMUNE, DISTRICT, PROVINCE, Place
from canbo.graph.reading.scene import Scene, chain_of, place_above

_ORGANISATIONS = ("name", "field", "ministry", "fixed")


@dataclass(frozen=True, slots=True)
class Resolved:
    """A body, and what of it was worked out by which clue."""

    body: Body | None
    inferred: tuple[Inference, ...] = ()


def resolve(body: Body, start: int, kin: Sequence[Body], scene: Scene) -> Resolved:
    """Return *body* with its place or parent worked out; *kin* are the bodies of the same list."""
    if body.is_whole or body.takes == "unknown":
        return Resolved(*in_district(body, start, kin, scene))
    root = body.root
    finder = _FINDERS.get(root.takes, _find_place)
    found = finder(root, start, kin, scene)
    if found is None or found == root:
        return Resolved(body)
    whole = in_district(with_root(body, found), start, kin, scene)[0]
    clue = find_clue(found, root.start, kin, scene)
    return Resolved(whole, (Inference(show_body(body), show_body(whole), clue),))


def _find_place(root: Body, start: int, kin: Sequence[Body], scene: Scene) -> Body | None:
    """Find the unit of a body of a place: of its level if that is printed, else the likeliest."""
    if root.place is None:
        return _find_same(root, start, kin, scene) or _place_of_kin(root, kin, scene, start)
    if root.head == "Tỉnh ủy" and (city := city_instead(start, scene)):
        return replace(root, head="Thành ủy", place=city)
    place = place_for(root.place.level, start, kin, scene)
    return replace(root, place=place) if place else None


def place_for(level: str, start: int, kin: Sequence[Body], scene: Scene) -> Place | None:
    """Return the named unit that a bare *level* at *start* means."""
    near = [place for body in kin if (place := place_in(body)) and place.name]
    for place in near:
        if place.level == level:
            return place
    for place in near:
        if above := place_above(place, level):
            return above
    return scene.units.near(start, level) or scene.above.near(start, level)


def _find_same(root: Body, start: int, kin: Sequence[Body], scene: Scene) -> Body | None:
    """Find a whole body with the same head in the same list, else nearest in the text."""
    for body in kin:
        for part in chain_of(body):
            if part.head == root.head and part.is_whole and part.takes == root.takes:
                return part
    same = scene.heads.near(start, root.head)
    if same is None and (twin := _TWIN.get(root.head)) and (other := scene.heads.near(start, twin)):
        return replace(other, head=root.head)
    return same or (scene.heads.near(start, *_SCHOOLS) if root.head == "Trường" else None)


_SCHOOLS = ("Đại học", "Học viện")


def _place_of_kin(root: Body, kin: Sequence[Body], scene: Scene, start: int) -> Body | None:
    for body in kin:
        place = place_in(body)
        if place:
            named = place if place.name else place_for(place.level, start, kin, scene)
            return replace(root, place=named) if named else None
    place = scene.units.near(start, PROVINCE, *DISTRICT, *COMMUNE)
    return replace(root, place=place) if place else None


def _find_field(root: Body, start: int, kin: Sequence[Body], scene: Scene) -> Body | None:
    """Find what a department leaves out: all but its head, or only the unit it belongs to."""
    if not root.field and root.place is None:
        return _find_same(root, start, kin, scene)
    if root.place is not None:
        place = place_for(root.place.level, start, kin, scene)
        return replace(root, place=place) if place else None
    if same := scene.names.near(start, f"{root.head} {root.field}".lower()):
        return same
    if parent := agency_of(root, start, kin, scene):
        return replace(root, parent=resolve(parent, parent.start, (), scene).body)
    levels = _LEVELS_OF.get(root.head)
    if not levels:
        return _find_wing(root, start, kin, scene) if root.head == "Ban" else None
    place = _place_at(levels, start, kin, scene)
    return replace(root, place=place) if place else None


def _place_at(
    levels: tuple[str, ...], start: int, kin: Sequence[Body], scene: Scene
) -> Place | None:
    """Return the unit that a department without one serves: of a province, or of *levels*."""
    is_upper = PROVINCE in levels
    for body in kin:
        place = place_in(body)
        if place and place.name and (place.is_upper if is_upper else place.level in levels):
            return place
    if not is_upper:
        return scene.units.near(start, *levels)
    return scene.units.near(start, "upper") or scene.above.near(start, PROVINCE, CITY)


_LEVELS_OF: dict[str, tuple[str, ...]] = {
    "Sở": (PROVINCE, CITY),
    "Phòng": DISTRICT,
    "Chi cục": (PROVINCE, CITY),
    "Thanh tra": (PROVINCE, CITY),
}


def _find_cell(root: Body, start: int, kin: Sequence[Body], scene: Scene) -> Body | None:
    """Find what ``Đảng ủy`` or ``Chi bộ`` alone is of: the same head, the list, the text."""
    if root.place is not None:
        return _find_place(root, start, kin, scene)
    if found := _same_in_kin(root, start, kin, scene):
        return found
    if root.head == "Chi bộ" and (same := scene.heads.near(start, root.head)):
        return same
    return _cell_of_kin(root, start, kin, scene) or _cell_near(root, start, scene)


def _same_in_kin(root: Body, start: int, kin: Sequence[Body], scene: Scene) -> Body | None:
    for body in kin:
        for part in chain_of(body):
            if part.head == root.head and (part.is_whole or part.place or part.parent):
                others = [b for b in kin if part not in chain_of(b)]
                return resolve(part, start, others, scene).body
    return None


def _is_agency(body: Body) -> bool:
    """Whether a body of a province has a Party organisation of its own (police, army, courts)."""
    return body.head.startswith(_AGENCIES) and not (body.place and body.place.level in COMMUNE)


_AGENCIES = ("Công an", "Bộ Chỉ huy", "Bộ đội", "Tòa án", "Viện kiểm sát", "Trường", "Đài", "Cục")


def _cell_of_kin(root: Body, start: int, kin: Sequence[Body], scene: Scene) -> Body | None:
    """Find the Party organisation of the commune or the agency that the list names."""
    for body in kin:
        if body.takes == "place" and root.head == "Đảng ủy" and _is_agency(body):
            return replace(root, parent=resolve(body, start, (), scene).body)
        if body.takes == "place" and (place := place_in(body)):
            named = place if place.name else place_for(place.level, start, kin, scene)
            if named and (named.level in COMMUNE or root.head != "Đảng ủy"):
                return replace(root, place=named)
        elif body.takes in _ORGANISATIONS:
            own = body.parent if body.head == "Cơ quan" and body.parent else body
            whole = resolve(own, start, (), scene).body
            return replace(root, parent=whole) if whole else None
    return None


_INSTITUTIONS = (
    "Trường",
    "Đại học",
    "Học viện",
    "Bệnh viện",
    "Trung tâm",
    "Viện",
    "Công ty",
    "Tổng công ty",
)


def _institution_near(root: Body, start: int, scene: Scene) -> Body | None:
    """Return the school, hospital or company a text is about, unless a commune is named since."""
    found = scene.heads.last(start, *_INSTITUTIONS)
    if not found:
        return None
    unit = scene.units.last(start, *COMMUNE)
    is_of_text = root.head != "Đảng ủy" or not unit or unit[0] <= found[1].end
    return found[1] if is_of_text else None


def _cell_near(root: Body, start: int, scene: Scene) -> Body | None:
    twin = _TWIN.get(root.head, "")
    if same := scene.heads.near(start, root.head) or scene.heads.near(start, twin):
        is_kept = same.head.startswith((root.head, "Đảng bộ"))
        return same if is_kept else replace(same, head=root.head)
    if institution := _institution_near(root, start, scene):
        return replace(root, parent=institution)
    if root.head == "Công đoàn" and (cell := scene.kinds.last(start, "cell")):
        return replace(root, parent=cell[1].parent, place=cell[1].place, field=cell[1].field)
    place = scene.units.near(start, *COMMUNE)
    return replace(root, place=place) if place else None


_TWIN = {
    "Đảng ủy": "Đảng bộ",
    "Đảng bộ": "Đảng ủy",
    "Đảng ủy Khối": "Đảng bộ khối",
    "Đảng bộ khối": "Đảng ủy Khối",
    "Chi ủy": "Chi bộ",
}


def _find_wing(root: Body, start: int, kin: Sequence[Body], scene: Scene) -> Body | None:
    """Find the body that a wing or an office without a complement is part of."""
    if root.head in ("Ban cán sự đảng", "Đảng đoàn"):
        for body in kin:
            if body.takes in (*_ORGANISATIONS, "place"):
                return replace(root, parent=resolve(body, start, (), scene).body)
    if root.head == "Văn phòng" and (house := house_of_office(start, kin, scene)):
        return replace(root, parent=house)
    if root.head in ("Ban Chấp hành", "Ban Thường vụ") and (led := association_of(kin)):
        return replace(root, parent=resolve(led, led.start, (), scene).body)
    if same := _find_same(root, start, kin, scene):
        return same
    committee = find_committee(start, kin, scene)
    return replace(root, parent=body_held("party", committee)) if committee else None


def find_committee(start: int, kin: Sequence[Body], scene: Scene) -> Body | None:
    """Return the Party committee that a post without a body belongs to."""
    if kin and kin[0].start > start and kin[0].head in ("UBND", "HĐND"):
        return _committee_for(kin[0], start, scene)
    for body in kin:
        for part in chain_of(body):
            if part.takes in ("committee", "cell"):
                return resolve(part, start, [b for b in kin if b is not body], scene).body
    for body in kin:
        if found := _committee_for(body, start, scene):
            return found
    return last_of(scene.kinds.last(start, "committee", "cell"))


def last_of(found: tuple[int, Body] | None) -> Body | None:
    """Return the body of what a track found."""
    return found[1] if found else None


def _committee_for(body: Body, start: int, scene: Scene) -> Body | None:
    """Return the Party committee beside a body of the State: of its unit, or in the agency."""
    place = place_in(body)
    if body.takes == "place" and place:
        named = place if place.name else place_for(place.level, start, (), scene)
        if not named:
            return None
        head = committee_of(named)
        takes = "cell" if head == "Đảng ủy" else "committee"
        return Body(start, start, head, takes, place=named)
    if body.takes in ("name", "ministry", "field"):
        parent = resolve(body, start, (), scene).body
        return Body(start, start, "Đảng ủy", "cell", parent=parent)
    return None


def _find_ministry(root: Body, start: int, kin: Sequence[Body], scene: Scene) -> Body | None:
    """Find the ministry that ``Bộ`` alone means: the last one named."""
    del root, kin
    return last_of(scene.kinds.last(start, "ministry"))


_FINDERS = {
    "ministry": _find_ministry,
    "place": _find_place,
    "committee": _find_place,
    "field": _find_field,
    "organ": _find_wing,
    "wing": _find_wing,
    "cell": _find_cell,
    "name": _find_field,
}
