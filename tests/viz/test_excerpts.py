"""What sources say is stored once and read back whole."""

from hypothesis import given
from hypothesis import strategies as st

from canbo.viz import Projection
from canbo.viz.excerpts import Excerpts, excerpt
from canbo.viz.things import Evidence

TEXTS = (
    "Chủ tịch UBND Quận 1 Lê Đức Thanh dự, cùng Phó Chủ tịch 𠀋 Mai Thị Hồng Hoa.",
    "Khác hẳn.",
)


def passage(source: int, start: int, end: int, around: int) -> Evidence:
    text = TEXTS[source]
    before, after = text[max(0, start - around) : start], text[end : end + around]
    return Evidence(f"{source} {start} {end}", source, text[start:end], start, before, after)


@st.composite
def passages(draw: st.DrawFn) -> Evidence:
    source = draw(st.integers(0, 1))
    start = draw(st.integers(0, len(TEXTS[source]) - 1))
    end = draw(st.integers(start + 1, len(TEXTS[source])))
    return passage(source, start, end, draw(st.integers(0, 9)))


def quotes(found: Excerpts) -> list[str]:
    """Read the quotes back as JavaScript does, by UTF-16 units."""
    read: list[str] = []
    for place, at, length in found.places:
        units = found.excerpts[place].text.encode("utf-16-le")
        read.append(units[2 * at : 2 * (at + length)].decode("utf-16-le"))
    return read


@given(st.lists(passages(), max_size=12))
def test_every_quote_is_read_back(evidence: list[Evidence]) -> None:
    found = excerpt(evidence)
    assert quotes(found) == [item.quote for item in evidence]
    for each in found.excerpts:
        assert TEXTS[each.source][each.start : each.start + len(each.text)] == each.text


def test_passages_that_nest_are_one_excerpt() -> None:
    found = excerpt([passage(0, 0, 8, 5), passage(0, 0, 20, 5), passage(0, 21, 33, 5)])
    assert len(found.excerpts) == 1
    assert found.excerpts[0].text == TEXTS[0][:38]


def test_passages_apart_and_rows_of_the_register_stay_apart() -> None:
    row = Evidence("r", -1, "dòng", 0)
    found = excerpt([passage(0, 0, 3, 0), passage(0, 30, 33, 0), passage(1, 0, 3, 0), row, row])
    assert len(found.excerpts) == 5


def test_passages_that_contradict_each_other_stay_apart() -> None:
    found = excerpt([Evidence("a", 0, "một hai", 0), Evidence("b", 0, "ba bốn", 3)])
    assert quotes(found) == ["một hai", "ba bốn"]


def test_a_district_tells_less_than_its_passages_one_by_one(district: Projection) -> None:
    found = excerpt(district.evidence)
    told = sum(len(e.prefix + e.quote + e.suffix) for e in district.evidence)
    assert sum(len(each.text) for each in found.excerpts) < told / 2
