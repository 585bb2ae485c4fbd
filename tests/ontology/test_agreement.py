"""What the other rooms write agrees with the ontology: one small graph, register and all."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store, serialize
from rdflib import RDF, RDFS, Graph, Literal, URIRef
from rdflib.term import Node

from canbo.graph import build
from canbo.graph.keeping.store import open_store
from canbo.ontology.check import check
from canbo.ontology.iris import BASE, NS
from canbo.ontology.load import vocabulary, vocabulary_turtle_files
from canbo.ontology.names import Canbo
from canbo.ontology.terms import CB

TEXT = """Hôm 14/6/2022, Chi bộ Văn phòng UBND Quận 19 mở Đại hội lần thứ V, nhiệm kỳ 2022 – 2025.
Dự Đại hội có đồng chí Lê Văn Tám, Phó Bí thư Quận ủy, Chủ tịch UBND Quận 19.
Đại hội bầu đồng chí Trần Thị Ánh giữ chức Bí thư Chi bộ nhiệm kỳ 2022 – 2025.
Chi bộ Văn phòng UBND Quận 19 thực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị,
Nghị định 30/2020/NĐ-CP và Kế hoạch số 15-KH/QU của Quận ủy Quận 19.
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Return a graph built from one text of ours."""
    folder = tmp_path_factory.mktemp("agreement")
    (folder / "text.txt").write_text(TEXT, "utf-8")
    build([folder / "text.txt"], folder / "kg")
    return open_store(folder / "kg")


@pytest.fixture(scope="module")
def union(store: Store) -> Graph:
    """Return everything in the store as one rdflib graph."""
    triples = serialize((quad.triple for quad in store), format=RdfFormat.N_TRIPLES)
    return Graph().parse(data=triples, format="nt")


def test_a_built_graph_satisfies_every_shape(store: Store) -> None:
    assert check(store) == []


def test_a_built_graph_has_things_of_every_kind(union: Graph) -> None:
    people = [CB.Person, CB.Organization, CB.Post, CB.Tenure, CB.Bound, CB.Term, CB.Congress]
    papers = [CB.PartyDocument, CB.Citation, CB.DirectiveAction, CB.Source, CB.Attestation]
    assert all(next(union.subjects(RDF.type, kind), None) for kind in people + papers)


def test_a_built_graph_uses_only_terms_and_concepts_that_exist(union: Graph) -> None:
    described = {str(thing) for thing in union.subjects(RDF.type)}
    used = {str(node) for triple in union for node in triple if isinstance(node, URIRef)}
    ours = {iri for iri in used if iri.startswith((NS, BASE + "scheme/"))}
    assert ours <= described


def test_a_built_graph_holds_the_vocabulary_whole(union: Graph) -> None:
    for file in vocabulary_turtle_files():
        turtle = Graph().parse(data=file.read_text(encoding="utf-8"), format="turtle")
        assert set(turtle) <= set(union), file.name


def test_domains_and_ranges_make_nothing_something_else(union: Graph) -> None:
    words = vocabulary()

    def kinds(node: Node) -> set[Node]:
        stated = union.objects(node, RDF.type)
        above = (words.transitive_objects(kind, RDFS.subClassOf) for kind in stated)
        return {kind for kinds in above for kind in kinds if kind is not None}

    for term, domain in words.subject_objects(RDFS.domain):
        assert all(domain in kinds(thing) for thing in union.subjects(term)), term
    for term, target in words.subject_objects(RDFS.range):
        for value in union.objects(None, term):
            if isinstance(value, Literal):
                language = RDF.langString if value.language else None
                assert (value.datatype or language or target) == target, term
            elif str(target).startswith(NS):
                assert target in kinds(value), term


def test_the_shipped_questions_use_only_terms_that_exist() -> None:
    known = set(Canbo.local_names())
    for file in files("canbo.queries").iterdir():
        if file.name.endswith(".rq"):
            used = set(re.findall(r"\bcb:(\w+)", file.read_text(encoding="utf-8")))
            assert used <= known, file.name


def test_the_shape_of_the_graph_is_told_in_terms_that_exist() -> None:
    page = Path(__file__).parents[2] / "ARCHITECTURE.md"
    assert set(re.findall(r"\bcb:(\w+)", page.read_text("utf-8"))) <= set(Canbo.local_names())
