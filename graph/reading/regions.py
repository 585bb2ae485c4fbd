"""Regions: since 2025 courts, procuracies and treasuries are numbered, and not of a district."""

import re

from canbo.graph.reading.page import Page
from canbo.graph.reading.places import CITY, PROVINCE, read_bare_place

_REGION = re.compile(r" khu vực (?:\d{1,2}|[ivx]{1,5})(?!\w)")
_DASH = re.compile(r" ?[-–] ?")


def read_region(page: Page, end: int) -> tuple[str, int] | None:
    """Return the region behind a head that ends at *end* (``khu vực 3 - Sơn La``) and its end."""
    match = _REGION.match(page.low, end)
    if not match:
        return None
    printed = page.text[end + 1 : match.end()]
    region = f"{printed[:1].lower()}{printed[1:]}"
    dash = _DASH.match(page.text, match.end())
    found = read_bare_place(page, dash.end(), (PROVINCE, CITY)) if dash else None
    return (f"{region} - {found[0].name}", found[1]) if found else (region, match.end())
