"""What persons, bodies and documents do with documents."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from canbo.graph.reading.action_actors import Actor, Actors
from canbo.graph.reading.action_verbs import Verb, find_verbs, is_nominal
from canbo.graph.reading.document_context import read_context
from canbo.graph.reading.model import (
    Action,
    BodyMention,
    Deed,
    Document,
    PersonMention,
    Span,
)
from canbo.graph.reading.text import View


def find_actions(
    view: View,
    documents: Sequence[Document],
    persons: Sequence[PersonMention],
    bodies: Sequence[BodyMention],
) -> tuple[Action, ...]:
    """Return the actions of *view* in the order of the text.

    An action needs an actor: the subject of the verb in its sentence, or the one an earlier
    sentence opened with where this one has none. One entry for each actor, deed and document.
    """
    if not documents:
        return ()
    scene = _Scene(view, documents, Actors(view, persons, bodies))
    found: dict[tuple[str, Deed, str], list[_Deed]] = {}
    for deed in scene.read():
        for actor in deed.actors:
            found.setdefault((actor, deed.deed, deed.mark.document.key), []).append(deed)
    return tuple(
        Action(actor, what, document, tuple(dict.fromkeys(d.span for d in deeds)), deeds[0].rule)
        for (actor, what, document), deeds in found.items()
    )


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mention of a document at ``[start, end)``; *close* is where what is said of it ends."""

    start: int
    end: int
    close: int
    document: Document


@dataclass(frozen=True, slots=True)
class _Deed:
    actors: tuple[str, ...]
    deed: Deed
    mark: _Mark
    span: Span
    rule: str


# Between a verb and its document stand how it is done and the kind of thing it is.
_GAP = re.compile(r"[^;:.!?()]{0,70}")
_BREAK = re.compile(r"[;:!?]|\.\s")
_THEO = re.compile(r"\btheo(?:\s(?:đúng|tinh thần|nội dung|quy định(?: của| tại)?))*\s$")
_ROW = re.compile(r"(?:[\s,;&]|và|cùng|với|gắn|hoặc|\))*(?:các\s|của\s)?")


class _Scene:
    """The marks of the documents, sentence by sentence, and what was last done by whom."""

    def __init__(self, view: View, documents: Sequence[Document], actors: Actors) -> None:
        self.view, self.text, self.actors = view, view.text, actors
        self.marks = sorted(self._marks(documents), key=lambda mark: (mark.start, mark.end))
        self.marks = sorted([*self.marks, *self._echoes()], key=lambda mark: (mark.start, mark.end))
        self._starts = [mark.start for mark in self.marks]
        self.topic: Actor | None = None
        self.last: tuple[tuple[str, ...], Deed] | None = None

    def _marks(self, documents: Sequence[Document]) -> Iterator[_Mark]:
        for document in documents:
            for span in document.spans:
                place = self.view.locate(span)
                close = read_context(self.text, place.end).end
                yield _Mark(place.start, place.end, close, document)

    def _echoes(self) -> Iterator[_Mark]:
        """Yield ``Quy định này``, ``nội dung nghị quyết``: the last document of that type."""
        types = sorted({mark.document.type for mark in self.marks}, key=len, reverse=True)
        if not types:
            return
        word = "|".join(re.escape(kind) for kind in types)
        echo = re.compile(
            rf"(?<!\w)(?:(?P<of>[Nn]ội\sdung\s(?:của\s)?)(?P<a>(?i:{word}))|(?P<b>(?i:{word}))"
            r"\s(?:này|nêu\strên|nói\strên|trên))(?!\w)"
        )
        starts = [mark.start for mark in self.marks]
        for match in echo.finditer(self.text):
            kind = (match["a"] or match["b"]).lower()
            before = self.marks[: bisect_left(starts, match.start())]
            same = (mark for mark in reversed(before) if mark.document.type.lower() == kind)
            if (mark := next(same, None)) and not self._is_marked(starts, match.start("a")):
                yield _Mark(match.start(), match.end(), match.end(), mark.document)

    def _is_marked(self, starts: Sequence[int], place: int) -> bool:
        index = bisect_left(starts, place)
        return index < len(starts) and starts[index] == place

    def read(self) -> Iterator[_Deed]:
        """Yield the deeds, sentence by sentence."""
        for sentence in self.view.sentences:
            marks = self._in(sentence)
            if marks:
                yield from _Sentence(self, sentence, marks).read()
            leading = self.actors.leading(sentence)
            if leading:
                self.topic = leading

    def _in(self, sentence: Span) -> list[_Mark]:
        first = bisect_left(self._starts, sentence.start)
        return self.marks[first : bisect_left(self._starts, sentence.end)]


