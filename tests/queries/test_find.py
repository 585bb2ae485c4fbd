import unicodedata
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store
from rdflib import Dataset

from canbo.errors import AmbiguousNameError, NoMatchError
from canbo.queries import Kind, find, find_one
from canbo.queries.find import near, tell_apart

QUAN_1 = "Chủ tịch UBND Quận 1"


@pytest.mark.parametrize(
    ("kind", "text", "label"),
    [
        (Kind.PERSON, "Lê Đức Thanh", "Lê Đức Thanh"),
        (Kind.PERSON, "LÊ ĐỨC THANH", "Lê Đức Thanh"),
        (Kind.PERSON, unicodedata.normalize("NFD", "Lê Đức Thanh"), "Lê Đức Thanh"),
        (Kind.PERSON, "Thành", "Lê Đức Thành"),
        (Kind.PERSON, "hoa mai", "Mai Thị Hồng Hoa"),
        (Kind.PERSON, "Mai Thị\N{NO-BREAK SPACE} Hồng Hoa", "Mai Thị Hồng Hoa"),
        (Kind.PERSON, "thanh chủ tịch ubnd quận 1", "Lê Đức Thanh"),
        (Kind.POST, "chủ tịch ubnd quận 1", QUAN_1),
        (Kind.POST, "chu tich ubnd quan 1", QUAN_1),
        (Kind.POST, "UBND Quận 1 chủ tịch", QUAN_1),
        (Kind.POST, "Chủ tịch Ủy ban nhân dân Quận 1", QUAN_1),
        (Kind.POST, "chu tich uy ban nhan dan quan 1", QUAN_1),
        (Kind.POST, "Chủ tịch quận 1", QUAN_1),
        (Kind.POST, "PCT UBND quận 19", "Phó Chủ tịch UBND Quận 19"),
        (Kind.POST, "bí thư đảng ủy cqcq", "Bí thư Đảng ủy Cơ quan Chính quyền Quận 1"),
        (Kind.ORGANISATION, "quan uy", "Quận ủy Quận 1"),
        (Kind.ORGANISATION, "Quận uỷ Quận 1", "Quận ủy Quận 1"),
        (Kind.ORGANISATION, "UBND TP.HCM", "UBND Thành phố Hồ Chí Minh"),
        (Kind.ORGANISATION, "BCH TW", "Ban Chấp hành Trung ương Đảng"),
        (Kind.DOCUMENT, "Chỉ thị 5", "Chỉ thị số 05-CT/TW"),
        (Kind.DOCUMENT, "Nghị quyết Trung ương 4 khóa XII", "Nghị quyết số 04-NQ/TW"),
        (Kind.DOCUMENT, "08-QĐ/TW", "Quy định số 08-QĐi/TW"),
        (Kind.DOCUMENT, "chi thi nang cao chat luong sinh hoat chi bo", "Chỉ thị số 10-CT/TW"),
        (Kind.EVENT, "đại hội chi bộ văn phòng ubnd quận 1", None),
        (Kind.TENURE, "lê tiến sĩ bí thư chi bộ", "Lê Tiến Sĩ"),
        (Kind.SOURCE, "quan-19-2023", "Quận 19 tiếp dân"),
        (Kind.SOURCE, "Quận 19 tiếp dân", "Quận 19 tiếp dân"),
        (Kind.SOURCE, "https://example.org/ban-tin/quan-19-2023", "Quận 19 tiếp dân"),
        (Kind.TERM, "khóa XII", "khóa XII"),
        (Kind.TERM, "XII", "khóa XII"),
        (Kind.TERM, "2022 – 2025", "nhiệm kỳ 2022-2025"),
    ],
)
def test_a_thing_is_found_as_people_write_it(
    quan_1: Store, kind: Kind, text: str, label: str | None
) -> None:
    found = find_one(quan_1, kind, text).label
    assert found == (label or "Đại hội Chi bộ Văn phòng UBND Quận 1 lần thứ VII")


@pytest.mark.parametrize(
    ("text", "term"),
    [("Chỉ thị 10 khóa X", "x"), ("10-ct/tw khoá XI", "xi"), ("chỉ thị 10 khóa 11", "xi")],
)
def test_the_term_tells_documents_of_one_number_apart(quan_1: Store, text: str, term: str) -> None:
    assert find_one(quan_1, Kind.DOCUMENT, text).iri.endswith(f"/tw/{term}/ct/10")


def test_accents_that_were_typed_count(quan_1: Store) -> None:
    with pytest.raises(NoMatchError) as caught:
        find(quan_1, Kind.PERSON, "Lê Đức Thánh")
    assert caught.value.near[0].startswith("Lê Đức Thanh")
    assert [found.label for found in find(quan_1, Kind.PERSON, "le duc thanh")] == [
        "Lê Đức Thanh",
        "Lê Đức Thành",
    ]


