"""The questions about time, on graphs of a few tenures each; all people and places are invented."""

from collections.abc import Callable

import pytest
from pyoxigraph import RdfFormat, Store
from rdflib import Dataset

from canbo.errors import MissingParameterError
from canbo.queries import Row, ask

Offices = Callable[[str], Store]
POST = "Chủ tịch UBND xã Suối Trong"


def one(bounds: str) -> str:
    return f"Trần Văn Một | Chủ tịch | UBND xã Suối Trong | {bounds}"


def labels(rows: list[Row], *columns: str) -> list[tuple[str, ...]]:
    return [tuple(row.text(column) for column in columns) for row in rows]


@pytest.mark.parametrize(
    ("bounds", "day", "expected"),
    [
        # attested once: certain on that day alone
        ("sl=2015-05-05 ee=2015-05-05", "2015-05-05", ["certain"]),
        ("sl=2015-05-05 ee=2015-05-05", "2015-05-06", ["possible"]),
        ("sl=2015-05-05 ee=2015-05-05", "1950-01-01", ["possible"]),
        # attested twice: certain between, and on both days
        ("sl=2015-05-05 ee=2018-08-08", "2015-05-05", ["certain"]),
        ("sl=2015-05-05 ee=2018-08-08", "2017-01-01", ["certain"]),
        ("sl=2015-05-05 ee=2018-08-08", "2018-08-08", ["certain"]),
        ("sl=2015-05-05 ee=2018-08-08", "2018-08-09", ["possible"]),
        # elected on a day: nobody before
        ("se=2015-05-05 sl=2015-05-05 ee=2015-05-05", "2015-05-04", []),
        ("se=2015-05-05 sl=2015-05-05 ee=2015-05-05", "2015-05-05", ["certain"]),
        # dismissed on a day: nobody after
        ("sl=2018-08-08 ee=2018-08-08 el=2018-08-08", "2018-08-08", ["certain"]),
        ("sl=2018-08-08 ee=2018-08-08 el=2018-08-08", "2018-08-09", []),
        # former: an end at the latest, nothing about the start, never certain
        ("el=2018-08-08", "1950-01-01", ["possible"]),
        ("el=2018-08-08", "2018-08-08", ["possible"]),
        ("el=2018-08-08", "2018-08-09", []),
        # a year widens to its days: between them it is possible only
        ("se=2015-01-01 sl=2015-12-31 ee=2018-01-01 el=2018-12-31", "2015-06-01", ["possible"]),
        ("se=2015-01-01 sl=2015-12-31 ee=2018-01-01 el=2018-12-31", "2016-06-01", ["certain"]),
        ("se=2015-01-01 sl=2015-12-31 ee=2018-01-01 el=2018-12-31", "2018-06-01", ["possible"]),
        ("se=2015-01-01 sl=2015-12-31 ee=2018-01-01 el=2018-12-31", "2019-01-01", []),
        # nothing known: never certain
        ("", "2015-05-05", ["possible"]),
    ],
)
def test_the_truth_table_of_a_day(
    offices: Offices, bounds: str, day: str, expected: list[str]
) -> None:
    store = offices(one(bounds))
    assert [row.text("answer") for row in ask("post-holders", store, on=day)] == expected
    assert [row.text("answer") for row in ask("person-posts", store, on=day)] == expected
    rows = ask("organisation-members", store, organisation="UBND xã Suối Trong", on=day)
    assert [row.text("answer") for row in rows] == expected


def test_acting_is_a_tenure_of_its_own_and_says_so(offices: Offices) -> None:
    store = offices(
        one("sl=2015-05-05 ee=2015-05-05")
        + "\nTrần Văn Hai | Chủ tịch | UBND xã Suối Trong | sl=2016-01-01 ee=2016-02-02 acting"
    )
    rows = ask("post-holders", store, post=POST, on="2016-01-15")
    assert [
        (row.text("personLabel"), row.text("answer"), row.text("kind").rpartition("/")[2])
        for row in rows
    ] == [("Trần Văn Hai", "certain", "acting"), ("Trần Văn Một", "possible", "regular")]


