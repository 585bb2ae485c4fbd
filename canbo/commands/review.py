"""``canbo review``: people and citations about which there is a doubt; a human decides."""

import getpass
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import click

from canbo.commands.doubts import ask_of_people
from canbo.commands.open_citations import ask_of_citations
from canbo.commands.options import in_graph
from canbo.commands.question import Cells, Question
from canbo.commands.review_sheet import export_questions, import_answers
from canbo.graph.judging.decision_file import drop_row, put_rows
from canbo.graph.keeping.store import open_store

_KEYS = "[k] bỏ qua / skip  [u] undo  [q] quit"
_SKIP = "k"


@dataclass(slots=True)
class _Review:
    """A sitting: where the decisions go, who decides, what was decided so far."""

    graph: Path
    by: str
    done: list[tuple[int, dict[str, str]]] = field(default_factory=list[tuple[int, dict[str, str]]])

    @property
    def file(self) -> Path:
        """The file of decisions."""
        return self.graph / "decisions.csv"

    def decide(self, place: int, question: Question, answer: Cells) -> None:
        """Write that the answer to *question* is *answer*."""
        today = datetime.now(tz=UTC).date().isoformat()
        row = {**question.place, **answer, "by": self.by, "on": today}
        put_rows(self.file, [row])
        self.done.append((place, row))

    def undo(self, place: int) -> int:
        """Take the last decision back; return the place of the question it answered."""
        if not self.done:
            return place
        before, row = self.done.pop()
        drop_row(self.file, row)
        return before


@click.command("review")
@click.option("--list", "listed", is_flag=True, help="List what is undecided, and ask nothing.")
@click.option(
    "--about",
    type=click.Choice(["people", "citations"]),
    help="Only people of one name, or only citations; both unless said.",
)
@click.option(
    "--export",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write what is undecided as CSV, to be decided in a spreadsheet.",
)
@click.option(
    "--import",
    "imported",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="FILE",
    help="Take decisions over from such a CSV.",
)
@click.option("--by", envvar="CANBO_AUTHOR", metavar="NAME", help="Who decides; else your login.")
@in_graph
def command(  # noqa: PLR0913 - one for each option
    *,
    listed: bool,
    about: str | None,
    export: Path | None,
    imported: Path | None,
    by: str | None,
    graph: Path,
) -> None:
    """Show what the rules leave open, with quotes and reasons, and record what you decide.

    People of one name who may be one person: same or different. Citations that may mean several
    documents: one key for each. Then skip, undo, quit. Decisions go to decisions.csv in the graph
    folder, sorted, with author and date; they win over every rule from the next build on.
    """
    store = open_store(graph)
    people = [] if about == "citations" else ask_of_people(graph, store)
    citations = [] if about == "people" else ask_of_citations(graph, store)
    questions = [*people, *citations]
    review = _Review(graph, by or getpass.getuser())
    if imported:
        decided = import_answers(imported, graph, review.file, review.by)
        click.echo(f"{decided} quyết định / decided: {review.file}")
    elif export:
        export_questions(questions, export)
        click.echo(f"{_count(people, citations)}: {export}")
    elif listed:
        for question in questions:
            click.echo(question.show())
        click.echo(f"{_count(people, citations)} chưa rõ / undecided")
    else:
        _ask_all(questions, review)


def _count(people: Sequence[Question], citations: Sequence[Question]) -> str:
    return f"{len(people)} cặp người / pairs, {len(citations)} lời viện dẫn / citations"


def _ask_all(questions: Sequence[Question], review: _Review) -> None:
    keys = _read_keys()
    place = 0
    while questions:
        click.echo(_ask(questions, place))
        key = next(keys, "q")
        if key == "u":
            place = review.undo(place)
        elif key == "q" or place == len(questions):
            break
        elif key == _SKIP:
            place += 1
        elif key in questions[place].choices:
            review.decide(place, questions[place], questions[place].choices[key])
            place += 1
    click.echo(f"{len(review.done)} quyết định / decided: {review.file}")


def _ask(questions: Sequence[Question], place: int) -> str:
    """Return the question in that *place* with its keys, behind the last one only the keys."""
    if place == len(questions):
        return "Hết / that was all.  [u] undo  [q] quit"
    question = questions[place]
    return f"{place + 1}/{len(questions)}  {question.show()}{question.legend}  {_KEYS}"


def _read_keys() -> Iterator[str]:
    """Yield keys: at a terminal as they are pressed, else the letters of standard input."""
    if sys.stdin.isatty():
        while True:
            yield click.getchar().lower()
    yield from (sign.lower() for line in sys.stdin for sign in line if not sign.isspace())
