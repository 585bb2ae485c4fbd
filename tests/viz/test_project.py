"""From the graph to things and facts."""

from collections import Counter

import pytest
from pyoxigraph import Store
from rdflib import Dataset

from canbo.viz import Projection, project
from canbo.viz.things import Bounds, Fact, Kind, Relation, Thing
from tests.viz.conftest import DATA


def thing(projection: Projection, label: str) -> Thing:
    (found,) = [each for each in projection.things if each.label == label and not each.is_open]
    return found


def facts(projection: Projection, relation: Relation, subject: str) -> list[Fact]:
    iri = thing(projection, subject).iri
    return [f for f in projection.facts if f.relation is relation and f.subject == iri]


def test_the_district_is_projected_whole(district: Projection) -> None:
    assert Counter(each.kind for each in district.things) == {
        Kind.PERSON: 10,
        Kind.POST: 14,
        Kind.ORGANIZATION: 13,
        Kind.DOCUMENT: 9,
        Kind.EVENT: 1,
    }
    told = Counter(fact.relation for fact in district.facts)
    assert told[Relation.HOLDS] == 18
    assert told[Relation.IMPLEMENTS] == 10  # eight by the cell, two between documents
    assert told[Relation.URGES] == 3
    assert told[Relation.ATTENDED] == 5


def test_a_tenure_has_its_bounds_their_reasons_and_its_words(district: Projection) -> None:
    post = thing(district, "Chủ tịch UBND Quận 1").iri
    (held,) = [f for f in facts(district, Relation.HOLDS, "Lê Đức Thanh") if f.object == post]
    assert held.bounds == Bounds("", "2022-09-28", "2025-03-06", "")
    quotes = [district.evidence[place].quote for place in held.evidence]
    assert "Chủ tịch UBND Quận 1 Lê Đức Thanh" in quotes
    why = [(each.bound, each.rule, district.evidence[each.evidence].date) for each in held.reasons]
    assert why == [("startLatest", "R1", "2022-09-28"), ("endEarliest", "R1", "2025-03-06")]


def test_what_cannot_be_told_is_one_open_document_with_its_candidates(
    district: Projection,
) -> None:
    (told,) = [each for each in district.things if each.is_open]
    assert told.label == "Chỉ thị số 10-CT/TW"
    assert [said for _, said in told.candidates] == [
        "Chỉ thị số 10-CT/TW · khóa X · 2007-03-30 · Nâng cao chất lượng sinh hoạt chi bộ",
        "Chỉ thị số 10-CT/TW · khóa XI · 2011-12-05 · Phổ cập giáo dục mầm non 5 tuổi",
    ]
    (studied,) = [fact for fact in district.facts if fact.object == told.iri]
    assert studied.relation is Relation.STUDIES
    assert studied.since == "2024"


def test_documents_know_their_issuer_and_nothing_holds_of_them_before_their_date(
    district: Projection,
) -> None:
    document = thing(district, "Quy định số 37-QĐ/TW")
    (issued,) = facts(district, Relation.ISSUED_BY, document.label)
    assert issued.object == thing(district, "Ban Chấp hành Trung ương Đảng").iri
    done = [fact for fact in district.facts if fact.object == document.iri]
    assert {fact.not_before for fact in (*done, issued)} == {"2021-10-25"}


def test_a_resolution_says_why(district: Projection) -> None:
    document = next(t for t in district.things if t.symbol == "10-CT/TW" and not t.is_open)
    assert district.evidence[document.evidence[0]].notes == (
        "Hướng dẫn số 12-HD/BTCTW bên cạnh thực hiện chỉ thị này",
        "cơ quan ban hành nêu rõ: Ban Bí thư",
    )


def test_what_only_the_register_knows_is_left_out_unless_asked_for(
    quan_1: Store, district: Projection
) -> None:
    assert "Nguyễn Phú Trọng" not in {each.label for each in district.things}
    assert "47-QĐ/TW" not in {each.symbol for each in district.things}
    whole = project(quan_1, register=True)
    (held,) = facts(whole, Relation.HOLDS, "Nguyễn Phú Trọng")
    (row,) = [whole.evidence[place] for place in held.evidence]
    assert row.is_registered
    assert row.notes == ("Bầu tại Đại hội XI", "https://example.org/register/officials")


def test_what_the_page_opens_at_is_there_in_any_case(quan_1: Store) -> None:
    whole = project(quan_1, register=True)
    focus = thing(whole, "Nguyễn Phú Trọng").iri
    focused = project(quan_1, focus)
    assert focus in {each.iri for each in focused.things}
    assert facts(focused, Relation.HOLDS, "Nguyễn Phú Trọng")


def test_a_body_whose_superior_is_not_shown_keeps_its_name(district: Projection) -> None:
    assert thing(district, "Quận ủy Quận 1").parent == "Thành ủy Thành phố Hồ Chí Minh"
    assert thing(district, "UBND Quận 1").parent == ""


def test_all_evidence_is_used_and_every_quote_is_in_its_place(district: Projection) -> None:
    used = {place for each in district.things for place in each.evidence}
    used |= {place for fact in district.facts for place in fact.evidence}
    used |= {each.evidence for fact in district.facts for each in fact.reasons}
    assert used == set(range(len(district.evidence)))
    assert all(passage.quote for passage in district.evidence)


def test_words_of_concepts_come_in_both_languages(district: Projection) -> None:
    assert district.words["system/party"] == ("Đảng", "Party")


def test_the_order_of_the_quads_does_not_matter(quan_1: Store, district: Projection) -> None:
    turned = Store()
    for quad in reversed(list(quan_1)):
        turned.add(quad)
    assert project(turned) == district


@pytest.mark.slow
def test_rdflib_projects_the_same(district: Projection) -> None:
    dataset = Dataset(default_union=True)
    dataset.parse(DATA / "quan-1.trig", format="trig")
    assert project(dataset) == district
