"""The questions over the congress of Quận 1: the answers that anyone can check by reading it."""

import pytest
from pyoxigraph import Store
from rdflib import Dataset

from canbo.queries import Query, Row, answer, ask, named, shelf
from canbo.queries.bind import Value

DAY = "2022-09-28"
CHI_BO = "Chi bộ Văn phòng UBND Quận 1"
CONGRESS = f"Đại hội {CHI_BO} lần thứ VII"

Asked = dict[str, Value]


def labels(rows: list[Row], *columns: str) -> list[tuple[str, ...]]:
    return [tuple(row.text(column) for column in columns) for row in rows]


def test_the_chairman_of_quan_1_is_certain_on_the_day(quan_1: Store) -> None:
    rows = ask("post-holders", quan_1, post="Chủ tịch UBND Quận 1", on="28/9/2022")
    assert labels(rows, "answer", "personLabel") == [("certain", "Lê Đức Thanh")]


@pytest.mark.parametrize("day", ["1950-01-01", "2022-09-27", "2022-09-29", "2030-01-01"])
def test_on_any_other_day_he_is_possible_and_never_certain(quan_1: Store, day: str) -> None:
    rows = ask("post-holders", quan_1, post="chủ tịch ubnd quận 1", on=day)
    assert labels(rows, "answer", "personLabel") == [("possible", "Lê Đức Thanh")]


def test_without_a_day_an_answer_is_undated(quan_1: Store) -> None:
    rows = ask("post-holders", quan_1, post="chủ tịch ubnd quận 1")
    assert labels(rows, "answer", "startLatest", "endEarliest") == [("undated", DAY, DAY)]


def test_le_duc_thanh_holds_three_posts_in_two_systems(quan_1: Store) -> None:
    rows = ask("person-posts", quan_1, person="Lê Đức Thanh", on=DAY)
    assert labels(rows, "postLabel", "answer") == [
        ("Bí thư Đảng ủy Cơ quan Chính quyền Quận 1", "certain"),
        ("Chủ tịch UBND Quận 1", "certain"),
        ("Phó Bí thư Quận ủy Quận 1", "certain"),
    ]
    systems = {row.text("system").rpartition("/")[2] for row in rows}
    assert systems == {"party", "state"}


def test_three_people_are_vice_chairmen_at_once(quan_1: Store) -> None:
    rows = ask("seat-count", quan_1, post="Phó Chủ tịch UBND Quận 1", on=DAY)
    assert labels(rows, "count", "personLabel") == [
        ("3", "Mai Thị Hồng Hoa"),
        ("3", "Nguyễn Duy An"),
        ("3", "Vũ Nguyễn Quang Vinh"),
    ]


def test_posts_with_fewer_people_than_asked_are_left_out(quan_1: Store) -> None:
    rows = ask("seat-count", quan_1, on=DAY, at_least=2)
    assert {row.text("postLabel") for row in rows} == {"Phó Chủ tịch UBND Quận 1"}


def test_four_people_hold_a_party_and_a_state_post(quan_1: Store) -> None:
    rows = ask("party-and-state", quan_1, on=DAY)
    assert {row.text("personLabel") for row in rows} == {
        "Lê Đức Thanh",
        "Mai Thị Hồng Hoa",
        "Nguyễn Duy An",
        "Lê Tiến Sĩ",
    }
    assert {row.text("answer") for row in rows} == {"certain"}
    assert ask("party-and-state", quan_1, on="1950-01-01") == []


def test_party_and_state_can_be_narrowed_to_one_body(quan_1: Store) -> None:
    rows = ask("party-and-state", quan_1, on=DAY, organisation="Văn phòng UBND Quận 1")
    assert labels(rows, "personLabel") == [("Lê Tiến Sĩ",)]


def test_two_people_head_a_party_body_and_its_counterpart(quan_1: Store) -> None:
    rows = ask("unified-heads", quan_1, on=DAY)
    assert labels(rows, "answer", "personLabel", "partyBodyLabel", "stateBodyLabel") == [
        ("certain", "Lê Tiến Sĩ", CHI_BO, "Văn phòng UBND Quận 1"),
        ("certain", "Lê Đức Thanh", "Đảng ủy Cơ quan Chính quyền Quận 1", "UBND Quận 1"),
    ]
    before = ask("unified-heads", quan_1, on="1950-01-01")
    assert labels(before, "answer", "personLabel") == [("possible", "Lê Đức Thanh")]


