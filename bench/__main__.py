"""Measure: ``python -m bench`` runs every figure, ``python -m bench NAME [OPTIONS]`` one."""

import json
import sys
from importlib import import_module
from typing import Final

FIGURES: Final = {
    "starting": "seconds of import canbo.cli, beside rdflib",
    "reading": "MB/s of news and of dense text read, beside underthesea",
    "building": "statements a second from readings to store, beside rdflib",
    "asking": "questions on a graph of bulletins, beside rdflib",
    "serving": "questions over HTTP by 8 and 32 clients, beside rdflib-endpoint",
    "showing": "when the network page can be used, beside stock pyvis",
    "names": "names told apart, beside nomenklatura's logic-v2",
    "identity": "seconds to say who is one person, for 1k, 10k, 100k mentions",
    "conformance": "W3C tests of SPARQL 1.1 that the endpoint passes; needs their folder",
    "checking": "seconds of shapes and contradictions, beside pyshacl",
    "collisions": "citations that land right, beside two simple rules",
}


def main() -> None:
    """Run the figures asked for and print each as JSON, one object a line."""
    name, *options = sys.argv[1:] or [""]
    if name and name not in FIGURES:
        listing = "\n".join(f"  {figure:12} {what}" for figure, what in FIGURES.items())
        sys.exit(f"there is no figure called {name!r}; there are:\n{listing}")
    for figure in [name] if name else FIGURES:
        try:
            result = import_module(f"bench.{figure}").measure(options)
        except ModuleNotFoundError as missing:
            result = {"left out": f"needs {missing.name}: install the dependency group bench"}
        print(json.dumps({"figure": figure, **result}, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
