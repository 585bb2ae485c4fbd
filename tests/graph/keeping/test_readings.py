from dataclasses import MISSING, fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canbo.graph.keeping.readings import decode_reading, encode_reading, key_reading, reader_version
from canbo.graph.reading.model import (
    Action,
    BodyMention,
    Change,
    Clue,
    Deed,
    Document,
    Event,
    Holding,
    Inference,
    PersonMention,
    Reading,
    Reform,
    Span,
    Status,
    Unread,
)

SPAN = Span(3, 9)
FULL = Reading(
    persons=(PersonMention(SPAN, "Lê Đức Thanh"),),
    bodies=(BodyMention(SPAN, "UBND Quận 1", (Inference("a", "b", Clue.SAME_LIST),)),),
    holdings=(
        Holding(
            "Lê Đức Thanh",
            "Chủ tịch",
            "UBND Quận 1",
            Status.ELECTED,
            (SPAN, Span(20, 30)),
            date="2022-09-28",
            inferred=(Inference("a", "b", Clue.GEOGRAPHY),),
        ),
    ),
    documents=(Document("Chỉ thị", "Chỉ thị số 10-CT/TW", (SPAN,), "10-CT/TW", plenum=4),),
    actions=(Action("UBND Quận 1", Deed.IMPLEMENTS, "10-CT/TW", (SPAN,), "r"),),
    events=(Event("Đại hội", "Chi bộ", (SPAN,), ordinal="VII"),),
    unread=(Unread(SPAN, "post", "no name"),),
    attested_on="2022-09",
    changes=(Change(Reform.MERGER, ("Sở Y tế",), ("Sở Nội vụ",), (SPAN,), "2025", is_done=True),),
)


@pytest.mark.parametrize("reading", [Reading(), FULL])
def test_what_is_written_is_what_is_read(reading: Reading) -> None:
    assert decode_reading(encode_reading(reading)) == reading


def test_a_reading_is_one_line() -> None:
    assert "\n" not in encode_reading(FULL)


def test_every_kind_of_statement_is_tried_above() -> None:
    empty = [field.name for field in fields(Reading) if not getattr(FULL, field.name)]
    assert empty == []
    assert all(field.default is not MISSING or field.default_factory for field in fields(Reading))


@given(st.from_type(Reading))
def test_any_reading_comes_back(reading: Reading) -> None:
    assert decode_reading(encode_reading(reading)) == reading


@pytest.mark.parametrize(
    ("text", "published"), [("Hòa.", "2022"), ("Hòa", "2022-01"), ("Hòa", None), ("Hoa", "2022")]
)
def test_another_text_or_date_is_another_key(text: str, published: str | None) -> None:
    assert key_reading("Hòa", "2022") != key_reading(text, published)


def test_composed_and_decomposed_letters_differ_since_places_are_counted_in_them() -> None:
    assert key_reading("Ho\u0300a", None) != key_reading("H\u00f2a", None)


def test_the_reader_is_known_by_its_code_and_tables() -> None:
    assert len(reader_version()) == 64
