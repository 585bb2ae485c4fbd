"""Read the words: the sources of a graph, and the passages that state each thing."""

from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePath

from canbo.viz.answers import Ask, Line
from canbo.viz.things import Evidence, Source


@dataclass(frozen=True, slots=True)
class Testimony:
    """The sources and evidence of a graph, and where the evidence of each body stands."""

    sources: tuple[Source, ...]
    evidence: tuple[Evidence, ...]
    of_body: dict[str, tuple[int, ...]]
    place: dict[str, int]

    def of(self, *bodies: str) -> tuple[int, ...]:
        """Return the places of all evidence whose body is one of *bodies*."""
        return tuple(sorted({place for body in bodies for place in self.of_body.get(body, ())}))


def read_testimony(ask: Ask) -> Testimony:
    """Return what the sources say, each passage once by IRI, then what the register says."""
    sources = _read_sources(ask)
    number = {source.iri: place for place, source in enumerate(sources)}
    rows = [row for row in ask("attestations") if row["source"] in number]
    notes = _notes(ask)
    evidence: list[Evidence] = []
    of_body: dict[str, set[int]] = {}
    for _iri, group in groupby(rows, key=lambda row: row["attestation"]):
        told = list(group)
        bodies = dict.fromkeys(row["body"] for row in told)
        for body in bodies:
            of_body.setdefault(body, set()).add(len(evidence))
        inferred = dict.fromkeys(row["inferred"] for row in told if row["inferred"])
        reasons = [note for body in bodies for note in notes.get(body, ())]
        first = told[0]
        evidence.append(_evidence(first, number[first["source"]], (*inferred, *reasons)))
    for iri, group in groupby(ask("registered"), key=lambda row: row["attestation"]):
        listed = list(group)
        for row in listed:
            of_body.setdefault(row["body"], set()).add(len(evidence))
        evidence.append(_registered(iri, listed))
    return Testimony(
        sources,
        tuple(evidence),
        {body: tuple(sorted(places)) for body, places in of_body.items()},
        {item.iri: place for place, item in enumerate(evidence)},
    )


def _registered(iri: str, rows: list[Line]) -> Evidence:
    notes = [row["note"] for row in rows] + [row["source"] for row in rows]
    return Evidence(
        iri=iri,
        source=-1,
        quote=rows[0]["row"],
        start=0,
        status=rows[0]["status"].rpartition("/")[2],
        notes=tuple(dict.fromkeys(note for note in notes if note)),
    )


def _read_sources(ask: Ask) -> tuple[Source, ...]:
    found: dict[str, Source] = {}
    for row in ask("sources"):
        iri = row["source"]
        found.setdefault(
            iri,
            Source(
                iri=iri,
                title=row["title"] or PurePath(row["identifier"]).name,
                date=row["date"],
                publisher=row["publisher"],
                url=row["url"],
            ),
        )
    return tuple(found.values())


def _notes(ask: Ask) -> dict[str, list[str]]:
    notes: dict[str, list[str]] = {}
    for row in ask("reasons"):
        notes.setdefault(row["citation"], []).append(row["reason"])
    return notes


def _evidence(row: Line, source: int, notes: tuple[str, ...]) -> Evidence:
    return Evidence(
        iri=row["attestation"],
        source=source,
        quote=row["quote"],
        start=int(row["start"]),
        prefix=row["prefix"],
        suffix=row["suffix"],
        date=row["date"],
        status=row["status"].rpartition("/")[2],
        is_inferred=row["mode"].endswith("/inferred"),
        notes=notes,
    )
