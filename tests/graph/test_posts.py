import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import SKOS

from canbo.graph.posts import describe_post
from canbo.graph.register import load_register
from canbo.ontology.iris import concept_iri
from canbo.ontology.load import scheme
from canbo.ontology.terms import CB


@pytest.mark.parametrize(
    ("post", "organisation", "role", "rank", "seats"),
    [
        ("Chủ tịch", "UBND Quận 1", "Chủ tịch", 1, "one"),
        ("Phó Chủ tịch", "UBND Quận 1", "Phó Chủ tịch", 3, "many"),
        ("Bí thư", "Quận ủy Quận 1", "Bí thư", 1, "one"),
        ("Phó Bí thư Thường trực", "Quận ủy Quận 1", "Phó Bí thư Thường trực", 2, "one"),
        ("Phó Bí thư", "Quận ủy Quận 1", "Phó Bí thư", 3, "many"),
        ("Ủy viên Ban Thường vụ", "Quận ủy Quận 1", "Ủy viên Ban Thường vụ", 4, "many"),
        ("Ủy viên Ban Chấp hành", "Tỉnh ủy Gia Lai", "Ủy viên Ban Chấp hành", 5, "many"),
        ("Chánh Văn phòng", "Văn phòng UBND Quận 1", "Chánh Văn phòng", 1, "one"),
        ("Chủ nhiệm", "Ủy ban Kiểm tra Quận ủy Quận 1", "Chủ nhiệm", 1, "one"),
        ("Thường trực", "Ban Bí thư", "Thường trực", 1, "one"),
        ("Ủy viên", "Bộ Chính trị", "Ủy viên", 5, "many"),
        ("Quyền Chủ tịch", "UBND tỉnh Lào Cai", "Chủ tịch", 1, "one"),
        ("Q. Giám đốc", "Sở Y tế tỉnh Lào Cai", "Giám đốc", 1, "one"),
        ("Công chức địa chính", "UBND xã Dân Chủ", "Công chức địa chính", 7, "many"),
        ("Phó Trưởng Ban chuyên trách", "Ban Đô thị HĐND tỉnh Y", None, 3, "many"),
        ("Trưởng khu phố", "Khu phố 3", "Trưởng khu phố", 1, "one"),
        ("Phó Tổng Chỉ huy Thường trực", "Ban X", "Phó Tổng Chỉ huy Thường trực", 2, "unknown"),
        ("Trung vệ", "Đội X", "Trung vệ", None, "unknown"),
    ],
)
def test_a_post_has_role_rank_and_seats(
    post: str, organisation: str, role: str | None, rank: int | None, seats: str
) -> None:
    facts = describe_post(post, organisation)
    assert facts.role == (role or post)
    assert (facts.rank, facts.seats) == (rank, seats)
    assert facts.organisation == organisation


def test_the_head_of_a_body_is_rank_one() -> None:
    assert describe_post("Chủ tịch", "UBND Quận 1").is_head
    assert describe_post("Chủ tịch", "UBND Quận 1").sort == "head"
    assert not describe_post("Phó Chủ tịch", "UBND Quận 1").is_head
    assert describe_post("Chuyên viên", "Sở Y tế tỉnh X").sort == "staff"


def test_a_spelling_of_a_title_is_that_title() -> None:
    assert describe_post("Quận ủy viên", "Quận ủy Quận 1").role == "Ủy viên Ban Chấp hành"
    assert describe_post("phó bí thư", "Quận ủy Quận 1").is_listed


def test_titles_have_the_rank_and_seats_of_the_vocabulary() -> None:
    graph = scheme("role")
    for row in load_register().tables.roles:
        concept = URIRef(concept_iri("role", row.title))
        if row.title.endswith("…") or row.kinds or (concept, SKOS.prefLabel, None) not in graph:
            continue
        assert graph.value(concept, CB.rank) == Literal(row.rank), row.title
        assert str(graph.value(concept, CB.seats)) == concept_iri("seats", row.seats), row.title


def test_a_listed_title_is_a_concept_of_the_vocabulary() -> None:
    graph = scheme("role")
    listed = [row.title for row in load_register().tables.roles if not row.title.endswith("…")]
    missing = [
        title
        for title in listed
        if (URIRef(concept_iri("role", title)), SKOS.prefLabel, None) not in graph
    ]
    assert missing == []
