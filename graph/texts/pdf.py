"""The text layer of a PDF document, its lines joined to paragraphs; pictures are not read."""

import re
from collections.abc import Iterator
from ctypes import c_double
from typing import Any, Final, cast
from unicodedata import normalize

import pypdfium2
from pypdfium2 import raw as untyped

from canbo.errors import UnreadableTextError
from canbo.graph.texts.formats import MAX_CHARACTERS, Extracted, refuse_length, tidy
from canbo.graph.texts.paragraphs import Line, join_lines

WIDE: Final = 1.5
"""A gap between two words of so many heights of the letters parts the cells of a table."""

raw: Final = cast(Any, untyped)

_SPACE: Final = 0x20
_HYPHENS: Final = {0x02: "-", 0xFFFE: "-"}  # how the library marks a hyphen at the end of a line


class _Text:
    """The characters of one page and where they stand; the library's types end here."""

    def __init__(self, page: Any) -> None:  # noqa: ANN401 - untyped library
        self._page: Any = page.get_textpage()
        self.length: int = cast(int, self._page.count_chars())

    def character(self, index: int) -> str:
        code = cast(int, raw.FPDFText_GetUnicode(self._page, index))
        if code == _SPACE and self._is_wide(index):
            return "\t"
        return _HYPHENS.get(code) or chr(code)

    def _is_wide(self, index: int) -> bool:
        """Whether the space at *index* stands for a gap as wide as one between columns."""
        made_up = raw.FPDFText_IsGenerated(self._page, index) == 1
        if not made_up or not 0 < index < self.length - 1:
            return False
        (_, bottom, before, top), (after, *_) = self.box(index - 1), self.box(index + 1)
        return after - before > WIDE * (top - bottom)

    def box(self, index: int) -> tuple[float, float, float, float]:
        """Return left, bottom, right and top of a character, in points, as its font has them."""
        found: tuple[float, float, float, float] = self._page.get_charbox(index, loose=True)
        return found

    def base(self, index: int) -> float:
        across, up = c_double(), c_double()
        raw.FPDFText_GetCharOrigin(self._page, index, across, up)
        return up.value

    def line(self, start: int, text: str) -> Line:
        """Return the line of which *text* are the characters from *start* on."""
        first = start + len(text) - len(text.lstrip())
        left, bottom, _, top = self.box(first)
        _, _, right, _ = self.box(start + len(text.rstrip()) - 1)
        shown = re.sub(r" *\t *", "\t", re.sub(r"[ \u00a0]+", " ", text)).strip()
        return Line(shown, left, right, self.base(first), top - bottom)

    def lines(self) -> Iterator[Line]:
        text = "".join(map(self.character, range(self.length))).replace("\0", "\ufffd")
        start = 0
        for piece in re.split("(\r\n|\r|\n)", text):
            if piece.strip():
                yield self.line(start, piece)
            start += len(piece)


def _explain(error: Any) -> UnreadableTextError:  # noqa: ANN401 - untyped library
    if error.err_code == raw.FPDF_ERR_PASSWORD:
        return UnreadableTextError(
            "is a PDF document locked with a password", "save a copy without the password"
        )
    return UnreadableTextError(
        "is a broken PDF document", "fetch it again, or save it anew from a viewer"
    )


def _pages(document: Any) -> Iterator[list[Line]]:  # noqa: ANN401 - untyped library
    length = 0
    for page in document:
        text = _Text(page)
        length += text.length
        refuse_length(length, MAX_CHARACTERS, "characters")
        yield list(text.lines())
        page.close()


def _title(document: Any) -> str | None:  # noqa: ANN401 - untyped library
    title = tidy(cast(str, document.get_metadata_value("Title")))
    is_file = title and re.search(r"^Microsoft Word|\.(docx?|pdf|odt|rtf)$", title, re.IGNORECASE)
    return None if is_file else title


def read_pdf(data: bytes) -> Extracted:
    """Return the text layer of a PDF document as paragraphs, and the title in its properties.

    Raise `UnreadableTextError` if it is broken, locked, too long, or has no text layer.
    """
    try:
        with pypdfium2.PdfDocument(data) as document:
            text = normalize("NFC", "\n\n".join(join_lines(_pages(document))))
            title = _title(document)
    except pypdfium2.PdfiumError as error:
        raise _explain(error) from error
    if not re.search(r"\w", text):
        raise UnreadableTextError(
            "is a PDF document without a text layer (a scan)", "run text recognition on it first"
        )
    return Extracted(text, title=title)
