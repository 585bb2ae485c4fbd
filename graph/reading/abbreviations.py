"""Abbreviations that a text explains itself: ``Ban Quản lý dự án (BQLDA)``, later ``BQLDA``.

What the text says of its own abbreviation outweighs what the tables know of it.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from canbo.graph.reading.changing import replace
from canbo.graph.reading.lexicon import UPPER, column, matcher, one_of
from canbo.graph.reading.page import Page
from canbo.graph.reading.places import CITY, DISTRICT, PROVINCE, read_bare_place, read_place

_BACK = 150
_LONGEST_SINGLE = 5  # letters that a name with one capital has at least (``Vinafood2``)


@cache
def _explained() -> re.Pattern[str]:
    called = r"(?:sau đây )?(?:gọi tắt|viết tắt|gọi|tên viết tắt)(?: là)?:? "
    short = rf"[{UPPER}][\w&.-]{{1,15}}"
    return re.compile(rf" \((?:{called})?[“\"]?(?P<short>{short}(?:/{short})?)[”\"]?\)")


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of(column('bodies', 'surface'))}(?!\w)")


def explain_abbreviations(page: Page, read_end: Callable[[Page, int], int]) -> Page:
    """Return *page* knowing its own abbreviations, each with the place where its body stands.

    *read_end* says where the body whose head word stands at a place ends (0 where none does).
    """
    known: dict[str, int] = {}
    for match in _explained().finditer(page.text):
        start = _find_start(page, match, read_end)
        if start is None or _is_unit(page, match.start("short")):
            continue
        known |= {short: start for short in match["short"].split("/") if _is_short(short)}
    return replace(page, abbreviations=known) if known else page


def _find_start(
    page: Page, match: re.Match[str], read_end: Callable[[Page, int], int]
) -> int | None:
    """Return where the body begins that ends before the brackets.

    Of several it is the longest with these initials, else the longest that no title begins.
    """
    end = match.start()
    back = max(page.text.rfind("\n", 0, end) + 1, end - _BACK)
    starts = [
        head.start()
        for head in _heads().finditer(page.low, back, end)
        if page.text[head.start()].isupper() and read_end(page, head.start()) == end
    ]
    titles = [t.span() for t in matcher("posts", "surface").finditer(page.low, back, end)]
    named = [s for s in starts if not any(first < s < last for first, last in titles)]
    named = [s for s in named if not page.low.startswith(_GROUPS, s)]
    fitting = (s for s in starts if _has_initials(page.text[s:end], match["short"]))
    return next(fitting, named[0] if named else None)


# ``Đảng ủy Ngân hàng A (ABC)``: the bank is meant.
_GROUPS = ("đảng ủy", "đảng bộ", "chi bộ", "ban thường vụ", "ban chấp hành", "công đoàn")


def _has_initials(name: str, short: str) -> bool:
    firsts = [_plain(word[0]) for word in re.findall(r"\w+", name)]
    letters = [_plain(letter) for letter in short if letter.isalpha()]
    initials = iter(firsts)
    return firsts[0] == letters[0] and all(letter in initials for letter in letters)


def _plain(letter: str) -> str:
    return unicodedata.normalize("NFD", letter.lower())[0]


def _is_short(word: str) -> bool:
    capitals = sum(letter.isupper() for letter in word)
    return capitals > 1 or len(word) >= _LONGEST_SINGLE


def _is_unit(page: Page, start: int) -> bool:
    """Whether the brackets have a unit: ``Bệnh viện Chợ Rẫy (TPHCM)``, ``(Huế)``."""
    levels = (PROVINCE, CITY, *DISTRICT)
    return bool(read_place(page, start) or read_bare_place(page, start, levels))


def skip_explanation(page: Page, end: int) -> int:
    """Return where the abbreviation in brackets behind *end* ends, else *end*."""
    if not page.abbreviations or not page.text.startswith(" (", end):
        return end
    match = _explained().match(page.text, end)
    return match.end() if match and match["short"].split("/")[0] in page.abbreviations else end


def abbreviation_at(page: Page, start: int) -> tuple[int, int] | None:
    """Return where the body stands that an abbreviation at *start* is for, and where it ends."""
    if not page.abbreviations:
        return None
    match = _known(tuple(page.abbreviations)).match(page.text, start)
    return (page.abbreviations[match[0]], match.end()) if match else None


def next_abbreviation(page: Page, start: int, end: int) -> int | None:
    """Return where the text first uses, in ``[start, end)``, an abbreviation that it explains."""
    if not page.abbreviations:
        return None
    match = _known(tuple(page.abbreviations)).search(page.text, start, end)
    return match.start() if match else None


@lru_cache(maxsize=8)
def _known(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w(/]){one_of(words)}(?![\w)])")
