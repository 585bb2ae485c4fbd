"""Texts in JSON lines: one object a line, read one line at a time.

``{"id", "text", "published"?, "source_url"?, "title"?, "publisher"?}``; other keys are passed over.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Final, Protocol, cast

from canbo.errors import UnreadableTextError
from canbo.graph.texts.formats import (
    MAX_CHARACTERS,
    Extracted,
    decode,
    iso_date,
    refuse_length,
    require_text,
    tidy,
    web_address,
)

MAX_LINE_BYTES: Final = 6 * MAX_CHARACTERS + (1 << 16)
"""The longest line that is held: JSON may write a character in six bytes (``\\\\u1ea1``)."""

MAX_REPORTED: Final = 20
"""So many broken lines of a file are named one by one; the rest are counted."""

_SHAPE: Final = 'a line is {"id": "...", "text": "...", "published": "2022-09-28", ...}'


class Lines(Protocol):
    """A stream of bytes that is read by lines."""

    def readline(self, size: int, /) -> bytes:
        """Return the next line, or no more than *size* bytes of it."""
        ...


def read_lines(stream: Lines, first: bytes = b"") -> Iterator[tuple[int, bytes | None]]:
    """Yield each line with its number from 1; None stands for one that is too long to hold.

    *first* is a line that was already taken from *stream*.
    """
    number = 0
    line = first or stream.readline(MAX_LINE_BYTES + 1)
    while line:
        number += 1
        whole = len(line) <= MAX_LINE_BYTES
        yield number, line if whole else None
        while not whole and line and not line.endswith(b"\n"):
            line = stream.readline(1 << 20)
        line = stream.readline(MAX_LINE_BYTES + 1)


def _text_of(record: Mapping[str, object], key: str) -> str | None:
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise UnreadableTextError(f'its "{key}" is not text but {json.dumps(value)[:40]}', _SHAPE)
    return value


def _required(record: Mapping[str, object], key: str) -> str:
    value = _text_of(record, key)
    if not value or value.isspace():
        raise UnreadableTextError(f'has no "{key}"', _SHAPE)
    return value


def _day(record: Mapping[str, object]) -> str | None:
    written = _text_of(record, "published")
    day = iso_date(written) if written else None
    if written and not day:
        raise UnreadableTextError(
            f'its "published" is no ISO date ({written[:40]!r})',
            "write 2022-09-28, 2022-09, 2022 or null",
        )
    return day


def _address(record: Mapping[str, object]) -> tuple[str | None, str | None]:
    """Return where the text stands on the web, and why what is written is no such address."""
    written = _text_of(record, "source_url")
    if not written or written.isspace():
        return None, None
    address = web_address(written)
    why = None if address else f'its "source_url" is no web address ({written[:40]!r})'
    return address, why


def _parse(line: str) -> Mapping[str, object]:
    try:
        record: object = json.loads(line)
    except RecursionError as error:
        raise UnreadableTextError("is nested too deep", _SHAPE) from error
    except ValueError as error:
        where = (
            f" ({error.msg}, column {error.colno})"
            if isinstance(error, json.JSONDecodeError)
            else ""
        )
        raise UnreadableTextError(f"is not JSON{where}", _SHAPE) from error
    if not isinstance(record, dict):
        raise UnreadableTextError("is no JSON object", _SHAPE)
    return cast(Mapping[str, object], record)


def read_record(line: bytes | None) -> Extracted:
    """Return the text that one line of JSON holds; None is a line that was too long to hold.

    Raise `UnreadableTextError` if it is not UTF-8, not such an object, or its text cannot be read.
    """
    if line is None:
        refuse_length(MAX_LINE_BYTES + 1, MAX_LINE_BYTES, "bytes on a line of JSON")
    record = _parse(decode(line or b""))
    identifier = _required(record, "id").strip()
    address, unused = _address(record)
    return Extracted(
        text=require_text(_required(record, "text")),
        title=tidy(_text_of(record, "title")),
        published=_day(record),
        url=address,
        publisher=tidy(_text_of(record, "publisher")),
        id=require_text(identifier),
        unused=unused,
    )
