from collections import Counter

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from canbo.graph.register import load_register
from canbo.graph.register.documents import DocumentKey
from canbo.graph.register.iris import congress_iri, document_iri, law_iri, plenum_iri
from canbo.graph.register.quads import register_quads
from canbo.ontology.iris import graph_iri, organization_iri, post_iri, term_iri
from canbo.ontology.names import CB
from canbo.ontology.standards import ELI, OA, ORG, RDF, RDFS, SKOS

QUADS = list(register_quads(load_register()))
STORE = Store()
STORE.bulk_extend(QUADS)


def values(subject: str, predicate: str) -> list[str]:
    found = STORE.quads_for_pattern(NamedNode(subject), NamedNode(predicate), None)
    return [q.object.value for q in found if isinstance(q.object, NamedNode | Literal)]


def subjects(predicate: str, target: str) -> list[str]:
    found = STORE.quads_for_pattern(None, NamedNode(predicate), NamedNode(target))
    return [q.subject.value for q in found if isinstance(q.subject, NamedNode)]


def test_no_triple_stands_twice_and_none_has_a_blank_node() -> None:
    assert len(set(QUADS)) == len(QUADS)
    assert not any(isinstance(part, BlankNode) for quad in QUADS for part in quad_parts(quad))
    assert {quad.graph_name for quad in QUADS} == {NamedNode(graph_iri("register"))}


def quad_parts(quad: Quad) -> tuple[object, object]:
    return quad.subject, quad.object


def test_the_quads_are_the_same_each_time() -> None:
    assert list(register_quads(load_register())) == QUADS


def test_a_document_is_described_whole() -> None:
    place = document_iri(DocumentKey("10-CT/TW", "X"))
    assert place == "https://w3id.org/canbo/document/tw/x/ct/10"
    assert values(place, CB.symbol) == ["10-CT/TW"]
    assert values(place, CB.term) == [term_iri("TW", "X")]
    assert values(place, ELI.date_document) == ["2007-03-30"]
    assert values(place, ELI.passed_by) == [organization_iri("Ban Bí thư")]
    assert values(place, CB.registered) == ["true"]
    assert values(place, CB.registerRow) == ["documents: 10-CT/TW, X"]
    assert "10-CT/TW" not in values(place, CB.nameWord)
    assert {"10", "ct", "tw"} <= set(values(place, CB.nameWord))


def test_partial_dates_are_typed_as_what_they_are() -> None:
    kinds = {
        quad.object.datatype.value.rpartition("#")[2]
        for quad in QUADS
        if quad.predicate == NamedNode(ELI.date_document) and isinstance(quad.object, Literal)
    }
    assert kinds == {"date", "gYear", "gYearMonth"}


def test_a_stated_relation_is_a_fact_and_a_concluded_one_is_a_note() -> None:
    new = document_iri(DocumentKey("37-QĐ/TW", "XIII"))
    old = document_iri(DocumentKey("47-QĐ/TW", "XI"))
    older = document_iri(DocumentKey("115-QĐ/TW", "X"))
    assert values(new, CB.supersedes) == [old]
    assert values(old, CB.supersedes) == []
    assert older in values(old, RDFS.seeAlso)
    assert any("suy ra" in note for note in values(old, SKOS.note))


def test_a_plenum_is_an_event_apart_from_what_it_adopted() -> None:
    place = plenum_iri("XII", 6)
    assert values(document_iri(DocumentKey("18-NQ/TW", "XII")), CB.issuedAt) == [place]
    assert values(place, CB.ordinal) == ["6"]
    assert values(document_iri(DocumentKey("29-QĐ/TW", "XII")), CB.issuedAt) == []
    assert plenum_iri("VIII", 6, "lần 1") != plenum_iri("VIII", 6, "lần 2")


def test_a_congress_opens_its_term() -> None:
    assert values(term_iri("TW", "XIII"), CB.openedBy) == [congress_iri("XIII")]
    assert values(congress_iri("XIII"), CB.opensTerm) == [term_iri("TW", "XIII")]


def test_an_organ_that_was_merged_leads_to_what_it_became() -> None:
    old = organization_iri("Ban Dân vận Trung ương")
    (change,) = subjects(ORG.originalOrganization, old)
    became = organization_iri("Ban Tuyên giáo và Dân vận Trung ương")
    assert values(change, ORG.resultingOrganization) == [became]
    assert values(old, CB.dissolvedLatest) == ["2025-02-28"]


def test_an_officials_tenure_has_bounds_that_point_to_its_row() -> None:
    post = post_iri("Chủ tịch nước", "Nhà nước")
    tenures = subjects(CB.post, post)
    kinds = Counter(values(tenure, CB.tenureKind)[0].rpartition("/")[2] for tenure in tenures)
    assert kinds["acting"] >= 4
    first = next(t for t in tenures if values(t, CB.startEarliest) == ["2011-07-25"])
    assert values(first, CB.endLatest) == ["2016-04-02"]
    attested = subjects(OA.hasBody, first)
    modes = {mode for place in attested for mode in values(place, CB.mode)}
    assert modes == {"https://w3id.org/canbo/scheme/mode/registered"}


def test_one_still_in_office_has_no_end_and_one_only_seen_no_beginning() -> None:
    tenures = subjects(RDF.type, CB.Tenure)
    lasting = [place for place in tenures if not values(place, CB.endLatest)]
    seen = [place for place in lasting if not values(place, CB.startEarliest)]
    assert len(lasting) > len(seen) > 0
    assert all(values(place, CB.endEarliest) for place in seen)


@pytest.mark.parametrize(
    ("name", "year", "tail"),
    [("Luật Đất đai", 2013, "state/qh13/2013/l/45"), ("Luật Đất đai", 1993, None)],
)
def test_a_law_is_named_by_its_number_where_that_is_known(
    name: str, year: int, tail: str | None
) -> None:
    law = next(law for law in load_register().laws(name) if law.year == year)
    place = law_iri(law)
    assert place.endswith(tail) if tail else "/document/named/" in place
    assert values(place, CB.year) == [str(year)]
