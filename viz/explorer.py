"""The network as a pyvis user knows it: a ``Network`` whose page is ours, and a networkx graph."""

import html
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

import networkx as nx
from pyvis.network import Network

from canbo.viz.layout import Place, lay_out
from canbo.viz.page import render, write_page
from canbo.viz.payload import pack
from canbo.viz.style import LOOKS
from canbo.viz.things import Fact, Projection, Standing, Thing

TEMPLATES: Final = Path(__file__).parent / "templates"

WIDEST: Final = 220
"""How wide stock pyvis may draw a box, in pixels."""

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]


class ExplorerNetwork(Network):  # type: ignore[misc]  # pyvis has no types
    """A pyvis network of officials that writes the explorer page instead of pyvis's own.

    ``nodes`` and ``edges`` hold every thing and fact with its place, colour and shape, so that all
    of pyvis goes on working; parallel facts stay apart. On a day *on*, facts that do not hold then
    have no edge, and those that only may hold are dashed. *focus* is the IRI of the thing the page
    opens at.
    """

    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    node_ids: list[str]
    node_map: dict[str, dict[str, Any]]

    def __init__(
        self, projection: Projection, focus: str | None = None, on: str | None = None
    ) -> None:
        """Fill the network from *projection*, in time linear in its size."""
        pyvis = cast("Any", super())
        pyvis.__init__(height="100vh", width="100%", directed=True, cdn_resources="in_line")
        self.projection = projection
        self.focus = focus
        self.on = on
        self.places = lay_out(projection)
        pyvis.set_template_dir(str(TEMPLATES), "explorer.html.j2")
        pyvis.toggle_physics(status=False)
        self._fill()

    def _fill(self) -> None:
        # The lists that pyvis's add_node and add_edge keep, filled at once: those two search the
        # lists at every call, which takes minutes for a large network.
        self.nodes = [_node(thing, self.places[thing.iri]) for thing in self.projection.things]
        self.node_ids = [thing.iri for thing in self.projection.things]
        self.node_map = dict(zip(self.node_ids, self.nodes, strict=True))
        self.edges = [_edge(fact, standing) for fact, standing in self._standing_facts()]

    def _standing_facts(self) -> list[tuple[Fact, Standing]]:
        facts = self.projection.facts
        if self.on is None:
            return [(fact, Standing.CERTAIN) for fact in facts]
        judged = [(fact, fact.standing(self.on)) for fact in facts]
        return [(fact, standing) for fact, standing in judged if standing is not Standing.NO]

    @property
    def graph(self) -> "Graph":
        """The same network as a networkx graph; a new one at every call."""
        return self.to_networkx()

    def to_networkx(self) -> "Graph":
        """Return a networkx multigraph: nodes by IRI, one edge for each fact, keyed by relation."""
        graph: Graph = nx.MultiDiGraph()
        for node in self.nodes:
            kept = ("label", "group", "level", "x", "y", "title")
            graph.add_node(str(node["id"]), **{key: node[key] for key in kept})
        for edge in self.edges:
            rest = {key: edge[key] for key in ("relation", "standing")}
            graph.add_edge(str(edge["from"]), str(edge["to"]), **rest)
        return graph

    def payload(self) -> str:
        """Return the data of the page as JSON."""
        return pack(self.projection, self.places, focus=self.focus, on=self.on)

    def generate_html(
        self,
        name: str = "network.html",  # noqa: ARG002 - the signature is pyvis's
        local: bool = True,  # noqa: ARG002, FBT001, FBT002
        notebook: bool = False,  # noqa: ARG002, FBT001, FBT002
    ) -> str:
        """Return the page: one HTML text that needs nothing else."""
        self.html = render(self.templateEnv.get_template(self.path), self.payload())
        return self.html

    def write_html(
        self,
        name: str,
        local: bool = True,  # noqa: ARG002, FBT001, FBT002 - the signature is pyvis's
        notebook: bool = False,  # noqa: ARG002, FBT001, FBT002
        open_browser: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        """Write the page to *name*, whole or not at all."""
        write_page(Path(name), self.generate_html(name), open_browser=open_browser)

    def _repr_html_(self) -> str:
        """Return a frame with the page, which is how a notebook shows it."""
        page = html.escape(self.generate_html(), quote=True)
        return f'<iframe srcdoc="{page}" width="100%" height="720" style="border:0"></iframe>'


def _node(thing: Thing, place: Place) -> dict[str, Any]:
    look = LOOKS[thing.kind]
    return {
        "id": thing.iri,
        "label": thing.label,
        "title": thing.subject or thing.label,
        "shape": look.shape,
        "shapeProperties": {"borderRadius": look.corner},
        "borderWidth": look.border,
        "widthConstraint": {"maximum": WIDEST},
        "color": {"border": look.light.stroke, "background": look.light.tint},
        "group": str(thing.kind),
        "level": place.column,
        "x": place.x,
        "y": place.y,
    }


def _edge(fact: Fact, standing: Standing) -> dict[str, Any]:
    return {
        "from": fact.subject,
        "to": fact.object,
        "arrows": "to",
        "dashes": standing is Standing.POSSIBLE,
        "title": str(fact.relation),
        "relation": str(fact.relation),
        "standing": str(standing),
    }
