"""The questions over real builds: the corpus of examples, and the article where it is at hand.

What is asked here is what one can read in the texts themselves: the congress of one Party cell in
Quận 1, told by several bulletins of the corpus and reported by the article.
"""

import os
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from pyoxigraph import Store

from canbo.graph.building import build
from canbo.graph.keeping.store import open_store
from canbo.queries import Query, Row, answer, ask, shelf
from canbo.queries.quotes import quotes_of

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT.parent / "shared" / "corpus"
DAY = "2022-09-28"
CHI_BO = "Chi bộ Văn phòng UBND Quận 1"
DANG_UY = "Đảng ủy Cơ quan Chính quyền Quận 1"


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("examples") / "kg"
    build([ROOT / "examples"], folder)
    return open_store(folder)


@pytest.fixture(scope="module")
def examples_endpoint(
    examples: Store, serving_store: Callable[[Store], AbstractContextManager[str]]
) -> Generator[str]:
    with serving_store(examples) as url:
        yield url


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Store:
    if not ARTICLE.is_dir():
        assert not os.environ.get("CI"), "the article has to be beside the project"
        pytest.skip("the article is not part of the repository")
    folder = tmp_path_factory.mktemp("article") / "kg"
    build([ARTICLE], folder)
    return open_store(folder)


@pytest.fixture(params=["examples", pytest.param("article", marks=pytest.mark.article)])
def graph(request: pytest.FixtureRequest) -> Store:
    store: Store = request.getfixturevalue(request.param)
    return store


def column(rows: list[Row], name: str) -> list[str]:
    return [row.text(name) for row in rows]


def test_the_chairman_is_certain_on_the_day_and_never_in_1950(graph: Store) -> None:
    rows = ask("post-holders", graph, post="chủ tịch ubnd quận 1", on=DAY)
    certain = [row.text("personLabel") for row in rows if row.text("answer") == "certain"]
    assert certain == ["Lê Đức Thanh"]
    long_ago = ask("post-holders", graph, post="chủ tịch ubnd quận 1", on="1950-01-01")
    assert set(column(long_ago, "answer")) == {"possible"}


def test_le_duc_thanh_holds_three_posts(graph: Store) -> None:
    rows = ask("person-posts", graph, person="le duc thanh", on=DAY)
    assert column([row for row in rows if row.text("answer") == "certain"], "postLabel") == [
        f"Bí thư {DANG_UY}",
        "Chủ tịch UBND Quận 1",
        "Phó Bí thư Quận ủy Quận 1",
    ]


def test_three_vice_chairmen_are_certain(graph: Store) -> None:
    rows = ask("seat-count", graph, post="phó chủ tịch ubnd quận 1", on=DAY)
    assert set(column(rows, "count")) == {"3"}
    assert [row.text("personLabel") for row in rows if row.text("answer") == "certain"] == [
        "Mai Thị Hồng Hoa",
        "Nguyễn Duy An",
        "Vũ Nguyễn Quang Vinh",
    ]


def test_four_of_the_six_hold_party_and_state_posts(graph: Store) -> None:
    rows = ask("party-and-state", graph, on=DAY)
    six = {
        "Lê Đức Thanh",
        "Mai Thị Hồng Hoa",
        "Nguyễn Duy An",
        "Vũ Nguyễn Quang Vinh",
        "Bùi Văn Thịnh",
        "Lê Tiến Sĩ",
    }
    assert six.intersection(column(rows, "personLabel")) == six - {
        "Vũ Nguyễn Quang Vinh",
        "Bùi Văn Thịnh",
    }


def test_two_head_both_sides(graph: Store) -> None:
    rows = ask("unified-heads", graph, on=DAY)
    heads = {
        (row.text("personLabel"), row.text("partyBodyLabel"), row.text("stateBodyLabel"))
        for row in rows
        if row.text("answer") == "certain"
    }
    assert heads >= {
        ("Lê Tiến Sĩ", CHI_BO, "Văn phòng UBND Quận 1"),
        ("Lê Đức Thanh", DANG_UY, "UBND Quận 1"),
    }


