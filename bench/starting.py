"""How long the command line takes to start, beside Python itself and beside rdflib alone."""

import statistics
import subprocess
import sys
import time

RUNS = 9


def measure(arguments: list[str]) -> dict[str, float]:  # noqa: ARG001
    """Return median seconds of ``import canbo.cli``, over those of a bare start, and the ratio."""
    bare = _median("pass")
    ours = _median("import canbo.cli") - bare
    theirs = _median("import rdflib") - bare
    return {"canbo_cli_s": ours, "rdflib_s": theirs, "ratio": ours / theirs}


def _median(code: str) -> float:
    return statistics.median(_time(code) for _ in range(RUNS))


def _time(code: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - start
