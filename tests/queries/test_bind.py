from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from canbo.errors import (
    AmbiguousNameError,
    MissingParameterError,
    NoMatchError,
    ParameterValueError,
    UnknownParameterError,
)
from canbo.queries import Kind, Query, Term, ask, find_one, named, select
from canbo.queries.bind import bound, check_names, values_of
from canbo.queries.rows import iri, typed
from canbo.queries.shelf import Words

EVERYTHING = Query(
    "everything", "SELECT ?s ?v WHERE {\n  #= parameters\n  ?s ?p ?v\n}", Words("?", "?")
)


@pytest.mark.parametrize(
    ("given_as", "day"),
    [
        ("2022-09-28", "2022-09-28"),
        ("28/9/2022", "2022-09-28"),
        ("ngày 28 tháng 9 năm 2022", "2022-09-28"),
        (date(2022, 9, 28), "2022-09-28"),
        (typed("2022-09-28", "date"), "2022-09-28"),
    ],
)
def test_a_day_is_written_in_many_ways(
    quan_1: Store, given_as: str | date | Term, day: str
) -> None:
    values = values_of(named("post-holders"), quan_1, {"on": given_as})
    assert values == {"on": (typed(day, "date"),)}


@pytest.mark.parametrize("text", ["2022", "9/2022", "tomorrow", "31/2/2022"])
def test_what_is_no_day_is_refused(quan_1: Store, text: str) -> None:
    with pytest.raises(ParameterValueError, match=r"--on cannot be .* such as 2022-09-28"):
        values_of(named("post-holders"), quan_1, {"on": text})


def test_a_period_may_be_given_in_years_and_months(quan_1: Store) -> None:
    values = values_of(named("changes-between"), quan_1, {"from_": "2020", "to": "2/2024"})
    assert values == {
        "from": (typed("2020-01-01", "date"),),
        "to": (typed("2024-02-29", "date"),),
    }


def test_a_period_that_ends_before_it_begins_is_refused(quan_1: Store) -> None:
    with pytest.raises(ParameterValueError, match="--to cannot be '2021'; give a day on or after"):
        values_of(named("changes-between"), quan_1, {"from": "2022", "to": "2021"})
    assert values_of(named("changes-between"), quan_1, {"from": "2022", "to": "2022"})


@pytest.mark.parametrize("count", ["2", 2, " 2 "])
def test_a_count_is_a_whole_number(quan_1: Store, count: str | int) -> None:
    assert values_of(named("co-cited"), quan_1, {"at-least": count}) == {
        "at_least": (typed("2", "integer"),)
    }
    for wrong in ("two", "-1", "1.5", "٣"):
        with pytest.raises(ParameterValueError, match="a whole number"):
            values_of(named("co-cited"), quan_1, {"at_least": wrong})


def test_nothing_is_no_value(quan_1: Store) -> None:
    with pytest.raises(ParameterValueError, match="--post cannot be ' '; give a value"):
        values_of(named("post-holders"), quan_1, {"post": " "})


def test_what_a_question_does_not_take_is_named_with_what_it_takes() -> None:
    with pytest.raises(
        UnknownParameterError, match="does not take --who; it takes --post, --on"
    ) as caught:
        check_names(named("post-holders"), ["who"])
    assert caught.value.takes == ("post", "on")
    with pytest.raises(UnknownParameterError, match="it takes nothing"):
        check_names(EVERYTHING, ["who"])
    with pytest.raises(MissingParameterError, match="needs --on; it takes --organisation, --on"):
        check_names(named("vacant-posts"), [])


def test_things_found_before_are_taken_as_they_are(quan_1: Store) -> None:
    found = find_one(quan_1, Kind.PERSON, "Lê Tiến Sĩ")
    row = ask("person-posts", quan_1, person=found)[0]
    assert ask("evidence", quan_1, tenure=row["tenure"])[0].text("personLabel") == "Lê Tiến Sĩ"


def test_one_name_of_a_term_may_be_several(quan_1: Store) -> None:
    values = values_of(named("term-tenures"), quan_1, {"term": "khóa"})
    assert len(values["term"]) == 4
    text = bound(named("term-tenures"), values)
    assert text.count("VALUES (?term) {") == 1


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("10-CT/TW", "10-CT/TW"),
        ("số 10 – CT / T.Ư", "10-CT/TW"),
        ("8-QĐi/TW", "08-QĐi/TW"),
        ("08-QĐ/TW", "08-QĐi/TW"),
        ("Chỉ thị 10", "10-CT/TW"),
        ("Nghị quyết Trung ương 4 khóa XII", "04-NQ/TW"),
    ],
)
def test_a_signature_is_known_by_number_or_by_name(quan_1: Store, text: str, symbol: str) -> None:
    values = values_of(named("documents-by-signature"), quan_1, {"signature": text})
    assert values == {"signature": (Term(symbol),)}


def test_a_signature_that_is_none_or_several(quan_1: Store) -> None:
    question = named("documents-by-signature")
    with pytest.raises(NoMatchError, match="no signature called '99-CT/TW'"):
        values_of(question, quan_1, {"signature": "99-CT/TW"})
    with pytest.raises(NoMatchError, match="no signature called 'Điều lệ Đảng'"):
        values_of(question, quan_1, {"signature": "Điều lệ Đảng"})
    with pytest.raises(AmbiguousNameError, match=r"can be 3 signatures.*: 08-QĐi/TW; 37-QĐ/TW"):
        values_of(question, quan_1, {"signature": "Quy định"})


def test_values_enter_as_one_clause_of_all_their_combinations() -> None:
    text = bound(EVERYTHING, {"s": (iri("urn:a"), iri("urn:b")), "v": (Term('"'),)})
    assert text.splitlines()[1] == 'VALUES (?s ?v) { (<urn:a> "\\"") (<urn:b> "\\"") }'
    assert bound(EVERYTHING, {}) == EVERYTHING.text


@given(st.text(st.characters(codec="utf-8")), st.sampled_from([None, "vi"]))
def test_a_value_is_a_term_whatever_stands_in_it(text: str, language: str | None) -> None:
    value = Term(text, language=language)
    question = Query("q", "SELECT ?v WHERE {\n#= parameters\n}", Words("", ""))
    (row,) = select(Store(), bound(question, {"v": (value,)})).rows
    assert row["v"] == value


@pytest.mark.parametrize("text", ["urn:a> . ?s ?p ?o . <urn:b", "urn:a b", "urn:\n"])
def test_what_is_no_iri_never_becomes_syntax(text: str) -> None:
    with pytest.raises(ValueError, match="IRI"):
        bound(EVERYTHING, {"s": (iri(text),)})
