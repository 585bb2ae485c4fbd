"""An HTML or XML tree, walked in the order of its text, without recursion."""

from collections.abc import Container, Iterator
from typing import Protocol


class Element(Protocol):
    """What is used of an element of lxml, which has no types of its own."""

    @property
    def tag(self) -> object:
        """Its name; something else than text in a comment or an instruction."""
        ...

    @property
    def text(self) -> str | None:
        """The text before its first child."""
        ...

    @property
    def tail(self) -> str | None:
        """The text after it, up to the next element."""
        ...

    def __iter__(self) -> Iterator["Element"]:
        """Yield its children."""
        ...


def local_name(element: Element) -> str:
    """Return the name of *element* without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def walk(root: Element, leave_out: Container[str] = ()) -> Iterator[tuple[bool, str, str]]:
    """Yield whether an element opens, its local name, and the text that follows its tag.

    Of the elements named in *leave_out* and of comments only the text after them is yielded.
    """
    yield True, local_name(root), root.text or ""
    stack = [(root, iter(root))]
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield False, local_name(element), (element.tail or "") if stack else ""
        elif not (name := local_name(child)) or name in leave_out:
            yield False, "", child.tail or ""
        else:
            yield True, name, child.text or ""
            stack.append((child, iter(child)))
