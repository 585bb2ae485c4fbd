"""What a graph rests on besides its texts, as one digest: where it is the same, so is the graph."""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from canbo.graph.keeping.readings import list_files
from canbo.graph.register.tables import list_tables

_KINDS = (".py", ".csv", ".ttl")


def digest_ground(tables: Path | None, decisions: Path) -> str:
    """Return the digest of canbo's own code and tables, of the *tables* given and *decisions*."""
    seen = sha256(_maker_version().encode())
    given = list_tables(tables) if tables else ()
    for path in (*given, decisions):
        content = path.read_bytes() if path.is_file() else b""
        seen.update(f"{path.name}\0{len(content)}\0".encode() + content)
    return seen.hexdigest()


@cache
def _maker_version() -> str:
    """Return the digest of all that makes a graph of readings: code, tables and vocabulary."""
    seen = sha256(files("canbo").joinpath("spelling.py").read_bytes())
    for package in ("canbo.graph", "canbo.ontology"):
        for name, file in list_files(files(package), _KINDS):
            seen.update(f"{package}/{name}\0".encode() + file.read_bytes())
    return seen.hexdigest()