def test_the_chain_of_command_of_the_cell(graph: Store) -> None:
    rows = ask("chain-of-command", graph, organisation=CHI_BO)
    assert column(rows, "superiorLabel")[:4] == [
        DANG_UY,
        "Quận ủy Quận 1",
        "Thành ủy Thành phố Hồ Chí Minh",
        "Ban Chấp hành Trung ương Đảng",
    ]


def test_the_vice_chairman_without_a_party_post_is_not_attested_to_have_one(graph: Store) -> None:
    rows = ask("no-party-post-attested", graph, organisation="UBND Quận 1", on=DAY)
    certain = [row for row in rows if row.text("answer") == "certain"]
    assert column(certain, "personLabel") == ["Vũ Nguyễn Quang Vinh"]
    assert column(certain, "partyPost") == ["not attested"]


def test_the_congress_with_its_term_and_its_secretary(graph: Store) -> None:
    rows = ask("congress", graph, event=f"Đại hội {CHI_BO} lần thứ VII")
    assert set(column(rows, "date")) == {DAY}
    assert set(column(rows, "ordinal")) == {"VII"}
    assert set(column(rows, "termLabel")) == {"nhiệm kỳ 2022-2025"}
    elected = [row for row in rows if row.text("part") == "elected"]
    assert [(row.text("personLabel"), row.text("postLabel")) for row in elected] == [
        ("Lê Tiến Sĩ", f"Bí thư {CHI_BO}")
    ]


def test_a_signature_names_the_documents_of_two_terms(graph: Store) -> None:
    rows = ask("documents-by-signature", graph, signature="10-CT/TW")
    assert column(rows, "termLabel") == ["khóa X", "khóa XI"]


@pytest.mark.article
def test_the_cell_implements_eight_documents_by_the_article(article: Store) -> None:
    rows = ask("directives-implemented", article, organisation=CHI_BO, from_="2020", to="2022")
    assert len(rows) == 8
    assert "Điều lệ Đảng" in column(rows, "documentLabel")
    for number in ("10-CT/TW", "12-HD/BTCTW", "37-QĐ/TW", "05-CT/TW", "01-KL/TW", "08-QĐi/TW"):
        assert any(number in label for label in column(rows, "documentLabel")), number


@pytest.mark.article
def test_its_guests_attend_with_the_posts_they_held(article: Store) -> None:
    rows = ask("congress", article, organisation=CHI_BO)
    guests = {row.text("personLabel") for row in rows if row.text("part") == "attended"}
    assert guests >= {
        "Lê Đức Thanh",
        "Mai Thị Hồng Hoa",
        "Nguyễn Duy An",
        "Vũ Nguyễn Quang Vinh",
        "Bùi Văn Thịnh",
    }


@pytest.mark.article
def test_every_tenure_of_the_article_has_its_words(article: Store) -> None:
    (text,) = [path.read_text(encoding="utf-8") for path in ARTICLE.glob("*.txt")]
    rows = [row for row in ask("evidence", article) if "quote" in row]
    assert len({row.text("tenure") for row in rows}) == 12
    for row in rows:
        assert text[int(row.text("start")) : int(row.text("end"))] == row.text("quote")


def test_every_tenure_read_from_a_text_is_attested(graph: Store) -> None:
    weak = ask("thin-evidence", graph)
    assert [row for row in weak if row.text("weakness") == "no attestation"] == []
    assert ask("interval-contradictions", graph) == []


@pytest.mark.parametrize("query", shelf(), ids=lambda query: query.name)
def test_a_question_answers_alike_near_and_far(
    query: Query, examples: Store, examples_endpoint: str
) -> None:
    asked = {"on": DAY} if query.name == "vacant-posts" else {}
    near = answer(query, examples, asked)
    assert answer(query, examples_endpoint, asked) == near
    assert len(quotes_of(examples, near)) == len(near.rows)
