from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canbo.errors import UnreadableTextError
from canbo.graph.texts.html import decode_page, read_html

PAGE = (Path(__file__).parent / "data" / "pages" / "district.html").read_bytes()

TEXT = """\
Chi bộ Trường Hoa Sen đại hội

Chi bộ Trường Mầm non Hoa Sen mở Đại hội lần thứ II ngày 28/9/2022.
Dự có các đồng chí:

- Trần Thị Ánh, Bí thư Đảng ủy phường 99;
- Lê Văn Tám, Phó Chủ tịch UBND phường 99.

Họ tên\tChức vụ
Ngô Văn Chín\tTrưởng Phòng

Kết quả

Đại hội bầu bà Ánh Nguyệt làm Bí thư Chi bộ.

Ủy ban nhân dân phường chúc mừng đại hội."""

SENTENCE = "Ngày 28/9/2022, ông Lê Văn Tám, Phó Chủ tịch UBND phường 99, dự đại hội Chi bộ."


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


def test_the_main_text_keeps_its_paragraphs_lists_and_rows() -> None:
    assert read_html(PAGE).text == TEXT


def test_menus_columns_footers_comments_and_scripts_state_nothing() -> None:
    assert "Đỗ Văn" not in read_html(PAGE).text
    assert "Phạm Văn Mã" not in read_html(PAGE).text


def test_what_the_page_says_about_itself_is_kept() -> None:
    found = read_html(PAGE)
    assert found.title == "Chi bộ Trường Hoa Sen đại hội"
    assert found.published == "2022-09-29"
    assert found.url == "https://example.org/tin/hoa-sen.html"
    assert found.publisher == "Trang tin Quận 99"


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav><a href='/'>Ông Đỗ Văn A làm Chủ tịch</a></nav>",
        "<div class='menu'><p>Ông Đỗ Văn A làm Chủ tịch UBND phường từ ngày hôm nay.</p></div>",
        "<ul id='main-menu'><li>Ông Đỗ Văn A làm Chủ tịch</li></ul>",
        "<div role='navigation'><p>Ông Đỗ Văn A làm Chủ tịch UBND phường.</p></div>",
        "<footer><p>Ông Đỗ Văn A, Trưởng Ban Biên tập, chịu trách nhiệm nội dung.</p></footer>",
        "<section class='box footer'><p>Ông Đỗ Văn A, Trưởng Ban Biên tập.</p></section>",
        "<header><p>Ông Đỗ Văn A là Chủ tịch UBND phường</p></header>",
    ],
)
def test_each_kind_of_furniture_is_left_out(furniture: str) -> None:
    assert read_html(page(f"{furniture}<div><p>{SENTENCE}</p></div>")).text == SENTENCE
    assert read_html(page(f"<div><p>{SENTENCE}</p></div>{furniture}")).text == SENTENCE


def test_a_frame_around_the_article_is_not_furniture() -> None:
    framed = f"<div class='menu'><article><p>{SENTENCE}</p></article></div>"
    assert read_html(page(framed)).text == SENTENCE


def test_no_day_is_guessed_from_the_text() -> None:
    assert read_html(page(f"<p>{SENTENCE}</p>")).published is None


def test_a_headline_that_the_text_begins_with_is_not_repeated() -> None:
    body = f"<article><h1>Tin vắn</h1><p>{SENTENCE}</p><p>{SENTENCE} Hết.</p></article>"
    assert read_html(page(body)).text.count("Tin vắn") == 1


def test_of_several_headlines_none_is_put_before_the_text() -> None:
    assert read_html(page(f"<h1>A</h1><h1>B</h1><p>{SENTENCE}</p>")).text == SENTENCE


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://example.org/tin/1", "https://example.org/tin/1"),
        ("https://example.org/", None),
        ("https://example.org", None),
        ("javascript:alert(1)", None),
    ],
)
def test_the_front_page_of_a_site_is_no_address_of_an_article(
    address: str, kept: str | None
) -> None:
    head = f"<link rel='canonical' href='{address}'>"
    assert read_html(page(f"<p>{SENTENCE}</p>", head)).url == kept


def test_a_page_may_declare_its_encoding() -> None:
    html = "<meta charset='windows-1258'><p>Ông Tám là Phó Bí thư</p>"
    assert decode_page(html.encode("cp1258")) == html


@pytest.mark.parametrize("declared", ["windows-1252", "no-such-code", "utf-16"])
def test_utf8_wins_over_what_is_declared(declared: str) -> None:
    html = f"<meta charset='{declared}'><p>Ủy ban</p>"
    assert decode_page(html.encode()) == html


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (page(""), "is a web page without text"),
        (page("<nav><a href='/'>Trang chủ</a></nav>"), "is a web page without text"),
        (page("<script>var a = 'Ông A';</script>"), "is a web page without text"),
        (b"", "is a web page without text"),
        (b"<p>\xe1\xba</p>", "is not UTF-8 (byte 3, line 1)"),
        (b"<meta charset=ascii><p>\xe1\xba</p>", "is not UTF-8 (byte 23, line 1)"),
        (b"%PDF-1.4", "is a binary file (a PDF document)"),
        (b"\x89PNG<meta charset=ascii>\xff", "is a binary file (a PNG picture)"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableTextError) as problem:
        read_html(data)
    assert problem.value.reason.startswith(reason)


@given(st.binary(max_size=200) | st.text(alphabet="<>/abp hdiv='1", max_size=200).map(str.encode))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    try:
        assert read_html(data).text
    except UnreadableTextError as problem:
        assert "\n" not in str(problem)  # noqa: PT017 - either outcome is right
