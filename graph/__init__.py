"""From text to facts: read texts, build a graph, open it.

Importing this loads next to nothing; each function brings what it needs.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from canbo.spelling import same_name

if TYPE_CHECKING:
    from rdflib import Dataset

    from canbo.graph.report import Report

__all__ = ["build", "open", "read_text", "same_name"]


def build(  # noqa: PLR0913 - what the command takes
    inputs: Iterable[str | Path],
    graph: str | Path,
    *,
    register: str | Path | None = None,
    decisions: str | Path | None = None,
    wait: float = 0.0,
    jobs: int = 1,
    tell: Callable[[str, str], object] | None = None,
) -> "Report":
    """Read *inputs*, add what they state to the graph in the folder *graph*, and publish it.

    Returns what was done, with the inputs that were skipped. *register* is a folder of tables that
    extend the register, *decisions* a file of decisions; both stay with the graph. *wait* is how
    many seconds to wait while another process builds, *jobs* how many processes may read (more than
    one needs the usual ``if __name__ == "__main__"``). *tell* hears how far it is. Raises errors of
    ``canbo.errors``; then the graph is as it was.
    """
    from canbo.graph import building  # noqa: PLC0415 - loads the whole room
    from canbo.graph.keeping.given import Given  # noqa: PLC0415

    given = Given(Path(register) if register else None, Path(decisions) if decisions else None)
    if tell is None:
        return building.build(inputs, graph, given=given, wait=wait, jobs=jobs)
    return building.build(inputs, graph, given=given, wait=wait, jobs=jobs, tell=tell)


def open(graph: str | Path) -> "Dataset":  # noqa: A001 - canbo.graph.open(...) reads well
    """Return the published graph of the folder *graph* as an rdflib Dataset in memory.

    Its default graph is the union of all. For large graphs ask ``canbo.queries`` instead.
    """
    from canbo.graph.keeping.dataset import open_dataset  # noqa: PLC0415 - loads rdflib

    return open_dataset(graph)


def read_text(text: str, published: str | None = None) -> dict[str, object]:
    """Return what *text* states: persons, holdings, documents, actions, events, with their spans.

    *published* (an ISO day, month or year) completes dates printed without a year.
    """
    from canbo.graph.extraction import read_text as read  # noqa: PLC0415 - loads the grammar

    return read(text, published)
