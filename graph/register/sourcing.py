"""How a thing of the register says which row it comes from."""

from canbo.graph.describe import VIETNAMESE, Description
from canbo.graph.register.rows import Row
from canbo.ontology.names import CB
from canbo.ontology.standards import DCTERMS, SKOS


def source_row(found: Description, key: str, row: Row) -> None:
    """Say which row gave the thing, from which sources, how sure, and what is doubtful."""
    found.write(CB.registerRow, key)
    found.write(CB.confidence, row.confidence)
    for source in row.source.split("|"):
        found.write(DCTERMS.source, source.strip())
    found.write(SKOS.note, row.note, VIETNAMESE)
