"""Names of people: a surname and the capitalised words behind it, and what stands before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from canbo.graph.reading.lexicon import index, load, one_of
from canbo.graph.reading.namewords import (
    count_leads,
    full_name,
    honorifics,
    is_common,
    is_of_a_woman,
    is_surname_ong,
    skip_degrees,
    tidy,
)
from canbo.graph.reading.page import Page
from canbo.graph.reading.places import CITY, DISTRICT, PROVINCE, read_bare_place
from canbo.graph.reading.posts import post_heads
from canbo.graph.reading.runs import TAIL, context, may_be_name, runs, runs_in, tails
from canbo.graph.reading.speakers import is_speaker

_PAIR = 2
_WORDS = re.compile(r"[^\s]+(?:\s+|$)")


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name in the text: *start* takes in the honorific, *at* is where the name itself begins.

    *is_full* is false for a given name behind an honorific (``ông Hiếu``); *gender* is the
    honorific where it tells one (``ông``, ``bà``). *is_recognised* says that only a recogniser saw
    the name, not the grammar.
    """

    start: int
    end: int
    at: int
    name: str
    is_full: bool
    gender: str = ""
    is_recognised: bool = False


@cache
def _gender() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(ông|bà)(?: \w+)?[ .]*$")


@cache
def _namesakes() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of(context('namesake'))} $")


def find_names(
    page: Page, start: int, end: int, *, is_behind_title: bool = False
) -> Iterator[NameMention]:
    """Yield the names in ``[start, end)``; behind a title a rare surname is enough."""
    found_runs = runs().finditer(page.text, start, end) if is_behind_title else None
    for match in found_runs or runs_in(page, start, end):
        at = match.start()
        is_led = page.low[max(start, at - 6) : at].rstrip(" .,:-")[-TAIL:] in tails()
        is_called = is_behind_title and " " not in match[0] and is_speaker(page, start, match)
        if not is_led and " " not in match[0] and not is_called:
            continue
        if not (is_led or is_behind_title or may_be_name(match[0])):
            continue
        window = max(start, at - 60)
        before = page.low[window:at]
        found = honorifics().search(before) if is_led else None
        led_from = found and (at if ":" in found[0] else window + found.start())
        is_next = is_behind_title and not before.strip() and " " in match[0]
        if is_called:
            led_from = at
        if led_from is None and is_next and _begins_name(match[0].split()):
            led_from = at
        if led_from is None and _is_heading(page, match):
            led_from = at
        if not _is_title(page, match):
            yield from _read_run(page, match, led_from, before)


def _is_heading(page: Page, match: re.Match[str]) -> bool:
    """Whether the capitals at the head of a line are a name (``LÒ VĂN TƯ - Phó Bí thư``)."""
    words = match[0].split() if match[0].isupper() else []
    if len(words) not in _HEADING or not is_common(words[0]):
        return False
    line = page.text.rfind("\n", max(0, match.start() - _LEAD), match.start()) + 1
    is_first = line > 0 or match.start() < _LEAD
    lead = page.text[line : match.start()] if is_first else "?"
    is_ended = _BEHIND.match(page.text, match.end()) is not None
    return is_ended and not lead.strip("0123456789.)-–•*+ ")


_HEADING, _LEAD = range(3, 5), 8
_BEHIND = re.compile(r" ?(?:[\n,(:|]|[-–—] |$)")


def _begins_name(words: list[str]) -> bool:
    """Whether the first word behind a title can be a surname (``Ông`` is one, too)."""
    return words[0].lower() not in context("lead") or is_surname_ong(words)


def _is_title(page: Page, match: re.Match[str]) -> bool:
    """Whether a single capitalised word begins a rank or a degree (``Tiến sĩ``, ``Đại tá``)."""
    if " " in match[0]:
        return False
    title = _titles().match(page.low, match.start())
    return title is not None and title.end() > match.end()


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(rf"{one_of(context('honorific'))}(?!\w)")


def _read_run(
    page: Page, match: re.Match[str], honorific: int | None, before: str
) -> Iterator[NameMention]:
    words = match[0].split()
    first = skip_degrees(words) if honorific is not None else count_leads(match[0])
    if first is None:
        return
    lead = " ".join(words[:first])
    at = match.start() + (match[0].index(words[first], len(lead)) if first else 0)
    words = words[first:]
    if first and honorific is None and honorifics().search(f"{lead.lower()} "):
        honorific = match.start()
    led = f"{before}{lead.lower()} "
    gender = _gender().search(led) if honorific is not None else None
    start = at if honorific is None else honorific
    sex = gender[1] if gender else ""
    is_led = honorific is not None or is_of_a_woman(words) or _has_title(page, match, first)
    if (size := full_name(words, led=is_led)) and not _is_other(page, at, words, before, honorific):
        end = _end_of(page, at, size, match.end())
        yield NameMention(start, end, at, tidy(words[:size]), is_full=True, gender=sex)
    elif honorific is not None and len(words) <= _PAIR and " ".join(words).lower() not in _others():
        yield NameMention(start, match.end(), at, tidy(words), is_full=False, gender=sex)


def _has_title(page: Page, match: re.Match[str], first: int) -> bool:
    """Whether a title follows the words as their apposition (``Quản Minh Cường - Phó Bí thư``)."""
    words = match[0].split()[first:]
    if len(words) not in (_PAIR + 1, _PAIR + 2) or words[0] not in index("surnames", "surname"):
        return False
    mark = _APPOSED.match(page.low, match.end())
    return mark is not None and post_heads().match(page.low, mark.end()) is not None


_APPOSED = re.compile(r"(?:,| -| –| —|:) (?:là |hiện là |nay là )?")


def _is_other(page: Page, at: int, words: list[str], before: str, honorific: int | None) -> bool:
    """Whether the words name a street, a school, a unit or a known figure of another State."""
    if " ".join(words).lower() in _others():
        return True
    if honorific is not None and honorific < at:
        return False
    is_shouted = all(w.isupper() and len(w) > 1 for w in words)
    if honorific is None and (_namesakes().search(before) or is_shouted):
        return True
    place = read_bare_place(page, at, (PROVINCE, *DISTRICT, CITY))
    return place is not None and place[1] == at + len(" ".join(words))


@cache
def _others() -> frozenset[str]:
    foreign = {r["word"] for r in load("foreign") if r["kind"].startswith("person")}
    return frozenset(foreign | {"hồ chí minh", "việt nam"})


def _end_of(page: Page, at: int, size: int, limit: int) -> int:
    """Return where the *size*-th word behind *at* ends."""
    words = _WORDS.finditer(page.text, at, limit)
    for _, word in zip(range(size), words, strict=False):
        limit = at + len(page.text[at : word.end()].rstrip())
    return limit
