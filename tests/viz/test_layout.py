"""Where things stand."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from canbo.viz import Projection
from canbo.viz.layout import ISSUERS, lay_out, reduce_crossings
from canbo.viz.things import Kind

Columns = list[list[str]]
Links = list[tuple[str, str]]


@st.composite
def networks(draw: st.DrawFn) -> tuple[Columns, Links]:
    sizes = draw(st.lists(st.integers(0, 6), min_size=2, max_size=4))
    columns = [[f"{at}.{row}" for row in range(size)] for at, size in enumerate(sizes)]
    names = [name for column in columns for name in column]
    ends = st.sampled_from(names) if names else st.nothing()
    return columns, draw(st.lists(st.tuples(ends, ends), max_size=20) if names else st.just([]))


def crossings(columns: Sequence[Sequence[str]], links: Links) -> int:
    row = {name: (at, row) for at, column in enumerate(columns) for row, name in enumerate(column)}
    spans = [sorted((row[a], row[b])) for a, b in links if row[a][0] != row[b][0]]
    return sum(
        one[0][0] == other[0][0]
        and one[1][0] == other[1][0]
        and (one[0][1] - other[0][1]) * (one[1][1] - other[1][1]) < 0
        for n, one in enumerate(spans)
        for other in spans[n + 1 :]
    )


@given(networks())
def test_every_name_keeps_its_column(network: tuple[Columns, Links]) -> None:
    columns, links = network
    ordered = reduce_crossings(columns, links)
    assert [sorted(column) for column in ordered] == [sorted(column) for column in columns]


@given(networks())
def test_the_same_network_is_ordered_the_same(network: tuple[Columns, Links]) -> None:
    columns, links = network
    assert reduce_crossings(columns, links) == reduce_crossings(columns, reversed(links))


def test_lines_are_uncrossed() -> None:
    columns = [["a", "b", "c"], ["1", "2", "3"]]
    links = [("a", "3"), ("b", "2"), ("c", "1")]
    assert crossings(columns, links) == 3
    assert crossings(reduce_crossings(columns, links), links) == 0


def test_a_district_reads_from_left_to_right(district: Projection) -> None:
    places = lay_out(district)
    column = {each.label: places[each.iri].column for each in district.things}
    assert column["Lê Đức Thanh"] == 0
    assert column["Chủ tịch UBND Quận 1"] == 1
    assert column["UBND Quận 1"] == 2
    assert column["Chỉ thị số 05-CT/TW"] == 3
    assert column["Bộ Chính trị"] == ISSUERS
    assert column["Quận ủy Quận 1"] == 2


def test_nothing_stands_on_anything_else(district: Projection) -> None:
    places = lay_out(district)
    assert len({(place.x, place.y) for place in places.values()}) == len(district.things)
    people = [places[each.iri].row for each in district.things if each.kind is Kind.PERSON]
    assert sorted(people) == list(range(len(people)))
