"""``canbo export``: write the graph in another format."""

import os
import sys
from pathlib import Path

import click

from canbo.commands.options import in_graph
from canbo.errors import UnwritableFileError
from canbo.graph.keeping.export import Format, export_graph
from canbo.graph.keeping.store import open_store


@click.command("export")
@click.option(
    "--to",
    "form",
    type=click.Choice([form.value for form in Format]),
    required=True,
    help="The format; nquads is canonical: sorted, the same bytes for the same graph.",
)
@click.option(
    "--output",
    "-o",
    "output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where to write; - or nothing is the standard output.",
)
@in_graph
def command(*, form: str, output: Path | None, graph: Path) -> None:
    """Write the whole graph, with the vocabulary and the register, in another format.

    Turtle has no named graphs: it gives all of them as one. A FILE is replaced only when all is
    written.
    """
    store = open_store(graph)
    if output is None or str(output) == "-":
        export_graph(store, Format(form), sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    fresh = output.with_name(f"{output.name}.{os.getpid()}.new")
    try:
        with fresh.open("wb") as out:
            export_graph(store, Format(form), out)
        fresh.replace(output)
    except OSError as error:
        raise UnwritableFileError(str(output), (error.strerror or str(error)).lower()) from error
    finally:
        fresh.unlink(missing_ok=True)
