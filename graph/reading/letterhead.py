"""Whose document a text itself is: the body in its head, and for whom it is signed (``T/M``)."""

import re
from collections.abc import Iterator, Sequence

from canbo.graph.reading.model import BodyMention, Document, Holding
from canbo.graph.reading.named_bodies import is_named
from canbo.graph.reading.text import View

_ON_BEHALF = re.compile(r"(?:TM|T/M|T\.M)\.?\s+(?P<body>[^\n]{3,80})")
_COMMITTEE = re.compile(r"(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) ủy\b")
_STANDING = "ban thường vụ"
_CENTRAL = {"bộ chính trị": "Bộ Chính trị", "ban bí thư": "Ban Bí thư"}


def find_letterhead(view: View, document: Document, bodies: Sequence[BodyMention]) -> str | None:
    """Return the body that issues *document*, the one the text is; None for another document.

    Of the bodies above the number the last counts, as the first is the one above it in rank
    (Nghị định 30/2020/NĐ-CP annex I; Hướng dẫn 36-HD/VPTW). A committee whose document is signed
    for its Ban Thường vụ issues by that.
    """
    if document.rule != "header":
        return None
    heads = list(_lead_lines(view, bodies))
    above = [body for body in heads if body.span.end <= document.spans[0].start]
    found = above[-1:] or heads[:1]
    return _signed_for(view, _central_name(document, found[0].name) if found else None)


def _central_name(document: Document, name: str) -> str:
    """Return the organ of the Central Committee that heads a document signed ``/UBKTTW``."""
    is_central = (document.signature or "").endswith("TW") and not is_named(name)
    return f"{name} Trung ương" if is_central else name


def _lead_lines(view: View, bodies: Sequence[BodyMention]) -> Iterator[BodyMention]:
    """Yield the bodies that lines open with, those inside longer names left out."""
    lines = {view.span(line.start, line.end).start for line in view.paragraphs}
    end = -1
    for body in sorted(bodies, key=lambda one: (one.span.start, -one.span.end)):
        if body.span.end > end:
            end = body.span.end
            if body.span.start in lines and body.name != "Đảng Cộng sản Việt Nam":
                yield body


def _signed_for(view: View, name: str | None) -> str | None:
    for line in reversed(view.paragraphs):
        match = _ON_BEHALF.match(view.text, line.start, line.end)
        if match is None:
            continue
        body = match["body"].lower().strip(" .,")
        if body in _CENTRAL:
            return _CENTRAL[body]
        if body.startswith(_STANDING) and name and _COMMITTEE.match(name):
            return f"Ban Thường vụ {name}"
        return name
    return name


def find_signers(holdings: Sequence[Holding]) -> tuple[str, ...]:
    """Return the people who sign the document that the text is."""
    return tuple(dict.fromkeys(one.person for one in holdings if one.rule == "signer"))
