"""The text as the grammar reads it, and the way back."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canbo.graph.reading.text import View

ODD = st.text(
    alphabet="aàảbốĐÐđuỷhoà .,;!?…\n\r\t\u00a0\u2009\u200b\u0301\u0323\u00ad“”–123TPQ", max_size=120
)


def cut(text: str) -> list[str]:
    view = View.of(text)
    return [view.text[span.start : span.end] for span in view.sentences]


@pytest.mark.parametrize(
    ("given_text", "seen"),
    [
        ("Mai Thị\u00a0 Hồng Hoa", "Mai Thị Hồng Hoa"),
        ("\u00d0ắk Nông", "Đắk Nông"),
        ("Uỷ ban nhân dân Hoà Vang", "Ủy ban nhân dân Hòa Vang"),
        (unicodedata.normalize("NFD", "Ủy ban"), "Ủy ban"),
        ("Quận\u200b ủy", "Quận ủy"),
        ("một\r\nhai\rba\u2028bốn", "một \nhai\nba\nbốn"),
        ("10–CT/TW", "10–CT/TW"),
    ],
)
def test_the_view_has_one_spelling(given_text: str, seen: str) -> None:
    assert View.of(given_text).text == seen


def test_a_composed_text_keeps_its_offsets() -> None:
    view = View.of("Uỷ\u00a0ban")
    assert view.span(0, 6).start == 0
    assert view.given[view.span(3, 6).start : view.span(3, 6).end] == "ban"


@given(ODD)
def test_every_sentence_leads_back_to_its_words(text: str) -> None:
    view = View.of(text)
    for span in (*view.sentences, *view.paragraphs):
        back = view.span(span.start, span.end)
        assert View.of(view.given[back.start : back.end]).text.strip() == (
            view.text[span.start : span.end].strip()
        )
        assert view.locate(back) == span


@given(ODD)
def test_decomposing_a_text_changes_nothing_of_what_is_seen(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert View.of(unicodedata.normalize("NFD", composed)).text == View.of(composed).text


@given(ODD)
def test_sentences_cover_all_words_in_order(text: str) -> None:
    view = View.of(text)
    kept = "".join(view.text[s.start : s.end] for s in view.sentences)
    assert kept.split() == kept.split()
    assert "".join(kept.split()) == "".join(view.text.split())


@pytest.mark.parametrize(
    "text",
    [
        "Ông An ở TP. Hồ Chí Minh và Q. 1.",
        "Theo V. Toàn (VietNamNet)",
        "Sau ba năm, quỹ còn 1.234.567.890 đồng.",
        "Nghị quyết của T.Ư về xây dựng Đảng.",
        "ông Ng. V. A bị khởi tố.",
        "PGS.TS. Nguyễn Văn An phát biểu.",
        "1. Ông Lê Văn Bình, Chủ tịch UBND xã",
        "ngày 16.3 tại TP.HCM",
    ],
)
def test_a_point_in_an_abbreviation_or_number_ends_nothing(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ông An phát biểu. Bà Bình trả lời.", 2),
        ("Đại hội bầu ông An khóa X. Ông là kỹ sư.", 2),
        ("Theo Quy định số 08-QĐi/TW. Chi bộ thực hiện.", 2),
        ("Ông Dũng nói: “Tốt.” Bà Hoa đồng ý!", 2),
        ("nội dung trọng tâm;… triển khai tốt", 1),
        ("Dòng một\nDòng hai\n\n  \nDòng ba", 3),
        ("bầu ông Nguyễn Văn A. Ông là kỹ sư", 2),
    ],
)
def test_sentences_end_where_a_new_one_begins(text: str, count: int) -> None:
    assert len(cut(text)) == count


def test_a_place_is_in_its_sentence_and_paragraph() -> None:
    view = View.of("Câu một. Câu hai.\nCâu ba.")
    assert view.sentence_at(12) == view.sentences[1]
    assert view.paragraph_at(20) == view.paragraphs[1]
    assert View.of("").sentence_at(5).end == 0


@pytest.mark.parametrize(
    "unit", ["a\u0301", "\u0301\u0323", ".", ". ", "\n", "An. ", "TP.HCM ", "Ð"]
)
def test_a_megabyte_of_anything_is_seen_in_time(unit: str) -> None:
    start = time.perf_counter()
    View.of(unit * (1_000_000 // len(unit)))
    assert time.perf_counter() - start < 12
