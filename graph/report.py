"""What a build did: what was read, stated, resolved and left open, and what is new since."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Store

from canbo.errors import DamagedGraphError
from canbo.graph.careers import BOUNDS, Tenure
from canbo.ontology.iris import graph_iri

Bounds: TypeAlias = dict[str, str]
"""The bounds of a tenure by their names, as ISO dates."""


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a build. *reader* is the version of the grammar.

    *sources* counts new, changed, reread, unchanged, removed and skipped ones, and all there are;
    *skipped* says of each why. *statements*, *citations* and *unread* count by kind over the whole
    graph, *decided* what people decided, *register* the rows of each table that were added to
    canbo's own; *persons* and *tenures* count those that texts speak of. *tenures_since* counts
    what is new, ended, changed and gone since the last build; *undecided* are the pairs of people
    of one name about whom ``canbo review`` asks. *ground* is the digest of what the graph rests on
    besides the texts; *is_published* is False where nothing was new, so that the snapshot before
    stays; *notes* say what was told of a text and could not be used.
    """

    snapshot: int
    reader: str
    sources: dict[str, int]
    skipped: tuple[str, ...] = ()
    statements: dict[str, int] = field(default_factory=dict[str, int])
    citations: dict[str, int] = field(default_factory=dict[str, int])
    decided: dict[str, int] = field(default_factory=dict[str, int])
    register: dict[str, int] = field(default_factory=dict[str, int])
    unread: dict[str, int] = field(default_factory=dict[str, int])
    persons: int = 0
    undecided: int = 0
    tenures: int = 0
    quads: int = 0
    tenures_since: dict[str, int] = field(default_factory=dict[str, int])
    ground: str = ""
    is_published: bool = True
    notes: tuple[str, ...] = ()


def write_report(path: Path, report: Report) -> None:
    """Write *report* as JSON."""
    text = json.dumps(asdict(report), ensure_ascii=False, indent=2, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")


def read_report(path: Path) -> Report:
    """Return the report in the file *path*; raises DamagedGraphError where it is none."""
    try:
        fields = json.loads(path.read_bytes())
        skipped, notes = tuple(fields.pop("skipped")), tuple(fields.pop("notes", ()))
        return Report(**fields, skipped=skipped, notes=notes)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DamagedGraphError(str(path), str(error)) from error


def bounds_of(tenures: Iterable[Tenure]) -> dict[str, Bounds]:
    """Return the bounds of those *tenures* that some text speaks of."""
    return {
        tenure.iri: {bound.name: bound.date.isoformat() for bound in tenure.stretch.bounds}
        for tenure in tenures
        if any(claim.source != graph_iri("register") for claim in tenure.stretch.claims)
    }


def stored_bounds(store: Store, tenures: Iterable[str]) -> dict[str, Bounds]:
    """Return the bounds that *store* has of *tenures*."""
    found: dict[str, Bounds] = {tenure: {} for tenure in tenures}
    for name, predicate in BOUNDS.items():
        for quad in store.quads_for_pattern(None, NamedNode(predicate), None):
            subject, day = quad.subject, quad.object
            if isinstance(subject, NamedNode) and isinstance(day, Literal):
                bounds = found.get(subject.value)
                if bounds is not None:
                    bounds[name] = day.value
    return found


def compare_tenures(before: Mapping[str, Bounds], after: Mapping[str, Bounds]) -> dict[str, int]:
    """Return how many tenures are new, ended, otherwise changed, and gone.

    A tenure has ended when its end is bounded now and was not before.
    """
    counts = {"new": 0, "ended": 0, "changed": 0, "gone": len(before.keys() - after.keys())}
    for iri, bounds in after.items():
        old = before.get(iri)
        if old is None:
            counts["new"] += 1
        elif "endLatest" in bounds and "endLatest" not in old:
            counts["ended"] += 1
        elif old != bounds:
            counts["changed"] += 1
    return counts
