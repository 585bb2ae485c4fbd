"""What a document is based on: the list of ``Căn cứ …`` it opens with, and whatever says the like.

Rule (Nghị định 30/2020/NĐ-CP, phụ lục I; 36-HD/VPTW): a decision names first the documents that it
rests on, each on a line of its own that begins with ``Căn cứ``. A text that reports of a document
says ``Quyết định số … căn cứ Luật …``.
"""

from collections.abc import Iterator

from canbo.graph.reading.model import Action, Deed, Reading

_HEADER = "header"
_CUE = "căn cứ"


def find_bases(reading: Reading) -> tuple[tuple[str, str], ...]:
    """Return pairs of keys of documents: the first is based on the second."""
    return tuple(dict.fromkeys(_find(reading)))


def _find(reading: Reading) -> Iterator[tuple[str, str]]:
    documents = {document.key for document in reading.documents}
    heads = [a for a in reading.actions if a.action is Deed.ISSUES and a.rule == _HEADER]
    own = heads[0] if len(heads) == 1 else None
    for action in reading.actions:
        if action.action is not Deed.CITES or _CUE not in action.rule.casefold():
            continue
        if action.actor in documents:
            based = action.actor
        elif own and _opens_a_line_of(own, action):
            based = own.document
        else:
            continue
        if based != action.document:
            yield based, action.document


def _opens_a_line_of(own: Action, action: Action) -> bool:
    """Return whether the document that the text is cites it, with a capital letter."""
    return action.actor == own.actor and _CUE.capitalize() in action.rule