def test_the_counterpart_of_the_district_and_who_sits_there(quan_1: Store) -> None:
    rows = ask("party-counterpart", quan_1, organisation="UBND Quận 1", on=DAY)
    assert labels(rows, "counterpartLabel", "personLabel", "partyPostLabel", "answer") == [
        (
            "Đảng ủy Cơ quan Chính quyền Quận 1",
            person,
            f"{title} Đảng ủy Cơ quan Chính quyền Quận 1",
            "certain",
        )
        for person, title in (("Lê Đức Thanh", "Bí thư"), ("Mai Thị Hồng Hoa", "Phó Bí thư"))
    ]


def test_the_chain_from_the_cell_to_the_central_committee(quan_1: Store) -> None:
    rows = ask("chain-of-command", quan_1, organisation=CHI_BO)
    assert labels(rows, "steps", "superiorLabel") == [
        ("1", "Đảng ủy Cơ quan Chính quyền Quận 1"),
        ("2", "Quận ủy Quận 1"),
        ("3", "Thành ủy Thành phố Hồ Chí Minh"),
        ("4", "Ban Chấp hành Trung ương Đảng"),
    ]


def test_the_chain_of_a_state_organ_begins_at_its_party_counterpart(quan_1: Store) -> None:
    rows = ask("chain-of-command", quan_1, organisation="Văn phòng UBND Quận 1")
    assert rows[0].text("superiorLabel") == "Đảng ủy Cơ quan Chính quyền Quận 1"
    assert rows[-1].text("superiorLabel") == "Ban Chấp hành Trung ương Đảng"


@pytest.mark.parametrize("level", ["district", "cấp huyện", "huyện"])
def test_no_party_post_is_attested_for_one_vice_chairman(quan_1: Store, level: str) -> None:
    rows = ask("no-party-post-attested", quan_1, level=level, on=DAY)
    in_quan_1 = [row for row in rows if row.text("organisationLabel") == "UBND Quận 1"]
    assert labels(in_quan_1, "personLabel", "partyPost") == [
        ("Vũ Nguyễn Quang Vinh", "not attested")
    ]


def test_the_congress_elects_a_secretary_before_its_guests(quan_1: Store) -> None:
    rows = ask("congress", quan_1, event=CONGRESS)
    told = {row.text("termLabel") for row in rows}, {row.text("ordinal") for row in rows}
    assert told == ({"nhiệm kỳ 2022-2025"}, {"VII"})
    assert labels(rows[:2], "date", "part", "personLabel", "postLabel") == [
        (DAY, "elected", "Lê Tiến Sĩ", f"Bí thư {CHI_BO}"),
        (
            DAY,
            "attended",
            "Bùi Văn Thịnh",
            "Chủ nhiệm Ủy ban Kiểm tra Đảng ủy Cơ quan Chính quyền Quận 1",
        ),
    ]
    assert len(rows) == 12


def test_one_signature_names_several_documents(quan_1: Store) -> None:
    rows = ask("documents-by-signature", quan_1, signature="số 10 – CT/T.Ư")
    assert labels(rows, "termLabel", "issuerLabel", "date") == [
        ("khóa X", "Ban Bí thư", "2007-03-30"),
        ("khóa XI", "Bộ Chính trị", "2011-12-05"),
    ]


def test_an_alias_of_a_signature_finds_the_one_it_stands_for(quan_1: Store) -> None:
    rows = ask("documents-by-signature", quan_1, signature="08-QĐ/TW")
    assert labels(rows, "signature") == [("08-QĐi/TW",)]


def test_who_cites_a_document_and_what_whom_does_with_it(quan_1: Store) -> None:
    rows = ask("citations-of", quan_1, document="Chỉ thị 05", to="2022-12-31")
    assert rows == [], "the bulletin has no date, and who asks for a period asks for dates"
    rows = ask("citations-of", quan_1, document="Chỉ thị 05")
    assert [
        (quote, relation.rpartition("/")[2], actor)
        for quote, relation, actor in labels(rows, "quote", "relation", "actorLabel")
    ] == [
        ("Chỉ thị số 05-CT/TW", "implements", CHI_BO),
        ("Chỉ thị 05", "urges", "Bùi Văn Thịnh"),
        ("Chỉ thị số 05-CT/TW", "implements", "Chi bộ Văn phòng UBND Quận 19"),
    ]


