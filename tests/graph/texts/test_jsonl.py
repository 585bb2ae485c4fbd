import json
import re
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canbo.errors import UnreadableTextError
from canbo.graph.texts.jsonl import MAX_LINE_BYTES, read_lines, read_record


def line(**record: object) -> bytes:
    return json.dumps({"id": "a", "text": "Ông A."} | record).encode()


def test_all_that_a_record_says_is_kept() -> None:
    found = read_record(
        line(
            published="2022-09-28T07:00:00+07:00",
            source_url="https://example.org/tin/1",
            title="Tin  vắn",
            publisher="Báo A",
            persons=["another key"],
        )
    )
    assert (found.id, found.text, found.published) == ("a", "Ông A.", "2022-09-28")
    assert (found.url, found.title, found.publisher) == (
        "https://example.org/tin/1",
        "Tin vắn",
        "Báo A",
    )


def test_the_text_of_a_record_is_kept_as_given() -> None:
    text = "\ufeff U\u0309y\r\nban\u00a0\t "
    assert read_record(line(text=text)).text == text


def test_what_is_null_or_empty_is_not_there() -> None:
    found = read_record(line(published=None, source_url="", title=None, publisher=" "))
    assert (found.published, found.url, found.title, found.publisher) == (None, None, None, None)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"{broken", "is not JSON (Expecting property name"),
        (b'{"id": ' + b"1" * 5000 + b"}", "is not JSON"),
        (b"[" * 100_000, "is nested too deep"),
        (b"[1]", "is no JSON object"),
        (b"null", "is no JSON object"),
        (b"\xff\xfe{\0}\0", "is not UTF-8 and looks like UTF-16"),
        (b'{"id": "\xe1"}', "is not UTF-8 (byte 8, line 1)"),
        (b'{"id": "a"}', 'has no "text"'),
        (b'{"text": "a"}', 'has no "id"'),
        (line(id=" "), 'has no "id"'),
        (line(id=3), 'its "id" is not text but 3'),
        (line(id="a\0"), "holds half a character or a NUL"),
        (line(text=["a"]), 'its "text" is not text but ["a"]'),
        (line(text="\ud83d"), "holds half a character or a NUL"),
        (line(text="\n"), 'has no "text"'),
        (line(title={}), 'its "title" is not text but {}'),
        (line(published=2022), 'its "published" is not text but 2022'),
        (line(published="28/9/2022"), "its \"published\" is no ISO date ('28/9/2022')"),
        (None, "is too long: one text may have 30,065,536 bytes on a line of JSON"),
    ],
)
def test_a_record_that_cannot_be_read_says_why(data: bytes | None, reason: str) -> None:
    with pytest.raises(UnreadableTextError, match="^" + re.escape(reason)):
        read_record(data)


@pytest.mark.parametrize("address", ["tin/1", "javascript:alert(1)", "no address <>"])
def test_what_is_no_web_address_does_not_cost_the_text(address: str) -> None:
    found = read_record(line(source_url=address))
    assert (found.text, found.url) == (read_record(line()).text, None)
    assert found.unused == f'its "source_url" is no web address ({address!r})'


def test_lines_are_numbered_from_one() -> None:
    assert list(read_lines(BytesIO(b"a\n\nb"))) == [(1, b"a\n"), (2, b"\n"), (3, b"b")]


def test_a_line_that_was_taken_already_comes_first() -> None:
    assert list(read_lines(BytesIO(b"b"), b"a\n")) == [(1, b"a\n"), (2, b"b")]


@pytest.mark.parametrize("end", [b"", b"\n"])
def test_a_line_too_long_to_hold_is_passed_over(end: bytes) -> None:
    long = b"x" * (MAX_LINE_BYTES + 3_000_000)
    stream = BytesIO(b"a\n" + long + end + (b"b\n" if end else b""))
    found = list(read_lines(stream))
    assert found == [(1, b"a\n"), (2, None), *([(3, b"b\n")] if end else [])]


@given(st.text(min_size=1).filter(lambda text: "\0" not in text and not text.isspace()))
def test_what_is_written_is_what_is_read(text: str) -> None:
    data = json.dumps({"id": "a", "text": text}, ensure_ascii=False).encode("utf-8", "replace")
    assert read_record(data).text == text.encode("utf-8", "replace").decode()


KEYS = st.sampled_from(["id", "text", "title"])
JSON = st.recursive(
    st.none() | st.text() | st.integers(),
    lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner),
)


@given(st.binary(max_size=60) | JSON.map(lambda value: json.dumps(value).encode()))
def test_no_line_breaks_the_reader(data: bytes) -> None:
    try:
        assert read_record(data).text
    except UnreadableTextError as problem:
        assert problem.hint  # noqa: PT017 - either outcome is right
