"""Project a graph onto what the page shows: things of five kinds and the facts between them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from canbo.ontology.iris import BASE
from canbo.queries import Target
from canbo.viz.answers import Ask, Line, asker
from canbo.viz.deeds import read_documents, read_happenings
from canbo.viz.testimony import Testimony, read_testimony
from canbo.viz.things import BOUNDS, Bounds, Fact, Kind, Projection, Reason, Relation, Thing
from canbo.viz.told import drop_unused, keep_told

LOWEST: Final = 9
"""The rank of a post whose role has none."""


def project(target: Target, focus: str | None = None, *, register: bool = False) -> Projection:
    """Return what the sources in *target* (a graph or an endpoint) tell, sorted by IRI.

    Of what only the register knows, what belongs to that: where posts are, who issued a document,
    what else a person has held. *focus*, an IRI, is shown in any case; with *register*, all is.
    """
    rows = asker(target)
    said = read_testimony(rows)
    things = {thing.iri: thing for thing in _read_people_and_bodies(rows)}
    documents, deeds = read_documents(rows, said)
    events, happenings = read_happenings(rows, said)
    things |= documents | events
    facts = [*_read_tenures(rows, said), *_read_structure(rows), *deeds, *happenings]
    facts = [fact for fact in facts if fact.subject in things and fact.object in things]
    if not register:
        things, facts = keep_told(things, facts, said.evidence, focus)
    shown, dated, evidence = drop_unused(things.values(), _dated(facts, things), said.evidence)
    return Projection(
        things=tuple(sorted(shown, key=lambda thing: thing.iri)),
        facts=tuple(sorted(dated, key=_fact_key)),
        evidence=evidence,
        sources=said.sources,
        words=_read_words(rows),
    )


def _fact_key(fact: Fact) -> tuple[str, str, str, str]:
    return fact.relation, fact.subject, fact.object, fact.iri


def _dated(facts: Iterable[Fact], things: dict[str, Thing]) -> Iterator[Fact]:
    """Yield *facts*, none of them holding before the documents and events it is about."""
    for fact in facts:
        ends = (things[fact.subject], things[fact.object])
        born = max(
            (end.date for end in ends if end.kind in (Kind.DOCUMENT, Kind.EVENT)), default=""
        )
        yield replace(fact, not_before=born) if born else fact


def _read_people_and_bodies(rows: Ask) -> Iterator[Thing]:
    for row in rows("persons"):
        yield Thing(row["person"], Kind.PERSON, row["name"])
    systems: dict[str, tuple[str, str]] = {}
    for row in rows("organizations"):
        iri = row["organization"]
        systems[iri] = (_concept(row, "system"), _concept(row, "level"))
        yield Thing(iri, Kind.ORGANIZATION, row["label"], *systems[iri])
    for row in rows("posts"):
        yield Thing(
            row["post"],
            Kind.POST,
            row["label"],
            *systems.get(row["organization"], ("", "")),
            seats=_concept(row, "seats"),
            rank=int(row["rank"] or LOWEST),
            title=row["title"],
        )


def _concept(row: Line, column: str) -> str:
    return row[column].rpartition("/")[2]


def _read_tenures(rows: Ask, said: Testimony) -> Iterator[Fact]:
    reasons: dict[str, list[Reason]] = {}
    for row in rows("bounds"):
        if (place := said.place.get(row["attestation"])) is not None:
            bound = row["property"].rpartition("#")[2]
            reasons.setdefault(row["tenure"], []).append(Reason(bound, row["rule"], place))
    for row in rows("tenures"):
        tenure = row["tenure"]
        yield Fact(
            iri=tenure,
            relation=Relation.HOLDS,
            subject=row["person"],
            object=row["post"],
            bounds=Bounds(
                row["startEarliest"],
                row["startLatest"],
                row["endEarliest"],
                row["endLatest"],
            ),
            note=_concept(row, "kind"),
            term=row["term"],
            evidence=said.of(tenure),
            reasons=tuple(sorted(reasons.get(tenure, ()), key=_reason_key)),
        )


def _reason_key(reason: Reason) -> tuple[int, str, int]:
    return BOUNDS.index(reason.bound), reason.rule, reason.evidence


def _read_structure(rows: Ask) -> Iterator[Fact]:
    """Yield where posts belong and how organisations hang together; a pair of counterparts once."""
    for row in rows("posts"):
        yield _link(Relation.POST_IN, row["post"], row["organization"])
    links: set[tuple[Relation, str, str]] = set()
    for row in rows("organizations"):
        body = row["organization"]
        if parent := row["parent"]:
            links.add((Relation.PART_OF, body, parent))
        if counterpart := row["counterpart"]:
            links.add((Relation.COUNTERPART, min(body, counterpart), max(body, counterpart)))
    yield from (_link(*link) for link in sorted(links))


def _link(relation: Relation, subject: str, other: str) -> Fact:
    return Fact("", relation, subject, other)


def _read_words(rows: Ask) -> dict[str, tuple[str, str]]:
    words: dict[str, tuple[str, str]] = {}
    for row in rows("concepts"):
        name = row["concept"].removeprefix(f"{BASE}scheme/")
        words.setdefault(name, (row["vi"], row["en"] or row["vi"]))
    return words
