"""The unit a body lies in, by its own name or its parent's; numbered wards in their district."""

from collections.abc import Sequence
from functools import cache, lru_cache

from canbo.graph.reading.bodies import Body
from canbo.graph.reading.canonical import show_body
from canbo.graph.reading.changing import replace
from canbo.graph.reading.clues import find_place_clue
from canbo.graph.reading.gazetteer import level_of_province
from canbo.graph.reading.lexicon import load
from canbo.graph.reading.model import Clue, Inference
from canbo.graph.reading.places import CITY, PROVINCE, Place, show_place
from canbo.graph.reading.scene import Scene


def in_district(
    body: Body, start: int, kin: Sequence[Body], scene: Scene
) -> tuple[Body, tuple[Inference, ...]]:
    """Return *body* with the district of its numbered ward, where the text has it, and the step.

    Numbers tell wards apart only within one district or city.
    """
    place = body.root.place
    if place is None or not needs_district(body):
        return body, ()
    near = [other for one in kin if (other := place_in(one)) and other.name]
    above = next((one for one in near if _may_have_wards(one)), None)
    above = above or scene.units.near(start, "quận") or scene.units.near(start, CITY, "thị xã")
    if above is None or not _may_have_wards(above):
        return body, ()
    named = replace(body.root, place=replace(place, within=show_place(above)))
    whole = with_root(body, named)
    clue = find_place_clue(above, start, kin, scene) or Clue.NAMED_BEFORE
    return whole, (Inference(show_body(body), show_body(whole), clue),)


def needs_district(body: Body) -> bool:
    """Return whether *body* is one of a numbered ward whose district is not printed with it."""
    place = body.root.place
    is_ward = place is not None and place.level == "phường" and place.name.isdigit()
    return place is not None and is_ward and not place.within


def _may_have_wards(place: Place) -> bool:
    return place.level in ("quận", CITY, "thị xã") and not place.is_central


def with_root(body: Body, root: Body) -> Body:
    """Return *body* with *root* for the outermost body it is part of."""
    if body.parent is None:
        return replace(root, start=body.start, end=body.end)
    return replace(body, parent=with_root(body.parent, root))


def place_in(body: Body) -> Place | None:
    """Return the unit of a body, also where its own name ends in a province (``Báo Quảng Nam``)."""
    root = body.root
    return root.place or (_province_at_end(root.field) if root.field else None)


@lru_cache(maxsize=1024)
def _province_at_end(name: str) -> Place | None:
    words = name.split(" ")
    for size in (4, 3, 2):
        last = " ".join(words[-size:])
        if last in _provinces():
            return Place(level_of_province(last), last)
    return None


@cache
def _provinces() -> frozenset[str]:
    return frozenset(row["name"] for row in load("units") if not row["within"])


def city_instead(start: int, scene: Scene) -> Place | None:
    """Return the central city that a text is about where it names no province (``TUV`` there)."""
    upper = scene.units.near(start, "upper")
    is_city = upper is not None and upper.is_central and not scene.units.near(start, PROVINCE)
    return upper if is_city else None
