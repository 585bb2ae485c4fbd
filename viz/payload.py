"""Pack a projection into the JSON that the page carries: columns, and every text once."""

import json
from collections.abc import Iterable, Iterator, Sequence

from canbo.ontology.iris import BASE
from canbo.viz.excerpts import Excerpt, excerpt
from canbo.viz.layout import Place
from canbo.viz.things import BOUNDS, Evidence, Fact, Kind, Projection, Relation


class Texts:
    """A table of texts: each is stored once and known by its number; number 0 is no text."""

    def __init__(self) -> None:
        """Begin with no text."""
        self._numbers = {"": 0}

    def number(self, text: str) -> int:
        """Return the number of *text*, the same every time."""
        return self._numbers.setdefault(text, len(self._numbers))

    def numbers(self, texts: Iterable[str]) -> list[int]:
        """Return the number of each of *texts*."""
        put, known = self._numbers.setdefault, self._numbers
        return [put(text, len(known)) for text in texts]

    def listed(self) -> list[str]:
        """Return all texts in the order of their numbers."""
        return list(self._numbers)


def pack(
    projection: Projection, places: dict[str, Place], *, focus: str | None, on: str | None
) -> str:
    """Return the payload, JSON that may stand inside a script element.

    *focus* is the IRI of the thing to open at, *on* the ISO day to open on.
    """
    texts = Texts()
    texts.numbers(_frequent(projection))
    number = {thing.iri: place for place, thing in enumerate(projection.things)}
    said = excerpt(projection.evidence)
    payload = {
        "base": BASE,
        "kinds": list(Kind),
        "relations": list(Relation),
        "bounds": BOUNDS,
        "focus": -1 if focus is None else number[focus],
        "on": on or "",
        "quoted": projection.has_quotes,
        "things": _things(projection, places, texts),
        "facts": _facts(projection.facts, number, texts),
        "evidence": _evidence(projection.evidence, said.places, texts),
        "excerpts": _excerpts(said.excerpts, texts),
        "sources": _sources(projection),
        "words": projection.words,
        "texts": texts.listed(),
    }
    packed = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    # No name in a source may close the script element that carries it, nor end a line of it.
    return packed.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _frequent(projection: Projection) -> Iterator[str]:
    """Yield what is said again and again, so that it gets the shortest numbers."""
    for thing in projection.things:
        yield from (thing.system, thing.level, thing.seats)
    yield from (item.status for item in projection.evidence)
    yield from (reason.rule for fact in projection.facts for reason in fact.reasons)
    yield from (fact.note for fact in projection.facts if fact.bounds is not None)
    yield from (item.date for item in projection.evidence)


def _fact_id(fact: Fact) -> str:
    """Return the IRI of a fact, without what the page knows: the base, the person of a tenure."""
    person = fact.subject.rpartition("/")[2]
    return _local(fact.iri).replace(f"tenure/{person}", "", 1)


def _local(iri: str) -> str:
    return iri.removeprefix(BASE)


def _things(
    projection: Projection, places: dict[str, Place], texts: Texts
) -> dict[str, Sequence[object]]:
    things = projection.things
    kinds = list(Kind)
    return {
        "id": [_local(thing.iri) for thing in things],
        "label": [thing.label for thing in things],
        "kind": [kinds.index(thing.kind) for thing in things],
        "column": [places[thing.iri].column for thing in things],
        "row": [places[thing.iri].row for thing in things],
        "system": texts.numbers(thing.system for thing in things),
        "level": texts.numbers(thing.level for thing in things),
        "seats": texts.numbers(thing.seats for thing in things),
        "title": texts.numbers(thing.title for thing in things),
        "symbol": texts.numbers(thing.symbol for thing in things),
        "date": texts.numbers(thing.date for thing in things),
        "term": texts.numbers(thing.term for thing in things),
        "subject": texts.numbers(thing.subject for thing in things),
        "register": [texts.numbers(thing.register) for thing in things],
        "parent": texts.numbers(thing.parent for thing in things),
        "open": [
            [[_local(iri), said] for iri, said in thing.candidates] if thing.is_open else 0
            for thing in things
        ],
        "evidence": [thing.evidence for thing in things],
    }


def _facts(
    facts: tuple[Fact, ...], number: dict[str, int], texts: Texts
) -> dict[str, Sequence[object]]:
    relations = list(Relation)
    return {
        "id": texts.numbers(map(_fact_id, facts)),
        "relation": [relations.index(fact.relation) for fact in facts],
        "subject": [number[fact.subject] for fact in facts],
        "object": [number[fact.object] for fact in facts],
        "bounds": [_bounds(fact, texts) for fact in facts],
        "since": texts.numbers(fact.since for fact in facts),
        "born": texts.numbers(fact.not_before for fact in facts),
        "note": texts.numbers(_local(fact.note) for fact in facts),
        "term": texts.numbers(fact.term for fact in facts),
        "evidence": [fact.evidence for fact in facts],
        "reasons": [
            [
                [BOUNDS.index(reason.bound), texts.number(reason.rule), reason.evidence]
                for reason in fact.reasons
            ]
            for fact in facts
        ],
    }


def _bounds(fact: Fact, texts: Texts) -> object:
    if fact.bounds is None:
        return 0
    bounds = fact.bounds
    return texts.numbers(
        (bounds.start_earliest, bounds.start_latest, bounds.end_earliest, bounds.end_latest)
    )


def _evidence(
    evidence: tuple[Evidence, ...], places: list[tuple[int, int, int]], texts: Texts
) -> dict[str, Sequence[object]]:
    return {
        "excerpt": [place[0] for place in places],
        "at": [place[1] for place in places],
        "length": [place[2] for place in places],
        "date": texts.numbers(item.date for item in evidence),
        "status": texts.numbers(item.status for item in evidence),
        "inferred": [int(item.is_inferred) for item in evidence],
        "notes": [texts.numbers(item.notes) for item in evidence],
    }


def _excerpts(excerpts: list[Excerpt], texts: Texts) -> dict[str, Sequence[object]]:
    return {
        "source": [each.source for each in excerpts],
        "start": [each.start for each in excerpts],
        "text": texts.numbers(each.text for each in excerpts),
    }


def _sources(projection: Projection) -> dict[str, Sequence[object]]:
    sources = projection.sources
    return {
        "id": [_local(source.iri) for source in sources],
        "title": [source.title for source in sources],
        "date": [source.date for source in sources],
        "publisher": [source.publisher for source in sources],
        "url": [source.url for source in sources],
    }
