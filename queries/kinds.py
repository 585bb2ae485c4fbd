"""What can be named: for each kind of thing its classes and where its name stands in the graph."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from canbo.ontology.iris import BASE


class Kind(StrEnum):
    """The kinds of things that a person can name."""

    PERSON = "person"
    POST = "post"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    EVENT = "event"
    TENURE = "tenure"
    SOURCE = "source"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Shape:
    """Where things of one kind stand; all parts are SPARQL, with our prefixes.

    *named* is the path from the thing to what carries its name keys, nothing where it does itself;
    *label* the path to what it is called; *about* the paths to what tells it from others. Where it
    is *told_apart*, words of that can be typed too (``Chỉ thị 10 khóa X``); the body above another
    is no part of its name.
    """

    classes: tuple[str, ...]
    label: str = "skos:prefLabel"
    named: str = ""
    about: tuple[str, ...] = ()
    told_apart: bool = True


@cache
def shape_of(kind: Kind) -> Shape:
    """Return where things of this kind stand."""
    return {
        Kind.PERSON: Shape(
            ("cb:Person",), label="foaf:name", about=("^org:member/cb:post/skos:prefLabel",)
        ),
        Kind.POST: Shape(
            ("cb:Post",),
            about=("org:postIn/org:subOrganizationOf/skos:prefLabel",),
            told_apart=False,
        ),
        Kind.ORGANISATION: Shape(
            ("cb:Organization",),
            about=("org:subOrganizationOf/skos:prefLabel",),
            told_apart=False,
        ),
        Kind.DOCUMENT: Shape(
            ("cb:PartyDocument", "cb:StateDocument"),
            about=(
                "cb:term/skos:prefLabel",
                "eli:date_document",
                "eli:passed_by/skos:prefLabel",
                "dcterms:subject",
                "cb:issuedAt/skos:prefLabel|cb:issuedAt/skos:altLabel",
            ),
        ),
        Kind.EVENT: Shape(
            ("cb:Congress", "cb:Session", "cb:Plenum"),
            about=("schema:startDate", "cb:eventOf/skos:prefLabel"),
        ),
        Kind.TENURE: Shape(
            ("cb:Tenure",),
            label="org:member/foaf:name",
            named="(org:member|cb:post)/",
            about=("cb:post/skos:prefLabel", "cb:startLatest", "cb:endLatest"),
        ),
        Kind.SOURCE: Shape(
            ("cb:Source",), label="dcterms:title", about=("dcterms:issued", "dcterms:publisher")
        ),
        Kind.TERM: Shape(("cb:Term",), about=("cb:termOf/skos:prefLabel",)),
    }[kind]


@cache
def folders() -> tuple[str, ...]:
    """Return what the IRIs of such things begin with, after the base: ``person/`` and so on."""
    names = "person post organization document congress session plenum tenure source term"
    return tuple(f"{name}/" for name in names.split())


def as_iri(text: str) -> str | None:
    """Return *text* as an IRI where it is one (also in ``<>``, also without our base), else None.

    >>> as_iri("<https://example.org/a>"), as_iri("term/tw/x"), as_iri("10-CT/TW")
    ('https://example.org/a', 'https://w3id.org/canbo/term/tw/x', None)
    """
    bare = text.strip().removeprefix("<").removesuffix(">")
    if bare.startswith(("http://", "https://", "urn:")) and not bare.split()[1:]:
        return bare
    return BASE + bare if bare.startswith(folders()) and not bare.split()[1:] else None
