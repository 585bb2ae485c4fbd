"""The bodies of the register and the known holders of the top posts, as quads."""

from collections.abc import Iterator

from canbo.graph.describe import VIETNAMESE, Description
from canbo.graph.register.bodies import Official, Organ, RoleRow
from canbo.graph.register.register import Register
from canbo.graph.register.sourcing import source_row
from canbo.ontology.iris import (
    attestation_iri,
    bound_iri,
    change_iri,
    concept_iri,
    organization_iri,
    person_iri,
    post_iri,
    tenure_iri,
    term_iri,
)
from canbo.ontology.names import CB
from canbo.ontology.standards import DCTERMS, FOAF, OA, ORG, PROV
from canbo.spelling import PartialDate

_FOUNDING = "register"


def describe_organs(register: Register, graph: str) -> Iterator[Description]:
    """Yield each registered body, and the change by which it became another."""
    for organ in register.tables.organs:
        yield _describe_organ(organ, graph)
        if organ.successor and organ.valid_to:
            yield _describe_change(organ, organ.valid_to, graph)


def describe_officials(register: Register, graph: str) -> Iterator[Description]:
    """Yield persons, posts, tenures with their bounds, and the rows that attest them."""
    for official in register.tables.officials:
        rows = register.roles(official.post)
        yield _describe_person(official, graph)
        yield _describe_post(official, rows[0] if rows else None, graph)
        yield from _describe_tenure(official, graph)


def registered_person_iri(name: str) -> str:
    """Return the IRI of a person of the register; there one name is one person."""
    return person_iri(name, _FOUNDING)


def _describe_organ(organ: Organ, graph: str) -> Description:
    found = Description(organization_iri(organ.name), graph, CB.Organization, ORG.Organization)
    short = [organ.abbreviation] if organ.abbreviation else []
    found.name(organ.name, [*organ.aliases, *short])
    found.link(CB.system, concept_iri("system", organ.system))
    found.link(CB.level, concept_iri("level", organ.level))
    found.link(ORG.classification, concept_iri("organization-kind", organ.kind))
    found.write(CB.issuerCode, organ.code)
    for predicate, other in (
        (ORG.subOrganizationOf, organ.parent),
        (CB.counterpartOf, organ.counterpart),
    ):
        found.link(predicate, organization_iri(other) if other else None)
    if organ.valid_from:
        found.date(CB.foundedEarliest, _day(organ.valid_from, last=False))
        found.date(CB.foundedLatest, _day(organ.valid_from, last=True))
    if organ.valid_to:
        found.date(CB.dissolvedEarliest, _day(organ.valid_to, last=False))
        found.date(CB.dissolvedLatest, _day(organ.valid_to, last=True))
    found.decide(CB.registered, truth=True)
    source_row(found, f"organs: {organ.name}", organ.row)
    return found


def _describe_change(organ: Organ, day: PartialDate, graph: str) -> Description:
    place = change_iri("merger", day.iso, organ.name, organ.successor)
    found = Description(place, graph, CB.OrgChange, ORG.ChangeEvent)
    found.link(CB.changeType, concept_iri("change-type", "merger"))
    found.link(ORG.originalOrganization, organization_iri(organ.name))
    found.link(ORG.resultingOrganization, organization_iri(organ.successor))
    found.date(DCTERMS.date, day)
    source_row(found, f"organs: {organ.name}", organ.row)
    return found


def _describe_person(official: Official, graph: str) -> Description:
    place = registered_person_iri(official.person)
    found = Description(place, graph, CB.Person, FOAF.Person)
    found.write(FOAF.name, official.person, VIETNAMESE)
    found.keys([official.person])
    return found


def _describe_post(official: Official, role: RoleRow | None, graph: str) -> Description:
    place = post_iri(official.post, official.organ)
    found = Description(place, graph, CB.Post, ORG.Post)
    found.name(f"{official.post} {official.organ}")
    found.link(ORG.role, concept_iri("role", official.post))
    found.link(ORG.postIn, organization_iri(official.organ))
    if role:
        found.link(CB.seats, concept_iri("seats", role.seats))
    return found


def _describe_tenure(official: Official, graph: str) -> Iterator[Description]:
    person, post = registered_person_iri(official.person), post_iri(official.post, official.organ)
    day = official.start or official.attested
    tenure = tenure_iri(person, post, day.iso if day else _FOUNDING)
    found = Description(tenure, graph, CB.Tenure, ORG.Membership)
    found.link(ORG.member, person)
    found.link(CB.post, post)
    found.link(ORG.organization, organization_iri(official.organ))
    found.link(ORG.role, concept_iri("role", official.post))
    found.link(CB.tenureKind, concept_iri("tenure-kind", _kind(official)))
    found.link(CB.term, term_iri("TW", official.term) if official.term else None)
    found.decide(CB.registered, truth=True)
    attestation = _attest(official, tenure, graph)
    bounds = _bounds(official)
    for name, bound in bounds.items():
        found.date(getattr(CB, name), bound)
    yield found
    yield attestation
    for name, bound in bounds.items():
        yield _describe_bound(official, (tenure, name), bound, graph)


def _kind(official: Official) -> str:
    return "acting" if official.is_acting else "regular"


def official_attestation_iri(official: Official, graph: str) -> str:
    """Return the IRI of what the row of an official attests, in the named *graph*."""
    day = official.start or official.attested
    when = day.iso if day else ""
    return attestation_iri(graph, "H", official.person, official.post, official.organ, when)


def _attest(official: Official, tenure: str, graph: str) -> Description:
    found = Description(
        official_attestation_iri(official, graph), graph, CB.Attestation, OA.Annotation
    )
    found.link(OA.hasBody, tenure)
    found.write(CB.statedPerson, official.person, VIETNAMESE)
    found.write(CB.statedPost, official.post, VIETNAMESE)
    found.write(CB.statedOrganization, official.organ, VIETNAMESE)
    found.link(CB.mode, concept_iri("mode", "registered"))
    found.link(CB.status, concept_iri("status", "acting" if official.is_acting else "current"))
    day = official.start or official.attested
    start = day.iso if day else "?"
    source_row(found, f"officials: {official.person}, {official.post}, {start}", official.row)
    return found


def _describe_bound(
    official: Official, place: tuple[str, str], day: PartialDate, graph: str
) -> Description:
    tenure, name = place
    found = Description(bound_iri(tenure, name), graph, CB.Bound, PROV.Entity)
    found.link(CB.boundOf, tenure)
    found.link(CB.boundProperty, getattr(CB, name))
    found.date(CB.boundDate, day)
    found.write(CB.boundRule, "R1")
    found.link(PROV.wasDerivedFrom, official_attestation_iri(official, graph))
    return found


def _bounds(official: Official) -> dict[str, PartialDate]:
    """Return the bounds as days: a month or a year widens to its first and last day.

    One who has not been seen to leave holds at least on the day that begins the tenure, or on the
    last on which the post is attested.
    """
    bounds: dict[str, PartialDate] = {}
    if start := official.start:
        bounds |= {
            "startEarliest": _day(start, last=False),
            "startLatest": _day(start, last=True),
        }
    elif official.attested:
        bounds["startLatest"] = _day(official.attested, last=True)
    if end := official.end:
        bounds |= {"endEarliest": _day(end, last=False), "endLatest": _day(end, last=True)}
    elif seen := official.attested or official.start:
        bounds["endEarliest"] = _day(seen, last=False)
    return bounds


def _day(date: PartialDate, *, last: bool) -> PartialDate:
    day = date.last if last else date.first
    return PartialDate(day.year, day.month, day.day)
