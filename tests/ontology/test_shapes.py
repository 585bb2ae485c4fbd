"""Every shape, broken once: what is taken from the example graph, what is put in its place."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import cast

import pytest
from pyoxigraph import RdfFormat, Store
from pyshacl import validate  # pyright: ignore[reportUnknownVariableType]
from rdflib import RDF, SH, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from canbo.errors import UnknownConstraintError
from canbo.ontology.check import Violation, check
from canbo.ontology.load import scheme, scheme_names, shapes
from canbo.ontology.shape_queries import write_queries

EXAMPLE = Path(__file__).with_name("example.ttl")
SHAPE = "https://w3id.org/canbo/shapes#"
UNWRITTEN = """@prefix sh: <http://www.w3.org/ns/shacl#> .
<urn:s> sh:targetClass <urn:C> ; sh:path <urn:p> ; sh:disjoint <urn:q> ."""
ORDERED = shapes()
EX = "https://w3id.org/canbo/example/"

# shape: (subject and property to take out, triples to put in); the subject's name stands in EX.
BREAKS: dict[str, tuple[str, str]] = {
    "Named": ("", "[] a cb:Passage , oa:SpecificResource"),
    "NameKeys-nameKey": ("person cb:nameKey", ""),
    "NameKeys-nameFold": ("", "ex:person cb:nameFold 'Trần Văn Mẫu'"),
    "NameKeys-nameWord": ("", "ex:person cb:nameWord 'văn'"),
    # people, bodies, posts
    "Person-type": ("person rdf:type", "ex:person a cb:Person"),
    "Person-name": ("person foaf:name", "ex:person foaf:name 'Trần  Văn Mẫu'@vi"),
    "Person-private": ("", "ex:person schema:birthPlace 'Mẫu'@vi"),
    "Organization-type": ("parent rdf:type", "ex:parent a cb:Organization"),
    "Organization-label": ("organization skos:prefLabel", ""),
    "Organization-system": ("", "ex:parent cb:system <scheme/system/tribe>"),
    "Organization-level": ("", "ex:parent cb:level level:central , level:province"),
    "Organization-kind": ("", "ex:parent org:classification <scheme/role/chu-tich>"),
    "Organization-parent": ("", "ex:parent org:subOrganizationOf ex:person"),
    "Organization-counterpart": ("", "ex:parent cb:counterpartOf ex:person"),
    "Organization-foundedEarliest": ("", "ex:parent cb:foundedEarliest '1976'^^xsd:gYear"),
    "Organization-foundedLatest": ("", "ex:parent cb:foundedLatest '1976'^^xsd:gYear"),
    "Organization-dissolvedEarliest": ("", "ex:parent cb:dissolvedEarliest '2025'^^xsd:gYear"),
    "Organization-dissolvedLatest": ("", "ex:parent cb:dissolvedLatest '2025'^^xsd:gYear"),
    "Organization-foundedEarliest-foundedLatest": (
        "organization cb:foundedEarliest",
        "ex:organization cb:foundedEarliest '1977-01-01'^^xsd:date",
    ),
    "Organization-dissolvedEarliest-dissolvedLatest": (
        "organization cb:dissolvedEarliest",
        "ex:organization cb:dissolvedEarliest '2025-07-01'^^xsd:date",
    ),
    "Organization-foundedEarliest-dissolvedLatest": (
        "organization cb:dissolvedLatest",
        "ex:organization cb:dissolvedLatest '1975-12-31'^^xsd:date",
    ),
    "OrgChange-type": ("change rdf:type", "ex:change a cb:OrgChange"),
    "OrgChange-changeType": ("change cb:changeType", ""),
    "OrgChange-date": ("change dcterms:date", "ex:change dcterms:date '30/6/2025'"),
    "OrgChange-original": ("", "ex:change org:originalOrganization ex:person"),
    "OrgChange-resulting": ("", "ex:change org:resultingOrganization ex:person"),
    "OrgChange-about": ("change org:originalOrganization|org:resultingOrganization", ""),
    "Role-type": ("", "<scheme/role/x> a cb:Role ; skos:prefLabel 'X'@vi"),
    "Role-label": ("", "<scheme/role/x> a cb:Role , org:Role"),
    "Role-rank": ("", "<scheme/role/chu-tich> cb:rank -1"),
    "Role-seats": ("", "<scheme/role/chu-tich> cb:seats seats:many"),
    "Post-type": ("post rdf:type", "ex:post a cb:Post"),
    "Post-label": ("post skos:prefLabel", ""),
    "Post-role": ("post org:role", "ex:post org:role <scheme/level/district>"),
    "Post-organization": ("post org:postIn", ""),
    "Post-seats": ("post cb:seats", "ex:post cb:seats 3"),
    "Post-foundedEarliest": ("", "ex:post cb:foundedEarliest '1975-01-01'^^xsd:date"),
    "Post-foundedLatest": ("", "ex:post cb:foundedLatest '1977-01-01'^^xsd:date"),
    "Post-dissolvedEarliest": ("", "ex:post cb:dissolvedEarliest '2025-06-29'^^xsd:date"),
    "Post-dissolvedLatest": ("", "ex:post cb:dissolvedLatest '2025-07-01'^^xsd:date"),
    "Post-foundedEarliest-foundedLatest": (
        "post cb:foundedEarliest",
        "ex:post cb:foundedEarliest '1977-01-01'^^xsd:date",
    ),
    "Post-dissolvedEarliest-dissolvedLatest": (
        "post cb:dissolvedEarliest",
        "ex:post cb:dissolvedEarliest '2025-07-01'^^xsd:date",
    ),
    "Post-foundedEarliest-dissolvedLatest": (
        "post cb:dissolvedLatest",
        "ex:post cb:dissolvedLatest '1975-12-31'^^xsd:date",
    ),
    # tenures
    "Tenure-type": ("tenure rdf:type", "ex:tenure a cb:Tenure"),
    "Tenure-member": ("tenure org:member", ""),
    "Tenure-post": ("tenure cb:post", "ex:tenure cb:post ex:organization"),
    "Tenure-organization": ("tenure org:organization", ""),
    "Tenure-role": ("", "ex:tenure org:role <scheme/role/bi-thu>"),
    "Tenure-same-organization": (
        "tenure org:organization",
        "ex:tenure org:organization ex:committee",
    ),
    "Tenure-same-role": ("tenure org:role", "ex:tenure org:role <scheme/role/bi-thu>"),
    "Tenure-kind": ("tenure cb:tenureKind", ""),
    "Tenure-endCause": ("", "ex:tenure cb:endCause <scheme/end-cause/died>"),
    "Tenure-term": ("", "ex:tenure cb:term ex:congress"),
    "Tenure-startEarliest": (
        "tenure cb:startEarliest",
        "ex:tenure cb:startEarliest '2021'^^xsd:gYear",
    ),
    "Tenure-startLatest": ("", "ex:tenure cb:startLatest '2021-12-30'^^xsd:date"),
    "Tenure-endEarliest": ("", "ex:tenure cb:endEarliest '2022-09-27'^^xsd:date"),
    "Tenure-endLatest": ("", "ex:tenure cb:endLatest '2025-06-31'^^xsd:date"),
    "Tenure-startEarliest-startLatest": (
        "tenure cb:startEarliest",
        "ex:tenure cb:startEarliest '2022-01-01'^^xsd:date",
    ),
    "Tenure-endEarliest-endLatest": (
        "tenure cb:endEarliest",
        "ex:tenure cb:endEarliest '2025-07-01'^^xsd:date",
    ),
    "Tenure-startEarliest-endLatest": (
        "tenure cb:endLatest",
        "ex:tenure cb:endLatest '2020-12-31'^^xsd:date",
    ),
    "Tenure-evidence": ("holding oa:hasBody", ""),
    "Bound-type": ("bound rdf:type", "ex:bound a cb:Bound"),
    "Bound-of": ("bound cb:boundOf", "ex:bound cb:boundOf ex:person"),
    "Bound-which": ("bound cb:boundProperty", "ex:bound cb:boundProperty cb:post"),
    "Bound-date": ("bound cb:boundDate", "ex:bound cb:boundDate '2022-09'^^xsd:gYearMonth"),
    "Bound-rule": ("bound cb:boundRule", "ex:bound cb:boundRule 'R7'"),
    "Bound-from": ("bound prov:wasDerivedFrom", ""),
    # terms and events
    "Term-type": ("term rdf:type", "ex:term a cb:Term"),
    "Term-label": ("term skos:prefLabel", ""),
    "Term-of": ("term cb:termOf", ""),
    "Term-ordinal": ("", "ex:term cb:ordinal '7'"),
    "Term-startYear": ("term cb:startYear", "ex:term cb:startYear 2020"),
    "Term-endYear": ("", "ex:term cb:endYear '2026'^^xsd:gYear"),
    "Term-startYear-endYear": ("term cb:endYear", "ex:term cb:endYear '2019'^^xsd:gYear"),
    "Term-known-by": ("term cb:ordinal|cb:startYear|cb:startLatest", ""),
    "Term-openedBy": ("", "ex:term cb:openedBy ex:person"),
    "Term-numberingFrom": ("", "ex:term cb:numberingFrom '2020-08-01'^^xsd:date"),
    "Term-numberingTo": ("", "ex:term cb:numberingTo '2025'^^xsd:gYear"),
    "Term-numberingFrom-numberingTo": (
        "term cb:numberingTo",
        "ex:term cb:numberingTo '2020-01-01'^^xsd:date",
    ),
    "Term-startEarliest": ("", "ex:term cb:startEarliest '2020-07-31'^^xsd:date"),
    "Term-startLatest": ("", "ex:term cb:startLatest '2020-08-30'^^xsd:date"),
    "Term-endEarliest": ("", "ex:term cb:endEarliest '2025-06-29'^^xsd:date"),
    "Term-endLatest": ("", "ex:term cb:endLatest '2025-08-30'^^xsd:date"),
    "Term-startEarliest-startLatest": (
        "term cb:startEarliest",
        "ex:term cb:startEarliest '2020-09-01'^^xsd:date",
    ),
    "Term-endEarliest-endLatest": (
        "term cb:endEarliest",
        "ex:term cb:endEarliest '2025-09-01'^^xsd:date",
    ),
    "Term-startEarliest-endLatest": (
        "term cb:endLatest",
        "ex:term cb:endLatest '2020-07-31'^^xsd:date",
    ),
    "Event-type": ("congress rdf:type", "ex:congress a cb:Congress"),
    "Event-label": ("congress skos:prefLabel", ""),
    "Event-of": ("congress cb:eventOf", ""),
    "Event-ordinal": ("congress cb:ordinal", "ex:congress cb:ordinal 7"),
    "Event-startDate": ("", "ex:congress schema:startDate '2020-08-13'^^xsd:date"),
    "Event-endDate": ("congress schema:endDate", "ex:congress schema:endDate '15/8/2020'"),
    "Event-opensTerm": ("", "ex:congress cb:opensTerm ex:person"),
    "Event-term": ("", "ex:congress cb:term ex:person"),
    "Event-elected": ("", "ex:congress cb:elected ex:person"),
    "Event-attendee": ("", "ex:congress schema:attendee ex:organization"),
    "Event-evidence": ("meeting oa:hasBody", ""),
    "Event-startDate-endDate": (
        "congress schema:endDate",
        "ex:congress schema:endDate '2020-08-13'^^xsd:date",
    ),
    # documents, citations, actions
    "Document-type": ("old-document rdf:type", "ex:old-document a cb:Document"),
    "Document-label": ("old-document skos:prefLabel", ""),
    "Document-registered": ("old-document cb:registered", ""),
    "Document-documentType": ("", "ex:party-document cb:documentType document-type:ket-luan"),
    "Document-symbol": ("party-document cb:symbol", "ex:party-document cb:symbol '10 - CT/TW'"),
    "Document-number": ("", "ex:party-document cb:number 11"),
    "Document-year": ("", "ex:state-document cb:year '2021'^^xsd:gYear"),
    "Document-term": ("", "ex:party-document cb:term ex:congress"),
    "Document-date_document": ("", "ex:state-document eli:date_document '5/3/2020'"),
    "Document-issuer": ("", "ex:party-document eli:passed_by ex:person"),
    "Document-issuedAt": ("", "ex:party-document cb:issuedAt ex:term"),
    "Document-supersedes": ("", "ex:party-document cb:supersedes ex:person"),
    "Document-amends": ("", "ex:party-document cb:amends ex:person"),
    "Document-implements": ("", "ex:party-document cb:implements ex:person"),
    "Document-confidence": ("", "ex:state-document cb:confidence 'certain'"),
    "Document-source": ("party-document dcterms:source", ""),
    "PartyDocument-identity": ("party-document cb:term", ""),
    "StateDocument-identity": ("state-document cb:year", ""),
    "Citation-type": ("citation rdf:type", "ex:citation a cb:Citation"),
    "Citation-attested": ("citing oa:hasBody", ""),
    "Citation-citing": ("citation cb:citing", "ex:citation cb:citing ex:person"),
    "Citation-surface": ("citation cb:surface", ""),
    "Citation-citedSymbol": ("citation cb:citedSymbol", "ex:citation cb:citedSymbol '10 CT'"),
    "Citation-documentType": ("", "ex:citation cb:documentType document-type:ket-luan"),
    "Citation-statedIssuer": ("", "ex:citation cb:statedIssuer 'Bộ Chính trị'@vi"),
    "Citation-statedDate": ("", "ex:open-citation cb:statedDate 'năm 2018'"),
    "Citation-candidate": ("", "ex:citation cb:candidate ex:person"),
    "Citation-resolvedTo": ("", "ex:citation cb:resolvedTo ex:state-document"),
    "Citation-resolution": ("open-citation cb:resolution", ""),
    "Citation-resolutionRule": ("", "ex:citation cb:resolutionRule <scheme/mode/stated>"),
    "Citation-resolutionStrength": ("", "ex:open-citation cb:resolutionStrength 'very strong'"),
    "Citation-reason": ("", "ex:citation cb:reason ''@vi"),
    "Citation-relation": ("", "ex:citation cb:relation <scheme/mode/stated>"),
    "Citation-resolved": ("", "ex:open-citation cb:resolvedTo ex:party-document"),
    "Citation-ambiguous": ("open-citation cb:candidate", ""),
    "DirectiveAction-type": ("action rdf:type", "ex:action a cb:DirectiveAction"),
    "DirectiveAction-attested": ("acting oa:hasBody", "ex:acting oa:hasBody ex:citation"),
    "DirectiveAction-kind": ("action cb:actionKind", ""),
    "DirectiveAction-statedActor": ("action cb:statedActor", ""),
    "DirectiveAction-actor": ("", "ex:action cb:actor ex:person"),
    "DirectiveAction-document": ("", "ex:action cb:document ex:state-document"),
    "DirectiveAction-citation": ("action cb:citation", ""),
    # sources and evidence
    "Source-type": ("reprint rdf:type", "ex:reprint a cb:Source"),
    "Source-identifier": ("source dcterms:identifier", ""),
    "Source-sha256": ("source cb:sha256", "ex:source cb:sha256 'E3B0C442'"),
    "Source-wordCount": ("source cb:wordCount", "ex:source cb:wordCount -1"),
    "Source-title": ("", "ex:source dcterms:title 'Tin'@vi"),
    "Source-issued": ("", "ex:reprint dcterms:issued '28/9/2022'"),
    "Source-retrieved": ("", "ex:reprint cb:retrieved 'hôm qua'"),
    "Source-url": ("", "ex:reprint schema:url 'example.org'"),
    "Source-kind": ("", "ex:reprint cb:sourceKind <scheme/mode/stated>"),
    "Source-reprintOf": ("", "ex:reprint cb:reprintOf ex:passage"),
    "Passage-type": ("passage rdf:type", "ex:passage a cb:Passage"),
    "Passage-source": ("passage oa:hasSource", ""),
    "Passage-selector": ("passage oa:hasSelector", ""),
    "Selector-type": ("selector rdf:type", "ex:selector a oa:TextQuoteSelector"),
    "Selector-exact": ("selector oa:exact", "ex:selector oa:exact ''@vi"),
    "Selector-prefix": ("", "ex:selector oa:prefix 'Ông '@vi"),
    "Selector-suffix": ("", "ex:selector oa:suffix ' nói'@vi"),
    "Selector-start": ("selector oa:start", "ex:selector oa:start -1"),
    "Selector-end": ("selector oa:end", ""),
    "Selector-start-end": ("selector oa:end", "ex:selector oa:end 9"),
    "Attestation-type": ("holding rdf:type", "ex:holding a cb:Attestation"),
    "Attestation-target": ("", "ex:holding oa:hasTarget ex:source"),
    "Attestation-body": ("", "ex:holding oa:hasBody ex:person"),
    "Attestation-statedPerson": ("", "ex:holding cb:statedPerson 'Trần Văn Khác'@vi"),
    "Attestation-statedPost": ("", "ex:holding cb:statedPost 'Bí thư'@vi"),
    "Attestation-statedOrganization": ("", "ex:holding cb:statedOrganization ''@vi"),
    "Attestation-status": ("", "ex:holding cb:status status:former"),
    "Attestation-asserts": ("", "ex:meeting cb:asserts <scheme/status/current>"),
    "Attestation-attestedOn": ("", "ex:meeting cb:attestedOn 'hôm nay'"),
    "Attestation-statedDate": ("", "ex:meeting cb:statedDate '28/9/2022'"),
    "Attestation-statedFrom": ("", "ex:holding cb:statedFrom '2020'^^xsd:gYear"),
    "Attestation-statedTo": ("", "ex:holding cb:statedTo '2020'^^xsd:gYear"),
    "Attestation-mode": ("", "ex:holding cb:mode mode:stated"),
    "Attestation-clue": ("", "ex:holding cb:clue <scheme/mode/stated>"),
    "Attestation-grounded": ("meeting oa:hasTarget", "ex:meeting dcterms:source 'sổ'"),
    "Attestation-states": ("meeting oa:hasBody|cb:statedEvent", ""),
    "Attestation-holding": ("holding cb:statedOrganization", ""),
    "Attestation-inferred": ("holding cb:inferred", ""),
}


def read_example() -> Graph:
    return Graph().parse(EXAMPLE, publicID="https://w3id.org/canbo/")


def find(graph: Graph) -> list[Violation]:
    """Return what is wrong in *graph*, held in a store."""
    store = Store()
    store.load(graph.serialize(format="nt").encode(), format=RdfFormat.N_TRIPLES)
    return check(store)


def break_example(taken: str, put: str) -> Graph:
    graph = read_example()
    subject, _, paths = taken.partition(" ")
    for path in filter(None, paths.split("|")):
        graph.remove((URIRef(EX + subject), graph.namespace_manager.expand_curie(path), None))
    prefixes = "".join(f"@prefix {name}: <{uri}> .\n" for name, uri in graph.namespaces())
    if put:
        turtle = f"{prefixes}@base <https://w3id.org/canbo/> .\n{put} ."
        graph.parse(data=turtle, format="turtle")
    return graph


def test_the_example_satisfies_every_shape() -> None:
    assert find(read_example()) == []


@pytest.mark.parametrize("shape", BREAKS)
def test_each_shape_sees_its_fault(shape: str) -> None:
    violations = find(break_example(*BREAKS[shape]))
    assert shape in {violation.shape for violation in violations}


def test_every_shape_that_asks_for_something_is_broken_once() -> None:
    graph = shapes()
    structure = {RDF.type, SH.targetClass, SH.property, SH.path, SH.message, SH.group}
    asking = {
        str(shape).removeprefix(SHAPE)
        for kind in (SH.NodeShape, SH.PropertyShape)
        for shape in graph.subjects(RDF.type, kind)
        if set(graph.predicates(shape)) - structure
    }
    assert asking == set(BREAKS)


def test_every_shape_speaks_vietnamese_and_english() -> None:
    graph = shapes()
    for shape in BREAKS:
        texts = graph.objects(URIRef(SHAPE + shape), SH.message)
        assert sorted(str(getattr(text, "language", "")) for text in texts) == ["en", "vi"], shape


def test_the_shapes_are_well_formed_shapes_themselves() -> None:
    run = cast("Callable[..., tuple[bool, Graph, str]]", validate)
    assert run(Graph(), shacl_graph=shapes(), meta_shacl=True)[0]


def test_every_class_with_data_has_a_target() -> None:
    targets = set(shapes().objects(None, SH.targetClass))
    typed = set(read_example().objects(None, RDF.type))
    ours = {name for name in typed if "/canbo/ns#" in str(name)}
    assert ours <= targets


@pytest.mark.parametrize("name", scheme_names())
def test_shapes_list_a_scheme_whole_or_not_at_all(name: str) -> None:
    def concepts(graph: Graph) -> set[str]:
        prefix = f"https://w3id.org/canbo/scheme/{name}/"
        return {str(term) for term in graph.all_nodes() if str(term).startswith(prefix)}

    listed = concepts(shapes())
    assert len(listed) <= 1 or listed == concepts(scheme(name))


def test_pyshacl_finds_the_same_faults() -> None:
    """All broken examples stand side by side in one graph, each with names of its own."""
    turtles = [break_example(*BREAKS[shape]).serialize(format="nt") for shape in sorted(BREAKS)]
    copies = (text.replace(EX, f"{EX}{number}-") for number, text in enumerate(turtles))
    graph = Graph().parse(data="".join(copies), format="nt")
    orders = {*ORDERED.subjects(SH.lessThan), *ORDERED.subjects(SH.lessThanOrEquals)}
    judged = {str(shape).removeprefix(SHAPE) for shape in orders}
    ours = {
        (fault.shape, blank(fault.focus), blank(fault.value))
        for fault in find(graph)
        if fault.shape not in judged
    }
    assert ours == set(ask_pyshacl(graph, orders))


def ask_pyshacl(graph: Graph, left_out: Iterable[Node]) -> Iterator[tuple[str, str, str]]:
    rules = shapes()
    for order in left_out:
        rules.add((order, SH.deactivated, Literal("true", datatype=XSD.boolean)))
    run = cast("Callable[..., tuple[bool, Graph, str]]", validate)
    _, results, _ = run(graph, shacl_graph=rules, inference="none")
    for result in results.subjects(RDF.type, SH.ValidationResult):
        rule = str(results.value(result, SH.sourceShape)).removeprefix(SHAPE)
        focus, value = results.value(result, SH.focusNode), results.value(result, SH.value)
        yield rule, blank(str(focus)), "" if value is None else blank(str(value))


def blank(name: str) -> str:
    """Return *name*, or one word for all blank nodes: each store names them its own way."""
    return "_" if re.fullmatch("[Nn]?[0-9a-f]{24,}", name) else name


def test_a_constraint_without_a_query_is_refused() -> None:
    rules = Graph().parse(data=UNWRITTEN, format="turtle")
    with pytest.raises(UnknownConstraintError, match="disjoint"):
        list(write_queries(rules, {}))
