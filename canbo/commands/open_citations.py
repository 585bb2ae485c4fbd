"""The citations of a graph folder that stay ambiguous, with what they can mean and why."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from pyoxigraph import Store

from canbo.commands.question import Question
from canbo.graph.citation_entries import Entry, find_meant, list_entries
from canbo.graph.judging.decision_file import read_rows
from canbo.graph.keeping.given import Given, recall_given
from canbo.graph.keeping.store import current_snapshot
from canbo.graph.register import Register, load_register
from canbo.graph.rulings import NONE_REGISTERED
from canbo.ontology.iris import source_iri
from canbo.queries.rows import Row
from canbo.queries.sheet import clean
from canbo.queries.targets import select

Place: TypeAlias = tuple[str, int, int]

_KEYS: Final = "123456789abcdefghijlmnoprstvwxyz"
"""The keys for candidates: all but those that mean none, skip, undo and quit."""
_OPEN: Final = """\
SELECT DISTINCT ?citation ?source ?key ?title ?surface ?start ?end ?exact ?prefix ?suffix WHERE {
  ?citation cb:resolution <https://w3id.org/canbo/scheme/resolution/ambiguous> ;
    cb:citing ?source ; cb:surface ?surface .
  ?source dcterms:identifier ?key .
  ?attestation oa:hasBody ?citation ; oa:hasTarget ?passage .
  ?passage oa:hasSelector ?selector .
  ?selector oa:start ?start ; oa:end ?end ; oa:exact ?exact .
  OPTIONAL { ?selector oa:prefix ?prefix }
  OPTIONAL { ?selector oa:suffix ?suffix }
  OPTIONAL { ?source dcterms:title ?title }
} ORDER BY STR(?source) ?start ?end STR(?citation)
"""
_SAID: Final = """\
SELECT DISTINCT ?citation ?candidate ?reason WHERE {
  ?citation cb:resolution <https://w3id.org/canbo/scheme/resolution/ambiguous> .
  { ?citation cb:candidate ?candidate } UNION { ?citation cb:reason ?reason }
} ORDER BY STR(?citation) STR(?candidate) STR(?reason)
"""


@dataclass(frozen=True, slots=True)
class OpenCitation:
    """A citation that stays open: where it stands, its words, what it can mean, the reasons.

    *source* is an IRI; *place* names it by its id, as a person does.
    """

    source: str
    place: Place
    title: str
    surface: str
    quote: str
    candidates: tuple[Entry, ...]
    reasons: tuple[str, ...]


def ask_of_citations(folder: Path, store: Store) -> list[Question]:
    """Return a question about each document of a text that is open and that nobody decided.

    Raises the errors of :func:`canbo.graph.register.load_register`.
    """
    register = load_register(recall_given(Given(), current_snapshot(folder)).tables)
    decided = _find_decided(folder / "decisions.csv")
    return [
        _ask(found, register)
        for group in _list_open(store, register)
        if not any(_is_decided(one, decided) for one in group)
        for found in group[:1]
    ]


def _ask(found: OpenCitation, register: Register) -> Question:
    source, start, end = found.place
    keys = dict(zip(_KEYS, found.candidates, strict=False))
    choices = {key: _mean(write_meant(entry, register)) for key, entry in keys.items()}
    return Question(
        place={"source_a": source, "start_a": str(start), "end_a": str(end)},
        choices={**choices, "0": _mean(NONE_REGISTERED)},
        legend=f"[{' '.join(keys)}] là văn bản ấy / means it  [0] văn bản khác / none of these",
        show=lambda: _show(found, keys),
        fill=lambda: _fill(found, register),
    )


def write_meant(entry: Entry, register: Register) -> str:
    """Return how a person writes the document in a decision, its IRI where words do not do."""
    symbol = entry.key.symbol if entry.key else entry.label
    written = f"{symbol} khóa {entry.term}" if entry.term else symbol
    return written if find_meant(written, register) == entry else entry.iri


def _mean(document: str) -> dict[str, str]:
    return {"decision": "means", "document": document}


def _show(found: OpenCitation, keys: Mapping[str, Entry]) -> str:
    lines = [f"{clean(found.surface)} ({clean(found.title)})", f"  “{clean(found.quote)}”"]
    lines += [f"  [{key}]  {_tell(entry)}" for key, entry in keys.items()]
    lines += [f"  ·  {clean(reason)}" for reason in found.reasons]
    return "\n".join(lines) + "\n"


def _fill(found: OpenCitation, register: Register) -> dict[str, str]:
    candidates = (f"{write_meant(e, register)}: {_tell(e)}" for e in found.candidates)
    return {
        "name": found.surface,
        "quotes_a": found.quote,
        "candidates": " | ".join(candidates),
        "reasons": " | ".join(found.reasons),
    }


def _tell(entry: Entry) -> str:
    parts = (
        f"khóa {entry.term}" if entry.term else "",
        entry.date.iso if entry.date else "chưa rõ ngày",
        "; ".join(entry.issuers),
        entry.subject,
    )
    return f"{entry.label}: {', '.join(part for part in parts if part)}"


def _list_open(store: Store, register: Register) -> list[list[OpenCitation]]:
    """Return the open citations, those of one source that mean the same document together."""
    entries = {entry.iri: entry for entry in list_entries(register)}
    candidates: defaultdict[str, list[Entry]] = defaultdict(list)
    reasons: defaultdict[str, list[str]] = defaultdict(list)
    for row in select(store, _SAID).rows:
        citation = row.text("citation")
        if (iri := row.text("candidate")) in entries:
            candidates[citation].append(entries[iri])
        elif row.text("reason"):
            reasons[citation].append(row.text("reason"))
    groups: defaultdict[tuple[str, ...], list[OpenCitation]] = defaultdict(list)
    for row in select(store, _OPEN).rows:
        citation = row.text("citation")
        able = sorted(
            candidates[citation], key=lambda e: (e.days.first is None, e.days.first, e.iri)
        )
        found = _read(row, tuple(able), tuple(reasons[citation]))
        groups[found.place[0], *(entry.iri for entry in able), *found.reasons].append(found)
    return [*groups.values()]


def _read(row: Row, candidates: tuple[Entry, ...], reasons: tuple[str, ...]) -> OpenCitation:
    words = "".join(row.text(part) for part in ("prefix", "exact", "suffix"))
    return OpenCitation(
        source=row.text("source"),
        place=(row.text("key"), int(row.text("start")), int(row.text("end"))),
        title=row.text("title") or row.text("key"),
        surface=row.text("surface"),
        quote=" ".join(words.split()),
        candidates=candidates,
        reasons=reasons,
    )


def _find_decided(path: Path) -> dict[str, list[tuple[int, int]]]:
    """Return the places that rows about citations name, by their sources."""
    places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in read_rows(path):
        start, end = row.get("start_a", ""), row.get("end_a", "")
        if row.get("source_a") and not row.get("source_b") and f"{start}{end}".isdecimal():
            for way in (row["source_a"], source_iri(row["source_a"])):
                places[way].append((int(start), int(end)))
    return dict(places)


def _is_decided(found: OpenCitation, decided: Mapping[str, Iterable[tuple[int, int]]]) -> bool:
    source, start, end = found.place
    spans = (span for way in (source, found.source) for span in decided.get(way, ()))
    return any(first < end and start < last for first, last in spans)