def test_several_are_listed_with_what_tells_them_apart_and_how_to_name_them(quan_1: Store) -> None:
    with pytest.raises(AmbiguousNameError) as caught:
        find_one(quan_1, Kind.PERSON, "LE DUC")
    assert "can be 2 persons; say which with more words or by its IRI" in str(caught.value)
    first, second = caught.value.choices
    assert first.startswith("Lê Đức Thanh (Bí thư Đảng ủy Cơ quan Chính quyền Quận 1, ")
    assert second.startswith("Lê Đức Thành (Phó Chủ tịch UBND Quận 19) <https://w3id.org/canbo/")


def test_more_than_can_be_read_are_counted(offices: Callable[[str], Store]) -> None:
    names = "\n".join(f"Trần Văn {word} | Chủ tịch | UBND Suối | " for word in "ABCDEGHIKLMN")
    with pytest.raises(AmbiguousNameError, match=r"can be 12 persons.*; and 4 more"):
        find_one(offices(names), Kind.PERSON, "trần văn")


def test_nobody_near_is_said_too(quan_1: Store) -> None:
    with pytest.raises(NoMatchError, match="no person called 'xyz'; nothing comes near it"):
        find(quan_1, Kind.PERSON, "xyz")
    with pytest.raises(NoMatchError, match="no person called '!'"):
        find(quan_1, Kind.PERSON, "!")


def test_what_comes_near_is_the_likest_first(quan_1: Store) -> None:
    assert [found.label for found in near(quan_1, Kind.PERSON, "le duc thanhh")][:2] == [
        "Lê Đức Thanh",
        "Lê Đức Thành",
    ]


@pytest.mark.parametrize("shape", ["{}", "<{}>", " {} "])
def test_an_iri_is_accepted_as_it_is(quan_1: Store, shape: str) -> None:
    place = find_one(quan_1, Kind.POST, QUAN_1).iri
    assert find_one(quan_1, Kind.POST, shape.format(place)).iri == place
    short = place.removeprefix("https://w3id.org/canbo/")
    assert find_one(quan_1, Kind.POST, shape.format(short)).label == QUAN_1


def test_an_iri_of_another_kind_is_none(quan_1: Store) -> None:
    place = find_one(quan_1, Kind.POST, QUAN_1).iri
    with pytest.raises(NoMatchError):
        find(quan_1, Kind.PERSON, place)


@pytest.mark.parametrize("text", ["urn:x%", "https://w3id.org/canbo/person/<a>", "http://["])
def test_what_only_looks_like_an_iri_means_nothing(quan_1: Store, text: str) -> None:
    with pytest.raises(NoMatchError):
        find_one(quan_1, Kind.PERSON, text)


def test_words_of_the_body_above_are_no_part_of_a_post(quan_1: Store) -> None:
    with pytest.raises(NoMatchError):
        find(quan_1, Kind.POST, "chủ tịch ubnd quận 1 hồ chí minh")


def test_two_people_of_one_name_are_told_apart_by_their_posts(
    offices: Callable[[str], Store],
) -> None:
    store = offices("""
        Trần Văn Một #1 | Chủ tịch | UBND Suối |
        Trần Văn Một #2 | Bí thư   | Đảng ủy Núi |
    """)
    assert len(find(store, Kind.PERSON, "Trần Văn Một")) == 2
    assert "đảng ủy núi" in str(find_one(store, Kind.PERSON, "trần văn một bí thư núi")).lower()


def test_what_tells_nothing_apart_is_nothing(quan_1: Store) -> None:
    assert tell_apart(quan_1, Kind.PERSON, []) == []


def test_names_are_found_alike_everywhere(quan_1: Store, dataset: Dataset, endpoint: str) -> None:
    for kind, text in ((Kind.POST, "ubnd quận 1 chủ tịch"), (Kind.PERSON, "LE DUC")):
        near_by = find(quan_1, kind, text)
        assert find(dataset, kind, text) == near_by
        assert find(endpoint, kind, text) == near_by


@given(st.text(max_size=40))
def test_whatever_is_typed_finds_or_is_refused(quan_1: Store, text: str) -> None:
    for kind in Kind:
        with suppress(NoMatchError):
            assert find(quan_1, kind, text)


@given(st.permutations(QUAN_1.split()))
def test_the_order_of_words_does_not_matter(quan_1: Store, shuffled: list[str]) -> None:
    assert find_one(quan_1, Kind.POST, " ".join(shuffled)).label == QUAN_1
