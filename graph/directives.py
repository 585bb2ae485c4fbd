"""What citations mean and who acts on which document, as quads of the derived graph."""

from typing import Final

from pyoxigraph import Quad

from canbo.graph.describe import VIETNAMESE, Description
from canbo.graph.meetings import Meetings
from canbo.graph.offices import Offices
from canbo.graph.reading.model import Document
from canbo.graph.register.iris import CENTRAL_COMMITTEE
from canbo.graph.resolution import Outcome, Resolution
from canbo.graph.testimony import Citation
from canbo.ontology.iris import concept_iri, graph_iri
from canbo.ontology.names import CB
from canbo.ontology.standards import DCTERMS, ELI
from canbo.spelling import PartialDate, Signature, System, parse_date, parse_signature

_STATE_TYPES: Final = frozenset(
    {"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp", "Nghị định", "Thông tư", "Công điện"}
)


class Directives:
    """Describes resolutions, and once each document that is cited and not registered."""

    def __init__(self, registered: frozenset[str], offices: Offices, meetings: Meetings) -> None:
        """Begin with *registered*, the IRIs of what the register describes."""
        self.quads: list[Quad] = []
        self._described = set(registered)
        self._offices = offices
        self._meetings = meetings
        self._graph: Final = graph_iri("derived")

    def resolve(self, citations: tuple[Citation, ...], resolution: Resolution) -> None:
        """Say what *citations*, all of one document in one source, mean."""
        for citation in citations:
            self.quads += self._describe_resolution(citation.iri, resolution)
        if resolution.outcome is Outcome.UNREGISTERED and resolution.iri not in self._described:
            self._described.add(resolution.iri)
            self.quads += self._describe_document(resolution)

    def act(self, action: str, actor: str | None, document: str | None) -> None:
        """Say who acts, and on which document where that is clear."""
        found = Description(action, self._graph)
        found.link(CB.actor, actor)
        found.link(CB.document, document)
        self.quads += found

    def _describe_resolution(self, citation: str, resolution: Resolution) -> Description:
        found = Description(citation, self._graph)
        found.link(CB.resolution, concept_iri("resolution", resolution.outcome))
        if resolution.outcome is not Outcome.UNREGISTERED:
            for candidate in resolution.candidates:
                if not candidate.is_excluded:
                    found.link(CB.candidate, candidate.entry.iri)
        if resolution.outcome is Outcome.RESOLVED:
            found.link(CB.resolvedTo, resolution.iri)
        found.write(CB.resolutionStrength, resolution.strength)
        for rule in resolution.rules:
            found.link(CB.resolutionRule, concept_iri("resolution-rule", rule))
        for reason in resolution.reasons:
            found.write(CB.reason, reason, VIETNAMESE)
        return found

    def _describe_document(self, resolution: Resolution) -> Description:
        document = resolution.document
        signature = parse_signature(document.signature or "")
        kind = _class_of(document, signature)
        found = Description(resolution.iri, self._graph, kind, ELI.LegalResource)
        label = f"{document.type} số {document.signature}" if signature else document.mention
        found.name(label, [document.mention])
        found.link(CB.documentType, concept_iri("document-type", document.type))
        if signature:
            _describe_signature(found, signature, document.signature)
        found.date(ELI.date_document, parse_date(document.date) if document.date else None)
        if document.issuer:
            found.link(ELI.passed_by, self._offices.organisation(document.issuer))
        if resolution.term and _is_central(document, signature):
            found.link(CB.term, self._meetings.term(CENTRAL_COMMITTEE, resolution.term))
        found.write(DCTERMS.subject, document.subject, VIETNAMESE)
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


def _is_central(document: Document, signature: Signature | None) -> bool:
    """Whether the term that is said of the document is one of the Central Committee's."""
    if signature:
        return signature.system is System.PARTY and signature.issuer.endswith("TW")
    return document.plenum is not None
