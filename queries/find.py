"""From what a person types to the thing meant: names in any case, order and spelling.

Six steps, and the first that finds anything decides: the name as written (accents count), the name
without accents, its words in any order, its beginning, some of its words, its words with some of
what tells it from others. Whoever types accents means them: Hùng never finds Hưng. All steps are
joins on name keys, so they are quick in any SPARQL engine.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Final

from canbo.errors import AmbiguousNameError, NoMatchError
from canbo.queries.kinds import Kind, as_iri, shape_of
from canbo.queries.local import written
from canbo.queries.rows import Row, Term, iri
from canbo.queries.targets import Target, select
from canbo.queries.typed import Typed, read_typed, readings, word_choices
from canbo.spelling import fold, words

MOST: Final = 500
"""How many things are looked at where only some of the words are known."""

SHOWN: Final = 8
"""How many things an error lists that a name can mean."""

NEAR: Final = 4
"""How many things an error lists that come near a name."""


@dataclass(frozen=True, slots=True)
class Found:
    """A thing that a name can mean; *about* is what tells it from others, empty until asked for."""

    iri: str
    label: str
    keys: frozenset[str] = frozenset()
    about: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return it in a few words: its label and what tells it apart."""
        return f"{self.label} ({', '.join(self.about[:3])})" if self.about else self.label


def find(target: Target, kind: Kind, text: str) -> list[Found]:
    """Return what *text*, a name or an IRI, can mean in the graph *target*, in a fixed order.

    Raises NoMatchError, with what comes near, where it means nothing there.
    """
    if (place := as_iri(text)) is not None:
        found = _at(target, kind, place)
    else:
        found = _named(target, kind, read_typed(text))
    if not found:
        raise NoMatchError(kind, text, tuple(map(str, near(target, kind, text))))
    return found


def find_one(target: Target, kind: Kind, text: str) -> Found:
    """Return the one thing that *text* means in the graph *target*.

    Raises NoMatchError like :func:`find`, and AmbiguousNameError, with what tells them apart, where
    it can mean several.
    """
    found = find(target, kind, text)
    if len(found) == 1:
        return found[0]
    shown = tuple(f"{one} <{one.iri}>" for one in tell_apart(target, kind, found[:SHOWN]))
    raise AmbiguousNameError(kind, text, shown, len(found) - len(shown))


def near(target: Target, kind: Kind, text: str) -> list[Found]:
    """Return the few things whose names share words with *text*, the likest first."""
    typed = read_typed(text)
    likest = sorted(
        _sharing(target, kind, typed),
        key=lambda found: (-_likeness(fold(found.label), typed.folds[-1]), found.label, found.iri),
    )
    return tell_apart(target, kind, likest[:NEAR])


def tell_apart(target: Target, kind: Kind, found: Iterable[Found]) -> list[Found]:
    """Return *found* with what the graph says of each to tell it from the others."""
    listed = list(found)
    told = {one.iri: list[str]() for one in listed}
    for path in shape_of(kind).about if listed else ():
        text = (
            f"SELECT DISTINCT ?thing ?about WHERE {{ VALUES ?thing {{ {_terms(told)} }} "
            f"?thing {path} ?about }} ORDER BY STR(?thing) STR(?about)"
        )
        for row in select(target, text).rows:
            told[row.text("thing")].append(row.text("about"))
    return [replace(one, about=tuple(dict.fromkeys(told[one.iri]))) for one in listed]


def _at(target: Target, kind: Kind, place: str) -> list[Found]:
    """Return the thing with this IRI; a source also by its address, anything by its identifier."""
    try:
        given = written(iri(place))
    except ValueError:  # looks like an IRI and is none, so nothing has it
        return []
    other = written(Term(place))
    return _select(
        target,
        kind,
        f"{{ VALUES ?thing {{ {given} }} ?thing a ?class }} "
        f"UNION {{ ?thing schema:url|dcterms:identifier {given} }} "
        f"UNION {{ ?thing schema:url|dcterms:identifier {other} }}",
    )


def _named(target: Target, kind: Kind, typed: Typed) -> list[Found]:
    return (
        _by_identifier(target, kind, typed)
        or _by_key(target, kind, "cb:nameKey", typed.keys)
        or ([] if typed.has_accents else _by_key(target, kind, "cb:nameFold", typed.folds))
        or _by_words(target, kind, typed)
        or _by_words_about(target, kind, typed)
    )


def _by_identifier(target: Target, kind: Kind, typed: Typed) -> list[Found]:
    """Return the sources with this id or title, the terms with this ordinal or these years."""
    given = written(Term(typed.text))
    if kind is Kind.SOURCE:
        titled = written(Term(typed.text, language="vi"))
        where = (
            f"?thing dcterms:identifier|dcterms:title ?given VALUES ?given {{ {given} {titled} }}"
        )
        return _select(target, kind, where)
    if kind is not Kind.TERM:
        return []
    match [word for word in words(typed.text) if word not in {"nhiem", "ky", "khoa"}]:
        case [first, last] if first.isdigit() and last.isdigit():
            years = f'FILTER(STR(?first) = "{first}" && STR(?last) = "{last}")'
            where = f"?thing cb:startYear ?first ; cb:endYear ?last . {years}"
            return _select(target, kind, where)
        case [ordinal]:
            return _select(target, kind, f"?thing cb:ordinal {written(Term(ordinal.upper()))}")
        case _:
            return []


