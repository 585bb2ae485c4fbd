"""Whether the words beside a citation are those of a document's title.

Two neighbouring syllables are compared, for most words of the language have two. What many titles
have (``lãnh đạo``, ``nâng cao``) weighs little, what one has weighs much.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from math import log

from canbo.graph.reading.model import Document, Reading, Span
from canbo.graph.register import Register
from canbo.spelling import fold, name_key

OTHER = "¤"
"""What stands for another citation in the words around one."""

_REACH = 400
"""How far a sentence is followed from a citation, in characters."""

_MOST = 12
"""How many mentions of one document are looked at."""

_COMMON = 14
"""A pair of syllables in more titles than this says nothing of any one of them."""

_IN_A_TITLE = 0.8
"""What a common pair weighs in a title that the text gives."""

_EVERYWHERE = frozenset(
    {"hồ chí", "chí minh", "việt nam", "thành phố", "trung ương", "đảng bộ", "chi bộ", "đảng viên"}
    | {
        "ubnd",
        "hđnd",
        "cán bộ",
        "cấp ủy",
        "đảng ủy",
        "tổ chức",
        "nghị quyết",
        "chỉ thị",
        "quy định",
        "kết luận",
    }
)
"""Pairs that texts of this kind have whatever document they cite."""


@dataclass(frozen=True, slots=True)
class Sharing:
    """What a title has in common with some words: how much it weighs, and the phrases of weight.

    The heaviest stands first. *is_any* says whether they share anything, even what all titles have.
    """

    weight: float
    phrases: tuple[str, ...]
    is_any: bool


def compare(subject: str, text: str, register: Register, *, is_title: bool = False) -> Sharing:
    """Return what *subject* shares with *text*; accents do not matter where the text has none.

    Where the text gives the title itself (*is_title*) common words count a little, too.
    """
    weights = _weights(register)
    common = _IN_A_TITLE if is_title else 0.0
    own, other = _pairs(subject), set(_pairs(text))
    if text.isascii():
        shared = [pair for pair in own if fold(pair) in other]
    else:
        shared = [pair for pair in own if pair in other]
    weight = sum(weights.get(pair) or common for pair in shared)
    return Sharing(weight, tuple(_phrases(own, set(shared), weights)), bool(shared))


def _phrases(own: tuple[str, ...], shared: set[str], weights: dict[str, float]) -> list[str]:
    """Return the shared pairs joined to phrases where they follow one another, heaviest first."""
    found: list[tuple[float, str]] = []
    for pair in own:
        first, _, last = pair.partition(" ")
        weight = weights.get(pair, 0.0)
        if pair not in shared:
            found.append((0.0, ""))
        elif found and found[-1][1].rpartition(" ")[2] == first:
            before, phrase = found[-1]
            found[-1] = (before + weight, f"{phrase} {last}")
        else:
            found.append((weight, pair))
    return [phrase for weight, phrase in sorted(found, key=lambda f: -f[0]) if weight > 0]


def is_telling(subject: str, register: Register) -> bool:
    """Return whether *subject* has any word of weight."""
    weights = _weights(register)
    return any(weights.get(pair, 1.0) > 0 for pair in _pairs(subject))


@dataclass(frozen=True, slots=True)
class Page:
    """A text with the mentions of its citations in order, and the places where they begin and end.

    In *plain* the names of bodies are blanked: who acts does not say what a document is about.
    """

    text: str
    plain: str
    mentions: tuple[Span, ...]
    edges: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """The words before and after one mention in its sentence; other citations stand as ``¤``.

    *mention* is as printed.
    """

    before: str
    after: str
    mention: str = ""


def open_page(text: str, reading: Reading) -> Page:
    """Return *text* with the places of what was read in it."""
    mentions = sorted({span for d in reading.documents for span in d.spans})
    edges = {place for span in mentions for place in (span.start, span.end)}
    plain = _replace_all(text, (body.span for body in reading.bodies), lambda n: "·" * n)
    return Page(text, plain, tuple(mentions), tuple(sorted(edges)))


def words_beside(document: Document, page: Page, *, is_plain: bool = False) -> str:
    """Return the words around the mentions of *document*, up to the next document or sentence.

    With *is_plain* those of the names of bodies are left out.
    """
    text = page.plain if is_plain else page.text
    return " … ".join(text[slice(*_beside(span, page))] for span in document.spans[:_MOST])


def around(document: Document, page: Page) -> tuple[Around, ...]:
    """Return the words around each mention of *document*."""
    return tuple(_around(span, page) for span in document.spans[:_MOST])


def _around(span: Span, page: Page) -> Around:
    start, end = _sentence(span, page.text)
    first = bisect_left(page.mentions, Span(start, start))
    last = bisect_left(page.mentions, Span(end, end))
    others = [m for m in page.mentions[first:last] if m.end <= span.start or m.start >= span.end]
    before = [Span(m.start - start, m.end - start) for m in others if m.end <= span.start]
    after = [Span(m.start - span.end, m.end - span.end) for m in others if m.start >= span.end]
    return Around(
        re.sub(r"\s+", " ", _replace_all(page.text[start : span.start], before, lambda _: OTHER)),
        re.sub(r"\s+", " ", _replace_all(page.text[span.end : end], after, lambda _: OTHER)),
        page.text[span.start : span.end],
    )


def _replace_all(text: str, spans: Iterable[Span], make: Callable[[int], str]) -> str:
    """Return *text* with what stands at *spans* replaced; of two that overlap the first counts."""
    pieces: list[str] = []
    at = 0
    for span in sorted(spans):
        if at <= span.start < span.end <= len(text):
            pieces += (text[at : span.start], make(span.end - span.start))
            at = span.end
    return "".join((*pieces, text[at:]))


def sentences_of(document: Document, page: Page) -> str:
    """Return the sentences in which *document* is mentioned."""
    spans = document.spans[:_MOST]
    return " … ".join(page.text[slice(*_sentence(span, page.text))] for span in spans)


def _beside(span: Span, page: Page) -> tuple[int, int]:
    start, end = _sentence(span, page.text)
    before = bisect_left(page.edges, span.start) - 1
    after = bisect_right(page.edges, span.end)
    if before >= 0:
        start = max(start, page.edges[before])
    if after < len(page.edges):
        end = min(end, page.edges[after])
    return start, end


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(r"[.!?;](?=\s|$)|\n")


def _sentence(span: Span, text: str) -> tuple[int, int]:
    low, high = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    ends = [match.end() for match in _stop().finditer(text, low, span.start)]
    after = _stop().search(text, span.end, high)
    return ends[-1] if ends else low, after.start() if after else high


@lru_cache(maxsize=1 << 12)
def _pairs(text: str) -> tuple[str, ...]:
    """Return the neighbouring syllables of *text*, none over a comma, and its acronyms."""
    found: dict[str, None] = {}
    for part in re.split(r"\d+-\w+/\w+|[^\w\s]+", unicodedata.normalize("NFC", text)):
        syllables = name_key(part).split()
        found |= dict.fromkeys(map(" ".join, pairwise(syllables)))
        found |= dict.fromkeys(name_key(word) for word in part.split() if _is_acronym(word))
    return tuple(found)


def _is_acronym(word: str) -> bool:
    return len(word) > 2 and word.isalpha() and word.isupper()  # noqa: PLR2004


@lru_cache(maxsize=8)
def _weights(register: Register) -> dict[str, float]:
    """Return the weight of every pair in the titles of the register."""
    subjects = [document.subject for document in register.tables.documents if document.subject]
    counts = Counter(pair for subject in subjects for pair in _pairs(subject))
    size = len(subjects)
    return {
        pair: log(size / count) if count <= _COMMON and pair not in _EVERYWHERE else 0.0
        for pair, count in counts.items()
    }
