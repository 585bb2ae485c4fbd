"""Keep what the sources tell of and what belongs to it; leave out what only the register knows.

The register lists every organ, congress and leader; a page of one bulletin is not about them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from canbo.viz.things import Evidence, Fact, Reason, Relation, Thing

BRINGS_OBJECT: Final = frozenset({Relation.HOLDS, Relation.POST_IN, Relation.ISSUED_BY})
"""Where these are known of a thing that is kept, their other end is kept as well."""


def keep_told(
    things: Mapping[str, Thing],
    facts: Sequence[Fact],
    evidence: Sequence[Evidence],
    focus: str | None,
) -> tuple[dict[str, Thing], list[Fact]]:
    """Return the things that a text tells of with what belongs to them, and the facts between them.

    *focus* and what is said of it are kept in any case. A body whose superior is left out keeps its
    name.
    """

    def is_told(places: Iterable[int]) -> bool:
        return any(not evidence[place].is_registered for place in places)

    kept = {iri for iri, thing in things.items() if is_told(thing.evidence) or iri == focus}
    for fact in facts:
        about_focus = fact.object == focus and fact.relation is not Relation.PART_OF
        if is_told(fact.evidence) or about_focus:
            kept |= {fact.subject, fact.object}
    _bring(kept, facts)
    parents = {
        fact.subject: things[fact.object].label
        for fact in facts
        if fact.relation is Relation.PART_OF and fact.object not in kept
    }
    return (
        {iri: replace(things[iri], parent=parents.get(iri, "")) for iri in kept},
        [fact for fact in facts if fact.subject in kept and fact.object in kept],
    )


def _bring(kept: set[str], facts: Sequence[Fact]) -> None:
    """Add to *kept* what belongs to it: posts of people, bodies of posts, issuers, who met."""
    chain = sorted(facts, key=lambda fact: fact.relation is not Relation.HOLDS)
    for fact in chain:
        if fact.relation in BRINGS_OBJECT and fact.subject in kept:
            kept.add(fact.object)
        if fact.relation is Relation.CONVENED and fact.object in kept:
            kept.add(fact.subject)


def drop_unused(
    things: Iterable[Thing], facts: Iterable[Fact], evidence: Sequence[Evidence]
) -> tuple[list[Thing], list[Fact], tuple[Evidence, ...]]:
    """Return all three with only the evidence that something rests on, renumbered in its order."""
    things, facts = list(things), list(facts)
    used = {place for thing in things for place in thing.evidence}
    used |= {place for fact in facts for place in fact.evidence}
    used |= {reason.evidence for fact in facts for reason in fact.reasons}
    number = {place: count for count, place in enumerate(sorted(used))}

    def moved(places: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(number[place] for place in places)

    def move_reason(reason: Reason) -> Reason:
        return Reason(reason.bound, reason.rule, number[reason.evidence])

    return (
        [replace(t, evidence=moved(t.evidence)) if t.evidence else t for t in things],
        [
            replace(f, evidence=moved(f.evidence), reasons=tuple(map(move_reason, f.reasons)))
            if f.evidence
            else f
            for f in facts
        ],
        tuple(evidence[place] for place in sorted(used)),
    )
