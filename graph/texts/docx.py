"""The text of a Word document: paragraphs and tables in the order of the document.

Deleted and moved-away text, headers, footers, footnotes and comments are left out. A table row
stands on one line with tabs between its cells; where a cell has several paragraphs the table only
lays out the page, and each paragraph stands for itself, cell after cell.
"""

import re
from io import BytesIO
from typing import Any, Final, cast
from unicodedata import normalize
from zipfile import ZipFile

import docx
from docx.document import Document

from canbo.errors import UnreadableTextError
from canbo.graph.texts.formats import Extracted, recognise_signature, refuse_length, tidy
from canbo.graph.texts.markup import Element, walk

MAX_UNPACKED_BYTES: Final = 400_000_000
"""What the parts of a document may come to when unpacked: a small file can hold a huge one."""

_LEFT_OUT: Final = frozenset({"pPr", "rPr", "moveFrom", "Fallback"})
_MARKS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def _open(data: bytes) -> Document:
    """Return the document in *data*; raise `UnreadableTextError` if it is none."""
    named = recognise_signature(data) or ""
    if "Office" in named:
        raise UnreadableTextError(f"is {named}", "save it as .docx, without a password")
    try:
        with ZipFile(BytesIO(data)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
        refuse_length(unpacked, MAX_UNPACKED_BYTES, "bytes when unpacked")
        return docx.Document(BytesIO(data))
    except UnreadableTextError:
        raise
    except Exception as error:
        # On a damaged file the library lets through whatever its parts raise: BadZipFile,
        # KeyError, XMLSyntaxError, AttributeError, NotImplementedError, zlib.error ...
        raise UnreadableTextError(
            "is a broken Word document", "open it in a word processor and save it again as .docx"
        ) from error


class _Page:
    """What has been read of the document so far, as blocks with what separates them."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self._paragraphs: list[list[str]] = [[]]  # one for each open paragraph: a box nests them
        self._rows = 0
        self._cells: list[list[str]] = []

    def open(self, tag: str, text: str) -> None:
        """Take in an element as it opens."""
        if tag == "p":
            self._paragraphs.append([])
        elif tag == "t":
            self._paragraphs[-1].append(text)
        elif tag in _MARKS:
            self._paragraphs[-1].append(_MARKS[tag])
        elif tag == "tr":
            self._rows += 1
        elif tag == "tc" and self._rows == 1:
            self._cells.append([])

    def close(self, tag: str) -> None:
        """Take in that an element closes."""
        if tag == "p":
            self._add("".join(self._paragraphs.pop()).strip())
        elif tag == "tr":
            self._rows -= 1
            if not self._rows:
                self._end_row()
        elif tag == "tbl" and not self._rows:
            self.blocks.append("\n\n")

    def _add(self, text: str) -> None:
        if self._cells:
            self._cells[-1] += [text] if text else []
        else:
            self.blocks += [text, "\n\n"]

    def _end_row(self) -> None:
        cells, self._cells = self._cells, []
        if all(len(cell) <= 1 for cell in cells):
            self.blocks += ["\t".join("".join(cell) for cell in cells), "\n"]
        else:
            self.blocks += [f"{text}\n\n" for cell in cells for text in cell]


def _text(body: Element) -> str:
    page = _Page()
    for opens, name, text in walk(body, _LEFT_OUT):
        if opens:
            page.open(name, text)
        else:
            page.close(name)
    joined = normalize("NFC", "".join(page.blocks))
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", joined)).strip()


def read_docx(data: bytes) -> Extracted:
    """Return the text of a Word document and the title in its properties.

    Raise `UnreadableTextError` if it is broken, encrypted, an old ``.doc``, or has no text.
    """
    document = _open(data)
    text = _text(cast(Element, cast(Any, document.element).body))
    if not text:
        raise UnreadableTextError("is a Word document without text", "give one with words in it")
    return Extracted(text, title=tidy(document.core_properties.title))
