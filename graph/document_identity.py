"""What makes a cited document that one and no other: its type, number, issuer, and term or year.

The numbers of the Party start again in each term of a committee, those of the State each year, and
a code like ``TU`` or ``UBND`` serves many bodies. Where one of these is not said, the citation may
mean the same document as another that reads alike, or may not: it identifies nothing.
"""

import re
from collections import Counter
from functools import lru_cache

from canbo.graph.reading.model import Document
from canbo.graph.register import Register
from canbo.graph.register.bodies import Level
from canbo.graph.register.iris import LEGAL_TYPES
from canbo.ontology.iris import (
    named_document_iri,
    party_document_iri,
    state_document_iri,
    unregistered_document_iri,
)
from canbo.spelling import Signature, System, parse_date, parse_signature

_NAMED = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"})
_WING = re.compile(r"^(?:Ban Thường vụ|Ban Chấp hành|Thường trực) (?=\w+ ủy|Đảng ủy|Chi ủy)")


def identify(document: Document, term: str | None, register: Register) -> str:
    """Return the IRI of what all alike citations mean, ``""`` where too little is said.

    It is the one that a row of the register would give it. *term* is that of the committee, as far
    as it is known.
    """
    signature = parse_signature(document.signature or "")
    if signature is None:
        return _identify_named(document)
    if signature.system is System.PARTY:
        return _identify_of_party(signature, document, term)
    return _identify_of_state(signature, document, register)


def name_unidentified(document: Document, term: str | None, *place: str) -> str:
    """Return an IRI made of all that is said of *document*, and of the *place* where it is said."""
    said = (document.issuer or "", document.date or "", term or "")
    return unregistered_document_iri(document.signature or document.mention, *said, *place)


def is_central(signature: Signature) -> bool:
    """Return whether a symbol of the Party is one of the centre, whose codes are of one body each.

    Only ``BCĐTW`` is not: every central steering committee signs with it.
    """
    return signature.issuer.endswith("TW") and signature.issuer != "BCĐTW"


def _year_of(document: Document) -> int | None:
    stated = parse_date(document.date) if document.date else None
    return stated.year if stated else None


def _identify_named(document: Document) -> str:
    """Identify a law by its name and year (``Luật Thanh niên năm 2020``)."""
    year = _year_of(document)
    if document.type not in _NAMED or year is None:
        return ""
    return named_document_iri(re.sub(r"\s(?:năm\s)?(?:19|20)\d\d$", "", document.mention), year)


def _identify_of_party(signature: Signature, document: Document, term: str | None) -> str:
    if not signature.type:
        return ""
    number = f"{signature.number}{signature.letter}"
    if is_central(signature):
        return party_document_iri(signature.issuer, term, signature.type, number) if term else ""
    when = term or _year_of(document)
    if not when or not document.issuer:
        return ""
    body = f"{signature.issuer} {committee_of(document.issuer)}"
    return party_document_iri(body, str(when), signature.type, number)


def committee_of(issuer: str) -> str:
    """Return the committee in whose series its standing board issues, too.

    >>> committee_of("Ban Thường vụ Tỉnh ủy Sơn La")
    'Tỉnh ủy Sơn La'
    """
    return _WING.sub("", issuer)


def _identify_of_state(signature: Signature, document: Document, register: Register) -> str:
    year = signature.year or _year_of(document)
    codes = (code.rstrip("0123456789") for code in signature.issuer.split("-"))
    known = all(code in _codes_of_one_body(register) for code in codes)
    body = signature.issuer if known else document.issuer
    if not year or not body:
        return ""
    number = f"{signature.number}{signature.letter}"
    kind = signature.type or LEGAL_TYPES.get(document.type, document.type)
    return state_document_iri(body, kind, number, year, plain=signature.year is None)


@lru_cache(maxsize=8)
def _codes_of_one_body(register: Register) -> frozenset[str]:
    organs = [organ for organ in register.tables.organs if organ.code]
    bodies = Counter(organ.code for organ in organs)
    central = (organ.code for organ in organs if organ.level is Level.CENTRAL)
    return frozenset(code for code in central if bodies[code] == 1)
