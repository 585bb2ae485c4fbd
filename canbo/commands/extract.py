"""``canbo extract``: show what texts state, without touching a graph."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from canbo.commands.options import knowing
from canbo.graph.extraction import record_reading
from canbo.graph.knowledge import Knowledge, learn
from canbo.graph.reading.reader import read_statements
from canbo.graph.texts.sources import Skipped, Source, read_sources


@click.command("extract")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl"]),
    default="table",
    show_default=True,
    help="Tables for people, or one JSON record a text.",
)
@click.option(
    "--explain",
    is_flag=True,
    help="Also show the text with the places of each statement, the rules, and what was not read.",
)
@knowing
def command(
    *,
    inputs: tuple[str, ...],
    form: str,
    explain: bool,
    tables: Path | None,
    decisions: Path | None,
) -> None:
    """Show what INPUT (files, folders, patterns, - for the input) states.

    Every statement comes with the words that make it. What cannot be read is named, the rest is
    read all the same, and the exit code is 1.
    """
    knowledge = learn(tables, decisions)
    show = write_records if form == "jsonl" else show_tables
    if not show(read_sources(inputs), knowledge, explain=explain):
        sys.exit(1)


def write_records(
    found: Iterable[Source | Skipped],
    knowledge: Knowledge | None = None,
    *,
    explain: bool = False,  # noqa: ARG001
) -> bool:
    """Write one JSON record a text on stdout; return whether all could be read.

    The record has rules and what was not read in any case, *explain* adds nothing.
    """
    whole = True
    known = knowledge or learn()
    for one in found:
        if isinstance(one, Skipped):
            whole = _tell(one) and whole
            continue
        reading = read_statements(one.text, one.published)
        head = {"id": one.id, "published": one.published, "source_url": one.url}
        body = record_reading(reading, known.resolve(one, reading))
        click.echo(json.dumps({**head, **body}, ensure_ascii=False))
    return whole


def show_tables(
    found: Iterable[Source | Skipped], knowledge: Knowledge | None = None, *, explain: bool = False
) -> bool:
    """Print tables for each text on stdout; return whether all could be read."""
    from canbo.commands.extract_sheet import Sheet  # noqa: PLC0415 - loads rich

    whole = True
    sheet = Sheet(knowledge=knowledge)
    for one in found:
        if isinstance(one, Skipped):
            whole = _tell(one) and whole
            continue
        sheet.show(one, explain=explain)
    return whole


def _tell(skipped: Skipped) -> bool:
    """Say what could not be read or used; return whether the text was read all the same."""
    click.echo(f"canbo: {skipped}", err=True)
    return skipped.is_read
