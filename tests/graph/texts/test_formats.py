from string import printable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from canbo.errors import UnreadableTextError
from canbo.graph.texts.formats import (
    MAX_CHARACTERS,
    decode,
    iso_date,
    read_plain,
    refuse_binary,
    require_text,
    tidy,
    web_address,
)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfA", "A"),
        (b"A\r\nB\rC\n", "A\r\nB\rC\n"),
        ("Mai Thị\u00a0 Hồng Hoa".encode(), "Mai Thị\u00a0 Hồng Hoa"),
        ("U\u0309y".encode(), "U\u0309y"),
    ],
)
def test_plain_text_is_kept_as_given(data: bytes, text: str) -> None:
    assert read_plain(data).text == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("Đảng ủy".encode("utf-16"), "is not UTF-8 and looks like UTF-16; save it as UTF-8"),
        (b"A\n\xc3", "is not UTF-8 (byte 2, line 2)"),
        (b"\x89PNG\r\n\x1a\n", "is a binary file (a PNG picture); give the text"),
        (bytes(range(256)), "is a binary file; give the text it was made from"),
        (b"\x7fELF\x02\x01\x01\0\0\0", "is a binary file"),
    ],
)
def test_what_is_no_utf8_says_what_it_is(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableTextError) as problem:
        decode(data)
    assert str(problem.value).startswith(message)


def test_a_rare_control_byte_makes_no_binary() -> None:
    refuse_binary(b"\x01" + b"a" * 1000)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "holds no text"),
        (" \n\t\u00a0", "holds no text"),
        ("a\0b", "holds half a character or a NUL"),
        ("a\ud800", "holds half a character or a NUL"),
        ("a" * (MAX_CHARACTERS + 1), "is too long: one text may have 5,000,000 characters"),
        ("®¶ng cña ng­êi, c¸c", "is typed in TCVN3 (ABC) letters, not in Unicode"),
    ],
)
def test_text_that_cannot_be_cited_is_refused(text: str, reason: str) -> None:
    with pytest.raises(UnreadableTextError) as problem:
        require_text(text)
    assert problem.value.reason == reason


def test_the_longest_text_is_still_read() -> None:
    assert require_text("a" * MAX_CHARACTERS)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2022-09-28", "2022-09-28"),
        (" 2022-09 ", "2022-09"),
        ("2022", "2022"),
        ("2022-09-28T07:30:00Z", "2022-09-28"),
        ("2022-09-28 07:30", "2022-09-28"),
        ("2022-13", None),
        ("2022-02-30", None),
        ("0000", None),
        ("٢٠٢٢", None),
        ("28/9/2022", None),
        ("", None),
    ],
)
def test_dates_are_iso_dates_in_full_or_in_part(written: str, day: str | None) -> None:
    assert iso_date(written) == day


@pytest.mark.parametrize(
    "written",
    [
        "https://example.org",
        "http://example.org:8080/tin/?p=1&c=a%20b#x",
        "https://example.org/tin/Đảng-ủy",
        "https://example.org/portal/2024-5-17/DE-CUONG-CAhvbq96.aspx",
    ],
)
def test_a_web_address_is_kept(written: str) -> None:
    assert web_address(f" {written}\n") == written


@pytest.mark.parametrize(
    "written",
    ["", "example.org", "file:///etc", "https://", "https://a b", "https://a/%zz", "https://[::1",
     "https://a:x/", 'https://a/"', "https://a/#b#c"],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(written: str) -> None:
    assert web_address(written) is None


@given(st.text(st.sampled_from(printable + "Đả\u00a0\ue000\U0001f600\ufffe"), max_size=12))
def test_every_web_address_can_be_an_iri(rest: str) -> None:
    address = web_address(f"https://example.org/{rest}")
    assert address is None or NamedNode(address).value == address


@pytest.mark.parametrize(
    ("written", "tidied"),
    [(" Tin \n mới ", "Tin mới"), ("U\u0309y", "\u1ee6y"), (" ", None), ("", None), (None, None)],
)
def test_titles_are_tidied(written: str | None, tidied: str | None) -> None:
    assert tidy(written) == tidied
