"""The tables of words that the grammar reads by: ``lexicon/*.csv``, each row with its source.

Tables are read, and expressions compiled from them, on first use.
"""

import csv
import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from canbo.spelling import place_tones

Node: TypeAlias = "dict[str, Node]"

UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
"""The capital letters of the language, for a character class."""


@cache
def load(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of the table *name*, each a mapping from column to cell.

    Tones are placed as the view of a text places them.
    """
    table = files("canbo.graph.reading").joinpath("lexicon", f"{name}.csv")
    text = place_tones(table.read_text(encoding="utf-8"))
    return tuple(csv.DictReader(text.splitlines()))


@cache
def column(table: str, name: str) -> frozenset[str]:
    """Return the values of one column of a table."""
    return frozenset(row[name] for row in load(table))


@cache
def index(table: str, key: str) -> dict[str, dict[str, str]]:
    """Return the rows of *table* by the value of *key*; a later row wins."""
    return {row[key]: row for row in load(table)}


@cache
def matcher(table: str, key: str) -> re.Pattern[str]:
    """Return an expression for the words of a column: lower-case text, whole words, longest first."""
    return re.compile(rf"(?<!\w){trie(column(table, key))}(?!\w)")


def trie(words: Iterable[str]) -> str:
    """Return a regular expression that matches the longest of *words* in one pass.

    >>> trie(["phó ban", "phó", "chánh"])
    '(?:chánh|phó(?: ban)?)'
    """
    root: Node = {}
    for word in sorted(set(words)):
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _source(root)


def _source(node: Node) -> str:
    tails = [_escape(letter) + _source(child) for letter, child in node.items() if letter]
    if not tails:
        return ""
    body = "|".join(tails)
    if "" in node:
        return f"(?:{body})?"
    return body if len(tails) == 1 else f"(?:{body})"


def _escape(letter: str) -> str:
    return letter if letter.isalnum() or letter == " " else re.escape(letter)
