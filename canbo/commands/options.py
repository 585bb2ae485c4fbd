"""Options that several commands take, and how they tell what goes on."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

NOWHERE: Final = "kg"
"""The graph folder where none is named."""


def in_graph(command: Command) -> Command:
    """Give *command* the option ``--graph``."""
    return click.option(
        "--graph",
        type=click.Path(path_type=Path, readable=False),
        default=NOWHERE,
        envvar="CANBO_GRAPH",
        show_default=True,
        show_envvar=True,
        metavar="DIR",
        help="The graph folder.",
    )(command)


def while_building(command: Command) -> Command:
    """Give *command* the options ``--wait`` and ``--quiet`` of whatever builds a snapshot."""
    wait = click.option(
        "--wait",
        type=click.FloatRange(min=0),
        default=30,
        show_default=True,
        metavar="SECONDS",
        help="How long to wait while another process builds this graph.",
    )
    quiet = click.option("--quiet", "-q", is_flag=True, help="Print no progress and no report.")
    return wait(quiet(command))


def knowing(command: Command) -> Command:
    """Give *command* ``--register`` and ``--decisions``, what people know besides the texts."""
    register = click.option(
        "--register",
        "tables",
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="Add the reference tables in this folder to canbo's own.",
    )
    decisions = click.option(
        "--decisions",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Go by the decisions on persons and citations in this file.",
    )
    return register(decisions(command))


def tell_progress(*, quiet: bool) -> Callable[[str, str], None]:
    """Return what tells people on stderr how far a build is, at a terminal in one line."""
    in_place = sys.stderr.isatty()

    def tell(stage: str, done: str) -> None:
        if quiet:
            return
        line = f"{stage} {done}"
        if in_place:
            click.echo(f"\r\033[K{line}", nl=stage == "publishing", err=True)
        else:
            click.echo(line, err=True)

    return tell
