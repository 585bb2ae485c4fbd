"""What the commands that ask have in common: whom they ask, and how they can be stopped."""

import signal
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import click

from canbo.commands.options import Command, in_graph
from canbo.graph.keeping.store import open_store
from canbo.queries import Target


def whom(command: Command) -> Command:
    """Give *command* the options ``--graph`` and ``--endpoint``."""
    endpoint = click.option(
        "--endpoint", metavar="URL", help="Ask this SPARQL endpoint instead of a graph folder."
    )
    return endpoint(in_graph(command))


def opened(graph: Path, endpoint: str | None) -> Target:
    """Return whom to ask; raises the errors of :func:`canbo.graph.keeping.store.open_store`."""
    return endpoint if endpoint is not None else open_store(graph)


@contextmanager
def stoppable() -> Generator[None]:
    """Let Ctrl-C end the process at once: a query that runs listens to nobody else.

    Only readers may do this; they leave nothing half done.
    """
    try:
        before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    except ValueError:  # not in the main thread: there Ctrl-C comes to somebody else
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
