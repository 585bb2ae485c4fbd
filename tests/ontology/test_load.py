from collections import Counter
from functools import cache

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from canbo.errors import UnknownSchemeError
from canbo.ontology.iris import BASE, concept_iri
from canbo.ontology.load import (
    alignments,
    scheme,
    scheme_names,
    shapes,
    vocabulary,
    vocabulary_turtle_files,
)
from canbo.ontology.names import CB
from canbo.ontology.segments import slug
from canbo.ontology.terms import CB as NODES

VANN = Namespace("http://purl.org/vocab/vann/")
SCHEMA = Namespace("https://schema.org/")
KINDS = (OWL.Class, OWL.DatatypeProperty, OWL.ObjectProperty)
REUSED = (
    "http://www.w3.org/ns/org#",
    "http://xmlns.com/foaf/0.1/",
    "http://www.w3.org/ns/prov#",
    "http://www.w3.org/ns/oa#",
    "http://www.w3.org/2004/02/skos/core#",
    "http://data.europa.eu/eli/ontology#",
    "https://schema.org/",
    "http://www.w3.org/2006/time#",
    "http://purl.org/dc/terms/",
)


@cache
def words() -> Graph:
    """Return the vocabulary, read once; no test changes it."""
    return vocabulary()


def languages(graph: Graph, subject: Node, predicate: URIRef) -> list[str | None]:
    found = (text for text in graph.objects(subject, predicate) if isinstance(text, Literal))
    return sorted((text.language for text in found), key=str)


def own_terms() -> list[URIRef]:
    found = (term for term in words().subjects(RDF.type) if isinstance(term, URIRef))
    return sorted({term for term in found if term.startswith(CB.namespace)})


def test_the_header_says_what_it_is_and_no_date() -> None:
    graph, ontology = words(), URIRef(BASE + "ns")
    assert (ontology, RDF.type, OWL.Ontology) in graph
    assert languages(graph, ontology, DCTERMS.title) == ["en", "vi"]
    assert str(graph.value(ontology, DCTERMS.creator)) == "canbo contributors"
    assert "by/4.0" in str(graph.value(ontology, DCTERMS.license))
    assert graph.value(ontology, OWL.versionInfo) is not None
    assert str(graph.value(ontology, VANN.preferredNamespaceUri)) == CB.namespace
    dates = {DCTERMS.date, DCTERMS.created, DCTERMS.modified, DCTERMS.issued}
    assert not dates & set(graph.predicates(ontology))


@pytest.mark.parametrize("term", own_terms())
def test_every_term_is_explained_in_both_languages(term: URIRef) -> None:
    graph = words()
    assert languages(graph, term, RDFS.label) == ["en", "vi"]
    assert languages(graph, term, SKOS.definition) == ["en", "vi"]
    assert graph.value(term, SKOS.example, any=True) is not None
    assert graph.value(term, RDFS.isDefinedBy) == URIRef(BASE + "ns")
    assert set(graph.objects(term, RDF.type)) & set(KINDS)


@pytest.mark.parametrize("label", [RDFS.label, SKOS.definition])
def test_classes_are_not_called_alike(label: URIRef) -> None:
    graph = words()
    classes = [term for term in own_terms() if (term, RDF.type, OWL.Class) in graph]
    said = Counter(text for term in classes for text in graph.objects(term, label))
    assert max(said.values()) == 1


def test_every_class_stands_under_a_standard_one() -> None:
    graph = words()
    for term in own_terms():
        if (term, RDF.type, OWL.Class) in graph:
            above = set(graph.transitive_objects(term, RDFS.subClassOf))
            assert any(str(parent).startswith(REUSED) for parent in above), term


@pytest.mark.parametrize("namespace", [name for name in REUSED if "dc/terms" not in name])
def test_each_reused_vocabulary_has_a_class_of_ours(namespace: str) -> None:
    above = {str(parent) for parent in words().objects(None, RDFS.subClassOf)}
    assert any(parent.startswith(namespace) for parent in above)


def test_several_domains_are_never_said_with_rdfs() -> None:
    graph = words()
    for term in own_terms():
        for one in (RDFS.domain, RDFS.range):
            assert len(set(graph.objects(term, one))) <= 1, term


def test_domains_and_ranges_of_ours_are_classes_of_ours() -> None:
    graph = words()
    sides = (RDFS.domain, RDFS.range, SCHEMA.domainIncludes, SCHEMA.rangeIncludes)
    named = {node for side in sides for node in graph.objects(None, side)}
    ours = {node for node in named if str(node).startswith(CB.namespace)}
    assert all((node, RDF.type, OWL.Class) in graph for node in ours)


def test_properties_that_take_concepts_name_their_scheme() -> None:
    graph = words()
    schemes = {BASE + "scheme/" + name for name in scheme_names()}
    for term in graph.subjects(RDFS.range, SKOS.Concept):
        assert str(graph.value(term, RDFS.seeAlso)) in schemes, term


def test_the_vocabulary_files_have_no_blank_node_and_no_triple_twice() -> None:
    seen: Counter[tuple[Node, Node, Node]] = Counter()
    for file in vocabulary_turtle_files():
        seen.update(Graph().parse(data=file.read_text(encoding="utf-8"), format="turtle"))
    assert max(seen.values()) == 1
    assert not any(isinstance(node, BNode) for triple in seen for node in triple)


