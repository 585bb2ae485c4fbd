"""The words of the pages in two languages; what things are called stands in the graph."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from canbo.queries.shelf import Language, Words

_MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def say(name: str, language: Language, **values: object) -> str:
    """Return the words called *name* with *values* in their places.

    >>> say("onDay", "en", day="28 Sep 2022")
    'On 28 Sep 2022'
    """
    text = all_words()[name].to(language)
    for key, value in values.items():
        text = text.replace(f"{{{key}}}", str(value))
    return text


def said(name: str, language: Language) -> str:
    """Return the words called *name*, or the name itself where there are none."""
    found = all_words().get(name)
    return found.to(language) if found else name


@cache
def all_words() -> Mapping[str, Words]:
    """Return all words, by name."""
    table = files("canbo.pages").joinpath("words.txt").read_text(encoding="utf-8")
    lines = ([part.strip() for part in line.split(" | ")] for line in table.splitlines())
    return {name: Words(vi, en) for name, vi, en in lines}


def number_word(number: int, language: Language) -> str:
    """Return *number* with its thousands apart.

    >>> number_word(12345, "vi"), number_word(12345, "en")
    ('12.345', '12,345')
    """
    return f"{number:,}" if language == "en" else f"{number:,}".replace(",", ".")


def date_word(iso: str, language: Language) -> str:
    """Return a day, month or year as people write it; what is no date stays as it is.

    >>> date_word("2022-09-08", "vi"), date_word("2022-09", "en")
    ('8/9/2022', 'Sep 2022')
    """
    year, *rest = iso.split("-")
    if not all(part.isascii() and part.isdigit() for part in (year, *rest)) or len(rest) > 2:  # noqa: PLR2004
        return iso
    numbers = [int(part) for part in reversed(rest)]
    if language == "en":
        named = [str(n) for n in numbers[:-1]] + [_month(n) for n in numbers[-1:]]
        return " ".join((*named, year))
    return "/".join((*map(str, numbers), year))


def _month(number: int) -> str:
    return _MONTHS[number - 1] if 1 <= number <= len(_MONTHS) else str(number)
