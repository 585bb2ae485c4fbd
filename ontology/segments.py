"""The pieces an IRI is made of: slugs for the eye, digests for the machine, codes as signed.

Codes of issuers and types stand in lower case and can be read back: ``Đ`` is ``dd``, so that ``HD``
(hướng dẫn) and ``HĐ`` (hợp đồng) never meet and QĐ, QĐi, QĐNS are ``qdd``, ``qddi``, ``qddns``; two
neighbouring d's of either kind are parted by ``_``; any other sign that is not a letter a to z, a
digit or a hyphen is its code point, ``~1b0~``.
"""

import re
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from typing import Final, TypeAlias
from unicodedata import normalize

from canbo.spelling import fold, name_key

SLUG_LENGTH: Final = 60

Part: TypeAlias = str | int
"""A piece of what identifies a thing."""


@cache
def _not_in_slug() -> re.Pattern[str]:
    return re.compile(r"[^a-z0-9]+")


def slug(label: str) -> str:
    """Return *label* as a readable piece of an IRI: ASCII, lower case, hyphens, whole words.

    At most 60 characters; ``x`` where nothing is left.

    >>> slug("Chủ tịch UBND Quận 1")
    'chu-tich-ubnd-quan-1'
    >>> slug("Ð… Đ")
    'd-d'
    """
    whole = _not_in_slug().sub("-", fold(label)).strip("-")
    if len(whole) <= SLUG_LENGTH:
        return whole or "x"
    short, _, _ = whole[: SLUG_LENGTH + 1].rpartition("-")
    return short or whole[:SLUG_LENGTH]


def digest(parts: Iterable[Part], length: int = 8) -> str:
    """Return the first *length* hex digits of the SHA-256 of *parts*.

    Each part is written with its length before it, so that no two lists of parts read the same.

    >>> digest(["ab", "c"]) == digest(["a", "bc"])
    False
    >>> digest(["Hòa"]) == digest([normalize("NFD", "Hòa")])
    True
    """
    texts = (normalize("NFC", str(part)) for part in parts)
    written = "".join(f"{len(text)}:{text}" for text in texts)
    return sha256(written.encode("utf-8")).hexdigest()[:length]


def code_segment(code: str) -> str:
    """Return *code*, as signed, as one piece of an IRI that can be read back but for its case.

    >>> [code_segment(code) for code in ("CT", "HD", "HĐ", "QĐi", "QĐNS", "ĐĐ", "BGD&ĐT", "")]
    ['ct', 'hd', 'hdd', 'qddi', 'qddns', 'dd_dd', 'bgd~26~ddt', '_']
    """
    written: list[str] = []
    for sign in normalize("NFC", code).replace("Ð", "Đ").lower():
        if sign in "dđ":
            if written and written[-1] in {"d", "dd"}:
                written.append("_")
            written.append("d" if sign == "d" else "dd")
        elif sign == "-" or (sign.isascii() and sign.isalnum()):
            written.append(sign)
        else:
            written.append(f"~{ord(sign):x}~")
    return "".join(written) or "_"


def body_segment(body: str) -> str:
    """Return a code (``TW``) as a code, and a name (it has a space) as slug and digest."""
    name = " ".join(body.split())
    return f"{slug(name)}-{digest([name_key(name)])}" if " " in name else code_segment(name)


def number_segment(number: Part) -> str:
    """Return the number of a document without leading zeros: ``08`` and 8 are one number."""
    return code_segment(str(number).strip().lstrip("0") or "0")
