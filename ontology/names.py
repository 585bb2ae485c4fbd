"""The terms of ``canbo.ttl``, each written once, as plain text or as whatever a library wants.

``CB.Tenure`` here is a ``str``; in ``terms.py`` the same list gives ``rdflib.URIRef``. A term that
is not listed is an error, for the type checker and at run time; ``tests/ontology/test_terms.py``
keeps the list and the Turtle the same.
"""

# ruff: noqa: N815 - a term is spelled as in the Turtle

from collections.abc import Callable
from typing import Final, Generic, TypeVar

from canbo.ontology.iris import NS

T = TypeVar("T")


class Vocabulary(Generic[T]):
    """A namespace with its terms; *make* turns the text of an IRI into what a library wants."""

    def __init__(self, namespace: str, make: Callable[[str], T]) -> None:
        """Keep the namespace and how to make a term of it."""
        self.namespace: Final = namespace
        self.make: Final = make

    @classmethod
    def local_names(cls) -> tuple[str, ...]:
        """Return the names of all terms, in the order they are written."""
        return tuple(name for name, value in vars(cls).items() if isinstance(value, Name))


class Name:
    """One term of a vocabulary, named by the attribute that holds it."""

    name: str

    def __set_name__(self, owner: type, name: str) -> None:
        """Take the name it is assigned to."""
        self.name = name

    def __get__(self, vocabulary: Vocabulary[T], owner: type) -> T:
        """Return the term as its vocabulary makes it, and keep it there for the next time."""
        made = vocabulary.make(vocabulary.namespace + self.name)
        vars(vocabulary)[self.name] = made
        return made


class Canbo(Vocabulary[T]):
    """The own terms of canbo, ``cb:``."""

    # --- classes ---
    Person = Name()
    Organization = Name()
    OrgChange = Name()
    Role = Name()
    Post = Name()
    Tenure = Name()
    Bound = Name()
    Term = Name()
    Event = Name()
    Congress = Name()
    Session = Name()
    Plenum = Name()
    Document = Name()
    PartyDocument = Name()
    StateDocument = Name()
    Citation = Name()
    DirectiveAction = Name()
    Source = Name()
    Passage = Name()
    Attestation = Name()

    # --- names, of anything a person can name ---
    nameKey = Name()
    nameFold = Name()
    nameWord = Name()

    # --- organisations, roles and posts ---
    system = Name()
    level = Name()
    counterpartOf = Name()
    foundedEarliest = Name()
    foundedLatest = Name()
    dissolvedEarliest = Name()
    dissolvedLatest = Name()
    changeType = Name()
    rank = Name()
    seats = Name()

    # --- tenures and their bounds ---
    post = Name()
    startEarliest = Name()
    startLatest = Name()
    endEarliest = Name()
    endLatest = Name()
    tenureKind = Name()
    endCause = Name()
    term = Name()
    boundOf = Name()
    boundProperty = Name()
    boundDate = Name()
    boundRule = Name()

    # --- terms and events ---
    termOf = Name()
    ordinal = Name()
    startYear = Name()
    endYear = Name()
    numberingFrom = Name()
    numberingTo = Name()
    openedBy = Name()
    opensTerm = Name()
    eventOf = Name()
    congressOf = Name()
    elected = Name()

    # --- documents ---
    symbol = Name()
    number = Name()
    year = Name()
    issuerCode = Name()
    typeCode = Name()
    documentType = Name()
    supersedes = Name()
    amends = Name()
    implements = Name()
    issuedAt = Name()
    registered = Name()
    registerRow = Name()
    confidence = Name()

    # --- citations and actions ---
    citing = Name()
    surface = Name()
    citedSymbol = Name()
    statedIssuer = Name()
    candidate = Name()
    resolvedTo = Name()
    resolution = Name()
    resolutionRule = Name()
    resolutionStrength = Name()
    reason = Name()
    relation = Name()
    actionKind = Name()
    statedActor = Name()
    actor = Name()
    document = Name()
    citation = Name()

    # --- sources and attestations ---
    sha256 = Name()
    wordCount = Name()
    retrieved = Name()
    sourceKind = Name()
    reprintOf = Name()
    statedPerson = Name()
    statedPost = Name()
    statedOrganization = Name()
    statedEvent = Name()
    statedTerm = Name()
    statedDate = Name()
    statedFrom = Name()
    statedTo = Name()
    sanction = Name()
    status = Name()
    asserts = Name()
    attestedOn = Name()
    mode = Name()
    rule = Name()
    inferred = Name()
    clue = Name()


CB: Final = Canbo(NS, str)
"""The own terms as plain text, for the code that must be fast."""
