"""Reading many texts: one after the other, or on several cores, always in their order."""

import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from typing import Final, TypeAlias

from canbo.errors import EvidenceError
from canbo.graph.evidence import check_evidence
from canbo.graph.keeping.readings import encode_reading
from canbo.graph.reading.reader import read_statements
from canbo.graph.texts.sources import Source

BATCH: Final = 1 << 18
"""How many characters go to another process at a time; less is read right here."""


Fault: TypeAlias = tuple[int, int, str]
"""What an EvidenceError says of a passage; errors of ours do not travel between processes."""


@dataclass(frozen=True, slots=True)
class ReadText:
    """A source and its reading, encoded; or what is wrong with the reading."""

    source: Source
    reading: str
    error: EvidenceError | None = None


def read_texts(
    sources: Iterable[Source], jobs: int = 1, batch_size: int = BATCH
) -> Iterator[ReadText]:
    """Yield each source with its reading, in order; *jobs* is how many processes may read.

    They are given *batch_size* characters at a time.
    """
    batches = _gather(sources, batch_size)
    first = list(islice(batches, 2))
    if jobs <= 1 or len(first) < 2:  # noqa: PLR2004 - one batch gives nothing to share
        for batch in chain(first, batches):
            yield from map(_join, batch, _read_batch(_plain(batch)))
    else:
        yield from _read_in_processes(chain(first, batches), jobs)


def _read_in_processes(batches: Iterable[list[Source]], jobs: int) -> Iterator[ReadText]:
    waiting: deque[tuple[list[Source], Future[list[str | Fault]]]] = deque()
    # Processes are started afresh: a forked one would hold the lock of the graph folder too.
    context = get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_follow_parent) as pool:
        for batch in batches:
            waiting.append((batch, pool.submit(_read_batch, _plain(batch))))
            if len(waiting) > 2 * jobs:
                yield from _collect(waiting)
        while waiting:
            yield from _collect(waiting)


def _collect(
    waiting: deque[tuple[list[Source], Future[list[str | Fault]]]],
) -> Iterator[ReadText]:
    batch, future = waiting.popleft()
    yield from map(_join, batch, future.result())


def _gather(sources: Iterable[Source], batch_size: int) -> Iterator[list[Source]]:
    batch: list[Source] = []
    size = 0
    for source in sources:
        batch.append(source)
        size += len(source.text)
        if size >= batch_size:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _plain(batch: list[Source]) -> list[tuple[str, str | None, str]]:
    return [(source.text, source.published, source.id) for source in batch]


def _read_batch(texts: list[tuple[str, str | None, str]]) -> list[str | Fault]:
    return [_read_one(*text) for text in texts]


def _read_one(text: str, published: str | None, name: str) -> str | Fault:
    reading = read_statements(text, published)
    try:
        check_evidence(text, reading, name)
    except EvidenceError as error:
        return error.start, error.end, error.reason
    return encode_reading(reading)


def _join(source: Source, read: str | Fault) -> ReadText:
    if isinstance(read, str):
        return ReadText(source, read)
    return ReadText(source, "", EvidenceError(source.id, *read))


def _follow_parent() -> None:
    """End with the process that began this one, even if it is killed."""
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
