"""On which day: the act that gives or takes a post, and the event a sentence reports."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from canbo.graph.reading.dates import DateMention
from canbo.graph.reading.model import Span
from canbo.graph.reading.terms import TermMention

_SINCE = ("từ", "kể từ", "từ ngày", "kể từ ngày")
_BORN = 12
_NEAREST = 4  # documents that overlap are few: one inside the name of another


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days and the terms of a text, without those that belong to documents."""

    text: str
    dates: tuple[DateMention, ...]
    terms: tuple[TermMention, ...]
    published: str | None = None

    @classmethod
    def of(
        cls,
        text: str,
        dates: Sequence[DateMention],
        terms: Sequence[TermMention],
        documents: Iterable[Span],
        published: str | None = None,
    ) -> "Calendar":
        """Return the calendar of *text*; a day behind a document's name is that document's."""
        ends = sorted(documents)
        kept = tuple(
            d for d in dates if not _is_of_document(text, d, ends) and not _is_birth(text, d)
        )
        return cls(text, kept, tuple(term for term in terms if term.years), published)

    def act_day(self, sentence: Span, paragraph: Span) -> str | None:
        """Return the day an act in *sentence* takes effect, else was done, else was announced."""
        inside = [d for d in self._within(sentence) if d.value and d.value.month]
        since = [d for d in inside if d.cue in _SINCE]
        if found := (since or inside):
            return found[0].iso
        return self._day_before(sentence, paragraph)

    def event_day(self, sentence: Span, paragraph: Span) -> str | None:
        """Return the day of the event that *sentence* tells of."""
        inside = [d for d in self._within(sentence) if d.iso and d.cue not in _SINCE]
        full = [d for d in inside if d.value and d.value.day]
        return (full[0].iso if full else self._day_before(sentence, paragraph)) or self.published

    def term_near(self, start: int, sentence: Span, *, is_party: bool) -> str | None:
        """Return the term that a post at *start* is for: named in its sentence, or before."""
        first = bisect_left(self.terms, sentence.start, key=_start)
        inside = self.terms[first : bisect_left(self.terms, sentence.end, key=_start)]
        behind = [t for t in inside if t.start >= start]
        if found := (behind[:1] or list(inside[-1:])):
            return found[0].years
        before = bisect_left(self.terms, start, key=_start)
        return self.terms[before - 1].years if before and is_party else None

    def _within(self, span: Span) -> list[DateMention]:
        first = bisect_left(self.dates, span.start, key=_start)
        return list(self.dates[first : bisect_left(self.dates, span.end, key=_start)])

    def _day_before(self, sentence: Span, paragraph: Span) -> str | None:
        inside = self._within(Span(paragraph.start, sentence.start))
        before = [d for d in inside if d.value and d.value.day and d.cue not in _SINCE]
        if before:
            return before[-1].iso
        days = (d for d in self.dates if d.value and d.value.day and d.cue not in _SINCE)
        first = next(days, None)
        return first.iso if first and first.start < sentence.start else None


def _is_of_document(text: str, date: DateMention, documents: Sequence[Span]) -> bool:
    """Whether *date* stands in or right behind one of *documents*, which are sorted by start."""
    last = bisect_right(documents, date.start, key=lambda span: span.start)
    for span in documents[max(0, last - _NEAREST) : last]:
        if span.start <= date.start < span.end:
            return True
        if date.start - span.end >= _BORN:
            continue
        if text[span.end : date.start].strip(" ,(") in ("ngày", "ra ngày", "ký ngày", ""):
            return True
    return False


def _start(mention: DateMention | TermMention) -> int:
    return mention.start


def _is_birth(text: str, date: DateMention) -> bool:
    before = text[max(0, date.start - 2 * _BORN) : date.start]
    return "sinh" in before.split(",")[-1].lower()
