"""Names, dates and signatures: how they are written, and when two spellings are one."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canbo.spelling import (
    PartialDate,
    System,
    fold,
    make_date,
    name_key,
    parse_date,
    parse_signature,
    place_tones,
    same_name,
    words,
)

VIETNAMESE = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạềếểễệỳýỷỹỵ OUYÀỦỶ'-–\u00a0")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Lê Đức Thanh", "le duc thanh"),
        ("ĐÀO  HỒNG\u00a0LAN", "dao hong lan"),
        ("\u00d0ắk Nông", "dak nong"),
        ("Ban Kinh tế – Xã hội", "ban kinh te - xa hoi"),
        ("“Y Thanh Hà Niê Kđăm”", '"y thanh ha nie kdam"'),
        ("", ""),
    ],
)
def test_folding_leaves_plain_lower_ascii(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_words_are_letters_and_digits_only() -> None:
    assert words("UBND Quận 1 (H'Mông)") == ("ubnd", "quan", "1", "h", "mong")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Uỷ ban", "Ủy ban"),
        ("UỶ BAN", "ỦY BAN"),
        ("hoà thuận", "hòa thuận"),
        ("khoẻ, thuỷ, tuỳ", "khỏe, thủy, tùy"),
        ("Hòang, tòan", "Hoàng, toàn"),
        ("qúy", "quý"),
        ("quý, quỹ, Quỳnh, toàn, hoài, thuyền", "quý, quỹ, Quỳnh, toàn, hoài, thuyền"),
    ],
)
def test_a_tone_has_one_place(old: str, new: str) -> None:
    assert place_tones(old) == new
    assert len(place_tones(old)) == len(old)


@given(VIETNAMESE)
def test_placing_tones_twice_changes_nothing_more(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert place_tones(place_tones(composed)) == place_tones(composed)


@given(VIETNAMESE)
def test_keys_do_not_depend_on_composition_or_case(text: str) -> None:
    assert name_key(unicodedata.normalize("NFD", text)) == name_key(text)
    assert name_key(text.upper()) == name_key(text)
    assert fold(name_key(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lê Đức Thanh", "LÊ ĐỨC  THANH"),
        ("Lê Đức Thanh", "ông Lê Đức Thanh"),
        ("Lê Đức Thanh", "Đ/c Lê Đức Thanh"),
        ("Nguyễn Văn Hoà", "Nguyễn Văn Hòa"),
        ("Nguyễn Văn Hòa", unicodedata.normalize("NFD", "Nguyễn Văn Hòa")),
        ("Đoàn Ngọc Hải", "Doan Ngoc Hai"),
        ("Lê Đức Thanh", "Thanh Le Duc"),
        ("Lê Đức Thanh", "Duc Thanh Le"),
        ("Tô Lâm", "Lam To"),
        ("PGS.TS. Nguyễn Tấn Phát", "Nguyễn Tấn Phát"),
        ("Đại tướng Đỗ Bá Tỵ", "đỗ bá tỵ"),
        ("Trần Quốc Hương (Mười Hương)", "Trần Quốc Hương"),
    ],
)
def test_spellings_of_one_name_are_the_same(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lê Văn Hùng", "Lê Văn Hưng"),
        ("Lê Văn Hung", "Lê Văn Hùng"),
        ("Nguyễn Văn An", "Nguyễn An"),
        ("Nguyễn Văn An", "Nguyễn An Văn"),
        ("Mai Hà", "Hà Mai"),
        ("Đỗ Mười", "Do Muoi Van"),
        ("Trần Lê", "Nguyễn Lê"),
        ("", ""),
        ("ông", "bà"),
    ],
)
def test_other_letters_tones_or_middle_names_make_another_name(one: str, other: str) -> None:
    assert not same_name(one, other)
    assert not same_name(other, one)


@given(st.text(max_size=40), st.text(max_size=40))
def test_sameness_is_mutual_and_never_fails(one: str, other: str) -> None:
    assert same_name(one, other) == same_name(other, one)


@pytest.mark.parametrize(
    ("text", "iso", "first", "last"),
    [
        ("28/9/2022", "2022-09-28", date(2022, 9, 28), date(2022, 9, 28)),
        ("ngày 28-9-2022", "2022-09-28", date(2022, 9, 28), date(2022, 9, 28)),
        ("ngày 05 tháng 02 năm 2026", "2026-02-05", date(2026, 2, 5), date(2026, 2, 5)),
        ("2022-09-28", "2022-09-28", date(2022, 9, 28), date(2022, 9, 28)),
        ("tháng 9/2022", "2022-09", date(2022, 9, 1), date(2022, 9, 30)),
        ("2024-02", "2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("Năm 2022", "2022", date(2022, 1, 1), date(2022, 12, 31)),
    ],
)
def test_a_date_covers_its_first_to_its_last_day(
    text: str, iso: str, first: date, last: date
) -> None:
    found = parse_date(text)
    assert found
    assert (found.iso, found.first, found.last) == (iso, first, last)


@pytest.mark.parametrize("text", ["31/2/2022", "2022-13", "28/9", "hôm qua", "", "0/0/2020"])
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    assert parse_date(text) is None


def test_dates_are_ordered_and_refuse_nonsense() -> None:
    assert PartialDate(2020, 1, 2) < PartialDate(2021, 1, 1)
    assert make_date(None) is None
    with pytest.raises(ValueError, match="month"):
        PartialDate(2020, 13)


@pytest.mark.parametrize(
    ("printed", "canonical", "written"),
    [
        ("10-CT/TW", "10-CT/TW", "10-CT/TW"),
        ("số 12 – KL / T.Ư", "12-KL/TW", "12-KL/T.Ư"),
        ("12-KL/TƯ", "12-KL/TW", "12-KL/TƯ"),
        ("45 QĐ/TWĐTN", "45-QĐ/TWĐTN", "45-QĐ/TWĐTN"),
        ("5-CT/TW", "05-CT/TW", "5-CT/TW"),
        ("10/CT-TW", "10-CT/TW", "10/CT-TW"),
        ("08-QĐI/TW", "08-QĐi/TW", "08-QĐI/TW"),
        ("259-QD/TW", "259-QĐ/TW", "259-QD/TW"),
        ("12-HD/BTCTW", "12-HD/BTCTW", "12-HD/BTCTW"),
        ("05-TB/BCĐTW", "05-TB/BCĐTW", "05-TB/BCĐTW"),
        ("26-KL/TUQN-TUĐN", "26-KL/TUQN-TUĐN", "26-KL/TUQN-TUĐN"),
        ("Số: 05/TB-UBND", "05/TB-UBND", "05/TB-UBND"),
        ("42/2022/NĐ-CP", "42/2022/NĐ-CP", "42/2022/NĐ-CP"),
        ("58/2016/QĐ-Ttg", "58/2016/QĐ-TTg", "58/2016/QĐ-Ttg"),
        ("20/2023/QH 15", "20/2023/QH15", "20/2023/QH15"),
        ("12/2010/TTLT/BTC-BNV", "12/2010/TTLT-BTC-BNV", "12/2010/TTLT/BTC-BNV"),
        ("15-QĐ/UBND", "15/QĐ-UBND", "15-QĐ/UBND"),
        ("05/BNV-VP", "05/BNV-VP", "05/BNV-VP"),
        ("12a-NQ/TW", "12a-NQ/TW", "12a-NQ/TW"),
    ],
)
def test_a_signature_has_a_canonical_form(printed: str, canonical: str, written: str) -> None:
    found = parse_signature(printed)
    assert found
    assert (str(found), found.written) == (canonical, written)


def test_a_signature_says_type_issuer_year_and_system() -> None:
    party, law = parse_signature("10-CT/TW"), parse_signature("20/2023/QH15")
    assert party
    assert law
    assert (party.type, party.issuer, party.year, party.system) == ("CT", "TW", None, System.PARTY)
    assert (law.type, law.issuer, law.year, law.system) == (None, "QH15", 2023, System.STATE)


def test_hd_is_not_hd_with_a_stroke() -> None:
    guide, contract = parse_signature("12-HD/BTCTW"), parse_signature("12-HĐ/BTCTW")
    assert guide
    assert contract
    assert guide.type != contract.type


@pytest.mark.parametrize("text", ["1-5", "10-CT", "QĐ/TW", "Chỉ thị", "", "10", "x" * 99])
def test_what_has_no_number_and_issuer_is_no_signature(text: str) -> None:
    assert parse_signature(text) is None


@given(
    st.integers(1, 99999),
    st.sampled_from(["CT", "NQ", "QĐ", "QĐi", "KL", "HD", "TTr", "CTr"]),
    st.sampled_from(["TW", "TU", "ĐU", "BTCTW", "UBKTTW"]),
)
def test_a_canonical_party_signature_is_read_as_itself(number: int, kind: str, issuer: str) -> None:
    printed = f"{number:02}-{kind}/{issuer}"
    assert str(parse_signature(printed)) == printed
