"""The network as users of pyvis and of networkx know it."""

from pathlib import Path
from typing import Any, cast

import networkx as nx
from pyoxigraph import Store
from pyvis.network import Network

from canbo.viz import ExplorerNetwork, Projection, draw, network
from canbo.viz.things import Relation


def test_it_is_a_pyvis_network_with_every_thing_and_fact(district: Projection) -> None:
    shown = ExplorerNetwork(district)
    assert isinstance(shown, Network)
    assert shown.num_nodes() == len(district.things)
    assert shown.num_edges() == len(district.facts)
    assert shown.nodes[0]["label"] == district.things[0].label
    assert all({"from", "to", "dashes", "title"} <= edge.keys() for edge in shown.edges)


def test_what_pyvis_offers_goes_on_working(district: Projection) -> None:
    shown = cast("Any", ExplorerNetwork(district))  # pyvis has no types
    thanh = next(thing.iri for thing in district.things if thing.label == "Lê Đức Thanh")
    assert len(shown.neighbors(thanh)) == 4
    assert shown.get_node(thanh)["label"] == "Lê Đức Thanh"
    shown.add_node("mine", label="của tôi")
    shown.add_edge(thanh, "mine")
    assert shown.num_edges() == len(district.facts) + 1


def test_parallel_facts_stay_apart_in_networkx(district: Projection) -> None:
    graph = ExplorerNetwork(district).graph
    assert isinstance(graph, nx.MultiDiGraph)
    assert graph.number_of_edges() == len(district.facts)
    both = [f for f in district.facts if f.relation in (Relation.STUDIES, Relation.IMPLEMENTS)]
    pairs = [(f.subject, f.object) for f in both]
    (pair,) = {pair for pair in pairs if pairs.count(pair) == 2}
    assert graph.number_of_edges(*pair) == 2
    assert {data["group"] for _, data in graph.nodes(data=True)} == {
        "person",
        "post",
        "organization",
        "document",
        "event",
    }


def test_pages_are_written_where_they_are_asked_for_and_nowhere_else(
    tmp_path: Path, district: Projection
) -> None:
    page = tmp_path / "network.html"
    ExplorerNetwork(district).write_html(str(page))
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert [path.name for path in tmp_path.iterdir()] == ["network.html"]


def test_a_notebook_shows_the_page_in_a_frame(district: Projection) -> None:
    frame = cast("Any", ExplorerNetwork(district))._repr_html_()  # what notebooks call
    assert frame.startswith('<iframe srcdoc="&lt;!doctype html&gt;')
    assert frame.count('"') == 8


def test_a_graph_is_drawn_in_one_call(quan_1: Store) -> None:
    assert "Lê Đức Thanh" in draw(quan_1, focus="le duc thanh", on="2022-09-28")
    shown = network(quan_1, focus="Chủ tịch UBND Quận 1")
    assert shown.focus is not None
    assert shown.focus.startswith("https://w3id.org/canbo/post/chu-tich-ubnd-quan-1")
