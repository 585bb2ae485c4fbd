"""Who is meant: full names, later mentions by given name (``ông Hiếu``) and by pronoun."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from canbo.graph.reading.namewords import given_names, is_spelled_here
from canbo.graph.reading.persons import NameMention
from canbo.graph.reading.stream import Item

_FEW, _MANY = 40, 2000
_FEMALE = frozenset(("bà", "chị", "cô", "nữ đồng chí", "bà này", "bà ấy"))


@dataclass(slots=True)
class Cast:
    """The people of a text, the latest mentioned last.

    *called* are they by what later mentions call them; *genders* what an honorific told of them;
    *agents* those who only acted; *topics* whom the last sentence spoke of, *present* this one.
    """

    recent: dict[str, None] = field(default_factory=dict[str, None])
    called: dict[str, dict[str, None]] = field(default_factory=dict[str, "dict[str, None]"])
    counts: Counter[str] = field(default_factory=Counter[str])
    genders: dict[str, str] = field(default_factory=dict[str, str])
    agents: set[str] = field(default_factory=set[str])
    topics: list[str] = field(default_factory=list[str])
    present: dict[str, None] = field(default_factory=dict[str, None])
    # who the last act of this sentence was done to; who was lately given a post, by its title
    focus: str = ""
    newcomers: dict[str, str] = field(default_factory=dict[str, str])

    def begin_line(self) -> None:
        """Begin a sentence: nobody is named in it yet."""
        self.present = {}
        self.focus = ""

    def end_line(self, changed: Sequence[str]) -> None:
        """End a sentence: the next speaks of those whose posts *changed*, else of the first."""
        self.topics = [*changed, *self.present] or self.topics

    def recall(self, title: str) -> None:
        """Take the newcomer to a post for who the sentence is about (``Tân Chủ tịch sinh ...``)."""
        if person := self.newcomers.get(title):
            self.present.setdefault(person)

    def meet_patient(self, item: Item) -> str:
        """Return whom a pronoun behind an act means (``Bộ trưởng X ký quyết định bổ nhiệm ông``).

        It is not who acts; the next sentence speaks of the one it was done to.
        """
        if item.cue is None or not any(topic not in self.present for topic in self.topics):
            return self.meet(item)
        doers, self.present = self.present, {}
        self.agents.update(doers)
        person = self._meet_pronoun(item.cue.word)
        self.present = {person: None, **doers}
        return person

    def meet(self, item: Item) -> str:
        """Return the full name of the person that *item* mentions; empty where nobody is known."""
        if item.name:
            return self._meet_name(item.name)
        if item.cue and item.cue.kind == "pronoun":
            return self._meet_pronoun(item.cue.word)
        return ""

    def _meet_name(self, mention: NameMention) -> str:
        person = mention.name if mention.is_full else ""
        longer = [p for p in self.called.get(mention.name, ()) if p != mention.name]
        is_short = mention.start != mention.at or mention.name.count(" ") == 1
        if longer and (not mention.is_full or is_short):
            person = self._likeliest(longer, mention.gender)
        if not person and " " in mention.name and is_spelled_here(mention.name):
            person = mention.name  # a surname that no table has (``ông Thiết Ngữ``)
        if not person:
            return ""
        if mention.gender:
            self.genders.setdefault(person, mention.gender)
        self._touch(person)
        return person

    def _meet_pronoun(self, word: str) -> str:
        gender = "bà" if word in _FEMALE else "ông" if word.startswith("ông") else ""
        if self.focus and self.genders.get(self.focus, gender) in (gender, ""):
            return self.focus
        for people in (self.present, self.topics):
            for person in people:
                if person not in self.agents and self.genders.get(person, gender) in (gender, ""):
                    return person
                if person not in self.agents and not gender:
                    return person
        return self._likeliest([*self.recent][-_FEW:] if len(self.recent) < _MANY else [], gender)

    def _likeliest(self, people: list[str], gender: str) -> str:
        """Return the person of *people* mentioned last, with the right gender where it is known."""
        fitting = [p for p in people if not gender or self.genders.get(p, gender) == gender]
        return (fitting or people)[-1] if people else ""

    def _touch(self, person: str) -> None:
        self.counts[person] += 1
        self.recent.pop(person, None)
        self.recent[person] = None
        for short in given_names(person):
            called = self.called.setdefault(short, {})
            called.pop(person, None)
            called[person] = None
        self.present.setdefault(person)
