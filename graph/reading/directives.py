"""Documents, events and actions of one text, once its people and bodies are known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from canbo.graph.reading.actions import find_actions
from canbo.graph.reading.changing import replace
from canbo.graph.reading.dates import DateMention
from canbo.graph.reading.documents import name_issuers
from canbo.graph.reading.events import find_events
from canbo.graph.reading.letterhead import find_letterhead
from canbo.graph.reading.model import (
    Action,
    BodyMention,
    Deed,
    Document,
    Event,
    Holding,
    PersonMention,
)
from canbo.graph.reading.text import View


@dataclass(frozen=True, slots=True)
class Directives:
    """What a text states of documents and meetings."""

    documents: tuple[Document, ...]
    actions: tuple[Action, ...]
    events: tuple[Event, ...]


def read_directives(  # noqa: PLR0913 - all that was read of the text before
    view: View,
    documents: Sequence[Document],
    *,
    persons: Sequence[PersonMention],
    bodies: Sequence[BodyMention],
    dates: Sequence[DateMention],
    holdings: Sequence[Holding] = (),
    attested_on: str | None = None,
) -> Directives:
    """Return *documents* with their issuers and dates, who does what with them, and the events."""
    named = [
        replace(one, issuer=one.issuer or find_letterhead(view, one, bodies))
        for one in name_issuers(documents, view, bodies)
    ]
    officials = {holding.person for holding in holdings}
    known = [person for person in persons if person.name in officials]
    actions = find_actions(view, named, known, bodies, holdings)
    names = {body.name for body in bodies}
    issued = {a.document: a for a in actions if a.action is Deed.ISSUES and a.actor in names}
    settled = tuple(_settle(view, one, issued.get(one.key), dates) for one in named)
    events = find_events(view, bodies, settled, dates, attested_on)
    return Directives(settled, actions, events)


def _settle(
    view: View, document: Document, issue: Action | None, dates: Sequence[DateMention]
) -> Document:
    """Give a document issuer and date of the sentence that reports its issue."""
    if issue is None:
        return document
    date = document.date or next(_days_before(view, issue, dates), None)
    return replace(document, issuer=document.issuer or issue.actor, date=date)


def _days_before(view: View, issue: Action, dates: Sequence[DateMention]) -> Iterator[str]:
    """Yield the days printed before the verb: ``UBND tỉnh ngày 3/2 ra Thông báo``."""
    verb = view.locate(issue.spans[0]).start
    sentence = view.sentence_at(verb)
    for date in dates:
        if sentence.start <= date.start < verb and date.value and date.value.day:
            yield date.value.iso
