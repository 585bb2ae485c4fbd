"""The register as quads of its own named graph; no triple twice, no blank node.

What is only concluded (a relation that no source states, a plenum known by its date alone) is a
note and a ``rdfs:seeAlso``, never the property itself.
"""

from collections.abc import Iterator

from pyoxigraph import Quad

from canbo.graph.describe import VIETNAMESE, Description
from canbo.graph.register.documents import (
    Adoption,
    DocumentRelation,
    Law,
    Plenum,
    RegisteredDocument,
    Relation,
    StateDocument,
    Term,
)
from canbo.graph.register.iris import (
    CENTRAL_COMMITTEE,
    NATIONAL_CONGRESS,
    congress_iri,
    document_iri,
    iri_of,
    law_iri,
    plenum_iri,
    state_iri,
)
from canbo.graph.register.quads_bodies import describe_officials, describe_organs
from canbo.graph.register.register import Register
from canbo.graph.register.sourcing import source_row
from canbo.ontology.iris import concept_iri, graph_iri, organization_iri, term_iri
from canbo.ontology.names import CB
from canbo.ontology.standards import DCTERMS, ELI, RDFS, SCHEMA, SKOS, TIME
from canbo.spelling import PartialDate

_VERBS = {
    Relation.SUPERSEDES: ("thay thế", CB.supersedes),
    Relation.AMENDS: ("sửa đổi, bổ sung", CB.amends),
    Relation.IMPLEMENTS: ("thực hiện hoặc hướng dẫn", CB.implements),
    Relation.BASED_ON: ("căn cứ vào", ELI.based_on),
}


def register_quads(register: Register) -> Iterator[Quad]:
    """Yield the quads of the register, each once, in the order of the tables."""
    seen: set[Quad] = set()
    for description in _descriptions(register):
        for quad in description:
            if quad not in seen:
                seen.add(quad)
                yield quad


def stated_bases(register: Register) -> frozenset[tuple[str, str]]:
    """Return the pairs of documents of which a source states that the first rests on the second."""
    return frozenset(
        (iri_of(register.document_of(link.document)), iri_of(register.document_of(link.target)))
        for link in register.tables.relations
        if link.relation is Relation.BASED_ON and link.basis.is_fact
    )


def _descriptions(register: Register) -> Iterator[Description]:
    graph = graph_iri("register")
    for term in register.tables.terms:
        yield _describe_term(term, graph)
        yield _describe_congress(term, graph)
    for plenum in register.tables.plenums:
        yield _describe_plenum(plenum, graph)
    for document in register.tables.documents:
        yield _describe_document(document, register, graph)
    for state_document in register.tables.state_documents:
        yield _describe_state_document(state_document, register, graph)
    for law in register.tables.laws:
        yield _describe_law(law, register, graph)
    yield from describe_organs(register, graph)
    yield from describe_officials(register, graph)


def _describe_term(term: Term, graph: str) -> Description:
    found = Description(term_iri("TW", term.name), graph, CB.Term, TIME.ProperInterval)
    found.name(f"khóa {term.name}", [f"nhiệm kỳ khóa {term.name}"])
    found.link(CB.termOf, organization_iri(CENTRAL_COMMITTEE))
    found.write(CB.ordinal, term.name)
    found.date(CB.startYear, PartialDate(term.numbering_from.year))
    if term.numbering_to:
        found.date(CB.endYear, PartialDate(term.numbering_to.year))
    found.date(CB.numberingFrom, term.numbering_from)
    found.date(CB.numberingTo, term.numbering_to)
    found.link(CB.openedBy, congress_iri(term.name))
    source_row(found, f"terms: {term.name}", term.row)
    return found


def _describe_congress(term: Term, graph: str) -> Description:
    found = Description(congress_iri(term.name), graph, CB.Congress, SCHEMA.Event)
    found.name(
        f"Đại hội đại biểu toàn quốc lần thứ {term.name} của Đảng",
        [
            f"Đại hội {term.name}",
            f"Đại hội {term.name} của Đảng",
            f"Đại hội Đảng lần thứ {term.name}",
        ],
    )
    found.link(CB.eventOf, organization_iri(NATIONAL_CONGRESS))
    found.write(CB.ordinal, term.name)
    found.date(SCHEMA.startDate, term.congress_start)
    found.date(SCHEMA.endDate, term.congress_end)
    found.write(SCHEMA.location, term.place, VIETNAMESE)
    found.link(CB.opensTerm, term_iri("TW", term.name))
    source_row(found, f"terms: {term.name}", term.row)
    return found


