"""How long shapes and contradictions take over a graph, beside pyshacl on a smaller one.

    python -m bench checking [--texts 6000]

6,000 bulletins give about a million statements. Seconds are on the clock and of the processor: on a
machine that is busy only the latter can be compared. pyshacl takes a thirtieth of the bulletins and
the same shapes; both figures are also given for each 10,000 statements.
"""

import argparse
import tempfile
import time
from pathlib import Path
from typing import Any, cast

from pyoxigraph import RdfFormat

from bench.officials import write_bulletins
from canbo.commands.check import find_faults
from canbo.graph.building import build_from_readings
from canbo.graph.keeping.store import open_store
from canbo.ontology.load import shapes

_SMALLER = 30


def measure(options: list[str]) -> dict[str, object]:
    """Return statements, seconds and what was found, for canbo and for pyshacl."""
    parser = argparse.ArgumentParser(prog="python -m bench checking")
    parser.add_argument("--texts", type=int, default=6000)
    texts: int = parser.parse_args(options).texts
    with tempfile.TemporaryDirectory() as folder:
        large, small = Path(folder) / "large", Path(folder) / "small"
        build_from_readings(write_bulletins(texts), large)
        build_from_readings(write_bulletins(max(1, texts // _SMALLER)), small)
        return {**_measure_canbo(large), **_measure_pyshacl(small)}


def _measure_canbo(folder: Path) -> dict[str, object]:
    store = open_store(folder)
    clock, work = time.perf_counter(), time.process_time()
    faults = find_faults(store, "en")
    seconds, worked = time.perf_counter() - clock, time.process_time() - work
    return {
        "statements": len(store),
        "seconds": seconds,
        "processor_seconds": worked,
        "seconds_for_10k": 10_000 * worked / len(store),
        "faults": len(faults),
    }


def _measure_pyshacl(folder: Path) -> dict[str, object]:
    import pyshacl  # noqa: PLC0415 - only this figure needs it
    from rdflib import Graph  # noqa: PLC0415

    store = open_store(folder)
    clock, work = time.perf_counter(), time.process_time()
    dumped = (store.dump(None, RdfFormat.N_TRIPLES, from_graph=g) for g in store.named_graphs())
    triples = b"".join(part or b"" for part in dumped)
    graph = Graph().parse(data=triples, format="nt")
    cast("Any", pyshacl).validate(graph, shacl_graph=shapes(), advanced=False)
    seconds, worked = time.perf_counter() - clock, time.process_time() - work
    return {
        "pyshacl_statements": len(store),
        "pyshacl_seconds": seconds,
        "pyshacl_seconds_for_10k": 10_000 * worked / len(store),
    }
