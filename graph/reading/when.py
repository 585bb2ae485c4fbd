"""On which day: the act that gives or takes a post, and the event a sentence reports."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from canbo.graph.reading.dates import DateMention, may_rival
from canbo.graph.reading.days_of_documents import document_of
from canbo.graph.reading.model import Span
from canbo.graph.reading.term_owners import OwnedTerm, is_of, may_be
from canbo.graph.reading.told_apart import find_decided, find_told
from canbo.graph.reading.told_aside import (
    is_told_aside,
    is_told_of_before,
    may_be_told_before,
)

_SINCE = ("từ", "kể từ", "từ ngày", "kể từ ngày")
_BORN = 12
_RECENT = 12  # terms before a post that may be its own; a text names few
_DECIDES = re.compile(r"(?:Quyết|quyết) định|(?:Nghị|nghị) quyết")
_IN_FORCE = re.compile(
    r"(?:[Qq]uyết định|[Nn]ghị quyết|[Cc]hức vụ|[Cc]hức danh|cùng)(?: này| trên| nêu trên)?"
    r"(?: đều| sẽ| cùng)? (?:có|phát sinh) hiệu lực (?:thi hành )?(?:kể )?từ (?:ngày )?$"
)
_AFTER_THAT = re.compile(r"(?:Sau đó|Tiếp đó|Sau này|Từ đó)\b")
_WEEKS = 60  # days
_STORY = 2500  # characters for which the day that a text begins with is the one meant
_WHEN = re.compile(
    r"(?:^|(?<!\d)[,;(]\s?|\b(?:vào|từ|hồi|là|đến|trong|[Đđ]ầu|[Gg]iữa|[Cc]uối)\s)[Nn]ăm\s$",
    re.MULTILINE,
)
_TO = re.compile(r"\s?(?:đến|tới|[-–])\s(?:hết )?(?:ngày |tháng |năm )?")
_SAME_DAY = re.compile(r"\b[Cc]ùng ngày\b|\b[Cc]ùng dịp\b|\bngày (?:đó|này|ấy)\b")
_SAME_TERM = re.compile(r"(?:cùng nhiệm k[ỳì]|nhiệm k[ỳì] này)")
_ALSO = re.compile(r"(?<!\w)(?:[Cc]ũng|[Tt]iếp tục|[Đđ]ồng thời)(?!\w)")
_DIRECT = re.compile(r"[\s,(–-]{0,3}(?:[Kk]hóa \w{1,6}[\s,(–-]{1,3})?")
_WHO = re.compile(r"[,–-]\s(?:người|nơi)\s")
_CLOSES = re.compile(r"[,;]|\s[–-]\s")
_LAST_DAY = re.compile(r"\b(?:[Bb]ế mạc|[Kk]ết thúc|khép lại|ngày (?:làm việc )?cuối(?: cùng)?)\b")
_ALL = re.compile(r"\b(?:đều|cùng|các quyết định)\b")
_FAR = 1200  # characters; no clause is longer


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days and the terms of a text, without those that belong to documents.

    *decided* are the days of decisions, *effective* those from which decisions hold; *days* are all
    full days, those of decisions included, *done* those on which something is done.
    """

    text: str
    dates: tuple[DateMention, ...]
    terms: tuple[OwnedTerm, ...]
    published: str | None = None
    decided: tuple[DateMention, ...] = ()
    effective: tuple[DateMention, ...] = ()
    days: tuple[DateMention, ...] = ()
    done: tuple[DateMention, ...] = ()

    @classmethod
    def of(
        cls,
        text: str,
        dates: Sequence[DateMention],
        terms: Sequence[OwnedTerm],
        documents: Iterable[Span],
        published: str | None = None,
    ) -> "Calendar":
        """Return the calendar of *text*; a day behind a document's name is that document's."""
        ends = sorted(documents)
        kept: list[DateMention] = []
        decided: list[DateMention] = []
        for date in dates:
            document = document_of(text, date, ends)
            if document is None and not _is_birth(text, date):
                kept.append(date)
            elif document and _DECIDES.match(text, document.start) and date.day:
                decided.append(date)
        effective = tuple(d for d in kept if d.cue in _SINCE and _is_in_force(text, d))
        days = sorted((d for d in (*kept, *decided) if d.value and d.value.day), key=_start)
        done = (d for d in kept if d.value and d.value.day and d.cue not in _SINCE)
        return cls(
            text,
            tuple(kept),
            tuple(terms),
            published,
            decided=tuple(decided),
            effective=effective,
            days=tuple(days),
            done=tuple(done),
        )

    def act_day(
        self, act: Span, sentence: Span, paragraph: Span, *, carries: bool = True
    ) -> str | None:
        """Return the day an act takes effect, else was done, else was announced.

        *act* is where the person, the verb and the post stand. A day in an earlier sentence is the
        act's only if it *carries* over, and never for what is told aside (``người đã được ...``).
        """
        sentence = Span(max(sentence.start, act.start - _FAR), min(sentence.end, act.end + _FAR))
        told = [d for d in self._within(sentence) if self._is_for(d, act, sentence)]
        inside = [d for d in told if d.value and d.value.month]
        since = [d for d in inside if d.cue in _SINCE]
        is_aside = is_told_aside(self.text, sentence, act)
        in_force = () if is_aside else _between(self.effective, paragraph)[-1:]
        years = [d for d in told if self._is_year(d, sentence)]
        if is_before(years, act) and not is_before(inside, act):
            inside = years
        if found := since or in_force or inside or years:
            return _nearest(self._in_clause(found, act) or found, act)
        if is_aside or is_told_of_before(self.text, sentence, act):
            return None
        behind = Span(sentence.end, min(paragraph.end, sentence.end + _FAR))
        return (
            self._decided_on(act, sentence)
            or self._same_day(act, sentence)
            or find_decided(self.text, _between(self.decided, behind))
            or (
                self._day_before(sentence, paragraph)
                if carries and may_be_told_before(self.text, sentence)
                else None
            )
            or find_told(self.text, sentence.end, _between(self.dates, behind))
        )

    def _in_clause(self, days: Sequence[DateMention], act: Span) -> list[DateMention]:
        """Return those of *days* that no semicolon parts from the act."""
        start = self.text.rfind(";", act.start - _FAR if act.start > _FAR else 0, act.start)
        end = self.text.find(";", act.end, act.end + _FAR)
        return [d for d in days if d.start > start and (end < 0 or d.start < end)]

    def _is_year(self, date: DateMention, sentence: Span) -> bool:
        """Whether a year without a month tells when: ``Năm 1971, ...``, ``Từ 1993 đến 1997``."""
        if date.month:
            return False
        return date.cue in _SINCE or (date.cue == "năm" and _is_adverb(self.text, date, sentence))

    def is_session(self, sentence: Span, paragraph: Span) -> bool:
        """Return whether the paragraph up to the sentence reports a session that disciplines."""
        start = max(paragraph.start, sentence.start - _FAR)
        return "kỳ họp" in self.text[start : sentence.start].lower()

    def _decided_on(self, act: Span, sentence: Span) -> str | None:
        """Return the day of the decision that the sentence names for the act, if it is dated."""
        decided = _between(self.decided, Span(sentence.start, act.end))
        if not decided or re.search(r"[Qq]uyết định số", self.text[decided[-1].end : act.start]):
            return None
        return decided[-1].iso

    def _same_day(self, act: Span, sentence: Span) -> str | None:
        """Return the day that ``cùng ngày`` before or in the act means: the last one before it."""
        said = list(_SAME_DAY.finditer(self.text, sentence.start, act.end))
        if not said:
            return None
        last = bisect_left(self.days, said[-1].start(), key=_start)
        return self.days[last - 1].iso if last else None

    def _is_for(self, date: DateMention, act: Span, sentence: Span) -> bool:
        """Whether a day of the sentence can be the act's: in its clause, or before all clauses."""
        if not date.value or self._closes_a_range(date):
            return False
        if date.start < act.start:
            between = self.text[date.end : act.start]
            if ";" in between and (";" in self.text[sentence.start : date.start]):
                return False
            return not _is_of_another(self.text, date.start, act.start, sentence)
        if date.start < act.end:
            return True
        between = self.text[act.end : date.start]
        if ";" in between and not _ALL.search(between):
            return False
        return not re.search(r"[,–-]\s(?:người|nơi)\s", between)

    def _closes_a_range(self, date: DateMention) -> bool:
        """Whether another date right before it begins a stretch of time that it ends."""
        index = bisect_left(self.dates, date.start, key=_start)
        if not index:
            return False
        between = self.text[self.dates[index - 1].end : date.start]
        return bool(_TO.fullmatch(between))

    def event_day(self, sentence: Span, paragraph: Span) -> str | None:
        """Return the day of the event that *sentence* tells of."""
        first = bisect_left(self.done, sentence.start, key=_start)
        told = self.done[first] if first < len(self.done) else None
        if told and told.start < sentence.end:
            return told.iso
        return self._day_before(sentence, paragraph) or self.published

    def term_near(self, start: int, end: int, body: str, sentence: Span) -> str | None:
        """Return the term that a post at ``[start, end)`` in *body* is for.

        It stands right behind the post, or is the one of that body: in the sentence, else before.
        """
        first, last = (bisect_left(self.terms, at, key=_start) for at in (start, sentence.end))
        behind = self.terms[first : min(last, first + _RECENT)]
        if behind and _DIRECT.fullmatch(self.text, min(end, behind[0].start), behind[0].start):
            return behind[0].years
        opening = bisect_left(self.terms, sentence.start, key=_start)
        inside = [*behind, *reversed(self.terms[max(opening, first - _RECENT) : first])]
        if found := next((term for term in inside if is_of(term, body)), None):
            return found.years
        if loose := [term for term in behind if not term.owner]:
            return loose[0].years
        before = self.terms[max(0, opening - _RECENT) : opening]
        reach = Span(max(sentence.start, start - _FAR), min(sentence.end, end + _FAR))
        if before and _SAME_TERM.search(self.text, reach.start, reach.end):
            return before[-1].years
        is_also = bool(_ALSO.search(self.text, reach.start, start))
        at_large = [term for term in reversed(before) if is_also or not term.is_of_post]
        if found := next((t for t in at_large if is_of(t, body) or may_be(t, body)), None):
            return found.years
        return self._only_term(last, body)

    def _only_term(self, first: int, body: str) -> str | None:
        """Return the term that the text soon gives for *body*, if it gives one only."""
        behind = [t for t in self.terms[first : first + _RECENT] if is_of(t, body)]
        years = {term.years for term in behind}
        is_one = len(years) == 1 and not any(term.is_of_post for term in behind)
        return behind[0].years if is_one else None

    def _first_day(self, last: int, sentence: Span) -> str | None:
        """Return the day a text begins with, unless others follow that may be meant.

        Near its beginning these are days of the same weeks, far from it all.
        """
        first = self.done[0]
        weeks = _WEEKS if sentence.start - first.start < _STORY else None
        near = self.done[max(1, last - _RECENT) : last]
        return None if any(may_rival(first, day, weeks) for day in near) else first.iso

    def _day_of(self, date: DateMention, sentence: Span) -> str | None:
        """Return the day meant: the last of several where the sentence tells how it closed."""
        is_last = date.until and _LAST_DAY.search(self.text, sentence.start, sentence.end)
        return date.until.iso if date.until and is_last else date.iso

    def _within(self, span: Span) -> list[DateMention]:
        return _between(self.dates, span)

    def _day_before(self, sentence: Span, paragraph: Span) -> str | None:
        last = bisect_left(self.done, sentence.start, key=_start)
        inside = [d for d in self.done[max(0, last - _RECENT) : last] if d.start >= paragraph.start]
        if inside:
            told = [d for d in inside if not _WHO.search(self.text, max(0, d.start - 120), d.start)]
            return self._day_of((told or inside)[-1], sentence)
        if last and not _AFTER_THAT.match(self.text, sentence.start):
            return self._first_day(last, sentence)
        near = bisect_left(self.dates, sentence.start, key=_start)
        since = (d for d in reversed(self.dates[max(0, near - _RECENT) : near]) if d.cue in _SINCE)
        return next((d.iso for d in since if d.day and d.start >= paragraph.start), None)