def _describe_plenum(plenum: Plenum, graph: str) -> Description:
    place = plenum_iri(plenum.term, plenum.number, plenum.session)
    found = Description(place, graph, CB.Plenum, SCHEMA.Event)
    short = f"TW{plenum.number} khóa {plenum.term}"
    found.name(plenum.label, [short] if plenum.number and not plenum.session else [])
    found.link(CB.eventOf, organization_iri(CENTRAL_COMMITTEE))
    found.write(CB.ordinal, str(plenum.number) if plenum.number else plenum.session)
    found.link(CB.term, term_iri("TW", plenum.term))
    found.date(SCHEMA.startDate, plenum.start)
    found.date(SCHEMA.endDate, plenum.end)
    source_row(found, f"plenums: {plenum.label}", plenum.row)
    return found


def _describe_document(document: RegisteredDocument, register: Register, graph: str) -> Description:
    key = document.key
    found = Description(document_iri(key), graph, CB.PartyDocument, ELI.LegalResource)
    found.name(document.label, [f"{document.label} khóa {key.term}", *document.aliases])
    if document.signature:
        found.write(CB.symbol, key.symbol)
        found.count(CB.number, document.signature.number)
        found.write(CB.typeCode, document.signature.type)
        found.write(CB.issuerCode, document.signature.issuer)
    found.link(CB.documentType, concept_iri("document-type", document.type))
    found.link(CB.term, term_iri("TW", key.term))
    found.date(ELI.date_document, document.date)
    for issuer in document.issuers:
        found.link(ELI.passed_by, organization_iri(issuer))
    found.write(DCTERMS.subject, document.subject, VIETNAMESE)
    found.decide(CB.registered, truth=True)
    for adoption in register.adoptions_of(key):
        _link_adoption(found, adoption)
    for relation in register.relations_of(key):
        _link_relation(found, relation, register)
    source_row(found, f"documents: {key.symbol}, {key.term}", document.row)
    return found


def _link_adoption(found: Description, adoption: Adoption) -> None:
    place = plenum_iri(adoption.document.term, adoption.plenum, adoption.session)
    if adoption.basis.is_fact:
        found.link(CB.issuedAt, place)
        return
    found.link(RDFS.seeAlso, place)
    note = f"Có lẽ thông qua tại Hội nghị Trung ương {adoption.plenum}: {adoption.row.note}"
    found.write(SKOS.note, note, VIETNAMESE)


def _link_relation(found: Description, relation: DocumentRelation, register: Register) -> None:
    verb, predicate = _VERBS[relation.relation]
    target = iri_of(register.document_of(relation.target))
    if relation.basis.is_fact:
        found.link(predicate, target)
        return
    found.link(RDFS.seeAlso, target)
    note = f"Có lẽ {verb} {relation.target}: suy ra ({relation.basis}), chưa thấy câu chữ"
    found.write(SKOS.note, note, VIETNAMESE)


def _describe_state_document(
    document: StateDocument, register: Register, graph: str
) -> Description:
    found = Description(state_iri(document), graph, CB.StateDocument, ELI.LegalResource)
    year = document.key.term
    dated = () if year in document.key.symbol else (f"{document.label} năm {year}",)
    found.name(document.label, [*dated, *document.aliases])
    found.write(CB.symbol, document.key.symbol)
    found.count(CB.number, document.signature.number)
    found.write(CB.typeCode, document.signature.type)
    found.write(CB.issuerCode, document.signature.issuer)
    found.date(CB.year, PartialDate(int(year)))
    found.link(CB.documentType, concept_iri("document-type", document.type))
    found.date(ELI.date_document, document.date)
    found.date(ELI.first_date_entry_in_force, document.in_force_from)
    for issuer in document.issuers:
        found.link(ELI.passed_by, organization_iri(issuer))
    found.write(DCTERMS.subject, document.subject, VIETNAMESE)
    found.decide(CB.registered, truth=True)
    for relation in register.relations_of(document.key):
        _link_relation(found, relation, register)
    source_row(found, f"state_documents: {document.key}", document.row)
    return found


def _describe_law(law: Law, register: Register, graph: str) -> Description:
    found = Description(law_iri(law), graph, CB.StateDocument, ELI.LegalResource)
    signed = (f"{law.type} số {law.symbol}",) if law.symbol else ()
    found.name(law.label, [law.name, f"{law.name} năm {law.year}", *signed, *law.aliases])
    found.write(CB.symbol, law.symbol)
    found.date(CB.year, PartialDate(law.year))
    found.link(CB.documentType, concept_iri("document-type", law.type))
    found.date(ELI.date_document, law.date)
    found.date(ELI.first_date_entry_in_force, law.in_force_from)
    found.link(ELI.passed_by, organization_iri("Quốc hội"))
    if replaced := register.law_replaced_by(law):
        found.link(CB.supersedes, law_iri(replaced))
    for relation in register.relations_of(law.key):
        _link_relation(found, relation, register)
    found.decide(CB.registered, truth=True)
    source_row(found, f"laws: {law.name}, {law.year}", law.row)
    return found
