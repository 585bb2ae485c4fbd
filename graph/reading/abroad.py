"""Whether a text speaks of another State only."""

import re
from itertools import islice

from canbo.graph.reading.page import Page
from canbo.graph.reading.posts import countries
from canbo.graph.reading.scene import Scene


def is_abroad(page: Page, scene: Scene) -> bool:
    """Return whether a text speaks of another State only: countries, and no unit of Vietnam."""
    if scene.has_known_unit or "việt nam" in page.low:
        return False
    named = (m for m in countries().finditer(page.low) if _is_country(page.text, m))
    return len(list(islice(named, _MANY_COUNTRIES))) == _MANY_COUNTRIES


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
