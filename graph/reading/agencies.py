"""The agency that a division or a department is in, where its own name does not say so."""

from collections.abc import Sequence

from canbo.graph.reading.bodies import Body
from canbo.graph.reading.canonical import show_body
from canbo.graph.reading.places import COMMUNE, DISTRICT
from canbo.graph.reading.scene import Scene

_HOUSES = ("Trường", "Đại học", "Học viện", "Bệnh viện")
_OF_MINISTRIES = ("Cục", "Vụ", "Tổng cục")


def agency_of(root: Body, start: int, kin: Sequence[Body], scene: Scene) -> Body | None:
    """Return the agency that a division, or the ministry that a department, at *start* is in."""
    if root.head == "Phòng":
        return _agency_near(root, start, kin, scene)
    if root.head in ("Khoa", "Bộ môn"):
        before, behind = scene.heads.last(start, *_HOUSES), scene.heads.next(start, *_HOUSES)
        found = before or behind
        return found[1] if found else None
    return _only_ministry(root, start, scene) if root.head in _OF_MINISTRIES else None


def _only_ministry(root: Body, start: int, scene: Scene) -> Body | None:
    """Return the ministry that a department is in: the one a text is about, if it is one."""
    if root.field.endswith(("Việt Nam", "Nhà nước", "nhà nước")):
        return None
    before, behind = scene.kinds.last(start, "ministry"), scene.kinds.next(start, "ministry")
    names = {show_body(one[1]) for one in (before, behind) if one}
    found = before or behind
    return found[1] if found and len(names) == 1 else None


def _agency_near(root: Body, start: int, kin: Sequence[Body], scene: Scene) -> Body | None:
    """Return the agency a division is in, unless a district or commune was named after it."""
    near = [b for b in kin if b.head in _AGENCIES and (b.is_whole or b.field)]
    if near or any(b.place and b.place.level in DISTRICT for b in kin):
        return near[0] if near else None
    found = scene.heads.last(start, *_AGENCIES)
    if not found:
        return None
    if root.field.startswith(("Cảnh sát", "An ninh")):
        return found[1] if found[1].head == "Công an" else None
    unit = scene.units.last(start, *DISTRICT, *COMMUNE)
    return found[1] if not unit or unit[0] < found[0] else None


_AGENCIES = ("Công an", "Sở", "Cục", "Trường", "Học viện", "Đại học", "Bệnh viện", "Trung tâm")


_ASSOCIATIONS = ("Hội ", "Liên đoàn", "Công đoàn", "Đoàn TNCS", "Trung ương Hội", "Trung ương Đoàn")


def association_of(kin: Sequence[Body]) -> Body | None:
    """Return the mass organisation that a list names: it has a committee of its own."""
    return next((body for body in kin if body.head.startswith(_ASSOCIATIONS)), None)


_OFFICED = ("Sở", "Bộ", "UBND", "Cục")


def house_of_office(start: int, kin: Sequence[Body], scene: Scene) -> Body | None:
    """Return what an office without a name serves: the agency its sentence spoke of last."""
    last = scene.bodies.last(start)
    is_near = last is not None and not kin and scene.is_one_sentence(last[0], start)
    return last[1] if last and is_near and last[1].head in _OFFICED else None
