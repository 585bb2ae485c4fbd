"""How the genre and its neighbours say who holds what, a case in two lines.

``phrasings.txt``: who comes to a post and who leaves it. ``neighbours.txt``: notices of death,
lists, curricula vitae, signatures, names. A ``⏎`` stands for the end of a line of the text.

The first line is a text of our own with invented people; the second, behind ``=``, all it states:
person, post, body and status, each holding behind `` ; ``. A line that begins with ``#`` heads a
family of phrasings.
"""

from pathlib import Path

import pytest

from canbo.graph.reading.reader import read_statements

FILES = [Path(__file__).parent / name for name in ("phrasings.txt", "neighbours.txt")]
LINES = [line for file in FILES for line in file.read_text("utf-8").splitlines()]
CASES = [line for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("text", "stated"), list(zip(CASES[::2], CASES[1::2], strict=True)))
def test_a_phrasing_states_who_holds_what(text: str, stated: str) -> None:
    reading = read_statements(text.replace(" ⏎ ", "\n"), "2025-09-01")
    found = {f"{h.person}|{h.post}|{h.org}|{h.status}" for h in reading.holdings}
    assert found == {one.strip() for one in stated.removeprefix("=").split(" ; ") if one.strip()}
