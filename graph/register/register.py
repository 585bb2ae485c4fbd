"""The register as one frozen value, and how its facts are found."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from canbo.graph.register.bodies import Official, Organ, RoleRow
from canbo.graph.register.documents import (
    Adoption,
    AnyDocument,
    DocumentKey,
    DocumentRelation,
    DocumentType,
    Law,
    Plenum,
    RegisteredDocument,
    Relation,
    StateDocument,
    Term,
)
from canbo.graph.register.parse import Tables
from canbo.spelling import PartialDate, fold, name_key, parse_signature, words

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True, eq=False)
class Register:
    """The reference facts, with indexes. Made by :func:`index_tables`; never changed."""

    tables: Tables
    _by_symbol: dict[str, tuple[RegisteredDocument, ...]]
    _by_alias: dict[str, tuple[RegisteredDocument, ...]]
    _by_number: dict[tuple[str, int], tuple[RegisteredDocument, ...]]
    _by_key: dict[DocumentKey, AnyDocument]
    _of_state: dict[str, tuple[StateDocument, ...]]
    _from: dict[DocumentKey, tuple[DocumentRelation, ...]]
    _to: dict[DocumentKey, tuple[DocumentRelation, ...]]
    _adopted: dict[tuple[int | None, str], tuple[Adoption, ...]]
    _adoptions: dict[DocumentKey, tuple[Adoption, ...]]
    _organs: dict[str, Organ]
    _roles: dict[str, tuple[RoleRow, ...]]
    _laws: dict[str, tuple[Law, ...]]

    def documents_signed(self, symbol: str) -> tuple[RegisteredDocument, ...]:
        """Return the documents with this symbol, in any spelling or as an alias, oldest first."""
        signature = parse_signature(symbol) or parse_signature(symbol.upper())
        return self._by_symbol.get(str(signature), ()) if signature else ()

    def documents_numbered(self, kind: str, number: int) -> tuple[RegisteredDocument, ...]:
        """Return the documents of one type and number, as ``Chỉ thị số 05`` names them."""
        return self._by_number.get((name_key(kind), number), ())

    def documents_named(self, name: str) -> tuple[RegisteredDocument, ...]:
        """Return the documents known by *name* or alias, accents and case aside."""
        return self._by_alias.get(fold(name), ())

    def document(self, symbol: str, term: str) -> RegisteredDocument | None:
        """Return the Party document with this symbol (or name) in this term, if there is one."""
        signature = parse_signature(symbol)
        found = self._by_key.get(DocumentKey(str(signature) if signature else symbol, term))
        return found if isinstance(found, RegisteredDocument) else None

    def document_of(self, key: DocumentKey) -> AnyDocument:
        """Return the document that a relation names; every relation names one that is there."""
        return self._by_key[key]

    def state_documents_signed(self, symbol: str) -> tuple[StateDocument, ...]:
        """Return the State documents, other than laws, with this symbol: one of each year."""
        signature = parse_signature(symbol) or parse_signature(symbol.upper())
        return self._of_state.get(str(signature).casefold(), ()) if signature else ()

    def find_documents(self, text: str) -> tuple[RegisteredDocument, ...]:
        """Return the documents that have every word of *text*, without regard to accents.

        A symbol in any spelling finds just the documents that carry it.
        """
        if signed := self.documents_signed(text):
            return signed
        asked = set(words(text))
        return tuple(d for d in self.tables.documents if asked and asked <= _search_words(d))

    def relations_of(self, key: DocumentKey) -> tuple[DocumentRelation, ...]:
        """Return what the document does to others."""
        return self._from.get(key, ())

    def relations_to(self, key: DocumentKey) -> tuple[DocumentRelation, ...]:
        """Return what others do to the document."""
        return self._to.get(key, ())

    def replacement(self, key: DocumentKey, on: date) -> DocumentRelation | None:
        """Return what had certainly replaced the document by the day *on*, None if nothing had."""
        for link in self.relations_to(key):
            since = replaces_from(self._by_key[link.document])
            if link.relation is Relation.SUPERSEDES and since and since.last <= on:
                return link
        return None

    def adopted_at(self, plenum: int | None, term: str) -> tuple[Adoption, ...]:
        """Return the documents adopted at a plenum of a term, as far as they are known."""
        return self._adopted.get((plenum, term), ())

    def adoptions_of(self, key: DocumentKey) -> tuple[Adoption, ...]:
        """Return the plenums that adopted the document, as far as they are known."""
        return self._adoptions.get(key, ())

    def plenums(self, number: int, term: str | None = None) -> tuple[Plenum, ...]:
        """Return the plenums with this number: of *term*, or of every term."""
        found = (p for p in self.tables.plenums if p.number == number)
        return tuple(p for p in found if term in {None, p.term})

    def term(self, name: str) -> Term | None:
        """Return the term with this Roman or Arabic number."""
        asked = name.strip().upper()
        known = self.tables.terms
        return next((t for t in known if asked in {t.name, str(t.ordinal)}), None)

    def term_on(self, day: date) -> Term | None:
        """Return the term whose numbering holds on *day*."""
        for term in self.tables.terms:
            end = term.numbering_to
            if term.numbering_from.first <= day and (end is None or day <= end.last):
                return term
        return None

    def organ(self, name: str) -> Organ | None:
        """Return the registered body with this name, alias or abbreviation."""
        return self._organs.get(name_key(name))

    def document_types(self, word: str) -> tuple[DocumentType, ...]:
        """Return the types called *word* (``Quy định``, ``QĐ``), of either system."""
        asked = name_key(word)
        types = self.tables.document_types
        return tuple(t for t in types if asked in {name_key(t.label_vi), name_key(t.abbreviation)})

    def roles(self, title: str) -> tuple[RoleRow, ...]:
        """Return the rows for a title, in any of its variants."""
        return self._roles.get(name_key(title), ())

    def officials(self, organ: str, post: str | None = None) -> tuple[Official, ...]:
        """Return the known holders of the posts of a body, in the order of the table."""
        found = (o for o in self.tables.officials if o.organ == organ)
        return tuple(o for o in found if post in {None, o.post})

    def laws_signed(self, symbol: str) -> tuple[Law, ...]:
        """Return the law with this symbol, ``31/2024/QH15``; none or one."""
        asked = fold(symbol)
        return tuple(law for law in self.tables.laws if law.symbol and fold(law.symbol) == asked)

    def laws(self, name: str) -> tuple[Law, ...]:
        """Return the laws of this name, oldest first."""
        return self._laws.get(name_key(name), ())

    def law_replaced_by(self, law: Law) -> Law | None:
        """Return the law of the same name that *law* replaces, None if it is the first known."""
        older = self._laws[name_key(law.name)]
        found = [old for old in older if law.replaces in {str(old.year), old.symbol} - {""}]
        return next((old for old in reversed(found) if old is not law), None)

    def law_replacing(self, law: Law) -> Law | None:
        """Return the law that replaces *law*, None if none is known."""
        laws = self._laws[name_key(law.name)]
        return next((new for new in laws if self.law_replaced_by(new) is law), None)


def replaces_from(document: AnyDocument) -> PartialDate | None:
    """Return the day from which a document does what it does to others, None if not known.

    A Party document by being signed, one of the State by coming into force.
    """
    if isinstance(document, RegisteredDocument):
        return document.date
    return document.in_force_from or document.date


def index_tables(tables: Tables) -> Register:
    """Return the register made of *tables*."""
    documents = tuple(sorted(tables.documents, key=_age_in(tables.terms)))
    named = [(organ, n) for organ in tables.organs for n in _organ_names(organ)]
    return Register(
        tables=tables,
        _by_symbol=_group((symbol, d) for d in documents for symbol in _symbols(d)),
        _by_alias=_group((fold(n), d) for d in documents for n in _names(d)),
        _by_number=_group(
            ((name_key(d.type), s.number), d) for d in documents if (s := d.signature)
        ),
        _by_key={d.key: d for d in reversed(tables.everything)},
        _of_state=_group((str(d.signature).casefold(), d) for d in tables.state_documents),
        _from=_group((r.document, r) for r in tables.relations),
        _to=_group((r.target, r) for r in tables.relations),
        _adopted=_group(((a.plenum, a.document.term), a) for a in tables.plenum_documents),
        _adoptions=_group((a.document, a) for a in tables.plenum_documents),
        _organs={name_key(n): organ for organ, n in reversed(named)},
        _roles=_group((name_key(n), r) for r in tables.roles for n in (r.title, *r.variants)),
        _laws=_group(
            (name_key(n), law)
            for law in sorted(tables.laws, key=_age_of_law)
            for n in (law.name, *law.aliases)
        ),
    )


def _group(pairs: Iterable[tuple[K, T]]) -> dict[K, tuple[T, ...]]:
    found: dict[K, list[T]] = defaultdict(list)
    for key, value in pairs:
        if value not in found[key]:
            found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def _age_in(terms: Iterable[Term]) -> Callable[[RegisteredDocument], tuple[int, str, str]]:
    ordinals = {term.name: term.ordinal for term in terms}
    return lambda d: (ordinals[d.key.term], d.date.iso if d.date else "", d.key.symbol)


def _age_of_law(law: Law) -> tuple[int, str]:
    return law.year, law.date.iso if law.date else ""


def _symbols(document: RegisteredDocument) -> Iterable[str]:
    written = (document.key.symbol, *document.aliases)
    return (str(s) for text in written if (s := parse_signature(text)))


def _names(document: RegisteredDocument) -> Iterable[str]:
    own = () if document.signature else (document.key.symbol,)
    return (*own, *(a for a in document.aliases if not parse_signature(a)))


def _organ_names(organ: Organ) -> Iterable[str]:
    shared = organ.code in {"TW", "TU", "UBND", "ĐUK", "BCĐTW"}
    codes = () if shared else (organ.code,)
    return [n for n in (organ.name, *organ.aliases, organ.abbreviation, *codes) if n]


def _search_words(document: RegisteredDocument) -> frozenset[str]:
    date = document.date.iso if document.date else ""
    parts = (document.label, document.key.term, document.subject, date)
    return frozenset(words(" ".join((*parts, *document.aliases, *document.issuers))))
