"""The seam for a recogniser of names: a trained one may add people where the grammar saw nobody.

What it finds is an item of a sentence like any other name, so that titles, verbs and lists bind it
by the same rules; the rule of a holding that rests on it says so (``name-title+NAME``).
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from canbo.graph.reading.changing import replace
from canbo.graph.reading.line import Line
from canbo.graph.reading.model import Holding, Span
from canbo.graph.reading.text import View


class Recognizer(Protocol):
    """Whoever finds names of people in a text."""

    @property
    def name(self) -> str:
        """What the rules of holdings call it: a word without ``+``."""
        ...

    def find_people(self, text: str) -> Iterable[Span]:
        """Return where the names of people stand in *text*, in code points, without titles."""
        ...


def find_people(recognizer: Recognizer | None, view: View) -> tuple[Span, ...]:
    """Return where, in the view, *recognizer* finds people; what is no stretch of it is left out.

    Names keep to one line; of two that overlap the first is taken.
    """
    if recognizer is None:
        return ()
    found: list[Span] = []
    for span in sorted(recognizer.find_people(view.given)):
        if not 0 <= span.start < span.end <= len(view.given):
            continue
        place = view.locate(span)
        words = view.text[place.start : place.end]
        is_free = not found or found[-1].end <= place.start
        if words == words.strip() and "\n" not in words and words[:1].isupper() and is_free:
            found.append(place)
    return tuple(found)


def credit(
    holdings: Sequence[Holding], lines: Sequence[Line], recognizer: Recognizer | None
) -> tuple[Holding, ...]:
    """Return *holdings*, with whose name only *recognizer* saw marked in their rule."""
    if recognizer is None:
        return tuple(holdings)
    named = [
        (person, item.name.is_recognised)
        for line in lines
        for item, person in zip(line.items, line.people, strict=True)
        if item.name and person
    ]
    seen = {person for person, is_recognised in named if not is_recognised}
    added = {person for person, is_recognised in named if is_recognised} - seen
    return tuple(
        replace(one, rule=f"{one.rule}+{recognizer.name}") if one.person in added else one
        for one in holdings
    )
