"""From spans to passages: every statement keeps the words it rests on, read again from the text."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Quad

from canbo.errors import EvidenceError
from canbo.graph.describe import VIETNAMESE, Description
from canbo.graph.reading.model import Reading, Span
from canbo.ontology.iris import (
    attestation_iri,
    passage_iri,
    selector_iri,
    source_graph_iri,
)
from canbo.ontology.names import CB
from canbo.ontology.segments import Part
from canbo.ontology.standards import OA

CONTEXT: Final = 40
"""How many code points before and after a quote are kept with it."""


@dataclass(frozen=True, slots=True)
class Quote:
    """The words at a span, and those around them."""

    exact: str
    prefix: str
    suffix: str


def read_quote(text: str, span: Span, source: str) -> Quote:
    """Return what stands at *span* in *text*.

    Raises EvidenceError, naming the *source*, where no words stand there.
    """
    if not 0 <= span.start < span.end <= len(text):
        reason = f"the text has {len(text)} characters"
        raise EvidenceError(source, span.start, span.end, reason)
    exact = text[span.start : span.end]
    if exact.isspace():
        raise EvidenceError(source, span.start, span.end, "nothing but blanks is there")
    return Quote(
        exact,
        text[max(0, span.start - CONTEXT) : span.start],
        text[span.end : span.end + CONTEXT],
    )


def check_evidence(text: str, reading: Reading, source: str) -> None:
    """Raise EvidenceError where a statement of *reading* rests on words that are not in *text*."""
    for spans in _spans_of(reading):
        if not spans:
            raise EvidenceError(source, 0, 0, "a statement names no passage")
        for span in spans:
            read_quote(text, span, source)


class Witness:
    """One source in its own graph: what is said of it, its passages, what they attest."""

    def __init__(self, iri: str, text: str, name: str) -> None:
        """Begin the graph of the source *iri*, called *name* in errors."""
        self.iri: Final = iri
        self.graph: Final = source_graph_iri(iri)
        self.quads: list[Quad] = []
        self._text = text
        self._name = name
        self._quoted: set[Span] = set()

    def keep(self, description: Description) -> None:
        """Add what *description* says."""
        self.quads += description

    def describe(self, subject: str, *types: str) -> Description:
        """Begin to say something of a node of this source."""
        return Description(subject, self.graph, *types)

    def attest(self, letter: str, span: Span, *parts: Part) -> tuple[str, Description]:
        """Begin an attestation that points at *span*; *parts* and the span tell it from others.

        Returns its IRI too. Raises EvidenceError where no words stand at the span.
        """
        self._quote(span)
        iri = attestation_iri(self.iri, letter, *parts, span.start, span.end)
        found = self.describe(iri, CB.Attestation, OA.Annotation)
        found.link(OA.hasTarget, passage_iri(self.iri, span.start, span.end))
        return iri, found

    def quote(self, span: Span) -> str:
        """Return the words at *span*, on one line."""
        return " ".join(read_quote(self._text, span, self._name).exact.split())

    def _quote(self, span: Span) -> None:
        """Add the passage at *span*, once."""
        if span in self._quoted:
            return
        self._quoted.add(span)
        quote = read_quote(self._text, span, self._name)
        selector = selector_iri(self.iri, span.start, span.end)
        passage = self.describe(
            passage_iri(self.iri, span.start, span.end), CB.Passage, OA.SpecificResource
        )
        passage.link(OA.hasSource, self.iri)
        passage.link(OA.hasSelector, selector)
        self.keep(passage)
        found = self.describe(selector, OA.TextQuoteSelector, OA.TextPositionSelector)
        found.write(OA.exact, quote.exact, VIETNAMESE)
        found.write(OA.prefix, quote.prefix, VIETNAMESE)
        found.write(OA.suffix, quote.suffix, VIETNAMESE)
        found.count(OA.start, span.start)
        found.count(OA.end, span.end)
        self.keep(found)


def _spans_of(reading: Reading) -> Iterator[tuple[Span, ...]]:
    """Yield the passages of each thing that was read."""
    yield from ((person.span,) for person in reading.persons)
    yield from ((body.span,) for body in reading.bodies)
    yield from (holding.spans for holding in reading.holdings)
    yield from (document.spans for document in reading.documents)
    yield from (action.spans for action in reading.actions)
    yield from (event.spans for event in reading.events)
    yield from (change.spans for change in reading.changes)
