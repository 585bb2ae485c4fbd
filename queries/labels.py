"""What the things of an answer are called, in the reader's language, and where sources stand."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Final

from canbo.queries.local import written
from canbo.queries.rows import iri
from canbo.queries.shelf import Language
from canbo.queries.targets import Target, select

_AT_ONCE: Final = 500
"""How many things one query asks about."""

_LABELS: Final = """\
SELECT ?thing ?label ?language WHERE {{
  VALUES ?thing {{ {things} }}
  ?thing skos:prefLabel|foaf:name|dcterms:title|rdfs:label|dcterms:identifier ?label .
  BIND(LANG(?label) AS ?language)
}} ORDER BY STR(?thing) ?language STR(?label)
"""

_ADDRESSES: Final = """\
SELECT ?thing ?url WHERE {{ VALUES ?thing {{ {things} }} ?thing schema:url ?url . }}
ORDER BY STR(?thing) STR(?url)
"""


def labels_of(target: Target, things: Iterable[str], language: Language) -> dict[str, str]:
    """Return the label of each of *things* (IRIs) that has one, in *language* where it can be."""
    wanted = {"vi": 2, "en": 1} | {language: 3}
    best: dict[str, tuple[int, str]] = {}
    for batch in in_batches(things):
        for row in select(target, _LABELS.format(things=batch)).rows:
            rank = wanted.get(row.text("language"), 0)
            thing = row.text("thing")
            if thing not in best or rank > best[thing][0]:
                best[thing] = (rank, row.text("label"))
    return {thing: label for thing, (_, label) in best.items()}


def addresses_of(target: Target, things: Iterable[str]) -> Mapping[str, str]:
    """Return the web address of each of *things* (sources) that has one."""
    found: dict[str, str] = {}
    for batch in in_batches(things):
        for row in select(target, _ADDRESSES.format(things=batch)).rows:
            url = row.text("url")
            if url.startswith(("http://", "https://")):
                found.setdefault(row.text("thing"), url)
    return found


def in_batches(things: Iterable[str]) -> Iterator[str]:
    """Yield *things* (IRIs), each once, as SPARQL writes them, some hundred at a time."""
    waiting = iter(dict.fromkeys(things))
    while batch := list(islice(waiting, _AT_ONCE)):
        yield " ".join(written(iri(thing)) for thing in batch)
