"""The home page: search, what the graph holds, and the doors to the other pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pyoxigraph import Store

from canbo.ontology.iris import NS
from canbo.pages.known import rows
from canbo.pages.search import search
from canbo.pages.sheet import Sheet
from canbo.queries import Row, shelf
from canbo.web.frames import Reply

FIGURES: Final = (
    ("persons", "person", ("Person",)),
    ("posts", "post", ("Post",)),
    ("organizations", "organization", ("Organization",)),
    ("documents", "document", ("PartyDocument", "StateDocument")),
    ("events", "event", ("Congress", "Session", "Plenum")),
    ("sources", "source", ("Source",)),
    ("tenures", "tenure", ("Tenure",)),
    ("attestations", "attestation", ("Attestation",)),
    ("citations", "citation", ("Citation",)),
)
"""What is counted: the words for it, the kind it is drawn as, the classes it is made of."""

SHOWN: Final = (1, 3, 4, 6, 18, 20)
"""The numbers of the questions that the home page names."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many things of each class the graph holds, and its newest sources."""

    of: dict[str, int]
    newest: tuple[Row, ...]


def show_home(sheet: Sheet, store: Store) -> Reply:
    """Return the home page; with ``q``, what was found instead of the figures."""
    query, kind = sheet.visit.value("q"), sheet.visit.value("kind")
    if query:
        found = search(store, query, kind)
        total = sum(hits.all for hits in found if not hits.are_near)
        return sheet.render("found", query=query, kind=kind, found=found, total=total)
    questions = shelf()
    return sheet.render(
        "home",
        query="",
        figures=[(words, kind, count) for words, kind, count in _figures(store) if count],
        questions=[question for question in questions if question.number in SHOWN],
        count=len(questions),
        newest=_counts(store).newest,
    )


def count_things(store: Store) -> Mapping[str, int]:
    """Return how many things of each class the graph holds."""
    return _counts(store).of


@lru_cache(maxsize=1)
def _counts(store: Store) -> Counted:
    """Return what the home page tells of the graph, read once for each graph."""
    counts = {
        row.text("class").removeprefix(NS): int(row.text("entities"))
        for row in rows(store, "counts")
    }
    return Counted(counts, rows(store, "newest-sources"))


def _figures(store: Store) -> list[tuple[str, str, int]]:
    of = count_things(store)
    return [
        (words, kind, sum(of.get(name, 0) for name in classes)) for words, kind, classes in FIGURES
    ]
