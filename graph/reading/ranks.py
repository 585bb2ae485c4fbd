"""Which of two offices is part of the other, by what they are: a Phòng of a Sở, a Cục of a Bộ."""

import re

ASIDE = re.compile(r", | \(| [-–] ")
"""What may lead to the office above: a comma, a dash or brackets (``Cục A, Bộ B``)."""

_HOUSES = ("Trường", "Đại học", "Học viện", "Bệnh viện", "Viện", "Trung tâm", "Ủy ban Kiểm tra")
_LEVELS = (
    ("Tổ", "Tiểu đoàn"),
    ("Đội", "Ban", "Trung đoàn"),
    ("Phòng", "Khoa", "Sư đoàn", "Lữ đoàn"),
    ("Cục", "Vụ"),
    ("Tổng cục",),
    (
        "Bộ",
        "Sở",
        "Công an",
        "Quân khu",
        "Quân đoàn",
        "Quân chủng",
        "Binh chủng",
        "Ủy ban Kiểm tra",
        *_HOUSES,
    ),
)
_RANKS = {head: rank for rank, heads in enumerate(_LEVELS, 1) for head in heads}


def rank_of(head: str, takes: str) -> int:
    """Return the rank of an office by its *head*; 0 where none is known.

    *takes* is the kind of complement of the head: commands (``Bộ Chỉ huy quân sự``) take a place.

    >>> rank_of("Phòng", "field") < rank_of("Sở", "field"), rank_of("UBND", "place")
    (True, 0)
    """
    if head.startswith("Bộ ") and takes == "place":
        return _RANKS["Bộ"]
    return _RANKS.get("Tổng cục" if head.startswith("Tổng cục ") else head, 0)
