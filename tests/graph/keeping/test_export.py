from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from canbo.graph.keeping.export import Format, export_graph

FORMATS = {
    Format.NQUADS: RdfFormat.N_QUADS,
    Format.TRIG: RdfFormat.TRIG,
    Format.JSONLD: RdfFormat.JSON_LD,
}
nodes = st.sampled_from([NamedNode(f"https://w3id.org/canbo/{name}") for name in "abcd"])
texts = st.text(st.characters(codec="utf-8"), max_size=4)
literals = st.builds(Literal, texts) | st.builds(Literal, texts, language=st.just("vi"))
quads = st.lists(st.builds(Quad, nodes, nodes, nodes | literals, nodes), max_size=12)


def export(found: list[Quad], form: Format, piece: int = 1000) -> bytes:
    store = Store()
    store.extend(found)
    out = BytesIO()
    export_graph(store, form, out, piece)
    return out.getvalue()


@pytest.mark.parametrize("form", FORMATS)
@given(found=quads)
def test_what_is_written_is_what_was_stored(form: Format, found: list[Quad]) -> None:
    store = Store()
    store.load(export(found, form), FORMATS[form])
    assert set(store) == set(found)


@given(quads)
def test_turtle_has_every_triple_of_every_graph_once(found: list[Quad]) -> None:
    store = Store()
    store.load(export(found, Format.TURTLE), RdfFormat.TURTLE)
    assert {quad.triple for quad in store} == {quad.triple for quad in found}


@pytest.mark.parametrize("form", Format)
@given(found=quads, data=st.data(), piece=st.integers(1, 5))
def test_the_same_quads_are_the_same_bytes_in_any_order_and_piece(
    form: Format, found: list[Quad], data: st.DataObject, piece: int
) -> None:
    assert export(data.draw(st.permutations(found)), form, piece) == export(found, form)


@given(quads)
def test_canonical_nquads_are_sorted_lines_each_once(found: list[Quad]) -> None:
    lines = export(found, Format.NQUADS).split(b"\n")
    assert lines.pop() == b""
    assert lines == sorted(set(lines))


def test_known_namespaces_are_written_short() -> None:
    tenure = NamedNode("https://w3id.org/canbo/ns#Tenure")
    member = NamedNode("http://www.w3.org/ns/org#member")
    written = export([Quad(tenure, member, tenure, tenure)], Format.TURTLE).decode()
    assert written.endswith("cb:Tenure org:member cb:Tenure .\n")
