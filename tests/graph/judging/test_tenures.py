from collections.abc import Iterable
from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canbo.graph.judging.bounds import Bound
from canbo.graph.judging.claims import Claim, judge_force, parse_when
from canbo.graph.judging.ledger import Key
from canbo.graph.judging.tenures import Seat, Stretch, find_stretches
from canbo.graph.reading.model import Status

numbers = count()


def say(  # noqa: PLR0913
    status: str,
    attested_on: str | None = None,
    *,
    on: str | None = None,
    source: str | None = None,
    since: str | None = None,
    until: str | None = None,
    term: str | None = None,
    sanction: str | None = None,
) -> Claim:
    """Return a claim as a text of *attested_on* makes it, with the date *on* if it gives one."""
    name = source or f"s{next(numbers):03}"
    return Claim(
        (f"{name}/{status}",),
        Key(name, 0, 9, "An"),
        "post",
        "org",
        Status(status),
        judge_force(Status(status), sanction, parse_when(on or attested_on), parse_when(until)),
        when=parse_when(on or attested_on),
        is_dated=on is not None,
        since=parse_when(since),
        until=parse_when(until),
        term=term,
    )


def show(stretches: Iterable[Stretch]) -> list[dict[str, str]]:
    return [
        {bound.name: bound.date.isoformat() for bound in stretch.bounds} for stretch in stretches
    ]


@pytest.mark.parametrize(
    ("claim", "bounds"),
    [
        (
            say("current", "2022-09-28"),
            {"startLatest": "2022-09-28", "endEarliest": "2022-09-28"},
        ),
        (
            say("acting", "2022-09-28"),
            {"startLatest": "2022-09-28", "endEarliest": "2022-09-28"},
        ),
        (
            say("elected", "2022-10-02", on="2022-09-28"),
            {
                "startEarliest": "2022-09-28",
                "startLatest": "2022-09-28",
                "endEarliest": "2022-09-28",
            },
        ),
        (
            say("appointed", "2022-10-02"),
            {
                "startEarliest": "2022-10-02",
                "startLatest": "2022-10-02",
                "endEarliest": "2022-10-02",
            },
        ),
        (
            say("dismissed", "2022-10-02", on="2022-09-28"),
            {
                "startLatest": "2022-09-28",
                "endEarliest": "2022-09-28",
                "endLatest": "2022-09-28",
            },
        ),
        (
            say("retired", "2022-10-02"),
            {
                "startLatest": "2022-10-02",
                "endEarliest": "2022-10-02",
                "endLatest": "2022-10-02",
            },
        ),
        (
            say("disciplined", "2022-10-02", sanction="cách chức"),
            {
                "startLatest": "2022-10-02",
                "endEarliest": "2022-10-02",
                "endLatest": "2022-10-02",
            },
        ),
        (
            say("disciplined", "2022-10-02", sanction="khiển trách"),
            {"startLatest": "2022-10-02", "endEarliest": "2022-10-02"},
        ),
        (say("former", "2022-10-02"), {"endLatest": "2022-10-02"}),
        (
            say("former", "2022-10-02", since="2012", until="2014-05"),
            {
                "startEarliest": "2012-01-01",
                "startLatest": "2012-12-31",
                "endEarliest": "2014-05-01",
                "endLatest": "2014-05-31",
            },
        ),
        (
            say("current", "2022-10-02", since="2020-06"),
            {
                "startEarliest": "2020-06-01",
                "startLatest": "2020-06-30",
                "endEarliest": "2022-10-02",
            },
        ),
        (say("current", "2022-09"), {"startLatest": "2022-09-30", "endEarliest": "2022-09-01"}),
        (
            say("elected", on="2020"),
            {
                "startEarliest": "2020-01-01",
                "startLatest": "2020-12-31",
                "endEarliest": "2020-01-01",
            },
        ),
        (say("current"), {}),
    ],
    ids=lambda value: value.attestation if isinstance(value, Claim) else "",
)
def test_each_status_bounds_what_it_says(claim: Claim, bounds: dict[str, str]) -> None:
    assert show(find_stretches([claim])) == [bounds]


def test_a_proposal_is_no_tenure() -> None:
    assert find_stretches([say("proposed", "2022")]) == ()


