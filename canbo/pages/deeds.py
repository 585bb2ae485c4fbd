"""What someone does with documents, and the events someone is part of, with the words for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Store

from canbo.ontology.iris import NS
from canbo.ontology.standards import SCHEMA
from canbo.pages.known import MOST, Testimony, read_testimony, rows

PARTS: Final = {
    SCHEMA.attendee: "attended",
    f"{NS}elected": "elected",
    f"{NS}eventOf": "convened",
}
"""What someone has to do with an event, by the property of the event that says so."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One action: *kind* and *document* are IRIs, *actor* is one or only stated in words.

    *surface* is how the source calls the document, which may be all that is known of it.
    """

    iri: str
    kind: str
    actor: str
    stated: str
    document: str
    surface: str
    testimonies: Sequence[Testimony]


@dataclass(frozen=True, slots=True)
class Deeds:
    """The actions that are shown, and whether there are more."""

    shown: tuple[Deed, ...]
    is_cut: bool

    def named(self) -> set[str]:
        """Return the IRIs whose labels a page of them needs."""
        return {iri for deed in self.shown for iri in (deed.kind, deed.actor, deed.document)} - {""}


@dataclass(frozen=True, slots=True)
class Event:
    """An event, and what the thing of the page has to do with it."""

    iri: str
    label: str
    date: str
    part: str


def read_deeds(store: Store, thing: str) -> Deeds:
    """Return what *thing* does with documents, or what is done with the document that it is."""
    found = {row.text("action"): row for row in rows(store, "actions", thing=[thing])}
    words = read_testimony(store, found)
    deeds = [
        Deed(
            iri,
            row.text("kind"),
            row.text("actor"),
            row.text("statedActor"),
            row.text("document"),
            row.text("surface"),
            words.get(iri, ()),
        )
        for iri, row in found.items()
    ]
    return Deeds(tuple(deeds[:MOST]), len(deeds) > MOST)


def read_events(store: Store, thing: str, tenures: Iterable[str]) -> list[Event]:
    """Return the events that *thing* attended, held or, in one of *tenures*, was elected at."""
    found = rows(store, "events", thing=[thing, *tenures], property=PARTS)
    return [
        Event(
            row.text("event"),
            row.text("eventLabel"),
            row.text("date"),
            PARTS[row.text("property")],
        )
        for row in found[:MOST]
    ]
