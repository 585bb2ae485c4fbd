"""The IRIs of what the register holds: documents, laws, plenums, national congresses."""

from canbo.graph.register.documents import AnyDocument, DocumentKey, Law, StateDocument
from canbo.ontology.iris import (
    event_iri,
    named_document_iri,
    party_document_iri,
    state_document_iri,
)
from canbo.spelling import parse_signature

CENTRAL_COMMITTEE = "Ban Chấp hành Trung ương Đảng"
"""The body whose plenums and terms these are."""

LEGAL_TYPES = {"Luật": "L", "Bộ luật": "L", "Pháp lệnh": "PL", "Nghị quyết": "NQ"}
"""The abbreviation of the types whose symbol has none (``45/2013/QH13``)."""

NATIONAL_CONGRESS = "Đảng Cộng sản Việt Nam"
"""The body whose congresses open the terms."""


def document_iri(key: DocumentKey) -> str:
    """Return the IRI of the Party document with this key.

    >>> document_iri(DocumentKey("10-CT/TW", "X"))
    'https://w3id.org/canbo/document/tw/x/ct/10'
    """
    signature = parse_signature(key.symbol)
    if signature is None or not signature.type:
        return named_document_iri(key.symbol, key.term)
    number = f"{signature.number}{signature.letter}"
    series = f"{signature.issuer} {key.body}".rstrip()
    return party_document_iri(series, key.term, signature.type, number)


def state_iri(document: StateDocument) -> str:
    """Return the IRI of a State document other than a law."""
    signature = document.signature
    kind = signature.type or LEGAL_TYPES.get(document.type, document.type)
    number = f"{signature.number}{signature.letter}"
    plain = signature.year is None
    body = document.key.body or signature.issuer
    return state_document_iri(body, kind, number, document.key.term, plain=plain)


def iri_of(document: AnyDocument) -> str:
    """Return the IRI of whatever the register has."""
    if isinstance(document, Law):
        return law_iri(document)
    if isinstance(document, StateDocument):
        return state_iri(document)
    return document_iri(document.key)


def law_iri(law: Law) -> str:
    """Return the IRI of a law, by its number if that is known, else by its name and year."""
    signature = parse_signature(law.symbol)
    if signature is None:
        return named_document_iri(law.name, law.year)
    return state_document_iri(signature.issuer, "L", signature.number, law.year)


def plenum_iri(term: str, number: int | None, session: str = "") -> str:
    """Return the IRI of a plenum of the Central Committee.

    >>> plenum_iri("XII", 4).rpartition("-")[0]
    'https://w3id.org/canbo/plenum/ban-chap-hanh-trung-uong-dang-4-khoa-xii'
    """
    which = " ".join(str(part) for part in (number, session, f"khóa {term}") if part)
    return event_iri("plenum", CENTRAL_COMMITTEE, which)


def congress_iri(term: str) -> str:
    """Return the IRI of the national congress that opens a term."""
    return event_iri("congress", NATIONAL_CONGRESS, term)
