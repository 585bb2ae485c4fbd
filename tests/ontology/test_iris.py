import re
import subprocess
import sys
from collections.abc import Callable
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canbo.ontology import iris
from canbo.ontology.iris import (
    BASE,
    NS,
    action_iri,
    attestation_iri,
    bound_iri,
    change_iri,
    citation_iri,
    concept_iri,
    event_iri,
    graph_iri,
    named_document_iri,
    organization_iri,
    party_document_iri,
    passage_iri,
    person_iri,
    post_iri,
    role_iri,
    selector_iri,
    source_graph_iri,
    source_iri,
    state_document_iri,
    tenure_iri,
    term_iri,
    unregistered_document_iri,
)

NAMES = st.text(alphabet="abcdđeêghikluưyáàảãạíìụủýỷ ABĐỦ1", min_size=1).filter(str.strip)
CODES = st.text(alphabet="ABCDĐHINQSTƯVWYi", min_size=1, max_size=6)
SOURCE = source_iri("tin-1")


def made_of(first: str, second: str) -> dict[str, str]:
    """Return one IRI of each kind made from two texts."""
    return {
        "source": source_iri(first + second),
        "passage": passage_iri(SOURCE, len(first), len(first) + len(second)),
        "attestation": attestation_iri(SOURCE, "H", first, second),
        "citation": citation_iri(SOURCE, first, second),
        "action": action_iri(SOURCE, first, second),
        "person": person_iri(first, second),
        "organization": organization_iri(f"{first} {second}"),
        "post": post_iri(first, second),
        "tenure": tenure_iri(person_iri(first, second), post_iri(first, second), first),
        "event": event_iri("congress", first, second),
        "term": term_iri(first, second),
        "change": change_iri("merger", "2025-06-30", first, second),
        "party document": party_document_iri(first, second, first, 1),
        "state document": state_document_iri(first, second, 1, 2020),
        "named document": named_document_iri(first, second),
        "unregistered document": unregistered_document_iri(first, second),
        "concept": concept_iri("role", first),
        "role": role_iri(first),
    }


@given(st.text(), st.text())
def test_iris_are_ascii_and_ours(first: str, second: str) -> None:
    for iri in made_of(first, second).values():
        assert iri.startswith(BASE)
        assert re.fullmatch(r"[A-Za-z0-9:/._~#=,-]+", iri)


@given(NAMES, NAMES)
def test_the_form_of_the_text_does_not_matter(first: str, second: str) -> None:
    decomposed = made_of(normalize("NFD", first), normalize("NFD", second))
    composed = made_of(normalize("NFC", first), normalize("NFC", second))
    for kind in composed.keys() - {"passage"}:
        assert decomposed[kind] == composed[kind]


@given(NAMES, NAMES)
def test_things_of_different_kinds_never_share_an_iri(first: str, second: str) -> None:
    found = list(made_of(first, second).values())
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("Ủy ban Kiểm tra", "Uỷ ban Kiểm tra"),
        ("UBND Quận 1", "UBND quận 1"),
        ("UBND Quận 1", " UBND  Quận\u00a01"),
        ("UBND xã Hòa Vang", "UBND xã Hoà Vang"),
    ],
)
def test_spellings_of_one_name_are_one_organisation(name: str, spelled: str) -> None:
    assert organization_iri(name) == organization_iri(spelled)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Quận ủy Trung ương", "Quân ủy Trung ương"),
        ("UBND xã Tân Lập", "UBND xã Tân Lạp"),
        ("UBND Quận 1", "UBND Quận 10"),
    ],
)
def test_a_tone_or_a_letter_makes_another_organisation(name: str, other: str) -> None:
    assert organization_iri(name) != organization_iri(other)


