"""The canonical quads of a graph folder, graph by graph, each with its size and its digest."""

import hashlib
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TypeAlias

from pyoxigraph import Store

from canbo.graph.keeping.export import Line, by_graph, graph_of, sort_lines

Triple: TypeAlias = bytes
"""One statement as a line of canonical N-Triples, which is Turtle as well."""


@dataclass(frozen=True, slots=True)
class Part:
    """One named graph: how many statements it has, and the SHA-256 of them as N-Triples."""

    graph: str
    count: int
    digest: str
    place: int


@dataclass(frozen=True, slots=True)
class Parts:
    """All named graphs in the order of their names; their statements wait in one sorted file."""

    each: tuple[Part, ...]
    file: IO[bytes]

    def triples(self, part: Part, skip: int = 0) -> Iterator[Triple]:
        """Yield the statements of *part* in order, without the first *skip* of them."""
        self.file.seek(part.place)
        yield from islice(self.file, skip, part.count)


@contextmanager
def split_graphs(store: Store) -> Generator[Parts]:
    """Sort the quads of *store* on the disk; give its parts for as long as the block lasts."""
    with TemporaryDirectory(prefix="canbo-") as name, ExitStack() as stack:
        folder = Path(name)
        file = stack.enter_context((folder / "triples.nt").open("w+b"))
        lines = sort_lines(store, folder, stack, key=by_graph)
        each = tuple(_write(graph, those, file) for graph, those in groupby(lines, key=graph_of))
        file.flush()
        yield Parts(each, file)


def _write(graph: str, lines: Iterator[Line], file: IO[bytes]) -> Part:
    place, count, digest = file.tell(), 0, hashlib.sha256()
    for line in lines:
        triple = line[: line.rindex(b" <")] + b" .\n"
        digest.update(triple)
        file.write(triple)
        count += 1
    return Part(graph, count, digest.hexdigest(), place)
