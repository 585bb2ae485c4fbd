"""``canbo review``: people of one name about whom there is a doubt; a human decides."""

import csv
import getpass
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import click
from pyoxigraph import Store

from canbo.commands.doubts import list_doubts, quote_person
from canbo.commands.options import in_graph
from canbo.graph.judging.decision_file import COLUMNS, drop_row, put_rows
from canbo.graph.judging.decisions import read_decisions
from canbo.graph.judging.undecided import Doubt
from canbo.graph.keeping.store import open_store
from canbo.queries.sheet import clean

_SHOWN: Final = 3
_VERDICTS: Final = {"s": "same", "d": "different"}
_KEYS: Final = "[s] cùng người / same  [d] khác / different  [k] bỏ qua / skip  [u] undo  [q] quit"


@dataclass(slots=True)
class _Review:
    """A sitting: where the decisions go, who decides, what was decided so far."""

    graph: Path
    by: str
    store: Store
    done: list[tuple[int, dict[str, str]]] = field(default_factory=list[tuple[int, dict[str, str]]])

    @property
    def file(self) -> Path:
        """The file of decisions."""
        return self.graph / "decisions.csv"

    def decide(self, place: int, doubt: Doubt, verdict: str) -> None:
        """Write that the two of *doubt* are what *verdict* says."""
        today = datetime.now(tz=UTC).date().isoformat()
        row = {**_name_pair(doubt), "decision": verdict, "by": self.by, "on": today}
        put_rows(self.file, [row])
        self.done.append((place, row))

    def undo(self, place: int) -> int:
        """Take the last decision back; return the place of the pair it was about."""
        if not self.done:
            return place
        before, row = self.done.pop()
        drop_row(self.file, row)
        return before


@click.command("review")
@click.option("--list", "listed", is_flag=True, help="List what is undecided, and ask nothing.")
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
def command(
    *, listed: bool, export: Path | None, imported: Path | None, by: str | None, graph: Path
) -> None:
    """Show people of one name who may be one person, with their quotes, and record what you decide.

    One key decides a pair: same, different, skip, undo, quit. Decisions go to decisions.csv in the
    graph folder, sorted, with author and date; they win over every rule from the next build on.
    """
    review = _Review(graph, by or getpass.getuser(), open_store(graph))
    doubts = list_doubts(graph)
    if imported:
        _take_over(imported, review)
    elif export:
        _export(doubts, review, export)
    elif listed:
        for doubt in doubts:
            click.echo(_show(doubt, review.store))
        click.echo(f"{len(doubts)} cặp chưa rõ / undecided")
    else:
        _ask_all(doubts, review)


def _ask_all(doubts: list[Doubt], review: _Review) -> None:
    keys = _read_keys()
    place = 0
    while doubts:
        click.echo(_ask(doubts, place, review.store))
        key = next(keys, "q")
        if key == "u":
            place = review.undo(place)
        elif key == "q" or place == len(doubts):
            break
        elif key == "k":
            place += 1
        elif key in _VERDICTS:
            review.decide(place, doubts[place], _VERDICTS[key])
            place += 1
    click.echo(f"{len(review.done)} quyết định / decided: {review.file}")


def _ask(doubts: list[Doubt], place: int, store: Store) -> str:
    """Return the pair in that *place* with the keys, behind the last pair only the keys."""
    if place == len(doubts):
        return "Hết / that was all.  [u] undo  [q] quit"
    return f"{place + 1}/{len(doubts)}  {_show(doubts[place], store)}{_KEYS}"


def _read_keys() -> Iterator[str]:
    """Yield keys: at a terminal as they are pressed, else the letters of standard input."""
    if sys.stdin.isatty():
        while True:
            yield click.getchar().lower()
    yield from (sign.lower() for line in sys.stdin for sign in line if not sign.isspace())


def _show(doubt: Doubt, store: Store) -> str:
    lines = [clean(doubt.one.founding.label)]
    for mark, career in (("A", doubt.one), ("B", doubt.other)):
        quotes = quote_person(store, career.iri)[:_SHOWN]
        said = [f"“{clean(quote.text)}” ({clean(quote.source)})" for quote in quotes]
        lines += [f"  {mark}  {line}" for line in said or [clean(career.iri)]]
    lines += [f"  +  {reason}" for reason in doubt.speaks_for]
    lines += [f"  -  {reason}" for reason in doubt.speaks_against]
    return "\n".join(lines) + "\n"


def _export(doubts: list[Doubt], review: _Review, path: Path) -> None:
    columns: list[str] = [*COLUMNS, "name", "quotes_a", "quotes_b"]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        for doubt in doubts:
            quotes = (
                " | ".join(words.text for words in quote_person(review.store, career.iri)[:_SHOWN])
                for career in (doubt.one, doubt.other)
            )
            row = {**_name_pair(doubt), "name": doubt.one.founding.label}
            writer.writerow({**row, **dict(zip(("quotes_a", "quotes_b"), quotes, strict=True))})
    click.echo(f"{len(doubts)} cặp / pairs: {path}")


def _take_over(path: Path, review: _Review) -> None:
    """Add the decided rows of a spreadsheet; a row without a decision is left undecided."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if (row.get("decision") or "").strip()]
    today = datetime.now(tz=UTC).date().isoformat()
    kept = [
        {name: (row.get(name) or "").strip() for name in COLUMNS}
        | {"by": row.get("by") or review.by, "on": row.get("on") or today}
        for row in rows
    ]
    draft = review.graph / "decisions.import.csv"
    try:
        put_rows(draft, kept)
        read_decisions(draft)
    finally:
        draft.unlink(missing_ok=True)
    put_rows(review.file, kept)
    click.echo(f"{len(kept)} quyết định / decided: {review.file}")


def _name_pair(doubt: Doubt) -> dict[str, str]:
    """Return the columns that name the first mention of each side."""
    ends = sorted((doubt.one.founding, doubt.other.founding))
    return {
        f"{column}_{side}": str(getattr(key, column))
        for side, key in zip("ab", ends, strict=True)
        for column in ("source", "start", "end")
    }
