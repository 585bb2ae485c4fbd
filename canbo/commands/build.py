"""``canbo build``: read texts, and add what they state to the graph."""

import os
import sys
from pathlib import Path
from typing import Final

import click

from canbo.commands.options import in_graph, knowing, tell_progress, while_building
from canbo.errors import NothingReadError
from canbo.graph.building import build
from canbo.graph.keeping.given import Given
from canbo.graph.report import Report

_SHOWN: Final = 20
"""How many of the skipped inputs are named on the screen; report.json names all."""


@click.command("build")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@in_graph
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(min=1),
    default=os.cpu_count() or 1,
    show_default="the number of cores",
    help="How many processes read.",
)
@knowing
@click.option(
    "--no-register",
    "only_own",
    is_flag=True,
    help="Leave out the tables that an earlier --register gave.",
)
@while_building
def command(  # noqa: PLR0913 - one for each option
    *,
    inputs: tuple[str, ...],
    graph: Path,
    jobs: int,
    tables: Path | None,
    decisions: Path | None,
    only_own: bool,
    wait: float,
    quiet: bool,
) -> None:
    """Read INPUT (files, folders, patterns, - for the input) and add what it states to the graph.

    Only what changed is read again; where nothing is new, the graph stays as it is. Ends with a
    report; what cannot be read is named, the rest is read all the same, and the exit code is 1. The
    graph that readers see is replaced at once and
    whole, or not at all.

    Tables and decisions stay with the graph until others are given; decisions.csv in the graph
    folder is read without being named. Whatever they change is changed in the whole graph.
    """
    given = Given(tables, decisions, with_own_register_only=only_own)
    tell = tell_progress(quiet=quiet)
    try:
        report = build(inputs, graph, given=given, wait=wait, jobs=jobs, tell=tell)
    except NothingReadError as error:
        for line in error.skipped[1:]:
            click.echo(f"canbo: {line}", err=True)
        raise
    for line in (*report.skipped[:_SHOWN], *report.notes[:_SHOWN]):
        click.echo(f"canbo: {line}", err=True)
    if len(report.skipped) > _SHOWN:
        more = f"{len(report.skipped) - _SHOWN} more inputs were skipped"
        click.echo(f"canbo: {more}; {graph}/snapshots has report.json", err=True)
    if not quiet:
        show_report(report)
    if report.skipped:
        sys.exit(1)


def show_report(report: Report) -> None:
    """Print *report* on stdout, a line for each subject."""
    from rich.console import Console  # noqa: PLC0415 - not needed with --quiet
    from rich.text import Text  # noqa: PLC0415

    console = Console(highlight=False, soft_wrap=True)
    for subject, counts in _lines(report):
        console.print(Text.assemble((f"{subject:<11}", "bold"), counts))


def _lines(report: Report) -> list[tuple[str, str]]:
    """Return what *report* says, line by line: the subject, and its counts in words."""
    named = dict(report.sources)
    every = named.pop("all")
    added = [("register", f"{_count(report.register)} added")] if report.register else []
    decided = report.decided.get("citations")
    by_people = f"; {decided} decided by people" if decided else ""
    if not report.is_published:
        stays = f"the graph stays as it is, snapshot {report.snapshot}"
        return [("sources", f"{every} ({_count(named)})"), ("nothing new: ", stays)]
    return [
        ("sources", f"{every} ({_count(named) or 'none touched'})"),
        *added,
        ("statements", _count(report.statements) or "none"),
        ("citations", f"{_count(report.citations) or 'none'}{by_people}"),
        ("not read", f"{sum(report.unread.values())} that look like a post or a document"),
        ("persons", f"{report.persons}{_undecided(report.undecided)}"),
        ("tenures", f"{report.tenures} ({_count(report.tenures_since) or 'as before'})"),
        ("quads", f"{report.quads}, snapshot {report.snapshot}"),
    ]


def _undecided(pairs: int) -> str:
    """Return how many pairs of people are left open, and how to see them; nothing for none."""
    return f" ({pairs} pairs of one name undecided: canbo review --list)" if pairs else ""


def _count(counts: dict[str, int]) -> str:
    return ", ".join(f"{number} {name}" for name, number in counts.items() if number)
