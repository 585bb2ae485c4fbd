"""The network page of the graph: whole where it is small, else of what is near one thing."""

from typing import Final

from pyoxigraph import Store

from canbo.errors import AmbiguousNameError, NoMatchError
from canbo.ontology.iris import BASE
from canbo.pages.home import count_things
from canbo.pages.known import read_known
from canbo.pages.neighbourhood import cut_out
from canbo.pages.search import search
from canbo.pages.sheet import HTML, Sheet
from canbo.viz import ExplorerNetwork, project
from canbo.viz.focus import find_focus
from canbo.web.frames import Reply

WHOLE: Final = 10_000
"""How many attestations and citations a graph may have to be shown whole."""

DRAWN: Final = frozenset({"person", "post", "organization", "document", "event"})
"""The kinds of things that the network page has."""

MISSING: Final = 404


def show_network(sheet: Sheet, store: Store) -> Reply:
    """Return the network page, opened at ``focus``: an IRI, or a name that one thing has."""
    asked = sheet.visit.value("focus")
    is_small = _size(store) <= WHOLE
    if not asked:
        return _draw(store, "", whole=True) if is_small else _choose(sheet, store, "")
    focus = asked if asked.startswith(BASE) else _named(store, asked)
    if not focus or not _is_drawn(store, focus):
        return _choose(sheet, store, asked)
    return _draw(store, focus, whole=is_small)


def _draw(store: Store, focus: str, *, whole: bool) -> Reply:
    if whole:
        shown = project(store, focus or None)
    else:
        shown = project(cut_out(store, focus), focus, register=True)
    # A document that nothing cites is in no network; then the page opens where it opens by itself.
    has_focus = any(thing.iri == focus for thing in shown.things)
    page = ExplorerNetwork(shown, focus if has_focus else None).generate_html()
    return Reply(200, HTML, page.encode("utf-8", "replace"))


def _choose(sheet: Sheet, store: Store, asked: str) -> Reply:
    """Return the page where one chooses the thing to draw around."""
    found = [hits for hits in search(store, asked) if hits.kind in DRAWN] if asked else []
    return sheet.render("choose", MISSING if asked and not found else 200, query=asked, found=found)


def _size(store: Store) -> int:
    counted = count_things(store)
    return counted.get("Attestation", 0) + counted.get("Citation", 0)


def _named(store: Store, text: str) -> str:
    try:
        return find_focus(store, text)
    except (NoMatchError, AmbiguousNameError):
        return ""


def _is_drawn(store: Store, focus: str) -> bool:
    try:
        return read_known(store, focus).kind in DRAWN
    except ValueError:
        return False
