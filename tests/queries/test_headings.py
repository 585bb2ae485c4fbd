import pytest

from canbo.queries.headings import heading, known_columns, value
from canbo.queries.shelf import Words


@pytest.mark.parametrize(("column", "vi", "en"), [("begins", "từ", "from"), ("x", "x", "x")])
def test_a_column_has_a_heading_in_two_languages(column: str, vi: str, en: str) -> None:
    assert (heading(column, "vi"), heading(column, "en")) == (vi, en)


def test_a_heading_of_ones_own_comes_first() -> None:
    assert heading("person", "vi", {"person": Words("ai", "who")}) == "ai"


def test_no_heading_is_empty_and_coded_values_are_words() -> None:
    for column in known_columns():
        assert heading(column, "vi")
        assert heading(column, "en")
    assert value("not attested", "vi") == "chưa thấy chứng thực"
    assert value("undated", "vi") == ""
