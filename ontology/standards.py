"""The terms of other people's vocabularies that canbo uses, listed like those in ``names.py``.

rdflib has no OA and no ELI, and only a part of schema.org; the rest is here so that code which
writes quads as text needs no rdflib.
"""

# ruff: noqa: N815 - a term is spelled as in its own vocabulary

from typing import Final

from canbo.ontology.names import Name, T, Vocabulary


class Rdf(Vocabulary[T]):
    """RDF itself."""

    type = Name()
    langString = Name()


class Rdfs(Vocabulary[T]):
    """RDF Schema."""

    label = Name()
    comment = Name()
    isDefinedBy = Name()
    seeAlso = Name()


class Owl(Vocabulary[T]):
    """OWL 2: only what says that two things are one or two."""

    sameAs = Name()
    differentFrom = Name()


class Xsd(Vocabulary[T]):
    """The data types of XML Schema."""

    string = Name()
    boolean = Name()
    integer = Name()
    date = Name()
    gYear = Name()
    gYearMonth = Name()
    anyURI = Name()


class Foaf(Vocabulary[T]):
    """FOAF: people and documents."""

    Person = Name()
    Document = Name()
    name = Name()


class Org(Vocabulary[T]):
    """The W3C Organization Ontology."""

    Organization = Name()
    FormalOrganization = Name()
    OrganizationalUnit = Name()
    ChangeEvent = Name()
    Membership = Name()
    Post = Name()
    Role = Name()
    classification = Name()
    identifier = Name()
    subOrganizationOf = Name()
    unitOf = Name()
    member = Name()
    organization = Name()
    role = Name()
    postIn = Name()
    holds = Name()
    memberDuring = Name()
    originalOrganization = Name()
    resultingOrganization = Name()


class Prov(Vocabulary[T]):
    """PROV-O: what came from what."""

    Entity = Name()
    Activity = Name()
    Agent = Name()
    Person = Name()
    Organization = Name()
    wasDerivedFrom = Name()
    wasGeneratedBy = Name()
    wasAttributedTo = Name()
    used = Name()


class Oa(Vocabulary[T]):
    """The Web Annotation Vocabulary."""

    Annotation = Name()
    SpecificResource = Name()
    TextQuoteSelector = Name()
    TextPositionSelector = Name()
    hasBody = Name()
    hasTarget = Name()
    hasSource = Name()
    hasSelector = Name()
    exact = Name()
    prefix = Name()
    suffix = Name()
    start = Name()
    end = Name()


class Skos(Vocabulary[T]):
    """SKOS: concepts, labels, schemes."""

    Concept = Name()
    ConceptScheme = Name()
    prefLabel = Name()
    altLabel = Name()
    hiddenLabel = Name()
    notation = Name()
    definition = Name()
    example = Name()
    note = Name()
    inScheme = Name()
    hasTopConcept = Name()
    topConceptOf = Name()
    broader = Name()
    narrower = Name()
    exactMatch = Name()
    closeMatch = Name()


class Eli(Vocabulary[T]):
    """The European Legislation Identifier ontology."""

    LegalResource = Name()
    passed_by = Name()
    date_document = Name()
    in_force = Name()
    first_date_entry_in_force = Name()
    date_no_longer_in_force = Name()
    based_on = Name()
    cites = Name()
    amends = Name()
    repeals = Name()
    implements = Name()
    consolidates = Name()


class Dcterms(Vocabulary[T]):
    """Dublin Core terms."""

    title = Name()
    identifier = Name()
    issued = Name()
    date = Name()
    publisher = Name()
    subject = Name()
    source = Name()
    creator = Name()
    license = Name()
    isReplacedBy = Name()
    replaces = Name()


class Schema(Vocabulary[T]):
    """schema.org, under https."""

    Event = Name()
    Legislation = Name()
    NewsArticle = Name()
    CreativeWork = Name()
    url = Name()
    startDate = Name()
    endDate = Name()
    location = Name()
    attendee = Name()
    birthDate = Name()


class Time(Vocabulary[T]):
    """OWL-Time."""

    ProperInterval = Name()
    hasBeginning = Name()
    hasEnd = Name()
    inXSDDate = Name()
    inXSDgYear = Name()


_W3 = "http://www.w3.org/"

RDF: Final = Rdf(_W3 + "1999/02/22-rdf-syntax-ns#", str)
RDFS: Final = Rdfs(_W3 + "2000/01/rdf-schema#", str)
OWL: Final = Owl(_W3 + "2002/07/owl#", str)
XSD: Final = Xsd(_W3 + "2001/XMLSchema#", str)
FOAF: Final = Foaf("http://xmlns.com/foaf/0.1/", str)
ORG: Final = Org(_W3 + "ns/org#", str)
PROV: Final = Prov(_W3 + "ns/prov#", str)
OA: Final = Oa(_W3 + "ns/oa#", str)
SKOS: Final = Skos(_W3 + "2004/02/skos/core#", str)
ELI: Final = Eli("http://data.europa.eu/eli/ontology#", str)
DCTERMS: Final = Dcterms("http://purl.org/dc/terms/", str)
SCHEMA: Final = Schema("https://schema.org/", str)
TIME: Final = Time(_W3 + "2006/time#", str)
