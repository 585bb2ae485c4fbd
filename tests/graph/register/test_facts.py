"""What is relied on in the tables that canbo brings."""

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from canbo.graph.reading.reader import read_statements
from canbo.graph.register import load_register
from canbo.graph.register.check import find_number_doubts
from canbo.graph.register.documents import Basis, DocumentKey, Relation
from canbo.spelling import PartialDate, parse_signature


def test_terms_follow_one_another_without_a_gap() -> None:
    terms = load_register().tables.terms
    assert [term.ordinal for term in terms] == list(range(1, 15))
    for one, other in pairwise(terms):
        assert one.numbering_to is not None
        assert (other.numbering_from.first - one.numbering_to.first).days == 1
        assert other.congress_end == one.numbering_to


def test_every_plenum_lies_in_its_term_and_they_follow_their_numbers() -> None:
    register = load_register()
    last: dict[str, tuple[int, date]] = {}
    for plenum in register.tables.plenums:
        term = register.term(plenum.term)
        assert term is not None
        assert term.congress_start.first <= plenum.start.first <= plenum.end.first
        assert term.numbering_to is None or plenum.end.first <= term.numbering_to.first
        if plenum.number:
            number, day = last.get(plenum.term, (0, date.min))
            assert number <= plenum.number
            assert day <= plenum.start.first
            last[plenum.term] = (plenum.number, plenum.start.first)


def test_numbers_rise_with_dates_but_for_two_known_rows() -> None:
    doubts = find_number_doubts(load_register().tables.documents)
    assert [str(doubt.key) for doubt in doubts] == ["31-NQ/TW khóa IV", "329-QĐ/TW khóa XIII"]


def test_a_misprinted_date_is_found_by_the_order_of_numbers() -> None:
    documents = list(load_register().tables.documents)
    at = next(n for n, d in enumerate(documents) if d.key == DocumentKey("102-QĐ/TW", "XII"))
    documents[at] = replace(documents[at], date=PartialDate(2018, 12, 15))
    found = {str(doubt.key) for doubt in find_number_doubts(documents)}
    assert "102-QĐ/TW khóa XII" in found


def test_a_fact_never_rests_on_a_conclusion_alone() -> None:
    facts = [link for link in load_register().tables.relations if link.basis.is_fact]
    assert all(link.row.source for link in facts)
    assert Counter(link.basis for link in load_register().tables.relations)[Basis.INFERRED] >= 30


def test_what_rests_on_untraced_sources_alone_stays_visible() -> None:
    untraced = [d for d in load_register().tables.documents if d.row.is_untraced]
    assert len(untraced) >= 30
    assert all(d.row.source for d in load_register().tables.documents)


@pytest.mark.parametrize(
    ("symbol", "term", "date_", "issuer"),
    [
        ("10-CT/TW", "X", "2007-03-30", "Ban Bí thư"),
        ("10-CT/TW", "XI", "2011-12-05", "Bộ Chính trị"),
        ("12-HD/BTCTW", "XII", "2018-07-06", "Ban Tổ chức Trung ương"),
        ("37-QĐ/TW", "XIII", "2021-10-25", "Ban Chấp hành Trung ương Đảng"),
        ("05-CT/TW", "XII", "2016-05-15", "Bộ Chính trị"),
        ("01-KL/TW", "XIII", "2021-05-18", "Bộ Chính trị"),
        ("08-QĐi/TW", "XII", "2018-10-25", "Ban Chấp hành Trung ương Đảng"),
        ("04-NQ/TW", "XII", "2016-10-30", "Ban Chấp hành Trung ương Đảng"),
    ],
)
def test_the_documents_of_the_first_article_are_right(
    symbol: str, term: str, date_: str, issuer: str
) -> None:
    found = load_register().document(symbol, term)
    assert found is not None
    assert found.date is not None
    assert (found.date.iso, found.issuers) == (date_, (issuer,))


def test_issuers_and_organs_have_canonical_names() -> None:
    register = load_register()
    names = {issuer for document in register.tables.documents for issuer in document.issuers}
    assert {name for name in names if register.organ(name) is None} == set()


def test_officials_of_one_seat_do_not_overlap() -> None:
    register = load_register()
    for organ, post in (("Chính phủ", "Thủ tướng"), ("Quốc hội", "Chủ tịch")):
        held = [o for o in register.officials(organ, post) if o.start and o.end]
        for one, other in pairwise(held):
            assert one.end is not None
            assert other.start is not None
            assert one.end.first <= other.start.first


def test_a_replaced_document_is_replaced_on_the_day_and_not_before() -> None:
    register = load_register()
    key = DocumentKey("37-QĐ/TW", "XIII")
    assert register.replacement(key, date(2022, 9, 28)) is None
    link = register.replacement(key, date(2026, 7, 26))
    assert link is not None
    assert (link.relation, str(link.document)) == (Relation.SUPERSEDES, "207-QĐ/TW khóa XIV")


def test_provinces_are_the_34_of_2025() -> None:
    provinces = load_register().tables.provinces
    assert len({(row.successor_kind, row.successor) for row in provinces}) == 34
    assert ("thành phố", "Hồ Chí Minh") in {(r.successor_kind, r.successor) for r in provinces}


# --- laws ----------------------------------------------------------------------------------------

REGISTER = load_register()
LAWS = REGISTER.tables.laws


def test_every_registered_law_is_read_under_each_of_its_names() -> None:
    for name in sorted({name for law in LAWS for name in (law.name, *law.aliases)}):
        found = read_statements(f"UBND xã Bình Lâm thực hiện {name} trên địa bàn.").documents
        assert [document.mention for document in found] == [name]


@pytest.mark.parametrize(
    ("symbol", "replaced", "on"),
    [
        ("45/2013/QH13", "13/2003/QH11", "2014-07-01"),
        ("72/2025/QH15", "65/2025/QH15", "2025-06-16"),
        ("65/2025/QH15", "77/2015/QH13", "2025-03-01"),
        ("84/2025/QH15", "11/2022/QH15", "2025-07-01"),
    ],
)
def test_a_law_replaces_the_one_before_from_the_day_it_comes_into_force(
    symbol: str, replaced: str, on: str
) -> None:
    (law,), (old,) = REGISTER.laws_signed(symbol), REGISTER.laws_signed(replaced)
    assert REGISTER.law_replaced_by(law) is old
    assert REGISTER.law_replacing(old) is law
    assert law.in_force_from
    assert law.in_force_from.iso == on


def test_the_number_of_a_law_fits_its_year_and_it_is_in_force_after_it_is_passed() -> None:
    for law in LAWS:
        signature = parse_signature(law.symbol)
        assert signature is None or signature.year == law.year
        assert law.date
        assert law.date.year == law.year
        assert law.in_force_from is None or law.date.iso <= law.in_force_from.iso
