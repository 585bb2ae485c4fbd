from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canbo.graph.texts.paragraphs import (
    Line,
    drop_frames,
    ends_sentence,
    join,
    join_lines,
    merge_pieces,
)


def at(text: str, base: float, left: float = 60, width: float = 5) -> Line:
    return Line(text, left, left + width * len(text), base, 12)


def test_pieces_on_one_base_line_are_one_line() -> None:
    pieces = [at("Lê Văn", 700), at("Tám", 700.4, 95), at("Bí thư", 700, 300), at("Hai", 686)]
    assert [line.text for line in merge_pieces(pieces)] == ["Lê Văn Tám\tBí thư", "Hai"]


def test_a_piece_to_the_left_is_a_line_of_its_own() -> None:
    assert len(merge_pieces([at("Phải", 700, 300), at("Trái", 700)])) == 2


def test_of_three_pages_a_head_on_two_is_no_frame() -> None:
    pages = [[at("Bản tin", 780), at("Một", 700)], [at("Bản tin", 780)], [at("Ba", 690)]]
    assert drop_frames(pages) == pages


def test_a_frame_moves_with_no_page() -> None:
    pages = [[at("Điều 1", 700 - 9 * number), at("Hết", 60)] for number in range(4)]
    assert [[line.text for line in page] for page in drop_frames(pages)] == [["Điều 1"]] * 4


def test_an_item_of_a_list_begins_a_paragraph_after_a_finished_one() -> None:
    lines = ["Dự có các đồng chí trong cấp ủy:", "- Lê Văn Tám, Bí thư Chi bộ phường;"]
    assert join_lines([[at(lines[0], 700), at(lines[1], 686)]]) == lines


def test_pages_without_lines_are_passed_over() -> None:
    assert join_lines([[], [at("Một.", 700)], []]) == ["Một."]
    assert join_lines([]) == []


@pytest.mark.parametrize("text", ["Hết.", "Gồm:", "vậy ”.", "sao?”", "một;", "…", "(Hết.)  "])
def test_a_sentence_ends_with_its_mark(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["Lê Văn", "năm 2022,", "quận 1 –", ""])
def test_without_its_mark_a_sentence_goes_on(text: str) -> None:
    assert not ends_sentence(text)


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("05-", "CT/TW", "05-CT/TW"),
        ("2020 -", "2025", "2020 - 2025"),
        ("Phó -", "Chủ", "Phó - Chủ"),
        ("A-", "- B", "A- - B"),
    ],
)
def test_lines_are_joined_so_that_no_word_breaks(first: str, second: str, joined: str) -> None:
    assert join(first, second) == joined


WORDS = st.lists(st.text("abcđ", min_size=1, max_size=8), min_size=1, max_size=30)


@given(st.lists(WORDS, max_size=5), st.integers(12, 60))
def test_no_word_is_lost_broken_or_moved(paragraphs: list[list[str]], columns: int) -> None:
    lines: list[str] = []
    for words in paragraphs:
        lines += [""]
        for word in words:
            fits = len(lines[-1]) + len(word) < columns
            lines[-1:] = [f"{lines[-1]} {word}".strip()] if fits else [lines[-1], word]
    printed = [at(line, 700 - 14 * place) for place, line in enumerate(lines) if line]
    assert all(a.base > b.base for a, b in pairwise(printed))
    expected = [word for words in paragraphs for word in words]
    assert " ".join(join_lines([printed])).split() == expected
