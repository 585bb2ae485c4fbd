"""What the graph knows of a thing, read by the ``page-`` questions: values bound, never pasted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from pyoxigraph import Store

from canbo.ontology.iris import BASE, NS
from canbo.ontology.standards import DCTERMS, FOAF, RDF, RDFS, SKOS
from canbo.queries import Row, Term, named, select
from canbo.queries.bind import bound
from canbo.queries.rows import TermKind, iri
from canbo.viz.things import Bounds

MOST: Final = 300
"""How many rows of one kind a page shows; a question asks for one more, to tell."""

KINDS: Final = ("Person", "Post", "Organization", "Source", "Tenure")
_DOCUMENTS: Final = frozenset({"PartyDocument", "StateDocument", "Document"})
_EVENTS: Final = frozenset({"Congress", "Session", "Plenum", "Event"})
_LABELS: Final = (
    SKOS.prefLabel,
    FOAF.name,
    DCTERMS.title,
    RDFS.label,
    DCTERMS.identifier,
)


@dataclass(frozen=True, slots=True)
class Known:
    """A thing: its *facts* are all that is recorded of it directly, by property."""

    iri: str
    facts: Mapping[str, tuple[Term, ...]] = field(default_factory=dict[str, tuple[Term, ...]])

    @property
    def kind(self) -> str:
        """Return what kind of thing it is: person, post, ..., or other."""
        classes = {term.value.removeprefix(NS) for term in self.all(RDF.type)}
        if classes & _DOCUMENTS:
            return "document"
        if classes & _EVENTS:
            return "event"
        return next((kind.lower() for kind in KINDS if kind in classes), "other")

    @property
    def label(self) -> str:
        """Return what it is called, in Vietnamese where it can be; else the end of its IRI."""
        for name in _LABELS:
            found = self.all(name)
            if found:
                return next((t.value for t in found if t.language == "vi"), found[0].value)
        return self.iri.removeprefix(BASE)

    def all(self, name: str) -> tuple[Term, ...]:
        """Return the values of a property, by its IRI."""
        return self.facts.get(name, ())

    def texts(self, name: str) -> list[str]:
        """Return the values of a property as texts, each once."""
        return list(dict.fromkeys(term.value for term in self.all(name)))

    @property
    def other_names(self) -> list[str]:
        """Return what else it is called."""
        return self.texts(SKOS.altLabel)

    @property
    def notes(self) -> list[str]:
        """Return what is noted of it: why something was inferred, what the register says."""
        return self.texts(SKOS.note)

    @property
    def register_rows(self) -> list[str]:
        """Return the rows of the register that tell of it."""
        return self.texts(f"{NS}registerRow")

    @property
    def places(self) -> list[str]:
        """Return where the register has it from."""
        return self.texts(DCTERMS.source)

    def one(self, name: str) -> str:
        """Return the first value of a property, or nothing."""
        found = self.all(name)
        return found[0].value if found else ""


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who held which post where, within which bounds."""

    iri: str
    person: tuple[str, str]
    post: tuple[str, str]
    organisation: tuple[str, str]
    kind: str
    bounds: Bounds
    term: str


@dataclass(frozen=True, slots=True)
class Told:
    """A source as it is named beside a quote."""

    iri: str
    title: str = ""
    issued: str = ""
    publisher: str = ""
    url: str = ""
    original: str = ""


