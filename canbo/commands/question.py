"""One thing that a person is asked to decide, whatever it is about."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

Cells: TypeAlias = Mapping[str, str]
"""Columns of ``decisions.csv`` with what stands in them."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and how it can be answered.

    *place* are the cells that name what is decided; *choices* leads from a key to the cells that
    the answer fills in; *legend* says what the keys mean. *show* makes the text that a person
    reads, *fill* what stands beside the place in a spreadsheet: both read the graph when called.
    """

    place: Cells
    choices: Mapping[str, Cells]
    legend: str
    show: Callable[[], str]
    fill: Callable[[], Cells]
