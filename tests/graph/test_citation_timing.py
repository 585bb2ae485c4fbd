from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canbo.graph.citation_timing import (
    Age,
    find_dates_beside,
    fits_age,
    is_revision,
    read_age,
)
from canbo.graph.citation_words import OTHER, Around
from canbo.graph.register.numbering import Days
from canbo.spelling import PartialDate


def beside(text: str) -> tuple[Around, ...]:
    """Return the words around ``<>``, which stands for the citation."""
    before, _, after = text.partition("<>")
    return (Around(before, after),)


@pytest.mark.parametrize(
    ("text", "day", "is_own"),
    [
        ("đăng <> (24/5/2024) để tải", "2024-05-24", True),
        ("đăng <> (ngày 24-5-2024)", "2024-05-24", True),
        ("theo <>, ký ngày 24 tháng 5 năm 2024", "2024-05-24", True),
        (f"căn cứ <>, {OTHER}, ngày 25/10/2017 của Hội nghị", "2017-10-25", True),
        (f"căn cứ <> và {OTHER} của Trung ương ngày 25.10.2017", "2017-10-25", False),
        ("hai nghị quyết cùng ngày 25/10/2017 là <>", "2017-10-25", True),
        (f"cùng ngày 25/10/2017 là {OTHER} và Nghị quyết <>", "2017-10-25", True),
        (f"sơ kết {OTHER}, ngày 16/6/2022 và <> cùng ngày.", "2022-06-16", True),
        (f"{OTHER} ngày 16/6/2022; rồi <> cùng ngày 17/6", None, False),
        ("Ngày 20/5/2023, Đảng ủy học <>", "2023-05-20", False),
        (f"{OTHER} ngày 25/10/2017 và <>", None, False),
        ("ngày 25/10/2017; nay theo <>", None, False),
        (f"<> thay {OTHER}, ban hành sau ngày 25/10/2017", None, False),
        ("ngày 20/5 học <>", None, False),
        ("ngày 32/13/2017 học <>", None, False),
        ("năm 2017 học <>", None, False),
    ],
)
def test_a_full_date_may_be_of_the_document(*, text: str, day: str | None, is_own: bool) -> None:
    found = [(near.day.iso, near.is_own) for near in find_dates_beside(beside(text))]
    assert found == ([(day, is_own)] if day else [])


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("qua ba năm rưỡi thực hiện <>", 2.5, 5.0),
        ("Năm năm nhìn lại <>", 4.0, 6.5),
        ("tổng kết 10 năm thực hiện <>", 9, 11.5),
        ("sơ kết hai năm triển khai thực hiện <>", 1, 3.5),
        ("Sau mười lăm năm tổ chức thực hiện <>", 14, 16.5),
        ("năm năm làm theo <>", 4, 6.5),
        ("3 năm qua, kể từ khi có <>", 2, 4.5),
        ("hơn 10 năm thực hiện <>", 10, 14.5),
        ("Gần 20 năm thực hiện <>", 19, 20),
        ("Hơn hai năm sau <>", 2, 3.3),
        (f"sơ kết 5 năm thực hiện {OTHER} và <>", 4, 6.5),
        ("văn bản vừa được thông qua là <>", 0, 0.5),
        ("<> vừa được Bộ Chính trị ban hành tháng trước", 0, 0.5),
        ("<> của Ban Bí thư mới ký", 0, 0.5),
        (f"<> và {OTHER} vừa ban hành", 0, 0.5),
    ],
)
def test_a_text_says_how_old_a_document_is(text: str, least: float, most: float) -> None:
    age = read_age(beside(text))
    assert age is not None
    assert age.least == least
    assert age.most == pytest.approx(most)


@pytest.mark.parametrize(
    "text",
    [
        "sau 5 năm sáp nhập, xã bàn <>",
        "Trong 10 năm xây dựng nông thôn mới, xã làm theo <>",
        "vừa ban hành Kế hoạch tổng kết <>",
        "năm 2022 thực hiện <>",
        f"{OTHER} vừa ban hành thay <>",
        "<>, huyện vừa họp",
        "10 năm thực hiện đề án; nay <>",
    ],
)
def test_what_something_else_lasted_says_nothing(text: str) -> None:
    assert read_age(beside(text)) is None


DAY = PartialDate(2023, 12, 14)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2013, 11, 4), date(2013, 11, 4), True),
        (date(2022, 11, 17), date(2022, 11, 17), False),
        (date(2003, 1, 1), date(2004, 1, 1), False),
        (date(2011, 1, 1), date(2016, 1, 1), None),
        (None, date(2016, 1, 1), None),
        (date(2013, 1, 1), None, None),
    ],
)
def test_an_age_fits_fits_not_or_may_fit(
    *, first: date | None, last: date | None, expected: bool | None
) -> None:
    assert fits_age(Age(9, 11.5, "10 năm thực hiện"), Days(first, last), DAY) is expected


def test_what_is_new_cannot_be_signed_after_the_text() -> None:
    days = Days(date(2023, 10, 1), date(2024, 5, 1))
    assert fits_age(Age(0, 0.5, "vừa ban hành"), days, DAY) is True


@given(st.dates(date(1990, 1, 1), date(2025, 1, 1)), st.integers(0, 20))
def test_what_was_signed_so_many_years_before_always_fits(day: date, years: int) -> None:
    signed = date(day.year - years, 1, 1)
    text = PartialDate(day.year, 1, 1)
    age = read_age(beside(f"{years} năm thực hiện <>"))
    assert age is not None
    assert fits_age(age, Days(signed, signed), text) is True


def test_a_law_can_be_named_as_one_under_revision() -> None:
    assert is_revision(beside("dự án <> (sửa đổi) trình Quốc hội"))
    assert not is_revision(beside("<> đã sửa đổi một số điều"))
