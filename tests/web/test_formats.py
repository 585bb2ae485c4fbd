"""Which format a client gets."""

import pytest

from canbo.errors import NotAcceptableError
from canbo.web.formats import ROWS, Wanted, choose, media_type, wanted


@pytest.mark.parametrize(
    ("accept", "given"),
    [
        (None, ROWS[0]),
        ("", ROWS[0]),
        (" ", ROWS[0]),
        ("nonsense", ROWS[0]),
        ("*/*", ROWS[0]),
        ("TEXT/CSV", "text/csv"),
        ("text/*", "text/csv"),
        ("text/csv;q=0.1, text/tab-separated-values;q=0.2", "text/tab-separated-values"),
        ("text/csv;q=0, text/*", "text/tab-separated-values"),
        ("text/html, */*;q=0.8", ROWS[0]),
        ("text/csv;q=1.000", "text/csv"),
        ("text/csv;q=2", None),
        ("text/csv;q=0", None),
        ("text/csv;header=present", "text/csv"),
        ("text/html", None),
    ],
)
def test_the_best_liked_is_chosen(accept: str | None, given: str | None) -> None:
    assert choose(accept, ROWS) == given


def test_rows_and_triples_are_chosen_apart() -> None:
    assert wanted("text/csv") == Wanted("text/csv", None)
    with pytest.raises(NotAcceptableError, match="take one of application/sparql-results"):
        wanted("image/png")


def test_text_says_that_it_is_utf_8() -> None:
    assert media_type("text/csv") == "text/csv; charset=utf-8"
    assert media_type("application/json") == "application/json"