class _Sentence:
    """One sentence with documents in it."""

    def __init__(self, scene: _Scene, sentence: Span, marks: Sequence[_Mark]) -> None:
        self.scene, self.text, self.actors = scene, scene.text, scene.actors
        self.start, self.end, self.marks = sentence.start, sentence.end, marks
        verbs = find_verbs(self.text, sentence)
        self.verbs = [verb for verb in verbs if not self._is_title(verb)]

    def _is_title(self, verb: Verb) -> bool:
        """Whether the verb stands in a document's name or in its subject (``về học tập ...``)."""
        for mark in self.marks:
            if mark.start <= verb.start < mark.close:
                return True
            lead = self.text[mark.close : verb.start]
            if 0 <= len(lead) < 40 and re.match(r"\s?,?\s(?:nói\s)?về\b", lead):  # noqa: PLR2004
                return not re.search(r"[,;.]", lead[2:])
        return False

    def read(self) -> Iterator[_Deed]:
        """Yield the deeds of the sentence in the order of its documents."""
        previous: list[_Deed] = []
        before: _Mark | None = None
        for mark in self.marks:
            row = before is not None and bool(
                _ROW.fullmatch(self.text, before.close, max(before.close, mark.start))
            )
            deeds = self._of(mark)
            if row and not deeds:
                deeds = [_Deed(d.actors, d.deed, mark, d.span, d.rule) for d in previous]
            yield from deeds
            for deed in deeds:
                self.scene.last = (deed.actors, deed.deed)
            previous, before = deeds, mark

    def _of(self, mark: _Mark) -> list[_Deed]:
        passive = self._passive(mark)
        if passive:
            return passive
        verbs = self._governing(mark)
        if not verbs:
            return self._continued(mark)
        if asked := self._asked(verbs[-1].start, mark):
            return asked
        return [deed for verb in verbs if (deed := self._active(verb, mark))]

    # --- the verb before -----------------------------------------------------------------------

    def _governing(self, mark: _Mark) -> list[Verb]:
        """Return the verb whose object the document is, with those coordinated with it."""
        before = [verb for verb in self.verbs if verb.end <= mark.start]
        chosen: list[Verb] = []
        for verb in reversed(before):
            gap = self.text[verb.end : chosen[-1].start if chosen else mark.start]
            if chosen and not re.fullmatch(r"(?:\s|,|và|tổ chức|tốt|nghiêm|túc|sâu|rộng)*", gap):
                break
            if not chosen and not self._reaches(verb, gap, mark):
                break
            if verb.kind != "say" and verb.kind != "hint":
                chosen.append(verb)
            elif not chosen:
                return [verb] if _THEO.search(gap) or len(gap) < 3 else []  # noqa: PLR2004
        return chosen

    def _reaches(self, verb: Verb, gap: str, mark: _Mark) -> bool:
        others = [m for m in self.marks if verb.end <= m.start and m.end <= mark.start]
        if others and not self._is_row(others, mark):
            return bool(_THEO.search(gap)) and verb.deed is Deed.IMPLEMENTS
        own = self.text[verb.end : others[0].start] if others else gap
        if verb.deed is Deed.VIOLATES:
            return len(own) < 240 and not re.search(r"[.!?]\s", own)  # noqa: PLR2004
        if verb.deed in {Deed.ISSUES, Deed.SUPERSEDES}:
            return bool(re.fullmatch(r"\s(?:[^\s,;.()]+\s){0,4}", own))
        if _THEO.search(own) and verb.deed is Deed.IMPLEMENTS:
            return True
        return bool(_GAP.fullmatch(own))

    def _is_row(self, others: Sequence[_Mark], mark: _Mark) -> bool:
        row = [*others, mark]
        pairs = zip(row, row[1:], strict=False)
        return all(
            _ROW.fullmatch(self.text, one.close, max(one.close, two.start)) or one.start == two.start
            for one, two in pairs
        )

    def _active(self, verb: Verb, mark: _Mark) -> _Deed | None:
        if verb.deed is Deed.SUPERSEDES:
            return self._superseding(verb, mark)
        if is_nominal(self.text, verb) and not self._is_review(verb):
            return None
        span = self.scene.view.span(verb.start, mark.end)
        by = self._agent(mark.close, Deed.STUDIES) or ()
        actors = by or self._subject(verb, mark)
        if not actors:
            return None
        names = tuple(actor.name for actor in actors)
        return _Deed(names, verb.deed, mark, span, f"verb: {self.text[verb.start : verb.end]}")

    def _is_review(self, verb: Verb) -> bool:
        before = self.text[max(self.start, verb.start - 60) : verb.start].lower()
        return bool(re.search(r"(?:sơ|tổng) kết\s[^,;.]{0,48}$", before))

    def _superseding(self, verb: Verb, mark: _Mark) -> _Deed | None:
        newer = [m for m in self.marks if m.end <= verb.start and m.document is not mark.document]
        if not newer:
            return None
        span = self.scene.view.span(newer[-1].start, mark.end)
        return _Deed((newer[-1].document.key,), Deed.SUPERSEDES, mark, span, "verb: thay thế")
