"""What is done with a document that no verb governs: an item, a ground, one more of a list."""

from canbo.graph.reading.action_clauses import continues_list, is_ground, is_item
from canbo.graph.reading.action_marks import Mark
from canbo.graph.reading.action_memory import Done, Memory
from canbo.graph.reading.model import Deed


def listed(text: str, start: int, mark: Mark, memory: Memory) -> list[Done]:
    """Return what is done with the first document of the sentence that begins at *start*.

    It is an item of a list that a colon opened, the ground of a decision (``Xét ...``), or named
    on: ``Đó là Chỉ thị 35, Kế hoạch 101``.
    """
    if memory.listed and is_item(text, start):
        deed, names = memory.listed
        return [Done(names, deed, mark, mark.start, mark.end, "listed")]
    if memory.decider and is_ground(text, start, mark.start):
        return [Done((memory.decider,), Deed.CITES, mark, mark.start, mark.end, "ground")]
    if memory.deed is None or not continues_list(text[start : mark.start]):
        return []
    names = memory.recall(None)
    return [Done(names, memory.deed, mark, mark.start, mark.end, "continued list")]
