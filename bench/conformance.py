"""How much of the W3C tests of SPARQL 1.1 the running endpoint passes.

    python -m bench conformance FOLDER

FOLDER is a clone of https://github.com/w3c/rdf-tests; it is not part of this repository. Each test
is put to ``canbo serve`` over HTTP; its data is published as the graph that is served, as a build
would be. What a read-only endpoint that asks no other cannot do (updates, SERVICE, entailment) is
counted apart.
"""

import argparse
import csv
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import httpx
from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
)
from rdflib import Graph, Namespace
from rdflib.collection import Collection
from rdflib.term import Node

from bench.serving import serve_ours
from canbo.graph.keeping.store import write_snapshot

MF: Final = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT: Final = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
UT: Final = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
HT: Final = Namespace("http://www.w3.org/2011/http#")
CNT: Final = Namespace("http://www.w3.org/2011/content#")
RDF: Final = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS: Final = Namespace("http://www.w3.org/2000/01/rdf-schema#")
DEFAULT: Final = "urn:default"
BASE: Final = "http://suite.example/"
QUERY_SUITES: Final = (
    *"aggregates bind bindings cast construct exists functions grouping negation".split(),
    *"project-expression property-path subquery syntax-query csv-tsv-res json-res".split(),
)
ROWS: Final = {
    ".srx": "application/sparql-results+xml",
    ".srj": "application/sparql-results+json",
    ".tsv": "text/tab-separated-values",
    ".csv": "text/csv",
}
NUMBERS: Final = ("integer", "decimal", "double", "float")

