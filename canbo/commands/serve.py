"""``canbo serve``: answer SPARQL over HTTP from the published graph."""

import os
import socket
from pathlib import Path

import click
import uvicorn

from canbo.commands.options import in_graph
from canbo.errors import AddressError
from canbo.graph.keeping.store import open_store
from canbo.pages.routes import PAGES
from canbo.web.app import SPARQL, create_app
from canbo.web.workers import Limits

MEBI = 1 << 20


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port; 0 takes a free one.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=30.0,
    show_default=True,
    metavar="SECONDS",
    help="How long one query may take.",
)
@click.option(
    "--workers",
    type=click.IntRange(1, 256),
    default=max(4, os.cpu_count() or 1),
    show_default="the processors, at least 4",
    help="How many queries run at once.",
)
@click.option(
    "--memory",
    type=click.IntRange(min=256),
    default=2048,
    show_default=True,
    metavar="MIB",
    help="How much memory one query may take.",
)
@click.option(
    "--answer",
    type=click.IntRange(1, 1024),
    default=32,
    show_default=True,
    metavar="MIB",
    help="How large one answer may be.",
)
@in_graph
def command(  # noqa: PLR0913 - one argument for each option
    *, host: str, port: int, timeout: float, workers: int, memory: int, answer: int, graph: Path
) -> None:
    """Answer SPARQL 1.1 over HTTP, at /sparql, and show pages to people; nothing is changed.

    A graph that is built meanwhile is served as soon as it is published.
    """
    open_store(graph)
    limits = Limits(seconds=timeout, workers=workers, memory=memory * MEBI, answer=answer * MEBI)
    listening = _listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{listening.getsockname()[1]}"
    click.echo(f"{address}{SPARQL}")
    click.echo(f"pages to read and search: {address}/", err=True)
    config = uvicorn.Config(
        create_app(graph.absolute(), limits, PAGES),
        log_level="warning",
        access_log=False,
        server_header=False,
        ws="none",
        timeout_graceful_shutdown=3,
    )
    uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens there; raises AddressError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With the protocol named, asyncio sends each answer at once instead of after 40 ms (Nagle).
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(2048)
    except OSError as error:
        listening.close()
        reason = (error.strerror or str(error)).lower()
        raise AddressError(f"{host} port {port}", reason) from None
    return listening
