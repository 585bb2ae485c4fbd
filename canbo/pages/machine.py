"""A thing as triples: itself, who held it or what it held, the bounds of that, and the words."""

from collections.abc import Iterable
from typing import Final, cast

from pyoxigraph import QueryTriples, RdfFormat, Store, serialize

from canbo.ontology.iris import NS, graph_iri
from canbo.ontology.standards import OA, ORG
from canbo.pages.known import pointed, pointing
from canbo.queries import named
from canbo.queries.bind import bound
from canbo.queries.local import evaluate
from canbo.queries.prefixes import PREFIXES
from canbo.queries.rows import iri
from canbo.web.frames import Reply

HOLDING: Final = (ORG.member, f"{NS}post")
SAYING: Final = tuple(f"{NS}{name}" for name in ("resolvedTo", "document", "actor", "citing"))


def describe(store: Store, thing: str, media: str) -> Reply:
    """Return the triples about *thing* as *media*; those of the vocabulary where it is empty."""
    form = RdfFormat.from_media_type(media) or RdfFormat.TURTLE
    if thing:
        nodes = tuple(map(iri, _nodes(store, thing)))
        text = bound(named("page-description"), {"node": nodes})
    else:
        graph = graph_iri("vocabulary")
        text = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
    triples = cast("QueryTriples", evaluate(store, text))
    prefixes = dict(PREFIXES)
    return Reply(200, media, serialize(triples, format=form, prefixes=prefixes) or b"")


def _nodes(store: Store, thing: str) -> Iterable[str]:
    """Return *thing* and the nodes that tell of it: tenures, bounds, attestations, passages."""
    tenures = pointing(store, [thing], HOLDING)
    said = pointing(store, [thing], SAYING)
    bounds = pointing(store, tenures, [f"{NS}boundOf"])
    words = pointing(store, [*tenures, *said], [OA.hasBody])
    passages = [
        *pointed(store, words, [OA.hasTarget]),
        *pointing(store, [thing], [OA.hasSource]),
    ]
    words += pointing(store, passages, [OA.hasTarget])
    selectors = pointed(store, passages, [OA.hasSelector])
    return dict.fromkeys((thing, *tenures, *said, *bounds, *words, *passages, *selectors))
