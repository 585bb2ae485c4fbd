"""The posts that say where another is: those of its run, of its sentence, of its person."""

from collections.abc import Sequence
from dataclasses import dataclass

from canbo.graph.reading.bodies import Body
from canbo.graph.reading.canonical import show_body
from canbo.graph.reading.holdings import Link, side_of
from canbo.graph.reading.model import Status

_HOUSES = ("UBND", "Sở", "Công an", "Cục", "Bệnh viện", "Trường", "Trung tâm")


@dataclass(frozen=True, slots=True)
class Kinships:
    """The links by the run of posts they stand in, and by their person and sentence."""

    chains: dict[tuple[int, str], list[Link]]
    lines: dict[tuple[int, str, str], list[Link]]
    titles: dict[tuple[str, str], list[Link]]
    next_given: dict[tuple[int, str], list[Link]]

    @classmethod
    def of(cls, links: Sequence[Link]) -> "Kinships":
        """Return the kinships of *links*."""
        kinships = cls({}, {}, {}, {})
        for link in links:
            kinships.chains.setdefault((link.chain, link.person), []).append(link)
            key = (link.line, link.person, side_of(link.status))
            kinships.lines.setdefault(key, []).append(link)
            if side_of(link.status) == "given":
                kinships.next_given.setdefault((link.line, link.post.takes), []).append(link)
            if link.post.body and link.post.body.is_whole:
                kinships.titles.setdefault((link.person, link.post.title), []).append(link)
        return kinships

    def chain(self, link: Link) -> list[Link]:
        """Return the links of the run of posts that *link* stands in."""
        return self.chains[link.chain, link.person]

    def _other_side(self, link: Link, body: Body) -> list[Link]:
        """Return what the sentence gives a person or takes that may say where a bare *body* is.

        A division is one of the unit somebody is moved to; a school is the one just taken over.
        """
        sides = [s for s in ("held", "given", "taken") if s != side_of(link.status)]
        others = [k for s in sides for k in self.lines.get((link.line, link.person, s), [])]
        heads = _HOUSES if body.head == "Phòng" else (body.head,)
        return [k for k in others if k.post.body and k.post.body.head in heads]

    def said_behind(self, link: Link) -> Link | None:
        """Return the post of the next clause where both are in its body (``A làm Bí thư, B ...``).

        The next clause gives somebody else a post of the same kind, and names the body for both.
        """
        if link.post.body or side_of(link.status) != "given" or link.post.takes == "entry":
            return None
        behind = self.next_given.get((link.line, link.post.takes), [])
        later = next((k for k in behind if k.post.start > link.post.end), None)
        is_pair = (
            later is not None
            and later.post.body is not None
            and later.person != link.person
            and later.status is link.status
            and later.post.title.removeprefix("Phó ").startswith(link.post.title)
        )
        return later if is_pair else None

    def held_already(self, link: Link) -> Body | None:
        """Return the central body in which the sentence has this person (``kiêm chức P``)."""
        mine = self.lines.get((link.line, link.person, "held"), [])
        before = [k.post.body for k in mine if k.post.start < link.post.start and k.post.body]
        return before[-1] if before and before[-1].is_whole else None

    def elsewhere(self, link: Link) -> Body | None:
        """Return the body in which the text has this person in this very post, if it is one."""
        of_title = self.titles.get((link.person, link.post.title), [])
        is_past = link.status is Status.FORMER
        named = [k for k in of_title[:_FEW] if (k.status is Status.FORMER) == is_past]
        bodies = [
            k.post.body for k in named if k.post.body and _may_be(link.post.body, k.post.body)
        ]
        shown = {show_body(body) for body in bodies}
        return bodies[0] if len(shown) == 1 else None

    def bodies(self, link: Link) -> list[Body]:
        """Return the bodies that say where a post is: those of its run, else of its sentence."""
        line = self.lines.get((link.line, link.person, side_of(link.status)), [])
        near = _kin(link, self.chain(link))
        if not near and not _kin(link, line) and link.post.body is not None:
            line = self._other_side(link, link.post.body)
        is_open = all(body.takes == "wing" and body.parent is None for body in near)
        return [*near, *_kin(link, line)] if is_open else near


_FEW = 20


def _may_be(printed: Body | None, whole: Body) -> bool:
    """Whether what is printed of a body can be short for *whole*."""
    if printed is None:
        return True
    if printed.head != whole.head or (printed.field and printed.field != whole.field):
        return False
    level = printed.root.place.level if printed.root.place else ""
    return not level or (whole.root.place is not None and whole.root.place.level == level)


def _kin(link: Link, chain: Sequence[Link]) -> list[Body]:
    """Return the bodies of the other posts of the list, those behind first."""
    behind = [k.post.body for k in chain if k.post.start > link.post.start]
    before = [k.post.body for k in reversed(chain) if k.post.start < link.post.start]
    return [body for body in (*behind, *before) if body and body.takes not in ("fixed", "centre")]
