"""The document a text itself is: number and symbol, place and date, and title at its head.

Layout after Nghị định 30/2020/NĐ-CP annex I and Hướng dẫn 36-HD/VPTW: ``Số: 12/QĐ-UBND`` on a line
of its own, ``Hà Nội, ngày 05 tháng 02 năm 2026``, then the type in capitals and the subject.
"""

import re
from functools import cache

from canbo.graph.reading.changing import replace
from canbo.graph.reading.document_context import Cited, Context
from canbo.graph.reading.document_numbers import signature_pattern, type_of_code
from canbo.graph.reading.text import View
from canbo.spelling import parse_date, parse_signature

_LINES = 24  # a head is no longer, letterhead in two columns included
_DAY = re.compile(
    r"(?:^|[^\n,]{2,40},\s)ngày\s(\d{1,2}\stháng\s\d{1,2}\snăm\s\d{4})\s*(?:$|\n)", re.MULTILINE
)


@cache
def _number() -> re.Pattern[str]:
    return re.compile(rf"[^\S\n]*(?:Số|SỐ)\s?:?\s?{signature_pattern()}(?=\s|$)")


@cache
def _title() -> re.Pattern[str]:
    kinds = "|".join(
        sorted({kind.upper() for kind in type_of_code().values()}, key=len, reverse=True)
    )
    return re.compile(
        rf"^[^\S\n]*({kinds})[^\S\n]*$(?:\n\s*(?P<subject>(?:[Vv]ề\s|V/v\s)[^\n]{{3,240}}))?",
        re.MULTILINE,
    )


def read_header(view: View) -> tuple[Cited, Context] | None:
    """Return the document that *view* is and what its head says of it; None without a head."""
    lines = view.paragraphs[:_LINES]
    for line in lines:
        match = _number().match(view.text, line.start, line.end)
        signature = parse_signature(match["signature"]) if match else None
        if match is None or signature is None:
            continue
        end = lines[-1].end
        title = _title().search(view.text, match.end(), end)
        day = _DAY.search(view.text, 0, end)
        date = parse_date(day[1]) if day else None
        coded = type_of_code().get(signature.type or "", "Công văn")
        meant = title[1].capitalize() if title else coded
        cited = Cited(
            start=match.start(),
            end=match.end(),
            type=meant,
            mention=f"{meant} số {signature.written}",
            rule="header",
            signature=signature.written,
            number=signature.number,
            year=signature.year,
        )
        context = Context(match.end(), date.iso if date else None)
        subject = title["subject"].rstrip() if title and title["subject"] else None
        about = re.sub(r"^(?:[Vv]ề(?:\sviệc)?|V/v)\s", "", subject) if subject else None
        return cited, replace(context, subject=about)
    return None
