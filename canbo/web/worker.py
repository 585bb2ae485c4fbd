"""One process that answers one question at a time and can be killed while it does.

``python -m canbo.web.worker FOLDER BYTES MOST [PAGES]`` reads questions from its input and writes
replies to its output, in frames (see ``frames.py``). PAGES names the module whose ``visit`` makes
pages. It has no more than BYTES of memory for a query, no
network where the system can take it away, and writes no answer longer than MOST bytes. Each
question is put to the snapshot that is published then.
"""

import ctypes
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Final, TypeAlias, cast

from pyoxigraph import NamedNode, QueryResultsFormat, QueryTriples, RdfFormat, Store, serialize

from canbo.errors import (
    BusyError,
    CanboError,
    QuerySyntaxError,
    TooLargeError,
    WebError,
)
from canbo.graph.keeping.store import Snapshot, current_snapshot, open_store
from canbo.ontology.iris import BASE
from canbo.queries.local import Results, syntax_error
from canbo.queries.prefixes import PREFIXES
from canbo.web.formats import ROWS, TRIPLES, Wanted, not_acceptable
from canbo.web.frames import Reply, Visit, read_asked, write_reply
from canbo.web.guard import names_its_graphs
from canbo.web.protocol import Question

_NEW_USER: Final = 0x10000000
_NEW_NET: Final = 0x40000000
_DIE_WITH_PARENT: Final = 1


class Bounded(BytesIO):
    """Bytes in memory that refuse to become more than *most*."""

    def __init__(self, most: int) -> None:
        """Begin empty."""
        super().__init__()
        self.most = most

    def write(self, data: bytes, /) -> int:  # type: ignore[override] # all that Oxigraph writes
        """Take *data*; raise TooLargeError where it is too much."""
        if self.tell() + len(data) > self.most:
            raise TooLargeError(
                f"the answer is larger than {self.most} bytes", "ask for less, with LIMIT"
            )
        return super().write(data)


class Reader:
    """The published graph of *folder*, opened anew when a new one is published."""

    def __init__(self, folder: Path) -> None:
        """Open the graph; raises the errors of :func:`canbo.graph.keeping.store.open_store`."""
        self.folder = folder
        self._snapshot: Snapshot | None = None
        self._store: Store | None = None

    def store(self) -> Store:
        """Return the graph that is published now."""
        latest = current_snapshot(self.folder)
        if self._store is None or latest != self._snapshot:
            self._store = open_store(self.folder)
            self._snapshot = latest
        return self._store


Pages: TypeAlias = Callable[[Store, Visit], Reply]
"""Makes the page that a visit asks for out of the graph."""


def answer(reader: Reader, question: Question, wanted: Wanted, most: int) -> Reply:
    """Return the reply to *question*; what goes wrong is a reply as well."""
    return _guarded(lambda: _answer(reader.store(), question, wanted, most))


def show(reader: Reader, pages: Pages, visit: Visit, most: int) -> Reply:
    """Return the page for *visit*; what goes wrong is a reply as well."""

    def page() -> Reply:
        reply = pages(reader.store(), visit)
        Bounded(most).write(reply.body)
        return reply

    return _guarded(page)


def _guarded(work: Callable[[], Reply]) -> Reply:
    try:
        return work()
    except WebError as error:
        return Reply(error.status, "", str(error).encode())
    except QuerySyntaxError as error:
        return Reply(400, "", str(error).encode())
    except CanboError as error:
        return Reply(BusyError.status, "", str(error).encode())
    except MemoryError:
        raise SystemExit(1) from None  # what is left of this process is not worth keeping
    except (OSError, RuntimeError, ValueError) as error:
        reason = " ".join(str(error).split())[:300]
        return Reply(400, "", f"the query cannot be answered ({reason}); mend it".encode())


def _answer(store: Store, question: Question, wanted: Wanted, most: int) -> Reply:
    results = _evaluate(store, question)
    out = Bounded(most)
    if isinstance(results, QueryTriples):
        media = wanted.triples
        form = RdfFormat.from_media_type(media.replace("/json", "/ld+json")) if media else None
        if media is None or form is None:
            raise not_acceptable(TRIPLES)
        serialize(results, out, form, prefixes=dict(PREFIXES))
        return Reply(200, media, out.getvalue())
    kind = QueryResultsFormat.from_media_type(wanted.rows) if wanted.rows else None
    if wanted.rows is None or kind is None:
        raise not_acceptable(ROWS)
    results.serialize(out, kind)
    return Reply(200, wanted.rows, out.getvalue())


def _evaluate(store: Store, question: Question) -> Results:
    text = question.text
    given = bool(question.default_graphs or question.named_graphs)
    default = [NamedNode(iri) for iri in question.default_graphs]
    named = [NamedNode(iri) for iri in question.named_graphs]
    try:
        return store.query(
            text,
            base_iri=BASE,
            prefixes=dict(PREFIXES),
            # Oxigraph passes over FROM where the default graph is the union.
            use_default_graph_as_union=not given and not names_its_graphs(text),
            default_graph=[*default] if given else None,
            named_graphs=[*named] if given else None,
        )
    except SyntaxError as error:
        raise syntax_error(str(error), text) from None


def bound_memory(memory: int) -> None:
    """Let this process grow by no more than *memory* bytes of address space from now on."""
    with suppress(ImportError, OSError, ValueError):  # Windows has neither of the two
        import resource  # noqa: PLC0415

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def confine() -> None:
    """Take from this process the network, core files, and a life after the server's.

    Where the system has no such thing, or refuses it, the others stand.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "win32":  # pragma: no cover - none of these exist there
        return
    import resource  # noqa: PLC0415 - not on Windows

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError, AttributeError):
        system = ctypes.CDLL(None)
        system.prctl(_DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
        if system.unshare(_NEW_NET) != 0:
            system.unshare(_NEW_USER | _NEW_NET)


def run(folder: Path, memory: int, most: int, module: str = "") -> None:
    """Answer questions from the input until it ends; *module* makes the pages."""
    # Nothing but replies goes to the output: what else is printed goes where errors go.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    confine()
    reader = Reader(folder)
    reader.store()
    pages = cast("Pages", import_module(module).visit) if module else _no_pages
    bound_memory(memory)
    write_reply(out, Reply(200, "", b""))
    while (asked := read_asked(sys.stdin.buffer)) is not None:
        if isinstance(asked, Visit):
            write_reply(out, show(reader, pages, asked, most))
        else:
            write_reply(out, answer(reader, *asked, most))


def _no_pages(_: Store, visit: Visit) -> Reply:
    return Reply(404, "", f"there is no page at {visit.path[:100]!r}; ask /sparql".encode())


if __name__ == "__main__":
    run(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:])
