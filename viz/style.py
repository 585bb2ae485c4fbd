"""How each kind of thing looks: a colour told apart by all eyes, and a shape that needs no colour.

The five hues of either ground were found by search over normal sight and the three kinds of
dichromacy; a test holds them at least 25 apart (CIE76), and every ink readable on its tint.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from canbo.viz.things import Kind


@dataclass(frozen=True, slots=True)
class Paint:
    """The colours of a kind on one ground: its outline, its tint, its tint when it steps back."""

    stroke: str
    tint: str
    pale: str


@dataclass(frozen=True, slots=True)
class Look:
    """A kind's colours on light and dark ground, and the shape that stock pyvis draws it with.

    *corner* is how round the corners of a box are, in pixels; *border* how wide its outline is.
    """

    shape: str
    corner: int
    border: int
    light: Paint
    dark: Paint


LOOKS: Final = {
    Kind.PERSON: Look(
        "ellipse",
        0,
        1,
        Paint("#034276", "#e3edf7", "#f4f7fa"),
        Paint("#4f86ff", "#15294d", "#161d29"),
    ),
    Kind.POST: Look(
        "box",
        8,
        1,
        Paint("#ae7c04", "#fbf1d9", "#fbf8f0"),
        Paint("#e6b13a", "#3a2d0c", "#201e18"),
    ),
    Kind.ORGANIZATION: Look(
        "box",
        0,
        1,
        Paint("#109d99", "#def3f1", "#f2f9f8"),
        Paint("#38dfba", "#0b3730", "#141f1d"),
    ),
    Kind.DOCUMENT: Look(
        "box",
        0,
        3,
        Paint("#8f111b", "#f9e2e3", "#fbf3f3"),
        Paint("#e05a58", "#4a1b1c", "#221a1c"),
    ),
    Kind.EVENT: Look(
        "box",
        20,
        3,
        Paint("#9b0fed", "#f1e2fd", "#f8f3fc"),
        Paint("#cfb8ff", "#34284a", "#1e1b25"),
    ),
}
"""The look of each kind."""


def palette_css() -> str:
    """Return the custom properties of the palette: light, dark, and dark where it is asked for."""
    light, dark = _properties("light"), _properties("dark")
    return (
        f":root{{{light}}}\n"
        f"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}\n"
        f":root[data-theme=dark]{{{dark}}}\n"
    )


def _properties(ground: str) -> str:
    return "".join(
        f"--{kind}:{paint.stroke};--{kind}-tint:{paint.tint};--{kind}-pale:{paint.pale};"
        for kind, paint in _paints(ground)
    )


def _paints(ground: str) -> Iterator[tuple[Kind, Paint]]:
    for kind, look in LOOKS.items():
        yield kind, look.dark if ground == "dark" else look.light
