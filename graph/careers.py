"""Persons and their tenures, as quads of the derived graph."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from pyoxigraph import Quad

from canbo.graph.describe import VIETNAMESE, Description
from canbo.graph.judging.bounds import BoundName
from canbo.graph.judging.claims import Claim, Force
from canbo.graph.judging.identity import Person
from canbo.graph.judging.tenures import Stretch
from canbo.graph.offices import Office
from canbo.graph.reading.model import Status
from canbo.ontology.iris import bound_iri, concept_iri, graph_iri
from canbo.ontology.names import CB
from canbo.ontology.standards import DCTERMS, FOAF, OA, ORG, PROV, SKOS
from canbo.spelling import PartialDate

BOUNDS: Final[dict[BoundName, str]] = {
    "startEarliest": CB.startEarliest,
    "startLatest": CB.startLatest,
    "endEarliest": CB.endEarliest,
    "endLatest": CB.endLatest,
}
"""The properties of the four bounds."""

_CAUSES: Final = {
    Status.DISMISSED: "dismissed",
    Status.RETIRED: "retired",
    Status.DISCIPLINED: "disciplined",
}


@dataclass(frozen=True, slots=True)
class Tenure:
    """A stretch with what it is of; *person*, *term* and *iri* are IRIs."""

    iri: str
    person: str
    office: Office
    stretch: Stretch
    is_acting: bool
    term: str | None


def describe_person(iri: str, person: Person) -> Iterator[Quad]:
    """Yield who the person is, by which names, and why several texts speak of one person."""
    found = Description(iri, graph_iri("derived"), CB.Person, FOAF.Person)
    first, *others = person.names
    found.write(FOAF.name, first, VIETNAMESE)
    for other in others:
        found.write(SKOS.altLabel, other, VIETNAMESE)
    found.keys(person.names)
    for reason in person.reasons:
        found.write(SKOS.note, reason, VIETNAMESE)
    yield from found


def describe_tenure(tenure: Tenure) -> Iterator[Quad]:
    """Yield the tenure, its bounds with their grounds, and the attestations that are about it."""
    graph = graph_iri("derived")
    found = Description(tenure.iri, graph, CB.Tenure, ORG.Membership)
    found.link(ORG.member, tenure.person)
    found.link(CB.post, tenure.office.post)
    found.link(ORG.organization, tenure.office.organisation)
    found.link(ORG.role, tenure.office.role)
    kind = "acting" if tenure.is_acting else "regular"
    found.link(CB.tenureKind, concept_iri("tenure-kind", kind))
    found.link(CB.term, tenure.term)
    cause = _find_cause(tenure.stretch.claims)
    found.link(CB.endCause, cause and concept_iri("end-cause", cause))
    for bound in tenure.stretch.bounds:
        found.date(BOUNDS[bound.name], _day(bound.date))
    yield from found
    yield from _describe_bounds(tenure, graph)
    for claim in tenure.stretch.claims:
        for attestation in claim.attestations:
            link = Description(attestation, graph)
            link.link(OA.hasBody, tenure.iri)
            yield from link


def describe_redirects(old: str, ends: Iterable[str]) -> Iterator[Quad]:
    """Yield where an IRI that is no longer given leads."""
    found = Description(old, graph_iri("derived"))
    for end in ends:
        found.link(DCTERMS.isReplacedBy, end)
    yield from found


def _describe_bounds(tenure: Tenure, graph: str) -> Iterator[Quad]:
    for bound in tenure.stretch.bounds:
        found = Description(bound_iri(tenure.iri, bound.name), graph, CB.Bound, PROV.Entity)
        found.link(CB.boundOf, tenure.iri)
        found.link(CB.boundProperty, BOUNDS[bound.name])
        found.date(CB.boundDate, _day(bound.date))
        found.write(CB.boundRule, bound.rule)
        for attestation in bound.attestations:
            found.link(PROV.wasDerivedFrom, attestation)
        yield from found


def _find_cause(claims: Iterable[Claim]) -> str | None:
    """Return why the tenure ended, if a text says so."""
    ends = (claim.status for claim in claims if claim.force is Force.ENDS)
    return next((_CAUSES[status] for status in ends), None)


def _day(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)
