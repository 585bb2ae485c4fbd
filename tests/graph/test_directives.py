from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from canbo.graph.citations import resolve_citations
from canbo.graph.cited_documents import CitedDocuments
from canbo.graph.directives import Directives
from canbo.graph.judging.ledger import Ledger
from canbo.graph.meetings import Meetings
from canbo.graph.offices import Offices
from canbo.graph.reading.model import Document, Reading, Span
from canbo.graph.register import load_register
from canbo.graph.testimony import Citation
from canbo.ontology.names import CB
from canbo.ontology.standards import ELI, RDF, SKOS

SPAN = Span(0, 9)


def describe(document: Document) -> dict[str, list[str]]:
    """Return what is said of the documents and the citation, by the ends of the predicates."""
    found: dict[str, list[str]] = {}
    for quad in quads_about(document):
        found.setdefault(quad.predicate.value, []).append(value(quad))
    return found


def quads_about(document: Document) -> list[Quad]:
    """Return what is said of a document that one source cites, and of the citation."""
    register = load_register()
    offices = Offices(register, frozenset())
    cited = CitedDocuments(register, frozenset(), Ledger())
    directives = Directives(cited, offices, Meetings(register, frozenset(), offices))
    (resolution,) = resolve_citations(Reading(documents=(document,)), register)
    citation = Citation("https://example.org/c", document.key, SPAN)
    directives.resolve("https://example.org/", (citation,), resolution)
    directives.conclude(cited.settle())
    return directives.quads


def value(quad: Quad) -> str:
    return quad.object.value if isinstance(quad.object, NamedNode | Literal) else ""


@pytest.mark.parametrize(
    ("document", "kind", "label"),
    [
        (
            Document("Quy định", "Quy định 9999", (SPAN,), "9999-QĐ/TW"),
            CB.PartyDocument,
            "Quy định số 9999-QĐ/TW",
        ),
        (
            Document("Nghị định", "Nghị định 9999", (SPAN,), "9999/2020/NĐ-CP"),
            CB.StateDocument,
            "Nghị định số 9999/2020/NĐ-CP",
        ),
        (Document("Thông tư", "Thông tư lạ", (SPAN,)), CB.StateDocument, "Thông tư lạ"),
        (
            Document("Nghị quyết", "Nghị quyết Đảng bộ xã", (SPAN,)),
            CB.PartyDocument,
            "Nghị quyết Đảng bộ xã",
        ),
        (Document("Hướng dẫn", "Hướng dẫn lạ", (SPAN,)), CB.Document, "Hướng dẫn lạ"),
    ],
)
def test_an_unregistered_document_has_the_class_its_symbol_or_type_gives(
    document: Document, kind: str, label: str
) -> None:
    said = describe(document)
    assert said[CB.registered] == ["false"]
    assert kind in said[RDF.type]
    assert said[SKOS.prefLabel] == [label]


def test_what_the_text_says_of_it_is_kept() -> None:
    said = describe(
        Document(
            "Quy định",
            "Quy định 9999",
            (SPAN,),
            "9999-QĐ/TW",
            issuer="Bộ Chính trị",
            date="2022-03-01",
            subject="một việc",
        )
    )
    assert said[CB.symbol] == ["9999-QĐ/TW"]
    assert said[CB.number] == ["9999"]
    assert said[ELI.date_document] == ["2022-03-01"]
    assert said[ELI.passed_by][0].rpartition("/")[2].startswith("bo-chinh-tri-")
    assert said[CB.term] == ["https://w3id.org/canbo/term/tw/xiii"]


def test_an_ambiguous_citation_has_candidates_and_no_answer() -> None:
    said = describe(Document("Chỉ thị", "Chỉ thị số 10-CT/TW", (SPAN,), "10-CT/TW"))
    assert said[CB.resolution] == ["https://w3id.org/canbo/scheme/resolution/ambiguous"]
    assert len(said[CB.candidate]) > 1
    assert CB.resolvedTo not in said
    assert said[CB.reason]


def test_a_resolved_citation_says_by_which_rules_and_how_surely() -> None:
    said = describe(
        Document("Chỉ thị", "Chỉ thị số 05-CT/TW", (SPAN,), "05-CT/TW", date="2016-05-15")
    )
    assert said[CB.resolvedTo] == ["https://w3id.org/canbo/document/tw/xii/ct/5"]
    assert said[CB.resolutionStrength] == ["strong"]
    assert "https://w3id.org/canbo/scheme/resolution-rule/explicit-date" in said[CB.resolutionRule]


def test_a_resolution_of_a_plenum_was_issued_there() -> None:
    named = Document(
        "Nghị quyết", "Nghị quyết Trung ương 9 khóa XII", (SPAN,), term="XII", plenum=9
    )
    said = describe(named)
    assert said[CB.issuedAt][0].rpartition("/")[2].startswith("ban-chap-hanh-trung-uong-dang-9-")
    unknown = describe(replace(named, plenum=16))
    assert CB.issuedAt not in unknown
    assert unknown[CB.term] == ["https://w3id.org/canbo/term/tw/xii"]


def test_who_acts_on_an_unregistered_document_is_said_at_the_end() -> None:
    register = load_register()
    offices = Offices(register, frozenset())
    cited = CitedDocuments(register, frozenset(), Ledger())
    directives = Directives(cited, offices, Meetings(register, frozenset(), offices))
    document = Document("Quy định", "Quy định 9999", (SPAN,), "9999-QĐ/TW", term="XII")
    (resolution,) = resolve_citations(Reading(documents=(document,)), register)
    meant = directives.resolve("https://example.org/", (), resolution)
    directives.act("https://example.org/a", "https://example.org/o", meant)
    directives.act("https://example.org/b", meant, None)
    assert not [quad for quad in directives.quads if quad.predicate.value == CB.actor]
    directives.conclude(cited.settle())
    iri = "https://w3id.org/canbo/document/tw/xii/qdd/9999"
    acts = {
        (quad.subject.value[-1], quad.predicate.value, value(quad))
        for quad in directives.quads
        if isinstance(quad.subject, NamedNode) and quad.subject.value[-2] == "/"
    }
    assert acts == {
        ("a", CB.actor, "https://example.org/o"),
        ("a", CB.document, iri),
        ("b", CB.actor, iri),
    }
