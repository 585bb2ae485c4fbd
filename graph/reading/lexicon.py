"""The tables of words that the grammar reads by: ``lexicon/*.csv``, each row with its source."""

import csv
from functools import cache
from importlib.resources import files


@cache
def load(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of the table *name*, each a mapping from column to cell."""
    table = files("canbo.graph.reading").joinpath("lexicon", f"{name}.csv")
    with table.open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))
