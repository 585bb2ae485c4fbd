"""Who does it: the subject of a verb, in its sentence or in an earlier one."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from canbo.graph.reading.event_mentions import place_bodies
from canbo.graph.reading.lexicon import load, one_of
from canbo.graph.reading.model import BodyMention, Holding, PersonMention, Status
from canbo.graph.reading.named_bodies import is_named
from canbo.graph.reading.page import lower
from canbo.graph.reading.posts import post_heads
from canbo.graph.reading.text import View
from canbo.spelling import name_key


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or a body at ``[start, end)`` of the view."""

    start: int
    end: int
    name: str
    is_person: bool


_REPORTS = re.compile(
    r"\b(?:cho biết|cho hay|nghe|cho thấy|nói rằng|chia sẻ|thông tin|báo cáo rằng|trả lời|cho rằng"
    r"|khẳng định|đánh giá|nhấn mạnh|nêu rõ|phân tích|(?<!bị )(?<!được )xác định|nhận thấy"
    r"|nhận định|(?<!bị )phát hiện|chỉ ra|phát biểu (?:tại|trong)|(?:tham |đến |về )?dự (?!và\b))\b"
)
_OF = re.compile(
    r"\b(?:của|với|thay|cho|bởi|đến)\s(?:(?:ông|bà|đồng chí)\s)?(?!.*\b(?:của|với|cho)\s)"
)
_DOING = re.compile(
    r"\b(?:yêu cầu|đề nghị|chỉ đạo|giao|đã|vừa|sẽ|cho|cùng|và|tại|biểu dương|đánh giá|chúc mừng"
    r"|ký|do|được|để|đến|cùng với|là)\b"
)


@cache
def _clause_openers() -> frozenset[str]:
    return frozenset(row["word"] for row in load("words_before_subject"))


def _opens_a_clause(before: str) -> bool:
    """Whether a body may be subject behind these words: a mark, a number or a word that opens it.

    Behind any other word it is part of a phrase: ``hội trường HĐND``, ``của Tỉnh ủy``.
    """
    line = before.rsplit("\n", 1)[-1].rstrip()
    last = line.rsplit(" ", 1)[-1]
    is_number = any(letter.isdigit() for letter in last)  # a document's: ``Nghị quyết 05-NQ/TW X``
    return not last or is_number or not last[-1].isalpha() or last in _clause_openers()


_MEMBERS = re.compile(r"(?:^|\d|cán bộ, |toàn thể )\s?đảng viên (?:của |thuộc )?$")
_UNITS = re.compile(r"(?:hai|ba|bốn|các) (?:đơn vị|cơ quan|sở|địa phương):? $")


def _stands_for(before: str, name: str) -> bool:
    """Whether the words before a body only count it (``hai đơn vị``), or its own members."""
    if name.startswith(("Đảng bộ ", "Chi bộ ", "Đảng ủy ")) and _MEMBERS.search(before):
        return True
    return bool(_UNITS.search(before))


@cache
def _unnamed() -> re.Pattern[str]:
    """Return the pattern of a clause whose subject is nobody named: ``; cuộc họp cũng ...``."""
    rows = load("unnamed_subjects")
    meetings = one_of(row["word"] for row in rows if row["kind"] == "meeting")
    people = one_of(row["word"] for row in rows)
    return re.compile(rf"(?:[;:]\s(?:{people})|,\s(?:và\s)?(?:{meetings}))(?![^\W_])")


def _has_its_own(between: str) -> bool:
    """Whether the words between a subject and a verb give the verb another subject.

    Somebody is told of (``cho biết``), another clause begins, or a quotation opens.
    """
    if _REPORTS.search(between) or _unnamed().search(between):
        return True
    return between.count("“") > between.count("”") or between.count('"') % 2 == 1


_FAR = 1200  # characters; no clause is longer
_AND = re.compile(r"\s?(?:,|và|cùng|,\svà|;|-|–|&)\s?|,?\svà\s(?:ông|bà|đồng chí|anh|chị)\s")


_RIGHT_BEFORE = re.compile(r" (?:đã |vừa |sẽ |cũng |phải |ký |quyết định )*")
_PUNISHES = re.compile(
    r"\b(?:khởi tố|truy tố|bắt|đình chỉ|kỷ luật|cảnh cáo|khiển trách|cách chức|khai trừ"
    r"|xử phạt|xử lý|tước|thu hồi)\b"
)
_ASKED = re.compile(
    r"(?:trình|chờ|đề nghị|kiến nghị|đề xuất|yêu cầu|giao|xin|đôn đốc)"
    r" (?:với |cho )?(?:thường trực )?$"
)
_NAME = re.compile(
    r"(?:,|\s-|\s–)?\s(?:(?:ông|bà|đồng chí|Đ/c|đ/c|là)\s)?[A-ZĂÂĐÊÔƠƯ]\w*\s[A-ZĂÂĐÊÔƠƯÁẢẠỦ]\w*"
)


