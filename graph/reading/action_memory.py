"""What is done with a document, and what one sentence leaves to the next."""

from collections.abc import Sequence
from dataclasses import dataclass

from canbo.graph.reading.action_actors import Actor
from canbo.graph.reading.action_links import OTHERS_ACT
from canbo.graph.reading.action_marks import Mark
from canbo.graph.reading.model import Deed, Document


@dataclass(frozen=True, slots=True)
class Done:
    """What *actors* do with a document; ``[start, end)`` of the view states it."""

    actors: tuple[str, ...]
    deed: Deed
    mark: Mark
    start: int
    end: int
    rule: str


@dataclass(slots=True)
class Memory:
    """What earlier sentences leave: whom they spoke of, and what was done last by whom.

    *own* is the document that the text is: its list of ``Căn cứ ...`` has no subject. *listed* is
    what is done with the documents of the list that a colon opened; *people* are those the last
    sentence with people named, *speaker* is who answers in an interview, and a text *teaches* once
    it has spoken of a class or of those who teach it.
    """

    own: Document | None = None
    listed: tuple[Deed, tuple[str, ...]] | None = None
    topic: Actor | None = None
    body: Actor | None = None
    person: Actor | None = None
    people: tuple[Actor, ...] = ()
    speaker: Actor | None = None
    teaches: bool = False
    deed: Deed | None = None
    actors: tuple[str, ...] = ()

    @property
    def decider(self) -> str:
        """The body whose decision the text is."""
        return (self.own.issuer or "") if self.own else ""

    def meet(self, leading: Actor | None, people: tuple[Actor, ...]) -> None:
        """Note whom a sentence opens with, and the *people* it names."""
        self.topic = leading or self.topic
        if leading and leading.is_person:
            self.person = leading
        else:
            self.body = leading or self.body
            self.person = people[-1] if people else self.person
        self.people = people or self.people

    def meant(self, word: str, names: Sequence[str], here: Sequence[Actor]) -> Deed | None:
        """Return what a verb's *word* means in a class: people who ``triển khai`` teach."""
        if not self.teaches or word != "triển khai":
            return None
        people = {actor.name for actor in (*self.people, *here)}
        return Deed.STUDIES if people.issuperset(names) else None

    def recall(self, deed: Deed | None) -> tuple[str, ...]:
        """Return who did *deed* last, if that was the last thing done."""
        return self.actors if deed in {None, self.deed} else ()


def is_order(done: Done, memory: Memory) -> bool:
    """Return whether a decision only tells others to act: ``Sở Y tế thi hành Quyết định này``."""
    return bool(memory.own) and done.deed in OTHERS_ACT and done.actors != (memory.decider,)
