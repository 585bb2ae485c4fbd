"""Hand-made readings of two invented bulletins, and what the graph says of them."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import TypeAlias

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, QuerySolutions, Store

from canbo.errors import EvidenceError
from canbo.graph.assemble import Assembler
from canbo.graph.judgement import Judgement
from canbo.graph.judging.decisions import Decision
from canbo.graph.judging.ledger import Ledger
from canbo.graph.reading.model import (
    Action,
    Clue,
    Deed,
    Document,
    Event,
    Holding,
    Inference,
    PersonMention,
    Reading,
    Span,
    Status,
    Unread,
)
from canbo.graph.register import load_register
from canbo.graph.texts.sources import Source, hash_text
from canbo.ontology.iris import BASE, graph_iri, source_graph_iri, source_iri

CONGRESS = (
    "Ngày 28/9/2022, Chi bộ Văn phòng UBND Quận 19 họp Đại hội lần thứ VII, nhiệm kỳ 2022-2025. "
    "Ông Hồ Văn Minh, Chánh Văn phòng UBND Quận 19, được bầu giữ chức Bí thư Chi bộ. "
    "Chi bộ thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị và Quy định số "
    "9999-QĐ/TW; ông Minh yêu cầu thực hiện Chỉ thị số 05-CT/TW. "
    "Bà Mai Thị Lan, quyền Giám đốc Sở Y tế tỉnh Sơn La, được giới thiệu bầu Phó Chủ tịch."
)
LATER = (
    "Ông Hồ Văn Minh, Chánh Văn phòng UBND Quận 19, nghỉ hưu. Quy định số 9999-QĐ/TW thay thế Chỉ "
    "thị số 05-CT/TW."
)
DAY = "2022-09-28"


def at(text: str, words: str, after: str = "") -> Span:
    start = text.index(words, text.index(after) if after else 0)
    return Span(start, start + len(words))


def make_source(name: str, text: str, published: str | None) -> Source:
    return Source(
        key=f"https://example.org/{name}",
        id=name,
        path=f"{name}.txt",
        text=text,
        sha256=hash_text(text),
        kind="txt",
        published=published,
        url=f"https://example.org/{name}",
        title=f"Bản tin {name}",
        publisher="Bản tin mẫu",
    )


MINH, LAN = "Hồ Văn Minh", "Mai Thị Lan"
OFFICE, CELL = "Văn phòng UBND Quận 19", "Chi bộ Văn phòng UBND Quận 19"
FIRST = Reading(
    persons=(
        PersonMention(at(CONGRESS, MINH), MINH),
        PersonMention(at(CONGRESS, "ông Minh"), MINH),
        PersonMention(at(CONGRESS, LAN), LAN),
    ),
    holdings=(
        Holding(
            MINH,
            "Chánh Văn phòng",
            OFFICE,
            Status.CURRENT,
            (at(CONGRESS, "Hồ Văn Minh, Chánh Văn phòng UBND Quận 19"),),
            attested_on=DAY,
            rule="name-title",
        ),
        Holding(
            MINH,
            "Bí thư",
            CELL,
            Status.ELECTED,
            (at(CONGRESS, "được bầu giữ chức Bí thư Chi bộ"),),
            date=DAY,
            term="2022-2025",
            attested_on=DAY,
            inferred=(Inference("Chi bộ", "Chi bộ Văn phòng UBND Quận 19", Clue.SAME_LIST),),
        ),
        Holding(
            LAN,
            "Giám đốc",
            "Sở Y tế tỉnh Sơn La",
            Status.ACTING,
            (at(CONGRESS, "Mai Thị Lan, quyền Giám đốc Sở Y tế tỉnh Sơn La"),),
            attested_on=DAY,
        ),
        Holding(
            LAN,
            "Phó Chủ tịch",
            "UBND tỉnh Sơn La",
            Status.PROPOSED,
            (at(CONGRESS, "được giới thiệu bầu Phó Chủ tịch"),),
            attested_on=DAY,
        ),
    ),
    documents=(
        Document(
            "Chỉ thị",
            "Chỉ thị số 05-CT/TW",
            (
                at(CONGRESS, "Chỉ thị số 05-CT/TW"),
                at(CONGRESS, "Chỉ thị số 05-CT/TW", "ông Minh yêu cầu"),
            ),
            "05-CT/TW",
            issuer="Bộ Chính trị",
            date="2016-05-15",
        ),
        Document("Quy định", "Quy định số 9999-QĐ/TW", (at(CONGRESS, "9999-QĐ/TW"),), "9999-QĐ/TW"),
    ),
    actions=(
        Action(
            CELL,
            Deed.IMPLEMENTS,
            "05-CT/TW",
            (at(CONGRESS, "Chi bộ thực hiện Chỉ thị số 05-CT/TW"),),
        ),
        Action(
            MINH,
            Deed.URGES,
            "05-CT/TW",
            (at(CONGRESS, "ông Minh yêu cầu thực hiện Chỉ thị số 05-CT/TW"),),
        ),
    ),
    events=(
        Event(
            "Đại hội Chi bộ Văn phòng UBND Quận 19 lần thứ VII",
            CELL,
            (at(CONGRESS, "Đại hội lần thứ VII"),),
            ordinal="VII",
            date=DAY,
            term="2022-2025",
            attendees=(LAN, "Một người không có chức vụ"),
        ),
    ),
    unread=(Unread(at(CONGRESS, "tỉnh"), "post", "không rõ của ai"),),
    attested_on=DAY,
)
SECOND = Reading(
    persons=(PersonMention(at(LATER, MINH), MINH),),
    holdings=(
        Holding(
            MINH,
            "Chánh Văn phòng",
            OFFICE,
            Status.RETIRED,
            (at(LATER, "Hồ Văn Minh, Chánh Văn phòng UBND Quận 19, nghỉ hưu"),),
            attested_on="2024",
        ),
    ),
    documents=(
        Document("Quy định", "Quy định số 9999-QĐ/TW", (at(LATER, "9999-QĐ/TW"),), "9999-QĐ/TW"),
        Document("Chỉ thị", "Chỉ thị số 05-CT/TW", (Span(85, 88),), "05-CT/TW", date="2016-05-15"),
    ),
    actions=(Action("9999-QĐ/TW", Deed.SUPERSEDES, "05-CT/TW", (at(LATER, "Quy định số 9999"),)),),
    attested_on="2024",
)
PAIRS = (
    (make_source("dai-hoi", CONGRESS, DAY), FIRST),
    (make_source("nghi-huu", LATER, "2024"), SECOND),
)


def assemble(
    pairs: Iterable[tuple[Source, Reading]],
    ledger: Ledger | None = None,
    decisions: tuple[Decision, ...] = (),
) -> tuple[list[Quad], Judgement, Assembler]:
    assembler = Assembler(load_register(), ledger or Ledger(), decisions)
    quads = list(assembler.base())
    for source, reading in sorted(pairs, key=lambda pair: source_iri(pair[0].key)):
        quads += assembler.take(source, reading)
    judgement = assembler.finish()
    quads += assembler.conclude(judgement)
    return quads, judgement, assembler


@cache
def whole() -> tuple[list[Quad], Store]:
    quads, _, _ = assemble(PAIRS)
    store = Store()
    store.extend(quads)
    return quads, store


PREFIXES = f"""
PREFIX : <{BASE}> PREFIX cb: <{BASE}ns#> PREFIX org: <http://www.w3.org/ns/org#>
PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX schema: <https://schema.org/> PREFIX dcterms: <http://purl.org/dc/terms/>
"""


Row: TypeAlias = dict[str, str]


def ask(pattern: str, store: Store | None = None) -> list[Row]:
    """Return the rows of ``SELECT * WHERE { pattern }``, IRIs of ours without their beginning."""
    found = (store or whole()[1]).query(
        f"{PREFIXES} SELECT DISTINCT * WHERE {{ {pattern} }}", use_default_graph_as_union=True
    )
    assert isinstance(found, QuerySolutions)
    columns = [variable.value for variable in found.variables]
    rows = ({column: value(solution[column]) for column in columns} for solution in found)
    return sorted(rows, key=lambda row: sorted(row.items()))


def value(term: object) -> str:
    return term.value.removeprefix(BASE) if isinstance(term, NamedNode | Literal) else ""


def pick(rows: list[Row], *columns: str) -> set[tuple[str, ...]]:
    """Return the *columns* of *rows*, of IRIs only the last part."""
    return {
        tuple(
            re.split(r"[/#]", row[name])[-1] if "scheme/" in row[name] else row[name]
            for name in columns
        )
        for row in rows
    }


def test_no_triple_stands_in_two_graphs_or_twice_in_one() -> None:
    quads, _ = whole()
    counted = Counter(quad.triple for quad in quads)
    assert [triple for triple, number in counted.items() if number > 1] == []


def test_there_is_no_blank_node() -> None:
    quads, _ = whole()
    assert not any(isinstance(t, BlankNode) for q in quads for t in (q.subject, q.object))


def test_the_graph_of_a_source_holds_only_its_own_nodes() -> None:
    quads, _ = whole()
    for source, _ in PAIRS:
        iri = source_iri(source.key)
        own = [quad for quad in quads if quad.graph_name == NamedNode(source_graph_iri(iri))]
        assert own
        assert all(str(quad.subject).startswith(f"<{iri}") for quad in own)


def test_every_quote_is_what_stands_in_the_text() -> None:
    texts = {source_iri(source.key).removeprefix(BASE): source.text for source, _ in PAIRS}
    rows = ask("?p oa:hasSource ?s ; oa:hasSelector ?q . ?q oa:start ?a ; oa:end ?b ; oa:exact ?x")
    assert len(rows) > 10
    for row in rows:
        assert texts[row["s"]][int(row["a"]) : int(row["b"])] == row["x"]


def test_a_source_says_what_it_is() -> None:
    (row,) = ask(
        '?s dcterms:identifier "dai-hoi" ; dcterms:title ?t ; dcterms:issued ?d ; schema:url ?u ;'
        " cb:wordCount ?w ; dcterms:publisher ?p ; cb:sha256 ?h"
    )
    assert (row["t"], row["d"], row["u"], row["w"], row["p"], row["h"]) == (
        "Bản tin dai-hoi",
        DAY,
        "https://example.org/dai-hoi",
        str(len(CONGRESS.split())),
        "Bản tin mẫu",
        hash_text(CONGRESS),
    )


def test_tenures_follow_from_all_sources() -> None:
    rows = ask(
        "?t a cb:Tenure ; org:member/foaf:name ?n ; cb:post/skos:prefLabel ?p ; cb:tenureKind ?k ."
        "?x oa:hasBody ?t ; oa:hasTarget ?y . OPTIONAL { ?t cb:startEarliest ?a }"
        "OPTIONAL { ?t cb:startLatest ?b } OPTIONAL { ?t cb:endEarliest ?c }"
        "OPTIONAL { ?t cb:endLatest ?d }"
    )
    assert pick(rows, "n", "p", "k", "a", "b", "c", "d") == {
        (MINH, "Chánh Văn phòng UBND Quận 19", "regular", "", DAY, "2024-01-01", "2024-12-31"),
        (MINH, f"Bí thư {CELL}", "regular", DAY, DAY, DAY, "2025-06-30"),
        (LAN, "Giám đốc Sở Y tế tỉnh Sơn La", "acting", "", DAY, DAY, ""),
    }


def test_a_proposal_is_attested_and_no_tenure() -> None:
    rows = ask('?a cb:statedPost "Phó Chủ tịch"@vi ; cb:status ?s . OPTIONAL { ?a oa:hasBody ?t }')
    assert pick(rows, "s", "t") == {("proposed", "")}


def test_what_was_inferred_says_so() -> None:
    rows = ask('?a cb:statedPost "Bí thư"@vi ; cb:mode ?m ; cb:inferred ?i ; cb:asserts ?x')
    assert pick(rows, "i", "m", "x") == {
        ("Chi bộ = Chi bộ Văn phòng UBND Quận 19", "inferred", "elected")
    }


def test_every_bound_has_its_rule_and_its_grounds() -> None:
    rows = ask(
        "?b cb:boundOf ?t ; cb:boundProperty ?p ; cb:boundDate ?d ; cb:boundRule ?r ;"
        " prov:wasDerivedFrom ?a . ?t cb:endCause ?e . ?a oa:hasTarget ?y"
    )
    assert pick(rows, "p", "d", "r", "e") == {
        ("ns#startLatest", "2022-09-28", "R1", "retired"),
        ("ns#endEarliest", "2024-01-01", "R2", "retired"),
        ("ns#endLatest", "2024-12-31", "R2", "retired"),
    }


def test_a_congress_opens_a_term_and_elects() -> None:
    rows = ask(
        "?e a cb:Congress ; cb:eventOf/skos:prefLabel ?a ; cb:ordinal ?b ; schema:startDate ?c ;"
        " cb:opensTerm ?d ; cb:elected ?f . ?d skos:prefLabel ?g ; cb:startYear ?h ; cb:termOf ?i ."
        "?f org:member/foaf:name ?j ; cb:term ?d . ?x oa:hasBody ?e ; cb:statedEvent ?n"
    )
    assert pick(rows, "a", "b", "c", "g", "h", "j") == {
        (CELL, "VII", DAY, "nhiệm kỳ 2022-2025", "2022", MINH)
    }


def test_those_attend_a_congress_whom_the_text_names_with_a_post() -> None:
    rows = ask("?e a cb:Congress ; schema:attendee/foaf:name ?n")
    assert pick(rows, "n") == {(LAN,)}


def test_a_citation_is_resolved_or_says_why_not() -> None:
    rows = ask(
        "?c a cb:Citation ; cb:citedSymbol ?a ; cb:resolution ?b ; cb:surface ?d ; cb:reason ?e ."
        "OPTIONAL { ?c cb:resolvedTo ?f }"
    )
    assert pick(rows, "a", "b", "f") == {
        ("05-CT/TW", "resolved", "document/tw/xii/ct/5"),
        ("9999-QĐ/TW", "unregistered", ""),
    }


def test_an_unregistered_document_is_described_once_and_marked() -> None:
    rows = ask(
        '?d cb:symbol "9999-QĐ/TW" ; cb:registered ?r ; skos:prefLabel ?l ; a cb:PartyDocument .'
        "?c cb:candidate ?d ; cb:resolution ?o ; cb:citing ?s"
    )
    assert [(row["l"], row["r"]) for row in rows] == [("Quy định số 9999-QĐ/TW", "false")] * 2
    assert {row["o"] for row in rows} == {"scheme/resolution/unregistered"}
    # Neither text says of which term it is: they may speak of two.
    assert len({row["d"] for row in rows}) == len({row["s"] for row in rows}) == 2


@pytest.mark.parametrize(
    ("deed", "actor"),
    [
        ("implements", f"skos:prefLabel '{CELL}'@vi"),
        ("urges", f"foaf:name '{MINH}'@vi"),
        ("supersedes", "cb:symbol '9999-QĐ/TW'"),
    ],
)
def test_an_actor_is_an_organisation_a_person_or_a_document(deed: str, actor: str) -> None:
    rows = ask(
        f"?a cb:actionKind <{BASE}scheme/action/{deed}> ; cb:actor ?b ; cb:document ?c ;"
        f" cb:citation ?d . ?b {actor} . ?x oa:hasBody ?a"
    )
    assert pick(rows, "c") == {("document/tw/xii/ct/5",)}


def test_an_action_has_the_citation_within_its_words() -> None:
    rows = ask(
        f"?a cb:actionKind <{BASE}scheme/action/urges> ; cb:citation ?c . ?x oa:hasBody ?c ;"
        " oa:hasTarget/oa:hasSelector/oa:start ?s"
    )
    start = at(CONGRESS, "Chỉ thị số 05-CT/TW", "ông Minh yêu cầu").start
    assert pick(rows, "s") == {(str(start),)}


def test_what_stands_above_an_organisation_is_described_too() -> None:
    rows = ask(f"?o skos:prefLabel '{CELL}'@vi ; org:subOrganizationOf+/skos:prefLabel ?l")
    assert ("Quận ủy Quận 19",) in pick(rows, "l")


def test_counterparts_are_so_from_both_sides() -> None:
    rows = ask(
        f"?a skos:prefLabel '{CELL}'@vi ; cb:counterpartOf ?b . ?b cb:counterpartOf ?a ;"
        " skos:prefLabel ?l"
    )
    assert pick(rows, "l") == {(OFFICE,)}


def load(pairs: Iterable[tuple[Source, Reading]]) -> Store:
    quads, _, _ = assemble(pairs)
    store = Store()
    store.extend(quads)
    return store


def test_a_role_is_that_of_the_scheme_or_one_of_its_own() -> None:
    store = load([(make_source("a", CONGRESS, None), with_post("Tổ trưởng đặc biệt"))])
    own = ask("?r a cb:Role ; skos:prefLabel 'Tổ trưởng đặc biệt'@vi . ?p org:role ?r", store)
    assert {row["r"].startswith("scheme/role/to-truong-dac-biet-") for row in own} == {True}
    listed = ask(f"?p skos:prefLabel 'Bí thư {CELL}'@vi ; org:role ?r")
    assert {row["r"] for row in listed} == {"scheme/role/bi-thu"}


def with_post(post: str, person: str = MINH, org: str = OFFICE, on: str = DAY) -> Reading:
    """Return a reading of CONGRESS in which *person* holds *post*."""
    span = at(CONGRESS, MINH)
    holding = Holding(person, post, org, Status.CURRENT, (span,), attested_on=on)
    return Reading(persons=(PersonMention(span, person),), holdings=(holding,), attested_on=on)


def test_an_official_of_the_register_keeps_the_registers_name_and_tenure() -> None:
    name = "Phạm Minh Chính"
    store = load(
        [
            (make_source("a", CONGRESS, None), with_post("Thủ tướng", name, "Chính phủ")),
            (make_source("b", CONGRESS, None), with_post("Phó Trưởng Phòng", name)),
        ]
    )
    holders = ask(f"?t org:member ?p ; cb:post/skos:prefLabel ?l . ?p foaf:name '{name}'@vi", store)
    premier = {row["p"] for row in holders if row["l"] == "Thủ tướng Chính phủ"}
    other = {row["p"] for row in holders if row["l"].startswith("Phó Trưởng Phòng")}
    assert (len(premier), len(other), premier & other) == (1, 1, set())
    register = graph_iri("register")
    known = ask(f"GRAPH <{register}> {{ ?p a cb:Person ; foaf:name '{name}'@vi }}", store)
    assert {row["p"] for row in known} == premier
    grounds = ask(
        f"?t org:member/foaf:name '{name}'@vi ; cb:startEarliest ?d ; cb:startLatest ?d ;"
        " cb:post/skos:prefLabel 'Thủ tướng Chính phủ'@vi . ?a oa:hasBody ?t",
        store,
    )
    assert len({row["t"] for row in grounds}) == 1
    assert len(grounds) == 2  # the row of the register and the words of the text


def test_a_ledger_keeps_the_names_when_a_source_comes_before_all_others() -> None:
    _, first, _ = assemble(PAIRS[1:])
    _, second, _ = assemble(PAIRS, first.ledger)
    assert set(first.persons) <= set(second.persons)
    assert {t.iri for t in first.tenures} <= {t.iri for t in second.tenures}
    assert second.ledger.redirects == {}


def test_what_a_human_decided_parts_and_leaves_a_redirect() -> None:
    _, first, _ = assemble(PAIRS)
    one, other = (
        (source.id, next(p.span for p in reading.persons if p.name == MINH))
        for source, reading in PAIRS
    )
    parted = Decision("different", one, other)
    quads, second, _ = assemble(PAIRS, first.ledger, (parted,))
    assert len(second.persons) == len(first.persons) + 1
    replaced = [q for q in quads if q.predicate.value.endswith("isReplacedBy")]
    assert {str(q.object)[1:-1] for q in replaced} <= {
        *second.persons,
        *(tenure.iri for tenure in second.tenures),
    }
    assert any("/person/" in str(q.subject) for q in replaced)
    _, third, _ = assemble(PAIRS, second.ledger)
    assert set(third.persons) == set(first.persons)


def test_everything_is_counted() -> None:
    _, _, assembler = assemble(PAIRS)
    assert assembler.tally.statements == {
        "events": 1,
        "holdings": 5,
        "documents": 4,
        "citations": 5,
        "actions": 3,
    }
    assert assembler.tally.citations == {"resolved": 3, "unregistered": 2}
    assert assembler.tally.unread == {"post: không rõ của ai": 1}


def test_a_statement_without_words_is_refused() -> None:
    bad = Reading(events=(Event("Đại hội", CELL, (Span(0, 9999),)),))
    with pytest.raises(EvidenceError, match="dai-hoi: no quote stands at characters 0 to 9999"):
        assemble([(PAIRS[0][0], bad)])
