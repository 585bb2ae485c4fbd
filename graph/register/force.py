"""Which documents of the register were in force on a day, as far as the register knows."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from canbo.graph.register.documents import (
    AnyDocument,
    DocumentRelation,
    Law,
    Relation,
    Standing,
)
from canbo.graph.register.register import Register, replaces_from


class Force(StrEnum):
    """Where a document stood on a day, in the words that people read."""

    NOT_YET = "chưa có"
    IN_FORCE = "còn hiệu lực"
    DOUBTFUL = "chưa rõ"
    ENDED = "đã bị thay thế"


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a document stood on a day, and *why* where it is not simply in force."""

    force: Force
    why: str = ""

    def __str__(self) -> str:
        """Return it as one cell of a table."""
        return f"{self.force}: {self.why}" if self.why else self.force


def stand_on(document: AnyDocument, day: date, register: Register) -> Stand:
    """Return where *document* stood on *day*.

    Without a known replacement it was in force, unless its row says that it is not any more and
    nothing says since when. A conclusion without a source makes it doubtful, not ended.
    """
    since = replaces_from(document)
    if since and since.first > day:
        return Stand(Force.NOT_YET, f"từ {since.iso}")
    if ended := _find_end(document, day, register):
        return ended
    if isinstance(document, Law):
        return _stand_of_law(document, day, register)
    if since is None:
        return Stand(Force.DOUBTFUL, "chưa biết ngày ban hành")
    is_over = document.standing in {Standing.SUPERSEDED, Standing.HISTORICAL}
    if is_over and not _replacements(document, register):
        return Stand(Force.DOUBTFUL, "nay không còn, chưa biết từ ngày nào")
    return Stand(Force.IN_FORCE)


def _replacements(document: AnyDocument, register: Register) -> list[DocumentRelation]:
    """Return what supersedes the document, what a source states before what is concluded."""
    links = register.relations_to(document.key)
    found = [link for link in links if link.relation is Relation.SUPERSEDES]
    return sorted(found, key=lambda link: not link.basis.is_fact)


def _find_end(document: AnyDocument, day: date, register: Register) -> Stand | None:
    for link in _replacements(document, register):
        new = replaces_from(register.document_of(link.document))
        if new and new.first > day:
            continue
        if link.basis.is_fact and new and new.last <= day:
            return Stand(Force.ENDED, f"{link.document}, {new.iso}")
        return Stand(Force.DOUBTFUL, f"có lẽ bị thay thế bởi {link.document}")
    return None


def _stand_of_law(law: Law, day: date, register: Register) -> Stand:
    later = register.law_replacing(law)
    since = replaces_from(later) if later else None
    if later and since and since.last <= day:
        return Stand(Force.ENDED, f"{later.label}, {since.iso}")
    return Stand(Force.IN_FORCE)
