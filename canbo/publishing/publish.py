"""Publish: bring a store to hold what the graph folder holds, and say so only when it does.

Each named graph is sent in order, in batches, and every batch that the store took is noted. A run
that was broken off goes on behind the last of them: the graph has no blank nodes, so that what the
store may have taken without our knowing is only sent once more. A graph that has changed, or of
which the store holds another number of statements than noted, is replaced whole. While it runs the
store holds a mixture of the old and the new; nothing is called done before all is counted.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from canbo.errors import ForeignGraphsError, StoreCountError
from canbo.graph.keeping.store import open_store
from canbo.publishing.connection import TIMEOUT, Connection
from canbo.publishing.counts import AT_ONCE, Counter
from canbo.publishing.journal import Journal, Sent, keep_journal
from canbo.publishing.parts import Part, Parts, Triple, split_graphs
from canbo.publishing.writers import ByGraphStore, ByUpdate, Writer

Tell = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Store:
    """Where a store is asked, and where it is changed: by update, unless by graph store."""

    endpoint: str
    update: str | None = None
    graph_store: str | None = None
    batch: int | None = None
    timeout: float = TIMEOUT


@dataclass(frozen=True, slots=True)
class Published:
    """What was done: the graphs and statements that the store holds, and what of them was sent."""

    graphs: int
    statements: int
    sent_graphs: int
    sent_statements: int
    dropped: int


def publish(folder: Path, store: Store, tell: Tell, *, prune: bool = False) -> Published:
    """Bring *store* to hold the published graph of *folder*, and count it; return what was done.

    *tell* is told how far it is. With *prune*, graphs of other sources that the store holds are
    dropped. Raises StoreError, CredentialsError, StoreCountError and ForeignGraphsError, and the
    errors of :func:`canbo.graph.keeping.store.open_store`; run again, it goes on.
    """
    graph = open_store(folder)
    with Connection(store.timeout) as connection, split_graphs(graph) as parts:
        counter = Counter(connection, store.endpoint)
        with keep_journal(folder, store.endpoint) as journal:
            return _Publication(store, parts, counter, _writer(connection, store), journal).run(
                tell, prune=prune
            )


def _writer(connection: Connection, store: Store) -> Writer:
    if store.graph_store is not None:
        return ByGraphStore(connection, store.graph_store, store.batch)
    return ByUpdate(connection, store.update or store.endpoint, store.batch)


@dataclass(frozen=True, slots=True)
class _Publication:
    """One run."""

    store: Store
    parts: Parts
    counter: Counter
    writer: Writer
    journal: Journal

    def run(self, tell: Tell, *, prune: bool) -> Published:
        each = self.parts.each
        held = self.counter.count([part.graph for part in each])
        waiting = [part for part in each if not self._is_done(part, held[part.graph])]
        total, sent = sum(part.count for part in waiting), 0
        for number, part in enumerate(waiting):
            for count in self._send(part, held[part.graph], check=number == 0):
                sent += count
                tell(f"{sent} of {total} statements")
        dropped = self._drop_gone()
        self._verify(each, tell)
        dropped += self._settle_foreign(prune=prune)
        whole = sum(part.count for part in each)
        return Published(len(each), whole, len(waiting), sent, dropped)

    def _is_done(self, part: Part, held: int) -> bool:
        return held == part.count and self.journal.sent(part.graph) == Sent(part.digest, held)

    def _send(self, part: Part, held: int, *, check: bool) -> Iterator[int]:
        """Send what is missing of *part*; yield the size of each batch that was taken."""
        before = self.journal.sent(part.graph)
        done = before.count if before and before.digest == part.digest else 0
        if not 0 < done <= held <= part.count or done == part.count:
            done = 0
        for batch in _batches(self.parts.triples(part, done), self.writer.batch):
            if done:
                self.writer.add(part.graph, batch)
            else:
                self.journal.note(part.graph, None)
                self.writer.replace(part.graph, batch)
            done += len(batch)
            self.journal.note(part.graph, Sent(part.digest, done))
            if check:  # that both addresses are of one store shows after the first batch
                self._expect({part.graph: done})
                check = False
            yield len(batch)

    def _drop_gone(self) -> int:
        """Drop what was published from here before and is no part of the graph any more."""
        gone = sorted(self.journal.graphs.difference(part.graph for part in self.parts.each))
        return self._drop(gone)

    def _drop(self, graphs: Iterable[str]) -> int:
        dropped = 0
        for graph in graphs:
            self.writer.drop(graph)
            self.journal.note(graph, None)
            dropped += 1
        return dropped

    def _verify(self, each: tuple[Part, ...], tell: Tell) -> None:
        for at in range(0, len(each), AT_ONCE):
            self._expect({part.graph: part.count for part in each[at : at + AT_ONCE]})
            tell(f"counted {min(at + AT_ONCE, len(each))} of {len(each)} graphs")

    def _expect(self, sent: dict[str, int]) -> None:
        """Raise StoreCountError where the store holds other numbers than *sent*."""
        held = self.counter.count(list(sent))
        wrong = [graph for graph, count in sent.items() if held[graph] != count]
        if wrong:
            first = wrong[0]
            raise StoreCountError(
                self.store.endpoint, first, held[first], sent[first], len(wrong) - 1
            )

    def _settle_foreign(self, *, prune: bool) -> int:
        ours = {part.graph for part in self.parts.each}
        foreign = tuple(graph for graph in self.counter.sources() if graph not in ours)
        if foreign and not prune:
            raise ForeignGraphsError(self.store.endpoint, foreign)
        return self._drop(foreign)


def _batches(triples: Iterator[Triple], size: int) -> Iterator[list[Triple]]:
    while batch := list(islice(triples, size)):
        yield batch