def test_a_career_stands_in_the_order_of_time_whatever_is_known(offices: Offices) -> None:
    store = offices("""
        Trần Văn Một | Chủ tịch     | UBND xã Suối Trong | sl=2015-05-05 ee=2015-05-05
        Trần Văn Một | Phó Chủ tịch | UBND xã Suối Trong | el=2012-12-12
        Trần Văn Một | Bí thư       | Đảng ủy xã Núi Cao | se=2018-01-01 sl=2018-01-01
    """)
    rows = ask("person-career", store, person="tran van mot")
    assert [row.text("postLabel") for row in rows] == [
        "Phó Chủ tịch UBND xã Suối Trong",
        "Chủ tịch UBND xã Suối Trong",
        "Bí thư Đảng ủy xã Núi Cao",
    ]
    assert {row.text("sources") for row in rows} == {"0"}


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (one("sl=2015-05-05 ee=2018-08-08"), []),
        (one("sl=2015-05-05 ee=2015-05-05"), [("unknown", "Trần Văn Một")]),
        (one("el=2016-01-01"), [("vacant", "")]),
        (one("se=2019-01-01 sl=2019-01-01"), [("vacant", "")]),
        (
            one("el=2016-01-01") + "\nTrần Văn Hai | Chủ tịch | UBND xã Suối Trong | se=2016-01-01",
            [("unknown", "Trần Văn Hai")],
        ),
    ],
)
def test_a_post_is_vacant_only_where_all_that_is_known_excludes_the_day(
    offices: Offices, table: str, expected: list[tuple[str, str]]
) -> None:
    rows = ask("vacant-posts", offices(table), on="2017-07-07")
    assert labels(rows, "state", "personLabel") == expected


def test_vacancy_is_asked_of_a_day(offices: Offices) -> None:
    with pytest.raises(MissingParameterError, match="vacant-posts needs --on"):
        ask("vacant-posts", offices(one("")))


def test_only_changes_with_both_bounds_inside_the_period_are_certain(offices: Offices) -> None:
    store = offices("""
        A Một | Chủ tịch | UBND xã Suối Trong | se=2015-05-05 sl=2015-05-05
        B Hai | Chủ tịch | UBND xã Suối Trong | se=2014-12-01 sl=2015-02-01
        C Ba  | Chủ tịch | UBND xã Suối Trong | sl=2015-05-05
        D Tư  | Chủ tịch | UBND xã Suối Trong | ee=2015-01-01 el=2015-03-03
    """)
    rows = ask("changes-between", store, from_="2015", to="2015")
    assert labels(rows, "change", "personLabel", "earliest", "latest") == [
        ("ended", "D Tư", "2015-01-01", "2015-03-03"),
        ("began", "A Một", "2015-05-05", "2015-05-05"),
    ]


SUCCESSION = """
    A Một | Chủ tịch     | UBND xã Suối Trong | el=2005-01-01
    B Hai | Chủ tịch     | UBND xã Suối Trong | sl=2006-06-06 ee=2010-10-10
    C Ba  | Chủ tịch     | UBND xã Suối Trong | se=2010-10-10 sl=2010-10-10 ee=2014-04-04
    D Tư  | Chủ tịch     | UBND xã Suối Trong | sl=2015-05-05 ee=2015-05-05
    E Năm | Phó Chủ tịch | UBND xã Suối Trong | sl=2012-01-01 ee=2012-01-01
"""


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("A Một", [("after", "B Hai")]),
        ("B Hai", [("before", "A Một"), ("after", "C Ba")]),
        ("C Ba", [("before", "B Hai"), ("after", "D Tư")]),
        ("D Tư", [("before", "C Ba")]),
        ("E Năm", []),
    ],
)
def test_before_and_after_are_the_nearest_in_a_one_seat_post(
    offices: Offices, person: str, expected: list[tuple[str, str]]
) -> None:
    rows = ask("predecessor-successor", offices(SUCCESSION), person=person)
    assert labels(rows, "place", "otherLabel") == expected