def test_two_attestations_are_one_stretch_from_the_first_to_the_last() -> None:
    claims = [say("current", "2021-03-01"), say("current", "2022-09-28")]
    assert show(find_stretches(claims)) == [
        {"startLatest": "2021-03-01", "endEarliest": "2022-09-28"}
    ]


def count_stretches(*claims: Claim, seat: Seat | None = None, boundary: str = "") -> int:
    boundaries = [date.fromisoformat(boundary)] if boundary else []
    return len(find_stretches(claims, "An", boundaries, seat))


@pytest.mark.parametrize(
    ("claims", "stretches"),
    [
        ([say("current", "2015"), say("current", "2022")], 2),
        ([say("current", "2017-01-01"), say("current", "2022-01-01")], 1),
        ([say("current", "2015"), say("current", "2022", since="2014")], 1),
        ([say("current", "2020"), say("dismissed", "2021"), say("current", "2022")], 2),
        ([say("former", "2020"), say("current", "2022")], 2),
        ([say("current", "2020"), say("former", "2022"), say("former", "2025")], 1),
        ([say("former", "2025", until="2014"), say("current", "2018")], 2),
        ([say("dismissed", on="2020-05-02"), say("dismissed", "2021")], 1),
        ([say("dismissed", on="2020-05-02"), say("dismissed", on="2020-06-01")], 1),
        ([say("dismissed", on="2020-05-02"), say("dismissed", on="2021-06-01")], 2),
        (
            [
                say("former", "2025", since="2008", until="2010"),
                say("former", "2025", since="2012", until="2014"),
            ],
            2,
        ),
        ([say("current", "1986", since="1986", until="1997"), say("current", "1995")], 1),
        ([say("former", "2025", since="1986", until="1997"), say("current", "1995")], 1),
        ([say("current", "2018"), say("elected", on="2020-06-01")], 2),
        ([say("elected", on="2020-06-01"), say("elected", on="2020-06-20")], 1),
        ([say("elected", on="2016-06-01"), say("elected", on="2020-06-20")], 2),
        ([say("elected", on="2020-06-01"), say("elected", "2020-06-02")], 1),
        ([say("current", "2020", term="2015-2020"), say("current", "2020-12-01")], 1),
        (
            [
                say("current", "2020-05-01", term="2015-2020"),
                say("current", "2020-12-01", term="2020-2025"),
            ],
            2,
        ),
        ([say("current", "2020"), say("current")], 1),
        ([say("current"), say("former")], 1),
    ],
)
def test_what_lies_between_parts_a_stretch(claims: list[Claim], stretches: int) -> None:
    assert count_stretches(*claims) == stretches
    assert count_stretches(*reversed(claims)) == stretches


@pytest.mark.parametrize(
    ("boundary", "stretches"),
    [("2022-05-31", 1), ("2022-06-02", 2), ("2022-08-01", 2), ("2022-08-02", 1)],
)
def test_a_term_that_begins_between_them_parts_a_stretch(boundary: str, stretches: int) -> None:
    claims = [say("current", "2022-06-01"), say("current", "2022-08-01")]
    assert count_stretches(*claims, boundary=boundary) == stretches


@pytest.mark.parametrize(
    ("first", "last", "who", "stretches"),
    [
        ("2021-03-01", "2021-03-01", "Bình", 2),
        ("2021-03-01", "2021-03-01", "An", 1),
        ("2021-03-01", "2022-12-31", "Bình", 1),
        ("2022-08-01", "2022-08-01", "Bình", 1),
    ],
)
def test_another_holder_of_a_one_seat_post_parts_a_stretch(
    first: str, last: str, who: str, stretches: int
) -> None:
    seat = Seat([(date.fromisoformat(first), date.fromisoformat(last), who)])
    claims = [say("current", "2021-01-01"), say("current", "2022-08-01")]
    assert count_stretches(*claims, seat=seat) == stretches


def test_in_passing_a_text_does_not_hold_beyond_the_end_it_reports() -> None:
    claims = [
        say("current", "2022-05-12", source="s"),
        say("dismissed", "2022-05-12", on="2022-05-10", source="s"),
    ]
    assert show(find_stretches(claims)) == [
        {"startLatest": "2022-05-10", "endEarliest": "2022-05-10", "endLatest": "2022-05-10"}
    ]


