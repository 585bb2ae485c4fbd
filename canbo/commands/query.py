"""``canbo query``: ask a question of the shelf, or list the shelf."""

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from canbo.commands.asking import opened, stoppable, whom
from canbo.queries import Answer, Query, Target, answer, named, shelf
from canbo.queries.bind import check_names
from canbo.queries.catalogue import catalogue
from canbo.queries.quotes import quotes_of, with_quotes
from canbo.queries.sheet import Sheet, lay_out, lay_out_plainly
from canbo.queries.shelf import Language, Words
from canbo.queries.table import UNBOUNDED, Format, as_csv, as_json, as_markdown, as_table

PARAMETERS: Final = {
    "person": ("NAME", "a person, as people write the name, or the IRI"),
    "post": ("NAME", "a post: 'chủ tịch ubnd quận 1'"),
    "organisation": ("NAME", "an organisation: 'Quận ủy Quận 1'"),
    "document": ("NAME", "a document: 'Chỉ thị 10 khóa X'"),
    "signature": ("NUMBER", "a signature: 10-CT/TW"),
    "event": ("NAME", "a congress, session or plenum"),
    "tenure": ("IRI", "a tenure, as CSV and JSON name it"),
    "source": ("NAME", "a source: its title, id or address"),
    "term": ("TERM", "a term: 2020-2025, 'khóa XII'"),
    "level": ("LEVEL", "a level: province, 'cấp huyện'"),
    "at-least": ("N", "at least so many"),
    "on": ("DATE", "on this day: 2022-09-28 or 28/9/2022"),
    "from": ("DATE", "from this day"),
    "to": ("DATE", "to this day"),
}
"""What the questions of the shelf take; each question says which of them."""

NOTHING: Final = Words(
    vi="Không có dòng nào: chưa thấy nguồn nào chứng thực; không có nghĩa là không có.",
    en="No rows: nothing is attested by the sources read; that does not mean there is nothing.",
)
"""What is said where there is no row."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How an answer is wanted."""

    form: Format
    lang: Language
    evidence: bool


Command = TypeVar("Command", bound=Callable[..., Any])


def _takes_parameters(command: Command) -> Command:
    for name, (metavar, text) in reversed(PARAMETERS.items()):
        command = click.option(f"--{name}", metavar=metavar, help=f"{text[0].upper()}{text[1:]}.")(
            command
        )
    return command


@click.command("query", context_settings={"ignore_unknown_options": True})
@click.argument("name", required=False)
@click.argument("more", nargs=-1, type=click.UNPROCESSED, metavar="[--PARAMETER VALUE]...")
@_takes_parameters
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Format]),
    default=Format.TABLE.value,
    show_default=True,
    help="How to write the answer.",
)
@click.option("--evidence", is_flag=True, help="Add the quotes that attest each row.")
@click.option(
    "--lang",
    type=click.Choice(["vi", "en"]),
    default="vi",
    envvar="CANBO_LANG",
    show_default=True,
    help="The language of headings and terms.",
)
@click.option(
    "--shelf",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Take the questions from the .rq files in this folder.",
)
@whom
def command(  # noqa: PLR0913 - one argument for each option
    *,
    name: str | None,
    more: tuple[str, ...],
    form: str,
    evidence: bool,
    lang: Language,
    folder: Path | None,
    graph: Path,
    endpoint: str | None,
    **given: str | None,
) -> None:
    """Ask the question NAME of the shelf; without NAME, list the questions.

    Things are named as people write them: in any case, without accents, words in any order. What a
    question takes is in the list; without a parameter it answers for all.
    """
    if name is None:
        listed = catalogue(shelf(folder), lang)
        sheet = lay_out_plainly(listed, lang)
        click.echo(_written(Format(form), listed, sheet), nl=False)
        return
    query = named(name, folder)
    parameters = {key: value for key, value in given.items() if value is not None} | _read(more)
    check_names(query, parameters)
    with stoppable():
        target = opened(graph, endpoint)
        found = answer(query, target, parameters)
        click.echo(_answered(query, target, found, Wish(Format(form), lang, evidence)), nl=False)


def _read(more: tuple[str, ...]) -> dict[str, str]:
    """Return the parameters that are not on our shelf: ``--name value`` or ``--name=value``."""
    found: dict[str, str] = {}
    waiting = iter(more)
    for word in waiting:
        name, is_given, value = word.removeprefix("--").partition("=")
        if not word.startswith("--"):
            raise click.UsageError(f"what is {word!r}? Names of several words go in quotes.")
        found[name] = value if is_given else next(waiting, "")
    return found


def _answered(query: Query, target: Target, found: Answer, wish: Wish) -> str:
    quotes = quotes_of(target, found) if wish.evidence and "quote" not in found.columns else []
    if wish.form is Format.CSV:
        return as_csv(with_quotes(found, quotes) if wish.evidence else found)
    if wish.form is Format.JSON:
        return as_json(with_quotes(found, quotes) if wish.evidence else found)
    title = query.title.to(wish.lang)
    if not found.rows:
        return f"{title}\n{NOTHING.to(wish.lang)}\n"
    told = lay_out(target, found, wish.lang, quotes=quotes, headings=query.headings)
    return f"{title}\n\n{_written(wish.form, found, told)}"


def _written(form: Format, found: Answer, sheet: Sheet) -> str:
    if form is Format.CSV:
        return as_csv(found)
    if form is Format.JSON:
        return as_json(found)
    if form is Format.MD:
        return as_markdown(sheet)
    at_terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if at_terminal else UNBOUNDED
    return as_table(sheet, width, colour=at_terminal and "NO_COLOR" not in os.environ)
