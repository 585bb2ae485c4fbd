"""Documents and meetings, from the rows that the questions give."""

from collections import defaultdict

from canbo.viz.answers import Ask, Line
from canbo.viz.deeds import read_documents, read_happenings
from canbo.viz.testimony import read_testimony
from canbo.viz.things import Relation

BODY = "https://w3id.org/canbo/organization/a"
PERSON = "https://w3id.org/canbo/person/b"


def answers(**tables: list[Line]) -> Ask:
    """Return what asks these tables, by the names of the questions with ``_`` for ``-``."""

    def ask(question: str) -> list[Line]:
        lines = tables.get(question.replace("-", "_"), ())
        return [defaultdict(str, line) for line in lines]

    return ask


def cited(document: str) -> dict[str, str]:
    return {"citation": "c", "source": "s", "surface": "Chỉ thị 1", "document": document}


def action(kind: str, actor: str, document: str = "d", **more: str) -> dict[str, str]:
    return {"action": f"{kind} {actor}", "kind": f"scheme/action/{kind}", "actor": actor} | {
        "document": document,
        **more,
    }


def test_what_a_body_issues_is_issued_by_it_and_the_register_says_the_same() -> None:
    ask = answers(
        documents=[{"document": "d", "label": "Chỉ thị 1", "issuer": BODY}],
        citations=[cited("d")],
        actions=[action("issues", BODY), action("issues", PERSON)],
    )
    _, facts = read_documents(ask, read_testimony(ask))
    assert [(fact.relation, fact.subject, fact.object) for fact in facts] == [
        (Relation.ISSUED_BY, "d", BODY),
        (Relation.ISSUES, PERSON, "d"),
    ]


def test_the_same_deed_told_twice_is_one_fact_with_all_its_words() -> None:
    def passage(name: str, body: str, date: str) -> dict[str, str]:
        return {
            "attestation": name,
            "body": body,
            "source": "s",
            "quote": "thực hiện",
            "start": "0",
            "date": date,
        }

    ask = answers(
        sources=[{"source": "s"}],
        documents=[{"document": "d", "label": "Chỉ thị 1"}],
        citations=[cited("d")],
        attestations=[
            passage("e1", "implements a1", "2022-09-28"),
            passage("e2", "implements a2", "2021-01-01"),
        ],
        actions=[
            action("implements", BODY) | {"action": "implements a1"},
            action("implements", BODY) | {"action": "implements a2"},
        ],
    )
    _, (fact,) = read_documents(ask, read_testimony(ask))
    assert fact.evidence == (0, 1)
    assert fact.since == "2021-01-01"


def test_citations_that_read_alike_and_cannot_be_told_are_one_thing() -> None:
    ask = answers(
        citations=[
            {"citation": "c2", "source": "s", "surface": "Chỉ thị số 5", "symbol": "05-CT/TW"},
            {"citation": "c1", "source": "t", "surface": "Chỉ thị 05", "symbol": "05-CT/TW"},
            {"citation": "c3", "source": "s", "surface": "Nghị quyết"},
            {"citation": "c4", "source": "s", "surface": "NGHỊ QUYẾT"},
        ],
    )
    things, _ = read_documents(ask, read_testimony(ask))
    assert {iri: thing.label for iri, thing in things.items()} == {
        "c1": "Chỉ thị 05",
        "c3": "Nghị quyết",
    }


def test_a_document_that_is_only_a_candidate_is_not_shown() -> None:
    ask = answers(
        documents=[{"document": "d", "label": "Chỉ thị 1"}],
        citations=[{"citation": "c", "source": "s", "surface": "Chỉ thị 1"}],
        candidates=[{"citation": "c", "document": "d"}],
    )
    things, _ = read_documents(ask, read_testimony(ask))
    assert things.keys() == {"c"}
    assert things["c"].candidates == (("d", "Chỉ thị 1"),)


def test_an_event_of_no_known_body_is_an_event_all_the_same() -> None:
    ask = answers(
        events=[{"event": "e", "label": "Đại hội", "date": "2022"}],
        attendances=[{"event": "e", "person": PERSON}],
        elections=[{"event": "e", "tenure": "t", "person": PERSON, "post": "p"}],
    )
    events, facts = read_happenings(ask, read_testimony(ask))
    assert events["e"].date == "2022"
    assert [fact.relation for fact in facts] == [Relation.ATTENDED, Relation.ELECTED]
    assert facts[1].note == "p"
