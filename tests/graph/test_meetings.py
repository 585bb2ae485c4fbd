from datetime import date

import pytest
from pyoxigraph import Literal, NamedNode

from canbo.graph.meetings import Meetings, sort_meeting
from canbo.graph.offices import Offices
from canbo.graph.reading.model import Event, Span
from canbo.graph.register import load_register
from canbo.graph.register.iris import CENTRAL_COMMITTEE, NATIONAL_CONGRESS, congress_iri
from canbo.ontology.iris import organization_iri, term_iri
from canbo.ontology.names import CB
from canbo.ontology.standards import SCHEMA, SKOS

CELL = "Chi bộ Văn phòng UBND Quận 19"
COUNCIL = "HĐND Quận 19"


def make_meetings(*registered: str) -> Meetings:
    register = load_register()
    known = frozenset(registered)
    return Meetings(register, known, Offices(register, known))


def make_event(
    name: str,
    org: str = CELL,
    ordinal: str | None = None,
    date: str | None = None,
    term: str | None = None,
) -> Event:
    return Event(name, org, (Span(0, 9),), ordinal=ordinal, date=date, term=term)


def said(meetings: Meetings, iri: str, predicate: str) -> list[str]:
    return [
        quad.object.value
        for quad in meetings.quads()
        if quad.subject == NamedNode(iri)
        and quad.predicate.value == predicate
        and isinstance(quad.object, NamedNode | Literal)
    ]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Đại hội Chi bộ Văn phòng UBND Quận 19 lần thứ VII", "congress"),
        ("Kỳ họp thứ 13 HĐND Quận 1 khóa X", "session"),
        ("Hội nghị lần thứ 4 Ban Chấp hành Trung ương khóa XII", "plenum"),
    ],
)
def test_the_name_says_what_kind_of_meeting_it_is(name: str, kind: str) -> None:
    assert sort_meeting(name) == kind


def test_two_sources_speak_of_one_congress_if_body_and_ordinal_agree() -> None:
    meetings = make_meetings()
    first = meetings.report(
        make_event("Đại hội VII", ordinal="VII", date="2022-09"), ("https://example.org/a",)
    )
    second = meetings.report(
        make_event("Đại hội lần thứ VII", ordinal="VII", date="2022-09-28"),
        ("https://example.org/b",),
    )
    assert first == second
    assert said(meetings, first, SCHEMA.startDate) == ["2022-09-28"]
    assert said(meetings, first, SKOS.prefLabel) == ["Đại hội VII"]
    assert said(meetings, first, SKOS.altLabel) == ["Đại hội lần thứ VII"]


def test_sessions_of_two_terms_are_two() -> None:
    meetings = make_meetings()
    iris = {
        meetings.report(make_event(f"Kỳ họp thứ 13 HĐND Quận 19 khóa {k}", COUNCIL, "13"), ())
        for k in ("X", "XI")
    }
    assert len(iris) == 2


def test_a_congress_without_a_number_is_known_by_its_term_or_its_day() -> None:
    meetings = make_meetings()
    events = [
        make_event("Đại hội Chi bộ", term="2022-2025"),
        make_event("Đại hội Chi bộ", date="2025-01-10"),
        make_event("Đại hội Chi bộ"),
    ]
    assert len({meetings.report(event, ()) for event in events}) == 3


def test_the_national_congress_is_that_of_the_register() -> None:
    known = congress_iri("XIII")
    meetings = make_meetings(known)
    event = make_event("Đại hội XIII của Đảng", NATIONAL_CONGRESS, "XIII", term="2021-2026")
    assert meetings.report(event, ("https://example.org/a",)) == known
    assert said(meetings, known, SKOS.prefLabel) == []


def test_a_congress_opens_a_term_and_a_session_lies_in_one() -> None:
    meetings = make_meetings()
    congress = meetings.report(make_event("Đại hội Chi bộ", term="2022-2025"), ())
    session = meetings.report(make_event("Kỳ họp thứ 2", COUNCIL, "2", term="2021-2026"), ())
    assert said(meetings, congress, CB.opensTerm) == [term_iri(CELL, "2022-2025")]
    assert said(meetings, session, CB.term) == [term_iri(COUNCIL, "2021-2026")]


@pytest.mark.parametrize(
    ("body", "written", "term"),
    [
        (CENTRAL_COMMITTEE, "XIII", term_iri("TW", "XIII")),
        (CENTRAL_COMMITTEE, "2021-2026", term_iri("TW", "XIII")),
        ("Bộ Chính trị", "2021-2026", term_iri("TW", "XIII")),
        (CENTRAL_COMMITTEE, "1900-1905", term_iri(CENTRAL_COMMITTEE, "1900-1905")),
        (COUNCIL, "X", term_iri(COUNCIL, "X")),
    ],
)
def test_terms_of_the_centre_are_those_of_the_register(body: str, written: str, term: str) -> None:
    assert make_meetings().term(body, written) == term


@pytest.mark.parametrize(
    ("written", "label", "start", "ordinal"),
    [("2021-2026", "nhiệm kỳ 2021-2026", ["2021"], []), ("X", "khóa X", [], ["X"])],
)
def test_a_term_is_known_by_its_years_or_its_ordinal(
    written: str, label: str, start: list[str], ordinal: list[str]
) -> None:
    meetings = make_meetings()
    iri = meetings.term(COUNCIL, written)
    assert said(meetings, iri, SKOS.prefLabel) == [label]
    assert said(meetings, iri, CB.startYear) == start
    assert said(meetings, iri, CB.ordinal) == ordinal


def test_a_congress_or_a_first_session_of_a_known_day_bounds_terms() -> None:
    meetings = make_meetings()
    for day in ("2022-09-28", "2017", "2020-05-02"):
        meetings.report(make_event("Đại hội Chi bộ", date=day), ())
    for number, day in (("1", "2021-07-01"), ("2", "2021-12-08"), ("nhất", "2026-04-01")):
        name = f"Kỳ họp thứ {number} HĐND Quận 19 năm {day[:4]}"
        meetings.report(make_event(name, COUNCIL, number, date=day), ())
    boundaries = meetings.boundaries()
    assert boundaries[organization_iri(CELL)] == [date(2020, 5, 2), date(2022, 9, 28)]
    terms = [date(2021, 7, 1), date(2026, 4, 1)]
    assert boundaries[organization_iri(COUNCIL)] == terms
    assert boundaries[organization_iri(COUNCIL.replace("HĐND", "UBND"))] == terms
    assert date(2021, 2, 1) in boundaries[organization_iri("Bộ Chính trị")]


def test_the_first_session_of_an_assembly_opens_its_khoa_and_the_term_of_the_government() -> None:
    meetings = make_meetings()
    event = make_event("Kỳ họp thứ nhất Quốc hội khóa XV", "Quốc hội", "nhất", date="2021-07-20")
    session = meetings.report(event, ())
    assert said(meetings, session, CB.opensTerm) == [term_iri("Quốc hội", "XV")]
    for body in ("Quốc hội", "Ủy ban Thường vụ Quốc hội", "Chính phủ"):
        assert date(2021, 7, 20) in meetings.boundaries()[organization_iri(body)]
