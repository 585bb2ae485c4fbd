"""Terms and ordinals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canbo.graph.reading.terms import find_terms, read_ordinal, write_roman
from canbo.graph.reading.text import View


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("nhiệm kỳ 2022 – 2025", [("2022-2025", None)]),
        ("nhiệm kỳ 2020 -2025", [("2020-2025", None)]),
        ("Quốc hội khoá XIV", [(None, "XIV")]),
        ("khóa 12", [(None, "XII")]),
        ("khóa X, nhiệm kỳ 2016-2021", [("2016-2021", "X")]),
        ("khóa IX (2011-2016)", [("2011-2016", "IX")]),
        ("giai đoạn 2012 - 2014", []),
    ],
)
def test_terms_are_years_or_an_ordinal_or_both(
    text: str, terms: list[tuple[str | None, str | None]]
) -> None:
    assert [(term.years, term.ordinal) for term in find_terms(View.of(text))] == terms


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("XII", 12),
        ("iv", None),
        ("06", 6),
        ("sáu", 6),
        ("mười hai", 12),
        ("tư", 4),
        ("IXX", None),
        ("IIII", None),
        ("", None),
        ("X" * 20, None),
        ("123456", None),
    ],
)
def test_an_ordinal_is_roman_arabic_or_a_word(text: str, number: int | None) -> None:
    assert read_ordinal(text) == number


@given(st.integers(1, 3999))
def test_a_roman_numeral_is_read_as_it_was_written(number: int) -> None:
    if number < 3888:
        assert read_ordinal(write_roman(number)) == number
