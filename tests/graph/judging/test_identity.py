from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canbo.graph.judging.claims import Claim, judge_force, parse_when
from canbo.graph.judging.decisions import Decisions
from canbo.graph.judging.identity import Local, contradict, identify_persons
from canbo.graph.judging.ledger import Key
from canbo.graph.judging.standing import Standing
from canbo.graph.reading.model import Status

NOBODY = Decisions()
numbers = count()


def hold(post: str, on: str | None = None, status: str = "current") -> Claim:
    source = f"c{next(numbers):04}"
    return Claim(
        (source,),
        Key(source, 0, 1, post),
        post,
        f"org of {post}",
        Status(status),
        judge_force(Status(status), None),
        when=parse_when(on),
    )


def meet(source: str, *claims: Claim, name: str = "Nguyễn Văn Dũng") -> Local:
    return Local(Key(source, 0, 9, name), claims)


def cluster(
    people: Sequence[Local],
    decisions: Decisions = NOBODY,
    standings: Mapping[str, Standing] | None = None,
    **officials: str,
) -> list[list[str]]:
    known = {
        ("nguyễn văn dũng", post, f"org of {post}"): official
        for post, official in officials.items()
    }
    found = identify_persons(people, known, decisions, standings or {})
    return [[local.key.source for local in person.locals] for person in found]


def test_a_name_alone_never_joins() -> None:
    assert cluster([meet("a", hold("x")), meet("b", hold("y")), meet("c")]) == [["a"], ["b"], ["c"]]


def test_one_post_in_one_organisation_joins_those_of_one_name() -> None:
    people = [meet("a", hold("x"), hold("y")), meet("b", hold("y")), meet("c", hold("z"))]
    assert cluster(people) == [["a", "b"], ["c"]]


def test_who_shares_one_post_with_each_of_two_is_both() -> None:
    people = [meet("a", hold("x")), meet("b", hold("x"), hold("y")), meet("c", hold("y"))]
    assert cluster(people) == [["a", "b", "c"]]


@pytest.mark.parametrize(
    ("other", "joined"),
    [
        ("NGUYỄN VĂN DŨNG", True),
        ("Nguyễn Văn Dung", False),
        ("Nguyễn Văn Dựng", False),
        ("Nguyễn Dũng", False),
    ],
)
def test_names_are_compared_with_their_tones_and_letters(other: str, *, joined: bool) -> None:
    found = cluster([meet("a", hold("x")), meet("b", hold("x"), name=other)])
    assert (found == [["a", "b"]]) is joined


@pytest.mark.parametrize(
    ("earlier", "later", "speaks"),
    [
        (hold("x", "2010"), hold("x", "2019"), False),
        (hold("x", "2010"), hold("x", "2022"), True),
        (hold("x", "2010"), hold("x", "2022", "former"), False),
        (hold("x", "2018-01-01", "dismissed"), hold("x", "2018-01-20"), False),
        (hold("x", "2018-01-01", "dismissed"), hold("x", "2018-03-01"), False),
        (hold("x", "2018-01-01", "dismissed"), hold("x", "2018-09-01"), True),
        (hold("x", "2018", "former"), hold("x", "2020"), True),
        (hold("x", "2018", "retired"), hold("x", "2020", "elected"), False),
        (hold("x"), hold("x", "2020"), False),
    ],
)
def test_time_and_a_post_left_speak_against_one_person(
    earlier: Claim, later: Claim, *, speaks: bool
) -> None:
    assert (contradict(earlier, later) is not None) is speaks
    assert (len(cluster([meet("a", earlier), meet("b", later)])) == 2) is speaks


LEADING = {
    "x": Standing(circles=("org of x", "Quận 19"), is_head=True),
    "y": Standing(circles=("org of y", "Quận 19")),
    "wide": Standing(is_wide=True),
}


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (hold("x", "2018"), hold("y", "2021"), True),
        (hold("y", "2018"), hold("x", "2021"), True),
        (hold("x", "2012"), hold("y", "2021"), False),
        (hold("x"), hold("y", "2021"), False),
        (hold("x", "2018"), hold("z", "2021"), False),
        (hold("wide", "2020"), hold("wide", "2020"), False),
    ],
)
def test_who_leads_one_unit_within_a_term_is_one_and_a_wide_seat_joins_nobody(
    one: Claim, other: Claim, *, joined: bool
) -> None:
    assert (
        cluster([meet("a", one), meet("b", other)], standings=LEADING) == [["a", "b"]]
    ) is joined


