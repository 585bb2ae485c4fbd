"""The graph in other formats, the same bytes for the same graph; canonical N-Quads above all.

Quads come from the store in no order. They are sorted as lines, in pieces on the disk where they
are many, and every format is written from the sorted stream.
"""

import heapq
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from enum import StrEnum
from itertools import groupby, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Final, TypeAlias

from pyoxigraph import Quad, RdfFormat, Store, Triple, parse, serialize

from canbo.ontology import names, standards
from canbo.ontology.iris import BASE

Line: TypeAlias = bytes

PIECE: Final = 1_000_000
"""How many lines are sorted in memory at a time."""


class Format(StrEnum):
    """The formats a graph is exported in; Turtle has no named graphs and gives their union."""

    NQUADS = "nquads"
    TURTLE = "turtle"
    TRIG = "trig"
    JSONLD = "jsonld"


def export_graph(store: Store, form: Format, out: IO[bytes], piece: int = PIECE) -> None:
    """Write all of *store* to *out*, in *form*; sort *piece* lines in memory at a time."""
    grouped = form in {Format.TRIG, Format.JSONLD}
    with TemporaryDirectory(prefix="canbo-") as folder, ExitStack() as stack:
        lines = sort_lines(store, Path(folder), stack, piece, by_graph if grouped else None)
        if form is Format.NQUADS:
            out.writelines(lines)
        elif form is Format.TURTLE:
            triples = (first for first, _ in groupby(map(_triple, _parse(lines))))
            serialize(triples, out, RdfFormat.TURTLE, prefixes=prefixes())
        else:
            kind = RdfFormat.TRIG if form is Format.TRIG else RdfFormat.JSON_LD
            serialize(_parse(lines), out, kind, prefixes=prefixes())


def sort_lines(
    store: Store,
    folder: Path,
    stack: ExitStack,
    piece: int = PIECE,
    key: Callable[[Line], Line] | None = None,
) -> Iterable[Line]:
    """Return the quads of *store* as canonical N-Quads lines in order (of *key*, else of bytes).

    Pieces stand in *folder*, open as long as *stack*.
    """
    whole = folder / "all.nq"
    store.dump(whole, RdfFormat.N_QUADS)
    pieces: list[Path] = []
    with whole.open("rb") as file:
        first = sorted(islice(file, piece), key=key)
        chunk = first
        while len(chunk) == piece:
            pieces.append(folder / f"{len(pieces)}.nq")
            with pieces[-1].open("wb") as written:
                written.writelines(chunk)
            chunk = sorted(islice(file, piece), key=key)
    whole.unlink()
    if not pieces:
        return first
    opened = [stack.enter_context(path.open("rb")) for path in pieces]
    return heapq.merge(*opened, chunk, key=key)


def prefixes() -> dict[str, str]:
    """Return the prefixes that exports are written with."""
    known = (names.CB, *(getattr(standards, name) for name in _STANDARDS))
    return {"": BASE, **{_short(vocabulary): vocabulary.namespace for vocabulary in known}}


_STANDARDS: Final = "RDF RDFS OWL XSD FOAF ORG PROV OA SKOS ELI DCTERMS SCHEMA TIME".split()


def _short(vocabulary: names.Vocabulary[str]) -> str:
    return "cb" if vocabulary is names.CB else type(vocabulary).__name__.lower()


def _parse(lines: Iterable[Line]) -> Iterator[Quad]:
    waiting = iter(lines)
    while batch := b"".join(islice(waiting, 1000)):
        yield from parse(batch, RdfFormat.N_QUADS)


def _triple(quad: Quad) -> Triple:
    return quad.triple


def by_graph(line: Line) -> Line:
    """Return *line* with its graph before it: sorted so, each graph stays together."""
    return line[line.rindex(b" <") :] + line


def graph_of(line: Line) -> str:
    r"""Return the IRI of the graph that the canonical *line* stands in.

    >>> graph_of(b"<urn:a> <urn:b> <urn:c> <urn:g> .\n")
    'urn:g'
    """
    return line[line.rindex(b" <") + 2 : line.rindex(b">")].decode()
