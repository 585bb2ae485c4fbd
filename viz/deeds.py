"""Read what is done with documents, and what happens at congresses and sessions."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from canbo.spelling import fold
from canbo.viz.answers import Ask, Line
from canbo.viz.testimony import Testimony
from canbo.viz.things import Fact, Kind, Relation, Thing

DEEDS = frozenset(
    {
        Relation.ISSUES,
        Relation.IMPLEMENTS,
        Relation.STUDIES,
        Relation.URGES,
        Relation.CITES,
        Relation.VIOLATES,
        Relation.SUPERSEDES,
    }
)
"""What an actor does with a document."""


def read_documents(ask: Ask, said: Testimony) -> tuple[dict[str, Thing], list[Fact]]:
    """Return the documents that are cited, told or not, and what is done with them."""
    documents: dict[str, Thing] = {}
    facts: list[Fact] = []
    for document, group in groupby(ask("documents"), key=lambda row: row["document"]):
        rows = list(group)
        documents[document] = _document(rows)
        issuers = dict.fromkeys(row["issuer"] for row in rows if row["issuer"])
        facts += [Fact("", Relation.ISSUED_BY, document, issuer) for issuer in issuers]
    cited = {row["citation"]: row for row in ask("citations")}
    meant = {iri: row["document"] for iri, row in cited.items() if row["document"]}
    for thing, citations in _open_documents(ask, cited, documents):
        documents[thing.iri] = thing
        meant |= dict.fromkeys(citations, thing.iri)
    mentions: dict[str, list[str]] = {}
    for citation, document in meant.items():
        mentions.setdefault(document, []).append(citation)
    facts += [*_read_links(ask), *_read_actions(ask, said, meant)]
    used = mentions.keys() | {fact.object for fact in facts if fact.relation in DEEDS}
    shown = {
        iri: replace(thing, evidence=said.of(*mentions.get(iri, ())))
        for iri, thing in documents.items()
        if iri in used
    }
    return shown, _merged(facts)


def read_happenings(ask: Ask, said: Testimony) -> tuple[dict[str, Thing], list[Fact]]:
    """Return the congresses and sessions, who called them, who came and who was elected."""
    events: dict[str, Thing] = {}
    facts: list[Fact] = []
    for row in ask("events"):
        event = row["event"]
        told = said.of(event)
        known = Thing(
            event,
            Kind.EVENT,
            row["label"],
            date=row["date"],
            term=row["term"],
            evidence=told,
        )
        events.setdefault(event, known)
        if body := row["organization"]:
            facts.append(Fact("", Relation.CONVENED, body, event, evidence=told))
    for row in ask("attendances"):
        event = row["event"]
        facts.append(Fact("", Relation.ATTENDED, row["person"], event, evidence=said.of(event)))
    facts += [
        Fact(
            "",
            Relation.ELECTED,
            row["event"],
            row["person"],
            note=row["post"],
            evidence=said.of(row["tenure"]),
        )
        for row in ask("elections")
    ]
    return events, facts


def _document(rows: list[Line]) -> Thing:
    row = rows[0]
    return Thing(
        row["document"],
        Kind.DOCUMENT,
        row["label"],
        symbol=row["symbol"],
        date=row["date"],
        term=row["term"],
        subject=row["subject"],
        register=tuple(dict.fromkeys(row["register"] for row in rows if row["register"])),
    )


def _open_documents(
    ask: Ask, cited: dict[str, Line], documents: dict[str, Thing]
) -> Iterator[tuple[Thing, list[str]]]:
    """Yield one thing for all citations that read alike and could not be told, with them."""
    candidates: dict[str, list[str]] = {}
    for row in ask("candidates"):
        candidates.setdefault(row["citation"], []).append(row["document"])
    alike: dict[tuple[str, str], list[str]] = {}
    for citation, row in cited.items():
        if not row["document"]:
            words = row["symbol"] or fold(row["surface"])
            alike.setdefault((words, row["issuer"]), []).append(citation)
    for citations in alike.values():
        first = min(citations)
        maybe = {each for citation in citations for each in candidates.get(citation, ())}
        yield (
            Thing(
                first,
                Kind.DOCUMENT,
                cited[first]["surface"],
                symbol=cited[first]["symbol"],
                is_open=True,
                candidates=tuple((iri, _described(documents[iri])) for iri in sorted(maybe)),
            ),
            citations,
        )


def _described(document: Thing) -> str:
    parts = (document.label, document.term, document.date, document.subject)
    return " · ".join(part for part in parts if part)


def _read_links(ask: Ask) -> Iterator[Fact]:
    for row in ask("document-links"):
        relation = Relation(row["relation"].rpartition("#")[2])
        yield Fact("", relation, row["document"], row["other"])


def _read_actions(ask: Ask, said: Testimony, meant: dict[str, str]) -> Iterator[Fact]:
    """Yield who does what with which document; what a body issues is issued by it."""
    for row in ask("actions"):
        action, citation = row["action"], row["citation"]
        document = row["document"] or meant.get(citation, "")
        kind = Relation(row["kind"].rpartition("/")[2])
        subject, other = row["actor"], document
        if kind is Relation.ISSUES and "/organization/" in subject:
            kind, subject, other = Relation.ISSUED_BY, document, subject
        evidence = said.of(action) or said.of(citation)
        since = min((said.evidence[place].date for place in evidence), default="")
        yield Fact("", kind, subject, other, since=since, evidence=evidence)


def _merged(facts: list[Fact]) -> list[Fact]:
    """Return *facts* with those that say the same joined: all their evidence, the first date."""
    joined: dict[tuple[Relation, str, str], Fact] = {}
    for fact in facts:
        key = (fact.relation, fact.subject, fact.object)
        if before := joined.get(key):
            evidence = sorted({*before.evidence, *fact.evidence})
            since = min(before.since, fact.since)
            joined[key] = replace(before, evidence=tuple(evidence), since=since)
        else:
            joined[key] = fact
    return list(joined.values())
