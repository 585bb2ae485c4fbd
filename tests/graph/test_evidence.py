import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from canbo.errors import EvidenceError
from canbo.graph.evidence import CONTEXT, Quote, Witness, check_evidence, read_quote
from canbo.graph.reading.model import (
    BodyMention,
    Document,
    Event,
    Holding,
    PersonMention,
    Reading,
    Span,
    Status,
)
from canbo.ontology.iris import passage_iri, selector_iri, source_graph_iri
from canbo.ontology.standards import OA, RDF

TEXT = "Sáng 12/3, ông Hồ Văn Minh, Chủ tịch UBND Quận 19, tiếp dân.\n \nHết."
SOURCE = "https://w3id.org/canbo/source/1f2e"


def test_a_quote_is_what_stands_at_the_span_with_what_is_around_it() -> None:
    start = TEXT.index("Hồ")
    assert read_quote(TEXT, Span(start, start + 11), "a") == Quote(
        "Hồ Văn Minh", "Sáng 12/3, ông ", ", Chủ tịch UBND Quận 19, tiếp dân.\n \nHết"
    )


@given(st.text(min_size=1), st.data())
def test_prefix_quote_and_suffix_stand_so_in_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if text[start:end].isspace():
        return
    quote = read_quote(text, Span(start, end), "a")
    assert quote.exact == text[start:end]
    assert text.startswith(quote.prefix + quote.exact + quote.suffix, start - len(quote.prefix))
    assert len(quote.prefix) == min(start, CONTEXT)
    assert len(quote.suffix) == min(len(text) - end, CONTEXT)


@pytest.mark.parametrize(
    ("span", "reason"),
    [
        (Span(0, len(TEXT) + 1), f"the text has {len(TEXT)} characters"),
        (Span(-3, 4), "the text has"),
        (Span(5, 5), "the text has"),
        (Span(9, 4), "the text has"),
        (Span(TEXT.index("\n"), TEXT.index("\n") + 2), "nothing but blanks is there"),
    ],
)
def test_words_that_are_not_there_are_named(span: Span, reason: str) -> None:
    words = f"ban-tin-1: no quote stands at characters {span.start} to {span.end} \\({reason}"
    with pytest.raises(EvidenceError, match=words):
        read_quote(TEXT, span, "ban-tin-1")


GOOD, BAD = Span(0, 4), Span(0, 4000)


@pytest.mark.parametrize(
    "reading",
    [
        Reading(persons=(PersonMention(BAD, "An"),)),
        Reading(bodies=(BodyMention(BAD, "UBND"),)),
        Reading(holdings=(Holding("An", "Chủ tịch", "UBND", Status.CURRENT, (GOOD, BAD)),)),
        Reading(holdings=(Holding("An", "Chủ tịch", "UBND", Status.CURRENT, ()),)),
        Reading(documents=(Document("Luật", "Luật Đất đai", (BAD,)),)),
        Reading(events=(Event("Đại hội", "Chi bộ", (BAD,)),)),
    ],
)
def test_no_kind_of_statement_goes_without_words(reading: Reading) -> None:
    with pytest.raises(EvidenceError):
        check_evidence(TEXT, reading, "a")


def test_statements_that_rest_on_words_pass() -> None:
    holding = Holding("An", "Chủ tịch", "UBND", Status.CURRENT, (GOOD,))
    check_evidence(TEXT, Reading(holdings=(holding,)), "a")


def values(quads: list[Quad], subject: str, predicate: str) -> list[str]:
    return [
        quad.object.value
        for quad in quads
        if quad.subject == NamedNode(subject)
        and quad.predicate.value == predicate
        and isinstance(quad.object, NamedNode | Literal)
    ]


def test_an_attestation_points_at_a_passage_and_that_at_its_words() -> None:
    witness = Witness(SOURCE, TEXT, "a")
    span = Span(15, 26)
    iri, found = witness.attest("H", span, "An")
    witness.keep(found)
    passage = passage_iri(SOURCE, 15, 26)
    selector = selector_iri(SOURCE, 15, 26)
    assert values(witness.quads, iri, OA.hasTarget) == [passage]
    assert values(witness.quads, passage, OA.hasSource) == [SOURCE]
    assert values(witness.quads, passage, OA.hasSelector) == [selector]
    assert values(witness.quads, selector, OA.exact) == ["Hồ Văn Minh"]
    assert values(witness.quads, selector, OA.start) == ["15"]
    assert {quad.graph_name for quad in witness.quads} == {NamedNode(source_graph_iri(SOURCE))}


def test_a_passage_is_described_once_for_all_that_it_attests() -> None:
    witness = Witness(SOURCE, TEXT, "a")
    one, _ = witness.attest("H", Span(0, 4), "An")
    other, _ = witness.attest("H", Span(0, 4), "Bình")
    assert one != other
    assert (
        values(witness.quads, passage_iri(SOURCE, 0, 4), RDF.type).count(OA.SpecificResource) == 1
    )


def test_at_the_start_of_a_text_there_is_no_prefix() -> None:
    witness = Witness(SOURCE, TEXT, "a")
    witness.attest("H", Span(0, 4), "An")
    assert values(witness.quads, selector_iri(SOURCE, 0, 4), OA.prefix) == []


def test_a_quote_over_two_lines_reads_as_one() -> None:
    witness = Witness(SOURCE, "Chỉ thị\n số 05", "a")
    assert witness.quote(Span(0, 14)) == "Chỉ thị số 05"