@given(st.tuples(CODES, CODES, CODES, st.integers(1, 999)), st.data())
def test_party_documents_have_one_iri_for_one_key(
    key: tuple[str, str, str, int], data: st.DataObject
) -> None:
    other = data.draw(st.tuples(CODES, CODES, CODES, st.integers(1, 999)) | st.just(key))

    def folded(parts: tuple[str, str, str, int]) -> tuple[str | int, ...]:
        return tuple(part.lower() if isinstance(part, str) else part for part in parts)

    same = folded(key) == folded(other)
    assert (party_document_iri(*key) == party_document_iri(*other)) == same


def test_one_symbol_in_two_terms_is_two_documents() -> None:
    assert party_document_iri("TW", "X", "CT", 10) != party_document_iri("TW", "XI", "CT", 10)


def test_series_of_one_type_stay_apart() -> None:
    series = {party_document_iri("TW", "XII", code, 8) for code in ("QĐ", "QĐi", "QĐNS", "QyĐ")}
    assert len(series) == 4


def test_steering_committees_that_share_a_code_stay_apart() -> None:
    first = party_document_iri("BCĐTW phòng, chống tham nhũng", "XIII", "KH", 47)
    second = party_document_iri("BCĐTW cải cách tư pháp", "XIII", "KH", 47)
    assert first != second


def test_state_numbers_with_and_without_the_year_stay_apart() -> None:
    legal = state_document_iri("UBND tỉnh Nghệ An", "QĐ", 15, 2020)
    plain = state_document_iri("UBND tỉnh Nghệ An", "QĐ", 15, 2020, plain=True)
    assert legal != plain


def test_party_and_state_documents_never_meet() -> None:
    assert party_document_iri("state", "CP", "2020", 1) != state_document_iri("CP", "", 1, 2020)


def test_a_citation_and_its_attestation_end_alike() -> None:
    citation = citation_iri(SOURCE, 3, 9)
    assert attestation_iri(SOURCE, "C", 3, 9).rpartition("/")[2] == citation.rpartition("/")[2]


def test_passages_and_selectors_are_parts_of_their_source() -> None:
    assert passage_iri(SOURCE, 1, 5) == f"{SOURCE}#char=1,5"
    assert selector_iri(SOURCE, 1, 5) == f"{SOURCE}#selector=1,5"
    assert source_graph_iri(SOURCE) == SOURCE.replace("/source/", "/graph/source/")


def test_the_rule_tells_two_bounds_apart() -> None:
    tenure = tenure_iri("p", "q", "r")
    assert bound_iri(tenure, "endLatest", "R3") != bound_iri(tenure, "endLatest", "R4")
    assert bound_iri(tenure, "endLatest") == bound_iri(tenure, "endLatest", "")


def test_a_stretch_is_told_by_what_founded_it() -> None:
    assert tenure_iri("p", "q", "first") != tenure_iri("p", "q", "second")


def test_a_name_alone_is_nobody() -> None:
    assert person_iri("Nguyễn Văn Dũng", "a") != person_iri("Nguyễn Văn Dũng", "b")


@pytest.mark.parametrize("name", ["vocabulary", "register", "derived"])
def test_graphs_have_fixed_names(name: iris.GraphName) -> None:
    assert graph_iri(name) == f"https://w3id.org/canbo/graph/{name}"


def test_the_namespace_is_the_documented_one() -> None:
    assert NS == "https://w3id.org/canbo/ns#"


def test_roles_that_share_a_slug_stay_apart() -> None:
    assert concept_iri("role", "Trưởng Ban") == concept_iri("role", "Trưởng Bản")
    assert role_iri("Trưởng Ban") != role_iri("Trưởng Bản")


def test_the_table_names_every_kind_of_thing() -> None:
    table = iris.__doc__ or ""
    makers: list[Callable[..., str]] = [
        getattr(iris, name) for name in iris.__all__ if name.endswith("_iri")
    ]
    assert len(re.findall(r"^\S.*``.*``", table, re.MULTILINE)) > len(makers)


def test_iris_and_names_need_no_rdflib() -> None:
    code = (
        "import sys, canbo.ontology.iris, canbo.ontology.standards; print('rdflib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
