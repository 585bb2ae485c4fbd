"""The two ways to put statements into a store: by SPARQL Update and by the Graph Store Protocol.

https://www.w3.org/TR/sparql11-update/ and https://www.w3.org/TR/sparql11-http-rdf-update/. Both
take whole named graphs away and put statements into one; sent twice, the outcome is the same.
"""

import re
from collections.abc import Sequence
from typing import Final, Protocol

import httpx

from canbo.publishing.connection import Connection
from canbo.publishing.parts import Triple

UPDATE_BATCH: Final = 1000
"""Statements in one update: Virtuoso 7 compiles each into SQL, and no more than some thousands."""

STORE_BATCH: Final = 20_000
"""Statements in one request of the Graph Store Protocol."""

_GONE: Final = (404,)


class Writer(Protocol):
    """A way to change one store."""

    batch: int

    def replace(self, graph: str, triples: Sequence[Triple]) -> None:
        """Let *graph* hold these *triples* and nothing else; raises StoreError."""
        ...

    def add(self, graph: str, triples: Sequence[Triple]) -> None:
        """Put *triples* into *graph*; raises StoreError."""
        ...

    def drop(self, graph: str) -> None:
        """Take *graph* away, if it is there; raises StoreError."""
        ...


class ByUpdate:
    """SPARQL 1.1 Update: one request for each batch."""

    def __init__(self, connection: Connection, url: str, batch: int | None = None) -> None:
        """Send to *url*, *batch* statements at a time."""
        self.batch = batch or UPDATE_BATCH
        self._connection = connection
        self._url = url

    def replace(self, graph: str, triples: Sequence[Triple]) -> None:
        """Drop *graph* and insert the *triples*, in one request."""
        self._send(f"DROP SILENT GRAPH <{graph}> ;\n".encode() + _insert(graph, triples))

    def add(self, graph: str, triples: Sequence[Triple]) -> None:
        """Insert the *triples*."""
        self._send(_insert(graph, triples))

    def drop(self, graph: str) -> None:
        """Drop *graph*."""
        self._send(f"DROP SILENT GRAPH <{graph}>".encode())

    def _send(self, update: bytes) -> None:
        self._connection.send("POST", self._url, update, kind="application/sparql-update")


class ByGraphStore:
    """SPARQL 1.1 Graph Store HTTP Protocol: PUT, POST and DELETE of graphs as Turtle."""

    def __init__(self, connection: Connection, url: str, batch: int | None = None) -> None:
        """Send to *url*, *batch* statements at a time."""
        self.batch = batch or STORE_BATCH
        self._connection = connection
        self._url = httpx.URL(url)

    def replace(self, graph: str, triples: Sequence[Triple]) -> None:
        """PUT the *triples* as *graph*."""
        self._connection.send("PUT", self._address(graph), b"".join(triples), kind="text/turtle")

    def add(self, graph: str, triples: Sequence[Triple]) -> None:
        """POST the *triples* to *graph*."""
        self._connection.send("POST", self._address(graph), b"".join(triples), kind="text/turtle")

    def drop(self, graph: str) -> None:
        """DELETE *graph*."""
        self._connection.send("DELETE", self._address(graph), fine=_GONE)

    def _address(self, graph: str) -> str:
        return str(self._url.copy_merge_params({"graph": graph}))


def _insert(graph: str, triples: Sequence[Triple]) -> bytes:
    body = b"".join(map(_for_sparql, triples))
    return f"INSERT DATA {{ GRAPH <{graph}> {{\n".encode() + body + b"} }"


def _for_sparql(triple: Triple) -> Triple:
    r"""Return *triple* so that SPARQL reads what N-Triples does.

    SPARQL reads the escapes of code points before anything else, also behind a backslash that is
    escaped itself: an escaped backslash before a ``u`` is told apart by writing the ``u`` as one.

    >>> _for_sparql(b'<urn:a> <urn:b> "C:\\\\users \\n" .')
    b'<urn:a> <urn:b> "C:\\\\\\u0075sers \\n" .'
    """
    if rb"\\u" not in triple and rb"\\U" not in triple:
        return triple
    return re.sub(rb"\\(?:\\([uU])|.)", _tell_apart, triple)


def _tell_apart(found: re.Match[bytes]) -> bytes:
    return rb"\\" + rb"\u%04X" % found[1][0] if found[1] else found[0]
