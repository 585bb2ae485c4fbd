"""What reading finds in one text: plain, frozen values with the places that state them.

Offsets are code points into the text as it was given. A *passage* is the smallest unbroken stretch
that states the thing: for a holding, from the person's mention to the post (and the verb, where one
decides the status).
"""

from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the text, from *start* up to but not including *end*."""

    start: int
    end: int


class Status(StrEnum):
    """How a holding is stated; the rules are in ``graph/judging/tenures.py``."""

    CURRENT = "current"
    FORMER = "former"
    ACTING = "acting"
    ELECTED = "elected"
    APPOINTED = "appointed"
    DISMISSED = "dismissed"
    RETIRED = "retired"
    DISCIPLINED = "disciplined"
    PROPOSED = "proposed"


class Deed(StrEnum):
    """What an actor does with a document."""

    ISSUES = "issues"
    IMPLEMENTS = "implements"
    STUDIES = "studies"
    URGES = "urges"
    CITES = "cites"
    VIOLATES = "violates"
    SUPERSEDES = "supersedes"


class Clue(StrEnum):
    """From where the words were taken that a text leaves out: the scheme ``clue`` has them too."""

    SAME_LIST = "same-list"
    """Another post of the same list, or of the same sentence, prints it."""
    SAME_HOLDER = "same-holder"
    """The same person holds the same post elsewhere in the text, where it is printed."""
    OWN_OFFICE = "own-office"
    """It is of the body that the same person heads (``Bí thư Đảng đoàn, Chủ tịch X``)."""
    NAMED_BEFORE = "named-before"
    """It was named last before the post."""
    NAMED_LATER = "named-later"
    """It is named only behind the post."""
    GEOGRAPHY = "geography"
    """The text does not print it; the unit that it names lies in it."""


@dataclass(frozen=True, slots=True)
class Inference:
    """*printed* means *meant*, which was worked out by *clue*.

    >>> str(Inference("UBND tỉnh", "UBND tỉnh Gia Lai", Clue.NAMED_BEFORE))
    'UBND tỉnh = UBND tỉnh Gia Lai'
    """

    printed: str
    meant: str
    clue: Clue

    def __str__(self) -> str:
        """Return both in a few words."""
        return f"{self.printed} = {self.meant}"


class Reform(StrEnum):
    """How an organisation changed; the names are those of the scheme ``change-type``."""

    FOUNDING = "founding"
    RENAME = "rename"
    MERGER = "merger"
    SPLIT = "split"
    ABOLITION = "abolition"


@dataclass(frozen=True, slots=True)
class PersonMention:
    """One mention of a person; *name* is the canonical full name it stands for in this text."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class BodyMention:
    """One mention of an organisation; *name* is its full canonical name, worked out from the text.

    *inferred* says what was not printed and where it was taken from; empty when the name stands in
    full.
    """

    span: Span
    name: str
    inferred: tuple[Inference, ...] = ()


@dataclass(frozen=True, slots=True)
class Holding:
    """A person in a post, as the text states it."""

    person: str
    post: str
    org: str
    status: Status
    spans: tuple[Span, ...]
    date: str | None = None
    term: str | None = None
    attested_on: str | None = None
    since: str | None = None
    until: str | None = None
    sanction: str | None = None
    rule: str = ""
    inferred: tuple[Inference, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A Party or State document the text identifies; one span for each mention of it.

    *term* and *year* are what the text itself says of it (``khóa XII``, ``2019``), *subject* the
    words that follow ``về``, *plenum* and *congress* the event that names it.
    """

    type: str
    mention: str
    spans: tuple[Span, ...]
    signature: str | None = None
    issuer: str | None = None
    date: str | None = None
    term: str | None = None
    subject: str | None = None
    plenum: int | None = None
    rule: str = ""

    @property
    def key(self) -> str:
        """What an action calls this document by: its signature, else its mention."""
        return self.signature or self.mention


@dataclass(frozen=True, slots=True)
class Action:
    """What a person, a body or a document does with a document (*document* is its ``key``)."""

    actor: str
    action: Deed
    document: str
    spans: tuple[Span, ...]
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """A congress, a session or a plenum that the text reports; *attendees* as it names them."""

    name: str
    org: str
    spans: tuple[Span, ...]
    ordinal: str | None = None
    date: str | None = None
    term: str | None = None
    rule: str = ""
    attendees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """Organisations (their canonical names) that became others, were founded or ended.

    *is_done* where it has happened, on *date* or by the time of the text; else it was decided (on
    *date*), and the text does not say from when.
    """

    kind: Reform
    originals: tuple[str, ...]
    results: tuple[str, ...]
    spans: tuple[Span, ...]
    date: str | None = None
    is_done: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that looks like a post, a document or a day and was not read, and why."""

    span: Span
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one text states."""

    persons: tuple[PersonMention, ...] = ()
    bodies: tuple[BodyMention, ...] = ()
    holdings: tuple[Holding, ...] = ()
    documents: tuple[Document, ...] = ()
    actions: tuple[Action, ...] = ()
    events: tuple[Event, ...] = ()
    unread: tuple[Unread, ...] = field(default=())
    attested_on: str | None = None
    changes: tuple[Change, ...] = ()
