"""What a person names is what the page opens at."""

import pytest
from pyoxigraph import Store

from canbo.errors import AmbiguousNameError, NoMatchError
from canbo.viz.focus import find_focus


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Lê Đức Thanh", "person/le-duc-thanh"),
        ("thanh duc le", "person/le-duc-thanh"),
        ("Quận ủy Quận 1", "organization/quan-uy-quan-1"),
        ("quận uỷ quận 1", "organization/quan-uy-quan-1"),
        ("chu tich ubnd quan 1", "post/chu-tich-ubnd-quan-1"),
        ("37-QĐ/TW", "document/tw/xiii/qdd/37"),
        ("person/le-duc-thanh-3abd4cf5", "person/le-duc-thanh"),
    ],
)
def test_people_posts_bodies_and_documents_are_found(quan_1: Store, text: str, thing: str) -> None:
    assert find_focus(quan_1, text).startswith(f"https://w3id.org/canbo/{thing}")


def test_a_number_used_in_several_terms_is_not_guessed(quan_1: Store) -> None:
    with pytest.raises(AmbiguousNameError) as error:
        find_focus(quan_1, "Chỉ thị số 10-CT/TW")
    assert "khóa X" in str(error.value)
    assert "khóa XI" in str(error.value)


def test_nobody_is_nobody(quan_1: Store) -> None:
    with pytest.raises(NoMatchError, match="no person, post, organisation, document or event"):
        find_focus(quan_1, "Ngô Thanh Hằng Nga")
