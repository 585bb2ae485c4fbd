"""``canbo sources``: what the graph was built from; ``--remove`` takes one out."""

from pathlib import Path
from typing import Final

import click

from canbo.commands.build import show_report
from canbo.commands.options import in_graph, tell_progress, while_building
from canbo.graph.building import remove_source
from canbo.graph.keeping.listing import list_sources
from canbo.graph.keeping.store import open_store
from canbo.queries.rows import Answer, Row, Term
from canbo.queries.sheet import lay_out_plainly
from canbo.queries.table import as_csv, as_json, as_markdown, as_table

_COLUMNS: Final = ("source", "title", "published", "statements")


@click.command("sources")
@click.option("--remove", metavar="SOURCE", help="Take this source out: its id, URL, path or IRI.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json", "md"]),
    default="table",
    show_default=True,
    help="How to write the list.",
)
@in_graph
@while_building
def command(*, remove: str | None, form: str, graph: Path, wait: float, quiet: bool) -> None:
    """List what the graph was built from: id, title, date, and how many statements rest on it.

    With --remove SOURCE, build the graph again without that source and all it said.
    """
    if remove is not None:
        tell = tell_progress(quiet=quiet)
        report = remove_source(remove, graph, wait=wait, tell=tell)
        if not quiet:
            show_report(report)
        return
    answer = _list(graph)
    writers = {"csv": as_csv, "json": as_json}
    if form in writers:
        click.echo(writers[form](answer), nl=False)
    else:
        sheet = lay_out_plainly(answer)
        click.echo(as_markdown(sheet) if form == "md" else as_table(sheet), nl=False)


def _list(graph: Path) -> Answer:
    rows = (
        Row(
            _COLUMNS,
            (
                Term(source.id),
                Term(source.title) if source.title else None,
                Term(source.published) if source.published else None,
                Term(str(source.statements)),
            ),
        )
        for source in list_sources(open_store(graph))
    )
    return Answer(_COLUMNS, tuple(rows))
