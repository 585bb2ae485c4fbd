"""The network a reader explores: project, lay out, draw."""

from canbo.queries import Target
from canbo.viz.explorer import ExplorerNetwork
from canbo.viz.focus import find_focus
from canbo.viz.project import project
from canbo.viz.things import Projection

__all__ = ["ExplorerNetwork", "Projection", "draw", "network", "project"]


def network(
    target: Target,
    focus: str | None = None,
    on: str | None = None,
    *,
    register: bool = False,
    quotes: bool = True,
) -> ExplorerNetwork:
    """Return the network of what the sources in *target* tell, as pyvis and networkx know it.

    *focus* is what the page opens at, a name or an IRI; *on* an ISO day: facts that do not hold
    then have no edge. With *register*, what only the register knows is there as well; without
    *quotes*, the words of the sources are not, and the page is smaller. Raises NoMatchError and
    AmbiguousNameError for *focus*.
    """
    place = None if focus is None else find_focus(target, focus)
    shown = project(target, place, register=register)
    return ExplorerNetwork(shown if quotes else shown.without_quotes(), place, on)


def draw(
    target: Target,
    focus: str | None = None,
    on: str | None = None,
    *,
    register: bool = False,
    quotes: bool = True,
) -> str:
    """Return the page of :func:`network`: one HTML text that needs nothing else."""
    return network(target, focus, on, register=register, quotes=quotes).generate_html()
