"""The page of a source: where it stands, and all that it states, each with its words."""

from dataclasses import dataclass

from pyoxigraph import Store

from canbo.ontology.iris import NS
from canbo.ontology.standards import DCTERMS, SCHEMA
from canbo.pages.known import Known, Testimony, iris_in, rows, testimony
from canbo.pages.sheet import Sheet
from canbo.queries import Row
from canbo.web.frames import Reply

STATEMENTS = 500
"""How many statements of one source are shown."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one passage states: people in posts, documents, deeds; each named by its IRI.

    A document that is not known for sure has its *surface*, the words for it, and how its
    *resolution* ended.
    """

    words: Testimony
    stated: tuple[str, str, str]
    things: tuple[str, ...]
    kind: str
    surface: str
    resolution: str


def show_source(sheet: Sheet, store: Store, known: Known) -> Reply:
    """Return the page of a source."""
    found = rows(store, "statements", thing=[known.iri])
    shown = found[:STATEMENTS]
    bodies = {row.text("body") for row in shown} - {""}
    told = {row.text("body"): row for row in rows(store, "bodies", body=sorted(bodies))}
    statements = [_statement(row, told.get(row.text("body"))) for row in shown]
    named = {
        iri
        for one in statements
        for iri in (*one.things, one.kind, one.words.status, one.resolution)
    }
    sheet.read_labels(named - {""})
    return sheet.render(
        "source",
        known=known,
        issued=known.one(DCTERMS.issued),
        publisher=known.one(DCTERMS.publisher),
        url=known.one(SCHEMA.url),
        identifier=known.one(DCTERMS.identifier),
        words=known.one(f"{NS}wordCount"),
        original=iris_in(known.all(f"{NS}reprintOf")),
        statements=statements,
        is_cut=len(found) > STATEMENTS,
        most=STATEMENTS,
    )


def _statement(row: Row, body: Row | None) -> Statement:
    names = ("person", "post", "actor", "document")
    things = [body.text(name) for name in names] if body else []
    surface = body.text("surface") if body else ""
    if body and not any(things) and not surface:
        things = [body.text("body")]
    stated = (row.text("statedPerson"), row.text("statedPost"), row.text("statedOrganization"))
    return Statement(
        testimony([row], {}),
        stated,
        tuple(thing for thing in things if thing),
        body.text("kind") if body else "",
        surface,
        body.text("resolution") if body else "",
    )
