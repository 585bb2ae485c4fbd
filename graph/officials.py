"""The public officials of the register, as claims beside those of the texts.

The register's rows and the texts are judged together, so that there is one tenure where both speak
of it: of its officials only the persons, the posts and the rows that attest them stand in the graph
of the register, their tenures in the derived one.
"""

from dataclasses import dataclass
from functools import lru_cache

from pyoxigraph import NamedNode, Quad

from canbo.graph.judging.claims import Claim, Force, When
from canbo.graph.judging.identity import Office
from canbo.graph.judging.ledger import Key
from canbo.graph.offices import Offices
from canbo.graph.reading.model import Status
from canbo.graph.register import Register
from canbo.graph.register.quads import register_quads
from canbo.graph.register.quads_bodies import official_attestation_iri, registered_person_iri
from canbo.ontology.iris import graph_iri
from canbo.ontology.names import CB
from canbo.ontology.standards import RDF
from canbo.spelling import PartialDate, name_key

_DERIVED_ANEW = frozenset({CB.Tenure, CB.Bound})


@dataclass(frozen=True, slots=True)
class Registered:
    """The claims of the register, each with its person, and whom it knows in which office."""

    claims: tuple[tuple[str, Claim], ...]
    officials: dict[Office, str]


@lru_cache(maxsize=2)
def stated_quads(register: Register) -> tuple[Quad, ...]:
    """Return the quads of the register but for the tenures that are derived with the texts."""
    quads = list(register_quads(register))
    left_out = {
        quad.subject
        for quad in quads
        if quad.predicate.value == RDF.type and _value(quad) in _DERIVED_ANEW
    }
    return tuple(
        quad for quad in quads if quad.subject not in left_out and quad.object not in left_out
    )


def read_officials(register: Register, offices: Offices) -> Registered:
    """Return what the register's officials claim, their posts described by *offices*."""
    claims: list[tuple[str, Claim]] = []
    officials: dict[Office, str] = {}
    graph = graph_iri("register")
    for official in register.tables.officials:
        office = offices.office(official.post, official.organ)
        person = registered_person_iri(official.person)
        officials[name_key(official.person), office.post, office.organisation] = person
        day = official.start or official.attested
        label = f"{official.person}|{official.post}|{official.organ}|{day.iso if day else ''}"
        claim = Claim(
            attestations=(official_attestation_iri(official, graph),),
            key=Key(graph, 0, 0, label),
            post=office.post,
            organisation=office.organisation,
            status=Status.ACTING if official.is_acting else Status.CURRENT,
            force=Force.HOLDS,
            when=_when(official.attested or official.start),
            since=_when(official.start),
            until=_when(official.end),
        )
        claims.append((person, claim))
    return Registered(tuple(claims), officials)


@lru_cache(maxsize=2)
def described_subjects(quads: tuple[Quad, ...]) -> frozenset[str]:
    """Return the IRI of everything *quads* describe."""
    return frozenset(quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode))


def _value(quad: Quad) -> str:
    return quad.object.value if isinstance(quad.object, NamedNode) else ""


def _when(day: PartialDate | None) -> When | None:
    return When(day.first, day.last) if day else None
