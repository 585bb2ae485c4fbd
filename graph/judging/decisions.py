"""What people decided about identity: ``decisions.csv`` in the graph folder, theirs to write.

One row a decision, under a head: ``decision`` (same, different, unsure), ``source_a, start_a,
end_a`` and ``source_b, start_b, end_b`` (a source by its URL, id, path or IRI, and where in it a
mention stands), then whatever columns they like (``by``, ``on``, ``note``). A decision about a
source or a mention that is not there now waits until it is.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, TypeAlias, TypeGuard

from canbo.errors import DecisionsError
from canbo.graph.judging.ledger import Key
from canbo.graph.reading.model import Span

Verdict: TypeAlias = Literal["same", "different", "unsure"]

_VERDICTS: Final[tuple[Verdict, ...]] = ("same", "different", "unsure")
_COLUMNS: Final = ("decision", "source_a", "start_a", "end_a", "source_b", "start_b", "end_b")


@dataclass(frozen=True, slots=True)
class Decision:
    """One row: what was decided about two mentions, each a source as it is named and a span."""

    verdict: Verdict
    one: tuple[str, Span]
    other: tuple[str, Span]


@dataclass(frozen=True, slots=True)
class Decisions:
    """Pairs of people of single texts that are the same, and pairs that are not."""

    same: tuple[tuple[Key, Key], ...] = ()
    different: tuple[tuple[Key, Key], ...] = ()


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Return the rows of the file, nothing where there is no file.

    Raises DecisionsError for a row that cannot be followed.
    """
    if not path.exists():
        return ()
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        missing = [name for name in _COLUMNS if name not in (rows.fieldnames or ())]
        if missing and path.stat().st_size:
            raise DecisionsError(str(path), 1, f"there is no column {', '.join(missing)}")
        return tuple(_read_row(row, path, rows.line_num) for row in rows)


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


def _read_row(row: Mapping[str, str | None], path: Path, line: int) -> Decision:
    cells = {name: (row.get(name) or "").strip() for name in _COLUMNS}
    verdict = cells["decision"]
    if not _is_verdict(verdict):
        reason = f"the decision is {cells['decision']!r}, it can be {', '.join(_VERDICTS)}"
        raise DecisionsError(str(path), line, reason)
    try:
        spans = [Span(int(cells[f"start_{s}"]), int(cells[f"end_{s}"])) for s in "ab"]
    except ValueError as error:
        raise DecisionsError(str(path), line, "a start or an end is no number") from error
    return Decision(verdict, (cells["source_a"], spans[0]), (cells["source_b"], spans[1]))


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
