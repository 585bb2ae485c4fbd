"""The questions on stores of others, after publishing: equal rows in equal order, everywhere.

Each is asked of the local graph, of ``canbo serve``, of Virtuoso 7 and of the Oxigraph server, with
the same text, and once more narrowed by the parameters that reach into its FILTERs.
"""

from collections.abc import Generator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest

from canbo.graph.keeping.store import open_store
from canbo.publishing.publish import publish
from canbo.queries import Query, answer, named, select, shelf
from canbo.queries.bind import Value, bound, values_of
from canbo.queries.rows import Answer
from tests.publishing.conftest import CREDENTIALS, Running, emptied

ASKED: Mapping[str, Mapping[str, Value]] = {"vacant-posts": {"on": "2022-09-28"}}

NARROWED: tuple[tuple[str, Mapping[str, Value]], ...] = (
    ("post-holders", {"post": "chủ tịch ubnd quận 1", "on": "28/9/2022"}),
    ("person-posts", {"person": "Lê Đức Thanh", "on": "1990-01-01"}),
    ("organisation-members", {"organisation": "Quận ủy Quận 1", "on": "2022-09-28"}),
    ("vacant-posts", {"organisation": "UBND Quận 1", "on": "1990-01-01"}),
    ("changes-between", {"from": "2020", "to": "2022"}),
    ("seat-count", {"on": "2022-09-28", "at-least": 2}),
    ("party-and-state", {"on": "2022-09-28"}),
    ("unified-heads", {"on": "2022-09-28"}),
    ("party-counterpart", {"organisation": "UBND Quận 1", "on": "2022-09-28"}),
    ("no-party-post-attested", {"level": "district", "on": "2022-09-28"}),
    ("term-on-date", {"on": "2022-09-28"}),
    ("citations-of", {"document": "05-CT/TW", "from": "2020", "to": "2022"}),
    ("directives-implemented", {"from": "2020", "to": "2022"}),
    ("issued-under", {"organisation": "Bộ Chính trị", "term": "khóa XII"}),
    ("seat-conflicts", {"on": "2022-09-28"}),
    ("reorganised", {"on": "2025-07-01"}),
    ("coverage", {"organisation": "UBND Quận 1", "from": "2020", "to": "2022"}),
)


@pytest.fixture(scope="module")
def holding(
    request: pytest.FixtureRequest, examples_graph: Path, read_only: str
) -> Generator[dict[str, str]]:
    """Return the address of each store, all of which hold the same graph."""
    addresses = {"serve": read_only}
    with ExitStack() as stack:
        context = stack.enter_context(pytest.MonkeyPatch.context())
        for name, value in CREDENTIALS.items():
            context.setenv(name, value)
        for name in ("virtuoso", "oxigraph"):
            store: Running = request.getfixturevalue(name)
            stack.enter_context(emptied(store))
            publish(examples_graph, store.by("graph store"), lambda _: None)
            addresses[name] = store.endpoint
        yield addresses


def asked(query: Query, graph: Path, given: Mapping[str, Value]) -> tuple[str, Answer]:
    """Return the text of the question as it is put to every store, and the local answer."""
    store = open_store(graph)
    text = bound(query, values_of(query, store, given))
    return text, select(store, text)


@pytest.mark.parametrize("query", shelf(), ids=lambda query: query.name)
def test_a_question_has_the_same_rows_in_the_same_order_everywhere(
    query: Query, examples_graph: Path, holding: dict[str, str]
) -> None:
    text, near = asked(query, examples_graph, ASKED.get(query.name, {}))
    for name, address in holding.items():
        assert select(address, text) == near, name


@pytest.mark.parametrize(("name", "given"), NARROWED, ids=[name for name, _ in NARROWED])
def test_a_narrowed_question_has_the_same_rows_everywhere(
    name: str, given: Mapping[str, Value], examples_graph: Path, holding: dict[str, str]
) -> None:
    text, near = asked(named(name), examples_graph, given)
    for store, address in holding.items():
        assert select(address, text) == near, store


def test_names_are_found_in_a_store_elsewhere(
    examples_graph: Path, holding: dict[str, str]
) -> None:
    given: Mapping[str, Value] = {"post": "chủ tịch ubnd quận 1", "on": "28/9/2022"}
    near = answer(named("post-holders"), open_store(examples_graph), given)
    assert near.rows
    for name, address in holding.items():
        assert answer(named("post-holders"), address, given) == near, name
