"""The people of a graph folder about whom there is a doubt, with the words of each."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import Store

from canbo.commands.question import Question
from canbo.graph.judging.decision_file import read_rows
from canbo.graph.judging.ledger import Key, read_ledger
from canbo.graph.judging.undecided import Career, Doubt, find_doubts
from canbo.graph.keeping.store import current_snapshot, open_store
from canbo.graph.localities import find_place, name_place
from canbo.ontology.iris import source_iri
from canbo.queries.rows import Row
from canbo.queries.sheet import clean
from canbo.queries.targets import select

_SHOWN: Final = 3
_CHOICES: Final = {"s": {"decision": "same"}, "d": {"decision": "different"}}
_LEGEND: Final = "[s] cùng người / same  [d] khác / different"

_TENURES: Final = """\
SELECT DISTINCT ?person ?tenure ?organisation ?label ?first ?last WHERE {
  ?tenure a cb:Tenure ; org:member ?person ; org:organization ?organisation .
  OPTIONAL { ?organisation skos:prefLabel ?label }
  OPTIONAL { ?tenure cb:startLatest ?first }
  OPTIONAL { ?tenure cb:endEarliest ?last }
}
"""
_QUOTES: Final = """\
SELECT DISTINCT ?quote ?title ?source WHERE {{
  ?tenure org:member <{person}> . ?attestation oa:hasBody ?tenure ; oa:hasTarget ?passage .
  ?passage oa:hasSource ?source ; oa:hasSelector ?selector . ?selector oa:exact ?quote .
  OPTIONAL {{ ?source dcterms:title ?title }}
}} ORDER BY STR(?source) STR(?quote)
"""


@dataclass(frozen=True, slots=True)
class Words:
    """A quote and what it is from."""

    text: str
    source: str


def ask_of_people(folder: Path, store: Store) -> list[Question]:
    """Return a question about each undecided pair of people in the graph of *folder*."""
    return [_ask(doubt, store) for doubt in list_doubts(folder)]


def _ask(doubt: Doubt, store: Store) -> Question:
    return Question(
        place=_name_pair(doubt),
        choices=_CHOICES,
        legend=_LEGEND,
        show=lambda: _show(doubt, store),
        fill=lambda: _fill(doubt, store),
    )


def _show(doubt: Doubt, store: Store) -> str:
    names = dict.fromkeys((doubt.one.founding.label, doubt.other.founding.label))
    lines = [" / ".join(map(clean, names))]
    for mark, career in (("A", doubt.one), ("B", doubt.other)):
        quotes = quote_person(store, career.iri)[:_SHOWN]
        said = [f"“{clean(quote.text)}” ({clean(quote.source)})" for quote in quotes]
        lines += [f"  {mark}  {line}" for line in said or [clean(career.iri)]]
    lines += [f"  +  {reason}" for reason in doubt.speaks_for]
    lines += [f"  -  {reason}" for reason in doubt.speaks_against]
    return "\n".join(lines) + "\n"


def _fill(doubt: Doubt, store: Store) -> dict[str, str]:
    one, other = (
        " | ".join(words.text for words in quote_person(store, career.iri)[:_SHOWN])
        for career in (doubt.one, doubt.other)
    )
    return {"name": doubt.one.founding.label, "quotes_a": one, "quotes_b": other}


def _name_pair(doubt: Doubt) -> dict[str, str]:
    """Return the columns that name the first mention of each side."""
    ends = sorted((doubt.one.founding, doubt.other.founding))
    return {
        f"{column}_{side}": str(getattr(key, column))
        for side, key in zip("ab", ends, strict=True)
        for column in ("source", "start", "end")
    }


def list_doubts(folder: Path) -> list[Doubt]:
    """Return the undecided pairs of the graph in *folder* that no human has decided yet.

    Raises NoGraphError where there is no graph.
    """
    ledger = read_ledger(current_snapshot(folder).ledger)
    mentions: defaultdict[str, list[Key]] = defaultdict(list)
    for key, iri in ledger.given["person"].items():
        mentions[iri].append(key)
    told: defaultdict[str, list[Row]] = defaultdict(list)
    for row in select(open_store(folder), _TENURES).rows:
        told[row.text("person")].append(row)
    careers = [_career(iri, keys, told[iri]) for iri, keys in sorted(mentions.items())]
    decided = _find_decided(folder / "decisions.csv", ledger.given["person"])
    return [
        doubt
        for doubt in find_doubts(careers)
        if doubt.outcome == "undecided"
        and frozenset({doubt.one.iri, doubt.other.iri}) not in decided
    ]


def quote_person(store: Store, person: str) -> list[Words]:
    """Return the words that the posts of *person* rest on."""
    rows = select(store, _QUOTES.format(person=person)).rows
    return [Words(row.text("quote"), row.text("title") or row.text("source")) for row in rows]


def _career(iri: str, mentions: list[Key], tenures: list[Row]) -> Career:
    labels = {row.text("label") for row in tenures}
    places = {name_place(find_place(label)) for label in labels}
    return Career(
        iri=iri,
        mentions=tuple(sorted(mentions)),
        organisations=frozenset(row.text("organisation") for row in tenures),
        places=frozenset(place for place in places if place),
        first=min((row.text("first") for row in tenures if row.text("first")), default=""),
        last=max((row.text("last") for row in tenures if row.text("last")), default=""),
    )


def _find_decided(path: Path, given: Mapping[Key, str]) -> set[frozenset[str]]:
    """Return the pairs of people that a row of the file is about, whatever it decides."""
    places = {(key.source, key.start, key.end): iri for key, iri in given.items()}
    decided: set[frozenset[str]] = set()
    for row in read_rows(path):
        ends = [
            next(
                (
                    iri
                    for source in (row[f"source_{side}"], source_iri(row[f"source_{side}"]))
                    if (iri := places.get((source, *_span(row, side))))
                ),
                "",
            )
            for side in "ab"
            if row.get(f"source_{side}")
        ]
        if len(ends) == len("ab") and all(ends):
            decided.add(frozenset(ends))
    return decided


def _span(row: Mapping[str, str], side: str) -> tuple[int, int]:
    start, end = row.get(f"start_{side}", ""), row.get(f"end_{side}", "")
    return (int(start), int(end)) if start.isdecimal() and end.isdecimal() else (-1, -1)
