"""Which body holds a meeting of a kind."""

from functools import cache, lru_cache

from canbo.graph.reading.lexicon import load
from canbo.spelling import name_key


@cache
def _heads() -> dict[str, tuple[str, ...]]:
    kinds: dict[str, list[str]] = {}
    for row in load("meeting_heads"):
        kinds.setdefault(row["kind"], []).append(row["head"])
    return {kind: tuple(heads) for kind, heads in kinds.items()}


_COMMITTEES = {"Tỉnh ủy": "tỉnh", "Huyện ủy": "huyện", "Thị ủy": "thị xã"}


def holder_of(kind: str, body: str) -> str:
    """Return the body whose meeting it is: a committee holds the congress of its Đảng bộ.

    >>> holder_of("congress", "Tỉnh ủy Đắk Nông"), holder_of("congress", "Đảng ủy phường Sài Gòn")
    ('Đảng bộ tỉnh Đắk Nông', 'Đảng bộ phường Sài Gòn')
    """
    if kind != "congress":
        return body.replace(" và UBND", "")  # only the council of the two meets
    words = body.split()
    head, rest = " ".join(words[:2]), " ".join(words[2:])
    if head in {"Quận ủy", "Thành ủy"}:
        level = {"Quận ủy": "quận", "Thành ủy": "thành phố"}[head]
        named = rest.startswith(("Quận ", "Thành phố "))
        return f"Đảng bộ {rest}" if named else f"Đảng bộ {level} {rest}"
    if head in _COMMITTEES:
        return f"Đảng bộ {_COMMITTEES[head]} {rest}"
    return f"Đảng bộ {rest}" if head == "Đảng ủy" else body


@lru_cache(maxsize=4096)
def may_hold(kind: str, body: str) -> bool:
    """Return whether a *body* can hold a meeting of this *kind*."""
    return name_key(body).startswith(_heads()[kind])
