"""What a reading states, as the plain JSON record that ``canbo extract`` writes."""

from collections.abc import Iterable

from canbo.graph.reading.model import (
    Action,
    Change,
    Document,
    Event,
    Holding,
    Inference,
    Reading,
    Span,
)


def record(reading: Reading) -> dict[str, object]:
    """Return *reading* as the extraction record: persons, holdings, documents, actions, events.

    Every statement has its ``spans`` in code points of the text as given. How a citation resolves
    is not known here; whoever resolves it adds ``resolution`` to the document.
    """
    return {
        "persons": list(dict.fromkeys(holding.person for holding in reading.holdings)),
        "holdings": [_holding(holding) for holding in reading.holdings],
        "documents": [_document(document) for document in reading.documents],
        "actions": [_action(action) for action in reading.actions],
        "events": [_event(event) for event in reading.events],
        "changes": [_change(change) for change in reading.changes],
        "attested_on": reading.attested_on,
        "unread": [
            {"span": _pair(unread.span), "kind": unread.kind, "reason": unread.reason}
            for unread in reading.unread
        ],
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [_pair(span) for span in spans]


def _holding(holding: Holding) -> dict[str, object]:
    return {
        "person": holding.person,
        "post": holding.post,
        "org": holding.org,
        "status": holding.status.value,
        "date": holding.date,
        "term": holding.term,
        "attested_on": holding.attested_on,
        "from": holding.since,
        "to": holding.until,
        "sanction": holding.sanction,
        "spans": _pairs(holding.spans),
        "rule": holding.rule,
        "inferred": [_inference(one) for one in holding.inferred],
    }


def _inference(one: Inference) -> dict[str, object]:
    return {"printed": one.printed, "meant": one.meant, "clue": one.clue.value}


def _document(document: Document) -> dict[str, object]:
    return {
        "signature": document.signature,
        "type": document.type,
        "issuer": document.issuer,
        "date": document.date,
        "mention": document.mention,
        "term": document.term,
        "subject": document.subject,
        "spans": _pairs(document.spans),
        "rule": document.rule,
    }


def _action(action: Action) -> dict[str, object]:
    return {
        "actor": action.actor,
        "action": action.action.value,
        "document": action.document,
        "spans": _pairs(action.spans),
        "rule": action.rule,
    }


def _event(event: Event) -> dict[str, object]:
    return {
        "name": event.name,
        "date": event.date,
        "term": event.term,
        "org": event.org,
        "ordinal": event.ordinal,
        "spans": _pairs(event.spans),
        "rule": event.rule,
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "kind": change.kind.value,
        "originals": list(change.originals),
        "results": list(change.results),
        "date": change.date,
        "is_done": change.is_done,
        "spans": _pairs(change.spans),
        "rule": change.rule,
    }
