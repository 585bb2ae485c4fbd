"""What a citation was resolved to, with the candidates that were weighed; and its sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from canbo.graph.citation_case import DECIDES, EXCLUDES, Evidence, show_day
from canbo.graph.citation_entries import Entry, series_of
from canbo.graph.document_identity import identify, name_unidentified
from canbo.graph.reading.model import Document
from canbo.graph.register import Register
from canbo.spelling import parse_date


class Outcome(StrEnum):
    """How a citation was resolved."""

    RESOLVED = "resolved"
    AMBIGUOUS = "ambiguous"
    UNREGISTERED = "unregistered"


class Strength(StrEnum):
    """How sure a resolution is: strong by what the text says, weak where the register decides."""

    STRONG = "strong"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A registered document that was weighed, with the evidence for and against it."""

    entry: Entry
    evidence: tuple[Evidence, ...]

    @property
    def points(self) -> int:
        """What the evidence adds up to."""
        return sum(found.points for found in self.evidence)

    @property
    def is_excluded(self) -> bool:
        """Whether something in the text rules it out."""
        return any(found.points == EXCLUDES for found in self.evidence)

    @property
    def has_its_title(self) -> bool:
        """Whether the text gives its title and yet a date or term that is not its own."""
        titled = any(f.rule == "title" and f.points >= DECIDES for f in self.evidence)
        against = {f.rule for f in self.evidence if f.points == EXCLUDES}
        return titled and against <= {"explicit-date", "explicit-term"}

    @property
    def reasons_for(self) -> tuple[str, ...]:
        """What speaks for it."""
        return tuple(found.reason for found in self.evidence if found.points > 0)

    @property
    def reasons_against(self) -> tuple[str, ...]:
        """What speaks against it."""
        return tuple(found.reason for found in self.evidence if found.points < 0)


@dataclass(frozen=True, slots=True)
class Unseen:
    """A term that surely has, or only may have, an unregistered document of the same symbol."""

    term: str
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a citation means. *iri* is the document's, empty where it is ambiguous.

    *term* and *date* are those of the registered document, else what the text says of it. *rules*
    are the names of the rules that spoke for it, *reasons* sentences for a person.
    """

    document: Document
    outcome: Outcome
    iri: str
    term: str | None
    date: str | None
    strength: Strength | None
    reasons: tuple[str, ...]
    rules: tuple[str, ...]
    candidates: tuple[Candidate, ...]

    @property
    def possible(self) -> tuple[Candidate, ...]:
        """The candidates that nothing rules out; all where an open citation contradicts itself."""
        left = tuple(c for c in self.candidates if not c.is_excluded)
        return self.candidates if not left and self.outcome is Outcome.AMBIGUOUS else left


def choose(
    document: Document, best: Candidate, candidates: tuple[Candidate, ...], strength: Strength
) -> Resolution:
    """Return the resolution to *best*."""
    entry = best.entry
    reasons = list(best.reasons_for) or ["sổ đăng ký chỉ có văn bản này phù hợp"]
    for other in candidates:
        if other is not best and other.reasons_against:
            reasons.append(f"không phải {_tell(other.entry)}: {other.reasons_against[0]}")
    rules = dict.fromkeys(found.rule for found in best.evidence if found.points > 0)
    return Resolution(
        document=document,
        outcome=Outcome.RESOLVED,
        iri=entry.iri,
        term=entry.term,
        date=entry.date.iso if entry.date else document.date,
        strength=strength,
        reasons=tuple(reasons),
        rules=tuple(rules) or ("only-registered",),
        candidates=candidates,
    )


def leave_open(
    document: Document,
    candidates: tuple[Candidate, ...],
    possible: Sequence[Candidate],
    unseen: Sequence[Unseen] = (),
) -> Resolution:
    """Return that it can be any of *possible*, or an unregistered one of the terms *unseen*."""
    reasons = [f"có thể là {_tell(c.entry)}{_because(c)}" for c in possible]
    for sure, words in ((True, "chắc chắn có"), (False, "có thể có")):
        if terms := ", ".join(one.term for one in unseen if one.is_sure is sure):
            reasons.append(f"khóa {terms} {words} văn bản cùng ký hiệu, chưa có trong sổ đăng ký")
    return Resolution(
        document=document,
        outcome=Outcome.AMBIGUOUS,
        iri="",
        term=document.term,
        date=document.date,
        strength=None,
        reasons=tuple(reasons),
        rules=(),
        candidates=candidates,
    )


def find_none(
    document: Document,
    candidates: tuple[Candidate, ...],
    register: Register,
    implied: str | None = None,
) -> Resolution:
    """Return that nothing registered fits, with the IRI that a row of the register would give.

    *implied* is the term, where the words around say it.
    """
    reasons = [f"không phải {_tell(c.entry)}: {c.reasons_against[0]}" for c in candidates]
    term = document.term or _term_of_date(document, register) or implied
    return Resolution(
        document=document,
        outcome=Outcome.UNREGISTERED,
        iri=identify(document, term, register) or name_unidentified(document, term),
        term=term,
        date=document.date,
        strength=None,
        reasons=tuple(reasons) or ("chưa có trong sổ đăng ký",),
        rules=(),
        candidates=candidates,
    )


def _term_of_date(document: Document, register: Register) -> str | None:
    """Return the term of a central document by its date, where that falls into one."""
    stated = parse_date(document.date) if document.date else None
    central = series_of(document) and (document.signature or "").endswith("TW")
    if stated is None or not central:
        return None
    terms = {t.name for day in (stated.first, stated.last) if (t := register.term_on(day))}
    return terms.pop() if len(terms) == 1 else None


def _tell(entry: Entry) -> str:
    term = f" khóa {entry.term}" if entry.term else ""
    day = f" ({show_day(entry.date)})" if entry.date else ""
    return f"{entry.label}{term}{day}"


def _because(candidate: Candidate) -> str:
    said = [*candidate.reasons_for, *candidate.reasons_against]
    return f": {'; '.join(said)}" if said else ""
