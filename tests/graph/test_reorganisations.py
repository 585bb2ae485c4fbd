"""Changes over all sources: one thing whoever tells, bounds of a body's life, tenures that end."""

from datetime import date
from itertools import permutations

import pytest
from pyoxigraph import Literal, NamedNode

from canbo.graph.offices import Offices
from canbo.graph.reading.model import Change, Reform, Span
from canbo.graph.register import load_register
from canbo.graph.reorganisations import Reorganisations
from canbo.ontology.iris import change_iri, organization_iri
from canbo.ontology.names import CB
from canbo.ontology.standards import DCTERMS, OA, ORG

OLD, NEW = "Sở Y tế tỉnh Gia Lai", "Sở Xây dựng tỉnh Gia Lai"
Told = tuple[str | None, bool]


def change(day: str | None, *, is_done: bool = True) -> Change:
    return Change(Reform.MERGER, (OLD, NEW), (NEW,), (Span(0, 1),), day, is_done=is_done)


def gather(*told: Change, spoken: str = "2025-03-05") -> Reorganisations:
    register = load_register()
    found = Reorganisations(register, Offices(register, frozenset()))
    for number, one in enumerate(told):
        found.report(one, (f"https://w3id.org/canbo/a{number}",), spoken)
    return found


def said(found: Reorganisations, subject: str) -> set[tuple[str, str]]:
    return {
        (quad.predicate.value, quad.object.value)
        for quad in found.quads()
        if isinstance(quad.subject, NamedNode)
        and quad.subject.value == subject
        and isinstance(quad.object, NamedNode | Literal)
    }


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ([("2025-03-01", True)], "2025-02-28", "2025-03-01"),
        ([("2025-03", True)], "2025-02-28", "2025-03-31"),
        ([("2025-03", True), ("2025-03-01", True)], "2025-02-28", "2025-03-01"),
        ([("2025", True), ("2025-02", True)], "2025-01-31", "2025-02-28"),
        # done by the day the text speaks of; decided not before its date
        ([(None, True)], None, "2025-03-05"),
        ([("2025-02-18", False)], "2025-02-17", None),
        ([("2025-02-18", False), (None, True)], "2025-02-17", "2025-03-05"),
        ([(None, False)], None, None),
        # who speaks of it as done before it was decided does not say when
        ([("2025-03-10", False), (None, True)], "2025-03-09", None),
        # two sources that contradict: anything from the one to the other
        ([("2025-03-01", True), ("2025-01-15", True)], "2025-01-14", "2025-03-01"),
    ],
)
def test_what_is_told_bounds_the_end_in_any_order(
    told: list[Told], first: str | None, last: str | None
) -> None:
    for order in permutations(told):
        found = gather(*(change(day, is_done=is_done) for day, is_done in order))
        lives = said(found, organization_iri(OLD))
        assert {day for name, day in lives if name == CB.dissolvedEarliest} == {first} - {None}
        assert {day for name, day in lives if name == CB.dissolvedLatest} == {last} - {None}
        ends = found.ends()
        assert {str(end.day) for end in ends.values()} == {last} - {None}


def test_who_is_on_both_sides_neither_ends_nor_begins() -> None:
    found = gather(change("2025-03-01"))
    assert set(found.ends()) == {organization_iri(OLD)}
    assert said(found, organization_iri(NEW)) == set()


def test_a_change_is_one_thing_whoever_tells_of_it_in_whatever_order() -> None:
    turned = Change(Reform.MERGER, (NEW, OLD), (NEW,), (Span(0, 1),), "2025-03-01", is_done=True)
    found = gather(change("2025-03"), turned)
    iri = change_iri("merger", "", NEW, OLD, "→", NEW)
    facts = said(found, iri)
    assert (DCTERMS.date, "2025-03-01") in facts
    assert {(ORG.originalOrganization, organization_iri(name)) for name in (OLD, NEW)} <= facts
    assert (OA.hasBody, iri) in said(found, "https://w3id.org/canbo/a0")
    assert (OA.hasBody, iri) in said(found, "https://w3id.org/canbo/a1")


def test_what_the_register_knows_stands_and_texts_attest_it() -> None:
    old, new = "Ban Dân vận Trung ương", "Ban Tuyên giáo và Dân vận Trung ương"
    told = Change(Reform.MERGER, (old,), (new,), (Span(0, 1),), "2024-12-01", is_done=True)
    found = gather(told)
    assert found.ends() == {}
    registered = change_iri("merger", "2025-02", old, new)
    assert said(found, "https://w3id.org/canbo/a0") == {(OA.hasBody, registered)}
    assert said(found, organization_iri(old)) == set()


def test_the_reform_of_the_units_says_what_became_of_their_bodies() -> None:
    register = load_register()
    offices = Offices(register, frozenset())
    offices.organisation("UBND tỉnh Bình Định")
    found = Reorganisations(register, offices)
    facts = said(
        found, change_iri("merger", "2025-06-30", "UBND tỉnh Bình Định", "UBND tỉnh Gia Lai")
    )
    assert (ORG.resultingOrganization, organization_iri("UBND tỉnh Gia Lai")) in facts
    assert (DCTERMS.date, "2025-06-30") in facts


def test_what_two_changes_tell_of_one_body_agrees_with_itself() -> None:
    ended = Change(Reform.ABOLITION, (OLD,), (), (Span(0, 1),), "2025-06-01", is_done=True)
    found = gather(change("2025-03-01"), ended)
    lives = said(found, organization_iri(OLD))
    assert (CB.dissolvedEarliest, "2025-02-28") in lives
    assert (CB.dissolvedLatest, "2025-06-01") in lives
    (end,) = found.ends().values()
    assert (str(end.day), len(end.grounds)) == ("2025-06-01", 2)


def test_the_end_rests_on_all_that_say_so() -> None:
    (end,) = gather(change("2025-03-01"), change("2025-03")).ends().values()
    assert end.day == date(2025, 3, 1)
    assert end.grounds == ("https://w3id.org/canbo/a0", "https://w3id.org/canbo/a1")
