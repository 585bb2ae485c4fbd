"""What is near a thing, as a small graph of its own: enough for the network page to be made of."""

from collections.abc import Iterable, Sequence
from typing import Final, cast

from pyoxigraph import Quad, QueryTriples, Store

from canbo.ontology.iris import BASE, NS
from canbo.ontology.standards import ELI, OA, ORG, SCHEMA, SKOS
from canbo.pages.known import pointed, pointing
from canbo.queries import named
from canbo.queries.bind import bound
from canbo.queries.local import evaluate
from canbo.queries.rows import iri

STEPS: Final = 2
"""How many links away from the thing its neighbourhood reaches."""

MOST: Final = 400
"""How many things are in a neighbourhood at most; the nearest come first."""

HELD: Final = (ORG.member, f"{NS}post", ORG.organization)
DONE: Final = (f"{NS}actor", f"{NS}document")
LINKS: Final = (
    *(ORG.postIn, ORG.subOrganizationOf, f"{NS}counterpartOf", ELI.passed_by),
    *(f"{NS}supersedes", f"{NS}amends", f"{NS}implements", ELI.based_on),
    *(SCHEMA.attendee, f"{NS}eventOf"),
)
SCHEMES: Final = tuple(f"{BASE}scheme/{name}" for name in ("system", "level", "status"))

_AT_ONCE: Final = 400


def cut_out(store: Store, focus: str) -> Store:
    """Return a graph of the things near *focus* and all that *store* says of them and attests."""
    things, tenures, deeds = _gather(store, focus)
    return _copied(store, _nodes(store, things, tenures, deeds))


def _gather(store: Store, focus: str) -> tuple[list[str], list[str], list[str]]:
    """Return the things near *focus*, and the tenures and actions that link them."""
    things, tenures, deeds = {focus: None}, dict[str, None](), dict[str, None]()
    frontier = [focus]
    for _ in range(STEPS):
        held, done = pointing(store, frontier, HELD), pointing(store, frontier, DONE)
        tenures |= dict.fromkeys(held)
        deeds |= dict.fromkeys(done)
        near = (
            *pointed(store, held, HELD),
            *pointed(store, done, DONE),
            *pointing(store, frontier, LINKS),
            *pointed(store, frontier, LINKS),
            *pointing(store, held, [f"{NS}elected"]),
        )
        new = [one for one in dict.fromkeys(near) if one not in things]
        frontier = new[: MOST - len(things)]
        things |= dict.fromkeys(frontier)
        if not frontier:
            break
    return list(things), list(tenures), list(deeds)


def _nodes(
    store: Store, things: Sequence[str], tenures: Sequence[str], deeds: Sequence[str]
) -> Iterable[str]:
    """Return all nodes to be copied: the things, what links them, and the words for it."""
    citations = pointed(store, deeds, [f"{NS}citation"])
    words = pointing(store, [*tenures, *deeds, *citations], [OA.hasBody])
    passages = pointed(store, words, [OA.hasTarget])
    return dict.fromkeys(
        (
            *things,
            *tenures,
            *deeds,
            *citations,
            *pointed(store, citations, [f"{NS}candidate", f"{NS}resolvedTo"]),
            *words,
            *passages,
            *pointed(store, passages, [OA.hasSelector, OA.hasSource]),
            *pointing(store, tenures, [f"{NS}boundOf"]),
            *pointed(store, [*things, *tenures], [f"{NS}term", f"{NS}opensTerm", ORG.role]),
            *pointing(store, SCHEMES, [SKOS.inScheme]),
        )
    )


def _copied(store: Store, nodes: Iterable[str]) -> Store:
    copy, waiting = Store(), list(nodes)
    for start in range(0, len(waiting), _AT_ONCE):
        batch = tuple(map(iri, waiting[start : start + _AT_ONCE]))
        text = bound(named("page-description"), {"node": batch})
        triples = cast("QueryTriples", evaluate(store, text))
        copy.extend(Quad(each.subject, each.predicate, each.object) for each in triples)
    return copy
