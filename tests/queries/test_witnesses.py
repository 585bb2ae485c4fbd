"""Reprints of one text are one witness, whatever is counted; two texts of their own are two."""

import pytest
from pyoxigraph import RdfFormat, Store

from canbo.queries import ask

PREFIXES = """
@prefix : <https://w3id.org/canbo/x/> .
@prefix action: <https://w3id.org/canbo/scheme/action/> .
@prefix cb: <https://w3id.org/canbo/ns#> .
@prefix resolution: <https://w3id.org/canbo/scheme/resolution/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


def cite(source: str, document: str) -> str:
    citation = f":{source}-{document}"
    return f"""
{citation} a cb:Citation ; cb:citing :{source} ; cb:resolvedTo :{document} ;
    cb:surface "{document}"@vi ; cb:resolution resolution:resolved .
{citation}-act a cb:DirectiveAction ; cb:actor :cell ; cb:actionKind action:implements ;
    cb:citation {citation} ; cb:document :{document} .
"""


def graph(reprints: str) -> Store:
    store = Store()
    cited = "".join(cite(source, document) for source in "abc" for document in ("one", "two"))
    labels = """:cell skos:prefLabel "Chi bộ Mẫu"@vi . :one skos:prefLabel "Chỉ thị Một"@vi .
        :two skos:prefLabel "Chỉ thị Hai"@vi ."""
    store.load((PREFIXES + cited + labels + reprints).encode(), RdfFormat.TURTLE)
    return store


@pytest.mark.parametrize(
    ("reprints", "witnesses"),
    [
        ("", 3),
        (":b cb:reprintOf :a .", 2),
        (":b cb:reprintOf :a . :c cb:reprintOf :a .", 1),
        (":b cb:reprintOf :elsewhere .", 3),
        (":b cb:reprintOf :elsewhere . :c cb:reprintOf :elsewhere .", 2),
    ],
)
def test_reprints_count_as_one(reprints: str, witnesses: int) -> None:
    store = graph(reprints)
    rows = ask("directives-implemented", store)
    assert {row.text("documentLabel"): row.text("sources") for row in rows} == {
        "Chỉ thị Một": str(witnesses),
        "Chỉ thị Hai": str(witnesses),
    }
    cited = ask("co-cited", store, at_least=1)
    assert [row.text("sources") for row in cited] == [str(witnesses)]
    assert len(ask("co-cited", store)) == int(witnesses > 1)
