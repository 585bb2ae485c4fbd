"""What people decided about persons and citations: ``decisions.csv``, theirs to write.

One row a decision, under a head: ``decision``, ``source_a, start_a, end_a`` and ``source_b,
start_b, end_b`` (a source by its URL, id, path or IRI, and where in it a mention stands),
``document``, then whatever columns they like (``by``, ``on``, ``note``).

* Of two mentions of persons: ``same``, ``different`` or ``unsure``.
* Of a citation at *a* (*b* stays empty): ``means``, with the ``document``; or ``unsure``.

A decision about a source or a mention that is not there now waits until it is.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Final, Literal, TypeAlias, TypeGuard

from canbo.errors import DecisionsError
from canbo.graph.judging.ledger import Key
from canbo.graph.reading.model import Span

Verdict: TypeAlias = Literal["same", "different", "unsure"]

_VERDICTS: Final[tuple[Verdict, ...]] = ("same", "different", "unsure")
_MEANS: Final = "means"
_CHOICES: Final = ", ".join((*_VERDICTS, _MEANS))
_COLUMNS: Final = ("decision", "source_a", "start_a", "end_a", "source_b", "start_b", "end_b")


@dataclass(frozen=True, slots=True)
class Decision:
    """One row: what was decided about two mentions, each a source as it is named and a span."""

    verdict: Verdict
    one: tuple[str, Span]
    other: tuple[str, Span]


@dataclass(frozen=True, slots=True)
class Meaning:
    """One row about a citation: where it stands, and the *document* as written.

    Without one it is left open. *path* and *line* say where that was decided.
    """

    place: tuple[str, Span]
    document: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Decisions:
    """Pairs of people of single texts that are the same, and pairs that are not."""

    same: tuple[tuple[Key, Key], ...] = ()
    different: tuple[tuple[Key, Key], ...] = ()


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Return the rows of the file that are about persons, nothing where there is no file.

    Raises DecisionsError for any row that cannot be followed.
    """
    return tuple(row for row in _read_rows(path) if isinstance(row, Decision))


def read_meanings(path: Path) -> tuple[Meaning, ...]:
    """Return the rows of the file that are about citations, nothing where there is no file.

    Raises DecisionsError for any row that cannot be followed.
    """
    return tuple(row for row in _read_rows(path) if isinstance(row, Meaning))


def settle_decisions(
    decisions: Iterable[Decision],
    names: Mapping[str, str],
    mentions: Mapping[str, Iterable[tuple[Span, Key]]],
) -> Decisions:
    """Return what *decisions* say of the people there are.

    *names* leads from each way to name a source to its IRI, *mentions* from that to the spans in
    it, each with the person it is a mention of.
    """
    pairs: dict[Verdict, list[tuple[Key, Key]]] = {verdict: [] for verdict in _VERDICTS}
    for decision in decisions:
        one = _find_mention(decision.one, names, mentions)
        other = _find_mention(decision.other, names, mentions)
        if one and other and one != other:
            pairs[decision.verdict].append((one, other))
    return Decisions(tuple(pairs["same"]), tuple(pairs["different"]))


def _read_rows(path: Path) -> Iterator[Decision | Meaning]:
    if not path.exists():
        return
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionsError(str(path), 1, "it cannot be read as UTF-8") from error
    rows = csv.DictReader(StringIO(text, newline=""))
    missing = [name for name in _COLUMNS if name not in (rows.fieldnames or ())]
    if missing and text:
        raise DecisionsError(str(path), 1, f"there is no column {', '.join(missing)}")
    for row in rows:
        yield read_row(row, str(path), rows.line_num)


def read_row(row: Mapping[str, str | None], path: str, line: int) -> Decision | Meaning:
    """Return what one row decides.

    Raises DecisionsError, naming *path* and *line*, for one that cannot be followed.
    """
    cells = {name: (row.get(name) or "").strip() for name in (*_COLUMNS, "document")}
    verdict = cells["decision"]
    if verdict == _MEANS or (verdict == "unsure" and not cells["source_b"]):
        if (verdict == _MEANS) is not bool(cells["document"]):
            reason = "the document is missing" if verdict == _MEANS else "unsure takes no document"
            raise DecisionsError(path, line, reason)
        return Meaning(_read_place(cells, "a", path, line), cells["document"], path, line)
    if not _is_verdict(verdict):
        reason = f"the decision is {verdict!r}, it can be {_CHOICES}"
        raise DecisionsError(path, line, reason)
    one, other = (_read_place(cells, side, path, line) for side in "ab")
    return Decision(verdict, one, other)


def _read_place(cells: Mapping[str, str], side: str, path: str, line: int) -> tuple[str, Span]:
    try:
        span = Span(int(cells[f"start_{side}"]), int(cells[f"end_{side}"]))
    except ValueError as error:
        raise DecisionsError(path, line, "a start or an end is no number") from error
    return cells[f"source_{side}"], span


def _is_verdict(word: str) -> TypeGuard[Verdict]:
    return word in _VERDICTS


def _find_mention(
    place: tuple[str, Span],
    names: Mapping[str, str],
    mentions: Mapping[str, Iterable[tuple[Span, Key]]],
) -> Key | None:
    """Return the person mentioned in that place, by the mention that covers most of it."""
    source, span = place
    covered = [
        (min(span.end, at.end) - max(span.start, at.start), key)
        for at, key in mentions.get(names.get(source, ""), ())
    ]
    best = max(covered, default=None, key=lambda found: found[0])
    return best[1] if best and best[0] > 0 else None
