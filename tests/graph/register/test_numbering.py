from datetime import date

import pytest

from canbo.graph.register import load_register
from canbo.graph.register.check import pick_rising
from canbo.graph.register.numbering import days_of, days_of_number, is_surely_reached


@pytest.mark.parametrize(
    ("symbol", "term", "signed"),
    [
        ("12-NQ/TW", "XI", date(2012, 1, 16)),
        ("18-NQ/TW", "XIII", date(2022, 6, 16)),
        ("28-NQ/TW", "X", date(2008, 9, 22)),
        ("25-NQ/TW", "XI", date(2013, 6, 3)),
        ("35-NQ/TW", "XII", date(2018, 10, 22)),
        ("42-CT/TW", "XI", date(2015, 3, 24)),
        ("29-CT/TW", "XIII", date(2024, 1, 5)),
    ],
)
def test_neighbours_bound_a_document_whose_date_no_row_has(
    symbol: str, term: str, signed: date
) -> None:
    register = load_register()
    document = register.document(symbol, term)
    assert document is not None
    assert document.date is None or document.date.day is None
    days = days_of(document, register)
    assert days.first is not None
    assert days.last is not None
    assert days.first <= signed <= days.last
    assert (days.last - days.first).days < 950


def test_a_full_date_is_its_own_bound() -> None:
    register = load_register()
    document = register.document("10-CT/TW", "X")
    assert document is not None
    assert (
        days_of(document, register).first == date(2007, 3, 30) == days_of(document, register).last
    )


def test_a_series_without_neighbours_is_bounded_by_its_term_alone() -> None:
    register = load_register()
    document = register.document("11-KH/TW", "XII")
    assert document is not None
    days = days_of(document, register)
    assert (days.first, days.last) == (date(2016, 1, 20), date(2021, 2, 1))
    last = register.term("XIV")
    assert last is not None
    assert days_of_number("XX/TW", 5, last, register).last is None


def test_a_higher_number_proves_the_lower_ones() -> None:
    register = load_register()
    assert is_surely_reached("CT/TW", 15, "XIII", register)
    assert not is_surely_reached("CT/TW", 99, "XIII", register)
    assert not is_surely_reached("QĐi/TW", 5, "XIII", register)


def test_the_longest_rise_leaves_out_as_few_as_can_be() -> None:
    documents = [d for d in load_register().tables.documents if d.date and d.date.day]
    picked = pick_rising(documents)
    days = [d.date.first for d in picked if d.date]
    assert days == sorted(days)
    assert pick_rising([]) == []
