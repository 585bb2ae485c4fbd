from pyoxigraph import Store

from canbo.queries import answer, named
from canbo.queries.quotes import COLUMNS, quotes_of, with_quotes

ON = {"on": "2022-09-28"}


def test_each_row_has_the_words_that_attest_it(quan_1: Store) -> None:
    found = answer(named("post-holders"), quan_1, {"post": "chủ tịch ubnd quận 1"} | ON)
    ((quote,),) = quotes_of(quan_1, found)
    assert quote.text.endswith("Chủ tịch UBND Quận 1")
    assert quote.end - quote.start == len(quote.text)
    assert quote.title == "Chi bộ Văn phòng UBND Quận 1 họp Đại hội lần thứ VII"


def test_a_row_of_two_tenures_has_the_words_of_both(quan_1: Store) -> None:
    found = answer(named("unified-heads"), quan_1, ON | {"person": "Lê Tiến Sĩ"})
    (quotes,) = quotes_of(quan_1, found)
    assert [quote.text for quote in quotes] == [
        "Lê Tiến Sĩ, Chánh Văn phòng UBND Quận 1, được bầu làm Bí thư Chi bộ",
        "Lê Tiến Sĩ, Chánh Văn phòng UBND Quận 1",
    ]


def test_an_event_speaks_only_where_nothing_else_does(quan_1: Store) -> None:
    found = answer(named("congress"), quan_1, {})
    for row, quotes in zip(found.rows, quotes_of(quan_1, found), strict=True):
        assert all(row.text("personLabel") in quote.text for quote in quotes)


def test_a_row_is_repeated_for_each_of_its_quotes(quan_1: Store) -> None:
    found = answer(named("unified-heads"), quan_1, ON | {"person": "Lê Tiến Sĩ"})
    more = with_quotes(found, quotes_of(quan_1, found))
    assert more.columns == (*found.columns, *COLUMNS)
    assert len(more.rows) == 2
    assert {row.text("personLabel") for row in more.rows} == {"Lê Tiến Sĩ"}
    assert more.rows[1].text("quote") == "Lê Tiến Sĩ, Chánh Văn phòng UBND Quận 1"


def test_a_row_without_quotes_stays_once_with_empty_columns(quan_1: Store) -> None:
    found = answer(named("documents-by-signature"), quan_1, {"signature": "10-CT/TW"})
    more = with_quotes(found, quotes_of(quan_1, found))
    assert len(more.rows) == len(found.rows)
    assert "quote" not in more.rows[0]


def test_an_answer_with_quotes_stays_as_it_is(quan_1: Store) -> None:
    found = answer(named("evidence"), quan_1, {})
    assert with_quotes(found, [()] * len(found.rows)) is found
