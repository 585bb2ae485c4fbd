"""What is undecided as a spreadsheet, and the decisions of one brought back."""

import csv
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from canbo.commands.question import Question
from canbo.errors import DecisionsError
from canbo.graph.judging.decision_file import COLUMNS, put_rows
from canbo.graph.judging.decisions import Meaning, read_row
from canbo.graph.keeping.given import Given, recall_given
from canbo.graph.keeping.store import current_snapshot
from canbo.graph.register import load_register
from canbo.graph.rulings import Rulings

_BESIDE: Final = ("name", "quotes_a", "quotes_b", "candidates", "reasons")
"""The columns that help to decide; they do not come back."""


def export_questions(questions: Iterable[Question], path: Path) -> None:
    """Write *questions* as CSV, one row each, with nothing decided.

    A citation is decided by ``means`` and a document, or by the document alone.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, [*COLUMNS, *_BESIDE], restval="", lineterminator="\n")
        writer.writeheader()
        for question in questions:
            writer.writerow({**question.place, **question.fill()})


def import_answers(path: Path, graph: Path, decisions: Path, by: str) -> int:
    """Add the decided rows of the CSV at *path* to the file of *decisions*; return how many.

    Rows without a decision are left out. All are read before any is written. Raises DecisionsError
    for one that cannot be followed, or names a document that is not registered.
    """
    rows = list(_read_answers(path))
    read = [read_row(row, str(path), line) for line, row in rows]
    register = load_register(recall_given(Given(), current_snapshot(graph)).tables)
    Rulings((row for row in read if isinstance(row, Meaning)), register)
    today = datetime.now(tz=UTC).date().isoformat()
    put_rows(
        decisions, ({**row, "by": row["by"] or by, "on": row["on"] or today} for _, row in rows)
    )
    return len(rows)


def _read_answers(path: Path) -> Iterable[tuple[int, dict[str, str]]]:
    """Yield the decided rows with their lines."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionsError(str(path), 1, "it cannot be read as UTF-8") from error
    reader = csv.DictReader(text.splitlines(keepends=True))
    for found in reader:
        row = _keep(found)
        if row["document"] and not row["decision"]:
            row["decision"] = "means"
        if row["decision"]:
            yield reader.line_num, row


def _keep(found: Mapping[str, str | None]) -> dict[str, str]:
    return {name: (found.get(name) or "").strip() for name in COLUMNS}
