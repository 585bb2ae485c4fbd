"""On which day: the act that gives or takes a post, and the event a sentence reports."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from canbo.graph.reading.dates import DateMention
from canbo.graph.reading.model import Span
from canbo.graph.reading.terms import TermMention

_SINCE = ("từ", "kể từ", "từ ngày", "kể từ ngày")
_BORN = 12


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
        inside = [t for t in self.terms if sentence.start <= t.start < sentence.end]
        behind = [t for t in inside if t.start >= start]
        if found := (behind[:1] or inside[-1:]):
            return found[0].years
        before = [t for t in self.terms if t.start < start]
        return before[-1].years if before and is_party else None

    def _within(self, span: Span) -> list[DateMention]:
        return [d for d in self.dates if span.start <= d.start < span.end]

    def _day_before(self, sentence: Span, paragraph: Span) -> str | None:
        before = [
            d
            for d in self.dates
            if paragraph.start <= d.start < sentence.start
            and d.value
            and d.value.day
            and d.cue not in _SINCE
        ]
        if not before:
            days = (d for d in self.dates if d.start < sentence.start and d.cue not in _SINCE)
            before = [d for d in days if d.value and d.value.day][:1]
        return before[-1].iso if before else None


def _is_of_document(text: str, date: DateMention, documents: Sequence[Span]) -> bool:
    for span in documents:
        if span.start <= date.start < span.end:
            return True
        between = text[span.end : date.start] if span.end <= date.start else "."
        if between.strip(" ,(") in ("ngày", "ra ngày", "ký ngày", "") and len(between) < _BORN:
            return True
    return False


def _is_birth(text: str, date: DateMention) -> bool:
    before = text[max(0, date.start - 2 * _BORN) : date.start]
    return "sinh" in before.split(",")[-1].lower()
