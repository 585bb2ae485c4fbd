import re
import string
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canbo.ontology.segments import (
    SLUG_LENGTH,
    body_segment,
    code_segment,
    digest,
    number_segment,
    slug,
)

CODE_SIGNS = string.ascii_letters + string.digits + "ĐđÐƯưƠ&-._~/ "


def read_back(segment: str) -> str:
    """Undo ``code_segment``, but for case and the two ways to write Đ."""
    if segment == "_":
        return ""
    told = re.sub(r"~([0-9a-f]+)~", lambda match: chr(0xE000 + int(match[1], 16)), segment)
    told = told.replace("dd", "đ").replace("_", "")
    return "".join(chr(ord(sign) - 0xE000) if ord(sign) >= 0xE000 else sign for sign in told)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Chủ tịch UBND Quận 1", "chu-tich-ubnd-quan-1"),
        ("Đảng ủy Phường 14, Quận 6", "dang-uy-phuong-14-quan-6"),
        ("  Uỷ   ban  ", "uy-ban"),
        ("Uỷ ban Kiểm tra – Đảng uỷ", "uy-ban-kiem-tra-dang-uy"),
        ("Lê Đức Thanh", "le-duc-thanh"),
        ("***", "x"),
        ("", "x"),
    ],
)
def test_a_slug_is_the_label_in_ascii(label: str, expected: str) -> None:
    assert slug(label) == expected


@given(st.text())
def test_a_slug_is_short_and_safe_in_an_iri(label: str) -> None:
    made = slug(label)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert len(made) <= SLUG_LENGTH


@given(st.lists(st.sampled_from(["ban", "bí thư", "Quận 1", "trung ương"]), min_size=20))
def test_a_long_slug_ends_with_a_whole_word(words: list[str]) -> None:
    whole = slug(words[0]) + "-" + "-".join(map(slug, words[1:]))
    made = slug(" ".join(words))
    assert whole.startswith(made)
    assert whole[len(made)] == "-"


def test_a_word_without_end_is_cut() -> None:
    assert slug("a" * 100) == "a" * SLUG_LENGTH


@given(st.text())
def test_slugs_of_slugs_are_themselves(label: str) -> None:
    assert slug(slug(label)) == slug(label)


@given(st.lists(st.text()), st.lists(st.text()))
def test_other_parts_make_another_digest(parts: list[str], others: list[str]) -> None:
    same = [normalize("NFC", p) for p in parts] == [normalize("NFC", o) for o in others]
    assert (digest(parts, 64) == digest(others, 64)) == same


def test_a_digest_is_as_long_as_asked() -> None:
    assert [len(digest(["x"], length)) for length in (8, 12, 16)] == [8, 12, 16]


@given(st.text(alphabet=CODE_SIGNS))
def test_a_code_can_be_read_back(code: str) -> None:
    written = normalize("NFC", code).replace("Ð", "Đ").lower()
    assert read_back(code_segment(code)) == written


@given(st.text(alphabet=CODE_SIGNS))
def test_a_code_is_ascii_without_slash(code: str) -> None:
    assert re.fullmatch(r"[a-z0-9~_-]+", code_segment(code))


@pytest.mark.parametrize(
    ("code", "other"),
    [("HD", "HĐ"), ("QĐ", "QĐi"), ("QĐ", "QĐNS"), ("QĐi", "QyĐ"), ("DD", "Đ"), ("ĐD", "DĐ")],
)
def test_codes_that_differ_never_meet(code: str, other: str) -> None:
    assert code_segment(code) != code_segment(other)


def test_the_icelandic_letter_is_our_letter() -> None:
    assert code_segment("QÐ") == code_segment("QĐ")


@pytest.mark.parametrize(
    ("number", "expected"), [("08", "8"), (8, "8"), ("00", "0"), ("12a", "12a")]
)
def test_a_number_has_no_leading_zero(number: str | int, expected: str) -> None:
    assert number_segment(number) == expected


def test_numbers_with_a_point_stay_apart() -> None:
    assert number_segment("66.1") != number_segment("661")


def test_a_body_is_a_code_or_a_name() -> None:
    assert body_segment("TW") == "tw"
    assert body_segment("Quận ủy  Quận 1").startswith("quan-uy-quan-1-")
    assert body_segment("Quận ủy Quận 1") != body_segment("Quân ủy Quận 1")
