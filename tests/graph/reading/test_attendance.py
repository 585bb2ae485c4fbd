from dataclasses import replace

import pytest

from canbo.graph.reading.attendance import add_attendees
from canbo.graph.reading.model import Event, PersonMention, Span
from canbo.graph.reading.reader import read_statements
from canbo.graph.reading.text import View

CONGRESS = Event("Đại hội", "Chi bộ", (Span(0, 7),), rule="congress")
SESSION = Event("Kỳ họp", "HĐND", (Span(0, 7),), rule="session")
PEOPLE = ("Hồ Văn Minh", "Mai Thị Lan")


def attend(text: str, *events: Event) -> list[tuple[str, ...]]:
    """Return who attends each of *events*, all first mentioned where *text* begins."""
    persons = [
        PersonMention(Span(place, place + len(name)), name)
        for name in PEOPLE
        if (place := text.find(name)) >= 0
    ]
    return [event.attendees for event in add_attendees(View.of(text), events, persons)]


@pytest.mark.parametrize(
    "words",
    [
        "Tham dự có các đồng chí: Hồ Văn Minh, Chủ tịch UBND Quận 19; Mai Thị Lan.",
        "Dự đại hội có ông Hồ Văn Minh và bà Mai Thị Lan.",
        "Đến dự và chỉ đạo đại hội có đồng chí Hồ Văn Minh; cùng dự có Mai Thị Lan.",
        "Về dự Đại hội có: Hồ Văn Minh, Mai Thị Lan.",
        "Đại biểu tới dự gồm Hồ Văn Minh, Mai Thị Lan.",
    ],
)
def test_those_attend_who_are_listed_behind_words_that_say_so(words: str) -> None:
    assert attend(f"Đại hội Chi bộ. {words}", CONGRESS) == [PEOPLE]


@pytest.mark.parametrize(
    "words",
    [
        "Hồ Văn Minh phát biểu. Mai Thị Lan nói.",
        "Dự hội nghị có ông Hồ Văn Minh và bà Mai Thị Lan.",
        "Dự án có Hồ Văn Minh làm chủ.",
    ],
)
def test_a_name_elsewhere_or_at_another_meeting_proves_nothing(words: str) -> None:
    assert attend(f"Đại hội Chi bộ. {words}", CONGRESS) == [()]


def test_the_list_ends_with_its_sentence() -> None:
    text = "Đại hội Chi bộ. Tham dự có ông Hồ Văn Minh. Bà Mai Thị Lan vắng mặt."
    assert attend(text, CONGRESS) == [("Hồ Văn Minh",)]


def test_of_two_meetings_the_words_or_the_place_say_which() -> None:
    text = "Đại hội. Kỳ họp. Dự họp có Hồ Văn Minh. Dự đại hội có Mai Thị Lan."
    later = replace(SESSION, spans=(Span(9, 15),))
    assert attend(text, CONGRESS, later) == [("Mai Thị Lan",), ("Hồ Văn Minh",)]
    unnamed = "Đại hội. Kỳ họp. Tham dự có Hồ Văn Minh."
    assert attend(unnamed, CONGRESS, later) == [(), ("Hồ Văn Minh",)]


def test_before_any_meeting_is_named_nobody_attends_it() -> None:
    text = "Tham dự có Hồ Văn Minh. Sau đó Đại hội Chi bộ họp."
    assert attend(text, replace(CONGRESS, spans=(Span(31, 38),))) == [()]


def test_without_a_meeting_there_is_nothing_to_attend() -> None:
    assert attend("Tham dự có Hồ Văn Minh.") == []


def test_a_whole_text_says_who_was_there() -> None:
    reading = read_statements(
        "Ngày 28/9/2022, Chi bộ Văn phòng UBND Quận 19 tổ chức Đại hội lần thứ VII. Tham dự có các "
        "đồng chí: Hồ Văn Minh, Chủ tịch UBND Quận 19; Mai Thị Lan, Phó Chủ tịch UBND Quận 19."
    )
    assert [event.attendees for event in reading.events] == [PEOPLE]
