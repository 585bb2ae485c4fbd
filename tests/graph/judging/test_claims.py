from datetime import date

import pytest

from canbo.graph.judging.claims import Claim, Force, When, judge_force, parse_when
from canbo.graph.judging.ledger import Key
from canbo.graph.reading.model import Status

YEAR = When(date(2012, 1, 1), date(2012, 12, 31))
DAY = When(date(2015, 6, 1), date(2015, 6, 1))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2022-09-28", When(date(2022, 9, 28), date(2022, 9, 28))),
        ("2024-02", When(date(2024, 2, 1), date(2024, 2, 29))),
        ("2012", YEAR),
        (None, None),
        ("", None),
        ("giữa năm", None),
    ],
)
def test_a_date_covers_its_days(written: str | None, expected: When | None) -> None:
    assert parse_when(written) == expected


@pytest.mark.parametrize("status", Status)
def test_every_status_says_something(status: Status) -> None:
    assert isinstance(judge_force(status, None), Force)


@pytest.mark.parametrize(
    ("sanction", "force"),
    [
        (None, Force.HOLDS),
        ("khiển trách", Force.HOLDS),
        ("Cảnh cáo", Force.HOLDS),
        ("cách chức", Force.ENDS),
        ("Khai trừ ra khỏi Đảng", Force.ENDS),
    ],
)
def test_a_discipline_ends_a_holding_only_by_removal(sanction: str | None, force: Force) -> None:
    assert judge_force(Status.DISCIPLINED, sanction) is force


@pytest.mark.parametrize(
    ("status", "until", "force"),
    [
        (Status.DISCIPLINED, YEAR, Force.ENDED),
        (Status.CURRENT, YEAR, Force.ENDED),
        (Status.CURRENT, DAY, Force.HOLDS),
        (Status.ELECTED, YEAR, Force.STARTS),
    ],
)
def test_what_went_on_until_before_the_day_of_the_text_has_ended(
    status: Status, until: When, force: Force
) -> None:
    assert judge_force(status, "cách chức" if until is YEAR else None, DAY, until) is force


def make_claim(force: Force, **dates: When | bool | None) -> Claim:
    key = Key("s", 0, 1, "x")
    status = Status.CURRENT
    return Claim(("a",), key, "post", "org", status, force, **dates)  # type: ignore[arg-type]


def test_what_began_is_known_from_a_dated_act_or_a_since() -> None:
    assert make_claim(Force.STARTS, when=DAY, is_dated=True).begin == DAY
    assert make_claim(Force.STARTS, when=DAY).begin is None
    assert make_claim(Force.HOLDS, when=DAY, is_dated=True).begin is None
    assert make_claim(Force.HOLDS, when=DAY, since=YEAR).begin == YEAR


def test_what_ended_is_known_from_a_dated_act_or_an_until() -> None:
    assert make_claim(Force.ENDS, when=DAY, is_dated=True).finish == DAY
    assert make_claim(Force.ENDS, when=DAY).finish is None
    assert make_claim(Force.ENDED, when=DAY, until=YEAR).finish == YEAR


def test_a_claim_has_its_place_where_its_holding_lies() -> None:
    assert make_claim(Force.HOLDS, when=DAY, since=YEAR).place == YEAR.first
    assert make_claim(Force.ENDED, when=DAY, until=YEAR).place == YEAR.last
    assert make_claim(Force.ENDED, when=DAY).place == DAY.last
    assert make_claim(Force.HOLDS).place is None
    assert make_claim(Force.ENDS).place is None
