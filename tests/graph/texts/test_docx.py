from io import BytesIO
from typing import Any, cast
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st

from canbo.errors import UnreadableTextError
from canbo.graph.texts.docx import MAX_UNPACKED_BYTES, read_docx

WORD = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def saved(document: Any) -> bytes:  # noqa: ANN401 - untyped library
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def written(*paragraphs: str, title: str = "") -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.core_properties.title = title
    return saved(document)


def from_xml(*elements: str) -> str:
    """Return what is read of a document whose body has *elements*."""
    document = docx.Document()
    body = cast(Any, document.element).body
    for position, element in enumerate(elements):
        body.insert(position, parse_xml(element.replace(">", f" {WORD}>", 1)))
    return read_docx(saved(document)).text


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_paragraphs_and_tables_come_in_the_order_of_the_document() -> None:
    document = docx.Document()
    document.add_paragraph("Danh sách")
    table = document.add_table(rows=2, cols=2)
    for row, words in zip(
        table.rows, (("Lê Văn Tám", "Bí thư"), ("Ngô Văn Chín", "")), strict=True
    ):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    document.add_paragraph("")
    document.add_paragraph("Nơi nhận:\n- như trên")
    assert read_docx(saved(document)).text == (
        "Danh sách\n\nLê Văn Tám\tBí thư\nNgô Văn Chín\n\nNơi nhận:\n- như trên"
    )


def test_a_table_that_lays_out_the_page_is_read_cell_after_cell() -> None:
    document = docx.Document()
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    left.text, right.text = "ĐẢNG BỘ QUẬN 99", "ĐẢNG CỘNG SẢN VIỆT NAM"
    left.add_paragraph("Số 12-QĐ/QU")
    assert read_docx(saved(document)).text == (
        "ĐẢNG BỘ QUẬN 99\n\nSố 12-QĐ/QU\n\nĐẢNG CỘNG SẢN VIỆT NAM"
    )


def test_a_table_in_a_cell_belongs_to_the_cell() -> None:
    document = docx.Document()
    cell = document.add_table(rows=1, cols=1).rows[0].cells[0]
    cell.text = "Trên"
    cell.add_table(rows=1, cols=1).rows[0].cells[0].text = "Dưới"
    assert read_docx(saved(document)).text == "Trên\n\nDưới"


def test_the_title_is_the_one_in_the_properties() -> None:
    assert read_docx(written("Một.", title="Nghị  quyết")).title == "Nghị quyết"
    assert read_docx(written("Một.")).title is None


def paragraph(*pieces: str) -> str:
    return f"<w:p>{''.join(pieces)}</w:p>"


PIECES = {
    "inserted": (paragraph(f"<w:ins>{run('Ông ')}</w:ins>", run("Tám")), "Ông Tám"),
    "deleted": (paragraph(run("Ông"), "<w:del><w:r><w:delText>A</w:delText></w:r></w:del>"), "Ông"),
    "moved away": (paragraph(run("Ông"), f"<w:moveFrom>{run('A')}</w:moveFrom>"), "Ông"),
    "link": (paragraph(f"<w:hyperlink>{run('Chỉ thị 05')}</w:hyperlink>"), "Chỉ thị 05"),
    "control": (
        f"<w:sdt><w:sdtContent>{paragraph(run('Trong ô'))}</w:sdtContent></w:sdt>",
        "Trong ô",
    ),
    "tab stops": (
        paragraph(
            "<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>", run("A"), "<w:r><w:tab/></w:r>", run("B")
        ),
        "A\tB",
    ),
    "hyphen": (paragraph(run("05"), "<w:r><w:noBreakHyphen/></w:r>", run("CT/TW")), "05-CT/TW"),
    "combining": (paragraph(run("U"), run("\u0309y ban")), "\u1ee6y ban"),
    "two forms of one": (
        paragraph(
            "<mc:AlternateContent>",
            f"<mc:Choice>{run('Một')}</mc:Choice><mc:Fallback>{run('Hai')}</mc:Fallback>",
            "</mc:AlternateContent>",
        ),
        "Một",
    ),
    "box": (
        paragraph(
            run("Ngoài"),
            f"<w:r><w:txbxContent>{paragraph(run('Khung'))}</w:txbxContent></w:r>",
        ),
        "Khung\n\nNgoài",
    ),
}


@pytest.mark.parametrize(("element", "text"), PIECES.values(), ids=PIECES)
def test_each_piece_of_a_paragraph_is_read_or_left_out(element: str, text: str) -> None:
    assert from_xml(element) == text


def packed(**parts: bytes) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def test_a_document_that_unpacks_without_end_is_not_opened() -> None:
    data = packed(word=b"\0" * 1000)
    size = (1000).to_bytes(4, "little")
    swollen = data.replace(size, (MAX_UNPACKED_BYTES + 1).to_bytes(4, "little"))
    with pytest.raises(UnreadableTextError, match="is too long: one text may have 400,000,000"):
        read_docx(swollen)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (written(), "is a Word document without text"),
        (written("  "), "is a Word document without text"),
        (b"PK\x03\x04 cut off", "is a broken Word document"),
        (packed(nothing=b"here"), "is a broken Word document"),
        (b"plain text", "is a broken Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old or encrypted Office document"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableTextError) as problem:
        read_docx(data)
    assert problem.value.reason == reason


WHOLE = written("Ông A.", "Bà B.")


@given(st.integers(0, len(WHOLE)), st.binary(min_size=1, max_size=60))
def test_a_damaged_document_never_breaks_the_reader(place: int, damage: bytes) -> None:
    try:
        read_docx(WHOLE[:place] + damage + WHOLE[place + len(damage) :])
    except UnreadableTextError as problem:
        assert problem.reason  # noqa: PT017 - either outcome is right
