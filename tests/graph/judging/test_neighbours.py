"""R3 and R4: what the organisation's end and the others in the seat say of a stretch."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canbo.graph.judging.bounds import Bound, BoundName
from canbo.graph.judging.neighbours import bound_by_neighbours, end_with_organisation
from canbo.graph.judging.tenures import Stretch

NAMES: tuple[BoundName, ...] = ("startEarliest", "startLatest", "endEarliest", "endLatest")


def stretch(*days: str) -> Stretch:
    """Return a stretch with these four bounds, ``-`` for none."""
    bounds = [
        Bound(name, date.fromisoformat(day), "R1", (f"{name} {day}",))
        for name, day in zip(NAMES, days, strict=True)
        if day != "-"
    ]
    return Stretch((), tuple(bounds))


def show(found: Stretch) -> tuple[str, ...]:
    bounds = {bound.name: bound.date.isoformat() for bound in found.bounds}
    return tuple(bounds.get(name, "-") for name in NAMES)


@pytest.mark.parametrize(
    ("days", "ended", "end"),
    [
        (("-", "2022-01-01", "2024-01-01", "-"), "2025-06-30", "2025-06-30"),
        (("-", "2022-01-01", "2024-01-01", "2024-05-01"), "2025-06-30", "2024-05-01"),
        (("-", "2022-01-01", "2024-01-01", "2026-05-01"), "2025-06-30", "2025-06-30"),
        (("-", "2022-01-01", "2025-08-01", "-"), "2025-06-30", "-"),
        (("-", "-", "-", "-"), "2025-06-30", "2025-06-30"),
        (("-", "2022-01-01", "2024-01-01", "-"), "", "-"),
    ],
)
def test_nobody_holds_a_post_after_the_last_day_of_its_organisation(
    days: tuple[str, ...], ended: str, end: str
) -> None:
    found = end_with_organisation(
        stretch(*days), ("org",), date.fromisoformat(ended) if ended else None
    )
    assert show(found) == (*days[:3], end)


def test_the_end_of_an_organisation_is_derived_from_it_by_r3() -> None:
    found = end_with_organisation(stretch("-", "-", "-", "-"), ("org",), date(2025, 6, 30))
    assert found.bounds == (Bound("endLatest", date(2025, 6, 30), "R3", ("org",)),)


AN = ("-", "2020-01-01", "2021-01-01", "-")


@pytest.mark.parametrize(
    ("other", "an", "binh"),
    [
        (  # the next was attested later, some day after An
            ("-", "2022-01-01", "2022-06-01", "-"),
            ("-", "2020-01-01", "2021-01-01", "2022-01-01"),
            ("2021-01-01", "2022-01-01", "2022-06-01", "-"),
        ),
        (  # the next was elected
            ("2022-01-01", "2022-01-01", "2022-01-01", "-"),
            ("-", "2020-01-01", "2021-01-01", "2022-01-01"),
            ("2022-01-01", "2022-01-01", "2022-01-01", "-"),
        ),
        (  # handed over on one day
            ("2021-01-01", "2021-01-01", "2022-06-01", "-"),
            ("-", "2020-01-01", "2021-01-01", "2021-01-01"),
            ("2021-01-01", "2021-01-01", "2022-06-01", "-"),
        ),
        (  # both attested on one day: who followed whom is not known
            ("-", "2021-01-01", "2022-06-01", "-"),
            AN,
            ("-", "2021-01-01", "2022-06-01", "-"),
        ),
        (  # both certain for months: a contradiction, not repaired
            ("-", "2020-06-01", "2022-06-01", "-"),
            AN,
            ("-", "2020-06-01", "2022-06-01", "-"),
        ),
        (("-", "-", "-", "2023-01-01"), AN, ("-", "-", "-", "2023-01-01")),
    ],
)
def test_who_follows_in_a_one_seat_post_bounds_both(
    other: tuple[str, ...], an: tuple[str, ...], binh: tuple[str, ...]
) -> None:
    held = [("An", stretch(*AN)), ("Bình", stretch(*other))]
    assert [show(found) for found in bound_by_neighbours(held)] == [an, binh]
    assert [show(found) for found in bound_by_neighbours(held[::-1])] == [binh, an]


def test_a_bound_by_a_neighbour_rests_on_what_the_neighbour_rests_on() -> None:
    after = ("Bình", stretch("-", "2022-01-01", "2022-06-01", "-"))
    first, second = bound_by_neighbours([("An", stretch(*AN)), after])
    assert first.bounds[-1] == Bound(
        "endLatest", date(2022, 1, 1), "R4", ("startLatest 2022-01-01",)
    )
    assert second.bounds[0] == Bound(
        "startEarliest", date(2021, 1, 1), "R4", ("endEarliest 2021-01-01",)
    )


def test_nobody_is_their_own_neighbour() -> None:
    held = [("An", stretch(*AN)), ("An", stretch("-", "2022-01-01", "2022-06-01", "-"))]
    assert bound_by_neighbours(held) == [found for _, found in held]


day = st.integers(0, 3000).map(lambda n: date(2015, 1, 1) + timedelta(n))


@st.composite
def stretches(draw: st.DrawFn) -> tuple[str, Stretch]:
    first, begun, still, last = sorted(draw(st.tuples(day, day, day, day)))
    kept = draw(st.tuples(*[st.booleans()] * 4))
    days = zip((first, begun, still, last), kept, strict=True)
    person = draw(st.sampled_from(["An", "Bình", "Chi"]))
    return person, stretch(*(one.isoformat() if keep else "-" for one, keep in days))


@given(st.data(), st.lists(stretches(), max_size=7))
def test_the_order_in_which_they_are_known_does_not_matter(
    data: st.DataObject, held: list[tuple[str, Stretch]]
) -> None:
    order = data.draw(st.permutations(range(len(held))))
    shuffled = bound_by_neighbours([held[place] for place in order])
    expected = bound_by_neighbours(held)
    assert shuffled == [expected[place] for place in order]


@given(st.lists(stretches(), max_size=7))
def test_bounds_only_tighten_and_never_contradict_what_was_attested(
    held: list[tuple[str, Stretch]],
) -> None:
    for (_, before), after in zip(held, bound_by_neighbours(held), strict=True):
        old, new = ({b.name: b.date for b in one.bounds} for one in (before, after))
        assert old.items() - new.items() <= {
            (name, old[name]) for name in ("startEarliest", "endLatest") if name in old
        }
        first, last = new.get("startEarliest", date.min), new.get("endLatest", date.max)
        assert first >= old.get("startEarliest", date.min)
        assert last <= old.get("endLatest", date.max)
        assert first <= new.get("startLatest", date.max)
        assert new.get("endEarliest", date.min) <= last
        assert first <= last
