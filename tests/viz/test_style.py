"""Colours that all eyes tell apart, and words that stand out from them."""

from itertools import combinations
from math import dist

import pytest

from canbo.viz.style import LOOKS, Paint, palette_css
from canbo.viz.things import Kind

Colour = tuple[float, float, float]
INK = {"light": "#1c2228", "dark": "#e9edf1"}
SOFT = {"light": "#566069", "dark": "#a6b0bb"}
GROUND = {"light": "#fbfaf7", "dark": "#12161b"}

# How the three kinds of dichromats see linear RGB: Machado, Oliveira, Fernandes 2009, severity 1.
SIGHTS: dict[str, tuple[Colour, Colour, Colour]] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour: str) -> Colour:
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return red, green, blue


def seen(colour: Colour, sight: str) -> Colour:
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, colour, strict=True))))
        for row in SIGHTS[sight]
    )
    return red, green, blue


def lab(colour: Colour) -> Colour:
    """Return CIE L*a*b* (D65) of a linear RGB colour."""
    red, green, blue = colour
    xyz = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
    )
    x, y, z = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str, sight: str) -> float:
    a, b = (lab(seen(linear(colour), sight)) for colour in (one, other))
    return dist(a, b)


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        red, green, blue = linear(colour)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def paint(kind: Kind, ground: str) -> Paint:
    return LOOKS[kind].light if ground == "light" else LOOKS[kind].dark


@pytest.mark.parametrize("ground", ["light", "dark"])
@pytest.mark.parametrize("sight", SIGHTS)
def test_kinds_are_told_apart_by_all_eyes(ground: str, sight: str) -> None:
    strokes = [paint(kind, ground).stroke for kind in Kind]
    assert min(distance(a, b, sight) for a, b in combinations(strokes, 2)) >= 25


@pytest.mark.parametrize("ground", ["light", "dark"])
@pytest.mark.parametrize("kind", Kind)
def test_words_stand_out_from_their_box_and_the_box_from_the_ground(
    kind: Kind, ground: str
) -> None:
    look = paint(kind, ground)
    assert contrast(INK[ground], look.tint) >= 7
    assert contrast(SOFT[ground], look.pale) >= 4.5
    assert contrast(look.stroke, GROUND[ground]) >= 3


def test_no_two_kinds_share_a_shape() -> None:
    assert len({(look.shape, look.corner, look.border) for look in LOOKS.values()}) == len(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_its_properties_in_the_style(kind: Kind) -> None:
    css = palette_css()
    for ground in ("light", "dark"):
        look = paint(kind, ground)
        assert f"--{kind}:{look.stroke};--{kind}-tint:{look.tint};--{kind}-pale:{look.pale};" in css
