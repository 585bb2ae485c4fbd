import pytest
from rdflib import DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SKOS, TIME, XSD, Namespace, URIRef

from canbo.ontology import names, standards, terms
from canbo.ontology.iris import NS
from canbo.ontology.load import vocabulary


def test_python_and_turtle_name_the_same_terms() -> None:
    declared = {names.CB.namespace + name for name in names.Canbo.local_names()}
    described = {str(term) for term in vocabulary().subjects() if str(term).startswith(NS)}
    assert declared == described


def test_a_term_is_text_here_and_a_node_there() -> None:
    assert names.CB.Tenure == "https://w3id.org/canbo/ns#Tenure"
    assert type(names.CB.Tenure) is str
    assert terms.CB.Tenure == URIRef(names.CB.Tenure)
    assert type(terms.CB.Tenure) is URIRef


def test_a_term_is_made_once() -> None:
    assert terms.CB.Post is terms.CB.Post


def test_a_misspelled_term_is_an_error() -> None:
    with pytest.raises(AttributeError):
        getattr(names.CB, "Tenur" + "es")


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (standards.RDF, RDF),
        (standards.RDFS, RDFS),
        (standards.OWL, OWL),
        (standards.XSD, XSD),
        (standards.FOAF, FOAF),
        (standards.ORG, ORG),
        (standards.PROV, PROV),
        (standards.SKOS, SKOS),
        (standards.DCTERMS, DCTERMS),
        (standards.TIME, TIME),
    ],
)
def test_terms_that_rdflib_knows_are_the_same_there(
    ours: names.Vocabulary[str], theirs: Namespace
) -> None:
    for name in ours.local_names():
        assert getattr(ours, name) == str(theirs[name])


@pytest.mark.parametrize("vocabulary_name", ["OA", "ELI", "SCHEMA"])
def test_bound_by_hand_are_those_rdflib_lacks(vocabulary_name: str) -> None:
    text = getattr(standards, vocabulary_name)
    node = getattr(terms, vocabulary_name)
    assert text.namespace == node.namespace
    assert text.local_names() == node.local_names()
