"""How Vietnamese was written to bytes before UTF-8, told apart by its commonest words.

Three 8-bit sets were in wide use and say nothing about themselves: TCVN 5712 (TCVN3, the ABC and
.VnTime fonts), VNI, VISCII; Windows-1258 is the fourth. Each writes ``được``, ``của``, ``người``
in letters of its own, and those words make up a tenth of any text.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

COMMON_WORDS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "TCVN3 (ABC)": ("®¶ng", "§¶ng", "®­îc", "cña", "ng­êi", "c¸c", "kh«ng", "nh©n", "®ång", "vµ"),
        "VNI": ("ñaûng", "Ñaûng", "ñöôïc", "cuûa", "ngöôøi", "caùc", "khoâng", "nhaân", "vaø"),
        "VISCII": ("Ðäng", "ðßþc", "cüa", "ngß¶i", "nhi®m", "ð°ng"),
        "Windows-1258": ("ÐaÒng", "ðýõòc", "cuÒa", "ngýõÌi", "nhiêòm", "ðôÌng"),
    }
)
"""Common words of each set as they look when their bytes are read as Latin-1."""

ENOUGH: Final = 3
"""So many of those words have to stand in a text before it is called after them."""

ENOUGH_BYTES: Final = 64
"""Fewer bytes than these fit any encoding."""

LIKELY: Final = frozenset(
    "cp1252 latin_1 cp1258 cp1251 koi8_r gb18030 gbk big5 shift_jis cp932 euc_kr cp949".split()
)
"""Encodings that a text about Vietnam may be in; a guess at another one would mislead."""

SAMPLE: Final = 1 << 17
"""Bytes or characters that are looked at: enough to know, and no more."""

_UNICODE_VIETNAMESE: Final = "[\u1ea0-\u1ef9\u0300-\u0303\u0309\u0323]"


@cache
def _words() -> Mapping[str, re.Pattern[str]]:
    return {
        name: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")
        for name, words in COMMON_WORDS.items()
    }


def guess_legacy(latin: str) -> str | None:
    """Return which old Vietnamese set *latin* (bytes read as Latin-1) is written in, or None."""
    sample = latin[:SAMPLE]
    counts = {name: len(pattern.findall(sample)) for name, pattern in _words().items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] >= ENOUGH else None


def guess_garbled(text: str) -> str | None:
    """Return which old set *text* was typed in, although it is stored as Unicode; or None.

    Old documents carry TCVN3 or VNI letters that only an old font shows as Vietnamese. One letter
    that none of those sets has in this place (``ạ`` to ``ỹ``) proves the text sound.
    """
    sample = text[:SAMPLE]
    return None if re.search(_UNICODE_VIETNAMESE, sample) else guess_legacy(sample)


def guess_wide(data: bytes) -> str | None:
    """Return ``UTF-16`` or ``UTF-32`` if *data* looks like one of them, else None."""
    marks = {b"\xff\xfe\0\0": "UTF-32", b"\0\0\xfe\xff": "UTF-32"}
    marks |= {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
    marked = next((name for mark, name in marks.items() if data.startswith(mark)), None)
    if marked:
        return marked
    head = data[:SAMPLE]
    halves = (head[::2], head[1::2])
    # Half the bytes of Vietnamese in UTF-16 are high bytes, most of them zero, on one side only.
    shares = sorted(half.count(0) / len(half) if half else 0.0 for half in halves)
    return "UTF-16" if shares[0] < 0.05 and shares[1] > 0.4 else None  # noqa: PLR2004


def _damaged(data: bytes) -> str | None:
    text = data[:SAMPLE].decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(char > "\x7f" for char in text) - broken
    return "damaged UTF-8" if sound > 10 * broken else None


def _foreign(data: bytes) -> str | None:
    if len(data) < ENOUGH_BYTES:
        return None
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only a wrong encoding needs it

    best = from_bytes(data[: SAMPLE // 4]).best()
    return best.encoding.replace("_", "-") if best and best.encoding in LIKELY else None


def _guesses(data: bytes) -> Iterator[str | None]:
    yield guess_wide(data)
    yield _damaged(data)
    yield guess_legacy(data[:SAMPLE].decode("latin-1"))
    yield _foreign(data)


def guess_encoding(data: bytes) -> str | None:
    """Return what *data*, which is not UTF-8, looks like (``UTF-16``, ``TCVN3 (ABC)``), or None."""
    return next((name for name in _guesses(data) if name), None)
