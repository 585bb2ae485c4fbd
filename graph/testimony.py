"""What one source is and states, as the quads of its own graph.

Only nodes of the source itself are described here: what its words mean for persons, posts and
documents is judged over all sources, in the derived graph.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Quad

from canbo.graph.describe import VIETNAMESE, Description
from canbo.graph.evidence import Witness
from canbo.graph.judging.claims import Force, judge_force
from canbo.graph.reading.model import (
    Action,
    Change,
    Document,
    Event,
    Holding,
    Inference,
    Span,
    Status,
)
from canbo.graph.texts.sources import Source
from canbo.ontology.iris import action_iri, citation_iri, concept_iri, graph_iri
from canbo.ontology.names import CB
from canbo.ontology.standards import DCTERMS, OA, PROV, SCHEMA
from canbo.spelling import parse_date

_ASSERTIONS: Final = {
    Force.HOLDS: "holds",
    Force.STARTS: "began",
    Force.ENDS: "ended",
    Force.ENDED: "held",
    Force.NOTHING: "proposed",
}


@dataclass(frozen=True, slots=True)
class Citation:
    """A place where a source names a document: its node there, and where it stands."""

    iri: str
    document: str
    span: Span


def describe_source(witness: Witness, source: Source) -> None:
    """Say what the source is."""
    found = witness.describe(witness.iri, CB.Source, PROV.Entity)
    found.write(DCTERMS.identifier, source.id)
    found.write(DCTERMS.title, source.title, VIETNAMESE)
    found.write(DCTERMS.publisher, source.publisher)
    found.date(DCTERMS.issued, parse_date(source.published) if source.published else None)
    found.link(SCHEMA.url, source.url)
    found.write(CB.sha256, source.sha256)
    found.count(CB.wordCount, len(source.text.split()))
    witness.keep(found)


def describe_reprint(reprint: str, original: str) -> Iterator[Quad]:
    """Yield that one source is but another print of the *original*: judged over all sources."""
    found = Description(reprint, graph_iri("derived"))
    found.link(CB.reprintOf, original)
    yield from found


def attest_holding(witness: Witness, holding: Holding) -> tuple[str, ...]:
    """Say who is stated to hold what; return the attestations, one for each passage."""
    parts = (
        holding.person,
        holding.post,
        holding.org,
        holding.status,
        holding.date or "",
        holding.term or "",
    )
    iris: list[str] = []
    for span in holding.spans:
        iri, found = witness.attest("H", span, *parts)
        found.write(CB.statedPerson, holding.person, VIETNAMESE)
        found.write(CB.statedPost, holding.post, VIETNAMESE)
        found.write(CB.statedOrganization, holding.org, VIETNAMESE)
        _write_status(found, holding)
        _write_dates(found, holding)
        _write_mode(found, holding.rule, holding.inferred)
        witness.keep(found)
        iris.append(iri)
    return tuple(iris)


def attest_document(witness: Witness, document: Document, day: str | None) -> tuple[Citation, ...]:
    """Say where the source cites a document; return one citation for each mention."""
    citations: list[Citation] = []
    for span in document.spans:
        citation = citation_iri(witness.iri, document.key, span.start, span.end)
        found = witness.describe(citation, CB.Citation, PROV.Entity)
        found.link(CB.citing, witness.iri)
        found.write(CB.surface, witness.quote(span), VIETNAMESE)
        found.write(CB.citedSymbol, document.signature)
        found.link(CB.documentType, concept_iri("document-type", document.type))
        found.write(CB.statedIssuer, document.issuer, VIETNAMESE)
        found.write(CB.statedTerm, document.term)
        found.date(CB.statedDate, parse_date(document.date) if document.date else None)
        found.write(CB.rule, document.rule)
        witness.keep(found)
        _attest_body(witness, ("C", span, document.key), citation, day)
        citations.append(Citation(citation, document.key, span))
    return tuple(citations)


def attest_action(
    witness: Witness, action: Action, citations: tuple[Citation, ...], day: str | None
) -> str:
    """Say who does what with which of *citations*; return the action."""
    iri = action_iri(witness.iri, action.actor, action.action, action.document)
    found = witness.describe(iri, CB.DirectiveAction, PROV.Activity)
    found.link(CB.actionKind, concept_iri("action", action.action))
    found.write(CB.statedActor, action.actor, VIETNAMESE)
    found.write(CB.rule, action.rule)
    for citation in _cited_by(action, citations):
        found.link(CB.citation, citation.iri)
    witness.keep(found)
    for span in action.spans:
        key = f"{action.actor}|{action.action}|{action.document}"
        _attest_body(witness, ("A", span, key), iri, day)
    return iri


def attest_event(witness: Witness, event: Event, day: str | None) -> tuple[str, ...]:
    """Say which congress, session or plenum is reported; return the attestations."""
    iris: list[str] = []
    for span in event.spans:
        iri, found = witness.attest("E", span, event.name, event.org)
        found.write(CB.statedEvent, event.name, VIETNAMESE)
        found.write(CB.statedOrganization, event.org, VIETNAMESE)
        found.write(CB.statedTerm, event.term)
        found.date(CB.statedDate, parse_date(event.date) if event.date else None)
        found.date(CB.attestedOn, parse_date(day) if day else None)
        _write_mode(found, event.rule, ())
        witness.keep(found)
        iris.append(iri)
    return tuple(iris)


def attest_change(witness: Witness, change: Change, day: str | None) -> tuple[str, ...]:
    """Say where the source tells what became of organisations; return the attestations."""
    iris: list[str] = []
    for span in change.spans:
        sides = ("|".join(side) for side in (change.originals, change.results))
        iri, found = witness.attest("R", span, change.kind, *sides)
        found.date(CB.statedDate, parse_date(change.date) if change.date else None)
        found.date(CB.attestedOn, parse_date(day) if day else None)
        _write_mode(found, change.rule, ())
        witness.keep(found)
        iris.append(iri)
    return tuple(iris)


def _attest_body(
    witness: Witness, place: tuple[str, Span, str], body: str, day: str | None
) -> None:
    letter, span, key = place
    _, found = witness.attest(letter, span, key)
    found.link(OA.hasBody, body)
    found.date(CB.attestedOn, parse_date(day) if day else None)
    _write_mode(found, "", ())
    witness.keep(found)


def _cited_by(action: Action, citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """Return the citations of its document that stand in the action's passages, else all."""
    cited = tuple(citation for citation in citations if citation.document == action.document)
    within = tuple(
        citation
        for citation in cited
        if any(
            span.start <= citation.span.start and citation.span.end <= span.end
            for span in action.spans
        )
    )
    return within or cited


def _write_status(found: Description, holding: Holding) -> None:
    force = judge_force(holding.status, holding.sanction)
    said = "elected" if holding.status is Status.ELECTED else _ASSERTIONS[force]
    found.link(CB.status, concept_iri("status", holding.status))
    found.link(CB.asserts, concept_iri("assertion", said))
    found.write(CB.sanction, holding.sanction, VIETNAMESE)


def _write_dates(found: Description, holding: Holding) -> None:
    for predicate, written in (
        (CB.attestedOn, holding.attested_on),
        (CB.statedDate, holding.date),
        (CB.statedFrom, holding.since),
        (CB.statedTo, holding.until),
    ):
        found.date(predicate, parse_date(written) if written else None)
    found.write(CB.statedTerm, holding.term)


def _write_mode(found: Description, rule: str, inferred: tuple[Inference, ...]) -> None:
    found.link(CB.mode, concept_iri("mode", "inferred" if inferred else "stated"))
    found.write(CB.rule, rule)
    for part in inferred:
        found.write(CB.inferred, str(part), VIETNAMESE)
    for clue in dict.fromkeys(part.clue for part in inferred):
        found.link(CB.clue, concept_iri("clue", clue))
