from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canbo.graph.register import load_register
from canbo.graph.register.documents import DocumentKey
from canbo.graph.register.search import find_rows, list_rows
from canbo.graph.register.tables import COLUMNS
from canbo.spelling import fold


@pytest.mark.parametrize(
    "spelling", ["28-NQ/TW", "28 - NQ / T.Ư", "số 28-NQ/TƯ", "28-nq/tw", "28–NQ/TW"]
)
def test_a_symbol_is_found_in_any_spelling_oldest_term_first(spelling: str) -> None:
    terms = [document.key.term for document in load_register().documents_signed(spelling)]
    assert terms == ["IX", "X", "XI", "XII", "XIII"]


def test_another_spelling_of_one_document_finds_it() -> None:
    (found,) = load_register().documents_signed("08-QĐ/TW")
    assert str(found.key) == "08-QĐi/TW khóa XII"
    assert not load_register().documents_signed("no symbol")


def test_a_document_is_found_by_symbol_and_term_or_by_name() -> None:
    register = load_register()
    found = register.document("số 10 - CT/TW", "X")
    assert found is not None
    assert (found.label, found.series) == ("Chỉ thị số 10-CT/TW", "CT/TW")
    assert register.document("10-CT/TW", "XII") is None
    charter = register.document("Điều lệ Đảng", "XI")
    assert charter is not None
    assert (charter.label, charter.series) == ("Điều lệ Đảng", "")
    named = register.documents_named("dieu le dang cong san viet nam")
    assert [document.key.term for document in named] == ["X", "XI"]


def test_a_type_and_a_number_find_every_document_of_that_number() -> None:
    found = load_register().documents_numbered("chỉ thị", 10)
    assert [str(document.key) for document in found] == ["10-CT/TW khóa X", "10-CT/TW khóa XI"]


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("sinh hoat chi bo ban bi thu", "10-CT/TW"),
        ("Những điều ĐẢNG VIÊN không được làm 2021", "37-QĐ/TW"),
        ("nêu gương cấp cao", "08-QĐi/TW"),
        ("khoan 100", "100-CT/TW"),
    ],
)
def test_words_in_any_order_find_documents_without_accents(text: str, symbol: str) -> None:
    assert symbol in {document.key.symbol for document in load_register().find_documents(text)}


def test_no_words_find_nothing() -> None:
    assert load_register().find_documents(" … ") == ()


@given(st.sampled_from(load_register().tables.documents))
def test_every_document_is_found_by_its_own_words(document: object) -> None:
    register = load_register()
    documents = register.tables.documents
    one = next(d for d in documents if d is document)
    assert one in register.find_documents(f"{one.key.symbol}")
    assert one in register.find_documents(fold(f"{one.subject} {one.type}"))


@pytest.mark.parametrize(
    ("day", "term"),
    [
        (date(2022, 9, 28), "XIII"),
        (date(2021, 2, 1), "XII"),
        (date(2021, 2, 2), "XIII"),
        (date(2030, 1, 1), "XIV"),
        (date(1930, 1, 1), None),
    ],
)
def test_a_day_lies_in_the_term_whose_numbering_holds(day: date, term: str | None) -> None:
    found = load_register().term_on(day)
    assert (found.name if found else None) == term


def test_terms_are_known_by_roman_and_arabic_numbers() -> None:
    register = load_register()
    assert register.term("xii") is register.term("12")
    assert register.term("XX") is None


def test_a_plenum_is_an_event_that_may_adopt_several_documents() -> None:
    register = load_register()
    adopted = register.adopted_at(6, "XII")
    assert sorted(a.document.symbol for a in adopted) == [
        "18-NQ/TW",
        "19-NQ/TW",
        "20-NQ/TW",
        "21-NQ/TW",
    ]
    assert [p.label for p in register.plenums(6, "VIII")] == [
        "Hội nghị Trung ương 6 (lần 1) khóa VIII",
        "Hội nghị Trung ương 6 (lần 2) khóa VIII",
    ]
    assert len(register.plenums(4)) == 6
    assert register.adopted_at(99, "XII") == ()
    special = next(p for p in register.tables.plenums if p.number is None)
    assert special.label == "Hội nghị Trung ương bất thường khóa VIII"


def test_organs_are_found_by_name_alias_and_code() -> None:
    register = load_register()
    for name in ("Ban Bí thư Trung ương Đảng", "BBT", "ban bí thư"):
        organ = register.organ(name)
        assert organ is not None
        assert organ.name == "Ban Bí thư"
    assert register.organ("BCT") is not register.organ("Bộ Công Thương")
    assert register.organ("Ban Không Có") is None


def test_types_of_documents_are_known_in_both_systems() -> None:
    found = load_register().document_types("Quy định")
    assert {kind.system for kind in found} >= {"Party"}
    assert {kind.label_vi for kind in load_register().document_types("QĐ")} >= {"Quyết định"}
    assert load_register().document_types("Thư tình") == ()


def test_officials_are_found_by_body_and_post() -> None:
    register = load_register()
    names = [o.person for o in register.officials("Ban Chấp hành Trung ương Đảng", "Tổng Bí thư")]
    assert names[-2:] == ["Nguyễn Phú Trọng", "Tô Lâm"]
    assert len(register.officials("Bộ Chính trị")) > 60


def test_a_law_of_one_name_is_several_by_year() -> None:
    register = load_register()
    assert [law.year for law in register.laws("luật đất đai")] == [1993, 2003, 2013, 2024]
    assert register.laws_signed("45/2013/QH13")[0].year == 2013
    assert register.laws("Luật Không Có") == ()


@pytest.mark.parametrize("table", sorted(COLUMNS))
def test_every_table_can_be_listed_and_searched(table: str) -> None:
    register = load_register()
    rows = list_rows(register, table)
    assert rows
    first = " ".join(rows[0].values())
    assert find_rows(register, table, DocumentKey("10-CT/TW", "X").symbol) is not None
    assert rows[0] in find_rows(register, table, first) or table == "documents"
