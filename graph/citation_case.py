"""One registered document as a candidate for one citation, and pieces of evidence about it.

``EXCLUDES`` takes the document out, ``NAMES`` and ``DECIDES`` are enough alone, ``FOR`` needs a
second piece beside it, ``HINT`` and ``DOUBT`` only tip a balance.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from canbo.graph.citation_entries import Entry
from canbo.graph.citation_setting import Setting
from canbo.graph.citation_words import compare
from canbo.graph.reading.model import Document
from canbo.graph.register import Register
from canbo.graph.register.documents import DocumentKey
from canbo.spelling import PartialDate

EXCLUDES: Final = -100
NAMES: Final = 6
DECIDES: Final = 4
ENOUGH: Final = 3
FOR: Final = 2
HINT: Final = 1
DOUBT: Final = -1
AGAINST: Final = -3


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one rule found: its name in the scheme ``resolution-rule``, points, and the reason."""

    rule: str
    points: int
    reason: str


@dataclass(frozen=True, slots=True)
class Companion:
    """A document that another citation of the text can mean, *near* if it stands close by."""

    is_near: bool


@dataclass(frozen=True, slots=True)
class Case:
    """One registered document weighed for one citation, and the *rivals* beside it.

    *day* is that of the text, *not_before* the last day that the text itself knows of; *plenums*
    are those that other citations of the text name, with their terms.
    """

    document: Document
    entry: Entry
    rivals: tuple[Entry, ...]
    register: Register
    day: PartialDate | None = None
    not_before: dt.date | None = None
    setting: Setting = field(default_factory=Setting)
    companions: Mapping[DocumentKey, Companion] = field(
        default_factory=dict[DocumentKey, Companion]
    )
    plenums: frozenset[tuple[int, str]] = frozenset()

    @property
    def is_by_name(self) -> bool:
        """Whether the document is cited by its name alone, as charters and laws are."""
        return self.document.signature is None and not self.entry.number

    @property
    def since(self) -> dt.date | None:
        """The first day on which the text can have been written, as far as that is known."""
        return self.day.first if self.day else self.not_before

    def gain(self, words: str, *, is_title: bool = False) -> tuple[float, str]:
        """Return how much more *words* are of this title than of a rival's, and which they are."""
        shared = compare(self.entry.subject, words, self.register, is_title=is_title)
        others = (
            compare(other.subject, words, self.register, is_title=is_title).weight
            for other in self.rivals
        )
        return shared.weight - max(others, default=0.0), quote(shared.phrases)


def show_day(day: PartialDate) -> str:
    """Return a date as it is written here: ``30/3/2007``, ``3/2007``, ``2007``."""
    return "/".join(str(part) for part in (day.day, day.month, day.year) if part)


def quote(phrases: tuple[str, ...]) -> str:
    """Return the heaviest of *phrases* in quotation marks."""
    return ", ".join(f"“{phrase}”" for phrase in phrases[:2]) or "nhiều từ của tên gọi"
