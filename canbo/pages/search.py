"""Search over everything that has a name: without accents, in any order, from the first letters."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pyoxigraph import Store

from canbo.errors import NoMatchError
from canbo.ontology.iris import BASE
from canbo.pages.known import rows
from canbo.queries import Found, Kind, find
from canbo.queries.find import near, tell_apart
from canbo.queries.kinds import shape_of
from canbo.queries.local import select, written
from canbo.queries.rows import Term
from canbo.queries.typed import read_typed, readings
from canbo.spelling import fold, words

SEARCHED: Final = (Kind.PERSON, Kind.POST, Kind.ORGANISATION, Kind.DOCUMENT, Kind.EVENT)
"""The kinds that carry name keys; sources are found by the words of their titles."""

FEW: Final = 6
"""How many of a kind are shown beside those of other kinds."""

MANY: Final = 200
"""How many of one kind are shown alone."""

LONGEST: Final = 200
"""How many characters of what was typed are looked at."""

BEGINNING: Final = 2
"""From how many letters on a word may be the beginning of one."""


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found of one kind: *all* is how many there are, *are_near* that none fits whole."""

    kind: str
    things: tuple[Found, ...]
    all: int
    are_near: bool = False


def search(store: Store, text: str, kind: str = "") -> list[Hits]:
    """Return what *text* can mean, by kind; things that only come near where nothing fits.

    With *kind*, only things of that, and many of them.
    """
    typed = text[:LONGEST].strip()
    if not fold(typed):
        return []
    most = MANY if kind else FEW
    kinds = [one for one in SEARCHED if not kind or page_kind(one) == kind]
    found = [_hits(store, one, _named(store, one, typed), most) for one in kinds]
    if kind in {"", "source"}:
        titled = _titled(store, typed)
        found.append(Hits("source", tuple(titled[:most]), len(titled)))
    if any(hits.things for hits in found):
        return [hits for hits in found if hits.things]
    close = [(one, near(store, one, typed)) for one in kinds]
    return [Hits(page_kind(one), tuple(few), len(few), are_near=True) for one, few in close if few]


def page_kind(kind: Kind) -> str:
    """Return what a kind is called on the pages, and in the classes of their styles."""
    return "organization" if kind is Kind.ORGANISATION else str(kind)


def _hits(store: Store, kind: Kind, found: list[Found], most: int) -> Hits:
    return Hits(page_kind(kind), tuple(tell_apart(store, kind, found[:most])), len(found))


def _named(store: Store, kind: Kind, typed: str) -> list[Found]:
    """Return what has the whole words typed, else what has a word that begins like the last."""
    try:
        return find(store, kind, typed)
    except NoMatchError:
        return _begun(store, kind, typed)


def _begun(store: Store, kind: Kind, typed: str) -> list[Found]:
    read = read_typed(typed)
    shape = shape_of(kind)
    for reading in readings(read):
        *whole, last = dict.fromkeys(reading)
        if len(last) < BEGINNING:
            continue
        lines = [f"?thing cb:nameWord {written(Term(word))} ." for word in whole]
        rows_ = select(
            store,
            f"SELECT DISTINCT ?thing ?label ?key WHERE {{ {' '.join(lines)} "
            f"?thing cb:nameWord ?word . FILTER(STRSTARTS(?word, {written(Term(last))})) "
            f"?thing a ?class . VALUES ?class {{ {' '.join(shape.classes)} }} "
            f"?thing cb:nameKey ?key ; {shape.label} ?label }} "
            f"ORDER BY ?label STR(?thing) ?key LIMIT {5 * MANY}",
        ).rows
        grouped: dict[str, tuple[str, set[str]]] = {}
        for row in rows_:
            _, keys = grouped.setdefault(row.text("thing"), (row.text("label"), set()))
            keys.add(row.text("key"))
        found = [Found(iri, label, frozenset(keys)) for iri, (label, keys) in grouped.items()]
        if fitting := [one for one in found if _begins_so(read.keys, one.keys)]:
            return fitting
    return []


def _begins_so(typed: Iterable[str], keys: Iterable[str]) -> bool:
    """Return whether *keys* have the words typed: whoever types accents means them."""
    known = {word for key in keys for word in key.split()}
    return any(
        all(
            word.isascii() or any(other.startswith(word) for other in known) for word in key.split()
        )
        for key in typed
    )


def _titled(store: Store, typed: str) -> list[Found]:
    """Return the sources whose titles have words that begin like each that was typed."""
    starts = [f" {word}" for word in words(typed.removeprefix(BASE))]
    if not starts:
        return []
    return [one for line, one in _titles(store) if all(start in line for start in starts)]


@lru_cache(maxsize=1)
def _titles(store: Store) -> list[tuple[str, Found]]:
    """Return the sources with the words of their titles, folded once for each graph."""
    return [
        (
            f" {' '.join(words(row.text('title')))}",
            Found(row.text("source"), row.text("title"), about=_dated(row.text("issued"))),
        )
        for row in rows(store, "titles")
    ]


def _dated(issued: str) -> tuple[str, ...]:
    return (issued,) if issued else ()
