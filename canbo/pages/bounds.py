"""What four bounds say in words: from when to when, as far as anyone knows."""

from canbo.pages.words import date_word, say
from canbo.queries.shelf import Language
from canbo.viz.things import Bounds


def bounds_words(bounds: Bounds, language: Language) -> str:
    """Return when a tenure with these *bounds* began and ended.

    >>> bounds_words(Bounds("", "2022-09-28", "2022-09-28", ""), "vi")
    'ghi nhận ngày 28/9/2022'
    >>> bounds_words(Bounds("2020-01-02", "2020-01-02", "2022-09-28", ""), "en")
    'from 2 Jan 2020, still held on 28 Sep 2022'
    """
    seen = bounds.start_latest
    if seen and seen == bounds.end_earliest and not (bounds.start_earliest or bounds.end_latest):
        return say("seenOn", language, a=date_word(seen, language))
    start = _edge("start", bounds.start_earliest, bounds.start_latest, language)
    return f"{start}, {_edge('end', bounds.end_earliest, bounds.end_latest, language)}"


def _edge(side: str, earliest: str, latest: str, language: Language) -> str:
    a, b = date_word(earliest, language), date_word(latest, language)
    if not a and not b:
        return say(f"unknown{side.capitalize()}", language)
    if a == b:
        return say(f"{side}On", language, a=a)
    if a and b:
        return say(f"{side}Between", language, a=a, b=b)
    return say(f"{side}After", language, a=a) if a else say(f"{side}By", language, b=b)
