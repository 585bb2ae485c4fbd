"""Work and memory of the reader: linear in the text, and nothing kept of one text for the next."""

import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterator
from functools import _lru_cache_wrapper  # pyright: ignore[reportPrivateUsage] # to look inside
from types import FrameType
from typing import Any

import pytest

from canbo.graph import reading
from canbo.graph.reading.reader import read_statements

ADVERSARIAL = {
    "titles": "Chủ tịch UBND tỉnh ",
    "commas": ", ",
    "capitals": "Nguyễn Văn ",
    "digits": "0123456789",
    "combining marks": "a\u0301\u0323",
    "bullets": "\n- ",
    "bullets with titles": "\n- Chủ tịch UBND tỉnh Gia Lai Lê Văn An",
    "quotes": "“”",
    "parentheses": "((",
    "honorifics": "ông bà đồng chí ",
    "numbers": "Quyết định số 12-QĐ/TU, ",
    "dates": "ngày 2/3/2021, ",
    "meetings": "đại hội đại biểu lần thứ ",
    "acts": "bổ nhiệm, miễn nhiệm ông ",
    "given names": "Bí thư Lê Văn An nói. Ông An nói. ",
    "lists": "gồm các đồng chí: Lê Văn An, Chủ tịch UBND xã; ",
    "abbreviations": "Ban Quản lý dự án (BQLDA) và BQLDA ",
    "signers": "CHỦ TỊCH\nLê Văn An\n",
}
SMALL = 3_000
"""Characters of the smallest text: enough that what is done once no longer counts."""


def _count_work(text: str) -> int:
    """Return how many calls, of our functions and of those in C, reading *text* takes."""
    calls = 0

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        read_statements(text)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("unit", ADVERSARIAL.values(), ids=ADVERSARIAL.keys())
def test_twice_the_text_is_at_most_little_more_than_twice_the_work(unit: str) -> None:
    texts = [unit * (SMALL * size // len(unit)) for size in (1, 2, 4)]
    read_statements(texts[0])  # tables are loaded, expressions compiled
    work = [_count_work(text) for text in texts]
    assert work[1] <= 2.2 * work[0] + 200, work
    assert work[2] <= 2.2 * work[1] + 200, work


def _caches() -> Iterator[tuple[str, Callable[[], Any]]]:
    for module in pkgutil.iter_modules(reading.__path__, f"{reading.__name__}."):
        found = importlib.import_module(module.name)
        for name, value in vars(found).items():
            if isinstance(value, _lru_cache_wrapper):
                yield f"{module.name}.{name}", value.cache_info


def test_caches_without_a_limit_hold_nothing_of_the_texts() -> None:
    syllables = "An Bình Cường Dũng Giang Hải Khánh Long Minh Nam Phong Quân Sơn Tùng Vinh".split()
    names = [f"{one} {other}" for one in syllables for other in syllables]
    text = "\n".join(
        f"Ông Lê {name}, Chủ tịch UBND xã {name}, Phó Giám đốc Báo {name}, Bí thư Đảng ủy Trường "
        f"{name} dự Đại hội Đảng bộ xã {name} nhiệm kỳ 2020-2025, học Kết luận {number}-KL/TU."
        for number, name in enumerate(names)
    )
    before = {name: info().currsize for name, info in _caches()}
    assert read_statements(text).holdings
    grown = {
        name: info().currsize - before[name]
        for name, info in _caches()
        if info().maxsize is None and info().currsize - before[name] > len(names) // 4
    }
    assert grown == {}
