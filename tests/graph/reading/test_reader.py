"""A text read whole: what must hold for any text, and the article and the gold cases."""

import json
import os
import time
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canbo.graph.reading.lexicon import load
from canbo.graph.reading.reader import read_statements
from canbo.graph.reading.record import record
from canbo.spelling import name_key

SHARED = Path(__file__).parents[3] / ".." / "shared"

PASSAGE = (
    "Ngày 28/9/2022, Đảng ủy phường An Phú tổ chức hội nghị. Dự có các đồng chí: Lê Văn Thúy, Phó"
    " Bí thư Quận ủy Quận 3, Chủ tịch UBND Quận 3; Bùi Thị Hòa, Ủy viên Ban Thường vụ Đảng ủy"
    " phường.\nHội nghị bầu đồng chí Trần Tiến Sĩ, Chủ tịch UBND phường, giữ chức Bí thư Đảng ủy"
    " phường nhiệm kỳ 2020-2025. Ông Sĩ từng là Trưởng Phòng GD-ĐT quận 3."
)


def holdings_of(text: str) -> list[tuple[object, ...]]:
    reading = read_statements(text)
    return [(h.person, h.post, h.org, h.status, h.date, h.term) for h in reading.holdings]


def old_tones(text: str) -> str:
    for new, old in (("úy", "uý"), ("òa", "oà"), ("ủy", "uỷ"), ("Ủy", "Uỷ")):
        text = text.replace(new, old)
    return text


@pytest.mark.parametrize(
    "spelled",
    [
        pytest.param(unicodedata.normalize("NFD", PASSAGE), id="decomposed"),
        pytest.param(old_tones(PASSAGE), id="old tone placement"),
        pytest.param(PASSAGE.replace(" ", "\u00a0"), id="non-breaking blanks"),
        pytest.param(PASSAGE.replace(" ", "  "), id="repeated blanks"),
        pytest.param(PASSAGE.replace("\n", "\r\n"), id="CRLF"),
        pytest.param(PASSAGE.replace("Đ", "Ð"), id="the Icelandic letter"),
        pytest.param("Trời nắng to, gió nhẹ.\n" + PASSAGE, id="an idle paragraph before"),
        pytest.param(PASSAGE + "\nTrời nắng to, gió nhẹ.", id="an idle paragraph behind"),
    ],
)
def test_spelling_changes_no_statement(spelled: str) -> None:
    assert holdings_of(spelled) == holdings_of(PASSAGE) != []


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_spans_point_at_the_words_of_the_given_text(form: str) -> None:
    text = unicodedata.normalize("NFC", PASSAGE)
    given_text = unicodedata.normalize("NFD", text) if form == "NFD" else text
    for holding in read_statements(given_text).holdings:
        quote = given_text[holding.spans[0].start : holding.spans[0].end]
        quote = unicodedata.normalize("NFC", quote)
        assert holding.person.split(" ")[-1] in quote
        assert holding.post.split(" ")[0].lower() in quote.lower()


def test_mentions_of_people_and_bodies_have_their_full_names() -> None:
    reading = read_statements(PASSAGE)
    people = {PASSAGE[p.span.start : p.span.end]: p.name for p in reading.persons}
    assert people["Sĩ"] == "Trần Tiến Sĩ"
    bodies = {PASSAGE[b.span.start : b.span.end]: b for b in reading.bodies}
    assert bodies["Đảng ủy phường"].name == "Đảng ủy phường An Phú"
    (said,) = bodies["Đảng ủy phường"].inferred
    assert str(said) == "Đảng ủy phường = Đảng ủy phường An Phú"
    assert bodies["UBND Quận 3"].inferred == ()


WORDS = [row["surface"] for table in ("posts", "bodies", "cues", "fields") for row in load(table)]
NAMES = [row["surname"] for row in load("surnames")] + [row["name"] for row in load("units")]
MARKS = [
    ", ",
    "; ",
    ". ",
    ": ",
    " (",
    ") ",
    " - ",
    "\n",
    " TP. ",
    " và ",
    " khóa XII ",
    "\u0301",
    "\x00",
]
PIECE = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS).map(str.capitalize),
    st.sampled_from(NAMES),
    st.sampled_from(MARKS),
    st.characters(),
)


@settings(max_examples=300)
@given(st.lists(PIECE, max_size=40), st.sampled_from(["", " "]))
def test_no_text_makes_it_raise_and_every_span_lies_inside(pieces: list[str], blank: str) -> None:
    text = blank.join(pieces)
    reading = read_statements(text)
    spans = [span for holding in reading.holdings for span in holding.spans]
    spans += [person.span for person in reading.persons]
    spans += [body.span for body in reading.bodies] + [one.span for one in reading.unread]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    json.dumps(record(reading))


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "Chủ tịch UBND tỉnh ",
        "Phó Bí thư Tỉnh ủy, ",
        "ông Nguyễn Văn An, Chủ tịch UBND xã Tân Lập, ",
        "được bầu làm Chủ tịch, ",
        "thay ông Nguyễn Văn An, ",
        "Ông Nguyễn Văn An là Giám đốc Sở.\n",
        "Nguyễn Văn ",
        "Trường Đại học ",
        "Sở ",
    ],
)
def test_the_time_grows_with_the_length_and_no_faster(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        read_statements(text)
        return time.process_time() - start

    seconds(1_000)
    short, long = seconds(40_000), seconds(160_000)
    assert long < 8 * short + 0.2


def _gold() -> list[dict[str, Any]]:
    path = SHARED / "gold" / "dev.jsonl"
    if not path.exists():
        if os.environ.get("CI") == "true":
            pytest.fail("the gold cases are not where CI has them")
        pytest.skip("the gold cases are not part of the repository")
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.mark.article
def test_the_article_gives_its_six_people_and_twelve_holdings() -> None:
    case = _gold()[0]
    reading = read_statements(str(case["text"]))
    found = {(h.person, h.post, h.org, h.status.value, h.date, h.term) for h in reading.holdings}
    keys = ("person", "post", "org", "status", "date", "term")
    assert found == {tuple(holding[key] for key in keys) for holding in case["holdings"]}
    assert len(found) == 12
    assert len({h.person for h in reading.holdings}) == 6


@pytest.mark.article
def test_the_development_cases_are_read() -> None:
    right = stated = expected = 0
    for case in _gold():
        published = case["published"]
        reading = read_statements(str(case["text"]), str(published) if published else None)
        found = {_key(h.person, h.post, h.org, h.status.value) for h in reading.holdings}
        keys = ("person", "post", "org", "status")
        gold = {_key(*(str(h[k]) for k in keys)) for h in case["holdings"]}
        right, stated, expected = (
            right + len(found & gold),
            stated + len(found),
            expected + len(gold),
        )
    assert 2 * right / (stated + expected) >= 0.95


def _key(*parts: str) -> tuple[str, ...]:
    return tuple(name_key(part) for part in parts)


def test_a_day_whose_year_nothing_gives_is_listed_as_unread() -> None:
    text = "Ngày 28/10, Chủ tịch UBND tỉnh Gia Lai Lê An dự họp."
    (unread,) = read_statements(text).unread
    assert (unread.kind, text[unread.span.start : unread.span.end]) == ("date", "28/10")
    assert read_statements(text, "2021-11-02").unread == ()