def test_a_dated_act_outranks_a_reported_one() -> None:
    claims = [say("elected", on="2022-09-28"), say("elected", "2022-09-30")]
    assert show(find_stretches(claims)) == [
        {"startEarliest": "2022-09-28", "startLatest": "2022-09-28", "endEarliest": "2022-09-30"}
    ]


def test_of_reports_the_earliest_counts() -> None:
    claims = [say("retired", "2022-09-28"), say("retired", "2022-09-30")]
    assert show(find_stretches(claims)) == [
        {"startLatest": "2022-09-28", "endEarliest": "2022-09-28", "endLatest": "2022-09-28"}
    ]


def test_a_reported_start_says_nothing_of_a_post_already_held() -> None:
    claims = [say("current", "2021-01-01"), say("elected", "2022-01-01")]
    assert show(find_stretches(claims)) == [
        {"startLatest": "2021-01-01", "endEarliest": "2022-01-01"}
    ]


@pytest.mark.parametrize(
    ("days", "start"),
    [
        (("2020-06", "2020-06-12"), ("2020-06-12", "2020-06-12")),
        (("2020-06-01", "2020-06-12"), ("2020-06-01", "2020-06-12")),
    ],
)
def test_dates_of_one_act_agree_or_span_the_doubt(
    days: tuple[str, str], start: tuple[str, str]
) -> None:
    (bounds,) = show(find_stretches(say("appointed", on=day) for day in days))
    assert (bounds["startEarliest"], bounds["startLatest"]) == start


def test_each_bound_names_its_rule_and_the_attestations_that_give_it() -> None:
    claims = [
        say("current", "2021-01-01", source="a"),
        say("current", "2021-01-01", source="b"),
        say("dismissed", "2022-01-01", source="c"),
    ]
    (stretch,) = find_stretches(claims)
    day = date(2022, 1, 1)
    assert stretch.bounds == (
        Bound("startLatest", date(2021, 1, 1), "R1", ("a/current", "b/current")),
        Bound("endEarliest", day, "R2", ("c/dismissed",)),
        Bound("endLatest", day, "R2", ("c/dismissed",)),
    )


def test_a_stretch_has_the_term_that_some_text_names() -> None:
    claims = [say("current", "2021"), say("current", "2021", term="2020-2025")]
    (stretch,) = find_stretches(claims)
    assert stretch.term == "2020-2025"
    (other,) = find_stretches([say("current", "2021")])
    assert other.term is None


days = st.integers(0, 4000).map(lambda n: (date(2010, 1, 1) + timedelta(n)).isoformat())
claims_of_one = st.lists(
    st.builds(
        say,
        st.sampled_from(["current", "acting", "elected", "dismissed", "former", "proposed"]),
        days,
        on=st.none() | days,
    ),
    max_size=8,
)


@given(st.data(), claims_of_one)
def test_the_order_of_sources_does_not_matter(data: st.DataObject, claims: list[Claim]) -> None:
    shuffled = data.draw(st.permutations(claims))
    assert find_stretches(shuffled) == find_stretches(claims)


@given(claims_of_one)
def test_every_claim_is_in_one_stretch_and_every_bound_rests_on_one(claims: list[Claim]) -> None:
    stretches = find_stretches(claims)
    found = sorted(claim.attestation for stretch in stretches for claim in stretch.claims)
    assert found == sorted(c.attestation for c in claims if c.force != "nothing")
    for stretch in stretches:
        own = {claim.attestation for claim in stretch.claims}
        assert all(
            bound.attestations and set(bound.attestations) <= own for bound in stretch.bounds
        )


@given(claims_of_one)
def test_no_stretch_contradicts_itself(claims: list[Claim]) -> None:
    for stretch in find_stretches(claims):
        bounds = {bound.name: bound.date for bound in stretch.bounds}
        first = [bounds.get("startEarliest"), bounds.get("startLatest")]
        last = [bounds.get("endEarliest"), bounds.get("endLatest")]
        for earlier, later in (first, last, (first[0], last[1])):
            assert not (earlier and later) or earlier <= later
