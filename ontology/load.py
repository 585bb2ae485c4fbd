"""Read the Turtle files that ship with the package."""

from importlib.resources import files
from importlib.resources.abc import Traversable

from rdflib import Graph

from canbo.errors import UnknownSchemeError


def vocabulary() -> Graph:
    """Return the own classes and properties, ``canbo.ttl``."""
    return _parse([_room() / "canbo.ttl"])


def shapes() -> Graph:
    """Return what well-formed data look like, ``shapes.ttl`` (SHACL; the only file with blanks)."""
    return _parse([_room() / "shapes.ttl"])


def scheme_names() -> tuple[str, ...]:
    """Return the names of the concept schemes, sorted: ``action``, ``assertion`` ...

    >>> "status" in scheme_names()
    True
    """
    return tuple(file.name.removesuffix(".ttl") for file in _turtle_files("schemes"))


def scheme(name: str) -> Graph:
    """Return the concepts of the scheme called *name*, the last part of its IRI.

    Raises UnknownSchemeError, which lists the names there are.
    """
    if name not in scheme_names():
        raise UnknownSchemeError(name, scheme_names())
    return _parse([_room() / "schemes" / f"{name}.ttl"])


def alignments() -> Graph:
    """Return how our terms relate to those of FtM, Popolo, Wikidata, ELI, schema.org, CIDOC CRM."""
    return _parse(_turtle_files("align"))


def vocabulary_turtle_files() -> tuple[Traversable, ...]:
    """Return all files of the vocabulary graph in a fixed order: terms, schemes, alignments.

    None has a blank node, and no triple stands in two of them.
    """
    return (_room() / "canbo.ttl", *_turtle_files("schemes"), *_turtle_files("align"))


def _room() -> Traversable:
    return files("canbo.ontology")


def _turtle_files(folder: str) -> list[Traversable]:
    found = (file for file in (_room() / folder).iterdir() if file.name.endswith(".ttl"))
    return sorted(found, key=lambda file: file.name)


def _parse(turtle: list[Traversable]) -> Graph:
    graph = Graph()
    for file in turtle:
        graph.parse(data=file.read_text(encoding="utf-8"), format="turtle")
    return graph
