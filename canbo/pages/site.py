"""Which page a visit gets. All of it runs in a worker, under the limits of a query."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import TypeAlias

from pyoxigraph import Store

from canbo.ontology.iris import BASE, NS
from canbo.ontology.standards import DCTERMS, RDF
from canbo.pages.addresses import SUFFIXES, in_language, iri_of, path_of, suffix_of
from canbo.pages.anything import show_anything, show_vocabulary
from canbo.pages.bodies import show_organisation
from canbo.pages.careers import show_person, show_post
from canbo.pages.documents import show_document
from canbo.pages.editor import show_editor
from canbo.pages.home import show_home
from canbo.pages.known import Known, iris_in, read_known
from canbo.pages.machine import describe
from canbo.pages.network import show_network
from canbo.pages.sheet import HTML, Sheet
from canbo.pages.sources import show_source
from canbo.web.frames import Reply, Visit

Show: TypeAlias = Callable[[Sheet, Store, Known], Reply]
"""Makes the page of a thing."""

MOVED = 301
MISSING = 404

TEXT = "text/plain"
"""What is answered to who does not read HTML where there is no such page."""


def visit(store: Store, asked: Visit) -> Reply:
    """Return the page, the triples, or the new place, that *asked* is for."""
    sheet = Sheet.of(store, asked)
    if (show := _fixed().get(asked.path)) is not None:
        return show(sheet, store)
    return _thing(sheet, store, asked)


def _thing(sheet: Sheet, store: Store, asked: Visit) -> Reply:
    place = iri_of(asked.path)
    known = read_known(store, place) if place else Known("")
    if known.iri == NS.removesuffix("#"):
        return _vocabulary(sheet, store, asked)
    if not known.facts:
        return missing(sheet)
    suffix = suffix_of(asked.path)
    if not known.all(RDF.type) and known.all(DCTERMS.isReplacedBy):
        ours = (path_of(iri) for iri in iris_in(known.all(DCTERMS.isReplacedBy)))
        later = next((path for path in ours if path), "")
        place = in_language(later + suffix, sheet.language, asked.given)
        return Reply(MOVED, TEXT, place.encode()) if later else missing(sheet)
    media = SUFFIXES.get(suffix, asked.media)
    if media != HTML:
        return describe(store, known.iri, media)
    return _shows().get(known.kind, show_anything)(sheet, store, known)


def _vocabulary(sheet: Sheet, store: Store, asked: Visit) -> Reply:
    media = SUFFIXES.get(suffix_of(asked.path), asked.media)
    return show_vocabulary(sheet, store) if media == HTML else describe(store, "", media)


@cache
def _fixed() -> Mapping[str, Callable[[Sheet, Store], Reply]]:
    return {"/": show_home, "/editor": show_editor, "/network": show_network}


@cache
def _shows() -> Mapping[str, Show]:
    return {
        "person": show_person,
        "post": show_post,
        "organization": show_organisation,
        "document": show_document,
        "source": show_source,
    }


def missing(sheet: Sheet) -> Reply:
    """Return the page that says that there is none, with a search for what may be meant."""
    place = sheet.visit.path
    if sheet.visit.media != HTML:
        line = f"the graph has nothing at {BASE}{place.removeprefix('/')[:200]}; search at /?q="
        return Reply(MISSING, "", line.encode("utf-8", "replace"))
    words = place.rpartition("/")[2].partition(".")[0].replace("-", " ")
    return sheet.render("missing", MISSING, place=place, words=words)
