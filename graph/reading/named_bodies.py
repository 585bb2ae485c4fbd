"""Which names of bodies are names: what was not worked out to one body acts and meets nowhere."""

from functools import cache

from canbo.graph.reading.lexicon import load

_LEVELS = frozenset({"tỉnh", "phố", "quận", "huyện", "xã", "phường", "trấn"})
_COMMITTEES = (" Tỉnh ủy", " Thành ủy", " Huyện ủy", " Quận ủy", " Thị ủy", " Đảng ủy")


@cache
def _bare_heads() -> frozenset[str]:
    """Return the heads that are no name by themselves: ``Hội``, ``Sở``, ``Ủy ban Kiểm tra``."""
    whole = {"fixed", "centre", "ministry"}
    return frozenset(row["name"] for row in load("bodies") if row["takes"] not in whole)


def is_named(body: str) -> bool:
    """Return whether it is worked out which body is meant: not ``Hội``, not ``Đảng bộ tỉnh``.

    >>> is_named("Hội"), is_named("UBND tỉnh"), is_named("UBND tỉnh Gia Lai")
    (False, False, True)
    """
    last = body.rsplit(" ", 1)[-1]
    is_open = last in _LEVELS or body.endswith(_COMMITTEES)
    return not is_open and body not in _bare_heads() and not body.startswith("Hội nghị")
