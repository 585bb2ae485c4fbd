"""Head words of bodies that are none, or only part of a longer name."""

import re

from canbo.graph.reading.lexicon import index, matcher
from canbo.graph.reading.page import Page

# Hội nghị, hội thảo ... are gatherings, not associations.
_GATHERING = re.compile(r" (?:nghị|thảo|trường|chợ|đàm|viên|thi|họp|thao|diễn|chẩn|ý|tụ)(?!\w)")
# The board of a company or a school is named with it, not alone.
_BOARD = re.compile(r" (?:quản trị|thành viên|quản lý|trường)(?!\w)")
_PERSON = (3, 4)


def is_no_body(page: Page, match: re.Match[str]) -> bool:
    """Return whether the head word *match* only looks like one: ``hội nghị``, ``Đoàn Văn An``."""
    if match[0] == "hội":
        return bool(_GATHERING.match(page.low, match.end()))
    if match[0] == "hội đồng":
        return bool(_BOARD.match(page.low, match.end()))
    return match[0] == "đoàn" and _is_person(page, match)


def _is_person(page: Page, match: re.Match[str]) -> bool:
    """Whether ``Đoàn`` is a surname: two or three capital words that are no field follow."""
    run = page.run_at(match.start())
    if len(run) not in _PERSON:
        return False
    place = match.end() + 1
    return not any(
        matcher(table, "surface").match(page.low, place) for table in ("fields", "bodies")
    )


def shorter_head(page: Page, match: re.Match[str]) -> dict[str, str] | None:
    """Return the shorter head with a longer field behind it (``Ban`` + ``Kinh tế - Xã hội``)."""
    heads, fields = index("bodies", "surface"), matcher("fields", "surface")
    for blank in re.finditer(" ", match[0]):
        field = fields.match(page.low, match.start() + blank.end())
        head = heads.get(match[0][: blank.start()])
        if head and field and field.end() > match.end():
            return head
    return None
