"""A sentence in which bodies and days are one sign each, so that a rule reads like the sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from canbo.graph.reading.event_mentions import Placed
from canbo.graph.reading.model import Span
from canbo.graph.reading.named_bodies import is_named
from canbo.graph.reading.text import View

BODY: Final = "\ue000"
DAY: Final = "\ue001"


@dataclass(frozen=True, slots=True)
class SignedSentence:
    """A sentence with signs for bodies and dates; *signs* are where they stand and what for.

    *above* names, by where a mention ends, the body it is printed as a part of.
    """

    view: View
    start: int
    text: str
    signs: Mapping[int, Placed]
    above: Mapping[int, str]

    @classmethod
    def of(
        cls,
        view: View,
        sentence: Span,
        bodies: Sequence[Placed],
        dates: Sequence[Placed],
        above: Mapping[int, str],
    ) -> "SignedSentence":
        """Return the *sentence* with a sign for each of *bodies* and *dates*."""
        marked = [(body, BODY) for body in bodies] + [(date, DAY) for date in dates]
        text, at = "", sentence.start
        signs: dict[int, Placed] = {}
        for thing, sign in sorted(marked, key=lambda pair: pair[0].start):
            if thing.start < at:
                continue
            text += view.text[at : thing.start]
            signs[len(text)] = thing
            text, at = text + sign, thing.end
        return cls(view, sentence.start, text + view.text[at : sentence.end], signs, above)

    def names(self, start: int, end: int) -> tuple[str, ...]:
        """Return what the signs for bodies in ``[start, end)`` stand for, each once.

        Of several that belong to one body the last may be the only one to say so.
        """
        inside = [thing for at, thing in self.signs.items() if start <= at < end]
        shared = self.above.get(inside[-1].end)
        names = (
            f"{thing.name} {shared}" if shared and not is_named(thing.name) else thing.name
            for thing in inside
        )
        return tuple(dict.fromkeys(names))

    def place(self, at: int) -> int:
        """Return where in the view the character *at* of the signed sentence stands."""
        before = [sign for sign in self.signs if sign < at]
        if not before:
            return self.start + at
        return self.signs[before[-1]].end + at - before[-1] - 1
