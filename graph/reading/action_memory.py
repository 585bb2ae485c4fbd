"""What is done with a document, and what one sentence leaves to the next."""

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
    what is done with the documents of the list that a colon opened.
    """

    own: Document | None = None
    listed: tuple[Deed, tuple[str, ...]] | None = None
    topic: Actor | None = None
    body: Actor | None = None
    person: Actor | None = None
    deed: Deed | None = None
    actors: tuple[str, ...] = ()

    @property
    def decider(self) -> str:
        """The body whose decision the text is."""
        return (self.own.issuer or "") if self.own else ""

    def recall(self, deed: Deed | None) -> tuple[str, ...]:
        """Return who did *deed* last, if that was the last thing done."""
        return self.actors if deed in {None, self.deed} else ()


def is_order(done: Done, memory: Memory) -> bool:
    """Return whether a decision only tells others to act: ``Sở Y tế thi hành Quyết định này``."""
    return bool(memory.own) and done.deed in OTHERS_ACT and done.actors != (memory.decider,)
