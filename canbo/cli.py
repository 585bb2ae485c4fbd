"""The command line: which commands there are, and how each is loaded only when it is called."""

import os
import sys
from importlib import import_module
from typing import Final, NoReturn

import click

from canbo import __version__
from canbo.errors import CanboError

COMMANDS: Final = {
    "build": "Read texts and add what they state to the graph.",
    "check": "Check the graph: shapes and contradictions, each with its quotes.",
    "export": "Write the graph in another format.",
    "extract": "Show what texts state, without touching a graph.",
    "publish": "Send the graph to someone else's SPARQL store.",
    "query": "Ask a question from the shelf; without a name, list the questions.",
    "register": "Look up the reference tables: documents, terms, organs, officials.",
    "review": "Decide who is one person and what a citation means, where it is open.",
    "serve": "Answer SPARQL over HTTP from the graph.",
    "sources": "List what the graph was built from, or take a source out.",
    "sparql": "Run any SPARQL 1.1 query.",
    "view": "Write the network as one HTML page.",
}
"""Each command and its one line of help, so that listing them imports none of them."""


class Door(click.Group):
    """A group whose commands live in ``canbo.commands``, one module each."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of the commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command called *cmd_name*, loading its module now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"canbo.commands.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands from their one line of help, importing none."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


@click.group(cls=Door, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="canbo")
def door() -> None:
    """Who holds which post, when, on whose word, and which directives they work under."""


def main() -> None:
    """Run one command; an error of ours is one line on stderr and exit code 1."""
    try:
        door(prog_name="canbo")
    except CanboError as error:
        click.echo(f"canbo: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        _leave(1)
    except OSError as error:
        click.echo(f"canbo: {_say(error)}", err=True)
        _leave(1)


def _say(error: OSError) -> str:
    """Return in one line what the system, or with no number the query engine, refused."""
    if error.errno is None:
        return f"the query cannot be answered: {error}"
    place = repr(error.filename) if error.filename else "the output"
    return f"{place} cannot be used: {error.strerror}"


def _leave(code: int) -> NoReturn:
    """End without a further word from the standard output, which may be what failed."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)
