"""Where a text speaks of its documents, the words that only point back at one included."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from canbo.graph.reading.action_clauses import is_item
from canbo.graph.reading.document_context import read_context
from canbo.graph.reading.lexicon import load, one_of
from canbo.graph.reading.model import Document, Span
from canbo.graph.reading.text import View


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention of a document at ``[start, end)`` of the view.

    *close* is where what is said of it right behind (date, issuer, term) ends.
    """

    start: int
    end: int
    close: int
    document: Document


class Marks:
    """The marks of a text in order."""

    def __init__(self, view: View, documents: Sequence[Document]) -> None:
        """Find the marks of *documents*, and the words that echo them."""
        named = sorted(_named(view, documents), key=lambda mark: (mark.start, mark.end))
        own = next((one for one in documents if one.rule == "header"), None)
        echoes = [*_echoes(view.text, named, own), *_shared_echoes(view, named)]
        self._marks = sorted([*named, *echoes], key=lambda mark: (mark.start, mark.end))
        self._starts = [mark.start for mark in self._marks]

    def within(self, span: Span) -> Sequence[Mark]:
        """Return the marks that begin in *span* of the view."""
        first = bisect_left(self._starts, span.start)
        return self._marks[first : bisect_left(self._starts, span.end)]


def _named(view: View, documents: Sequence[Document]) -> Iterator[Mark]:
    for document in documents:
        for span in document.spans:
            place = view.locate(span)
            close = read_context(view.text, place.end, agent=False).end
            yield Mark(place.start, place.end, close, document)


def _echoes(text: str, named: Sequence[Mark], own: Document | None) -> Iterator[Mark]:
    """Yield the words that mean a document named before: ``Quy định này``, ``nội dung nghị quyết``.

    It is the last one of that type; in the text of a decision (*own*), ``Quyết định này`` is that.
    A type with a capital and nothing behind it (``thực hiện Chỉ thị.``) means the only one so far.
    """
    kinds = {mark.document.type.lower() for mark in named}
    if not kinds:
        return
    order = _Order(named)
    for match in _find_echoes(text, kinds):
        form = match.lastgroup or ""
        kind, place = match[form].lower(), match.start(form)
        if order.is_named(place):
            continue
        last = order.last(place, "" if form in {"all", "whole"} else kind)
        if form == "this" and own and own.type.lower() == kind:
            yield Mark(place, match.end(), match.end(), own)
        elif last and (form not in {"bare", "taught"} or order.is_only(place, kind)):
            yield Mark(place, match.end(), match.end(), last)


_THESE = re.compile(
    r"(?<!\w)(?:[Cc]ác|[Nn]hững|[Hh]ai|[Bb]a|[Bb]ốn)"
    r" (?:văn bản|chỉ thị|nghị quyết|quy định|kết luận)"
    r"(?: chỉ đạo)? (?:này|trên|nêu trên|nói trên)(?!\w)"
)


def _shared_echoes(view: View, named: Sequence[Mark]) -> Iterator[Mark]:
    """Yield ``các văn bản này``: all documents of the list, or of the sentence, right before."""
    starts = [mark.start for mark in named]
    for match in _THESE.finditer(view.text):
        index = bisect_right(view.sentences, match.start(), key=lambda one: one.start) - 1
        while index > 1 and _is_idle(view.sentences[index - 1], match.start() - _REACH, starts):
            index -= 1  # what names no document is not pointed at
        for sentence in _told_before(view, index):
            first, last = (bisect_left(starts, at) for at in (sentence.start, sentence.end))
            for mark in named[first:last]:
                yield Mark(match.start(), match.end(), match.end(), mark.document)


def _is_idle(sentence: Span, since: int, starts: Sequence[int]) -> bool:
    """Whether a sentence that ends behind *since* names no document."""
    is_near = sentence.end > since
    return is_near and bisect_left(starts, sentence.start) == bisect_left(starts, sentence.end)


_REACH = 200  # characters back to what is pointed at


