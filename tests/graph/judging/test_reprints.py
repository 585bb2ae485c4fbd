"""Reprints are found by their words; texts that differ in whom they are about are not reprints."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canbo.graph.judging.reprints import Copy, find_reprints, sketch_text

LONG = " ".join(f"chữ{'abcdefgh'[n % 8]}{'klmnopqr'[n // 8]}" for n in range(60))
SHORT = "Ông An dự hội nghị"


def copy(source: str, day: str, text: str, *people: str) -> Copy:
    return sketch_text(source, day, text, people)


@pytest.mark.parametrize(
    ("one", "other", "is_reprint"),
    [
        (LONG, LONG, True),
        (LONG, LONG.upper() + ".", True),
        (LONG, LONG + " theo báo tỉnh", True),
        (LONG, LONG.replace("chữak ", ""), True),
        (LONG, " ".join(LONG.split()[:40]), False),
        (LONG, LONG[::-1], False),
        (LONG + " 5", LONG + " 6", False),
        (SHORT, SHORT, True),
        (SHORT, SHORT + " sáng nay", False),
        ("", "", False),
    ],
)
def test_a_text_is_a_reprint_by_its_words(one: str, other: str, *, is_reprint: bool) -> None:
    found = find_reprints([copy("b", "2020-01-02", other), copy("a", "2020-01-01", one)])
    assert found == ({"b": "a"} if is_reprint else {})


def test_one_form_about_two_people_is_two_texts() -> None:
    pair = [copy("a", "2020", LONG, "Lê An"), copy("b", "2021", LONG, "Lê Bình")]
    assert find_reprints(pair) == {}
    assert find_reprints([pair[0], copy("c", "", LONG, "Lê An", "Lê Bình")]) == {"c": "a"}


@given(st.permutations(range(12)))
def test_the_order_does_not_matter_and_the_first_published_is_the_original(
    order: list[int],
) -> None:
    texts = [LONG, LONG + " thêm", LONG[::-1]]
    copies = [copy(f"s{n:02}", f"2020-01-{n + 1:02}", texts[n % 3]) for n in order]
    found = find_reprints(copies)
    assert set(found.values()) == {"s00", "s02"}
    assert len(found) == 10
