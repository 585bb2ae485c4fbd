"""What a question is answered with: rows of terms, the same from every engine."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

XSD: Final = "http://www.w3.org/2001/XMLSchema#"


class TermKind(StrEnum):
    """The three kinds of RDF terms, under their names in SPARQL results JSON."""

    IRI = "uri"
    LITERAL = "literal"
    BLANK = "bnode"


@dataclass(frozen=True, slots=True)
class Term:
    """An RDF term. A plain string has neither *language* nor *datatype* (``xsd:string`` is None).

    ``str(term)`` is its value alone.
    """

    value: str
    kind: TermKind = TermKind.LITERAL
    language: str | None = None
    datatype: str | None = None

    def __str__(self) -> str:
        """Return the value: the IRI, or the words of the literal."""
        return self.value


def iri(value: str) -> Term:
    """Return *value* as an IRI."""
    return Term(value, TermKind.IRI)


def typed(value: str, datatype: str) -> Term:
    """Return *value* as a literal of an XML Schema type, named without its namespace.

    >>> typed("2022-09-28", "date").datatype
    'http://www.w3.org/2001/XMLSchema#date'
    """
    return Term(value, datatype=XSD + datatype)


@dataclass(frozen=True, slots=True, eq=True)
class Row(Mapping[str, Term]):
    """One row of an answer: a mapping from column to term; an unbound column is not in it.

    >>> row = Row(("person", "until"), (iri("https://example.org/a"), None))
    >>> str(row["person"]), row.text("until"), "until" in row
    ('https://example.org/a', '', False)
    """

    columns: tuple[str, ...]
    terms: tuple[Term | None, ...]

    def __getitem__(self, column: str) -> Term:
        """Return the term in *column*; raise KeyError where there is none."""
        term = self.terms[self._place(column)]
        if term is None:
            raise KeyError(column)
        return term

    def __iter__(self) -> Iterator[str]:
        """Yield the columns that are bound, in their order."""
        pairs = zip(self.columns, self.terms, strict=True)
        return (column for column, term in pairs if term is not None)

    def __len__(self) -> int:
        """Return how many columns are bound."""
        return sum(term is not None for term in self.terms)

    def text(self, column: str) -> str:
        """Return the value in *column*, or nothing where it is unbound or no such column is."""
        term = self.get(column)
        return "" if term is None else term.value

    def _place(self, column: str) -> int:
        try:
            return self.columns.index(column)
        except ValueError:
            raise KeyError(column) from None


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of an answer with the columns they were asked for, in the order they came."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
