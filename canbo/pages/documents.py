"""The page of a document: what it is, what it replaces, who cites it and who does what with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Store

from canbo.ontology.iris import NS
from canbo.ontology.standards import DCTERMS, ELI
from canbo.pages.deeds import read_deeds
from canbo.pages.known import MOST, Known, Testimony, iris_in, read_testimony, rows
from canbo.pages.sheet import Sheet
from canbo.queries import Found, Kind
from canbo.queries.find import tell_apart
from canbo.web.frames import Reply

LINKS: Final = (
    (f"{NS}supersedes", "supersedes", "supersededBy"),
    (f"{NS}amends", "amends", "amendedBy"),
    (f"{NS}implements", "implements", "implementedBy"),
    (ELI.based_on, "basedOn", "basisOf"),
)
"""What one document does to another, by property, with the words for it and for the other side."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A citation of the document: as sure as *resolution* says, with its words."""

    iri: str
    resolution: str
    surface: str
    testimonies: Sequence[Testimony]


def show_document(sheet: Sheet, store: Store, known: Known) -> Reply:
    """Return the page of a document."""
    found = {row.text("citation"): row for row in rows(store, "citations", thing=[known.iri])}
    words = read_testimony(store, found)
    mentions = [
        Mention(
            iri,
            row.text("resolution").rpartition("/")[2],
            row.text("surface"),
            words.get(iri, ()),
        )
        for iri, row in found.items()
    ]
    deeds, related = read_deeds(store, known.iri), _related(store, known)
    facts = [
        ("docType", iris_in(known.all(f"{NS}documentType"))),
        ("issuer", iris_in(known.all(ELI.passed_by))),
        ("term", iris_in(known.all(f"{NS}term"))),
    ]
    labelled = {iri for _, iris in (*facts, *related) for iri in iris}
    sheet.read_labels(labelled | deeds.named())
    term = [sheet.label(iri) for iri in iris_in(known.all(f"{NS}term"))]
    return sheet.render(
        "document",
        known=known,
        facts=facts,
        symbol=known.one(f"{NS}symbol"),
        date=known.one(ELI.date_document),
        subjects=[term.value for term in known.all(DCTERMS.subject)],
        registered=known.one(f"{NS}registered") == "true",
        related=related,
        told_apart=_told_apart(store, [iri for _, iris in related for iri in iris]),
        about=[sheet.day(known.one(ELI.date_document)), *term],
        mentions=sorted(mentions[:MOST], key=lambda mention: mention.resolution != "resolved"),
        is_cut=len(mentions) > MOST or deeds.is_cut,
        most=MOST,
        deeds=deeds,
    )


def _told_apart(store: Store, iris: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return what tells each of these documents from others of its name: term and date."""
    found = tell_apart(store, Kind.DOCUMENT, [Found(iri, "") for iri in iris])
    return {one.iri: one.about[:2] for one in found}


def _related(store: Store, known: Known) -> list[tuple[str, list[str]]]:
    """Return the documents that this one bears on, and those that bear on it, by how."""
    inbound = rows(store, "inbound", thing=[known.iri], property=[link for link, _, _ in LINKS])
    related: list[tuple[str, list[str]]] = []
    for link, name, other in LINKS:
        related.append((name, iris_in(known.all(link))))
        there = [row.text("subject") for row in inbound if row.text("property") == link]
        related.append((other, there))
    return [(name, iris) for name, iris in related if iris]
