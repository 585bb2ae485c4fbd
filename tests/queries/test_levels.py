import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from canbo.errors import NoMatchError
from canbo.ontology.iris import concept_iri
from canbo.ontology.standards import SKOS
from canbo.queries.levels import find_level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("district", "district"),
        ("cấp huyện", "district"),
        ("Huyện", "district"),
        ("cap tinh", "province"),
        ("Trung ương", "central"),
        (concept_iri("level", "district"), "district"),
    ],
)
def test_a_level_is_known_by_code_label_or_iri(quan_1: Store, text: str, level: str) -> None:
    assert find_level(quan_1, text) == concept_iri("level", level)


def test_the_words_of_a_definition_serve_after_the_labels(quan_1: Store) -> None:
    store = Store()
    store.extend(quan_1)
    for code, told in (("district", "Quận, huyện, thị xã."), ("province", "Tỉnh, thành phố.")):
        place = NamedNode(concept_iri("level", code))
        store.add(Quad(place, NamedNode(SKOS.definition), Literal(told, language="vi")))
    assert find_level(store, "quận") == concept_iri("level", "district")
    assert find_level(store, "thành phố") == concept_iri("level", "province")


@pytest.mark.parametrize("text", ["commune", "planet", "cấp", ""])
def test_a_level_that_no_organisation_has_is_none(quan_1: Store, text: str) -> None:
    with pytest.raises(NoMatchError, match=r"near it: .*district") as caught:
        find_level(quan_1, text)
    assert len(caught.value.near) == 4