def test_the_vocabulary_files_come_in_a_fixed_order() -> None:
    found = [file.name for file in vocabulary_turtle_files()]
    expected = ["canbo.ttl", *(f"{name}.ttl" for name in scheme_names())]
    assert found[: len(expected)] == expected
    assert found[len(expected) :] == sorted(found[len(expected) :])


def test_shapes_are_not_among_the_vocabulary_files() -> None:
    assert len(shapes()) > 0
    assert "shapes.ttl" not in {file.name for file in vocabulary_turtle_files()}


def test_an_unknown_scheme_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownSchemeError, match=r"action.*system") as caught:
        scheme("colour")
    assert caught.value.name == "colour"
    assert "status" in caught.value.known


@pytest.mark.parametrize("name", scheme_names())
def test_every_concept_has_its_scheme_a_place_and_two_labels(name: str) -> None:
    graph, home = scheme(name), URIRef(BASE + "scheme/" + name)
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    assert (home, RDF.type, SKOS.ConceptScheme) in graph
    assert languages(graph, home, SKOS.definition) == ["en", "vi"]
    assert concepts == set(graph.subjects(SKOS.inScheme, home))
    for concept in concepts:
        assert str(concept).startswith(f"{home}/")
        assert languages(graph, concept, SKOS.prefLabel) == ["en", "vi"]
        above = list(graph.objects(concept, SKOS.broader))
        assert set(above) <= concepts
        assert bool(above) != ((concept, SKOS.topConceptOf, home) in graph)
        assert concept not in set(graph.transitive_objects(concept, SKOS.broader)) - {concept}


@pytest.mark.parametrize("name", [name for name in scheme_names() if name != "role"])
def test_every_concept_but_a_role_is_defined_in_both_languages(name: str) -> None:
    graph = scheme(name)
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        assert languages(graph, concept, SKOS.definition) == ["en", "vi"], concept


@pytest.mark.parametrize("name", ["role", "document-type"])
def test_a_concept_is_found_by_its_vietnamese_label(name: str) -> None:
    graph = scheme(name)
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        label = next(
            str(text)
            for text in graph.objects(concept, SKOS.prefLabel)
            if isinstance(text, Literal) and text.language == "vi"
        )
        assert str(concept) == concept_iri(name, label)


def test_every_role_has_a_rank_and_seats() -> None:
    graph = scheme("role")
    for role in graph.subjects(RDF.type, NODES.Role):
        assert graph.value(role, NODES.rank) is not None
        assert graph.value(role, NODES.seats) is not None


@pytest.mark.parametrize(
    ("abbreviation", "types"),
    [
        ("CT", {"chi-thi"}),
        ("HD", {"huong-dan"}),
        ("HĐ", {"hop-dong"}),
        ("QĐ", {"quyet-dinh", "quy-dinh"}),
        ("TT", {"thong-tri", "thong-tu"}),
    ],
)
def test_an_abbreviation_may_stand_for_two_types(abbreviation: str, types: set[str]) -> None:
    graph = scheme("document-type")
    found = graph.subjects(NODES.typeCode, Literal(abbreviation))
    assert {str(concept).rpartition("/")[2] for concept in found} == types


def test_schemes_use_only_terms_that_exist() -> None:
    known = {str(term) for term in own_terms()}
    for name in scheme_names():
        graph = scheme(name)
        used = {str(node) for triple in graph for node in triple}
        assert {node for node in used if node.startswith(CB.namespace)} <= known


def test_every_mapping_has_a_comment() -> None:
    graph = alignments()
    axioms = set(graph.subjects(RDF.type, OWL.Axiom))
    mapped = {
        tuple(
            graph.value(axiom, part)
            for part in (OWL.annotatedSource, OWL.annotatedProperty, OWL.annotatedTarget)
        )
        for axiom in axioms
        if languages(graph, axiom, RDFS.comment) == ["en"]
    }
    matching = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.relatedMatch)
    stated = {
        (left, how, right)
        for how in (*matching, RDFS.subClassOf, RDFS.subPropertyOf)
        for left, right in graph.subject_objects(how)
    }
    assert mapped == stated
    assert len(mapped) == len(axioms)


def test_mappings_begin_at_terms_that_exist() -> None:
    known = {str(term) for term in own_terms()}
    for left in alignments().objects(None, OWL.annotatedSource):
        assert not str(left).startswith(CB.namespace) or str(left) in known


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("startEarliest", "P82a_begin_of_the_begin"),
        ("startLatest", "P81a_end_of_the_begin"),
        ("endEarliest", "P81b_begin_of_the_end"),
        ("endLatest", "P82b_end_of_the_end"),
    ],
)
def test_the_four_bounds_are_those_of_cidoc_crm(ours: str, theirs: str) -> None:
    crm = "http://www.cidoc-crm.org/cidoc-crm/"
    assert (NODES.make(CB.namespace + ours), SKOS.exactMatch, URIRef(crm + theirs)) in alignments()


def test_slugs_of_schemes_are_their_names() -> None:
    assert [slug(name) for name in scheme_names()] == list(scheme_names())
