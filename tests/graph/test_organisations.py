from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canbo.graph.localities import committee_name, find_place, level_of, place_above
from canbo.graph.organisations import describe_organisation
from canbo.graph.reading.places import Place
from canbo.graph.register import load_register
from canbo.graph.register.bodies import BodySystem, Level
from canbo.ontology.iris import concept_iri
from canbo.ontology.load import scheme

CENTRE = "Ban Chấp hành Trung ương Đảng"


@pytest.mark.parametrize(
    ("name", "kind", "system", "level"),
    [
        ("UBND Quận 1", "ubnd", "State", "district"),
        ("UBND tỉnh Thanh Hóa", "ubnd", "State", "province"),
        ("UBND Thành phố Hà Nội", "ubnd", "State", "province"),
        ("UBND thành phố Hội An", "ubnd", "State", "district"),
        ("UBND Phường 9, Quận 5", "ubnd", "State", "commune"),
        ("Thành ủy Hà Nội", "thanh-uy", "Party", "province"),
        ("Thành ủy Bắc Giang", "thanh-uy", "Party", "district"),
        ("Quận ủy Tân Bình", "quan-uy", "Party", "district"),
        ("Đảng ủy xã Dân Chủ", "dang-uy", "Party", "commune"),
        ("Đảng ủy Sở Y tế tỉnh Hà Giang", "dang-uy", "Party", "province"),
        ("Đảng ủy Trường Đại học X", "dang-uy", "Party", "grassroots"),
        ("Chi bộ Trường THCS Đoàn Kết", "chi-bo", "Party", "grassroots"),
        ("Đảng bộ xã Bình Lâm", "dang-bo", "Party", "commune"),
        ("Ban Tổ chức Tỉnh ủy Nghệ An", "ban-dang", "Party", "province"),
        ("Ban Kinh tế - Xã hội HĐND Quận 1", "ban-hdnd", "State", "district"),
        ("Văn phòng Thành ủy Thành phố Hồ Chí Minh", "van-phong-cap-uy", "Party", "province"),
        ("Văn phòng UBND Quận 1", "van-phong", "State", "district"),
        ("Ủy ban Kinh tế Quốc hội", "co-quan-cua-quoc-hoi", "State", "central"),
        ("Phòng Nội vụ huyện Củ Chi", "phong", "State", "district"),
        ("Phòng Cảnh sát kinh tế Công an tỉnh Lâm Đồng", "phong", "Military", "province"),
        ("Công an tỉnh Lâm Đồng", "cong-an", "Military", "province"),
        ("Ban Chỉ huy quân sự Quận 1", "quan-doi", "Military", "district"),
        ("Quân khu 7", "quan-doi", "Military", "central"),
        ("Tòa án nhân dân quận Đống Đa", "toa-an", "Judiciary", "district"),
        ("Viện kiểm sát nhân dân tỉnh Bình Định", "vien-kiem-sat", "Judiciary", "province"),
        ("Ủy ban MTTQ Việt Nam Quận 1", "mttq", "Front", "district"),
        ("Hội Liên hiệp Phụ nữ quận Tân Bình", "hoi-lien-hiep-phu-nu", "Mass", "district"),
        ("Tỉnh đoàn Quảng Nam", "doan-thanh-nien", "Mass", "province"),
        ("Bộ Tư pháp", "bo", "State", "central"),
        ("Ban Bí thư", "ban-bi-thu", "Party", "central"),
        ("Khoa Xây dựng Đảng Học viện Cán bộ Thành phố Hồ Chí Minh", "khoa", "State", "province"),
        ("Hội đồng Lý luận văn nghệ Trung ương", "hoi-dong", None, "central"),
        ("Chợ Bến Thành", "khac", None, None),
    ],
)
def test_a_name_says_kind_system_and_level(
    name: str, kind: str, system: str | None, level: str | None
) -> None:
    facts = describe_organisation(name)
    assert (facts.kind, facts.system, facts.level) == (kind, system, level)


