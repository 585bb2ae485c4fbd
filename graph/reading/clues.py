"""From where the words were taken that the body of a post lacks: a closed set of clues.

That is found out by where those words stand: in the list of posts itself, before or behind the post
in the text, or nowhere in it, where only geography says which unit lies in which.
"""

from collections.abc import Sequence

from canbo.graph.reading.bodies import Body
from canbo.graph.reading.canonical import show_body
from canbo.graph.reading.model import Clue, Inference
from canbo.graph.reading.places import Place
from canbo.graph.reading.scene import Scene, chain_of, place_above


def infer(
    printed: str, found: Body, start: int, kin: Sequence[Body], scene: Scene
) -> tuple[Inference, ...]:
    """Return that *printed*, at *start*, means the body *found*, and by which clue."""
    return (Inference(printed, show_body(found), find_clue(found, start, kin, scene)),)


def find_clue(found: Body, start: int, kin: Sequence[Body], scene: Scene) -> Clue:
    """Return from where the words of *found* were taken that do not stand at *start*."""
    taken = [part.start for part in chain_of(found) if part.start != start]
    if taken and any(part.start in taken for body in kin for part in chain_of(body)):
        return Clue.SAME_LIST
    place = found.root.place
    if place and place.name and (clue := find_place_clue(place, start, kin, scene)):
        return clue
    return Clue.NAMED_LATER if taken and min(taken) > start else Clue.NAMED_BEFORE


def find_place_clue(place: Place, start: int, kin: Sequence[Body], scene: Scene) -> Clue | None:
    """Return where a unit was taken from, if it stands anywhere or lies above one that does."""
    near = [body.root.place for body in kin if body.root.place and body.root.place.name]
    if any(_is_same(one, place) for one in near):
        return Clue.SAME_LIST
    if any(_is_same(place_above(one, place.level), place) for one in near):
        return Clue.GEOGRAPHY
    before, behind = scene.units.last(start, place.level), scene.units.next(start, place.level)
    if before and _is_same(before[1], place):
        return Clue.NAMED_BEFORE
    if behind and _is_same(behind[1], place):
        return Clue.NAMED_LATER
    above = scene.above.near(start, place.level)
    return Clue.GEOGRAPHY if _is_same(above, place) else None


def _is_same(one: Place | None, other: Place) -> bool:
    return one is not None and (one.level, one.name) == (other.level, other.name)