@dataclass(frozen=True, slots=True)
class Testimony:
    """One attestation: words of a source, in their context, or a row of the register."""

    iri: str
    status: str
    attested_on: str
    is_inferred: bool
    inferred: tuple[str, ...]
    register_row: str
    source: Told | None
    quote: str
    prefix: str
    suffix: str

    @property
    def before(self) -> str:
        """Return what stands before the quote, from the first whole word on."""
        head, space, rest = self.prefix.partition(" ")
        return rest if space and not head.endswith((".", ",", ";", ":")) else self.prefix

    @property
    def after(self) -> str:
        """Return what stands behind the quote, up to the last whole word."""
        rest, space, _ = self.suffix.rpartition(" ")
        return rest if space else self.suffix

    @property
    def witness(self) -> str:
        """Return who is one witness: a text with its reprints, a row of the register."""
        if self.source is None:
            return self.register_row or self.iri
        return self.source.original or self.source.iri


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a bound of a tenure is what it is: by which rule, from which attestation."""

    property: str
    day: str
    rule: str
    attestation: str


def rows(store: Store, question: str, **bindings: Iterable[str]) -> tuple[Row, ...]:
    """Return the rows of the question ``page-...``, its variables bound to IRIs; none to no rows.

    Raises ValueError where one is no IRI.
    """
    values = {name: tuple(map(iri, iris)) for name, iris in bindings.items()}
    if not all(values.values()):
        return ()
    return select(store, bound(named(f"page-{question}"), values)).rows


def read_known(store: Store, thing: str) -> Known:
    """Return what is recorded of *thing* directly; nothing where the graph does not know it."""
    facts: dict[str, list[Term]] = {}
    for row in rows(store, "facts", thing=[thing]):
        facts.setdefault(row.text("property"), []).append(row["value"])
    return Known(thing, {name: tuple(values) for name, values in facts.items()})


def read_tenures(store: Store, thing: str) -> list[Tenure]:
    """Return the tenures of a person, in a post or in an organisation, by time."""
    return [
        Tenure(
            row.text("tenure"),
            (row.text("person"), row.text("personLabel")),
            (row.text("post"), row.text("postLabel")),
            (row.text("organisation"), row.text("organisationLabel")),
            row.text("kind").rpartition("/")[2],
            Bounds(
                row.text("startEarliest"),
                row.text("startLatest"),
                row.text("endEarliest"),
                row.text("endLatest"),
            ),
            row.text("term"),
        )
        for row in rows(store, "tenures", thing=[thing])
    ]


def read_testimony(store: Store, bodies: Iterable[str]) -> dict[str, list[Testimony]]:
    """Return the attestations of each of *bodies* (IRIs), by date and source."""
    found = rows(store, "evidence", body=bodies)
    told = read_sources(store, {row.text("source") for row in found} - {""})
    grouped: dict[str, dict[tuple[str, str], list[Row]]] = {}
    for row in found:
        key = (row.text("attestation"), row.text("start"))
        grouped.setdefault(row.text("body"), {}).setdefault(key, []).append(row)
    return {
        body: [testimony(same, told) for same in attestations.values()]
        for body, attestations in grouped.items()
    }


def testimony(same: list[Row], told: Mapping[str, Told]) -> Testimony:
    """Return the attestation of the rows *same*, which differ only in what was inferred."""
    row = same[0]
    inferred = dict.fromkeys(each.text("inferred") for each in same if "inferred" in each)
    return Testimony(
        iri=row.text("attestation"),
        status=row.text("status"),
        attested_on=row.text("attestedOn"),
        is_inferred=row.text("mode").endswith("/inferred"),
        inferred=tuple(inferred),
        register_row=row.text("registerRow"),
        source=told.get(row.text("source")),
        quote=row.text("quote"),
        prefix=row.text("prefix"),
        suffix=row.text("suffix"),
    )


def read_sources(store: Store, sources: Iterable[str]) -> dict[str, Told]:
    """Return how each of *sources* (IRIs) is named."""
    found: dict[str, Told] = {}
    for row in rows(store, "sources", source=sorted(sources)):
        title = row.text("title") or row.text("identifier")
        rest = (row.text(name) for name in ("issued", "publisher", "url", "original"))
        found.setdefault(row.text("source"), Told(row.text("source"), title, *rest))
    return found


def read_reasons(store: Store, tenures: Iterable[str]) -> dict[str, list[Reason]]:
    """Return why the bounds of each of *tenures* are what they are."""
    found: dict[str, list[Reason]] = {}
    for row in rows(store, "bounds", tenure=tenures):
        bound_name = row.text("property").rpartition("#")[2]
        rest = (row.text(name) for name in ("date", "rule", "attestation"))
        found.setdefault(row.text("tenure"), []).append(Reason(bound_name, *rest))
    return found


def pointing(store: Store, things: Iterable[str], properties: Iterable[str]) -> list[str]:
    """Return what has one of *things* as the value of one of *properties*, the first 2,000."""
    found = rows(store, "inbound", thing=sorted(set(things)), property=properties)
    return list(dict.fromkeys(row.text("subject") for row in found))


def pointed(store: Store, things: Iterable[str], properties: Iterable[str]) -> list[str]:
    """Return the values of *properties* of *things*, the first 2,000."""
    found = rows(store, "values", thing=sorted(set(things)), property=properties)
    return [row.text("value") for row in found]


def iris_in(terms: Iterable[Term]) -> list[str]:
    """Return the IRIs among *terms*."""
    return [term.value for term in terms if term.kind is TermKind.IRI]