class Actors:
    """The persons and bodies of a text, asked who the subject of a place is."""

    def __init__(
        self,
        view: View,
        persons: Sequence[PersonMention],
        bodies: Sequence[BodyMention],
        holdings: Sequence[Holding] = (),
    ) -> None:
        """Place *persons* and *bodies* in the *view*; *holdings* say whom a title alone means."""
        self._text = view.text
        self._low = lower(view.text)
        people = [(view.locate(person.span), person.name) for person in persons]
        found = [Actor(s.start, s.end, name, is_person=True) for s, name in people]
        named = (body for body in place_bodies(view, bodies) if is_named(body.name))
        found += [Actor(body.start, body.end, body.name, is_person=False) for body in named]
        found += self._in_office(holdings)
        holders = _holders(holdings)
        self._all = [self._in_person(actor, holders) for actor in _outermost(found)]
        self._starts = [actor.start for actor in self._all]

    def _in_person(self, actor: Actor, holders: Mapping[tuple[str, str], str]) -> Actor:
        """Return the person that a title alone means: ``Bí thư Quận ủy nhắc lại ...``."""
        if actor.is_person or self._names_someone(actor.end):
            return actor
        start = max(0, actor.start - 30)
        before = self._text[start : actor.start]
        heads = [m for m in post_heads().finditer(self._low, start, actor.start) if m["title"]]
        if not heads or self._text[heads[-1].end() : actor.start].strip():
            return actor
        title = name_key(before[heads[-1].start("title") - start :])
        person = holders.get((title, actor.name))
        return Actor(heads[-1].start(), actor.end, person, is_person=True) if person else actor

    def _in_office(self, holdings: Sequence[Holding]) -> Iterator[Actor]:
        """Yield the persons that a title of State alone means: ``Phó Thủ tướng còn ký ...``."""
        for title in _OF_STATE:
            held = [one for one in holdings if one.post.startswith(title) and _holds(one)]
            if len({one.person for one in held}) != 1:
                continue
            for match in re.finditer(rf"(?<!\w){title}(?: Chính phủ)?(?!\w)", self._text):
                is_other = self._low.endswith(("phó ", "nguyên ", "cựu "), 0, match.start())
                if not is_other and not self._names_someone(match.end()):
                    yield Actor(match.start(), match.end(), held[0].person, is_person=True)

    def _names_someone(self, place: int) -> bool:
        """Whether a name stands right behind *place*, as in ``Bí thư Quận ủy Trần Kim Yến``."""
        return bool(_NAME.match(self._text, place))

    def between(self, start: int, end: int) -> Sequence[Actor]:
        """Return the actors that begin in ``[start, end)``."""
        return self._all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def subjects_before(self, place: int, start: int) -> tuple[Actor, ...]:
        """Return the subject before *place* and not before *start*, with those joined to it."""
        near = self.between(max(start, place - _FAR), place)
        before = [actor for actor in near if actor.end <= place]
        while before:
            chain = self._chain(before)
            if chain and self._may_act(chain[0]):
                between = self._low[chain[-1].end : place]
                return () if _has_its_own(between) else tuple(chain)
            del before[-max(1, len(chain)) :]
        return ()

    def _chain(self, before: Sequence[Actor]) -> list[Actor]:
        """Return the last of *before* with those it is joined to; none if it is in a phrase."""
        chain = [before[-1]]
        for other in reversed(before[:-1]):
            joint = _AND.fullmatch(self._text[other.end : chain[0].start])
            if other.is_person != chain[0].is_person or joint is None:
                break
            if not self._may_act(other):
                # ``của A, B và C``: all of them are owners; ``của A, B tổ chức``: B is subject
                owners = len(chain) > 1 or "và" in joint[0]
                return [] if owners else chain
            chain.insert(0, other)
        return chain

    def first_after(self, place: int, end: int) -> Actor | None:
        """Return the first subject behind a comma after *place*: ``Thực hiện X, Y tổ chức``."""
        seen: set[str] = set()  # a title behind a name is no other subject
        for actor in self.between(place, min(end, place + _FAR)):
            lead = self._text[max(place, actor.start - 48) : actor.start]
            is_new = actor.name not in seen and self._may_act(actor)
            if is_new and re.search(r"[,;][^,;.:]{0,46}$", lead):
                return actor
            seen.add(actor.name)
        return None

    def agent(self, place: int, end: int) -> Actor | None:
        """Return the actor whose name, behind a title or an honorific, follows *place*."""
        near = self.between(place, min(end, place + 80))
        return next((actor for actor in near if self._may_act(actor)), None)

    def leading(self, start: int, end: int) -> Actor | None:
        """Return the subject that a sentence opens with, if it does."""
        for actor in self.between(start, min(end, start + 120)):
            opening = self._text[start : actor.start]
            if ":" in opening or ";" in opening:
                return None
            if self._may_act(actor):
                return actor
        return None

    def last_person(self, start: int, end: int) -> Actor | None:
        """Return the last person named in ``[start, end)``."""
        people = [actor for actor in self.between(start, end) if actor.is_person]
        return people[-1] if people else None

    def people(self, start: int, end: int) -> tuple[Actor, ...]:
        """Return the persons named in ``[start, end)``, each once, in order."""
        named = {a.name: a for a in self.between(start, end) if a.is_person}
        return tuple(named.values())

    def is_on_behalf(self, actor: Actor) -> bool:
        """Return whether someone else acts for the actor: ``thay mặt Ban Thường vụ``."""
        return self._low[max(0, actor.start - 9) : actor.start].endswith("thay mặt ")

    def ends_at(self, place: int) -> bool:
        """Return whether an actor stands right before the verb at *place*."""
        near = self.between(max(0, place - 120), place)
        ends = (self._low[one.end : place] for one in near if one.end < place)
        return any(_RIGHT_BEFORE.fullmatch(between) for between in ends)

    def is_punishing(self, actor: Actor, place: int) -> bool:
        """Return whether the actor punishes others for what the verb at *place* says."""
        told = self._low[actor.end : place]
        return bool(_PUNISHES.search(told)) and not re.search(r"\b(?:bị|chịu|nhận)\b", told)

    def is_asked(self, actor: Actor) -> bool:
        """Return whether others want it of the actor: ``trình UBND tỉnh (ban hành)``."""
        return bool(_ASKED.search(self._low, max(0, actor.start - 24), actor.start))

    def body_of_kind(self, word: str, start: int, end: int) -> Actor | None:
        """Return the last body in ``[start, end)`` that ``Sở này``, ``cơ quan này`` can mean."""
        kind = word.capitalize() if word in {"bộ", "sở", "ban"} else ""
        near = (one for one in reversed(self.between(start, end)) if not one.is_person)
        return next((one for one in near if one.name.startswith(kind)), None)

    def _may_act(self, actor: Actor) -> bool:
        phrase = self._phrase_before(actor)
        if phrase.startswith("theo ") and not re.search(r"\b(?:mà|do|được)\s$", phrase):
            return False
        if actor.is_person:
            oblique = _OF.search(phrase)
            title = phrase[oblique.end() :] if oblique else ""
            return not (oblique and (not title or post_heads().match(title)))
        before = self._low[max(0, actor.start - 24) : actor.start]
        is_free = _opens_a_clause(before) or _stands_for(before, actor.name)
        return is_free and not self._is_in_a_post(actor)

    def _phrase_before(self, actor: Actor) -> str:
        """Return the words from the last mark to the actor, in lower case."""
        start = max(0, actor.start - 60)
        return re.split(r"[,;:.\n(–]\s?|\s-\s", self._low[start : actor.start])[-1]

    def _is_in_a_post(self, actor: Actor) -> bool:
        """Whether the body is the complement of a post: ``Chủ tịch | UBND Quận 1``."""
        phrase = self._phrase_before(actor)
        match = post_heads().match(phrase)
        return match is not None and not _DOING.search(phrase, match.end())


_OF_STATE = ("Tổng Bí thư", "Chủ tịch nước", "Phó Chủ tịch nước", "Thủ tướng", "Phó Thủ tướng")


def _holds(one: Holding) -> bool:
    ended = {Status.FORMER, Status.PROPOSED, Status.DISMISSED, Status.RETIRED}
    return one.status not in ended


def _holders(holdings: Sequence[Holding]) -> dict[tuple[str, str], str]:
    """Return who holds which post in which body, where the text knows one holder only."""
    found: dict[tuple[str, str], set[str]] = {}
    for one in holdings:
        if _holds(one):
            found.setdefault((name_key(one.post), one.org), set()).add(one.person)
    return {key: min(people) for key, people in found.items() if len(people) == 1}


def _outermost(actors: Sequence[Actor]) -> list[Actor]:
    """Leave out what lies inside a longer mention."""
    kept: list[Actor] = []
    for actor in sorted(actors, key=lambda a: (a.start, -a.end)):
        if not kept or actor.end > kept[-1].end:
            kept.append(actor)
    return kept
