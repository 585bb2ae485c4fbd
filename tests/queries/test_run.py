from pathlib import Path

import pytest
from pyoxigraph import Store
from rdflib import Dataset

from canbo.errors import QueryFileError, UnknownQueryError
from canbo.queries import ask, named

MINE = """\
#+ title = "Ai?"
#+ columns = ["name"]
#+ [parameters]
#+ who = { type = "person", variable = "person" }
SELECT ?name WHERE {
  #= parameters
  ?person foaf:name ?name
} ORDER BY STR(?name)
"""


def test_a_question_of_ones_own_is_asked_like_ours(
    tmp_path: Path, quan_1: Store, dataset: Dataset, endpoint: str
) -> None:
    (tmp_path / "mine.rq").write_text(MINE, encoding="utf-8")
    question = named("mine", tmp_path)
    for target in (quan_1, dataset, endpoint):
        (row,) = ask(question, target, who="lê tiến sĩ")
        assert row.text("name") == "Lê Tiến Sĩ"
    assert len(ask(question, quan_1)) == 8


def test_columns_that_drift_from_what_is_promised_are_seen(tmp_path: Path, quan_1: Store) -> None:
    (tmp_path / "mine.rq").write_text(MINE.replace('["name"]', '["nam"]'), encoding="utf-8")
    with pytest.raises(QueryFileError, match="promises nam and gives name"):
        ask(named("mine", tmp_path), quan_1)


def test_a_question_that_is_not_there(quan_1: Store) -> None:
    with pytest.raises(UnknownQueryError):
        ask("who-knows", quan_1)
