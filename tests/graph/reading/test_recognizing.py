"""A recogniser adds the names that the grammar does not see, and only those."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from canbo.graph.reading.model import Span
from canbo.graph.reading.reader import read_statements

TEXT = "Xyluk Qwest, Phó Chủ tịch UBND tỉnh Gia Lai, dự. Ông Lê Văn An, Bí thư Tỉnh ủy, nói."


class ListedNames:
    """The names of a list, wherever they stand: the smallest recogniser there is."""

    name = "listed"

    def __init__(self, *names: str) -> None:
        self._pattern = re.compile("|".join(map(re.escape, names)))

    def find_people(self, text: str) -> Iterable[Span]:
        return (Span(*match.span()) for match in self._pattern.finditer(text))


class WrongSpans:
    """A recogniser that gets everything wrong."""

    name = "wrong"

    def find_people(self, text: str) -> Iterable[Span]:
        size = len(text)
        return [Span(-3, 2), Span(5, 5), Span(9, 4), Span(size - 1, size + 9), Span(0, size)]


def holders(text: str, *names: str) -> dict[str, str]:
    reading = read_statements(text, recognizer=ListedNames(*names))
    return {holding.person: holding.rule for holding in reading.holdings}


def test_a_name_that_only_the_recogniser_sees_holds_the_post_beside_it() -> None:
    assert set(holders(TEXT, "Nobody")) == {"Lê Văn An"}
    found = holders(TEXT, "Xyluk Qwest")
    assert set(found) == {"Lê Văn An", "Xyluk Qwest"}
    assert found["Xyluk Qwest"].endswith("+listed")
    assert "listed" not in found["Lê Văn An"]


@pytest.mark.parametrize("names", [["Lê Văn An"], ["Văn An"], ["Lê Văn"], ["Gia Lai"], ["Bí thư"]])
def test_nothing_changes_where_the_grammar_read_something(names: list[str]) -> None:
    assert read_statements(TEXT, recognizer=ListedNames(*names)) == read_statements(TEXT)


def test_its_mentions_stand_at_their_words_in_the_text_as_given() -> None:
    text = f"\u200b  {TEXT}"
    reading = read_statements(text, recognizer=ListedNames("Xyluk Qwest"))
    mentions = [text[m.span.start : m.span.end] for m in reading.persons]
    assert mentions == ["Xyluk Qwest", "Lê Văn An"]


@pytest.mark.parametrize("text", ["", "An", TEXT, "Bí thư\nLê"])
def test_spans_that_are_none_are_left_out(text: str) -> None:
    assert read_statements(text, recognizer=WrongSpans()) == read_statements(text)


def test_the_example_of_the_handbook_reads_as_it_says() -> None:
    page = (Path(__file__).parents[3] / "docs" / "python.md").read_text(encoding="utf-8")
    example = page.split("```python\n")[1].split("```")[0]
    *lines, last = example.strip().splitlines()
    scope: dict[str, Any] = {}
    exec("\n".join([*lines, f"reading = {last}"]), scope)
    (holding,) = scope["reading"].holdings
    assert (holding.person, holding.org) == ("Xyluk Qwest", "Tỉnh ủy Gia Lai")
    assert holding.rule == "name-title+gazette"
