"""What citations mean and who acts on which document, as quads of the derived graph."""

from typing import Final, TypeAlias

from pyoxigraph import Quad

from canbo.graph.cited_documents import CitedDocument, CitedDocuments, Settled
from canbo.graph.describe import VIETNAMESE, Description
from canbo.graph.document_identity import is_central
from canbo.graph.judging.ledger import Key
from canbo.graph.meetings import Meetings
from canbo.graph.offices import Offices
from canbo.graph.reading.model import Document
from canbo.graph.register.iris import CENTRAL_COMMITTEE
from canbo.graph.resolution import Outcome, Resolution
from canbo.graph.testimony import Citation
from canbo.ontology.iris import concept_iri, graph_iri
from canbo.ontology.names import CB
from canbo.ontology.standards import DCTERMS, ELI, RDF
from canbo.spelling import PartialDate, Signature, System, parse_date, parse_signature

_STATE_TYPES: Final = frozenset(
    {"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp", "Nghị định", "Thông tư", "Công điện"}
)


Meant: TypeAlias = str | Key | None
"""A document or an actor: its IRI, or the key of a cited document that is named at the end."""


class Directives:
    """Describes resolutions, and once each document that is cited and not registered."""

    def __init__(
        self,
        cited: CitedDocuments,
        offices: Offices,
        meetings: Meetings,
        stated_bases: frozenset[tuple[str, str]] = frozenset(),
    ) -> None:
        """Begin; documents that are not registered are gathered in *cited*.

        *stated_bases* are the pairs of which the register's graph says that one is based on the
        other.
        """
        self.quads: list[Quad] = []
        self._cited = cited
        self._offices = offices
        self._meetings = meetings
        self._graph: Final = graph_iri("derived")
        self._stated = stated_bases
        self._citing: list[tuple[str, Key]] = []
        self._acting: list[tuple[str, Meant, Meant]] = []
        self._based: dict[tuple[Meant, Meant], None] = {}

    def resolve(
        self, source: str, citations: tuple[Citation, ...], resolution: Resolution
    ) -> Meant:
        """Say what *citations*, all of one document in one *source*, mean; return which it is."""
        for citation in citations:
            self.quads += self._describe_resolution(citation.iri, resolution)
        key = self._cited.take(source, resolution)
        if key:
            self._citing += ((citation.iri, key) for citation in citations)
        return key or resolution.iri or None

    def act(self, action: str, actor: Meant, document: Meant) -> None:
        """Say who acts, and on which document where that is clear."""
        if isinstance(actor, Key) or isinstance(document, Key):
            self._acting.append((action, actor, document))
            return
        found = Description(action, self._graph)
        found.link(CB.actor, actor)
        found.link(CB.document, document)
        self.quads += found

    def base(self, document: Meant, on: Meant) -> None:
        """Remember that a document is based on another, where it is clear which both are."""
        if document and on:
            self._based[document, on] = None

    def conclude(self, settled: Settled) -> None:
        """Describe the documents that are not registered, and say which citations mean them."""
        for cited in settled.documents:
            self.quads += self._describe_document(cited)

        def name(meant: Meant) -> str | None:
            return settled.given[meant] if isinstance(meant, Key) else meant

        for citation, key in self._citing:
            found = Description(citation, self._graph)
            found.link(CB.candidate, settled.given[key])
            self.quads += found
        waiting, self._acting = self._acting, []
        for action, actor, document in waiting:
            self.act(action, name(actor), name(document))
        based = {(name(document), name(on)) for document, on in self._based}
        for document, on in sorted(pair for pair in based if pair not in self._stated):
            if document and document != on:
                found = Description(document, self._graph)
                found.link(ELI.based_on, on)
                self.quads += found

    def _describe_resolution(self, citation: str, resolution: Resolution) -> Description:
        found = Description(citation, self._graph)
        found.link(CB.resolution, concept_iri("resolution", resolution.outcome))
        if resolution.outcome is not Outcome.UNREGISTERED:
            for candidate in resolution.possible:
                found.link(CB.candidate, candidate.entry.iri)
        if resolution.outcome is Outcome.RESOLVED:
            found.link(CB.resolvedTo, resolution.iri)
        found.write(CB.resolutionStrength, resolution.strength)
        for rule in resolution.rules:
            found.link(CB.resolutionRule, concept_iri("resolution-rule", rule))
        for reason in resolution.reasons:
            found.write(CB.reason, reason, VIETNAMESE)
        return found

    def _describe_document(self, cited: CitedDocument) -> Description:
        document = cited.resolutions[0].document
        signature = parse_signature(document.signature or "")
        found = Description(cited.iri, self._graph, _class_of(document, signature))
        found.link(RDF.type, ELI.LegalResource)
        found.name(cited.label, cited.mentions)
        found.link(
            CB.documentType, concept_iri("document-type", cited.most(lambda d: d.type) or "")
        )
        if signature:
            _describe_signature(found, signature, document.signature)
        found.date(ELI.date_document, parse_date(cited.date) if cited.date else None)
        if cited.issuer:
            found.link(ELI.passed_by, self._offices.organisation(cited.issuer))
        if cited.term and _is_of_centre(document, signature):
            found.link(CB.term, self._meetings.term(CENTRAL_COMMITTEE, cited.term))
            found.link(CB.issuedAt, self._meetings.plenum(document.plenum, cited.term))
        found.write(DCTERMS.subject, cited.most(lambda d: d.subject), VIETNAMESE)
        found.decide(CB.registered, truth=False)
        return found


def _class_of(document: Document, signature: Signature | None) -> str:
    if signature:
        return CB.PartyDocument if signature.system is System.PARTY else CB.StateDocument
    if document.type in _STATE_TYPES:
        return CB.StateDocument
    is_party = document.plenum is not None or "Đảng" in document.mention
    return CB.PartyDocument if is_party else CB.Document


def _describe_signature(found: Description, signature: Signature, printed: str | None) -> None:
    found.write(CB.symbol, "".join((printed or str(signature)).split()))
    found.count(CB.number, signature.number)
    found.write(CB.typeCode, signature.type)
    found.write(CB.issuerCode, signature.issuer)
    found.date(CB.year, PartialDate(signature.year) if signature.year else None)


def _is_of_centre(document: Document, signature: Signature | None) -> bool:
    """Whether the term that is said of the document is one of the Central Committee's."""
    if signature:
        return signature.system is System.PARTY and is_central(signature)
    return document.plenum is not None
