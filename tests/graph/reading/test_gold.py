"""The passages of ``gold/`` are read no worse than ``gold/floors.json`` says, file by file.

A file that is put there is measured with the others; it needs a line of floors of its own.
"""

import json
from collections.abc import Hashable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from canbo.graph.reading.reader import read_statements
from canbo.graph.reading.record import record
from canbo.spelling import name_key, parse_signature

GOLD = Path(__file__).parent / "gold"
FLOORS: dict[str, dict[str, float]] = json.loads((GOLD / "floors.json").read_text("utf-8"))
FILES = sorted(path.name for path in GOLD.glob("*.jsonl"))
CLASSES = ("persons", "holdings", "statuses", "dates", "terms", "documents", "actions", "events")


def test_every_file_of_gold_has_floors_and_every_floor_a_file() -> None:
    assert sorted(FLOORS) == FILES
    assert all(sorted(floors) == sorted(CLASSES) for floors in FLOORS.values())


@pytest.mark.parametrize("kind", CLASSES)
@pytest.mark.parametrize("name", FILES)
def test_the_passages_are_read_as_well_as_they_were(name: str, kind: str) -> None:
    assert scores(name)[kind] >= FLOORS[name][kind]


@cache
def scores(name: str) -> dict[str, float]:
    """Return F1 of each class over the cases of a file, every statement right or wrong."""
    right, both = dict.fromkeys(CLASSES, 0), dict.fromkeys(CLASSES, 0)
    for line in (GOLD / name).read_text("utf-8").splitlines():
        case = json.loads(line)
        wanted = statements(case)
        found = statements(record(read_statements(case["text"], case["published"])))
        for kind in CLASSES:
            right[kind] += len(wanted[kind] & found[kind])
            both[kind] += len(wanted[kind]) + len(found[kind])
    return {kind: 2 * right[kind] / both[kind] if both[kind] else 1.0 for kind in CLASSES}


def statements(case: dict[str, Any]) -> dict[str, set[Hashable]]:
    """Return what a record or a gold case states, as values that can be compared."""
    holdings = case["holdings"]
    return {
        "persons": {name_key(person) for person in case["persons"]},
        "holdings": _keys(holdings, "person", "post", "org"),
        "statuses": _keys(holdings, "person", "post", "org", "status"),
        "dates": _keys((h for h in holdings if h["date"]), "person", "post", "org", "date"),
        "terms": _keys((h for h in holdings if h["term"]), "person", "post", "org", "term"),
        "documents": {_document(one["signature"] or one["mention"]) for one in case["documents"]},
        "actions": {
            (name_key(one["actor"]), one["action"], _document(one["document"]))
            for one in case["actions"]
        },
        "events": _keys(case["events"], "name"),
    }


def _keys(things: Iterable[dict[str, str]], *parts: str) -> set[Hashable]:
    return {tuple(name_key(thing[part]) for part in parts) for thing in things}


def _document(printed: str) -> str:
    return str(parse_signature(printed) or name_key(printed))
