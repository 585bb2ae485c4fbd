"""Where texts come in: files, folders, patterns and standard input become `Source` values.

One at a time: a large JSON-lines file is never held. What cannot be read is a `Skipped` in its
place, and the rest is read all the same.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Final, TypeAlias
from unicodedata import normalize

from canbo.errors import UnreadableTextError
from canbo.graph.texts.formats import (
    MAX_PACKED_BYTES,
    MAX_TEXT_BYTES,
    Extracted,
    read_plain,
    refuse_binary,
    refuse_length,
    refuse_wide,
    require_text,
)
from canbo.graph.texts.inputs import KINDS, Skipped, explain, find_files, kind_of, show_path
from canbo.graph.texts.jsonl import MAX_LINE_BYTES, MAX_REPORTED, read_lines, read_record

__all__ = ["STDIN", "Skipped", "Source", "hash_text", "read_sources"]

STDIN: Final = "-"
"""The name of standard input among the inputs."""


@dataclass(frozen=True, slots=True)
class Source:
    """One text and where it comes from.

    *key* is its identity: the URL, else *id*, else *path*. *text* is as given for ``.txt`` and
    ``.jsonl``, the extracted text (NFC) for the other formats; offsets count its code points.
    *published* is an ISO date, month or year.
    """

    key: str
    id: str
    path: str
    text: str
    sha256: str
    kind: str
    published: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None


def hash_text(text: str) -> str:
    """Return the SHA-256 of *text* in NFC: the version of a source."""
    return sha256(normalize("NFC", text).encode("utf-8")).hexdigest()


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a text stands: a file or a pipe, and the line where a file holds several."""

    name: str
    is_pipe: bool = False
    line: int = 0

    def __str__(self) -> str:
        return f"{self.name} line {self.line}" if self.line else self.name

    def skip(self, problem: UnreadableTextError) -> Skipped:
        return Skipped(str(self), problem.reason, problem.hint)

    def take(self, found: Extracted, kind: str) -> Source:
        """Return what was *found* here as a source; raise `UnreadableTextError` if it is unfit."""
        text = require_text(found.text)
        version = hash_text(text)
        # A text from a pipe has no name but what it says.
        name = found.id or (f"stdin-{version[:16]}" if self.is_pipe else self.name)
        return Source(
            key=found.url or name,
            id=name,
            path=self.name,
            text=text,
            sha256=version,
            kind=kind,
            published=found.published,
            url=found.url,
            title=found.title,
            publisher=found.publisher,
        )


_ONE_KEY_EACH: Final = "the first was kept; give each text an id of its own"

_Found: TypeAlias = Iterator[tuple[_Place, Source | Skipped]]


def _read_html(data: bytes) -> Extracted:
    from canbo.graph.texts.html import read_html  # noqa: PLC0415 - 0.2 s, only for this format

    return read_html(data)


def _read_docx(data: bytes) -> Extracted:
    from canbo.graph.texts.docx import read_docx  # noqa: PLC0415 - only for this format

    return read_docx(data)


def _read_pdf(data: bytes) -> Extracted:
    from canbo.graph.texts.pdf import read_pdf  # noqa: PLC0415 - only for this format

    return read_pdf(data)


_READERS: Final[Mapping[str, tuple[Callable[[bytes], Extracted], int]]] = MappingProxyType(
    {
        "txt": (read_plain, MAX_TEXT_BYTES),
        "html": (_read_html, MAX_TEXT_BYTES),
        "docx": (_read_docx, MAX_PACKED_BYTES),
        "pdf": (_read_pdf, MAX_PACKED_BYTES),
    }
)
"""How each format is read whole, and how many bytes of it at most."""


