"""How fast questions are answered, beside rdflib on the same graph.

    python -m bench asking [--texts N]

Both answer the same questions about the same invented officials in one run; rdflib gets a graph it
can hold (500 texts), so its figures flatter it.
"""

import argparse
import statistics
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import Final

from rdflib import Dataset

from bench.officials import write_bulletins
from canbo.graph.building import build_from_readings
from canbo.graph.keeping.export import Format, export_graph
from canbo.graph.keeping.store import open_store
from canbo.graph.posts import name_post
from canbo.queries import Kind, Target, ask, find

REFERENCE_TEXTS: Final = 500
INSTANCES: Final = 20
QUESTIONS: Final = ("person-posts", "person-career", "post-holders", "organisation-members")


def measure(arguments: list[str]) -> dict[str, object]:
    """Return the median milliseconds of each question, ours and rdflib's, and their ratio."""
    parser = argparse.ArgumentParser(prog="python -m bench asking")
    parser.add_argument("--texts", type=int, default=5000)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        large, small, lines = (Path(folder) / name for name in ("large", "small", "small.nq"))
        quads = build_from_readings(write_bulletins(options.texts), large).quads
        build_from_readings(write_bulletins(REFERENCE_TEXTS), small)
        with lines.open("wb") as out:
            export_graph(open_store(small), Format.NQUADS, out)
        reference = Dataset(default_union=True)
        reference.parse(lines, format="nquads")
        ours = {name: _median(name, open_store(large), options.texts) for name in QUESTIONS}
        theirs = {name: _median(name, reference, REFERENCE_TEXTS) for name in QUESTIONS}
    return {
        "quads": quads,
        "canbo_ms": ours,
        "rdflib_ms": theirs,
        "ratio": {name: theirs[name] / ours[name] for name in QUESTIONS},
    }


def _median(question: str, target: Target, texts: int) -> float:
    times: list[float] = []
    for source, reading in islice(write_bulletins(texts), INSTANCES):
        if not reading.holdings:
            continue
        held, on = reading.holdings[0], str(source.published)
        person = find(target, Kind.PERSON, held.person)[0].iri
        values = {
            "person-posts": {"person": person, "on": on},
            "person-career": {"person": person},
            "post-holders": {"post": name_post(held.post, held.org), "on": on},
            "organisation-members": {"organisation": held.org, "on": on},
        }[question]
        start = time.perf_counter()
        ask(question, target, **values)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)
