"""What the endpoint says of itself: SPARQL 1.1 Service Description and VoID."""

import asyncio
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from canbo.errors import BusyError, LimitError
from canbo.graph.keeping.store import Snapshot, current_snapshot
from canbo.ontology.iris import BASE, NS
from canbo.ontology.standards import DCTERMS, RDF, XSD
from canbo.web.formats import ROWS, TRIPLES, Wanted
from canbo.web.frames import Reply
from canbo.web.protocol import Question
from canbo.web.workers import Pool

SD: Final = "http://www.w3.org/ns/sparql-service-description#"
VOID: Final = "http://rdfs.org/ns/void#"
FORMATS: Final = "http://www.w3.org/ns/formats/"

COUNTS: Final = """SELECT ?triples ?subjects ?graphs {
  { SELECT (COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?subjects) { ?s ?p ?o } }
  { SELECT (COUNT(DISTINCT ?g) AS ?graphs) { GRAPH ?g { ?s ?p ?o } } }
}"""

CLASSES: Final = """SELECT ?class (COUNT(DISTINCT ?s) AS ?entities) {
  ?s a ?class FILTER(STRSTARTS(STR(?class), "%s"))
} GROUP BY ?class ORDER BY ?class"""

GRAPHS: Final = f"""SELECT ?graph (COUNT(*) AS ?triples) {{
  GRAPH ?graph {{ ?s ?p ?o }}
}} GROUP BY ?graph
ORDER BY STRSTARTS(STR(?graph), "{BASE}graph/source/") ?graph LIMIT 1000"""
"""The named graphs, those of the sources last and at most a thousand in all."""

_KNOWN: Final = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "JSON-LD", "RDF_XML"),
)


Rows: TypeAlias = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is: in all, of each class of ours, in each named graph."""

    whole: Rows = field(default_factory=Rows)
    classes: Rows = field(default_factory=Rows)
    graphs: Rows = field(default_factory=Rows)


class Census:
    """How much is in the published graph, counted once for each snapshot."""

    def __init__(self, pool: Pool) -> None:
        """Ask *pool* when first asked; nothing is counted yet."""
        self._pool = pool
        self._counted: tuple[Snapshot, Counts] | None = None
        self._alone = asyncio.Lock()

    async def take(self) -> Counts:
        """Return what was counted; nothing where counting takes too long."""
        async with self._alone:
            latest = current_snapshot(self._pool.folder)
            if self._counted is None or self._counted[0] != latest:
                try:
                    asked = [
                        await _rows(self._pool, text) for text in (COUNTS, CLASSES % NS, GRAPHS)
                    ]
                    self._counted = (latest, Counts(*asked))
                except (BusyError, LimitError):  # a description without counts is one still
                    return Counts()
            return self._counted[1]


async def describe(census: Census, address: str, media: str) -> Reply:
    """Return the description of the endpoint at *address*, counts included where they are quick."""
    counts = await census.take()
    form = RdfFormat.from_media_type(media.replace("/json", "/ld+json")) or RdfFormat.TURTLE
    prefixes = {"sd": SD, "void": VOID, "cb": NS, "dcterms": DCTERMS.namespace}
    body = serialize(_triples(address, counts), format=form, prefixes=prefixes)
    return Reply(200, media, body or b"")


async def _rows(pool: Pool, text: str) -> Rows:
    reply = await pool.ask(Question(text), Wanted(ROWS[0], TRIPLES[0]))
    if reply.status != 200:  # noqa: PLR2004 - a status of HTTP
        raise BusyError(reply.body.decode(), "try again later")
    bindings = json.loads(reply.body)["results"]["bindings"]
    return [{name: term["value"] for name, term in row.items()} for row in bindings]


def _triples(address: str, counts: Counts) -> Iterator[Triple]:
    service, dataset, default = NamedNode(address), BlankNode("dataset"), BlankNode("default")
    kind = NamedNode(RDF.type)
    yield Triple(service, kind, NamedNode(SD + "Service"))
    yield Triple(service, NamedNode(SD + "endpoint"), service)
    yield Triple(service, NamedNode(SD + "supportedLanguage"), NamedNode(SD + "SPARQL11Query"))
    yield Triple(service, NamedNode(SD + "feature"), NamedNode(SD + "UnionDefaultGraph"))
    for name in _KNOWN:
        yield Triple(service, NamedNode(SD + "resultFormat"), NamedNode(FORMATS + name))
    yield Triple(service, NamedNode(SD + "defaultDataset"), dataset)
    yield Triple(dataset, kind, NamedNode(SD + "Dataset"))
    yield Triple(dataset, kind, NamedNode(VOID + "Dataset"))
    yield Triple(dataset, NamedNode(DCTERMS.title), Literal("canbo", language="vi"))
    yield Triple(dataset, NamedNode(VOID + "sparqlEndpoint"), service)
    yield Triple(dataset, NamedNode(VOID + "vocabulary"), NamedNode(NS))
    yield Triple(dataset, NamedNode(SD + "defaultGraph"), default)
    yield Triple(default, kind, NamedNode(SD + "Graph"))
    yield from _count_triples(dataset, default, counts)


def _count_triples(dataset: BlankNode, default: BlankNode, counts: Counts) -> Iterator[Triple]:
    kind = NamedNode(RDF.type)
    for row in counts.whole:
        yield Triple(dataset, NamedNode(VOID + "triples"), _count(row["triples"]))
        yield Triple(dataset, NamedNode(VOID + "distinctSubjects"), _count(row["subjects"]))
        yield Triple(default, NamedNode(VOID + "triples"), _count(row["triples"]))
    for number, row in enumerate(counts.classes):
        part = BlankNode(f"class{number}")
        yield Triple(dataset, NamedNode(VOID + "classPartition"), part)
        yield Triple(part, NamedNode(VOID + "class"), NamedNode(row["class"]))
        yield Triple(part, NamedNode(VOID + "entities"), _count(row["entities"]))
    for number, row in enumerate(counts.graphs):
        named, graph = BlankNode(f"named{number}"), BlankNode(f"graph{number}")
        yield Triple(dataset, NamedNode(SD + "namedGraph"), named)
        yield Triple(named, kind, NamedNode(SD + "NamedGraph"))
        yield Triple(named, NamedNode(SD + "name"), NamedNode(row["graph"]))
        yield Triple(named, NamedNode(SD + "graph"), graph)
        yield Triple(graph, kind, NamedNode(SD + "Graph"))
        yield Triple(graph, NamedNode(VOID + "triples"), _count(row["triples"]))


def _count(number: str) -> Literal:
    return Literal(number, datatype=NamedNode(XSD.integer))
