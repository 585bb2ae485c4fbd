"""What the register holds of terms, plenums and documents."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from canbo.graph.register.bodies import BodySystem
from canbo.graph.register.rows import Row
from canbo.spelling import PartialDate, Signature


class Relation(StrEnum):
    """What a document does to another."""

    SUPERSEDES = "supersedes"
    AMENDS = "amends"
    IMPLEMENTS = "implements"
    BASED_ON = "based_on"


class Basis(StrEnum):
    """What a relation rests on; only the first four are facts."""

    STATED = "stated"
    STATED_BY_YEAR = "stated_by_year"
    NAMED = "named"
    TITLE = "title"
    CONTEXT = "context"
    INFERRED = "inferred"

    @property
    def is_fact(self) -> bool:
        """Whether a source's own words say it; the others are somebody's conclusion."""
        return self not in {Basis.CONTEXT, Basis.INFERRED}


class Standing(StrEnum):
    """Where a document stood when its row was written (August 2026)."""

    IN_FORCE = "in_force"
    AMENDED = "amended"
    SUPERSEDED = "superseded"
    HISTORICAL = "historical"
    UNKNOWN = "unknown"


class Numbering(StrEnum):
    """When the numbers of a type of document start again at 01."""

    TERM = "term"
    CONGRESS = "congress"
    YEAR = "year"
    LEGISLATURE = "legislature"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the Central Committee (khóa), from the congress that opens it to the next."""

    name: str
    ordinal: int
    congress_start: PartialDate
    congress_end: PartialDate
    place: str
    numbering_from: PartialDate
    numbering_to: PartialDate | None
    party_name: str
    row: Row


@dataclass(frozen=True, slots=True)
class Plenum:
    """A plenum of the Central Committee; *session* tells apart those held in two parts."""

    term: str
    number: int | None
    session: str
    start: PartialDate
    end: PartialDate
    row: Row

    @property
    def label(self) -> str:
        """The plenum as it is called: ``Hội nghị Trung ương 6 (lần 2) khóa VIII``."""
        if self.number is None:
            return f"Hội nghị Trung ương {self.session} khóa {self.term}"
        part = f" ({self.session})" if self.session else ""
        return f"Hội nghị Trung ương {self.number}{part} khóa {self.term}"


@dataclass(frozen=True, slots=True, order=True)
class DocumentKey:
    """What tells one document from another: its symbol (or name) and its *term*.

    Of a State document the term is the year in which its number was given, of a Party one the term
    of the committee. *body* is the committee where several sign with one code (``BCĐTW``).
    """

    symbol: str
    term: str
    body: str = ""

    def __str__(self) -> str:
        """Return ``10-CT/TW khóa X``, ``749/QĐ-TTg năm 2020``, ``112/2020/NĐ-CP``."""
        if self.term.isdecimal():
            which = "" if self.term in self.symbol else f" năm {self.term}"
        else:
            which = f" khóa {self.term}"
        owner = f" của {self.body}" if self.body else ""
        return f"{self.symbol}{which}{owner}"


@dataclass(frozen=True, slots=True)
class RegisteredDocument:
    """A Party document of the register; *signature* is None for those known by name alone."""

    key: DocumentKey
    signature: Signature | None
    type: str
    date: PartialDate | None
    issuers: tuple[str, ...]
    subject: str
    aliases: tuple[str, ...]
    standing: Standing
    row: Row

    @property
    def label(self) -> str:
        """The document as it is cited: ``Chỉ thị số 10-CT/TW``, ``Điều lệ Đảng``."""
        return f"{self.type} số {self.key.symbol}" if self.signature else self.key.symbol

    @property
    def series(self) -> str:
        """Type and issuer code, which number together: ``CT/TW``; empty without a signature.

        Where several committees sign with one code, its name stands behind it.
        """
        if self.signature is None:
            return ""
        return f"{self.signature.type}/{self.signature.issuer} {self.key.body}".rstrip()


@dataclass(frozen=True, slots=True)
class StateDocument:
    """A State document other than a law: a decree, a decision, a circular, a resolution."""

    key: DocumentKey
    signature: Signature
    type: str
    date: PartialDate
    issuers: tuple[str, ...]
    subject: str
    aliases: tuple[str, ...]
    in_force_from: PartialDate | None
    standing: Standing
    row: Row

    @property
    def label(self) -> str:
        """The document as it is cited: ``Nghị định số 112/2020/NĐ-CP``."""
        return f"{self.type} số {self.key.symbol}"


@dataclass(frozen=True, slots=True)
class DocumentRelation:
    """One document supersedes, amends or implements another, or is based on it (căn cứ)."""

    document: DocumentKey
    relation: Relation
    target: DocumentKey
    basis: Basis
    row: Row


@dataclass(frozen=True, slots=True)
class Adoption:
    """A document was adopted at a plenum; many may be, and the plenum is not the document."""

    document: DocumentKey
    plenum: int | None
    session: str
    basis: Basis
    row: Row


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type of document of one system, with its abbreviation and who may issue it."""

    key: str
    system: BodySystem
    abbreviation: str
    label_vi: str
    label_en: str
    issuers: tuple[str, ...]
    numbering: Numbering
    variants: tuple[str, ...]
    example: str
    row: Row


@dataclass(frozen=True, slots=True)
class Law:
    """A law of the National Assembly; one name serves several, told apart by year or symbol.

    *replaces* is the year of the law of that name which it replaces, or its symbol.
    """

    name: str
    year: int
    symbol: str
    date: PartialDate | None
    in_force_from: PartialDate | None
    replaces: str
    aliases: tuple[str, ...]
    row: Row

    @property
    def label(self) -> str:
        """The law as it is told from others of its name: ``Luật Đất đai 2013``."""
        return f"{self.name} {self.year}"

    @property
    def key(self) -> DocumentKey:
        """What relations call it by: its symbol, else its name, and its year."""
        return DocumentKey(self.symbol or self.name, str(self.year))

    @property
    def issuers(self) -> tuple[str, ...]:
        """Who makes laws."""
        return ("Quốc hội",)

    @property
    def subject(self) -> str:
        """What it is about: its name tells."""
        return self.name

    @property
    def type(self) -> str:
        """What it is: ``Luật``, ``Bộ luật``."""
        return "Bộ luật" if self.name.startswith("Bộ luật") else self.name.split()[0]


AnyDocument: TypeAlias = RegisteredDocument | StateDocument | Law
"""Whatever the register has that a relation can be about."""