def test_overlapping_bounds_leave_the_order_unknown(offices: Offices) -> None:
    store = offices("""
        A Một | Chủ tịch | UBND xã Suối Trong | sl=2006-06-06 ee=2010-10-10
        B Hai | Chủ tịch | UBND xã Suối Trong | sl=2008-08-08 ee=2012-12-12
    """)
    rows = ask("predecessor-successor", store, person="A Một")
    assert labels(rows, "place", "otherLabel") == [("unknown", "B Hai")]


def test_terms_running_are_told_from_terms_apart(offices: Offices) -> None:
    store = offices("""
        A Một | Bí thư     | Đảng ủy xã Núi Cao | sl=2015-06-01 term=2015-2020
        A Một | Bí thư     | Đảng ủy xã Núi Cao | sl=2020-06-01 term=2020-2025
        B Hai | Phó Bí thư | Đảng ủy xã Núi Cao | sl=2010-06-01 term=2010-2015
        B Hai | Phó Bí thư | Đảng ủy xã Núi Cao | sl=2020-06-01 term=2020-2025
    """)
    rows = ask("term-tenures", store, organisation="Đảng ủy xã Núi Cao", term="2020-2025")
    assert labels(rows, "personLabel", "consecutive") == [("A Một", "true"), ("B Hai", "false")]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2015-06-01", [("possible", "nhiệm kỳ 2010-2015"), ("possible", "nhiệm kỳ 2015-2020")]),
        ("2017-01-01", [("certain", "nhiệm kỳ 2015-2020")]),
        ("2021-01-01", []),
    ],
)
def test_a_term_known_by_its_years_is_certain_only_between_them(
    offices: Offices, day: str, expected: list[tuple[str, str]]
) -> None:
    store = offices("""
        A Một | Bí thư | Đảng ủy xã Núi Cao | term=2010-2015
        A Một | Bí thư | Đảng ủy xã Núi Cao | term=2015-2020
    """)
    rows = ask("term-on-date", store, organisation="Đảng ủy xã Núi Cao", on=day)
    assert labels(rows, "answer", "termLabel") == expected


def test_two_certain_holders_of_one_seat_on_one_day_are_a_conflict(offices: Offices) -> None:
    store = offices("""
        A Một | Chủ tịch     | UBND xã Suối Trong | sl=2006-06-06 ee=2010-10-10
        B Hai | Chủ tịch     | UBND xã Suối Trong | sl=2010-10-10 ee=2012-12-12
        C Ba  | Chủ tịch     | UBND xã Suối Trong | sl=2013-01-01 ee=2013-01-01
        D Tư  | Phó Chủ tịch | UBND xã Suối Trong | sl=2006-06-06 ee=2010-10-10
        E Năm | Phó Chủ tịch | UBND xã Suối Trong | sl=2006-06-06 ee=2010-10-10
    """)
    rows = ask("seat-conflicts", store)
    assert {frozenset(row) for row in labels(rows, "oneLabel", "otherLabel")} == {
        frozenset({"A Một", "B Hai"})
    }
    assert labels(rows, "since", "until") == [("2010-10-10", "2010-10-10")]
    assert ask("seat-conflicts", store, on="2010-10-11") == []


@pytest.mark.parametrize(
    ("one", "other", "is_conflict"),
    [
        # the day of a handover: one is known to end then, or the other to begin
        ("sl=2006-06-06 ee=2010-10-10 el=2010-10-10", "sl=2010-10-10 ee=2012-12-12", False),
        ("sl=2006-06-06 ee=2010-10-10", "se=2010-10-10 sl=2010-10-10 ee=2012-12-12", False),
        ("sl=2006-06-06 ee=2010-10-11 el=2010-10-11", "sl=2010-10-10 ee=2012-12-12", True),
        # who acts in a post is beside its holder
        ("sl=2006-06-06 ee=2010-10-10", "sl=2008-08-08 ee=2009-09-09 acting", False),
        ("sl=2006-06-06 ee=2010-10-10", "sl=2008-08-08 ee=2009-09-09", True),
        # only possible: no conflict
        ("sl=2006-06-06 ee=2006-06-06", "sl=2008-08-08 ee=2008-08-08", False),
        ("el=2010-10-10", "sl=2008-08-08 ee=2009-09-09", False),
    ],
)
def test_a_handover_and_who_acts_are_no_conflict(
    offices: Offices, one: str, other: str, *, is_conflict: bool
) -> None:
    for first, second in ((one, other), (other, one)):
        store = offices(f"""
            A Một | Chủ tịch | UBND xã Suối Trong | {first}
            B Hai | Chủ tịch | UBND xã Suối Trong | {second}
        """)
        assert len(ask("seat-conflicts", store)) == int(is_conflict)


