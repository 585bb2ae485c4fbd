"""One sentence with documents in it: which verb governs each, and who its subject is."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from canbo.graph.reading.action_actors import Actor, Actors
from canbo.graph.reading.action_clauses import (
    is_class,
    is_item,
    is_listing,
    is_nameless,
    opens_list,
)
from canbo.graph.reading.action_links import OTHERS_ACT, Links
from canbo.graph.reading.action_lists import listed
from canbo.graph.reading.action_marks import Mark
from canbo.graph.reading.action_memory import Done, Memory, is_order
from canbo.graph.reading.action_pronouns import find_meant, find_speaker
from canbo.graph.reading.action_verbs import (
    Verb,
    is_elided,
    is_lookback,
    is_nominal,
    is_review,
    take_joined,
)
from canbo.graph.reading.changing import replace
from canbo.graph.reading.model import Deed, Span
from canbo.graph.reading.text import View

_PASSIVE = re.compile(
    r"(?:\s(?:về|quy định)\s[^.;,]{3,160})?,?\s(?:(?:đã|vừa|sẽ|cũng|đang)\s)?được\s"
)
_BY = re.compile(r"[^.;,]{0,40}?\sdo\s")
_OWN = {Deed.ISSUES, Deed.CITES}  # not done yet where another is asked to do it
_REMEMBERED = {*OTHERS_ACT, Deed.CITES}
_IS = re.compile(r"[^.;:]{0,60}?\slà\s")
_THAT = re.compile(r"(?:\s[^.;,]{0,40})?\smà\s")
_REACH, _SHORT = 200, 60  # characters from the agent to the verb
_HELD = re.compile(r"[^.;:]{0,200}?\b(?:tổ chức|mở|tiến hành|chủ trì|chủ trì tổ chức)\b")
_MODAL = re.compile(r"\b(?:cần|phải|tiếp tục|hãy|nên)\b")


class Sentence:
    """A sentence of the view, with the *marks* in it."""

    def __init__(self, view: View, span: Span, marks: Sequence[Mark], actors: Actors) -> None:
        """Find the verbs of the sentence at *span*."""
        self.text, self.start, self.end, self.span = view.text, span.start, span.end, span
        self.actors = actors
        self.links = Links(view.text, span, marks)
        self.marks = [mark for mark in marks if not self.links.is_in_a_title(mark)]
        self.verbs = self.links.verbs

    def read(self, memory: Memory) -> Iterator[Done]:
        """Yield what is done, in the order of the documents."""
        memory.speaker = find_speaker(self.text, self.span, self.actors, memory.speaker)
        found = [self._of(mark, memory) for mark in self.marks]
        pairs = list(enumerate(pairwise(self.marks)))
        for index, (one, other) in pairs:
            if not found[index + 1] and self._goes_on(one, other):
                found[index + 1] = [
                    replace(done, mark=other, end=other.end) for done in found[index]
                ]
        for index, (one, other) in reversed(pairs):
            behind = [done for done in found[index + 1] if done.end > other.end]
            if not found[index] and behind and self.links.is_row((one, other)):
                found[index] = [replace(done, mark=one, start=one.start) for done in behind]
        for done in (done for of_mark in found for done in of_mark):
            if not is_order(done, memory):
                yield done

    def _goes_on(self, one: Mark, other: Mark) -> bool:
        return self.links.is_row((one, other)) or self.links.is_coordinated(one, other)

    def remember(self, memory: Memory, found: Sequence[Done]) -> None:
        """Leave to later sentences what this one speaks of."""
        if found:
            memory.deed, memory.actors = found[-1].deed, found[-1].actors
        elif (verb := self._last_act()) and (actors := self._doers(verb, verb.end, memory)):
            memory.deed, memory.actors = verb.deed, tuple(actor.name for actor in actors)
        if not is_item(self.text, self.start):
            memory.listed = self._opened(memory)
        leading = self.actors.leading(self.start, self.end)
        memory.meet(leading, self.actors.people(self.start, self.end))
        if found and (body := self._acted(found[-1].actors)):
            memory.body = body
        memory.teaches = memory.teaches or is_class(self.text, self.span)

    def _acted(self, names: Sequence[str]) -> Actor | None:
        """Return the body of the sentence that did what is told, and not a person."""
        named = (a for a in self.actors.between(self.start, self.end) if a.name in names)
        return next((actor for actor in named if not actor.is_person), None)

    def _opened(self, memory: Memory) -> tuple[Deed, tuple[str, ...]] | None:
        """Return what is done with the list that the sentence opens, and by whom."""
        verb = self.verbs[-1] if self.verbs else None
        if verb is None or verb.kind != "act" or not opens_list(self.text, verb.end, self.end):
            return None
        names = tuple(actor.name for actor in self._doers(verb, self.end, memory))
        return (self._taught(verb, memory, names), names) if names else None

    def _last_act(self) -> Verb | None:
        acts = (v for v in reversed(self.verbs) if v.deed in _REMEMBERED and v.kind != "ask")
        return next(acts, None)

    def _of(self, mark: Mark, memory: Memory) -> list[Done]:
        if passive := self._passive(mark):
            return passive
        verbs = self.links.governing(mark)
        place = verbs[-1].start if verbs else mark.start
        wanted = verbs[0].deed in OTHERS_ACT if verbs else self.links.follows_theo(mark)
        if wanted and (asked := self._asked(place, mark, memory)):
            return asked
        if not verbs:
            return listed(self.text, self.start, mark, memory) if mark is self.marks[0] else []
        found = (self._active(verb, mark, memory) for verb in verbs if verb.kind != "ask")
        return list({one.deed: one for one in found if one}.values())

    # --- who ------------------------------------------------------------------------------------

    def _active(self, verb: Verb, mark: Mark, memory: Memory) -> Done | None:
        if verb.deed is Deed.SUPERSEDES:
            return self._superseding(verb, mark)
        if is_lookback(self.text, self.start, verb):
            after = self.actors.first_after(mark.end, self.end)
            return self._done((after.name,), verb.deed, mark, verb) if after else None
        if (inverted := self._inverted(verb, mark) or self._behind(verb, mark)) is not None:
            return self._done((inverted.name,), verb.deed, mark, verb)
        if is_nominal(self.text, verb) and not is_review(self.text, verb):
            return None
        names = tuple(actor.name for actor in self._doers(verb, mark.close, memory))
        if not names and self.links.document_acting(verb) is None:
            names = self._recalled(verb, mark, memory)
        if not names:
            return None
        return self._done(names, self._taught(verb, memory, names), mark, verb)

    def _taught(self, verb: Verb, memory: Memory, names: Sequence[str]) -> Deed:
        here = self.actors.people(self.start, verb.start)
        word = self.text[verb.start : verb.end].lower()
        return memory.meant(word, names, here) or verb.deed

    def _inverted(self, verb: Verb, mark: Mark) -> Actor | None:
        """Return the subject behind ``là``: ``Truyền đạt nghị quyết là bà C``."""
        if verb.start != self.start or verb.deed is not Deed.STUDIES:
            return None
        match = _IS.match(self.text, mark.close, self.end)
        agent = self.actors.agent(match.end(), self.end) if match else None
        return agent if agent and agent.is_person else None

    def _behind(self, verb: Verb, mark: Mark) -> Actor | None:
        """Return the subject right behind the document: ``; thực hiện Nghị quyết 5 X ban hành``."""
        if verb.deed not in OTHERS_ACT or not self.text.endswith("; ", self.start, verb.start):
            return None
        return self.actors.agent(mark.close, min(mark.close + 3, self.end))

    def _done(self, names: tuple[str, ...], deed: Deed, mark: Mark, verb: Verb) -> Done:
        start, end = min(verb.start, mark.start), max(verb.end, mark.end)
        return Done(names, deed, mark, start, end, f"verb: {self.text[verb.start : verb.end]}")

    def _doers(self, verb: Verb, close: int, memory: Memory) -> tuple[Actor, ...]:
        """Return the subject that stands in the sentence."""
        if by := _BY.match(self.text, close, self.end):
            agent = self.actors.agent(by.end(), self.end)
            if agent and _HELD.match(self.text, agent.end, self.end):
                return (agent,)
        if self.links.is_teacher(verb):
            agent = self.actors.agent(verb.end, self.end)
            return (agent,) if agent else ()
        if acting := self.links.document_acting(verb):
            issue = self.links.issuing(acting)
            if issue is None or self.links.document_acting(issue):
                return ()
            verb = issue  # who issues the plan that carries it out carries it out
        return self._with_signer(verb, self._subjects(verb, memory))

    def _subjects(self, verb: Verb, memory: Memory) -> tuple[Actor, ...]:
        """Return the subject before the verb, a pronoun's person or body included."""
        meant = find_meant(self.text, self.span, verb.start, memory, self.actors)
        if meant is not None:
            return meant
        found = self.actors.subjects_before(verb.start, self.start)
        return () if found and self._is_for_another(verb, found) else found

    def _is_for_another(self, verb: Verb, found: tuple[Actor, ...]) -> bool:
        """Whether the subject is only asked for it, or punishes those who did it."""
        if verb.deed is Deed.VIOLATES:
            is_told_of = self.text.endswith(" là ", self.start, verb.start)  # of what was done
            return is_told_of or self.actors.is_punishing(found[-1], verb.start)
        between = self._verbs_between(found[-1].end, verb.start)
        is_joined = self.text.endswith((" và ", " rồi "), self.start, verb.start)
        asks = not is_joined and any(one.kind == "say" for one in between)
        return verb.deed in _OWN and (asks or self.actors.is_asked(found[0]))

    def _with_signer(self, verb: Verb, found: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Return signer and body, where one signs ``thay mặt`` the other."""
        if not found or verb.deed is not Deed.ISSUES:
            return found
        before = self.actors.between(self.start, found[0].start)
        if found[0].is_person:
            bodies = (actor for actor in before if self.actors.is_on_behalf(actor))
            return (*found, *bodies)
        signers = [actor for actor in before if actor.is_person]
        return (signers[-1], *found) if signers and self.actors.is_on_behalf(found[0]) else found

    def _recalled(self, verb: Verb, mark: Mark, memory: Memory) -> tuple[str, ...]:
        """Return the subject behind the document or in an earlier sentence."""
        if verb.deed is Deed.CITES and memory.decider:
            return (memory.decider,)
        if is_listing(self.text, verb.end, mark.start):
            return memory.recall(verb.deed)
        opens = not self.actors.between(self.start, verb.start)
        after = self.actors.first_after(mark.end, self.end) if opens else None
        if after and after.is_person and verb.deed is Deed.CITES:
            after = None
        if after or verb.deed not in OTHERS_ACT or not is_elided(self.text, self.start, verb.start):
            return (after.name,) if after else ()
        topic = memory.topic
        return (topic.name,) if topic and not topic.is_person else ()

    # --- asked, passive, continued, superseded --------------------------------------------------

    def _asked(self, place: int, mark: Mark, memory: Memory) -> list[Done]:
        """Return who asks others for it, where such a verb stands before *place*."""
        index = bisect_left(self.verbs, place, key=lambda verb: verb.start)
        for verb in reversed(self.verbs[max(0, index - 12) : index]):
            if not self._asks(verb, place):
                continue
            if verb.kind == "hint" and place == mark.start:
                continue
            names = tuple(actor.name for actor in self._doers(verb, self.end, memory))
            if names:
                return [self._done(names, Deed.URGES, mark, verb)]
        return []

    def _asks(self, verb: Verb, place: int) -> bool:
        if verb.kind not in {"say", "hint"}:
            return False
        return verb.kind == "say" or bool(_MODAL.search(self.text, verb.end, place))

    def _passive(self, mark: Mark) -> list[Done]:
        """Return what is done with the document as subject: ``được X quán triệt``, ``do X ký``."""
        for opening in (_PASSIVE, _BY, _THAT):
            match = opening.match(self.text, mark.close, self.end)
            agent = self.actors.agent(match.end(), self.end) if match else None
            if match is None or agent is None:
                continue
            reach = _REACH if opening is _BY else _SHORT
            acts = self._verbs_between(agent.end, agent.end + reach)
            near = [v for v in acts if self.links.may_take(v, mark)]
            if not near or self._has_mark(agent.end, near[0].start):
                continue
            if opening is _BY and _HELD.match(self.text, agent.end, near[0].start):
                continue  # ``do X tổ chức đã ...``: X held it, what follows is told of it
            deeds = {
                verb.deed: self._done(self._agents(agent, verb), verb.deed, mark, verb)
                for verb in take_joined(self.text, near)
            }
            return list(deeds.values())
        return []

    def _verbs_between(self, start: int, end: int) -> Sequence[Verb]:
        first, last = (bisect_left(self.verbs, p, key=lambda v: v.start) for p in (start, end))
        return self.verbs[first:last]

    def _agents(self, agent: Actor, verb: Verb) -> tuple[str, ...]:
        """Return who does it, with the body for which the agent signs."""
        if verb.deed is not Deed.ISSUES or not agent.is_person:
            return (agent.name,)
        between = self.actors.between(agent.end, verb.start)
        return (agent.name, *(one.name for one in between if self.actors.is_on_behalf(one)))

    def _has_mark(self, start: int, end: int) -> bool:
        index = bisect_left(self.marks, start, key=lambda mark: mark.start)
        return index < len(self.marks) and self.marks[index].start < end

    def _superseding(self, verb: Verb, mark: Mark) -> Done | None:
        index = bisect_right(self.marks, verb.start, key=lambda one: one.end)
        newer = [
            m for m in self.marks[max(0, index - 3) : index] if m.document is not mark.document
        ]
        if not newer or self.actors.ends_at(verb.start) or is_nameless(self.text, verb.start):
            return None
        return self._done((newer[-1].document.key,), Deed.SUPERSEDES, mark, verb)
