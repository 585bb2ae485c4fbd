"""How fast a graph is built from readings, beside rdflib parsing the same statements.

    python -m bench building [--texts N] [--graph DIR]

With ``--graph`` the graph of N invented bulletins stays in DIR for further measurements: some 180
statements a text on top of the register, so 400 texts give 0.1 M, 55,000 some 10 M. rdflib gets
the N-Quads of the first 500 texts.
"""

import argparse
import resource
import tempfile
import time
from pathlib import Path

from rdflib import Dataset

from bench.officials import write_bulletins
from canbo.graph.building import build_from_readings
from canbo.graph.keeping.export import Format, export_graph
from canbo.graph.keeping.store import open_store

REFERENCE_TEXTS = 500


def measure(arguments: list[str]) -> dict[str, float]:
    """Return statements a second of both and their ratio, and the peak memory of the build."""
    parser = argparse.ArgumentParser(prog="python -m bench building")
    parser.add_argument("--texts", type=int, default=5000)
    parser.add_argument("--graph", type=Path)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        quads, seconds = _build(options.texts, options.graph or Path(folder) / "graph")
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        reference = _parse(Path(folder))
    return {
        "texts": options.texts,
        "quads": quads,
        "seconds": seconds,
        "quads_per_s": quads / seconds,
        "peak_mb": memory / 1024,
        "rdflib_quads_per_s": reference,
        "ratio": quads / seconds / reference,
    }


def _build(texts: int, folder: Path) -> tuple[int, float]:
    start = time.perf_counter()
    report = build_from_readings(write_bulletins(texts), folder)
    return report.quads, time.perf_counter() - start


def _parse(folder: Path) -> float:
    small, lines = folder / "small", folder / "small.nq"
    build_from_readings(write_bulletins(REFERENCE_TEXTS), small)
    with lines.open("wb") as out:
        export_graph(open_store(small), Format.NQUADS, out)
    start = time.perf_counter()
    dataset = Dataset()
    dataset.parse(lines, format="nquads")
    return len(dataset) / (time.perf_counter() - start)
