"""What speaks for and against two people of one name being one, and what follows."""

import pytest

from canbo.graph.judging.ledger import Key
from canbo.graph.judging.undecided import Career, find_doubts, weigh


def career(  # noqa: PLR0913
    iri: str, first: str = "", last: str = "", *, place: str = "", org: str = "", name: str = "An"
) -> Career:
    return Career(
        iri,
        (Key(iri, 0, 2, name),),
        frozenset({org} - {""}),
        frozenset({place} - {""}),
        first,
        last or first,
    )


@pytest.mark.parametrize(
    ("one", "other", "outcome", "reasons"),
    [
        (career("a"), career("b"), "undecided", 0),
        (career("a", org="x"), career("b", org="x"), "undecided", 1),
        (career("a", "2018", place="x"), career("b", "2020", place="x"), "undecided", 2),
        (career("a", "2001", place="x"), career("b", "2020", place="x"), "undecided", 1),
        (career("a", "2018", "2021", place="x"), career("b", "2020", place="y"), "different", 1),
        (career("a", "2018", place="x"), career("b", "2020", place="y"), "undecided", 0),
        (career("a", "1950"), career("b", "2020"), "different", 1),
        (career("a", "1950", org="x"), career("b", "2020", org="x"), "undecided", 2),
    ],
)
def test_only_what_is_spoken_against_alone_is_different(
    one: Career, other: Career, outcome: str, reasons: int
) -> None:
    for doubt in (weigh(one, other), weigh(other, one)):
        assert doubt.outcome == outcome
        assert len(doubt.speaks_for) + len(doubt.speaks_against) == reasons


def test_names_are_compared_by_their_keys_and_only_within_them() -> None:
    people = [career("a", name="Hoà"), career("b", name="HÒA"), career("c", name="Hoả")]
    assert [(d.one.iri, d.other.iri) for d in find_doubts(people)] == [("a", "b")]


def test_a_name_without_accents_may_be_any_that_it_stands_for_and_those_stay_two() -> None:
    names = {"a": "Lê Hùng", "b": "Lê Hưng", "c": "Le Hung", "d": "LE HUNG", "e": "Le Hùng"}
    people = [career(iri, name=name) for iri, name in names.items()]
    found = {frozenset({d.one.iri, d.other.iri}) for d in find_doubts(people)}
    assert found == {frozenset(pair) for pair in ("cd", "ca", "cb", "ce", "da", "db", "de")}


def test_somebody_once_written_with_accents_goes_by_that_name() -> None:
    both = Career("a", (Key("a", 0, 7, "Le Hung"), Key("b", 0, 7, "Lê Hùng")))
    assert find_doubts([both, career("c", name="Lê Hưng")]) == []


def test_the_nearest_in_time_on_either_side_are_compared_with_a_bare_name() -> None:
    accented = [career(f"{year}", f"{year}", name="Lê Hùng") for year in range(1990, 2020)]
    found = find_doubts([*accented, career("x", "2004-06", name="Le Hung")])
    years = sorted(doubt.other.iri for doubt in found if doubt.one.iri == "x")
    assert years == [str(year) for year in range(2000, 2010)]


def test_the_work_grows_with_the_number_of_people() -> None:
    many = 400
    found = find_doubts(career(f"{n:04}", f"{1950 + n // 8}") for n in range(many))
    assert many < len(found) <= 5 * many
