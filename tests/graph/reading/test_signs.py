"""Signs: the places of a text where something may begin, found in one pass."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canbo.graph.reading.common_nouns import common_nouns
from canbo.graph.reading.page import Page
from canbo.graph.reading.reader import read_statements
from canbo.graph.reading.signs import Signs
from canbo.graph.reading.text import View


def look(text: str) -> tuple[Page, Signs]:
    page = Page.of(View.of(text))
    return page, Signs.of(page).with_names(page)


@pytest.mark.parametrize(
    ("text", "told", "bodies", "types"),
    [
        ("Bí thư Tỉnh ủy nói", [0], [7], []),
        ("ông được bổ nhiệm", [9], [], []),
        ("theo Nghị quyết số 5", [], [], [5]),
        ("bí thưa tỉnh ủyy", [], [], []),  # parts of words are none
        ("xbí thư", [], [], []),
        ("công ty ở tỉnh", [], [], []),  # a common noun in small letters
        ("Công ty ở tỉnh", [], [0], []),
        ("Ban Tổ chức Tỉnh ủy", [], [0, 12], []),
    ],
)
def test_signs_stand_where_words_of_the_lexicons_begin(
    text: str, told: list[int], bodies: list[int], types: list[int]
) -> None:
    _, signs = look(text)
    assert (signs.told, signs.bodies, signs.types) == (told, bodies, types)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("hôm qua trời mưa", ""),
        ("Nguyễn Văn An đi học", "name"),
        ("ông An đi học", "name"),
        ("Trời mưa. An đi học", ""),
        ("Microsoft Windows", ""),
        ("H’Hen Niê", "name"),
    ],
)
def test_a_name_may_stand_where_an_honorific_or_a_surname_is(text: str, sign: str) -> None:
    _, signs = look(text)
    assert signs.may_name(0, len(text)) is bool(sign)


@pytest.mark.parametrize("head", ["công ty", "trường", "bộ", "sở"])
def test_heads_that_are_common_nouns_in_small_letters(head: str) -> None:
    assert head in common_nouns()


@pytest.mark.parametrize("head", ["tỉnh ủy", "ubnd", "ngân hàng", "công an"])
def test_heads_that_may_be_names_in_small_letters(head: str) -> None:
    assert head not in common_nouns()


@given(st.lists(st.sampled_from(["Bí thư", "Sở Y tế", "ông", "An", "Lê Văn", "nói", ".", "\n"])))
def test_sentences_without_signs_change_nothing(words: list[str]) -> None:
    text = " ".join(words)
    plain = "\nhôm qua trời mưa rất to.\n"
    one, other = read_statements(text), read_statements(text + plain)
    assert one.holdings == other.holdings
    assert one.persons == other.persons
