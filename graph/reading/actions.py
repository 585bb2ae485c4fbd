"""What persons, bodies and documents do with documents."""

from collections.abc import Iterator, Mapping, Sequence

from canbo.graph.reading.action_actors import Actors
from canbo.graph.reading.action_marks import Marks
from canbo.graph.reading.action_memory import Done, Memory
from canbo.graph.reading.action_sentences import Sentence
from canbo.graph.reading.letterhead import find_signers
from canbo.graph.reading.model import Action, BodyMention, Deed, Document, Holding, PersonMention
from canbo.graph.reading.text import View


def find_actions(
    view: View,
    documents: Sequence[Document],
    persons: Sequence[PersonMention],
    bodies: Sequence[BodyMention],
    holdings: Sequence[Holding] = (),
) -> tuple[Action, ...]:
    """Return the actions of *view* in the order of the text.

    An action needs an actor: the subject of the verb in its sentence, or the one an earlier
    sentence opened with where this one has none; *holdings* say whom a title alone means. One
    entry for each actor, deed and document.
    """
    if not documents:
        return ()
    marks, actors = Marks(view, documents), Actors(view, persons, bodies, holdings)
    head = next((one for one in documents if one.rule == "header"), None)
    memory = Memory(own=head)
    found: dict[tuple[str, Deed, str], list[Done]] = {}
    for span in view.sentences:
        sentence = Sentence(view, span, marks.within(span), actors)
        done = list(sentence.read(memory))
        sentence.remember(memory, done)
        for one in done:
            for actor in one.actors:
                found.setdefault((actor, one.deed, one.mark.document.key), []).append(one)
    own = [one for one in _issue(head, holdings) if _what(one) not in found]
    return (*own, *_gather(view, found))


def _what(action: Action) -> tuple[str, Deed, str]:
    return action.actor, action.action, action.document


def _issue(head: Document | None, holdings: Sequence[Holding]) -> Iterator[Action]:
    """Yield that its body and its signers issue the document that the text is."""
    if head is None:
        return
    for rule, names in (("header", [head.issuer]), ("signer", find_signers(holdings))):
        for name in filter(None, names):
            yield Action(name, Deed.ISSUES, head.key, head.spans[:1], rule)


def _gather(view: View, found: Mapping[tuple[str, Deed, str], Sequence[Done]]) -> Iterator[Action]:
    for (actor, deed, document), all_of_it in found.items():
        yield Action(
            actor=actor,
            action=deed,
            document=document,
            spans=tuple(dict.fromkeys(view.span(one.start, one.end) for one in all_of_it)),
            rule=all_of_it[0].rule,
        )