def _between(dates: Sequence[DateMention], span: Span) -> list[DateMention]:
    first = bisect_left(dates, span.start, key=_start)
    return list(dates[first : bisect_left(dates, span.end, key=_start)])


def _is_adverb(text: str, date: DateMention, sentence: Span) -> bool:
    """Whether a year stands for when something is done (``Năm 1971, ...``), not for a thing's."""
    return bool(_WHEN.search(text, max(sentence.start, date.start - 16), date.start))


def _nearest(dates: Sequence[DateMention], act: Span) -> str | None:
    """Return the last day before the end of an act, else the first behind it."""
    before = [date for date in dates if date.start < act.end]
    return (before[-1] if before else dates[0]).iso


def is_before(dates: Sequence[DateMention], act: Span) -> bool:
    """Return whether one of *dates* stands before the act."""
    return any(date.start < act.start for date in dates)


def _is_in_force(text: str, date: DateMention) -> bool:
    """Whether *date* is from when decisions on people hold (``Các quyết định có hiệu lực từ``)."""
    before = text[max(0, date.start - 60) : date.start]
    return bool(_IN_FORCE.search(before))


def _is_of_another(text: str, place: int, act: int, sentence: Span) -> bool:
    """Whether *place* lies in a clause about somebody else that ends before the *act*."""
    is_in_clause = _WHO.search(text, sentence.start, place) is not None
    return is_in_clause and bool(_CLOSES.search(text, place, act))


def _start(mention: DateMention | OwnedTerm) -> int:
    return mention.start


def _is_birth(text: str, date: DateMention) -> bool:
    before = text[max(0, date.start - 2 * _BORN) : date.start]
    return "sinh" in before.split(",")[-1].lower()
