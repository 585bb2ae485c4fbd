"""Heads of bodies that are common nouns in small letters: ``phòng``, ``công ty``, ``trường``."""

from collections.abc import Iterable, Iterator
from functools import cache

from canbo.graph.reading.lexicon import index, load


@cache
def common_nouns() -> frozenset[str]:
    """Return the heads of bodies that are no names where they are printed in small letters.

    Not among them are those that a body with a name of its own may follow (``ngân hàng Agribank``).
    """
    rows = load("bodies")
    fixed = [(row["surface"], row["name"]) for row in rows if row["takes"] == "fixed"]
    plain = {row["surface"] for row in rows if row["takes"] in _NEVER_LOWER}
    return frozenset(
        head
        for head in plain
        if not _has_own_name(head, index("bodies", "surface")[head]["name"], fixed)
        and all(part in plain for part in _beginnings(head) if part in index("bodies", "surface"))
    )


_NEVER_LOWER = ("name", "field", "organ", "ministry", "centre")


def _has_own_name(head: str, name: str, fixed: Iterable[tuple[str, str]]) -> bool:
    return any(
        own.startswith(f"{name} ") and not surface.startswith(f"{head} ") for surface, own in fixed
    )


def _beginnings(head: str) -> Iterator[str]:
    """Yield the first words of *head*, all but its last, all but its last two, and so on."""
    while " " in head:
        head = head.rpartition(" ")[0]
        yield head
