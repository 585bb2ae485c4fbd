from pyoxigraph import Store

from canbo.ontology.iris import concept_iri
from canbo.queries import Kind, find_one
from canbo.queries.labels import addresses_of, in_batches, labels_of

CURRENT = concept_iri("status", "current")


def test_things_are_called_in_the_language_of_the_reader(quan_1: Store) -> None:
    person = find_one(quan_1, Kind.PERSON, "Lê Tiến Sĩ").iri
    asked = [CURRENT, person, "urn:nobody"]
    assert labels_of(quan_1, asked, "vi") == {CURRENT: "đương nhiệm", person: "Lê Tiến Sĩ"}
    assert labels_of(quan_1, asked, "en") == {CURRENT: "current", person: "Lê Tiến Sĩ"}


def test_a_source_is_called_by_its_title_and_has_an_address(quan_1: Store) -> None:
    source = find_one(quan_1, Kind.SOURCE, "quan-19-2023").iri
    assert labels_of(quan_1, [source], "en") == {source: "Quận 19 tiếp dân"}
    address = "https://example.org/ban-tin/quan-19-2023"
    assert addresses_of(quan_1, [source, CURRENT]) == {source: address}


def test_many_things_are_asked_about_some_hundred_at_a_time() -> None:
    batches = list(in_batches(f"urn:{number}" for number in [*range(1001), *range(1001)]))
    assert [len(batch.split()) for batch in batches] == [500, 500, 1]
    assert list(in_batches([])) == []
