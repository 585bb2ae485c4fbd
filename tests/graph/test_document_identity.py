import pytest

from canbo.graph.document_identity import identify, is_central, name_unidentified
from canbo.graph.reading.model import Document
from canbo.graph.register import load_register
from canbo.graph.register.documents import RegisteredDocument, StateDocument
from canbo.graph.register.iris import iri_of
from canbo.spelling import parse_signature

REGISTER = load_register()
BASE = "https://w3id.org/canbo/document/"


def doc(type_: str, symbol: str | None = None, **more: str) -> Document:
    return Document(type_, f"{type_} {symbol}", (), symbol, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("document", "term", "tail"),
    [
        (doc("Chỉ thị", "99-CT/TW"), "XII", "tw/xii/ct/99"),
        (doc("Quy định", "99-QĐi/TW"), "XII", "tw/xii/qddi/99"),
        (doc("Hướng dẫn", "99-HD/BTCTW"), "XIII", "btctw/xiii/hd/99"),
        (
            doc("Kế hoạch", "41-KH/TU", issuer="Tỉnh ủy Sơn La"),
            "XV",
            "tu-tinh-uy-son-la-*/xv/kh/41",
        ),
        (
            doc("Kế hoạch", "41-KH/TU", issuer="Tỉnh ủy Sơn La", date="2021-03-04"),
            None,
            "tu-tinh-uy-son-la-*/2021/kh/41",
        ),
        (doc("Nghị định", "30/2020/NĐ-CP"), None, "state/cp/2020/ndd/30"),
        (doc("Nghị định", "30/NĐ-CP", date="2021-03-02"), None, "state/cp/2021.plain/ndd/30"),
        (doc("Quyết định", "15/QĐ-TTg", date="2020"), None, "state/ttg/2020.plain/qdd/15"),
        (
            doc("Thông tư", "06/2012/TTLT-BTC-BNV"),
            None,
            "state/btc-bnv/2012/ttlt/6",
        ),
        (doc("Luật", "20/2023/QH15"), None, "state/qh15/2023/l/20"),
        (
            doc("Quyết định", "08/QĐ-UBND", issuer="UBND Quận 1", date="2020-03-04"),
            None,
            "state/ubnd-quan-1-*/2020.plain/qdd/8",
        ),
    ],
)
def test_type_number_issuer_and_term_or_year_make_a_document(
    document: Document, term: str | None, tail: str
) -> None:
    head, _, rest = tail.partition("*")
    iri = identify(document, term, REGISTER).removeprefix(BASE)
    assert iri.startswith(head)
    assert iri.endswith(rest)


@pytest.mark.parametrize(
    ("document", "term"),
    [
        (doc("Chỉ thị", "99-CT/TW"), None),
        (doc("Thông báo", "05-TB/BCĐTW", date="2025-07-04"), "XIII"),
        (doc("Kế hoạch", "41-KH/TU"), "XV"),
        (doc("Kế hoạch", "41-KH/TU", issuer="Tỉnh ủy Sơn La"), None),
        (doc("Kế hoạch", "15-KH/BTGTU"), "XV"),
        (doc("Quyết định", "15/QĐ-TTg"), None),
        (doc("Quyết định", "08/QĐ-UBND", date="2020-03-04"), None),
        (doc("Quyết định", "08/QĐ-SNV", date="2020-03-04"), None),
        (Document("Kế hoạch", "Kế hoạch số 101", (), issuer="Tỉnh ủy Sơn La"), None),
        (Document("Luật", "Luật Thanh niên", ()), None),
        (Document("Nghị quyết", "Nghị quyết Đại hội Chi bộ", (), date="2020"), None),
    ],
)
def test_where_one_of_these_is_not_said_nothing_is_identified(
    document: Document, term: str | None
) -> None:
    assert identify(document, term, REGISTER) == ""


def test_a_committee_and_its_standing_board_issue_in_one_series() -> None:
    said = ("Tỉnh ủy Sơn La", "Ban Thường vụ Tỉnh ủy Sơn La", "Ban Chấp hành Đảng ủy xã Lài")
    one, board, other = (
        identify(doc("Kế hoạch", "41-KH/TU", issuer=issuer), "XV", REGISTER) for issuer in said
    )
    assert one == board != other


def test_a_law_without_a_number_is_known_by_name_and_year() -> None:
    written = [
        Document("Luật", "Luật Thanh niên", (), date="2020"),
        Document("Luật", "Luật Thanh niên năm 2020", (), date="2020"),
        Document("Luật", "Luật Thanh niên 2005", (), date="2005"),
    ]
    first, second, third = (identify(law, None, REGISTER) for law in written)
    assert first == second != third


def test_what_is_not_identified_is_told_apart_by_its_place() -> None:
    document = doc("Chỉ thị", "99-CT/TW")
    here, there = (name_unidentified(document, None, place) for place in ("a", "b"))
    assert here != there
    assert name_unidentified(document, None, "a") == here


def test_of_the_codes_of_the_centre_only_that_of_steering_committees_is_shared() -> None:
    codes = {"10-CT/TW": True, "12-HD/BTCTW": True, "05-TB/BCĐTW": False, "41-KH/TU": False}
    for symbol, expected in codes.items():
        signature = parse_signature(symbol)
        assert signature
        assert is_central(signature) is expected


def test_a_citation_that_says_all_has_the_iri_of_its_row() -> None:
    signed: list[RegisteredDocument | StateDocument] = [*REGISTER.tables.documents]
    signed += REGISTER.tables.state_documents
    for row in signed:
        if row.signature is None:
            continue
        cited = Document(
            row.type,
            row.label,
            (),
            str(row.signature),
            issuer=row.key.body or None,
            date=row.date.iso if row.date else None,
        )
        term = row.key.term if isinstance(row, RegisteredDocument) else None
        assert identify(cited, term, REGISTER) == iri_of(row), str(row.key)
