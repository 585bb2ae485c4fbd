"""Who is meant: full names, later mentions by given name (``ông Hiếu``) and by pronoun."""

from dataclasses import dataclass, field

from canbo.graph.reading.persons import NameMention, given_names
from canbo.graph.reading.stream import Item

_FEMALE = frozenset(("bà", "chị", "cô", "nữ đồng chí", "bà này", "bà ấy"))


@dataclass(slots=True)
class Cast:
    """The people of a text in the order of their last mention, with what tells their gender."""

    recent: list[str] = field(default_factory=list[str])
    genders: dict[str, str] = field(default_factory=dict[str, str])
    agents: set[str] = field(default_factory=set[str])

    def meet(self, item: Item) -> str:
        """Return the full name of the person that *item* mentions; empty where nobody is known."""
        if item.name:
            return self._meet_name(item.name)
        if item.cue and item.cue.kind == "pronoun":
            return self._meet_pronoun(item.cue.word)
        return ""

    def _meet_name(self, mention: NameMention) -> str:
        person = mention.name if mention.is_full else ""
        longer = [p for p in self.recent if p.endswith(f" {mention.name}")]
        if longer and (not mention.is_full or mention.start != mention.at):
            person = self._likeliest(longer, mention.gender)
        if not person:
            return ""
        if mention.gender:
            self.genders.setdefault(person, mention.gender)
        self._touch(person)
        return person

    def _meet_pronoun(self, word: str) -> str:
        gender = "bà" if word in _FEMALE else "ông" if word.startswith("ông") else ""
        people = [p for p in self.recent if p not in self.agents] or self.recent
        person = self._likeliest(people, gender)
        if person:
            self._touch(person)
        return person

    def _likeliest(self, people: list[str], gender: str) -> str:
        """Return the person of *people* mentioned last, with the right gender where it is known."""
        fitting = [p for p in people if not gender or self.genders.get(p, gender) == gender]
        return (fitting or people)[-1] if people else ""

    def _touch(self, person: str) -> None:
        if person in self.recent:
            self.recent.remove(person)
        self.recent.append(person)


def is_called(name: str, short: str) -> bool:
    """Return whether *short* is what a later mention calls *name* by."""
    return short in given_names(name)