Outcome = str
Rows = tuple[tuple[object, ...], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One test as its manifest tells it."""

    manifest: Graph
    node: Node
    folder: Path

    @property
    def name(self) -> str:
        """Its name in the suite."""
        return str(self.node).rpartition("#")[2]

    @property
    def kind(self) -> str:
        """Its class, without the namespace."""
        return str(self.manifest.value(self.node, RDF.type)).rpartition("#")[2]

    def file(self, node: Node | None) -> Path:
        """Return the file that *node* names."""
        return self.folder / str(node).rpartition("/")[2]


def measure(arguments: list[str]) -> dict[str, object]:
    """Return how many tests passed, failed and do not apply, and the names of those that failed."""
    parser = argparse.ArgumentParser(prog="python -m bench conformance")
    parser.add_argument("folder", type=Path, nargs="?")
    options = parser.parse_args(arguments)
    if options.folder is None:
        return {"left out": "needs the folder of a clone of w3c/rdf-tests"}
    root = options.folder / "sparql" / "sparql11"
    failed: list[str] = []
    counted: dict[str, Counter[Outcome]] = {"query": Counter(), "protocol": Counter()}
    with tempfile.TemporaryDirectory() as name:
        graph = Path(name) / "kg"
        publish(graph, ())
        with serve_ours(graph) as url, httpx.Client(timeout=60, trust_env=False) as client:
            for part, case in all_cases(root):
                outcome = run(client, url, graph, case)
                counted[part][outcome] += 1
                if outcome == "failed":
                    failed.append(f"{case.folder.name}/{case.name}")
    return {**{part: dict(counts) for part, counts in counted.items()}, "failures": failed}


def all_cases(root: Path) -> Iterator[tuple[str, Case]]:
    """Yield every test of the suites, as one of queries or of the protocol."""
    for suite in (*QUERY_SUITES, "protocol"):
        folder = root / suite
        manifest = Graph().parse(folder / "manifest.ttl", publicID=BASE)
        for entries in manifest.objects(None, MF.entries):
            for node in Collection(manifest, entries):
                yield ("protocol" if suite == "protocol" else "query"), Case(manifest, node, folder)


def run(client: httpx.Client, url: str, graph: Path, case: Case) -> Outcome:
    """Return whether *case* passed, failed, or does not apply."""
    if case.kind == "ProtocolTest":
        return run_protocol(client, url, graph, case)
    if case.kind in {"PositiveSyntaxTest11", "NegativeSyntaxTest11"}:
        return run_syntax(client, url, case)
    if case.kind in {"QueryEvaluationTest", "CSVResultFormatTest"}:
        return run_query(client, url, graph, case)
    return "does not apply"


def publish(folder: Path, graphs: Iterable[tuple[str, Path]]) -> None:
    """Make the *graphs*, names and files, the graph that is served."""
    with write_snapshot(folder) as (draft, _):
        store = Store(str(draft.store))
        for name, path in graphs:
            form = RdfFormat.from_extension(path.suffix[1:]) or RdfFormat.TURTLE
            for quad in parse(path=str(path), format=form, base_iri=BASE + path.name):
                store.add(Quad(quad.subject, quad.predicate, quad.object, NamedNode(name)))
        store.flush()


def run_syntax(client: httpx.Client, url: str, case: Case) -> Outcome:
    """Put a query that is to be read, or to be refused."""
    text = case.file(case.manifest.value(case.node, MF.action)).read_text(encoding="utf-8")
    answer = client.post(url, data={"query": f"BASE <{BASE}> {text}"})
    if answer.status_code == 403:
        return "refused by design"
    refused = answer.status_code == 400 and "cannot be read" in answer.text
    return "passed" if refused == case.kind.startswith("Negative") else "failed"


def run_query(client: httpx.Client, url: str, graph: Path, case: Case) -> Outcome:
    """Publish the data of *case*, put its query, and compare the answer."""
    manifest, action = case.manifest, case.manifest.value(case.node, MF.action)
    if action is None or any(manifest.objects(action, QT.serviceData)):
        return "does not apply"
    default = [case.file(one) for one in manifest.objects(action, QT.data)]
    named = {str(one): case.file(one) for one in manifest.objects(action, QT.graphData)}
    publish(graph, [*((DEFAULT, path) for path in default), *named.items()])
    text = case.file(manifest.value(action, QT.query)).read_text(encoding="utf-8")
    expected = case.file(manifest.value(case.node, MF.result))
    own = re.search(r"(?i)\bfrom\s+(?:named\s+)?<", text)
    dataset = {} if own else {"default-graph-uri": DEFAULT, "named-graph-uri": list(named)}
    accept = ROWS.get(expected.suffix, "application/n-triples")
    if expected.suffix in {".ttl", ".rdf"} and not re.search(r"(?i)\bconstruct\b", text):
        accept = ROWS[".srj"]
    form = {"query": f"BASE <{BASE}>\n{text}", **dataset}
    answer = client.post(url, data=form, headers={"Accept": accept})
    if answer.status_code == 403:
        return "refused by design"
    ordered = bool(re.search(r"(?i)\border\s+by\b", text))
    is_same = answer.is_success and agrees(answer.content, accept, expected, ordered=ordered)
    return "passed" if is_same else "failed"


def agrees(body: bytes, media: str, expected: Path, *, ordered: bool) -> bool:
    """Return whether *body* says what the file *expected* does, whatever blank nodes are called."""
    wanted = expected.read_bytes()
    if media == "application/n-triples":
        form = RdfFormat.from_extension(expected.suffix[1:]) or RdfFormat.TURTLE
        theirs = (quad.triple for quad in parse(wanted, format=form, base_iri=BASE))
        ours = (quad.triple for quad in parse(body, format=RdfFormat.N_TRIPLES))
        return canonical(ours) == canonical(theirs)
    if media == "text/csv":
        return cells(body) == cells(wanted)
    kind = QueryResultsFormat.from_media_type(media)
    if kind is None or expected.suffix not in ROWS:
        return False
    return same_results(
        parse_query_results(body, format=kind), parse_query_results(wanted, format=kind), ordered
    )


def cells(table: bytes) -> list[list[tuple[str, str]]]:
    """Return the rows of a CSV *table* by column, sorted, blank nodes without their names."""
    rows = csv.DictReader(table.decode().splitlines())
    named = (
        sorted((name, "_:" if cell.startswith("_:") else cell) for name, cell in row.items())
        for row in rows
    )
    return sorted(named)


def same_results(
    ours: QuerySolutions | QueryBoolean,
    theirs: QuerySolutions | QueryBoolean,
    ordered: bool,  # noqa: FBT001 - as the query says
) -> bool:
    """Return whether both are the same truth, or the same rows."""
    if isinstance(ours, QueryBoolean) or isinstance(theirs, QueryBoolean):
        both = isinstance(ours, QueryBoolean) and isinstance(theirs, QueryBoolean)
        return both and bool(ours) == bool(theirs)
    return canonical(as_triples(ours, ordered)) == canonical(as_triples(theirs, ordered))


def as_triples(rows: QuerySolutions, ordered: bool) -> Iterator[Triple]:  # noqa: FBT001
    """Yield the rows as statements about one blank node each, numbered where they are in order."""
    for number, row in enumerate(rows):
        node = BlankNode()
        yield Triple(node, NamedNode("urn:row"), Literal(number if ordered else 0))
        for variable in rows.variables:
            term = row[variable.value]
            if isinstance(term, Literal):
                term = by_value(term)
            if term is not None:
                yield Triple(node, NamedNode(f"urn:column:{variable.value}"), term)


def by_value(literal: Literal) -> Literal:
    """Return a number or a truth in one way of writing it: engines may keep their values only."""
    kind = literal.datatype.value.rpartition("#")[2]
    if kind == "boolean":
        return Literal(literal.value in {"1", "true"})
    if kind not in NUMBERS:
        return literal
    try:
        value = Decimal(literal.value) if kind == "decimal" else float(literal.value)
    except (InvalidOperation, ValueError):
        return literal
    return Literal(f"{float(value):.12g}", datatype=literal.datatype)


def canonical(triples: Iterable[Triple]) -> set[str]:
    """Return *triples* with their blank nodes named by what is said of them."""
    dataset = Dataset(Quad(one.subject, one.predicate, one.object) for one in triples)
    dataset.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return {str(quad) for quad in dataset}


def run_protocol(client: httpx.Client, url: str, graph: Path, case: Case) -> Outcome:
    """Send the requests of *case* as they stand and look at the answers."""
    if case.name.startswith("update_"):
        return "does not apply"
    manifest = case.manifest
    data = [
        (str(manifest.value(one, RDFS.label)), case.file(manifest.value(one, UT.graph)))
        for one in manifest.objects(case.node, UT.graphData)
    ]
    publish(graph, data)
    action = manifest.value(case.node, MF.action)
    requests = manifest.value(action, HT.requests)
    if requests is None:
        return "failed"
    sent = all(send(client, url, manifest, one) for one in Collection(manifest, requests))
    return "passed" if sent else "failed"


def send(client: httpx.Client, url: str, manifest: Graph, request: Node) -> bool:
    """Send one request; return whether its answer is one of those expected."""
    path = urlsplit(str(manifest.value(request, HT.absolutePath)))
    body = manifest.value(request, HT.body)
    content = b""
    if body is not None:
        encoding = str(manifest.value(body, CNT.characterEncoding) or "utf-8")
        content = str(manifest.value(body, CNT.chars)).encode(encoding)
    listed = manifest.value(request, HT.headers)
    headers = {
        str(manifest.value(one, HT.fieldName)): str(manifest.value(one, HT.fieldValue))
        for one in (Collection(manifest, listed) if listed is not None else ())
    }
    method = str(manifest.value(request, HT.methodName))
    address = f"{url}?{path.query}" if path.query else url
    answer = client.request(method, address, content=content or None, headers=headers)
    expected = manifest.value(request, HT.resp)
    statuses = {
        str(one).rpartition("StatusCode")[2]
        for one in manifest.objects(expected, MF.expectedStatus)
    }
    if f"{answer.status_code // 100}xx" not in statuses and str(answer.status_code) not in statuses:
        return False
    truth = manifest.value(expected, MF.expectedBoolean)
    return truth is None or (b"true" in answer.content) == (str(truth) == "true")
