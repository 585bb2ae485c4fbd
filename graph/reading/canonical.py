"""The canonical names of bodies: one form for every way of printing them."""

from canbo.graph.reading.bodies import Body
from canbo.graph.reading.changing import replace
from canbo.graph.reading.places import Place, show_place

PARTY_CENTRE = ("Ban Chấp hành Trung ương Đảng", "Bộ Chính trị", "Ban Bí thư")
"""The organs that lead the Party: whoever enters one is a member (``Ủy viên``) of it."""
_LEVELLED = {
    "Tỉnh ủy": "tỉnh",
    "Thành ủy": "thành phố",
    "Quận ủy": "quận",
    "Huyện ủy": "huyện",
    "Thị ủy": "thị xã",
}
_COMMITTEES = {level: committee for committee, level in _LEVELLED.items()}


def committee_of(place: Place) -> str:
    """Return the head of the Party committee of a unit: ``Tỉnh ủy``, ``Đảng ủy``."""
    return _COMMITTEES.get(place.level, "Đảng ủy")


def show_body(body: Body) -> str:
    """Return the canonical name of *body*, with what is known of its place and its parent."""
    own = f"{_head_for(body)} {body.field}".strip()
    if body.parent:
        parent = "Trung ương" if body.parent.takes == "centre" else show_body(body.parent)
        return f"{own} {parent}"
    if not body.place:
        return own
    if body.takes == "committee":
        return show_committee(own, body.place)
    joint = f" {body.joint}" if body.joint else ""
    return f"{own}{joint} {show_place(body.place)}".strip()


def _head_for(body: Body) -> str:
    """Return the head as the level has it: a province has a Bộ Chỉ huy, what is below a Ban."""
    if body.head == "Bộ Chỉ huy quân sự" and body.place and not body.place.is_upper:
        is_below = body.place.level not in ("tỉnh", "thành phố") or bool(body.place.name)
        return "Ban Chỉ huy quân sự" if is_below else body.head
    return body.head


def show_committee(head: str, place: Place) -> str:
    """Return the name of a committee: ``Tỉnh ủy X``, ``Quận ủy Quận 1``, ``Thành ủy Hà Nội``.

    Only Thành phố Hồ Chí Minh and numbered districts keep their level.
    """
    if not place.name:
        return head
    if place.name.isdigit() or place.name == "Hồ Chí Minh":
        return f"{head} {show_place(place)}"
    return f"{head} {place.name}"


def body_held(takes: str, body: Body) -> Body:
    """Return the body that a post is held in.

    A post in a Party organisation is one in its committee (``Bí thư Đảng bộ X`` in Đảng ủy X); a
    member of a wing is one of the committee (``Ban Chấp hành Đảng bộ tỉnh X`` in Tỉnh ủy X).
    """
    if body.head in _WINGS and body.parent and takes in ("party", "entry", "at"):
        body = body.parent
    if body.head in _ALIASES:
        body = replace(body, head=_ALIASES[body.head])
    is_of_unit = body.head == "Đảng ủy" and body.place is not None and not body.field
    if is_of_unit and body.place and committee_of(body.place) != "Đảng ủy":
        body = replace(body, head=committee_of(body.place), takes="committee")
    return body


_WINGS = ("Ban Chấp hành", "Ban Thường vụ", "Thường trực", "Cấp ủy")
_ALIASES = {
    "Đảng bộ": "Đảng ủy",
    "Đảng bộ khối": "Đảng ủy Khối",
    "Đảng bộ bộ phận": "Đảng ủy bộ phận",
    "Chi ủy": "Chi bộ",
}