def _recognise(head: bytes) -> str:
    """Return the format of what comes from a pipe, from its first line."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    beginnings = {
        b"{": "jsonl",
        b"<!doctype html": "html",
        b"<html": "html",
        b"%pdf-": "pdf",
        b"pk\x03\x04": "docx",
    }
    return next((kind for mark, kind in beginnings.items() if start.startswith(mark)), "txt")


def _read_whole(stream: BinaryIO, head: bytes, place: _Place, kind: str) -> Source:
    reader, limit = _READERS[kind]
    data = head + stream.read(max(0, limit + 1 - len(head)))
    refuse_length(len(data), limit, "bytes")
    if not data:
        raise UnreadableTextError("is empty", "give a file with words in it")
    return place.take(reader(data), kind)


_FAULTS: Final = {False: "that cannot be read", True: "of which a part cannot be used"}
"""What is wrong with lines, by whether their text was read."""


def _read_record(line: bytes | None, place: _Place) -> Iterator[Source | Skipped]:
    try:
        record = read_record(line)
        yield place.take(record, "jsonl")
    except UnreadableTextError as problem:
        yield place.skip(problem)
        return
    if record.unused:
        hint = "the text was read without it; write https://..."
        yield Skipped(str(place), record.unused, hint, is_read=True)


def _read_records(stream: BinaryIO, head: bytes, place: _Place) -> _Found:
    """Yield each record of a JSON-lines stream; *head* is its first line."""
    records = 0
    told = Counter[bool]()
    for number, line in read_lines(stream, head):
        if line is not None and line.isspace():
            continue
        records += 1
        here = replace(place, line=number)
        for found in _read_record(line, here):
            if isinstance(found, Skipped):
                told[found.is_read] += 1
            if isinstance(found, Source) or told[found.is_read] <= MAX_REPORTED:
                yield here, found
    yield from _count_unnamed(told, place)
    if not records:
        yield place, Skipped(str(place), "is empty", "give a file with a JSON object on each line")


def _count_unnamed(told: Counter[bool], place: _Place) -> _Found:
    """Yield how many faulty lines were not named; *told* counts them by whether they were read."""
    hint = "mend the file; the first ones are named above"
    for is_read, fault in _FAULTS.items():
        if (more := told[is_read] - MAX_REPORTED) > 0:
            yield place, Skipped(str(place), f"has {more} more lines {fault}", hint, is_read)


def _read_stream(stream: BinaryIO, place: _Place, kind: str | None) -> _Found:
    """Yield what *stream* holds, as the format *kind*, or as the one its first line shows."""
    head = stream.readline(MAX_LINE_BYTES + 1)
    kind = kind or _recognise(head)
    try:
        if kind == "jsonl":
            refuse_binary(head)
            refuse_wide(head)
            yield from _read_records(stream, head, place)
        else:
            yield place, _read_whole(stream, head, place, kind)
    except UnreadableTextError as problem:
        yield place, place.skip(problem)


def _require_kind(path: Path, stream: BinaryIO) -> str:
    """Return the format that the ending of *path* names.

    Raise `UnreadableTextError` if it names none, or saying what it is if it is not even text.
    """
    kind = kind_of(path)
    if kind is None:
        refuse_binary(stream.read(1 << 16))
        ending = f"has the ending {path.suffix}" if path.suffix else "has no ending"
        raise UnreadableTextError(
            f"{ending} (canbo reads {' '.join(KINDS)})", "rename it to .txt if it is plain text"
        )
    return kind


def _read_file(path: Path) -> _Found:
    place = _Place(show_path(path), is_pipe=not path.is_file())
    try:
        with path.open("rb") as stream:
            kind = None if place.is_pipe else _require_kind(path, stream)
            yield from _read_stream(stream, place, kind)
    except UnreadableTextError as problem:
        yield place, place.skip(problem)
    except OSError as error:
        yield place, Skipped(str(place), *explain(error))


def _read_inputs(inputs: Iterable[str | Path], stdin: BinaryIO | None) -> _Found:
    names = [str(given) for given in inputs]
    if STDIN in names:
        yield from _read_stream(stdin or sys.stdin.buffer, _Place(STDIN, is_pipe=True), None)
    for item in find_files(name for name in names if name != STDIN):
        if isinstance(item, Skipped):
            yield _Place(item.input), item
        else:
            yield from _read_file(item)


def read_sources(
    inputs: Iterable[str | Path], stdin: BinaryIO | None = None
) -> Iterator[Source | Skipped]:
    """Yield what *inputs* hold: a `Source` for each text, `Skipped` for what cannot be read.

    Inputs are files, folders (searched to the bottom), patterns, and ``-`` for *stdin* (the
    program's own by default), of which the format is seen from its first line. A file reached twice
    is read once. Of two texts with one key the first is kept. Nothing is raised for a bad input.
    """
    seen: dict[str, _Place] = {}
    repeated = Counter[str]()
    for place, found in _read_inputs(inputs, stdin):
        first = place if isinstance(found, Skipped) else seen.setdefault(found.key, place)
        if first is place:
            yield found
            continue
        repeated[place.name] += 1
        if repeated[place.name] <= MAX_REPORTED and isinstance(found, Source):
            reason = f"has the same key as {first} ({found.key})"
            yield Skipped(str(place), reason, _ONE_KEY_EACH)
    for name, times in repeated.items():
        if times > MAX_REPORTED:
            reason = f"has {times - MAX_REPORTED} more texts with keys that were there before"
            yield Skipped(name, reason, _ONE_KEY_EACH)
