"""What a format yields, and what every text has to be: UTF-8, not blank, not endless."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final
from unicodedata import normalize

from canbo.errors import UnreadableTextError
from canbo.graph.texts.encodings import guess_encoding, guess_garbled, guess_wide

MAX_CHARACTERS: Final = 5_000_000
"""The longest text that is read, in characters; a book has about one million."""

MAX_TEXT_BYTES: Final = 4 * MAX_CHARACTERS
"""The largest ``.txt`` or ``.html`` file that is opened (four bytes hold any character)."""

MAX_PACKED_BYTES: Final = 200_000_000
"""The largest ``.docx`` or ``.pdf`` file that is opened; pictures weigh more than words."""

SIGNATURES: Final[Mapping[bytes, str]] = MappingProxyType(
    {
        b"%PDF-": "a PDF document",
        b"PK\x03\x04": "a ZIP archive or a Word document",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old or encrypted Office document",
        b"{\\rtf": "an RTF document",
        b"\x89PNG": "a PNG picture",
        b"\xff\xd8\xff": "a JPEG picture",
        b"GIF8": "a GIF picture",
        b"\x1f\x8b": "a gzip archive",
        b"SQLite format 3": "an SQLite database",
    }
)
"""How files that hold no plain text begin."""

_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
_PARTIAL_DATE: Final = r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d:\d\d.*)?)?)?"
_PLAIN: Final = r"[\w.~!$&'()*+,;=\u00a1-\ud7ff\uf900-\ufdcf\ufdf0-\uffef-]|%[0-9A-Fa-f]{2}"
_WEB_ADDRESS: Final = (
    rf"https?://(?:{_PLAIN})+(?::\d+)?"
    rf"(?:/(?:{_PLAIN}|[:@/])*)?(?:\?(?:{_PLAIN}|[:@/?])*)?(?:#(?:{_PLAIN}|[:@/?])*)?"
)


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text a file or record holds, and what it says about itself.

    *unused* says which part of that could not be used, where the text is read all the same.
    """

    text: str
    title: str | None = None
    published: str | None = None
    url: str | None = None
    publisher: str | None = None
    id: str | None = None
    unused: str | None = None


def recognise_signature(data: bytes) -> str | None:
    """Return what *data* is by its first bytes (``a PDF document``), or None."""
    return next((name for mark, name in SIGNATURES.items() if data.startswith(mark)), None)


def refuse_binary(data: bytes) -> None:
    """Raise `UnreadableTextError` if *data* cannot be text in any encoding."""
    named = recognise_signature(data)
    if named:
        raise UnreadableTextError(
            f"is a binary file ({named})",
            "give the text, or the file under the ending it should have",
        )
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > len(data) // 100 and not guess_wide(data):
        raise UnreadableTextError("is a binary file", "give the text it was made from")


def refuse_wide(data: bytes) -> None:
    """Raise `UnreadableTextError` if *data* is text in UTF-16 or UTF-32."""
    wide = guess_wide(data)
    if wide:
        raise UnreadableTextError(f"is not UTF-8 and looks like {wide}", "save it as UTF-8")


def decode(data: bytes) -> str:
    """Return *data* as text, without a byte order mark and with every line end as it is.

    Raise `UnreadableTextError` if it is binary or not UTF-8, saying which encoding it looks like.
    """
    refuse_binary(data)
    refuse_wide(data)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        looks = guess_encoding(data)
        line = data.count(b"\n", 0, error.start) + 1
        reason = f"is not UTF-8 (byte {error.start}, line {line})"
        raise UnreadableTextError(
            f"{reason} and looks like {looks}" if looks else reason, "save it as UTF-8"
        ) from error


def require_text(text: str) -> str:
    """Return *text* as it is if it can be read and cited.

    Raise `UnreadableTextError` if it is blank, too long, holds half a character or a NUL, or was
    typed for an old font (TCVN3, VNI), in which case it states nothing that can be recognised.
    """
    if not text or text.isspace():
        raise UnreadableTextError("holds no text", "give a file with words in it")
    refuse_length(len(text), MAX_CHARACTERS, "characters")
    if re.search("[\0\ud800-\udfff]", text):
        raise UnreadableTextError(
            "holds half a character or a NUL", "write the text again as UTF-8"
        )
    legacy = guess_garbled(text)
    if legacy:
        raise UnreadableTextError(
            f"is typed in {legacy} letters, not in Unicode", "convert it to Unicode (UniKey does)"
        )
    return text


def refuse_length(length: int, limit: int, unit: str) -> None:
    """Raise `UnreadableTextError` if *length* is over *limit*, both in *unit*."""
    if length > limit:
        raise UnreadableTextError(
            f"is too long: one text may have {limit:,} {unit}", "split it into several texts"
        )


def read_plain(data: bytes) -> Extracted:
    """Return the text of a ``.txt`` file, exactly as given.

    Raise `UnreadableTextError` if it is not text or not UTF-8.
    """
    return Extracted(decode(data))


def iso_date(written: str) -> str | None:
    """Return the ISO date, month or year in *written*, without a time of day; None if it is none.

    >>> iso_date("2022-09-28T08:00:00+07:00"), iso_date("2022-09"), iso_date("28/9/2022")
    ('2022-09-28', '2022-09', None)
    """
    match = re.fullmatch(_PARTIAL_DATE, written.strip(), flags=re.ASCII)
    if not match:
        return None
    year, month, day = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join(part for part in (year, month, day) if part)


def web_address(written: str) -> str | None:
    """Return *written* if it is a whole ``http(s)`` address that can stand in an IRI, else None."""
    trimmed = written.strip()
    return trimmed if re.fullmatch(_WEB_ADDRESS, trimmed, flags=re.ASCII) else None


def tidy(written: str | None) -> str | None:
    """Return *written* in NFC with single spaces, or None if nothing is left."""
    return normalize("NFC", " ".join(written.split())) or None if written else None
