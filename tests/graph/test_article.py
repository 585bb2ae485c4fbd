"""The article that the project began with, whole, from its text to the graph."""

import json
import os
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from canbo.graph.building import build
from canbo.graph.keeping.store import open_store

GOLD = Path(__file__).parents[2] / ".." / "shared" / "gold" / "dev.jsonl"
DAY = "2022-09-28"

pytestmark = [
    pytest.mark.article,
    pytest.mark.skipif(
        not GOLD.exists() and os.environ.get("CI") != "true", reason="the article is not here"
    ),
]


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Store]:
    folder = tmp_path_factory.mktemp("article")
    with GOLD.open(encoding="utf-8") as file:
        line = file.readline()
    (folder / "article.jsonl").write_text(line, encoding="utf-8")
    build([folder / "article.jsonl"], folder / "kg")
    return json.loads(line)["text"], open_store(folder / "kg")


def ask(store: Store, pattern: str) -> list[dict[str, str]]:
    """Return the rows of *pattern*."""
    found = store.query(
        f"""PREFIX cb: <https://w3id.org/canbo/ns#> PREFIX org: <http://www.w3.org/ns/org#>
        PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX foaf: <http://xmlns.com/foaf/0.1/>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX schema: <https://schema.org/>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        SELECT DISTINCT * WHERE {{ {pattern} }}""",
        use_default_graph_as_union=True,
    )
    assert isinstance(found, QuerySolutions)
    columns = [variable.value for variable in found.variables]
    return [{column: value(row[column]) for column in columns} for row in found]


def value(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""


OF_A_TEXT = "?t a cb:Tenure . ?a oa:hasBody ?t ; oa:hasTarget/oa:hasSource/a cb:Source ."


def test_six_people_hold_twelve_posts(article: tuple[str, Store]) -> None:
    rows = ask(article[1], f"{OF_A_TEXT} ?t org:member ?p")
    assert (len({row["p"] for row in rows}), len({row["t"] for row in rows})) == (6, 12)


def test_every_statement_has_the_words_of_the_article(article: tuple[str, Store]) -> None:
    text, store = article
    rows = ask(
        store, "?q a oa:TextQuoteSelector ; oa:start ?a ; oa:end ?b ; oa:exact ?x ; oa:suffix ?y"
    )
    assert len(rows) > 30
    for row in rows:
        assert text[int(row["a"]) : int(row["b"])] == row["x"]
        assert text.startswith(row["y"], int(row["b"]))
    assert len(ask(store, "?a a cb:Attestation ; oa:hasTarget ?p . ?p a cb:Passage")) > 30


def test_what_is_attested_on_the_day_is_certain_only_then(article: tuple[str, Store]) -> None:
    _, store = article
    held = "?t cb:post/skos:prefLabel 'Chủ tịch UBND Quận 1'@vi"
    assert ask(
        store, f"{held} ; cb:startLatest '{DAY}'^^xsd:date ; cb:endEarliest '{DAY}'^^xsd:date"
    )
    assert not ask(store, f"{held} ; cb:startEarliest ?d")
    (end,) = ask(store, f"{held} ; cb:endLatest ?d")
    assert end["d"] == "2025-06-30"  # when the districts ended


def test_the_congress_elects_for_its_term(article: tuple[str, Store]) -> None:
    (row,) = ask(
        article[1],
        "?e a cb:Congress ; cb:ordinal 'VII' ; schema:startDate ?d ; cb:elected ?t ;"
        " cb:opensTerm ?m . ?m skos:prefLabel ?l . ?t org:member/foaf:name ?n ; cb:term ?m ;"
        " cb:startEarliest ?d ; cb:startLatest ?d",
    )
    assert (row["n"], row["d"], row["l"]) == ("Lê Tiến Sĩ", DAY, "nhiệm kỳ 2022-2025")


def test_every_citation_is_resolved_or_left_open_with_reasons(article: tuple[str, Store]) -> None:
    store = article[1]
    citations = {row["c"] for row in ask(store, "?c a cb:Citation ; cb:citing/a cb:Source")}
    reasoned = {row["c"] for row in ask(store, "?c cb:resolution ?r ; cb:reason ?w")}
    assert citations == reasoned
    resolved = {row["d"] for row in ask(store, "?c cb:resolvedTo ?d")}
    assert "https://w3id.org/canbo/document/tw/xii/qddi/8" in resolved
