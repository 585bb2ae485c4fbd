"""Quads about one subject at a time, and the keys by which what has a name is found."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from canbo.ontology.names import CB
from canbo.ontology.standards import RDF, SKOS, XSD
from canbo.spelling import PartialDate, fold, name_key, words

VIETNAMESE = "vi"


class Description:
    """What is said of one *subject* in one named graph, in the order it is said."""

    def __init__(self, subject: str, graph: str, *types: str) -> None:
        """Begin with the *types* of the subject."""
        self._subject = NamedNode(subject)
        self._graph = NamedNode(graph)
        self._quads: list[Quad] = []
        for name in types:
            self.link(RDF.type, name)

    def __iter__(self) -> Iterator[Quad]:
        """Yield the quads."""
        return iter(self._quads)

    def link(self, predicate: str, target: str | None) -> None:
        """Say that the subject has the thing with the IRI *target*; nothing where it is None."""
        if target:
            self._add(predicate, NamedNode(target))

    def write(self, predicate: str, text: str | None, language: str | None = None) -> None:
        """Say a text, in a *language* if one is given; nothing where it is empty."""
        if text and language:
            self._add(predicate, Literal(text, language=language))
        elif text:
            self._add(predicate, Literal(text))

    def count(self, predicate: str, number: int | None) -> None:
        """Say a whole number; nothing where it is None."""
        if number is not None:
            self._add(predicate, Literal(str(number), datatype=NamedNode(XSD.integer)))

    def decide(self, predicate: str, *, truth: bool) -> None:
        """Say yes or no."""
        self._add(predicate, Literal("true" if truth else "false", datatype=NamedNode(XSD.boolean)))

    def date(self, predicate: str, day: PartialDate | None) -> None:
        """Say a day, month or year, typed as what it is; nothing where it is None."""
        if day is None:
            return
        kind = XSD.date if day.day else XSD.gYearMonth if day.month else XSD.gYear
        self._add(predicate, Literal(day.iso, datatype=NamedNode(kind)))

    def name(self, label: str, others: Iterable[str] = ()) -> None:
        """Say how the subject is called, with the keys that find it by any of its names."""
        self.write(SKOS.prefLabel, label, VIETNAMESE)
        names = list(dict.fromkeys([label, *others]))
        for other in names[1:]:
            self.write(SKOS.altLabel, other, VIETNAMESE)
        self.keys(names)

    def keys(self, names: Iterable[str]) -> None:
        """Say the keys by which the subject is found under each of *names*."""
        found = list(names)
        for key in dict.fromkeys(map(name_key, found)):
            self.write(CB.nameKey, key)
        for key in dict.fromkeys(map(fold, found)):
            self.write(CB.nameFold, key)
        for word in sorted({word for name in found for word in words(name)}):
            self.write(CB.nameWord, word)

    def _add(self, predicate: str, value: NamedNode | Literal) -> None:
        self._quads.append(Quad(self._subject, NamedNode(predicate), value, self._graph))
