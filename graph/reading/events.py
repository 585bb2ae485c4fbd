"""The congresses, sessions and plenums a text reports as held, under way or being prepared."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from canbo.graph.reading.changing import replace
from canbo.graph.reading.dates import DateMention
from canbo.graph.reading.document_context import read_context
from canbo.graph.reading.event_days import find_day
from canbo.graph.reading.event_groups import is_loose, is_one, merge_meetings
from canbo.graph.reading.event_holders import holder_of, may_hold
from canbo.graph.reading.event_mentions import (
    THE_PARTY,
    Meeting,
    Placed,
    find_meetings,
    may_meet,
    outermost,
    place_bodies,
)
from canbo.graph.reading.event_names import name_meeting
from canbo.graph.reading.model import BodyMention, Document, Event
from canbo.graph.reading.named_bodies import is_named
from canbo.graph.reading.posts import title_before
from canbo.graph.reading.text import View


def find_events(
    view: View,
    bodies: Sequence[BodyMention],
    documents: Sequence[Document],
    dates: Sequence[DateMention],
    attested_on: str | None = None,
) -> tuple[Event, ...]:
    """Return the events *view* reports, in the order of their first mention.

    A meeting whose body is not printed is that of the body that holds it in the sentence. Its day
    is the one its sentence gives, else the one given where it is called by its kind alone;
    *attested_on* stands for ``sáng nay``.
    """
    if not may_meet(view.text):
        return ()
    placed = place_bodies(view, bodies)
    cited = {document.date for document in documents if document.date}
    by_name: dict[str, list[Placed]] = {}
    for body in placed:
        by_name.setdefault(body.name, []).append(body)
    reported = [date for date in dates if date.iso not in cited]
    ends = sorted(view.locate(span).end for one in documents for span in one.spans)
    closes = [(end, read_context(view.text, end).end) for end in ends]
    own = next((one for one in documents if one.rule == "header"), None)
    context = _Context(view, placed, reported, attested_on, by_name, closes, own)
    meetings = [context.complete(m) for m in find_meetings(view, placed, documents)]
    named = [m for m in meetings if m.org and is_one(m) and context.is_reported(m)]
    loose = {
        kind: _Loose.of(context, [m for m in meetings if m.kind == kind and is_loose(m)])
        for kind in dict.fromkeys(m.kind for m in named)
    }
    groups = merge_meetings(named)
    mains = {group[0].kind: group for group in reversed(groups)}
    events = (
        (
            context.to_event(
                g, loose[g[0].kind], is_only=len(groups) == 1, is_main=mains[g[0].kind] is g
            ),
            g,
        )
        for g in groups
    )
    return tuple(event for event, group in events if _is_told(view.text, event, group))


def _is_told(text: str, event: Event, group: Sequence[Meeting]) -> bool:
    """Whether it is known whose the meeting is, and more is said of a congress than that."""
    is_whole = event.org == "Trung ương" or any(meeting.is_national for meeting in group)
    if not is_whole and not is_named(event.org):
        return False
    if event.rule != "congress" or event.ordinal or event.term or event.date:
        return True
    return any(_HELD.match(text, meeting.end) for meeting in group)


@dataclass(frozen=True, slots=True)
class _Loose:
    """What a text says where it calls a meeting by its kind alone."""

    meetings: tuple[Meeting, ...]
    date: str | None
    years: str | None

    @classmethod
    def of(cls, context: "_Context", meetings: Sequence[Meeting]) -> "_Loose":
        """Return what *meetings*, all of one kind, say together."""
        date = next(filter(None, map(context.date_of, meetings)), None)
        years = next((meeting.years for meeting in meetings if meeting.years), None)
        return cls(tuple(meetings), date, years)


_NOT_REPORTED = re.compile(
    r"(?:[Nn]ghị\s[Qq]uyết|NQ|[Vv]ăn\skiện|[Tt]inh\sthần|[Cc]hào\smừng|(?<!chức\s)[Tt]hành\scông|[Kk]ết\squả"
    r"|[Ss]au|[Tt]ừ|[Tt]rước|[Tt]rước\sthềm|[Mm]ục\stiêu|[Cc]hủ\strương|[Qq]uan\sđiểm|[Tt]ừ\ssau"
    r"|[Cc]hương\strình\shành\sđộng|[Đđ]ường\slối|[Hh]ướng\stới|[Tt]heo)\s(?:của\s|các\s)?$"
)
_DECIDED = re.compile(
    r"(?:[Nn]ghị\s[Qq]uyết|NQ|[Vv]ăn\skiện|[Tt]inh\sthần|[Kk]ết\s[Ll]uận|[Tt]heo|[Tt]hông\sbáo)"
    r"\s(?:của\s|các\s|tại\s)?$"
)
_HELD = re.compile(
    r"\s(?:đã\s|sẽ\s|vừa\s)?(?:diễn ra|họp|khai mạc|bế mạc|được tổ chức|xong|kết thúc"
    r"|thành công(?! của)|hoàn thành)\b"
)
_ASSOCIATIONS = ("Hội ", "Liên ", "Tổng ", "Công đoàn", "Đoàn TNCS", "Ủy ban Trung ương MTTQ")
_SET = re.compile(r"(?: của [^\W\d_]+| đã){0,2} đề ra\b")
_SEVERAL = re.compile(r"(?i)(?<!\w)các (?:tỉnh|huyện|quận|xã|phường|địa phương|đơn vị|cấp)(?!\w)")
_PLURAL = 120  # characters from several units to the meetings they hold
_GREETED = re.compile(r"(?:[Cc]hào\smừng|[Hh]ướng\stới|[Tt]iến\stới)\s$")
_CUE = re.compile(r"khai\smạc|bế\smạc|diễn\sra|tổ\schức|tiến\shành|chuẩn\sbị|phục\svụ|sẽ\s|họp")


_NHIEM_KY = re.compile(r"[Nn]hiệm [Kk][ỳì] ((?:19|20)\d\d)\s?[-–—]\s?((?:19|20)\d\d)")
_BESIDE = 60  # characters from a meeting to the body named right behind it
_OF_DOCUMENT = 2  # characters from a document's date to the meeting that passed it
_FAR = 1200  # characters; no sentence about a meeting is longer
_TERM = re.compile(
    r"[\s,(]{1,2}(?:[Kk]hóa|KHÓA) (?P<term>[IVX]+)\b\)?"
    r"(?:[\s,(]{1,2}[Nn]hiệm k[ỳì] (?P<years>\d{4}\s?[-–]\s?\d{4}))?"
)


@dataclass(frozen=True, slots=True)
class _Context:
    view: View
    bodies: Sequence[Placed]
    dates: Sequence[DateMention]
    attested_on: str | None
    placed: Mapping[str, Sequence[Placed]]
    closes: Sequence[tuple[int, int]] = ()
    own: Document | None = None

    def complete(self, meeting: Meeting) -> Meeting:
        """Give a meeting without its body the one that holds it in the sentence."""
        if meeting.org == "Trung ương" or (meeting.org and not _is_bare(meeting)):
            return meeting
        if not (meeting.ordinal or meeting.years or meeting.is_special):
            return meeting
        holder = self._holder(meeting)
        is_whole = meeting.kind == "congress" and meeting.is_national and not meeting.org
        if is_whole and not (holder and holder.name.startswith(_ASSOCIATIONS)):
            return replace(meeting, org=THE_PARTY)  # ``Đại hội đại biểu toàn quốc lần thứ XII``
        if holder is None:
            return meeting
        term, years = self._term_behind(holder)
        return replace(
            meeting,
            org=holder_of(meeting.kind, holder.name),
            term=meeting.term or term,
            years=meeting.years or years,
        )

    def _holder(self, meeting: Meeting) -> Placed | None:
        near = self._near(meeting)
        first, last = (
            bisect_left(self.bodies, place, key=lambda body: body.start) for place in near
        )
        able = [b for b in outermost(self.bodies[first:last]) if may_hold(meeting.kind, b.name)]
        ahead = [body for body in reversed(able) if body.end <= meeting.start]
        before = next((body for body in ahead if self._acts(body)), None)
        if meeting.kind == "congress" or self._is_verb(meeting):
            return before
        behind = [body for body in able if body.start >= meeting.end]
        after = next((b for b in behind if not self._is_elsewhere(meeting, b)), None)
        if after and after.start - meeting.end < _BESIDE:
            return after
        return before or after or next(iter([*ahead, *behind]), None)

    def _is_verb(self, meeting: Meeting) -> bool:
        """Whether the meeting is said as what the body does: ``HĐND xã họp kỳ thứ nhất``."""
        return self.view.text.startswith("họp", meeting.start)

    def _is_elsewhere(self, meeting: Meeting, body: Placed) -> bool:
        """Whether another clause or a post has the body: ``; Chủ tịch | HĐND huyện``."""
        between = self.view.text[meeting.end : body.start]
        return ";" in between or self._is_in_a_post(body)

    def _is_in_a_post(self, body: Placed) -> bool:
        title = title_before(self.view.text, body.start)
        return bool(title) and not title.startswith("đại biểu")

    def _near(self, meeting: Meeting) -> tuple[int, int]:
        """Return the sentence of a meeting, as far as a sentence may reach."""
        sentence = self.view.sentence_at(meeting.start)
        return max(sentence.start, meeting.start - _FAR), min(sentence.end, meeting.end + _FAR)

    def _acts(self, body: Placed) -> bool:
        before = self.view.text[max(0, body.start - 8) : body.start]
        owned = r"(?:của|thuộc|được|bởi|ủy viên|bí thư|nhân dân|các|nhiều)\s$"
        return not re.search(owned, before.lower()) and not self._is_in_a_post(body)

    def _term_behind(self, body: Placed) -> tuple[str | None, str | None]:
        """Return khóa and years of the council's term, where they stand right behind its name."""
        match = _TERM.match(self.view.text, body.end)
        if match is None:
            return None, None
        years = "-".join(re.findall(r"\d{4}", match["years"] or ""))
        return match["term"], years or None

    def is_reported(self, meeting: Meeting) -> bool:
        """Whether the passage speaks of the meeting itself, not of what it once decided."""
        text = self.view.text
        before = text[max(0, meeting.start - 28) : meeting.start]
        if self._passed_a_document(meeting) or self._is_of_several(meeting):
            return False
        if meeting.kind == "congress" and not self._is_told(meeting, before):
            return False
        if meeting.kind != "congress" and _DECIDED.search(before):
            return False
        if meeting.org not in {THE_PARTY, "Trung ương"}:
            return True
        around = text[max(0, meeting.start - 40) : meeting.end + 40]
        return bool(_CUE.search(around)) or self.date_of(meeting) is not None

    def _is_of_several(self, meeting: Meeting) -> bool:
        """Whether several units hold such a meeting: ``các huyện sẽ họp kỳ họp HĐND``."""
        named = str(meeting.org).rsplit(" ", 1)[-1] in self.view.text[meeting.start : meeting.end]
        before = max(self._near(meeting)[0], meeting.start - _PLURAL)
        return not named and bool(_SEVERAL.search(self.view.text, before, meeting.start))

    def _is_told(self, meeting: Meeting, before: str) -> bool:
        """Whether a congress is what is spoken of, not its resolution or the time since it.

        One that is greeted is under way to be held, if it is not that of the whole Party; the
        outcome of one is told where the sentence gives its day.
        """
        if _SET.match(self.view.text, meeting.end):
            return False
        if _HELD.match(self.view.text, meeting.end):
            return not re.search(r"[Ss]au\s$", before)
        if meeting.org != THE_PARTY:
            if _GREETED.search(before):
                return True
            if re.search(r"[Kk]ết\squả\s$", before):
                return bool(meeting.years and self.date_of(meeting))
        return not _NOT_REPORTED.search(before)

    def _passed_a_document(self, meeting: Meeting) -> bool:
        """Whether the meeting is only whose document it is: ``Nghị quyết 6 ngày ... Hội nghị``."""
        index = bisect_right(self.closes, meeting.start, key=lambda one: one[0]) - 1
        if index < 0 or meeting.start - self.closes[index][1] > _OF_DOCUMENT:
            return False
        return not self.view.text[self.closes[index][1] : meeting.start].strip(" (")

    def date_of(self, meeting: Meeting) -> str | None:
        """Return the day its sentence gives for a meeting that is not just being prepared."""
        return find_day(self.view.text, meeting, self._near(meeting), self.dates, self.attested_on)

    def to_event(
        self, group: Sequence[Meeting], loose: _Loose, *, is_only: bool, is_main: bool
    ) -> Event:
        """Return the event of these mentions; *loose* ones may date the main one or its term."""
        best = max(group, key=lambda m: (bool(m.ordinal), bool(m.words), -m.start))
        date = next(filter(None, map(self.date_of, group)), None)
        date = date or (loose.date if is_main or best.kind == "congress" else None)
        if best.kind == "session" and self.own and self.own.issuer == best.org:
            date = date or self.own.date  # a council dates what it passes by its session
        years = next((m.years for m in group if m.years), None) or loose.years
        if years is None and best.kind == "congress":
            years = next(filter(None, map(self._years_beside, group)), None)
        term = next((m.term for m in group if m.term), None) or self._term_anywhere(best)
        mentions = [*group, *loose.meetings] if is_only else group
        return Event(
            name=name_meeting(best, term),
            org=str(best.org),
            spans=tuple(sorted(self.view.span(m.start, m.end) for m in mentions)),
            ordinal=best.ordinal,
            date=date,
            term=years,
            rule=best.kind,
        )

    def _years_beside(self, meeting: Meeting) -> str | None:
        """Return the one nhiệm kỳ that the sentence of a congress names."""
        found = {
            match.groups() for match in _NHIEM_KY.finditer(self.view.text, *self._near(meeting))
        }
        return "-".join(found.pop()) if len(found) == 1 else None

    def _term_anywhere(self, meeting: Meeting) -> str | None:
        """Return the khóa that stands behind another mention of the same council."""
        if meeting.kind != "session" or meeting.org is None:
            return None
        same = self.placed.get(meeting.org, ())
        return next((term for body in same if (term := self._term_behind(body)[0])), None)


def _is_bare(meeting: Meeting) -> bool:
    """Whether the body is printed by its kind alone, so that the holder says which it is."""
    return meeting.org in {"Chi bộ", "Đảng bộ"}
