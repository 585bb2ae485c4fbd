"""PDF files are written here by hand, so that it is known where each line stands."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canbo.errors import UnreadableTextError
from canbo.graph.texts.pdf import read_pdf
from canbo.graph.texts.sources import Skipped, Source, read_sources

Printed: TypeAlias = tuple[float, float, str]
"""Where a line begins (points from the left and from the foot) and its words."""

SIZE = 10
"""Height of the letters in points; each is half as wide."""

FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H"
    b" /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>"
)
LETTERS = (
    b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /DW 500 /CIDToGIDMap /Identity"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
)


def to_unicode() -> bytes:
    ranges = b"".join(b"<%02X00> <%02XFF> <%02X00>\n" % (high, high, high) for high in range(100))
    return (
        b"/CIDInit /ProcSet findresource begin begincmap /CMapType 2 def\n"
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        b"100 beginbfrange\n" + ranges + b"endbfrange endcmap"
    )


def stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def show(line: Printed) -> bytes:
    left, up, text = line
    words = text.encode("utf-16-be").hex().encode()
    return b"BT /F %d Tf %.2f %.2f Td <%s> Tj ET\n" % (SIZE, left, up, words)


def write_pdf(
    pages: Sequence[Sequence[Printed]], *, title: str = "", locked: bool = False
) -> bytes:
    """Return a PDF document that prints each line where it says."""
    first = 7
    kids = b" ".join(b"%d 0 R" % (first + 2 * number) for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        FONT,
        LETTERS,
        stream(to_unicode()),
        b"<< /Title <FEFF%s> >>" % title.encode("utf-16-be").hex().encode(),
    ]
    for number, page in enumerate(pages):
        content = first + 2 * number + 1
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R"
            b" /Resources << /Font << /F 3 0 R >> >> >>" % content
        )
        objects.append(stream(b"".join(map(show, page))))
    key = b"<%s>" % (b"00" * 32)
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O %s /U %s >>" % (key, key)
    return assemble(objects, lock + b" /ID [<00> <00>]" if locked else b"")


def assemble(objects: Sequence[bytes], extra: bytes) -> bytes:
    written = b"%PDF-1.7\n"
    places: list[int] = []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        written
        + b"xref\n0 %d\n0000000000 65535 f \n" % size
        + table
        + b"trailer << /Size %d /Root 1 0 R /Info 6 0 R %s >>\n" % (size, extra)
        + b"startxref\n%d\n%%%%EOF\n" % len(written)
    )


def column(*lines: str, top: float = 700, left: float = 60) -> list[Printed]:
    """Return *lines* under each other, 14 points apart."""
    return [(left, top - 14 * number, line) for number, line in enumerate(lines)]


def read(*pages: Sequence[Printed]) -> list[str]:
    return read_pdf(write_pdf(pages)).text.split("\n\n")


def test_lines_of_a_paragraph_are_joined_and_a_short_line_ends_it() -> None:
    page = column(
        "Đại hội Chi bộ Trường Mầm non Hoa Sen bầu bà Trần Thị",
        "Ánh Nguyệt làm Bí thư Chi bộ.",
        "Ông Lê Văn Tám, Phó Chủ tịch UBND phường, dự đại hội.",
    )
    assert read(page) == [
        "Đại hội Chi bộ Trường Mầm non Hoa Sen bầu bà Trần Thị Ánh Nguyệt làm Bí thư Chi bộ.",
        "Ông Lê Văn Tám, Phó Chủ tịch UBND phường, dự đại hội.",
    ]


def test_a_hyphen_at_the_end_of_a_line_stays_and_nothing_is_put_after_it() -> None:
    page = column("Chi bộ thực hiện tốt Chỉ thị số 05-", "CT/TW của Bộ Chính trị về học tập.")
    assert read(page) == ["Chi bộ thực hiện tốt Chỉ thị số 05-CT/TW của Bộ Chính trị về học tập."]


def test_a_gap_between_lines_ends_a_paragraph() -> None:
    page = column("Quyết định này có hiệu lực kể từ") + column(
        "ngày ký và thay các văn bản cũ", top=660
    )
    assert read(page) == ["Quyết định này có hiệu lực kể từ", "ngày ký và thay các văn bản cũ"]


def test_an_indent_begins_a_paragraph() -> None:
    full = "Ban Chấp hành gồm mười lăm đồng chí, trong đó có ba đồng chí."
    page = [*column(full, full), (80, 672, "Đại hội bầu Ban Thường vụ.")]
    assert read(page) == [f"{full} {full}", "Đại hội bầu Ban Thường vụ."]


def test_cells_of_a_table_row_are_parted_by_tabs() -> None:
    page = [(60.0, 700.0, "Lê Văn Tám"), (250.0, 700.0, "Bí thư"), (400.0, 700.0, "Phường 9")]
    assert read(page) == ["Lê Văn Tám\tBí thư\tPhường 9"]


def test_columns_are_read_one_after_the_other() -> None:
    left = column("Cột trái nói về đại hội của", "chi bộ khu phố Một.")
    right = column("Cột phải nói về đại hội của", "chi bộ khu phố Hai.", left=320)
    assert read([*left, *right]) == [
        "Cột trái nói về đại hội của chi bộ khu phố Một.",
        "Cột phải nói về đại hội của chi bộ khu phố Hai.",
    ]


def test_heads_feet_and_page_numbers_are_left_out() -> None:
    pages = [
        [
            (60.0, 780.0, f"Bản tin nội bộ số 12, trang {number}"),
            *column(f"Tin thứ {name}."),
            (300.0, 20.0, str(number)),
        ]
        for number, name in enumerate(("nhất", "nhì", "ba", "tư"), start=1)
    ]
    assert read(*pages) == ["Tin thứ nhất.", "Tin thứ nhì.", "Tin thứ ba.", "Tin thứ tư."]


def test_what_stands_on_two_pages_only_is_kept() -> None:
    page = [*column("Nghị quyết này gửi các chi bộ."), (60.0, 20.0, "Nơi nhận: như trên.")]
    assert read(page, page) == ["Nghị quyết này gửi các chi bộ.", "Nơi nhận: như trên."] * 2


@pytest.mark.parametrize("written", ["2", "- 2 -", "Trang 2/2", "02"])
def test_the_number_of_a_page_is_left_out_even_of_two(written: str) -> None:
    second = [*column("Hết."), (300.0, 20.0, written)]
    assert read(column("Một."), second) == ["Một.", "Hết."]


def test_a_paragraph_goes_on_over_a_page() -> None:
    first = column(
        "Hội đồng nhân dân quận họp kỳ thứ mười, bầu ông Nguyễn Văn",
        "Bình làm Phó Chủ tịch UBND quận thay bà Lê Thị Cúc, bà Trần",
    )
    second = column("Thị Đào làm Trưởng Ban Pháp chế.")
    (whole,) = read(first, second)
    assert "bà Trần Thị Đào làm Trưởng Ban Pháp chế." in whole


def test_a_finished_sentence_does_not_go_on_over_a_page() -> None:
    first = column("Kỳ họp kết thúc vào lúc mười bảy giờ cùng ngày tại hội trường.")
    assert read(first, column("Chương trình.")) == [
        "Kỳ họp kết thúc vào lúc mười bảy giờ cùng ngày tại hội trường.",
        "Chương trình.",
    ]


def test_letters_with_combining_marks_come_out_as_one() -> None:
    assert read(column("Uy\u0309 ban")) == ["Uỷ ban"]


@pytest.mark.parametrize(
    ("title", "kept"),
    [("Nghị quyết Đại hội", "Nghị quyết Đại hội"), ("Microsoft Word - nq.doc", None), ("", None)],
)
def test_the_title_is_kept_unless_it_is_the_name_of_a_file(title: str, kept: str | None) -> None:
    assert read_pdf(write_pdf([column("Một.")], title=title)).title == kept


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (write_pdf([[]]), "is a PDF document without a text layer (a scan)"),
        (write_pdf([column("Mật.")], locked=True), "is a PDF document locked with a password"),
        (b"%PDF-1.7\nnothing follows", "is a broken PDF document"),
        (write_pdf([]), "is a broken PDF document"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, reason: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableTextError) as problem:
        read_pdf(data)
    assert problem.value.reason == reason
    (tmp_path / "a.pdf").write_bytes(data)
    (skipped,) = read_sources([tmp_path])
    assert isinstance(skipped, Skipped)
    assert skipped.reason == reason


def test_a_pdf_becomes_a_source(tmp_path: Path) -> None:
    path = tmp_path / "a.PDF"
    path.write_bytes(write_pdf([column("Ông A.")], title="Thông báo"))
    (source,) = read_sources([path])
    assert isinstance(source, Source)
    assert (source.text, source.kind, source.title) == ("Ông A.", "pdf", "Thông báo")


@given(st.integers(0, 2000), st.binary(max_size=40))
def test_a_damaged_pdf_never_breaks_the_reader(place: int, damage: bytes) -> None:
    data = write_pdf([column("Ông A.", "Bà B.")])
    try:
        read_pdf(data[:place] + damage + data[place + len(damage) :])
    except UnreadableTextError as problem:
        assert problem.reason  # noqa: PT017 - either outcome is right, nothing else is