@pytest.mark.parametrize(
    ("name", "parent"),
    [
        ("Chi bộ Văn phòng UBND Quận 1", "Đảng ủy Cơ quan Chính quyền Quận 1"),
        ("Đảng ủy Cơ quan Chính quyền Quận 1", "Quận ủy Quận 1"),
        ("Quận ủy Quận 1", "Thành ủy Thành phố Hồ Chí Minh"),
        ("Thành ủy Thành phố Hồ Chí Minh", CENTRE),
        ("Huyện ủy Đồng Hỷ", "Tỉnh ủy Thái Nguyên"),
        ("Huyện ủy Châu Thành", None),
        ("Tỉnh ủy Thái Nguyên", CENTRE),
        ("Đảng ủy Phường 14, Quận 6", "Quận ủy Quận 6"),
        ("Đảng ủy phường Bến Thành", None),
        ("Văn phòng UBND Quận 1", "UBND Quận 1"),
        ("Văn phòng HĐND và UBND Quận 3", "UBND Quận 3"),
        ("Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh Nghệ An", "HĐND tỉnh Nghệ An"),
        ("UBND Quận 1", "UBND Thành phố Hồ Chí Minh"),
        ("UBND tỉnh Thanh Hóa", "Chính phủ"),
        ("HĐND tỉnh Thanh Hóa", None),
        ("Sở Nội vụ tỉnh Gia Lai", "UBND tỉnh Gia Lai"),
        ("Phòng Nội vụ Quận 1", "UBND Quận 1"),
        ("Ban Tổ chức Tỉnh ủy Nghệ An", "Tỉnh ủy Nghệ An"),
        (
            "Ủy ban Kiểm tra Đảng ủy Cơ quan Chính quyền Quận 1",
            "Đảng ủy Cơ quan Chính quyền Quận 1",
        ),
        ("Ban Thường vụ Quận ủy Quận 1", "Quận ủy Quận 1"),
        ("Ban cán sự đảng UBND tỉnh Vĩnh Phúc", "Tỉnh ủy Vĩnh Phúc"),
        ("Ban cán sự đảng Bộ Tư pháp", CENTRE),
        ("Chi bộ Bộ Tư pháp", None),
        ("Chi bộ Phòng Nội vụ Quận 1", "Đảng ủy Cơ quan Chính quyền Quận 1"),
        ("Chi bộ Văn phòng UBND xã Dân Chủ", "Đảng ủy xã Dân Chủ"),
        ("Chi bộ Sở Nội vụ tỉnh Gia Lai", None),
        ("Đảng đoàn HĐND tỉnh Nghệ An", "Tỉnh ủy Nghệ An"),
        ("Chi bộ 5", None),
        ("Khoa Nội Bệnh viện Chợ Rẫy", "Bệnh viện Chợ Rẫy"),
        ("Công an Quận 1", "Công an Thành phố Hồ Chí Minh"),
        ("Công an tỉnh Lâm Đồng", "Bộ Công an"),
        ("Ban Chỉ huy quân sự huyện Đồng Hỷ", "Bộ Chỉ huy quân sự tỉnh Thái Nguyên"),
        ("Ban Chỉ huy quân sự Quận 1", None),
        ("Ủy ban MTTQ Việt Nam Quận 1", "Ủy ban MTTQ Việt Nam Thành phố Hồ Chí Minh"),
        ("Quận đoàn Quận 1", "Thành đoàn Hồ Chí Minh"),
        ("Huyện đoàn Đồng Hỷ", "Tỉnh đoàn Thái Nguyên"),
        ("Chi ủy Văn phòng UBND Quận 1", "Chi bộ Văn phòng UBND Quận 1"),
        ("Ban Tổ chức Trung ương", CENTRE),
    ],
)
def test_a_name_says_what_stands_above(name: str, parent: str | None) -> None:
    assert describe_organisation(name).parent == parent


@pytest.mark.parametrize(
    ("party", "state"),
    [
        ("Quận ủy Quận 1", "UBND Quận 1"),
        ("Quận ủy Tân Bình", "UBND quận Tân Bình"),
        ("Tỉnh ủy Nghệ An", "UBND tỉnh Nghệ An"),
        ("Thành ủy Thành phố Hồ Chí Minh", "UBND Thành phố Hồ Chí Minh"),
        ("Thành ủy Đà Nẵng", "UBND Thành phố Đà Nẵng"),
        ("Thành ủy Hội An", "UBND thành phố Hội An"),
        ("Đảng ủy phường Bến Thành", "UBND phường Bến Thành"),
        ("Đảng ủy Phường 14, Quận 6", "UBND Phường 14, Quận 6"),
    ],
)
def test_a_committee_and_the_government_of_its_unit_stand_side_by_side(
    party: str, state: str
) -> None:
    assert describe_organisation(party).counterpart == state
    assert describe_organisation(state).counterpart == party


