"""How names are told apart on the published pairs, beside nomenklatura's logic-v2.

    python -m bench names

Both answer the same pairs in the same run; logic-v2 at its usual threshold of 0.7. Without the
dependency group bench the reference is left out.
"""

import csv
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Final, cast

from canbo.graph import same_name

PAIRS: Final = Path(__file__).parent.parent / "tests" / "graph" / "data" / "name_pairs.csv"
THRESHOLD: Final = 0.7


def measure(_: list[str]) -> dict[str, object]:
    """Return, for both, the share of different names merged and of spellings of one name kept."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        pairs = [(row["verdict"] == "same", row["a"], row["b"]) for row in csv.DictReader(file)]
    found: dict[str, object] = {"pairs": len(pairs), **_score(pairs, same_name, "")}
    try:
        reference = _load_reference()
    except ModuleNotFoundError as missing:
        return {**found, "reference": f"needs {missing.name}: install the dependency group bench"}
    return {**found, **_score(pairs, reference, "logic_v2_")}


def _score(
    pairs: list[tuple[bool, str, str]], same: Callable[[str, str], bool], name: str
) -> dict[str, object]:
    said = [(truth, same(one, other)) for truth, one, other in pairs]
    different = [answer for truth, answer in said if not truth]
    spellings = [answer for truth, answer in said if truth]
    return {
        f"{name}false_merges": sum(different) / len(different),
        f"{name}kept": sum(spellings) / len(spellings),
    }


def _load_reference() -> Callable[[str, str], bool]:
    """Return logic-v2 on two people who have but a name; the one place that touches it."""
    proxy = import_module("followthemoney").EntityProxy
    algorithm = import_module("nomenklatura.matching.logic_v2.model").LogicV2
    config = algorithm.default_config()

    def person(name: str, side: str) -> object:
        # It remembers the names of an entity by its id, so that no two may share one.
        data = {"id": f"{side} {name}", "schema": "Person", "properties": {"name": [name]}}
        return cast("object", proxy.from_dict(data))

    def same(one: str, other: str) -> bool:
        result = algorithm.compare(person(one, "a"), person(other, "b"), config)
        return float(result.score) >= THRESHOLD

    return same