def test_a_citation_that_may_mean_a_document_is_shown_as_ambiguous(quan_1: Store) -> None:
    for term in ("XII", "XIII"):
        rows = ask("citations-of", quan_1, document=f"12-HD/BTCTW khóa {term}")
        assert [row.text("resolution").rpartition("/")[2] for row in rows] == ["ambiguous"]
    assert ask("citations-of", quan_1, document="10-CT/TW khóa XI") == []


def test_what_is_open_has_its_candidates_and_its_reason(quan_1: Store) -> None:
    rows = ask("open-citations", quan_1)
    assert labels(rows, "surface", "termLabel", "reason") == [
        ("Hướng dẫn số 12-HD/BTCTW", "", "hai khóa cùng số hiệu"),
        ("Hướng dẫn số 12-HD/BTCTW", "khóa XII", ""),
        ("Hướng dẫn số 12-HD/BTCTW", "khóa XIII", ""),
    ]


def test_the_cell_implements_eight_documents_with_the_charter(quan_1: Store) -> None:
    rows = ask("directives-implemented", quan_1, organisation=CHI_BO, from_="2020", to="2022")
    assert [row.text("documentLabel") for row in rows] == [
        "Chỉ thị số 05-CT/TW",
        "Chỉ thị số 10-CT/TW",
        "Hướng dẫn số 12-HD/BTCTW",
        "Kết luận số 01-KL/TW",
        "Nghị quyết số 04-NQ/TW",
        "Quy định số 08-QĐi/TW",
        "Quy định số 37-QĐ/TW",
        "Điều lệ Đảng",
    ]
    assert {row.text("first") for row in rows} == {DAY}
    assert ask("directives-implemented", quan_1, organisation=CHI_BO, to="2021") == []


def test_a_norm_replaced_before_it_was_cited(quan_1: Store) -> None:
    rows = ask("replaced-norms", quan_1)
    assert labels(rows, "documentLabel", "replacementLabel", "date") == [
        ("Quy định số 47-QĐ/TW", "Quy định số 37-QĐ/TW", "2023-03-12")
    ]


def test_what_implements_a_document_directly_and_through_another(quan_1: Store) -> None:
    rows = ask("implementation-chain", quan_1, document="05-CT/TW")
    assert labels(rows, "part", "steps", "viaLabel", "actorLabel") == [
        ("implements", "0", "Chỉ thị số 05-CT/TW", CHI_BO),
        ("implements", "0", "Chỉ thị số 05-CT/TW", "Chi bộ Văn phòng UBND Quận 19"),
        ("implements", "1", "Kết luận số 01-KL/TW", CHI_BO),
        ("issued", "1", "Kết luận số 01-KL/TW", "Bộ Chính trị"),
    ]


def test_documents_of_a_body_in_a_term_have_no_head_unless_one_is_attested(quan_1: Store) -> None:
    rows = ask("issued-under", quan_1, organisation="Bộ Chính trị", term="khóa XII")
    assert labels(rows, "documentLabel", "personLabel") == [("Chỉ thị số 05-CT/TW", "")]


def test_documents_cited_together(quan_1: Store) -> None:
    assert ask("co-cited", quan_1) == []
    rows = ask("co-cited", quan_1, at_least=1, document="47-QĐ/TW")
    assert labels(rows, "sources", "oneLabel", "otherLabel", "actorLabel") == [
        (
            "1",
            "Quy định số 47-QĐ/TW",
            "Chỉ thị số 05-CT/TW",
            "Chi bộ Văn phòng UBND Quận 19",
        )
    ]


def test_the_words_behind_a_tenure(quan_1: Store) -> None:
    rows = ask("evidence", quan_1, person="Lê Tiến Sĩ", post=f"Bí thư {CHI_BO}")
    assert labels(rows, "quote", "inferred", "attestedOn") == [
        (
            "Lê Tiến Sĩ, Chánh Văn phòng UBND Quận 1, được bầu làm Bí thư Chi bộ",
            f"Chi bộ là {CHI_BO}",
            DAY,
        )
    ]
    length = int(rows[0].text("end")) - int(rows[0].text("start"))
    assert length == len(rows[0].text("quote"))
    assert ask("evidence", quan_1, person="Lê Tiến Sĩ", source="quan-19-2023") == []


