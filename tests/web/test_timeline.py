"""The drawing of tenures: what is certain is drawn only where it is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canbo.pages.bounds import bounds_words
from canbo.pages.timeline import LEAST, draw_timeline
from canbo.viz.things import Bounds

days = st.dates(date(1930, 1, 1), date(2030, 12, 31)).map(date.isoformat)
maybe_days = st.one_of(st.just(""), days)
bounds = st.builds(Bounds, maybe_days, maybe_days, maybe_days, maybe_days)


@given(st.lists(bounds, min_size=1, max_size=6), maybe_days)
def test_every_bar_is_inside_and_its_certain_part_is_where_the_bounds_say(
    tenures: list[Bounds], on: str
) -> None:
    drawn = draw_timeline(tenures, on)
    if drawn is None:
        assert not on
        assert all(tenure == Bounds() for tenure in tenures)
        return
    for tenure, bar in zip(tenures, drawn.bars, strict=True):
        is_certain = bool(tenure.start_latest and tenure.start_latest <= tenure.end_earliest)
        assert (bar.sure is not None) == is_certain
        assert bar.opens == bool(tenure.start_earliest)
        assert bar.closes == bool(tenure.end_latest)
        for start, width in filter(None, (bar.maybe, bar.sure)):
            assert 0 <= start <= 100
            assert LEAST <= width <= 100
    assert len(drawn.years) <= 7
    assert (drawn.now is None) == (not on)


@pytest.mark.parametrize(
    ("given_bounds", "vi", "en"),
    [
        (Bounds(), "chưa rõ từ khi nào, chưa rõ đến khi nào", "start unknown, end unknown"),
        (
            Bounds("2020-01-02", "2020-01-02", "2021-03-04", "2021-03-04"),
            "từ 2/1/2020, đến 4/3/2021",
            "from 2 Jan 2020, until 4 Mar 2021",
        ),
        (
            Bounds("", "2020-01-02", "2021-03-04", ""),
            "bắt đầu không muộn hơn 2/1/2020, còn giữ đến ít nhất 4/3/2021",
            "began by 2 Jan 2020, still held on 4 Mar 2021",
        ),
        (
            Bounds("2019-01-01", "2020-01-02", "", "2021-03-04"),
            "bắt đầu trong khoảng 1/1/2019 – 2/1/2020, kết thúc không muộn hơn 4/3/2021",
            "began within 1 Jan 2019 – 2 Jan 2020, ended by 4 Mar 2021",
        ),
        (
            Bounds("", "2020-01-02", "2020-01-02", ""),
            "ghi nhận ngày 2/1/2020",
            "recorded on 2 Jan 2020",
        ),
    ],
)
def test_bounds_are_said_in_words(given_bounds: Bounds, vi: str, en: str) -> None:
    assert (bounds_words(given_bounds, "vi"), bounds_words(given_bounds, "en")) == (vi, en)