@pytest.mark.parametrize(
    ("bounds", "problem"),
    [
        ("se=2016-01-01 sl=2015-01-01", "start after start"),
        ("sl=2016-01-01 el=2015-01-01", "start after end"),
        ("ee=2016-01-01 el=2015-01-01", "end after end"),
        ("sl=2015-01-01 founded=2016-01-01", "before founding"),
        ("ee=2026-01-01 dissolved=2025-06-30", "after dissolution"),
    ],
)
def test_bounds_that_contradict_are_named(offices: Offices, bounds: str, problem: str) -> None:
    rows = ask("interval-contradictions", offices(one(bounds)))
    assert labels(rows, "problem", "personLabel") == [(problem, "Trần Văn Một")]


def test_sound_bounds_contradict_nothing(offices: Offices) -> None:
    sound = "se=2015-01-01 sl=2015-01-01 ee=2016-01-01 el=2017-01-01 founded=2014-01-01"
    assert ask("interval-contradictions", offices(one(f"{sound} dissolved=2025-06-30"))) == []


def test_a_body_that_ended_without_heir_is_reorganised_too(offices: Offices) -> None:
    store = offices(one("sl=2015-01-01 ee=2016-01-01 dissolved=2025-06-30"))
    rows = ask("reorganised", store, on="2025-07-01")
    assert labels(rows, "date", "state", "side", "personLabel") == [
        ("2025-06-30", "done", "original", "Trần Văn Một")
    ]
    assert ask("reorganised", store, on="2025-01-01")[0].text("state") == "pending"


def test_coverage_counts_what_is_known_and_what_is_certain_at_midyear(offices: Offices) -> None:
    store = offices("""
        A Một | Chủ tịch     | UBND xã Suối Trong | sl=2015-01-01 ee=2016-12-31
        B Hai | Phó Chủ tịch | UBND xã Suối Trong | sl=2016-08-01 ee=2016-12-31
    """)
    rows = ask("coverage", store, organisation="UBND xã Suối Trong")
    assert labels(rows, "year", "known", "attested", "certain") == [
        ("2015", "2", "0", "1"),
        ("2016", "2", "0", "1"),
    ]


def test_heads_of_counterparts_are_certain_together_only_while_both_are(offices: Offices) -> None:
    store = offices("""
        A Một | Bí thư   | Đảng ủy Suối | sl=2015-01-01 ee=2016-12-31
        A Một | Chủ tịch | UBND Suối    | sl=2016-06-01 ee=2018-01-01 counterpart=Đảng_ủy_Suối
        B Hai | Bí thư   | Đảng ủy Suối | el=2014-01-01
        B Hai | Chủ tịch | UBND Suối    | se=2014-02-02 sl=2014-02-02
    """)
    found = {
        day: labels(ask("unified-heads", store, on=day), "answer", "personLabel")
        for day in ("2016-07-01", "2015-07-01", "2017-07-01")
    }
    assert found == {
        "2016-07-01": [("certain", "A Một")],
        "2015-07-01": [("possible", "A Một")],
        "2017-07-01": [("possible", "A Một")],
    }
    assert labels(ask("unified-heads", store), "answer", "personLabel") == [("certain", "A Một")]
    rows = ask("party-and-state", store, on="2016-07-01")
    assert labels(rows, "personLabel", "since", "until") == [("A Một", "2016-06-01", "2016-12-31")]


def test_a_dataset_of_rdflib_answers_alike(offices: Offices) -> None:
    store = offices(SUCCESSION)
    dataset = Dataset()
    dataset.parse(data=store.dump(format=RdfFormat.TRIG), format="trig")
    for name in ("predecessor-successor", "post-holders", "coverage"):
        assert ask(name, dataset) == ask(name, store)
