from collections.abc import Iterator
from dataclasses import dataclass, field

from canbo.graph.texts.markup import Element, local_name, walk


@dataclass
class Tree:
    """An element as lxml has them, with what `walk` reads."""

    tag: object
    text: str | None = None
    tail: str | None = None
    children: list[Element] = field(default_factory=list[Element])

    def __iter__(self) -> Iterator[Element]:
        return iter(self.children)


def test_elements_come_in_the_order_of_the_text() -> None:
    tree = Tree("a", "1", "lost", [Tree("b", "2", "3", [Tree("c", tail="4")]), Tree("d", "5")])
    assert [(opens, name, text) for opens, name, text in walk(tree)] == [
        (True, "a", "1"), (True, "b", "2"), (True, "c", ""), (False, "c", "4"),
        (False, "b", "3"), (True, "d", "5"), (False, "d", ""), (False, "a", ""),
    ]  # fmt: skip


def test_of_a_comment_and_of_what_is_left_out_only_what_follows_is_yielded() -> None:
    tree = Tree("a", "1", None, [Tree(len, "no", "2"), Tree("x", "no", "3", [Tree("b", "no")])])
    assert "".join(text for _, _, text in walk(tree, {"x"})) == "123"


def test_a_deep_tree_is_walked() -> None:
    tree = Tree("a")
    for _ in range(50_000):
        tree = Tree("a", "x", children=[tree])
    assert sum(len(text) for _, _, text in walk(tree)) == 50_000


def test_a_name_loses_its_namespace() -> None:
    assert local_name(Tree("{http://example.org}p")) == "p"
