"""A frozen value with some of its parts changed, which reading does all the time."""

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import TypeVar, cast

T = TypeVar("T")


def replace(value: T, /, **changes: object) -> T:
    """Return the slotted dataclass *value* with *changes*; a part that it has not is a TypeError.

    The same as ``dataclasses.replace`` in a third of its time, for dataclasses whose every field is
    one of ``__init__``.
    """
    kind = type(value)
    # mypy takes a type[T] for unhashable.
    places, parts_of = _anatomy(kind)  # type: ignore[arg-type]
    parts = list(parts_of(value))
    for name, part in changes.items():
        if name not in places:
            raise TypeError(name)
        parts[places[name]] = part
    return kind(*parts)


@cache
def _anatomy(kind: type) -> tuple[dict[str, int], Callable[[object], tuple[object, ...]]]:
    """Return where each part of a *kind* stands, and what takes a value of it to pieces."""
    names = cast("tuple[str, ...]", kind.__dict__["__slots__"])
    return {name: place for place, name in enumerate(names)}, attrgetter(*names)
