"""What stands behind a title: the rank, and the body that the title takes by its kind."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from canbo.graph.reading.ad_hoc import is_ad_hoc, is_of_clergy
from canbo.graph.reading.bodies import Body, close_body, read_body
from canbo.graph.reading.bodynames import read_field
from canbo.graph.reading.canonical import committee_of
from canbo.graph.reading.changing import replace
from canbo.graph.reading.lexicon import index, matcher
from canbo.graph.reading.page import Page
from canbo.graph.reading.places import CITY, DISTRICT, PROVINCE, Place, read_bare_place, read_place


@dataclass(frozen=True, slots=True)
class Post:
    """One mention of a post.

    *takes* is the kind of body the title goes with (of the table ``posts``), *body* the printed one
    or None; *mark* is ``former``, ``acting``, ``new`` or empty; *is_foreign* a post of another
    State, or of a church. *since* and *until* are the years of ``giai đoạn``.
    """

    start: int
    end: int
    title: str
    takes: str
    body: Body | None = None
    mark: str = ""
    is_foreign: bool = False
    term: str | None = None
    since: str | None = None
    until: str | None = None


_PARTY_BODIES = frozenset(("committee", "cell", "wing", "fixed"))
_PARTY_HEADS = ("Đảng ủy", "Đảng bộ")


@cache
def _ranks() -> re.Pattern[str]:
    return re.compile(r" (thường trực|chuyên trách|không chuyên trách|danh dự)(?!\w)")


# ``TT`` before a committee or a mark; before a name it is ``thị trấn``.
_SHORT_RANK = re.compile(r" TT(?=[,;.]| (?:Tỉnh|Thành|Thị|Quận|Huyện|Đảng|UBND|HĐND))")


def read_rank(page: Page, post: Post) -> Post:
    """Take in the rank that may follow the title."""
    match = _ranks().match(page.low, post.end)
    if _SHORT_RANK.match(page.text, post.end):
        return replace(post, title=f"{post.title} Thường trực", end=post.end + len(" TT"))
    if not match:
        return post
    rank = match[1].title() if match[1] == "thường trực" else match[1]
    rank = "Thường trực" if match[1] == "thường trực" else rank
    return replace(post, title=f"{post.title} {rank}", end=match.end())


def _with_body(post: Post, body: Body | None) -> Post:
    return replace(post, body=body, end=max(post.end, body.end)) if body else post


# ``Phó Hiệu trưởng phụ trách đào tạo Đại học X``: the area stands before the body.
_LINK = re.compile(
    r"(?: mới| đương nhiệm| phụ trách(?= đoàn)"
    r"| phụ trách (?!(?:sở|trường|phòng|ban|cục|trung tâm|bệnh viện|ủy ban|công an)\b)"
    r"(?:[^\W\d_]+,? ){1,4}?(?=(?:sở|đại học|trường|học viện|bệnh viện|ubnd|viện|trung tâm) ))?"
    r"(?: của)? *"
)


def _read_next(page: Page, end: int) -> Body | None:
    """Return the body behind a title, where one begins there (``của`` may stand between)."""
    link = _LINK.match(page.low, end)
    return read_body(page, link.end() if link else end)


def _read_unit(page: Page, end: int) -> tuple[Place, int] | None:
    start = page.skip_blanks(end)
    return read_place(page, start) or read_bare_place(page, start, (PROVINCE, CITY))


def _take_fixed(_: Page, post: Post, __: int, org: str) -> Post:
    return replace(post, body=Body(post.end, post.end, org, "fixed"))


def _take_party(page: Page, post: Post, start: int, org: str) -> Post | None:
    del start, org
    body = _read_next(page, post.end)
    if body and body.head == "Đoàn" and not body.field:
        body = replace(body, head="Đoàn TNCS Hồ Chí Minh", takes="place")
    is_party = body and (body.takes in _PARTY_BODIES or body.head.startswith(_PARTY_HEADS))
    if body and (is_party or "Đoàn" in body.head or post.title.startswith("Ủy viên")):
        return _with_body(post, body)
    if page.low[post.start : post.end] == "thường vụ":
        return None
    found = _read_unit(page, post.end)
    if found and found[0].name:
        head = committee_of(found[0])
        takes = "committee" if head != "Đảng ủy" else "cell"
        return _with_body(post, Body(post.end, found[1], head, takes, place=found[0]))
    return post


def _take_chair(page: Page, post: Post, start: int, org: str) -> Post:
    del start, org
    body = _read_next(page, post.end)
    if body and body.head == "Hội đồng" and body.takes == "name" and not body.is_whole:
        title = f"{post.title} Hội đồng"  # of the body whose other post is named with it
        return replace(post, title=title, takes="company", end=body.end)
    if body and (body.takes != "cell" or body.head == "Công đoàn"):
        return _with_body(post, body)
    found = _read_unit(page, post.end)
    if found:
        return _with_body(post, Body(post.end, found[1], "UBND", "place", place=found[0]))
    return post


def _take_body(page: Page, post: Post, start: int, org: str) -> Post:
    del start, org
    charge = _IN_CHARGE.match(page.low, post.end)
    if charge and (body := read_body(page, charge.end())):
        return replace(post, body=body)  # what he acts in stays in the sentence
    return _with_body(post, _read_next(page, post.end) or _read_unknown(page, post.end))


_IN_CHARGE = re.compile(r" (?:phụ trách|điều hành|phụ trách,? điều hành) ")


def _read_unknown(page: Page, end: int) -> Body | None:
    """Return a capitalised name behind a title that is neither a known body nor a person."""
    start = page.skip_blanks(end)
    run = page.run_at(start)
    if not run or run[0] in index("surnames", "surname") or run[0].lower() in _PEOPLE:
        return None
    return Body(start, start + len(run[0]), run[0], "unknown")


_PEOPLE = frozenset(("ông", "bà", "đồng", "anh", "chị", "đại", "thượng", "trung", "thiếu", "tiến"))


_SCHOOL = " nhà trường"


def _take_named(page: Page, post: Post, start: int, org: str) -> Post | None:
    """Read a title of many, which states something only with its body."""
    if page.low.startswith(_SCHOOL, post.end):
        return _with_body(post, Body(post.end, post.end + len(_SCHOOL), "Trường", "name"))
    read = _take_body(page, post, start, org)
    return read if read.body else None


def _take_ministry(page: Page, post: Post, start: int, org: str) -> Post:
    del start, org
    body = _read_next(page, post.end)
    if body and body.takes in ("ministry", "fixed", "wing"):
        return _with_body(post, body)
    place = page.skip_blanks(post.end)
    match = matcher("fields", "surface").match(page.low, place)
    if not match or not page.text[place].isupper():
        return post
    field = index("fields", "surface")[match[0]]["name"]
    full = index("ministries", "surface").get(match[0], {}).get("name", field)
    return _with_body(post, Body(place, match.end(), "Bộ", "ministry", field=full))


# ``Chánh Thanh tra Thanh tra tỉnh``: the body is named once more.
_AGAIN = re.compile(r"(?:\S+ ){1,2}(thanh tra|văn phòng|phòng|ban|khoa)(?= \1 )")


def _body_inside(page: Page, post: Post, start: int) -> Body | None:
    """Return the body that begins inside a title, or behind it where it is named once more."""
    if (again := _AGAIN.match(page.low, start)) and (body := read_body(page, again.end() + 1)):
        return body
    for blank in re.finditer(" ", page.low[start : post.end]):
        body = read_body(page, start + blank.end())
        if body and body.end >= post.end:
            return body
    return None


def _take_inside(page: Page, post: Post, start: int, org: str) -> Post | None:
    """Read the body that begins inside the title (``Trưởng Ban Tổ chức Tỉnh ủy``)."""
    del org
    body = _body_inside(page, post, start)
    if body is None:
        return None
    if is_ad_hoc(page, start, post.end, is_bare=body.end == post.end):
        return None
    if is_of_clergy(page, post.end):
        return replace(_with_body(post, body), is_foreign=True)
    if body.head == "Đoàn" and not body.field.startswith(("Kinh tế", "Đặc công")):
        return None
    if body.end == post.end:
        return _with_body(read_rank(page, post), body)
    return _with_body(post, body)


def _take_heading(page: Page, post: Post, start: int, noun: str) -> Post:
    """Read the body of a title that names its kind (``Cục trưởng``): printed, or by its field."""
    del start
    body = _read_next(page, post.end)
    if body and (body.takes != "organ" or page.low.startswith("ban ", body.start)):
        return _with_body(post, body)
    row = index("bodies", "surface")[noun]
    place = page.skip_blanks(post.end)
    bare = Body(post.end, post.end, row["name"], row["takes"])
    if noun not in _SMALL_NOUNS and not page.text[place : place + 1].isupper():
        return _with_body(post, bare)
    field, end = read_field(page, place)
    if not field or field.lower().startswith(("nhà trường", "cũ", "mới")):
        return _with_body(post, bare)
    return _with_body(post, close_body(page, replace(bare, start=place, end=end, field=field)))


_SMALL_NOUNS = ("đội", "hạt", "trạm", "chi cục", "cục", "vụ", "đồn")


def _take_of(page: Page, post: Post, start: int, head: str) -> Post:
    """Read a title that names its committee in itself (``Tỉnh ủy viên``)."""
    del start
    row = index("bodies", "surface")[head]
    level = row["level"]
    body = Body(
        post.end, post.end, row["name"], row["takes"], place=Place(level) if level else None
    )
    found = _read_unit(page, post.end)
    is_named = found is not None and bool(found[0].name) and level in ("", found[0].level)
    if found and (is_named or not level):
        body = replace(body, end=found[1], place=found[0])
    return _with_body(post, body)


def _take_cell(page: Page, post: Post, start: int, org: str) -> Post:
    del start, org
    body = _read_next(page, post.end)
    if body and body.takes == "cell":
        return _with_body(post, body)
    return _with_body(post, Body(post.end, post.end, "Chi bộ", "cell"))


def _take_member(page: Page, post: Post, start: int, org: str) -> Post | None:
    del start, org
    body = _read_next(page, post.end)
    if not body or body.takes in ("cell", "committee"):
        return None
    return _with_body(post, body)


def _take_staff(page: Page, post: Post, start: int, org: str) -> Post | None:
    del org
    start = page.skip_blanks(post.end)
    known = matcher("fields", "surface").match(page.low, start)
    is_body = read_body(page, start) is not None and known is None
    field, end = ("", start) if is_body else read_field(page, start)
    if field:
        printed = page.text[post.end : end].replace("–", "-")
        post = replace(post, title=post.title + printed.rstrip(), end=end)
    found = read_place(page, page.skip_blanks(post.end))
    if found and found[0].level not in (PROVINCE, *DISTRICT):
        return _with_body(post, Body(post.end, found[1], "UBND", "place", place=found[0]))
    body = _read_next(page, post.end)
    return _with_body(post, body) if body else None


_MILITARY = re.compile(r" quân sự(?= )")


def _take_military(page: Page, post: Post, start: int, org: str) -> Post:
    del start, org
    link = _MILITARY.match(page.low, post.end)
    found = read_place(page, page.skip_blanks(link.end())) if link else None
    if found:
        head = "Bộ Chỉ huy quân sự" if found[0].is_upper else "Ban Chỉ huy quân sự"
        return _with_body(post, Body(post.end, found[1], head, "place", place=found[0]))
    return _with_body(post, _read_next(page, post.end))


TAKERS: dict[str, Callable[[Page, Post, int, str], Post | None]] = {
    "fixed": _take_fixed,
    "party": _take_party,
    "chair": _take_chair,
    "company": _take_body,
    "head": _take_body,
    "after": _take_body,
    "named": _take_named,
    "ministry": _take_ministry,
    "at": _take_inside,
    "heads": _take_heading,
    "of": _take_of,
    "cellmember": _take_cell,
    "member": _take_member,
    "staff": _take_staff,
    "military": _take_military,
}
