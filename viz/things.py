"""What the page shows: things, the facts between them, and the words that state them."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What a thing is; each kind has its colour, its shape and its column."""

    PERSON = "person"
    POST = "post"
    ORGANIZATION = "organization"
    DOCUMENT = "document"
    EVENT = "event"


class Relation(StrEnum):
    """What a fact says of its subject and its object."""

    HOLDS = "holds"
    POST_IN = "post-in"
    PART_OF = "part-of"
    COUNTERPART = "counterpart"
    ISSUED_BY = "issued-by"
    ISSUES = "issues"
    IMPLEMENTS = "implements"
    STUDIES = "studies"
    URGES = "urges"
    CITES = "cites"
    VIOLATES = "violates"
    SUPERSEDES = "supersedes"
    AMENDS = "amends"
    BASED_ON = "based_on"
    CONVENED = "convened"
    ATTENDED = "attended"
    ELECTED = "elected"


class Standing(StrEnum):
    """Whether a fact holds on a day."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    NO = "no"


BOUNDS: Final = ("startEarliest", "startLatest", "endEarliest", "endLatest")
"""What the four bounds of a tenure are called, in the order of :class:`Bounds`."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The four bounds of a tenure, ISO days; an empty one is unknown, that is, unbounded."""

    start_earliest: str = ""
    start_latest: str = ""
    end_earliest: str = ""
    end_latest: str = ""

    def standing(self, day: str) -> Standing:
        """Return whether a tenure with these bounds holds on the ISO *day*."""
        if day < self.start_earliest or (self.end_latest and day > self.end_latest):
            return Standing.NO
        if self.start_latest and self.start_latest <= day <= self.end_earliest:
            return Standing.CERTAIN
        return Standing.POSSIBLE


@dataclass(frozen=True, slots=True)
class Source:
    """A text the graph was built from."""

    iri: str
    title: str = ""
    date: str = ""
    publisher: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that states something: *source* is a place in ``Projection.sources``.

    *notes* are what was inferred and the reasons of a resolution, in the words of the graph. A row
    of the register stands in no text: its *source* is -1, its *quote* the row, its *notes* what is
    noted there and where that was found.
    """

    iri: str
    source: int
    quote: str
    start: int
    prefix: str = ""
    suffix: str = ""
    date: str = ""
    status: str = ""
    is_inferred: bool = False
    notes: tuple[str, ...] = ()

    @property
    def is_registered(self) -> bool:
        """Whether it is a row of the register, not words of a text."""
        return self.source < 0

    def silenced(self) -> "Evidence":
        """Return it without its words and their place; a row of the register as it is."""
        if self.is_registered:
            return self
        return replace(self, iri="", quote="", start=0, prefix="", suffix="")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a bound of a tenure is what it is: which bound, by which rule, from which evidence."""

    bound: str
    rule: str
    evidence: int


@dataclass(frozen=True, slots=True)
class Thing:
    """A node: its IRI, kind and name, and what is known of it besides its facts.

    *system*, *level* and *seats* are names of concepts; *title* is what a post is called without
    its organisation, *parent* the body an organisation is part of. *register* is where the row of
    a document was found. *is_open* marks a document that is cited and could not be told;
    *candidates* are what it may be, IRI and description. *evidence* are the places (in
    ``Projection.evidence``) that mention it without stating a fact about it.
    """

    iri: str
    kind: Kind
    label: str
    system: str = ""
    level: str = ""
    seats: str = ""
    rank: int = 0
    title: str = ""
    symbol: str = ""
    date: str = ""
    term: str = ""
    subject: str = ""
    register: tuple[str, ...] = ()
    parent: str = ""
    is_open: bool = False
    candidates: tuple[tuple[str, str], ...] = ()
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """An edge from *subject* to *object* (IRIs), with the evidence it rests on.

    *note* is the kind of tenure, or the post a person was elected to; *term* the term it is part
    of; *since* when it was first told, *not_before* when the document or event it is about came to
    be (dates, perhaps only a year or a month).
    """

    iri: str
    relation: Relation
    subject: str
    object: str
    bounds: Bounds | None = None
    since: str = ""
    not_before: str = ""
    note: str = ""
    term: str = ""
    evidence: tuple[int, ...] = ()
    reasons: tuple[Reason, ...] = ()

    def standing(self, day: str) -> Standing:
        """Return whether the fact holds on the ISO *day*.

        Nothing holds of what did not exist yet. A tenure goes by its bounds; a deed is certain from
        the day it is told and possible before; the rest is always so.
        """
        if day[: len(self.not_before)] < self.not_before:
            return Standing.NO
        if self.bounds is not None:
            return self.bounds.standing(day)
        told = day == self.since or day[: len(self.since)] > self.since
        return Standing.CERTAIN if told or not self.since else Standing.POSSIBLE


@dataclass(frozen=True, slots=True)
class Projection:
    """All of it: sorted by IRI, so that the same graph is always the same projection.

    *words* are the Vietnamese and English names of the concepts that things and evidence mention.
    Where it has no quotes, evidence says which source has the words, not where nor what they are.
    """

    things: tuple[Thing, ...]
    facts: tuple[Fact, ...]
    evidence: tuple[Evidence, ...]
    sources: tuple[Source, ...]
    words: dict[str, tuple[str, str]]
    has_quotes: bool = True

    def without_quotes(self) -> "Projection":
        """Return the same without the words of its sources; rows of the register stay.

        What one source says of many things, with the same status, is then one evidence.
        """
        kept: dict[Evidence, int] = {}
        place = [kept.setdefault(item.silenced(), len(kept)) for item in self.evidence]

        def moved(numbers: tuple[int, ...]) -> tuple[int, ...]:
            return tuple(dict.fromkeys(place[number] for number in numbers))

        facts = (
            replace(
                fact,
                evidence=moved(fact.evidence),
                reasons=tuple(
                    dict.fromkeys(
                        replace(reason, evidence=place[reason.evidence]) for reason in fact.reasons
                    )
                ),
            )
            for fact in self.facts
        )
        return Projection(
            things=tuple(replace(thing, evidence=moved(thing.evidence)) for thing in self.things),
            facts=tuple(facts),
            evidence=tuple(kept),
            sources=self.sources,
            words=self.words,
            has_quotes=False,
        )
