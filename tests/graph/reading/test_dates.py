"""Days, ranges of days and days without their year."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canbo.graph.reading.dates import DateMention, attested_on, find_dates
from canbo.graph.reading.text import View


def read(text: str, published: str | None = None) -> list[tuple[str | None, str | None]]:
    dates = find_dates(View.of(text), published)
    return [(date.iso, date.until.iso if date.until else None) for date in dates]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ngày 28/9/2022, Chi bộ họp", [("2022-09-28", None)]),
        ("ngày 25-10-2021 đã ban hành", [("2021-10-25", None)]),
        ("sáng ngày 25 tháng 11 năm 2022", [("2022-11-25", None)]),
        ("trong hai ngày 24 và 25-02-2006", [("2006-02-24", "2006-02-25")]),
        ("trong ba ngày 11 đến 13/10/2005", [("2005-10-11", "2005-10-13")]),
        ("từ ngày 24 - 26/5/2020", [("2020-05-24", "2020-05-26")]),
        ("từ 4/8 đến 10/11/2018", [("2018-08-04", None), ("2018-11-10", None)]),
        ("tháng 9/2022 và tháng 10 năm 2022", [("2022-09", None), ("2022-10", None)]),
        ("sinh năm 1972", [("1972", None)]),
        ("34/36 đại biểu, 94,12%, 6.684.957 đồng, 3/4 phiếu", []),
        ("Nghị định 46/2016 và số 12/2010/TT-BTC", []),
        ("từ 2/3 số phiếu trở lên", []),
        ("ngày 31/2/2020", []),
        ("tháng 2/3 và ngày 2020", []),
        ("không có ngày nào", []),
    ],
)
def test_dates_are_read_with_their_ranges(
    text: str, found: list[tuple[str | None, str | None]]
) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "published", "iso"),
    [
        ("chiều 30-3", "2022-03-30", "2022-03-30"),
        ("ngày 15/11", "2018-11-16", "2018-11-15"),
        ("ngày 30/12", "2021-01-02", "2020-12-30"),
        ("từ ngày 1-1", "2020-12-30", "2021-01-01"),
        ("sáng 16.3", "2018", "2018-03-16"),
        ("chiều 15-6", "2020-06", "2020-06-15"),
        ("ngày 29/2", "2021-03-01", "2020-02-29"),
        ("sáng 9-3", None, None),
    ],
)
def test_a_day_without_year_takes_the_one_nearest_to_publication(
    text: str, published: str | None, iso: str | None
) -> None:
    assert [date for date, _ in read(text, published)] == [iso]


def test_a_range_without_year_is_completed_at_both_ends() -> None:
    assert read("hai ngày 6 và 7/8", "2025-08-07") == [("2025-08-06", "2025-08-07")]


def test_the_only_year_of_the_text_completes_a_day() -> None:
    text = "Ngày 23/6/2016, quận tổ chức. Bài viết nộp từ ngày 24/6."
    assert [date for date, _ in read(text)] == ["2016-06-23", "2016-06-24"]


def test_the_cue_is_kept() -> None:
    dates = find_dates(View.of("Từ ngày 01/4/2022, ông An nhận nhiệm vụ."))
    assert [date.cue for date in dates] == ["từ ngày"]


@pytest.mark.parametrize(
    ("text", "published", "cited", "day"),
    [
        ("Ngày 28/9/2022, Chi bộ họp.", "2022-10-01", (), "2022-10-01"),
        ("Ngày 28/9/2022, Chi bộ họp.", None, (), "2022-09-28"),
        ("Chỉ thị ngày 15/5/2016. Hội nghị ngày 23/6/2016.", None, ("2016-05-15",), "2016-06-23"),
        ("Ông sinh ngày 2/3/1970. Họp ngày 4/5/2020.", None, (), "2020-05-04"),
        ("trong hai ngày 24 và 25-02-2006", None, (), "2006-02-25"),
        ("không có ngày", "2020-06", (), "2020-06"),
        ("không có ngày", None, (), None),
    ],
)
def test_a_text_speaks_on_the_day_it_was_published_or_first_reports(
    text: str, published: str | None, cited: tuple[str, ...], day: str | None
) -> None:
    view = View.of(text)
    assert attested_on(view, find_dates(view, published), published, cited) == day


@given(st.text(alphabet="0123456789/-. ngàyvđếtháăm", max_size=60))
def test_no_text_makes_it_raise_and_spans_point_at_digits(text: str) -> None:
    view = View.of(text)
    for date in find_dates(view, "2020-02-29"):
        assert isinstance(date, DateMention)
        assert view.text[date.start].isdigit()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Sáng nay, tỉnh họp; chiều qua, huyện họp.", ["2020-03-01", "2020-02-29"]),
        ("Hôm qua và tối hôm nay.", ["2020-02-29", "2020-03-01"]),
        ("Thông qua ngày hôm nay, qua đời năm nay.", []),
        ("Chiều nay 28/2, tỉnh họp.", ["2020-02-28"]),
    ],
)
def test_a_day_is_told_by_the_day_on_which_a_text_speaks(text: str, days: list[str]) -> None:
    assert [date.iso for date in find_dates(View.of(text), "2020-03-01")] == days
    printed = [date for date in find_dates(View.of(text)) if "nay" in text[date.start : date.end]]
    assert printed == []
