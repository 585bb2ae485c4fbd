"""Chairs of boards: one who chairs the board of a company is called its ``Chủ tịch`` for short."""

from collections.abc import Sequence

from canbo.graph.reading.bodies import Body
from canbo.graph.reading.changing import replace
from canbo.graph.reading.holdings import Link
from canbo.graph.reading.post_takers import Post

_BOARD = "Chủ tịch Hội đồng"


def name_boards(links: Sequence[Link]) -> list[Link]:
    """Return *links* with the bare ``Chủ tịch`` of those who chair a board as that post.

    Only where nothing behind the title says what else is chaired.
    """
    boards = {
        link.person: link.post
        for link in links
        if link.post.title.startswith(_BOARD) and link.post.body is not None
    }
    return [
        replace(link, post=_as_board(link, boards[link.person]))
        if link.person in boards and _is_bare(link)
        else link
        for link in links
    ]


def board_of(low: str) -> str:
    """Return the board that a text in lower case speaks of, if it is of one kind only.

    >>> board_of("chủ tịch hội đồng thành viên evn"), board_of("chủ tịch evn")
    ('Hội đồng thành viên', '')
    """
    found = [shown for shown, words in _BOARDS.items() if any(word in low for word in words)]
    return found[0] if len(found) == 1 else ""


_BOARDS = {
    "Hội đồng thành viên": ("hội đồng thành viên", "hđtv"),
    "Hội đồng quản trị": ("hội đồng quản trị", "hđqt"),
}
_COMPANIES = ("Tập đoàn", "Tổng Công ty", "Tổng công ty", "Công ty", "Ngân hàng")


def title_of_chair(title: str, body: Body, board: str) -> str:
    """Return the title of who chairs *body*: a company is chaired through its *board*."""
    is_company = title == "Chủ tịch" and body.head.startswith(_COMPANIES)
    return f"{title} {board}" if is_company and board else title


def _is_bare(link: Link) -> bool:
    return link.post.title == "Chủ tịch" and link.post.body is None


def _as_board(link: Link, board: Post) -> Post:
    return replace(link.post, title=board.title, takes=board.takes, body=board.body)
