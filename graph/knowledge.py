"""What is known besides a text: the register, and what people decided about citations."""

from dataclasses import dataclass
from pathlib import Path

from canbo.graph.citations import resolve_citations
from canbo.graph.judging.decisions import read_meanings
from canbo.graph.keeping.given import Given, check_given
from canbo.graph.reading.model import Reading
from canbo.graph.register import Register, load_register
from canbo.graph.resolution import Resolution
from canbo.graph.rulings import Rulings
from canbo.graph.texts.sources import Source
from canbo.ontology.iris import source_iri


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The register and the rulings by which citations are resolved."""

    register: Register
    rulings: Rulings

    def resolve(self, source: Source, reading: Reading) -> list[Resolution]:
        """Return one resolution for each document that was read in *source*."""
        decided = self.rulings.of(ways_to_name(source), reading.documents)
        return resolve_citations(reading, self.register, source.published, source.text, decided)


def learn(tables: Path | None = None, decisions: Path | None = None) -> Knowledge:
    """Return canbo's own register with the *tables* of a folder, and the *decisions* of a file.

    Raises the errors of :func:`canbo.graph.register.load_register`, DecisionsError and
    NoDecisionsError.
    """
    check_given(Given(tables, decisions))
    register = load_register(tables)
    meanings = read_meanings(decisions) if decisions else ()
    return Knowledge(register, Rulings(meanings, register))


def ways_to_name(source: Source) -> set[str]:
    """Return the ways in which a person can name a source: by URL, id, path or IRI."""
    return {source.key, source.id, source.path, source_iri(source.key)} - {""}
