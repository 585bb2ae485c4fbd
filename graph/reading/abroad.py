"""Whether a text speaks of another State only."""

import re

from canbo.graph.reading.page import lower
from canbo.graph.reading.posts import countries
from canbo.graph.reading.scene import Scene
from canbo.graph.reading.text import View


def is_abroad(view: View, scene: Scene) -> bool:
    """Return whether a text speaks of another State only: countries, and no unit of Vietnam."""
    low = lower(view.text)
    if scene.has_known_unit or "việt nam" in low:
        return False
    named = [m for m in countries().finditer(low) if _is_country(view.text, m)]
    return len(named) >= _MANY_COUNTRIES


def _is_country(text: str, match: re.Match[str]) -> bool:
    """Whether the word has a capital and is no part of a name (``Hà Thị Nga``, ``Tư pháp``)."""
    if not text[match.start()].isupper():
        return False
    before = text[max(0, match.start() - 12) : match.start()].split(" ")
    is_behind = len(before) > 1 and not before[-1] and before[-2][:1].isupper()
    return " " in match[0] or not (
        is_behind or text[match.end() : match.end() + 2].strip().istitle()
    )


_MANY_COUNTRIES = 3
