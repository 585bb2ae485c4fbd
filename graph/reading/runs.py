"""Runs of words with a capital: where a text may have the name of a person at all."""

import re
from collections.abc import Iterator
from functools import cache

from canbo.graph.reading.lexicon import UPPER, index, load
from canbo.graph.reading.page import Page

TAIL = 2
"""How many of its last letters tell that a word may be an honorific."""


@cache
def context(kind: str) -> frozenset[str]:
    """Return the words of one *kind* that stand before names, or begin what looks like one."""
    return frozenset(row["word"] for row in load("name_context") if row["kind"] == kind)


@cache
def tails() -> frozenset[str]:
    """Return the last letters of what may stand before a name: a quick first look."""
    return frozenset(word[-TAIL:] for word in context("honorific"))


@cache
def runs() -> re.Pattern[str]:
    """Return the expression for words with a capital that follow one another."""
    word = rf"[{UPPER}]\w*+(?:['’]\w++)?"
    return re.compile(rf"(?<![\w.]){word}(?:(?:  ?|-){word})*")


@cache
def candidates() -> re.Pattern[str]:
    """Return the expression for runs of two words and more, and for words behind an honorific.

    It begins with a class of letters, so that the engine passes over all others.
    """
    word = rf"[{UPPER}]\w*+(?:['’]\w++)?"
    ends = "|".join(sorted({form for tail in tails() for form in _cases(tail)}))
    led = "|".join(rf"(?<=(?:{ends})[ .,:-]{{{count}}}.)" for count in range(1, 5))
    return re.compile(
        rf"[{UPPER}](?<![\w.].)(?:(?P<led>{led})|\w*+(?:['’]\w++)?(?:(?:  ?|-){word})++)"
    )


def _cases(word: str) -> tuple[str, str, str]:
    return word, word.upper(), word.capitalize()


def find_runs(page: Page) -> Iterator[tuple[int, int]]:
    """Yield in order the stretches of the text where a name may stand, but for behind a title."""
    for match in candidates().finditer(page.text):
        if match["led"] is not None or may_be_name(match[0]):
            yield match.span()


def runs_in(page: Page, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the runs in ``[start, end)`` of two words and more, or behind an honorific."""
    done = start
    for match in candidates().finditer(page.text, start, end):
        if match.start() >= done:
            run = match if match["led"] is None else runs().match(page.text, match.start(), end)
            if run:
                done = run.end()
                yield run


def may_be_name(run: str) -> bool:
    """Return whether a *run* that no honorific leads has what a name needs: a surname, or one."""
    if "'" in run or "’" in run:
        return True
    return " " in run and not _sure_words().isdisjoint(run.title().split())


@cache
def _sure_words() -> frozenset[str]:
    leads = (word.title() for word in context("lead"))
    return frozenset(("Thị", *index("surnames", "surname"), *leads))