def test_a_head_and_a_deputy_told_of_by_turns_are_two() -> None:
    deputy = Standing(circles=("org of x", "Quận 19"))
    times = {"a": ("d", "2018"), "b": ("x", "2019"), "c": ("d", "2020")}
    people = [
        meet(
            source,
            replace(hold("x", on), post=post, organisation="org of x"),
        )
        for source, (post, on) in times.items()
    ]
    assert cluster(people, standings={**LEADING, "d": deputy}) == [["a", "c"], ["b"]]
    assert cluster(people[:2], standings={**LEADING, "d": deputy}) == [["a", "b"]]


@pytest.mark.parametrize(
    ("others", "found"),
    [
        (["Nguyễn Văn Hùng"], [["a", "b"]]),
        (["Nguyễn Văn Hùng", "Nguyễn Văn Hưng"], [["a"], ["b"], ["c"]]),
        (["Nguyễn Văn Dung"], [["a"], ["b"]]),
    ],
)
def test_a_name_without_accents_is_the_only_accented_one_of_its_circle(
    others: list[str], found: list[list[str]]
) -> None:
    bare = meet("a", hold("x", "2018"), name="Nguyen Van Hung")
    rest = [
        meet(source, hold("x", "2019"), name=name)
        for source, name in zip("bc", others, strict=False)
    ]
    assert cluster([bare, *rest], standings=LEADING) == found


def test_the_register_knows_one_official_in_two_posts() -> None:
    people = [meet("a", hold("x")), meet("b", hold("y")), meet("c", hold("z"))]
    assert cluster(people, x="dung", y="dung", z="another") == [["a", "b"], ["c"]]


def test_what_a_human_decided_wins() -> None:
    a, b, c = meet("a", hold("x")), meet("b", hold("x")), meet("c", hold("y"))
    assert cluster([a, b, c], Decisions(different=((a.key, b.key),))) == [["a"], ["b"], ["c"]]
    assert cluster([a, b, c], Decisions(same=((a.key, c.key),))) == [["a", "b", "c"]]


def test_who_must_stay_apart_is_not_joined_through_others() -> None:
    a, b, c = meet("a", hold("x")), meet("b", hold("x"), hold("y")), meet("c", hold("y"))
    apart = Decisions(same=((a.key, b.key),), different=((c.key, a.key),))
    assert cluster([a, b, c], apart) == [["a", "b"], ["c"]]


def test_an_enmity_passes_on_to_whoever_is_joined() -> None:
    a, b, c, d = (meet(source, hold(source)) for source in "abcd")
    decisions = Decisions(
        same=((c.key, d.key),), different=((a.key, d.key), (b.key, d.key), (a.key, a.key))
    )
    joined = cluster([a, b, c, d], decisions, a="one", b="one", c="one")
    assert joined == [["a", "b"], ["c", "d"]]


def test_a_decision_about_somebody_who_is_not_there_waits() -> None:
    a, gone = meet("a", hold("x")), Key("gone", 0, 1, "Nguyễn Văn Dũng")
    waiting = Decisions(same=((a.key, gone),), different=((gone, a.key),))
    assert cluster([a], waiting) == [["a"]]


def test_a_person_has_the_reasons_and_the_names_the_most_frequent_first() -> None:
    people = [
        meet("a", hold("x"), name="Nguyễn Văn Huỳ"),
        meet("b", hold("x"), name="Nguyễn Văn Hùy"),
        meet("c", hold("x"), name="Nguyễn Văn Hùy"),
    ]
    (person,) = identify_persons(people, {}, NOBODY, {})
    assert person.names == ("Nguyễn Văn Hùy", "Nguyễn Văn Huỳ")
    assert person.reasons == ("cùng tên, cùng chức vụ ở cùng tổ chức",)


people_of_one_name = st.lists(
    st.tuples(
        st.lists(
            st.builds(
                hold,
                st.sampled_from("xyz"),
                st.sampled_from(["2001", "2010-05", "2012-01-01", "2024", None]),
                st.sampled_from(["current", "former", "dismissed", "elected"]),
            ),
            max_size=3,
        )
    ),
    max_size=6,
).map(lambda lists: [meet(f"s{n}", *claims) for n, (claims,) in enumerate(lists)])


@given(st.data(), people_of_one_name)
def test_the_order_of_sources_does_not_matter(data: st.DataObject, people: list[Local]) -> None:
    assert cluster(data.draw(st.permutations(people))) == cluster(people)


@given(people_of_one_name)
def test_everybody_is_in_one_cluster(people: list[Local]) -> None:
    found = cluster(people)
    assert sorted(source for sources in found for source in sources) == sorted(
        local.key.source for local in people
    )
