"""How the genre says who comes to a post and who leaves it: ``phrasings.txt``, a case in two lines.

The first line is a text of our own with invented people; the second, behind ``=``, all it states:
person, post, body and status, each holding behind `` ; ``. A line that begins with ``#`` heads a
family of phrasings.
"""

from pathlib import Path

import pytest

from canbo.graph.reading.reader import read_statements

LINES = (Path(__file__).parent / "phrasings.txt").read_text("utf-8").splitlines()
CASES = [line for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("text", "stated"), list(zip(CASES[::2], CASES[1::2], strict=True)))
def test_a_phrasing_states_who_holds_what(text: str, stated: str) -> None:
    reading = read_statements(text, "2025-09-01")
    found = {f"{h.person}|{h.post}|{h.org}|{h.status}" for h in reading.holdings}
    assert found == {one.strip() for one in stated.removeprefix("=").split(" ; ") if one.strip()}