def test_every_tenure_of_one_bulletin_rests_on_one_source(quan_1: Store) -> None:
    rows = ask("thin-evidence", quan_1, person="Nguyễn Duy An")
    assert labels(rows, "weakness", "postLabel") == [
        ("inferred only", "Ủy viên Ban Thường vụ Quận ủy Quận 1"),
        ("one source", "Ủy viên Ban Thường vụ Quận ủy Quận 1"),
        ("one source", "Phó Chủ tịch UBND Quận 1"),
    ]


def test_two_names_that_differ_by_an_accent_are_two_people(quan_1: Store) -> None:
    rows = ask("homonyms", quan_1, person="Lê Đức Thành")
    assert {row.text("likeness") for row in rows} == {"same without accents"}
    assert {row.text("otherLabel") for row in rows} == {"Lê Đức Thanh"}


def test_what_a_source_says_stands_in_the_order_of_its_text(quan_1: Store) -> None:
    rows = ask("source-statements", quan_1, source="https://example.org/ban-tin/quan-19-2023")
    starts = [int(row.text("start")) for row in rows]
    assert starts == sorted(starts)
    assert len(rows) == 6
    assert rows[0].text("statedPerson") == "Hồ Văn Minh"


def test_a_member_of_a_unit_is_a_member_of_the_body_above(quan_1: Store) -> None:
    rows = ask("organisation-members", quan_1, organisation="Quận ủy Quận 1", on=DAY)
    units = {row.text("unitLabel") for row in rows}
    assert CHI_BO in units
    assert "UBND Quận 1" not in units
    assert len(rows) == 7


ANSWERABLE: dict[str, Asked] = {"vacant-posts": {"on": DAY}}


@pytest.mark.parametrize("query", shelf(), ids=lambda query: query.name)
def test_every_question_gives_the_same_rows_in_the_same_order_on_three_engines(
    query: Query, quan_1: Store, dataset: Dataset, endpoint: str
) -> None:
    asked = ANSWERABLE.get(query.name, {})
    near = answer(query, quan_1, asked)
    assert answer(query, dataset, asked) == near
    assert answer(query, endpoint, asked) == near


NARROWED: dict[str, Asked] = {
    "post-holders": {"post": "Phó Chủ tịch UBND Quận 1", "on": DAY},
    "person-posts": {"person": "Lê Đức Thanh", "on": "1950-01-01"},
    "organisation-members": {"organisation": "Quận ủy Quận 1", "on": DAY},
    "vacant-posts": {"organisation": "UBND Quận 1", "on": "2023-01-01"},
    "seat-count": {"post": "Phó Chủ tịch UBND Quận 1", "on": DAY, "at-least": "2"},
    "party-and-state": {"person": "Lê Đức Thanh", "on": DAY},
    "unified-heads": {"on": "1950-01-01"},
    "party-counterpart": {"organisation": "UBND Quận 1", "on": DAY},
    "no-party-post-attested": {"level": "district", "on": DAY},
    "congress": {"event": CONGRESS},
    "documents-by-signature": {"signature": "10-CT/TW"},
    "citations-of": {"document": "05-CT/TW", "from": "2023-01-01"},
    "directives-implemented": {"organisation": CHI_BO, "from": "2020", "to": "2022"},
    "evidence": {"person": "Lê Đức Thanh", "source": "dai-hoi-chi-bo-2022"},
    "coverage": {"organisation": "UBND Quận 1", "from": "2022", "to": "2022"},
}


@pytest.mark.parametrize("name", NARROWED)
def test_a_narrowed_question_gives_the_same_rows_on_three_engines(
    name: str, quan_1: Store, dataset: Dataset, endpoint: str
) -> None:
    near = answer(named(name), quan_1, NARROWED[name])
    assert near.rows
    assert answer(named(name), dataset, NARROWED[name]) == near
    assert answer(named(name), endpoint, NARROWED[name]) == near
