"""The page of an organisation: where it belongs, its posts and who held them, what it issued."""

from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import Store

from canbo.ontology.iris import NS
from canbo.ontology.standards import DCTERMS, ORG
from canbo.pages.careers import Asked, asked_day
from canbo.pages.deeds import read_deeds, read_events
from canbo.pages.known import MOST, Known, Tenure, iris_in, pointing, read_known, read_tenures, rows
from canbo.pages.sheet import Sheet
from canbo.viz.things import Standing
from canbo.web.frames import Reply

ISSUED = 100
"""How many documents of one issuer are shown."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A post of an organisation with its holders, each with how it stands on the day asked."""

    iri: str
    label: str
    holders: Sequence[tuple[Tenure, Standing | None]]


@dataclass(frozen=True, slots=True)
class Change:
    """A founding, merger, renaming or end: which bodies, as IRIs, became which."""

    iri: str
    kind: str
    date: str
    before: Sequence[str]
    after: Sequence[str]

    def named(self) -> set[str]:
        """Return the IRIs whose labels a page of it needs."""
        return {self.kind, *self.before, *self.after} - {""}


def show_organisation(sheet: Sheet, store: Store, known: Known) -> Reply:
    """Return the page of an organisation."""
    asked = asked_day(sheet)
    tenures = read_tenures(store, known.iri)
    posts = rows(store, "posts", thing=[known.iri])
    deeds = read_deeds(store, known.iri)
    changes = _changes(store, known)
    facts = [
        ("system", iris_in(known.all(f"{NS}system"))),
        ("level", iris_in(known.all(f"{NS}level"))),
        ("kind", iris_in(known.all(ORG.classification))),
        ("parent", iris_in(known.all(ORG.subOrganizationOf))),
        ("counterpart", iris_in(known.all(f"{NS}counterpartOf"))),
    ]
    named = {iri for _, iris in facts for iri in iris}
    sheet.read_labels(named.union(deeds.named(), *(change.named() for change in changes)))
    issued = rows(store, "issued", thing=[known.iri])
    units = rows(store, "units", thing=[known.iri])
    return sheet.render(
        "organization",
        known=known,
        facts=facts,
        life=_life(known),
        changes=changes,
        asked=asked,
        seats=_seats([(p.text("post"), p.text("postLabel")) for p in posts], tenures, asked),
        is_cut=max(len(tenures), len(posts), len(units)) > MOST or deeds.is_cut,
        most=MOST,
        units=units[:MOST],
        issued=issued[:ISSUED],
        issued_cut=len(issued) > ISSUED,
        deeds=deeds,
        events=read_events(store, known.iri, ()),
    )


def _life(known: Known) -> list[tuple[str, str, str]]:
    """Return when the body was founded and ended, each between two days, as far as is known."""
    edges = [
        (word, *(known.one(f"{NS}{word}{side}") for side in ("Earliest", "Latest")))
        for word in ("founded", "dissolved")
    ]
    return [(word, first, last) for word, first, last in edges if first or last]


def _changes(store: Store, known: Known) -> list[Change]:
    """Return the changes that the body came out of or went into, by date."""
    sides = (ORG.originalOrganization, ORG.resultingOrganization)
    found: list[Change] = []
    for iri in pointing(store, [known.iri], sides):
        told = read_known(store, iri)
        kind, day = told.one(f"{NS}changeType"), told.one(DCTERMS.date)
        found.append(Change(iri, kind, day, *(iris_in(told.all(side)) for side in sides)))
    return sorted(found, key=lambda change: (change.date, change.iri))


def _seats(posts: Sequence[tuple[str, str]], tenures: Sequence[Tenure], asked: Asked) -> list[Seat]:
    """Return the posts with their holders; on a day, only those who may hold one then."""
    named = dict(posts) | {tenure.post[0]: tenure.post[1] for tenure in tenures}
    holders: dict[str, list[tuple[Tenure, Standing | None]]] = {iri: [] for iri in named}
    for tenure in tenures:
        standing = tenure.bounds.standing(asked.day) if asked.day else None
        if standing is not Standing.NO:
            holders[tenure.post[0]].append((tenure, standing))
    ordered = sorted(named, key=lambda iri: (not holders[iri], named[iri], iri))
    return [Seat(iri, named[iri], holders[iri]) for iri in ordered]
