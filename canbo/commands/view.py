"""``canbo view``: write the network as one HTML page that needs nothing else."""

from pathlib import Path
from typing import Final

import click

from canbo.commands.asking import opened, stoppable, whom
from canbo.errors import ParameterValueError
from canbo.spelling import parse_date
from canbo.viz import network
from canbo.viz.page import write_page
from canbo.viz.plain import draw_plain

PAGE: Final = "network.html"
"""The page where none is named."""

MEBIBYTE: Final = 1 << 20

HEAVY: Final = 10
"""From how many MiB on a page is hard to mail, which is when a smaller one is offered."""


@click.command("view")
@click.option("--focus", metavar="NAME", help="Open at this person, post, body, document or event.")
@click.option("--on", metavar="DATE", help="Open on this day: 2022-09-28 or 28/9/2022.")
@click.option(
    "--register", is_flag=True, help="Show as well what only the register knows, no source."
)
@click.option(
    "--no-quotes",
    "quotes",
    is_flag=True,
    default=True,
    flag_value=False,
    help="Leave the words of the sources out: a smaller page, which says so.",
)
@click.option("--plain", is_flag=True, help="Draw it as pyvis does, offline and escaped.")
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    default=PAGE,
    show_default=True,
    metavar="FILE",
    help="Where to write the page; - is the output.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the page in the browser.")
@whom
def command(  # noqa: PLR0913 - one argument for each option
    *,
    focus: str | None,
    on: str | None,
    register: bool,
    quotes: bool,
    plain: bool,
    output: Path,
    open_browser: bool,
    graph: Path,
    endpoint: str | None,
) -> None:
    """Write the network as one HTML page: people, posts, bodies, documents, issuers.

    The page holds the quote and the source of every fact. It works offline and asks for nothing.
    """
    day = None if on is None else read_day(on)
    with stoppable():
        shown = network(opened(graph, endpoint), focus, day, register=register, quotes=quotes)
        page = draw_plain(shown) if plain else shown.generate_html()
    if str(output) == "-":
        click.echo(page.encode(), nl=False)
        return
    write_page(output, page, open_browser=open_browser)
    things, facts = shown.num_nodes(), shown.num_edges()
    size = len(page.encode()) / MEBIBYTE
    hint = "; --no-quotes makes it smaller" if quotes and not plain and size > HEAVY else ""
    click.echo(f"{output}: {things} things, {facts} facts, {size:.1f} MiB{hint}", err=True)


def read_day(text: str) -> str:
    """Return the ISO day that *text* is; raise ParameterValueError where it is none."""
    day = parse_date(text)
    if day is None or day.day is None:
        raise ParameterValueError("on", text, "a day, such as 2022-09-28 or 28/9/2022")
    return day.iso
