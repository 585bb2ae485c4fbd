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
    people = [career("a", name="Hoà"), career("b", name="HÒA"), career("c", name="Hoa")]
    assert [(d.one.iri, d.other.iri) for d in find_doubts(people)] == [("a", "b")]


def test_the_work_grows_with_the_number_of_people() -> None:
    many = 400
    found = find_doubts(career(f"{n:04}", f"{1950 + n // 8}") for n in range(many))
    assert many < len(found) <= 5 * many
