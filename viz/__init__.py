"""The network a reader explores: project, lay out, draw."""

from canbo.queries import Target
from canbo.viz.explorer import ExplorerNetwork
from canbo.viz.focus import find_focus
from canbo.viz.project import project
from canbo.viz.things import Projection

__all__ = ["ExplorerNetwork", "Projection", "draw", "network", "project"]


def network(
    target: Target, focus: str | None = None, on: str | None = None, *, register: bool = False
) -> ExplorerNetwork:
    """Return the network of what the sources in *target* tell, as pyvis and networkx know it.

    *focus* is what the page opens at, a name or an IRI; *on* an ISO day: facts that do not hold
    then have no edge. With *register*, what only the register knows is there as well. Raises
    NoMatchError and AmbiguousNameError for *focus*.
    """
    place = None if focus is None else find_focus(target, focus)
    return ExplorerNetwork(project(target, place, register=register), place, on)


def draw(
    target: Target, focus: str | None = None, on: str | None = None, *, register: bool = False
) -> str:
    """Return the page of :func:`network`: one HTML text that needs nothing else."""
    return network(target, focus, on, register=register).generate_html()
