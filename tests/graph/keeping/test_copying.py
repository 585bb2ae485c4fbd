from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from canbo.graph.keeping.copying import copy_to_memory


@pytest.mark.parametrize("count", [0, 1, 5000])
def test_a_copy_has_every_statement_in_its_graph(tmp_path: Path, count: int) -> None:
    store = Store(tmp_path / "store")
    quads = {
        Quad(
            NamedNode(f"https://example.org/{number}"),
            NamedNode("https://example.org/says"),
            Literal(f'Chủ tịch\n"{number}"', language="vi"),
            NamedNode(f"https://example.org/graph/{number % 3}"),
        )
        for number in range(count)
    }
    store.bulk_extend(quads)
    copy = copy_to_memory(store)
    assert set(copy) == quads
    copy.add(
        Quad(NamedNode("https://example.org/a"), NamedNode("https://example.org/b"), Literal(""))
    )
    assert len(store) == count
