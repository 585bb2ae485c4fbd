"""The page of a thing that has none of its own kind, and that of the vocabulary."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pyoxigraph import Store

from canbo.ontology.iris import BASE, NS
from canbo.pages.known import MOST, Known, iris_in, rows
from canbo.pages.sheet import Sheet
from canbo.queries.labels import labels_of
from canbo.web.frames import Reply


@dataclass(slots=True)
class Entry:
    """A term of the vocabulary: its labels and definitions by language."""

    iri: str
    classes: set[str] = field(default_factory=set[str])
    labels: dict[str, str] = field(default_factory=dict[str, str])
    comments: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def name(self) -> str:
        """Return its name without the namespace."""
        return self.iri.removeprefix(NS)


def show_anything(sheet: Sheet, store: Store, known: Known) -> Reply:
    """Return a page of all that is recorded of a thing, and of what points at it."""
    found = rows(store, "inbound", thing=[known.iri])
    inbound = found[:MOST]
    named = {row.text("property") for row in inbound} | {row.text("subject") for row in inbound}
    for name, values in known.facts.items():
        named |= {name, *iris_in(values)}
    sheet.labels |= _tenure_names(store, named)
    sheet.read_labels(named)
    return sheet.render(
        "anything", known=known, inbound=inbound, is_cut=len(found) > MOST, most=MOST
    )


def _tenure_names(store: Store, iris: Iterable[str]) -> dict[str, str]:
    """Return who holds what, for the tenures among *iris*, which have no label of their own."""
    tenures = sorted(iri for iri in iris if iri.startswith(f"{BASE}tenure/"))
    named = {
        row.text("body"): (row.text("person"), row.text("post"))
        for row in rows(store, "bodies", body=tenures)
    }
    labels = labels_of(store, [iri for pair in named.values() for iri in pair], "vi")
    return {
        tenure: ", ".join(labels.get(iri, iri) for iri in pair) for tenure, pair in named.items()
    }


def show_vocabulary(sheet: Sheet, store: Store) -> Reply:
    """Return the page of our own terms, with what they mean."""
    entries = read_vocabulary(store)
    return sheet.render("vocabulary", entries=[entries[iri] for iri in sorted(entries)])


def read_vocabulary(store: Store) -> Mapping[str, Entry]:
    """Return the terms that the graph's vocabulary defines, by IRI."""
    entries: dict[str, Entry] = {}
    for row in rows(store, "vocabulary"):
        iri = row.text("term")
        if not iri.startswith(NS):
            continue
        entry = entries.setdefault(iri, Entry(iri))
        entry.classes.add(row.text("class").rpartition("#")[2])
        language = row.text("language")
        entry.labels.setdefault(language, row.text("label"))
        entry.comments.setdefault(language, row.text("comment"))
    return entries
