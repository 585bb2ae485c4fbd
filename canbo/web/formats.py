"""The formats of answers, and which of them a client wants."""

import re
from dataclasses import dataclass
from typing import Final

from canbo.errors import NotAcceptableError

ROWS: Final = (
    "application/sparql-results+json",
    "application/json",
    "application/sparql-results+xml",
    "application/xml",
    "text/csv",
    "text/tab-separated-values",
)
"""What SELECT and ASK are answered in, the one for who does not mind first."""

TRIPLES: Final = (
    "text/turtle",
    "application/n-triples",
    "application/ld+json",
    "application/rdf+xml",
    "application/turtle",
    "application/x-turtle",
    "application/json",
    "application/xml",
)
"""What CONSTRUCT and DESCRIBE are answered in, the one for who does not mind first."""

_MOST_RANGES: Final = 100


@dataclass(frozen=True, slots=True)
class Wanted:
    """The media types an answer is given in: one for rows, one for triples; None: in none."""

    rows: str | None
    triples: str | None


def wanted(accept: str | None) -> Wanted:
    """Return the best formats for the header *accept*; without one, the first of each kind.

    Raises NotAcceptableError where the client takes neither rows nor triples from us.
    """
    found = Wanted(choose(accept, ROWS), choose(accept, TRIPLES))
    if found.rows is None and found.triples is None:
        raise not_acceptable((*ROWS, *TRIPLES))
    return found


def not_acceptable(offers: tuple[str, ...]) -> NotAcceptableError:
    """Return the error for a client that takes none of *offers*."""
    there = ", ".join(dict.fromkeys(offers))
    return NotAcceptableError("no format in Accept can hold the answer", f"take one of {there}")


def choose(accept: str | None, offers: tuple[str, ...]) -> str | None:
    """Return the one of *offers* that the header *accept* likes best, or None.

    >>> choose("text/csv;q=0.5, application/*", ("text/csv", "application/json"))
    'application/json'
    """
    ranges = _ranges(accept or "*/*")
    if not ranges:
        return offers[0]
    best = max(offers, key=lambda offer: _liking(offer, ranges))  # the first of equals
    return best if _liking(best, ranges) > 0 else None


def media_type(media: str) -> str:
    """Return *media* as a Content-Type: those of text say that they are UTF-8."""
    return f"{media}; charset=utf-8" if media.startswith("text/") else media


def _ranges(accept: str) -> dict[str, float]:
    """Return the media ranges of *accept* with their weights; what is none is passed over."""
    found: dict[str, float] = {}
    for part in accept.split(",")[:_MOST_RANGES]:
        name, *parameters = (word.strip().lower() for word in part.split(";"))
        if re.fullmatch(r"[^\s/]+/[^\s/]+", name):
            found[name] = max(_weight(parameters), found.get(name, 0.0))
    return found


def _weight(parameters: list[str]) -> float:
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip() == "q":
            value = value.strip()
            return float(value) if re.fullmatch(r"0(\.[0-9]*)?|1(\.0*)?", value) else 0.0
    return 1.0


def _liking(offer: str, ranges: dict[str, float]) -> float:
    """Return the weight of the range that says most about *offer*, 0 where none does."""
    for name in (offer, f"{offer.partition('/')[0]}/*", "*/*"):
        if name in ranges:
            return ranges[name]
    return 0.0