def _told_before(view: View, index: int) -> Sequence[Span]:
    """Return the sentence before the one at *index*, or the items of the list that ends there."""
    first = index - 1
    while first > 0 and is_item(view.text, view.sentences[first].start) and index - first < _MOST:
        first -= 1
    is_list = first < index - 1
    return view.sentences[first + 1 : index] if is_list else view.sentences[max(0, first) : index]


_MOST = 12  # items of a list of documents; a longer one is a bibliography


class _Order:
    """The documents in the order they are named, all together and by type."""

    def __init__(self, named: Sequence[Mark]) -> None:
        self._starts: defaultdict[str, list[int]] = defaultdict(list)
        self._marks: defaultdict[str, list[Mark]] = defaultdict(list)
        self._counts: defaultdict[str, list[int]] = defaultdict(list)
        seen: set[str] = set()
        for mark in named:
            is_new = mark.document.key not in seen
            seen.add(mark.document.key)
            for kind in ("", mark.document.type.lower()):
                counts = self._counts[kind]
                counts.append((counts[-1] if counts else 0) + is_new)
                self._starts[kind].append(mark.start)
                self._marks[kind].append(mark)

    def is_named(self, place: int) -> bool:
        """Return whether a document's name, or what is said of it, stands at *place*."""
        index = bisect_right(self._starts[""], place)
        return index > 0 and max(self._marks[""][index - 1].close - 1, 0) >= place

    def last(self, place: int, kind: str) -> Document | None:
        """Return the document of *kind* (any, if empty) that is named last before *place*."""
        index = bisect_left(self._starts[kind], place)
        return self._marks[kind][index - 1].document if index else None

    def is_only(self, place: int, kind: str) -> bool:
        """Return whether the documents of *kind* named before *place* are one."""
        index = bisect_left(self._starts[kind], place)
        return index > 0 and self._counts[kind][index - 1] == 1


_ALL_OF_IT = ("từng điều", "từng nội dung", "toàn văn")


def _find_echoes(text: str, kinds: set[str]) -> Iterator[re.Match[str]]:
    """Yield the echoes of documents of these *kinds*, and those that mean any document."""
    pattern = _echo(tuple(sorted(kinds - _kinds())))
    match = pattern.search(text)
    while match:
        form = match.lastgroup or ""
        is_meant = form in {"all", "whole"} or match[form].lower() in kinds
        if is_meant:
            yield match
        match = pattern.search(text, match.end() if is_meant else match.start() + 1)


@cache
def _kinds() -> frozenset[str]:
    words = (row["word"] for row in load("document_types"))
    return frozenset({word.lower() for word in words if not word.isupper()} | {"hiến pháp"})


@lru_cache(maxsize=64)
def _echo(others: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of the echoes of documents of all known kinds and *others*."""
    kinds = [*_kinds(), *others]
    capital = one_of(f"{kind[0].upper()}{kind[1:]}" for kind in kinds)
    word = f"(?:{capital}|{one_of(kinds)})"
    behind = r"(?=\s?[,;.)]|\s(?:do|được|vào|cho|với|tại|bằng|trong|gắn|đã|nhằm|để|ở|một)\b)"
    return re.compile(
        rf"(?<!\w)(?:[Nn]ội\sdung\s(?:[a-zđ]\w*\s){{0,3}}?(?:của\s)?(?P<content>{word})"
        rf"|(?P<this>{word})\s(?:này|nêu\strên|nói\strên|trên)"
        rf"|(?<![.:;!?]\s)(?<!\n)(?P<bare>{capital}){behind}"
        r"|(?:[Tt]ruyền\sđạt|[Qq]uán\striệt|[Pp]hổ\sbiến|[Gg]iới\sthiệu|[Tt]riển\skhai|[Hh]ọc\stập)"
        rf"\s(?:(?P<whole>(?:các )?nội dung)(?=[.,;]|$)|(?P<taught>{word})"
        r"(?=[,.;]|\s(?:là|cho|tới|đến|tại)\s))"
        rf"|(?P<all>{'|'.join(_ALL_OF_IT)}"
        r"|(?:[Cc]huyên\sđề|nội\sdung|văn\sbản)(?:\snày|\strên)?(?:\sđều)?(?=\sdo\s)))(?!\w)"
    )
