"""Organisations, roles and posts, each described once, with all that stands above them."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from pyoxigraph import Literal, Quad, RdfFormat, parse

from canbo.graph.describe import VIETNAMESE, Description
from canbo.graph.organisations import OrganisationFacts, describe_organisation
from canbo.graph.posts import PostFacts, describe_post, name_post
from canbo.graph.register import Register
from canbo.graph.register.bodies import Seats
from canbo.ontology.iris import concept_iri, graph_iri, organization_iri, post_iri, role_iri
from canbo.ontology.load import vocabulary_turtle_files
from canbo.ontology.names import CB
from canbo.ontology.standards import ORG, SKOS
from canbo.spelling import PartialDate, name_key


@dataclass(frozen=True, slots=True)
class Office:
    """A post as tenures need it: IRIs, the name of the body, whether one person holds it.

    *ended* is the last day of the body, where it is known to have ended; *title* is the role
    without the body, *rank* 1 for the head, None where it is not known.
    """

    post: str
    role: str
    organisation: str
    body: str
    is_single: bool
    ended: date | None = None
    title: str = ""
    rank: int | None = None


class Offices:
    """Describes what texts name in the derived graph; what the register describes is left to it.

    *succeeded* are the names of those whose unit became a part of another.
    """

    def __init__(self, register: Register, registered: frozenset[str]) -> None:
        """Begin with *registered*, the IRIs of all that the register describes."""
        self.quads: list[Quad] = []
        self.by_post: Final[dict[str, Office]] = {}
        self.succeeded: Final[set[str]] = set()
        self._register = register
        self._described = set(registered)
        self._graph: Final = graph_iri("derived")
        self._organisations: dict[str, str] = {}
        self._paired: set[tuple[str, str]] = set()
        self._offices: dict[tuple[str, str], Office] = {}

    def organisation(self, name: str) -> str:
        """Return the IRI of the organisation called *name*; describe it and what it belongs to."""
        known = self._organisations.get(name)
        if known is None:
            facts = describe_organisation(self.full_name(name), self._register)
            known = self._organisations[name] = organization_iri(facts.name)
            if known not in self._described:
                self._described.add(known)
                self._describe_organisation(known, facts)
        return known

    def office(self, title: str, organisation: str) -> Office:
        """Return the post *title* in the organisation of that name; describe both."""
        key = (title, organisation)
        known = self._offices.get(key)
        if known is None:
            known = self._offices[key] = self._make_office(title, organisation)
            self.by_post[known.post] = known
        return known

    def full_name(self, name: str) -> str:
        """Return the name under which the register knows the organisation, else *name* itself."""
        organ = self._register.organ(name)
        return organ.name if organ else name

    def _describe_organisation(self, iri: str, facts: OrganisationFacts) -> None:
        found = Description(iri, self._graph, CB.Organization, ORG.Organization)
        found.name(facts.name)
        found.link(CB.system, facts.system and concept_iri("system", facts.system))
        found.link(CB.level, facts.level and concept_iri("level", facts.level))
        found.link(ORG.classification, concept_iri("organization-kind", facts.kind))
        found.link(ORG.subOrganizationOf, facts.parent and self.organisation(facts.parent))
        found.date(CB.dissolvedEarliest, _partial(facts.ended))
        found.date(CB.dissolvedLatest, _partial(facts.ended))
        if facts.ended and facts.successor:
            self.succeeded.add(facts.name)
        for reason in facts.reasons:
            found.write(SKOS.note, reason, VIETNAMESE)
        self.quads += found
        if facts.counterpart:
            self._pair(iri, self.organisation(facts.counterpart))

    def _pair(self, one: str, other: str) -> None:
        """Say of both that they are counterparts, as queries ask from either side."""
        for subject, counterpart in ((one, other), (other, one)):
            if (subject, counterpart) in self._paired:
                continue
            self._paired.add((subject, counterpart))
            found = Description(subject, self._graph)
            found.link(CB.counterpartOf, counterpart)
            self.quads += found

    def _make_office(self, title: str, organisation: str) -> Office:
        body = self.full_name(organisation)
        facts = describe_post(title, body, self._register)
        office = Office(
            post_iri(facts.role, body),
            self._role(facts),
            self.organisation(organisation),
            body,
            facts.seats is Seats.ONE,
            describe_organisation(body, self._register).ended,
            facts.role,
            facts.rank,
        )
        if office.post not in self._described:
            self._described.add(office.post)
            found = Description(office.post, self._graph, CB.Post, ORG.Post)
            found.name(name_post(facts.role, body))
            found.link(ORG.role, office.role)
            found.link(ORG.postIn, office.organisation)
            found.link(CB.seats, concept_iri("seats", facts.seats))
            self.quads += found
        return office

    def _role(self, facts: PostFacts) -> str:
        """Return the role of the scheme with that title, else one of its own, described once."""
        listed = listed_roles().get(name_key(facts.role))
        if listed:
            return listed
        iri = role_iri(facts.role)
        if iri not in self._described:
            self._described.add(iri)
            found = Description(iri, self._graph, CB.Role, ORG.Role, SKOS.Concept)
            found.write(SKOS.prefLabel, facts.role, VIETNAMESE)
            found.count(CB.rank, facts.rank)
            found.link(CB.seats, concept_iri("seats", facts.seats))
            self.quads += found
        return iri


@cache
def listed_roles() -> dict[str, str]:
    """Return the roles of the scheme by the name keys of their Vietnamese titles."""
    file = next(file for file in vocabulary_turtle_files() if file.name == "role.ttl")
    roles: dict[str, str] = {}
    for quad in parse(file.read_bytes(), RdfFormat.TURTLE):
        title = quad.object
        if quad.predicate.value == SKOS.prefLabel and isinstance(title, Literal):
            key, iri = name_key(title.value), str(getattr(quad.subject, "value", ""))
            if title.language == VIETNAMESE and "/scheme/role/" in iri:
                roles[key] = min(iri, roles.get(key, iri), key=lambda iri: (len(iri), iri))
    return roles


def _partial(day: date | None) -> PartialDate | None:
    return PartialDate(day.year, day.month, day.day) if day else None