@pytest.mark.parametrize(
    ("party", "led"),
    [
        ("Đảng ủy Cơ quan Chính quyền Quận 1", "UBND Quận 1"),
        ("Chi bộ Văn phòng UBND Quận 1", "Văn phòng UBND Quận 1"),
        ("Đảng ủy Sở Y tế tỉnh Hà Giang", "Sở Y tế tỉnh Hà Giang"),
        ("Đảng ủy UBND tỉnh Thanh Hóa", "UBND tỉnh Thanh Hóa"),
        ("Ban cán sự đảng Bộ Tư pháp", "Bộ Tư pháp"),
        ("Đảng đoàn Liên minh Hợp tác xã Việt Nam", "Liên minh Hợp tác xã Việt Nam"),
        ("Quân ủy Trung ương", "Bộ Quốc phòng"),
        ("Văn phòng UBND Quận 1", None),
        ("HĐND Quận 1", None),
    ],
)
def test_a_party_body_leads_its_host(party: str, led: str | None) -> None:
    assert describe_organisation(party).counterpart == led


@pytest.mark.parametrize(
    ("name", "ended", "successor"),
    [
        ("Quận ủy Quận 1", date(2025, 6, 30), None),
        ("UBND thị trấn Tràm Chim", date(2025, 6, 30), None),
        ("Công an Quận 1", date(2025, 2, 28), None),
        ("Chi bộ Văn phòng UBND Quận 1", date(2025, 6, 30), None),
        ("Tỉnh ủy Hà Giang", date(2025, 6, 30), "Tỉnh ủy Tuyên Quang"),
        ("Tỉnh ủy Quảng Nam", date(2025, 6, 30), "Thành ủy Đà Nẵng"),
        ("UBND tỉnh Bình Dương", date(2025, 6, 30), "UBND Thành phố Hồ Chí Minh"),
        ("Ban cán sự đảng UBND tỉnh Nghệ An", date(2025, 2, 28), None),
        ("Ban Dân vận Trung ương", date(2025, 2, 28), "Ban Tuyên giáo và Dân vận Trung ương"),
        ("Tỉnh ủy Nghệ An", None, None),
        ("UBND phường Bến Thành", None, None),
        ("Trường THCS huyện Đồng Hỷ", None, None),
        ("Trung tâm Y tế huyện Cầu Ngang", None, None),
    ],
)
def test_a_body_ends_with_its_unit_or_its_kind(
    name: str, ended: date | None, successor: str | None
) -> None:
    facts = describe_organisation(name)
    assert (facts.ended, facts.successor) == (ended, successor)


def test_what_is_concluded_says_so() -> None:
    facts = describe_organisation("Chi bộ Văn phòng UBND Quận 1")
    assert any("suy theo hệ thống tổ chức" in reason for reason in facts.reasons)
    assert any("tên ghi rõ" in reason for reason in facts.reasons)
    assert describe_organisation("Ban Bí thư").is_registered
    assert describe_organisation("Ban Bí thư").reasons[0].startswith("sổ đăng ký, organs.csv:")


def test_every_kind_is_a_concept_of_the_scheme() -> None:
    concepts = set(map(str, scheme("organization-kind").subjects()))
    tables = load_register().tables
    kinds = {rule.kind for rule in tables.organisation_kinds} | {o.kind for o in tables.organs}
    assert {concept_iri("organization-kind", kind) for kind in kinds} <= concepts


@given(st.text(max_size=60))
def test_any_name_is_described_and_is_never_its_own_parent(name: str) -> None:
    facts = describe_organisation(name)
    assert facts.parent != facts.name
    assert facts.counterpart != facts.name


@given(st.sampled_from(sorted(rule.prefix for rule in load_register().tables.organisation_kinds)))
def test_a_chain_of_parents_ends(prefix: str) -> None:
    name: str | None = f"{prefix} Đảng ủy Sở Y tế tỉnh Hà Giang"
    seen: set[str] = set()
    while name:
        assert name not in seen
        seen.add(name)
        facts = describe_organisation(name)
        assert facts.system is None or facts.system in BodySystem
        name = facts.parent


def test_places_are_read_from_the_end_of_names() -> None:
    assert find_place("Liên minh Hợp tác xã Việt Nam") is None
    assert find_place("Bảo hiểm xã hội tỉnh Nghệ An") == Place("tỉnh", "Nghệ An")
    assert place_above(Place("phường", "14", "Quận 6")) == Place("quận", "6")
    assert place_above(Place("tỉnh", "Nghệ An")) is None
    assert level_of(Place("thành phố", "Đà Nẵng")) is Level.PROVINCE
    assert committee_name(Place("thị xã", "Sơn Tây")) == "Thị ủy Sơn Tây"
