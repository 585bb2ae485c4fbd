"""From records to documents, laws and what they do to each other, one function a table."""

from typing import Final

from canbo.graph.register.documents import (
    Adoption,
    Basis,
    DocumentKey,
    DocumentRelation,
    Law,
    RegisteredDocument,
    Relation,
    Standing,
    StateDocument,
)
from canbo.graph.register.tables import Record
from canbo.spelling import Signature, System, parse_signature

_SHARED: Final = frozenset({"BCĐTW", "UBND", "HĐND", "UB"})
"""Codes that many bodies sign with, each with numbers of its own; so is any of a local committee.
"""


def parse_document(r: Record) -> RegisteredDocument:
    """Return a Party document; raises RegisterCellError, as all of these do."""
    signature = _party_signature(r, "signature") if r.cells["signature"] else None
    symbol = str(signature) if signature else r.cells["name"]
    if not symbol:
        raise r.refuse("signature", "a symbol like 10-CT/TW, or the document's name in 'name'")
    return RegisteredDocument(
        key=DocumentKey(symbol, r.text("term"), _committee(r, signature)),
        signature=signature,
        type=r.text("type"),
        date=r.date("date"),
        issuers=r.texts("issuer"),
        subject=r.cells["subject"],
        aliases=r.texts("aliases"),
        standing=r.choice("standing", Standing, Standing.UNKNOWN),
        row=r.row,
    )


def parse_state_document(r: Record) -> StateDocument:
    """Return a State document other than a law."""
    signature = parse_signature(r.text("signature"))
    if signature is None or signature.system is not System.STATE:
        raise r.refuse("signature", "a State document's symbol, like 112/2020/NĐ-CP")
    day = r.day("date")
    if signature.year not in {None, day.year}:
        raise r.refuse("date", f"a day of {signature.year}, which the symbol says")
    return StateDocument(
        key=DocumentKey(str(signature), str(day.year), _committee(r, signature)),
        signature=signature,
        type=r.text("type"),
        date=day,
        issuers=r.texts("issuer"),
        subject=r.cells["subject"],
        aliases=r.texts("aliases"),
        in_force_from=r.date("in_force_from"),
        standing=r.choice("standing", Standing, Standing.UNKNOWN),
        row=r.row,
    )


def parse_relation(r: Record) -> DocumentRelation:
    """Return what one document does to another."""
    return DocumentRelation(
        document=_document_key(r, "signature", "term"),
        relation=r.choice("relation", Relation),
        target=_document_key(r, "target", "target_term"),
        basis=r.choice("basis", Basis),
        row=r.row,
    )


def parse_adoption(r: Record) -> Adoption:
    """Return which plenum adopted a document."""
    return Adoption(
        document=_document_key(r, "signature", "term"),
        plenum=r.number("plenum"),
        session=r.cells["session"],
        basis=r.choice("basis", Basis),
        row=r.row,
    )


def parse_law(r: Record) -> Law:
    """Return a law."""
    return Law(
        name=r.text("name"),
        year=r.needed("year"),
        symbol=r.cells["symbol"],
        date=r.date("date"),
        in_force_from=r.date("in_force_from"),
        replaces=r.cells["replaces"],
        aliases=r.texts("aliases"),
        row=r.row,
    )


def _party_signature(r: Record, column: str) -> Signature:
    signature = parse_signature(r.cells[column])
    if signature is None or signature.system is not System.PARTY or not signature.type:
        raise r.refuse(column, "a Party document's symbol, like 10-CT/TW")
    return signature


def _committee(r: Record, signature: Signature | None) -> str:
    """Return the body where several sign with one code, each with numbers of its own."""
    if signature is None:
        return ""
    is_local = signature.system is System.PARTY and not signature.issuer.endswith("TW")
    if not is_local and _SHARED.isdisjoint(signature.issuer.split("-")):
        return ""
    if len(issuers := r.texts("issuer")) != 1:
        raise r.refuse("issuer", f"the one body whose own {signature.issuer} numbers these are")
    return issuers[0]


def _document_key(r: Record, symbol: str, term: str) -> DocumentKey:
    """Return what a relation names: ``10-CT/TW``, ``02-KH/BCĐTW của Ban Chỉ đạo …``, a law."""
    written, _, body = r.text(symbol).partition(" của ")
    signature = parse_signature(written)
    if signature is None:
        return DocumentKey(r.cells[symbol], r.text(term))
    return DocumentKey(str(signature), r.text(term), body)
