import pytest

from canbo.queries import Row, Term
from canbo.queries.rows import iri, typed

ROW = Row(("person", "until", "count"), (iri("urn:a"), None, typed("2", "integer")))


def test_a_row_is_a_mapping_of_what_is_bound() -> None:
    assert list(ROW) == ["person", "count"]
    assert len(ROW) == 2
    assert dict(ROW) == {"person": iri("urn:a"), "count": typed("2", "integer")}
    assert str(ROW["count"]) == "2"


@pytest.mark.parametrize("column", ["until", "nothing"])
def test_what_is_unbound_or_no_column_is_not_there(column: str) -> None:
    assert column not in ROW
    assert ROW.get(column) is None
    assert ROW.text(column) == ""
    with pytest.raises(KeyError, match=column):
        ROW[column]


def test_rows_and_terms_are_values() -> None:
    same = Row(("a",), (Term("x", language="vi"),))
    assert same == Row(("a",), (Term("x", language="vi"),))
    assert hash(same) == hash(Row(("a",), (Term("x", language="vi"),)))
    assert same != Row(("a",), (Term("x"),))
