"""The familiar pyvis page, made offline and safe: pyvis's own engine, our positions, no physics.

pyvis brings vis-network along in its package; it is copied into the page, so that nothing is asked
for. Names reach it as JSON and are drawn on a canvas; nothing of them is ever read as HTML.
"""

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from canbo.viz.explorer import TEMPLATES, ExplorerNetwork
from canbo.viz.page import digest_of

ENGINE: Final = ("templates", "lib", "vis-9.1.2", "vis-network.min.js")
"""Where pyvis 0.3.2 keeps vis-network."""

STYLE: Final = "html,body,#mynetwork{height:100%;margin:0}body{background:#fff}"

SCRIPT: Final = """
const { nodes, edges, options } = JSON.parse(document.getElementById("payload").textContent);
const data = { nodes: new vis.DataSet(nodes), edges: new vis.DataSet(edges) };
const network = new vis.Network(document.getElementById("mynetwork"), data, options);
"""

OPTIONS: Final[dict[str, Any]] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "edges": {"color": {"inherit": True}, "smooth": {"enabled": True, "type": "dynamic"}},
    "interaction": {"hideEdgesOnDrag": True, "dragNodes": True, "hover": True},
}
"""What pyvis sets, without the physics that never comes to rest."""


def draw_plain(network: ExplorerNetwork) -> str:
    """Return *network* as one page with the look that pyvis gives it."""
    payload = json.dumps(
        {"nodes": network.nodes, "edges": network.edges, "options": OPTIONS},
        ensure_ascii=False,
        separators=(",", ":"),
    ).replace("<", "\\u003c")
    engine = _engine()
    hashes = " ".join(f"'{digest_of(text)}'" for text in (engine, SCRIPT))
    policy = (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    template = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True).get_template(
        "plain.html.j2"
    )
    return template.render(
        policy=policy,
        style=Markup(STYLE),  # noqa: S704 - our own text
        engine=Markup(engine),  # noqa: S704 - pyvis's own file
        script=Markup(SCRIPT),  # noqa: S704 - our own text
        payload=Markup(payload),  # noqa: S704 - JSON with its < escaped
    )


@cache
def _engine() -> str:
    place = files("pyvis").joinpath(*ENGINE)
    # No closing tag of the engine's own text may end the element that carries it.
    return Path(str(place)).read_text(encoding="utf-8").replace("</script", "<\\/script")
