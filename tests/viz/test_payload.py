"""What the page carries."""

import json
from typing import Any

from canbo.viz import Projection
from canbo.viz.layout import lay_out
from canbo.viz.payload import Texts, pack
from canbo.viz.things import Evidence, Kind, Source, Thing

MANY = 10_000


def packed(projection: Projection, focus: str | None = None, on: str | None = None) -> Any:  # noqa: ANN401
    return json.loads(pack(projection, lay_out(projection), focus=focus, on=on))


def test_a_text_is_stored_once() -> None:
    texts = Texts()
    assert texts.numbers(["a", "", "b", "a"]) == [1, 0, 2, 1]
    assert texts.listed() == ["", "a", "b"]


def test_every_column_is_as_long_as_what_it_describes(district: Projection) -> None:
    payload = packed(district)
    for name, items in (
        ("things", district.things),
        ("facts", district.facts),
        ("evidence", district.evidence),
        ("sources", district.sources),
    ):
        assert {len(column) for column in payload[name].values()} == {len(items)}


def test_a_fact_is_read_back(district: Projection) -> None:
    payload = packed(district)
    texts = payload["texts"]
    for place, fact in enumerate(district.facts):
        row = {key: column[place] for key, column in payload["facts"].items()}
        assert payload["base"] + payload["things"]["id"][row["subject"]] == fact.subject
        assert payload["relations"][row["relation"]] == fact.relation
        if fact.bounds is not None:
            assert texts[row["bounds"][1]] == fact.bounds.start_latest


def test_focus_and_day_are_told(district: Projection) -> None:
    payload = packed(district, district.things[3].iri, "2022-09-28")
    assert (payload["focus"], payload["on"]) == (3, "2022-09-28")
    assert packed(district)["focus"] == -1


def test_vietnamese_is_not_escaped(district: Projection) -> None:
    assert "Lê Đức Thanh" in pack(district, lay_out(district), focus=None, on=None)


def test_a_large_network_is_light() -> None:
    base = "https://w3id.org/canbo/"
    things = tuple(Thing(f"{base}person/n{n}", Kind.PERSON, f"Nguyễn Văn {n}") for n in range(MANY))
    evidence = tuple(
        Evidence(
            f"{base}e{n}", 0, f"Nguyễn Văn {n}, Chủ tịch", n, "Cùng dự có ", "; và nhiều người"
        )
        for n in range(MANY)
    )
    projection = Projection(things, (), evidence, (Source(f"{base}source/1"),), {})
    size = len(pack(projection, lay_out(projection), focus=None, on=None).encode())
    assert size < 3 * 2**20
