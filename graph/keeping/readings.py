"""A `Reading` as one line of JSON and back, so that a text is read again only when it changed.

Values stand in the order of their fields, without names. What a reading is kept under is made of
the text, its date and the reader, so that a newer grammar reads everything anew by itself.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import is_dataclass
from enum import StrEnum
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from canbo.graph.reading.model import Reading


def key_reading(text: str, published: str | None, version: str | None = None) -> str:
    """Return what a reading of *text*, published then, is kept under: 64 hex digits.

    The text counts as it is, composed or not, since the places of a reading are counted in it.
    *version* is that of the reader, by default of the one at hand.
    """
    parts = (text, published or "", version or reader_version())
    return sha256("\0".join(parts).encode("utf-8")).hexdigest()


@cache
def reader_version() -> str:
    """Return the digest of the grammar, its code and its tables, and of the spelling it uses."""
    seen = sha256()
    spelling = files("canbo").joinpath("spelling.py")
    for name, file in (
        *list_files(files("canbo.graph.reading"), (".py", ".csv")),
        ("spelling.py", spelling),
    ):
        seen.update(name.encode() + b"\0" + file.read_bytes())
    return seen.hexdigest()


def encode_reading(reading: Reading) -> str:
    """Return *reading* as one line of JSON."""
    return json.dumps(_flatten(reading), ensure_ascii=False, separators=(",", ":"))


def decode_reading(line: str) -> Reading:
    """Return the reading that `encode_reading` wrote as *line*."""
    return cast("Reading", _builder(Reading)(json.loads(line)))


def list_files(
    folder: Traversable, kinds: tuple[str, ...], prefix: str = ""
) -> Iterator[tuple[str, Traversable]]:
    """Yield the files of *folder* whose names end with one of *kinds*, sorted, by their paths."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from list_files(entry, kinds, f"{prefix}{entry.name}/")
        elif entry.name.endswith(kinds):
            yield prefix + entry.name, entry


def _flatten(value: object) -> object:
    if isinstance(value, tuple):
        return [_flatten(item) for item in cast("tuple[object, ...]", value)]
    names = _names_of(value)
    return [_flatten(getattr(value, name)) for name in names] if names else value


def _names_of(value: object) -> tuple[str, ...]:
    """Return the fields of a dataclass, or of one of its values; of anything else none."""
    return cast("tuple[str, ...]", getattr(value, "__match_args__", ()))


@cache
def _builder(kind: Any) -> Callable[[Any], object]:  # noqa: ANN401 - a type, in any of its forms
    """Return what makes a value of type *kind* of its plain form."""
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        make = cast("Callable[..., object]", kind)
        parts = tuple(_builder(hints[name]) for name in _names_of(kind))
        return lambda plain: make(*(part(item) for part, item in zip(parts, plain, strict=True)))
    if get_origin(kind) is tuple:
        item_of = _builder(get_args(kind)[0])
        return lambda plain: tuple(item_of(item) for item in plain)
    if get_origin(kind) in {Union, UnionType}:
        (inner,) = (_builder(arm) for arm in get_args(kind) if arm is not NoneType)
        return lambda plain: None if plain is None else inner(plain)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind
    return _same


def _same(plain: object) -> object:
    return plain
