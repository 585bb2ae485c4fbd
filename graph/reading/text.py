"""The text as the grammar reads it, with the way back to the text as it was given.

The grammar sees composed letters, single plain blanks, one tone placement (``Ủy``, ``hòa``) and Đ
for the look-alike Ð. Most texts keep their length in this; only decomposed letters, invisible
characters and repeated blanks change it, and only then is a table of offsets kept.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from canbo.graph.reading.model import Span
from canbo.spelling import place_tones

_MARKS = "\u0300-\u036f"
_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
_CLUSTER = 16  # marks on one letter beyond this are noise; the cut keeps composing linear


@dataclass(frozen=True, slots=True)
class View:
    """A text in the spelling of the grammar.

    *paragraphs* are the lines with something on them, ``sentences`` lie inside them; both are spans
    of *text*. ``span`` leads from *text* back to *given*.
    """

    given: str
    text: str
    paragraphs: tuple[Span, ...]
    _offsets: "array[int] | None"
    _sentences: list[Span] = field(default_factory=list[Span], repr=False, compare=False)

    @classmethod
    def of(cls, given: str) -> "View":
        """Return the view of *given*, in time linear in its length."""
        text, offsets = _respell(given)
        return cls(given, text, tuple(_paragraphs(text)), offsets)

    @property
    def sentences(self) -> Sequence[Span]:
        """The sentences in order, found when first asked for: many texts are read without."""
        if not self._sentences:
            self._sentences.extend(_sentences(self.text, self.paragraphs))
        return self._sentences

    def span(self, start: int, end: int) -> Span:
        """Return where ``text[start:end]`` stands in the text as given."""
        if self._offsets is None:
            return Span(start, end)
        return Span(self._offsets[start], self._offsets[end])

    def locate(self, span: Span) -> Span:
        """Return where the *span* of the text as given stands in ``text``."""
        if self._offsets is None:
            return span
        return Span(bisect_left(self._offsets, span.start), bisect_left(self._offsets, span.end))

    def sentence_at(self, place: int) -> Span:
        """Return the sentence of *text* around *place*, or the last one before it."""
        return _around(self.sentences, place)

    def paragraph_at(self, place: int) -> Span:
        """Return the paragraph of *text* around *place*, or the last one before it."""
        return _around(self.paragraphs, place)


def _around(spans: Sequence[Span], place: int) -> Span:
    index = bisect_right(spans, place, key=lambda span: span.start) - 1
    return spans[max(index, 0)] if spans else Span(0, 0)


# --- spelling ------------------------------------------------------------------------------------


@cache
def _odd_characters() -> tuple[re.Pattern[str], dict[int, str]]:
    blanks = "\t\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
    table = dict.fromkeys(blanks, " ") | dict.fromkeys("\v\f\x85\u2028\u2029", "\n")
    table |= {"Ð": "Đ", "ð": "đ"}
    return re.compile(f"[{''.join(table)}]"), str.maketrans(table)


def _respell(given: str) -> tuple[str, "array[int] | None"]:
    text, offsets = given, None
    if re.search(f"[{_MARKS}{_INVISIBLE}]", given):
        text, offsets = _compose(given)
    pattern, table = _odd_characters()
    if pattern.search(text):
        text = text.translate(table)
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    if "  " in text:
        text, offsets = _close_up(text, offsets)
    return place_tones(text), offsets


def _close_up(text: str, offsets: "array[int] | None") -> tuple[str, "array[int]"]:
    """Leave one blank of several, so that the words of a phrase stand one blank apart."""
    known = offsets if offsets is not None else array("l", range(len(text) + 1))
    pieces: list[str] = []
    kept = array("l")
    last = 0
    for match in re.finditer(r"(?<= ) ++", text):
        pieces.append(text[last : match.start()])
        kept.extend(known[last : match.start()])
        last = match.end()
    pieces.append(text[last:])
    kept.extend(known[last:])
    return "".join(pieces), kept


@cache
def _clusters() -> re.Pattern[str]:
    """Return the pattern of plain stretches, of what is invisible, and of letters with marks."""
    mark, hidden = f"[{_MARKS}]", f"[{_INVISIBLE}]"
    plain = rf"(?P<plain>(?:(?!.{mark})[^{_MARKS}{_INVISIBLE}])++)"
    return re.compile(rf"{plain}|(?P<hidden>{hidden}++)|(?s:.){mark}{{0,{_CLUSTER}}}+", re.DOTALL)


def _compose(given: str) -> tuple[str, "array[int]"]:
    """Compose letter by letter, drop what is invisible, and note where each character came from."""
    pieces: list[str] = []
    offsets = array("l")
    for match in _clusters().finditer(given):
        if match["hidden"]:
            continue
        start, end = match.span()
        if match["plain"]:
            pieces.append(match[0])
            offsets.extend(range(start, end))
            continue
        cluster = unicodedata.normalize("NFC", match[0])
        pieces.append(cluster)
        offsets.extend(min(start + i, end - 1) for i in range(len(cluster)))
    offsets.append(len(given))
    return "".join(pieces), offsets


# --- paragraphs and sentences --------------------------------------------------------------------


def _paragraphs(text: str) -> Iterator[Span]:
    for line in re.finditer(r"\S(?:[^\n]*\S)?", text):
        yield Span(*line.span())


# A point after these does not end a sentence; a single capital is an initial.
_ABBREVIATIONS = re.compile(
    r"tp|tx|tt|kp|[tkb]s|ths|pgs|gs|kts|ls|cn|tskh|ng|đ/?c|ub|tm|kt|tl|tuq|st|tr|mrs?|ms|dr|vs"
)
_ROMAN_BEFORE = re.compile(
    r"(?:khóa|thứ|lần|hội|kỳ|quý|khu|cấp|loại|quyển|phần|mục)\s+[IVX]$", re.IGNORECASE
)
_STARTERS = re.compile(
    r"(?:Ông|Bà|Anh|Chị|Ngày|Sáng|Chiều|Theo|Trong|Tại|Đồng chí|Sau|Các|Những|Trước|Được|Với|Từ"
    r"|Đến|Năm|Hiện|Cùng|Việc|Khi|Do|Vì|Để|Nhưng|Tuy|Đây|Đó|Ban|Hội|Đại|Chi bộ|Đảng)\b"
)


@cache
def _stops() -> re.Pattern[str]:
    return re.compile(r"(?<![.!?…])[.!?…]++[\"”’»)\]]*+ ++")


def _sentences(text: str, paragraphs: Iterable[Span]) -> Iterator[Span]:
    stops = _stops().finditer(text)
    stop = next(stops, None)
    for paragraph in paragraphs:
        start, end = paragraph.start, paragraph.end
        while stop and stop.start() < end:
            if stop.end() < end and _is_end(text, start, stop):
                yield Span(start, stop.start() + len(stop[0].rstrip()))
                start = stop.end()
            stop = next(stops, None)
        yield paragraph if start == paragraph.start else Span(start, end)


def _is_end(text: str, start: int, stop: re.Match[str]) -> bool:
    following = text[stop.end()]
    if following.islower() or following in ",;:)%":
        return False
    if not stop[0].startswith(".") or stop[0].startswith(".."):
        return True
    before = text[max(start, stop.start() - 24) : stop.start()]
    word = re.split(r"[\s(“\"]", before)[-1]
    if not word:
        return False
    if word.isdigit() and len(word) < 3 and stop.start() - len(word) == start:  # noqa: PLR2004
        return False  # a number that opens a list item
    last = word.rsplit(".", 1)[-1]
    if len(last) == 1 and last.isupper():
        return bool(_ROMAN_BEFORE.search(before) or _STARTERS.match(text, stop.end()))
    return not _ABBREVIATIONS.fullmatch(last.lower())
