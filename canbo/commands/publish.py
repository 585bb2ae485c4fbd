"""``canbo publish``: bring someone else's SPARQL store to hold the graph."""

import sys
from pathlib import Path

import click

from canbo.commands.options import in_graph
from canbo.publishing.connection import TIMEOUT
from canbo.publishing.publish import Published, Store, publish
from canbo.publishing.writers import STORE_BATCH, UPDATE_BATCH


@click.command("publish")
@click.option(
    "--endpoint",
    required=True,
    metavar="URL",
    help="Where the store is asked, and changed by SPARQL Update unless one of the next two says "
    "otherwise.",
)
@click.option("--update", metavar="URL", help="Where it takes SPARQL Update.")
@click.option(
    "--graph-store",
    metavar="URL",
    help="Where it takes the Graph Store Protocol, which is used then: for much, this is faster.",
)
@click.option(
    "--batch",
    type=click.IntRange(min=1),
    show_default=f"{UPDATE_BATCH}, with --graph-store {STORE_BATCH}",
    metavar="N",
    help="How many statements are sent in one request.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=TIMEOUT,
    show_default=True,
    metavar="SECONDS",
    help="How long the store may take over one request.",
)
@click.option("--prune", is_flag=True, help="Drop sources there that this graph does not have.")
@click.option("--quiet", "-q", is_flag=True, help="Print no progress and no report.")
@in_graph
def command(  # noqa: PLR0913 - one argument for each option
    *,
    endpoint: str,
    update: str | None,
    graph_store: str | None,
    batch: int | None,
    timeout: float,
    prune: bool,
    quiet: bool,
    graph: Path,
) -> None:
    """Send the graph to a SPARQL 1.1 store, named graph by named graph, and count it there.

    What is there already is not sent again: a run that was broken off goes on, and after the next
    build only what changed is replaced. It is done when the store holds as many statements of each
    graph as were sent, and only then.

    Credentials come from CANBO_STORE_USER and CANBO_STORE_PASSWORD or from ~/.netrc (NETRC), and go
    only to a store that asks for them, by Digest or Basic.
    """
    if update is not None and graph_store is not None:
        raise click.UsageError("give --update or --graph-store, not both")
    store = Store(endpoint, update, graph_store, batch, timeout)
    in_place = sys.stderr.isatty()

    def tell(done: str) -> None:
        if in_place and not quiet:
            click.echo(f"\r\033[K{done}", nl=False, err=True)

    published = publish(graph, store, tell, prune=prune)
    if in_place and not quiet:
        click.echo("\r\033[K", nl=False, err=True)
    if not quiet:
        click.echo(_report(published))


def _report(done: Published) -> str:
    return (
        f"{done.statements} statements in {done.graphs} graphs, counted there; "
        f"sent {done.sent_statements} in {done.sent_graphs}, dropped {done.dropped} graphs"
    )