def _by_key(target: Target, kind: Kind, key: str, names: Iterable[str]) -> list[Found]:
    values = " ".join(written(Term(name)) for name in names)
    path = f"{shape_of(kind).named}{key}"
    return _select(target, kind, f"VALUES ?typed {{ {values} }} ?thing {path} ?typed .")


def _by_words(target: Target, kind: Kind, typed: Typed) -> list[Found]:
    """Return the things with just these words, else those with these words among others."""
    path = f"{shape_of(kind).named}cb:nameWord"
    for reading in readings(typed):
        lines: list[str] = []
        for number, word in enumerate(dict.fromkeys(reading)):
            choices = " ".join(written(Term(choice)) for choice in word_choices(word))
            lines.append(f"VALUES ?word{number} {{ {choices} }} ?thing {path} ?word{number} .")
        where = f"{' '.join(lines)} ?thing {shape_of(kind).named}cb:nameKey ?key ."
        found = [one for one in _select(target, kind, where) if typed.can_be(set(one.keys))]
        if found:
            whole = [one for one in found if any(_same(words(key), reading) for key in one.keys)]
            first = [one for one in found if any(_begins(key, reading) for key in one.keys)]
            return whole or first or found
    return []


def _by_words_about(target: Target, kind: Kind, typed: Typed) -> list[Found]:
    """Return the things whose names and what tells them apart have all the words between them."""
    if not shape_of(kind).told_apart:
        return []
    found = tell_apart(target, kind, _sharing(target, kind, typed))
    for reading in readings(typed):
        wanted = [word_choices(word) for word in reading if word not in _FILLERS]
        fitting = [one for one in found if wanted and _has_all(one, wanted)]
        if fitting:
            return [one for one in fitting if typed.can_be({*one.keys, *map(str.lower, one.about)})]
    return []


def _sharing(target: Target, kind: Kind, typed: Typed) -> list[Found]:
    """Return the things that share words with what was typed, those with the most first."""
    every = dict.fromkeys(word for reading in readings(typed) for word in reading)
    choices = " ".join(written(Term(form)) for word in every for form in word_choices(word))
    shape = shape_of(kind)
    text = (
        f"SELECT ?thing (COUNT(DISTINCT ?word) AS ?shared) WHERE {{ VALUES ?word {{ {choices} }} "
        f"?thing {shape.named}cb:nameWord ?word ; a ?class . "
        f"VALUES ?class {{ {' '.join(shape.classes)} }} }} "
        f"GROUP BY ?thing ORDER BY DESC(?shared) STR(?thing) LIMIT {MOST}"
    )
    things = [row.text("thing") for row in select(target, text).rows]
    if not things:
        return []
    where = (
        f"VALUES ?thing {{ {_terms(things)} }} OPTIONAL {{ ?thing {shape.named}cb:nameKey ?key }}"
    )
    return _select(target, kind, where)


def _select(target: Target, kind: Kind, where: str) -> list[Found]:
    """Return the things of this *kind* that *where* holds for, by label; keys if it has ?key."""
    shape = shape_of(kind)
    key = "?key" if "?key" in where else ""
    text = (
        f"SELECT DISTINCT ?thing ?label {key} WHERE {{ "
        f"{{ SELECT DISTINCT ?thing {key} WHERE {{ {where} }} }} ?thing a ?class . "
        f"VALUES ?class {{ {' '.join(shape.classes)} }} "
        f"OPTIONAL {{ ?thing {shape.label} ?label }} }} "
        f'ORDER BY COALESCE(STR(?label), "") STR(?thing)'
    )
    grouped: dict[str, list[Row]] = {}
    for row in select(target, text).rows:
        grouped.setdefault(row.text("thing"), []).append(row)
    return [_found(thing, rows) for thing, rows in grouped.items()]


def _found(thing: str, rows: list[Row]) -> Found:
    label = rows[0].text("label") or thing.rpartition("/")[2]
    return Found(thing, label, frozenset(row.text("key") for row in rows if "key" in row))


def _has_all(one: Found, wanted: Iterable[tuple[str, ...]]) -> bool:
    known = {word for text in (one.label, *one.keys, *one.about) for word in words(text)}
    return all(not known.isdisjoint(choices) for choices in wanted)


def _begins(key: str, reading: tuple[str, ...]) -> bool:
    return words(key)[: len(reading)] == reading


_FILLERS: Final = frozenset({"cua", "thuoc", "so", "nam", "ve"})


def _same(these: Iterable[str], those: Iterable[str]) -> bool:
    return set(these) == set(those)


def _likeness(a: str, b: str) -> float:
    return SequenceMatcher(None, a, b).ratio()


def _terms(places: Iterable[str]) -> str:
    return " ".join(written(iri(place)) for place in places)
