"""How fast questions are answered over HTTP by many clients, beside rdflib-endpoint.

    python -m bench serving [--texts N] [--graph DIR] [--seconds S] [--clients N ...]

``canbo serve`` and rdflib-endpoint hold the same graph and are asked the same texts in one run: the
32 questions, each about several invented officials, in an order of its own for each client. What is
not answered within LIMIT seconds counts as an answer that took as long, and as unanswered. 6,200
texts give some 1.2 million statements.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Final

import httpx

from bench.officials import write_bulletins
from canbo.graph.building import build_from_readings
from canbo.graph.keeping.export import Format, export_graph
from canbo.graph.keeping.store import open_store
from canbo.graph.posts import name_post
from canbo.ontology.iris import BASE
from canbo.queries import Kind, Query, find, select, shelf
from canbo.queries.bind import Value, bound, values_of
from canbo.queries.shelf import ParameterType

LIMIT: Final = 30.0
"""Seconds that a client waits for one answer; ours ends a query then."""

INSTANCES: Final = 10
LOADING_SECONDS: Final = 1200.0

REFERENCE: Final = """
import sys, uvicorn
from rdflib import Dataset
from rdflib_endpoint import SparqlEndpoint
graph = Dataset(default_union=True)
graph.parse(sys.argv[1], format="nquads")
uvicorn.run(SparqlEndpoint(graph=graph), port=int(sys.argv[2]), log_level="critical")
"""


@dataclass(slots=True)
class Tally:
    """What the clients of one run saw."""

    times: list[float] = field(default_factory=list[float])
    unanswered: int = 0
    errors: int = 0


def measure(arguments: list[str]) -> dict[str, object]:
    """Return p50 and p95 in milliseconds and requests a second, ours, theirs and the ratio."""
    import_module("rdflib_endpoint")  # not there: left out before all the work

    parser = argparse.ArgumentParser(prog="python -m bench serving")
    parser.add_argument("--texts", type=int, default=6200)
    parser.add_argument("--graph", type=Path)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--clients", type=int, nargs="+", default=[8, 32])
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = options.graph or Path(name) / "graph"
        if not folder.exists():
            build_from_readings(write_bulletins(options.texts), folder)
        statements = len(open_store(folder))
        texts = list(write_texts(folder, options.texts))
        lines = Path(name) / "graph.nq"
        with lines.open("wb") as out:
            export_graph(open_store(folder), Format.NQUADS, out)
        with serve_ours(folder) as url:
            ours = {n: ask_all(url, texts, n, options.seconds) for n in options.clients}
        with serve_theirs(lines) as url:
            theirs = {n: ask_all(url, texts, n, options.seconds) for n in options.clients}
    return {
        "statements": statements,
        "texts": len(texts),
        "canbo": {n: figures(ours[n], options.seconds) for n in ours},
        "rdflib_endpoint": {n: figures(theirs[n], options.seconds) for n in theirs},
        "ratio_p50": {n: at(theirs[n], 0.5) / at(ours[n], 0.5) for n in ours},
    }


def write_texts(folder: Path, texts: int) -> Generator[str]:
    """Yield the 32 questions, each about several of the officials that the graph knows."""
    store = open_store(folder)
    known_sources = select(store, "SELECT ?s { ?s cb:wordCount ?n } ORDER BY ?s LIMIT 100").rows
    for number, (source, reading) in enumerate(islice(write_bulletins(texts), INSTANCES)):
        held = reading.holdings[0] if reading.holdings else None
        if held is None:
            continue
        known: dict[ParameterType, Value] = {
            ParameterType.PERSON: find(store, Kind.PERSON, held.person)[0].iri,
            ParameterType.SOURCE: known_sources[number].text("s"),
            ParameterType.POST: name_post(held.post, held.org),
            ParameterType.ORGANISATION: held.org,
            ParameterType.DOCUMENT: f"{BASE}document/tw/xii/ct/5",
            ParameterType.SIGNATURE: "05-CT/TW",
            ParameterType.DATE: str(source.published),
        }
        for query in shelf():
            yield bound(query, values_of(query, store, narrow(query, known)))


def narrow(query: Query, known: Mapping[ParameterType, Value]) -> dict[str, Value]:
    """Return values for *query*: one thing it can be about, and the day."""
    fitting = [name for name, one in query.parameters.items() if one.type in known]
    day = [name for name in fitting if query.parameters[name].type is ParameterType.DATE]
    things = [name for name in fitting if name not in day][:1]
    return {name: known[query.parameters[name].type] for name in things + day}


@contextmanager
def serve_ours(folder: Path) -> Generator[str]:
    """Give the address of ``canbo serve``."""
    command = [sys.executable, "-m", "canbo", "serve", "--port", "0", "--graph", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            if process.stdout is None:  # pragma: no cover - it was opened above
                raise TypeError(process)
            # The endpoint is the last word of the line that tells it; pages stand beside it.
            told = process.stdout.readline().split()
            yield next(word for word in told if word.endswith("/sparql"))
        finally:
            process.terminate()


@contextmanager
def serve_theirs(lines: Path) -> Generator[str]:
    """Give the address of rdflib-endpoint, once it has read *lines*."""
    port = random.randint(20_000, 60_000)
    command = [sys.executable, "-c", REFERENCE, str(lines), str(port)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            url = f"http://127.0.0.1:{port}/"
            deadline = time.monotonic() + LOADING_SECONDS
            while time.monotonic() < deadline and not answers(url):
                time.sleep(1)
            yield url
        finally:
            process.kill()


def answers(url: str) -> bool:
    """Whether somebody answers at *url*."""
    try:
        return httpx.get(url, params={"query": "ASK {}"}, trust_env=False).is_success
    except httpx.TransportError:
        return False


def ask_all(url: str, texts: list[str], clients: int, seconds: float) -> Tally:
    """Let so many *clients* ask for so many *seconds*."""
    tally, lock = Tally(), threading.Lock()
    end = time.monotonic() + seconds

    def one(seed: int) -> None:
        waiting = list(texts)
        random.Random(seed).shuffle(waiting)
        with httpx.Client(timeout=LIMIT, trust_env=False) as client:
            while time.monotonic() < end:
                text = waiting.pop()
                waiting.insert(0, text)
                begun = time.perf_counter()
                fault = ask_one(client, url, text)
                with lock:
                    tally.times.append(time.perf_counter() - begun)
                    tally.unanswered += fault == "unanswered"
                    tally.errors += fault == "error"

    threads = [threading.Thread(target=one, args=(seed,)) for seed in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tally


def ask_one(client: httpx.Client, url: str, text: str) -> str:
    """Ask one question; return what went wrong, or nothing."""
    accept = {"Accept": "application/sparql-results+json"}
    try:
        answer = client.post(url, data={"query": text}, headers=accept)
    except httpx.TimeoutException:
        return "unanswered"
    except httpx.TransportError:
        return "error"
    return "" if answer.is_success else "unanswered" if answer.status_code == 503 else "error"


def at(tally: Tally, share: float) -> float:
    """Return the milliseconds within which *share* of the answers came."""
    return sorted(tally.times)[int(share * (len(tally.times) - 1))] * 1000


def figures(tally: Tally, seconds: float) -> dict[str, float]:
    """Return what is told of one run."""
    return {
        "p50_ms": round(at(tally, 0.5), 1),
        "p95_ms": round(at(tally, 0.95), 1),
        "per_second": round((len(tally.times) - tally.unanswered - tally.errors) / seconds, 1),
        "unanswered": tally.unanswered,
        "errors": tally.errors,
    }
