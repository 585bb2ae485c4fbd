"""Whether the mentions of one symbol in a text tell of two documents.

A text that has ``36-NQ/TW về kinh tế biển`` and further down ``36-NQ/TW về công nghệ thông tin``
cites two documents by one symbol. What holds for the one is wrong for the other, so the citation
is left open with both.
"""

import re
from dataclasses import replace

from canbo.graph.citation_case import EXCLUDES
from canbo.graph.citation_words import OTHER, Page, around, compare
from canbo.graph.register import Register
from canbo.graph.resolution import Candidate, Outcome, Resolution, leave_open

_LEAD = 3.0
"""How much more the words behind a mention weigh for one title than for the others."""

_ABOUT = re.compile(rf"[^{OTHER}]{{0,60}}?\bvề ([^{OTHER}]+)")
_STATED = frozenset({"explicit-date", "explicit-term"})


def open_where_mentions_differ(
    resolution: Resolution, page: Page, register: Register
) -> Resolution:
    """Return *resolution*, left open if one mention gives the title of another candidate."""
    document = resolution.document
    if resolution.outcome is not Outcome.RESOLVED or len(document.spans) == 1:
        return resolution
    able = [c for c in resolution.candidates if _can_be_cited(c)]
    told: dict[str, Candidate] = {}
    for mention in around(document, page):
        about = _ABOUT.match(mention.after)
        if about and (one := _titled(about[1], able, register)):
            told[one.entry.iri] = one
    if len(told) < 2:  # noqa: PLR2004 - two documents by one symbol
        return resolution
    left = leave_open(document, resolution.candidates, list(told.values()))
    reason = "bài dùng một ký hiệu cho nhiều văn bản, mỗi chỗ nói về một việc"
    return replace(left, reasons=(*left.reasons, reason))


def _can_be_cited(candidate: Candidate) -> bool:
    """Whether nothing rules it out but what the text says at one of the mentions."""
    return {f.rule for f in candidate.evidence if f.points == EXCLUDES} <= _STATED


def _titled(words: str, able: list[Candidate], register: Register) -> Candidate | None:
    """Return the one candidate whose title the *words* surely give."""
    weights = [compare(c.entry.subject, words, register, is_title=True).weight for c in able]
    ranked = sorted(zip(weights, range(len(able)), strict=True), reverse=True)
    if not ranked or ranked[0][0] - (ranked[1][0] if ranked[1:] else 0.0) < _LEAD:
        return None
    return able[ranked[0][1]]
