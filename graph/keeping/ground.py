"""What a graph rests on besides its texts, as one digest: where it is the same, so is the graph."""

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

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
        for name, file in _files_of(files(package), ""):
            seen.update(f"{package}/{name}\0".encode() + file.read_bytes())
    return seen.hexdigest()


def _files_of(folder: Traversable, prefix: str) -> Iterable[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _files_of(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(_KINDS):
            yield f"{prefix}{entry.name}", entry
