"""Which citations of unregistered documents mean one: each source cites one document here."""

import pytest

from canbo.graph.citations import resolve_citations
from canbo.graph.cited_documents import CitedDocuments, Settled
from canbo.graph.judging.ledger import Ledger
from canbo.graph.reading.model import Document, Reading, Span
from canbo.graph.register import Register, load_register

REGISTER = load_register()
BASE = "https://w3id.org/canbo/document/"


def cite(symbol: str, type_: str = "Chỉ thị", **more: str) -> Document:
    return Document(type_, f"{type_} số {symbol}", (Span(5, 20),), symbol, **more)  # type: ignore[arg-type]


def settle(
    *documents: Document,
    ledger: Ledger | None = None,
    register: Register = REGISTER,
    registered: frozenset[str] = frozenset(),
) -> Settled:
    """Settle what the sources s0, s1 ... cite, one document each."""
    cited = CitedDocuments(register, registered, ledger or Ledger())
    for number, document in enumerate(documents):
        (resolution,) = resolve_citations(Reading(documents=(document,)), register)
        cited.take(f"s{number}", resolution)
    return cited.settle()


def groups(settled: Settled) -> list[int]:
    """Return how many citations each document has."""
    return [len(document.resolutions) for document in settled.documents]


IN_XII = {"term": "XII"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (cite("99-CT/TW", **IN_XII), cite("99-CT/TW", **IN_XII), [2]),
        (cite("99-CT/TW", **IN_XII), cite("99-CT/TW", date="2017-02-03"), [2]),
        (cite("99-CT/TW", **IN_XII), cite("99-CT/TW", date="2022-02-03"), [1, 1]),
        (cite("99-CT/TW", **IN_XII), cite("99-CT/TW"), [1, 1]),
        (cite("99-CT/TW"), cite("99-CT/TW"), [1, 1]),
        (cite("99-CT/TW", date="2017-02-03"), cite("99-CT/TW", date="2017"), [2]),
        (cite("99-CT/TW", date="2017-02-03"), cite("99-CT/TW", date="2017-03-02"), [1, 1]),
        (
            cite("99-CT/TW", issuer="Ban Bí thư", **IN_XII),
            cite("99-CT/TW", issuer="Bộ Chính trị", **IN_XII),
            [1, 1],
        ),
        (
            cite("99-CT/TW", issuer="Ban Bí thư", **IN_XII),
            cite("99-CT/TW", issuer="Ban Chấp hành Trung ương Đảng", **IN_XII),
            [2],
        ),
        (
            cite("99-QĐ/TW", "Quy định", **IN_XII),
            cite("99-QĐ/TW", "Quyết định", **IN_XII),
            [1, 1],
        ),
        (
            cite("31/2020/NĐ-CP", "Nghị định"),
            cite("30/NĐ-CP", "Nghị định", date="2021-03-02"),
            [1, 1],
        ),
        (cite("31/2020/NĐ-CP", "Nghị định"), cite("31/2020/NĐ-CP", "Nghị định"), [2]),
        (
            cite("15/QĐ-UBND", "Quyết định", issuer="UBND Quận 1", date="2020-01-02"),
            cite("15/QĐ-UBND", "Quyết định", issuer="UBND Quận 3", date="2020-01-02"),
            [1, 1],
        ),
        (
            cite("15/QĐ-UBND", "Quyết định", issuer="UBND Quận 1", date="2020-01-02"),
            cite("15/QĐ-UBND", "Quyết định", issuer="UBND Quận 1", date="2020"),
            [2],
        ),
        (
            cite("15/QĐ-UBND", "Quyết định", issuer="UBND Quận 1", date="2020-01-02"),
            cite("15/QĐ-UBND", "Quyết định", issuer="UBND Quận 1", date="2020-05-02"),
            [1, 1],
        ),
    ],
)
def test_citations_mean_one_document_where_all_agrees(
    one: Document, other: Document, expected: list[int]
) -> None:
    assert groups(settle(one, other)) == expected
    assert len({document.iri for document in settle(one, other).documents}) == len(expected)


def test_what_fits_two_that_contradict_each_other_is_a_third() -> None:
    dates = ("2017-02-03", "2017-03-02")
    dated = [cite("99-CT/TW", date=date) for date in dates]
    settled = settle(*dated, cite("99-CT/TW", **IN_XII), dated[0])
    assert groups(settled) == [2, 1, 1]


def test_all_that_is_said_of_it_is_known_of_it() -> None:
    settled = settle(
        cite("99-CT/TW", **IN_XII),
        cite("99-CT/TW", date="2017", issuer="Ban Chấp hành Trung ương Đảng"),
        cite("99-CT/TW", date="2017-02-03", issuer="Ban Bí thư", subject="một việc"),
    )
    (document,) = settled.documents
    assert document.iri == f"{BASE}tw/xii/ct/99"
    assert document.label == "Chỉ thị số 99-CT/TW"
    assert (document.term, document.date, document.issuer) == ("XII", "2017-02-03", "Ban Bí thư")
    assert document.most(lambda said: said.subject) == "một việc"


def test_what_has_no_number_is_called_by_the_words_most_used() -> None:
    law = Document("Luật", "Luật Thư viện", (Span(0, 9),), date="2020")
    longer = Document("Luật", "Luật Thư viện năm 2020", (Span(0, 9),), date="2020")
    (document,) = settle(longer, law, law).documents
    assert document.label == "Luật Thư viện"
    assert document.mentions == ("Luật Thư viện", "Luật Thư viện năm 2020")


def keep(settled: Settled) -> Ledger:
    return settled.join(Ledger())


def test_a_name_once_given_stays_when_others_come() -> None:
    dated = cite("99-CT/TW", date="2017-02-03")
    first = settle(dated)
    second = settle(dated, cite("99-CT/TW", date="2017-01-02"), ledger=keep(first))
    assert second.documents[0].iri == first.documents[0].iri
    assert second.documents[1].iri != first.documents[0].iri
    assert second.redirects == {}


def test_where_the_document_becomes_known_its_old_name_leads_to_it() -> None:
    unknown = cite("99-CT/TW")
    first = settle(unknown, unknown)
    old = [document.iri for document in first.documents]
    said = cite("99-CT/TW", **IN_XII)
    second = settle(said, said, ledger=keep(first))
    (kept,) = [document.iri for document in second.documents]
    assert kept == min(old) or kept in old
    assert second.redirects == {iri: (kept,) for iri in old if iri != kept}


def test_a_registered_document_takes_over_the_old_name_by_a_redirect() -> None:
    new = f"{BASE}tw/x/ct/10"
    first = settle(cite("10-CT/TW", date="2019-01-01"))
    (old,) = first.documents
    assert old.iri == f"{BASE}tw/xii/ct/10"
    meant = cite("10-CT/TW", term="X")
    second = settle(meant, ledger=keep(first), registered=frozenset({new}))
    assert second.documents == ()
    assert second.given == {}
    assert second.redirects == {old.iri: (new,)}
    third = settle(meant, ledger=second.join(Ledger()), registered=frozenset({new}))
    assert third.redirects == {old.iri: (new,)}


def test_a_name_that_the_register_has_is_never_given_to_another() -> None:
    wrong = cite("10-CT/TW", term="X", date="2020-01-01")
    (document,) = settle(wrong, registered=frozenset({f"{BASE}tw/x/ct/10"})).documents
    assert document.iri.startswith(f"{BASE}unregistered/10-ct-tw-")
