"""Posts: a title with its modifiers, the body it is in, and what follows it (term, ``cũ``).

``nguyên Phó Chủ tịch Thường trực UBND tỉnh Quảng Trị nhiệm kỳ 2016-2021``. The table ``posts`` says
for each title what it takes: the body may begin inside the title (``Trưởng Ban Tổ chức``).
"""

import re
from functools import cache

from canbo.graph.reading.changing import replace
from canbo.graph.reading.lexicon import index, load, one_of
from canbo.graph.reading.page import Page
from canbo.graph.reading.post_takers import TAKERS, Post, read_rank

_MARKS = {
    "nguyên": "former",
    "cựu": "former",
    "quyền": "acting",
    "q.": "acting",
    "tân": "new",
    "cố": "former",
}
_FEW = 3


@cache
def post_heads() -> re.Pattern[str]:
    """Return the expression that finds titles, with the modifiers before them."""
    marks = r"(?:(?P<mark>nguyên|cựu|quyền|q\.|tân|cố)(?: các)?(?: |(?<=\.)))*"
    return re.compile(
        rf"(?<!\w){marks}(?P<title>{one_of(r['surface'] for r in load('posts'))})(?!\w)"
    )


def read_post(page: Page, match: re.Match[str]) -> Post | None:
    """Return the post that *match* of ``post_heads`` begins, or None where it states none."""
    row = index("posts", "surface")[match["title"]]
    mark = _MARKS.get(match["mark"] or "", "")
    post = Post(match.start(), match.end(), row["post"], row["takes"], mark=mark)
    kind, _, detail = row["takes"].partition(":")
    post = read_rank(page, post) if kind not in ("at", "fixed", "member") else post
    start = match.start("title")
    if _is_no_post(page, match):
        return None
    if kind in _POINTING and (that := _THAT_ONE.match(page.low, post.end)):
        return replace(post, takes=kind, end=that.end())
    read = TAKERS[kind](page, replace(post, takes=kind), start, detail or row["org"])
    if read is None:
        return None
    if _is_of_another_state(page, read):
        return replace(read, is_foreign=True)
    return _read_tail(page, read)


def _is_of_another_state(page: Page, post: Post) -> bool:
    is_bare = post.body is None and post.takes not in ("fixed", "of")
    if (is_bare or post.takes == "fixed") and _is_abroad(page, post.end):
        return True
    if post.body is None:
        return False
    # ``Tỉnh ủy Vân Nam`` is abroad as it stands; other bodies by the country behind them.
    return any(_is_abroad(page, at) for at in (post.body.start - 1, post.body.end) if at >= 0)


# ``Giám đốc cơ quan này``: the body is the one spoken of.
_POINTING = ("head", "chair", "heads", "company")
_THAT_ONE = re.compile(
    r" (?:của )?(?:cơ quan|đơn vị|tổ chức|sở|trường|bệnh viện|đại học|học viện|viện|trung tâm|cục"
    r"|ngân hàng|tập đoàn|tổng công ty|công ty|ban|ủy ban|hội) (?:này|đó|ấy|trên|nói trên)(?!\w)"
)


def _is_no_post(page: Page, match: re.Match[str]) -> bool:
    """Whether the words only look like a post: a committee's name, the figure Hồ Chí Minh."""
    if match["title"] == "thường vụ":
        return page.low.endswith("ban ", 0, match.start("title"))
    if match["title"] == "đội trưởng":  # of pupils
        return page.low.endswith(("chi ", "liên ", "phân "), 0, match.start("title"))
    return match["title"] == "chủ tịch" and page.low.startswith(" hồ chí minh", match.end())


@cache
def countries() -> re.Pattern[str]:
    """Return the expression for countries and bodies abroad, for lower-case text."""
    words = (row["word"] for row in load("foreign") if row["kind"].startswith("country"))
    return re.compile(rf"(?<!\w){one_of(words)}(?!\w)")


@cache
def _abroad() -> re.Pattern[str]:
    words = (row["word"] for row in load("foreign") if row["kind"].startswith("country"))
    return re.compile(
        rf" (?:của |nước )?(?:(?:(?:ngoại giao|quốc phòng|tài chính) )?{one_of(words)}(?!\w)"
        r"|đảng (?:cộng sản|nhân dân|lao động|dân chủ|cộng hòa)(?! việt nam)\b)"
    )


def _is_abroad(page: Page, end: int) -> bool:
    match = _abroad().match(page.low, end)
    return match is not None


@cache
def _tails() -> re.Pattern[str]:
    years = r"(?P<a>(?:19|20)\d\d)\s?[-–—]\s?(?P<b>(?:19|20)\d\d)"
    number = r"(?:[ivx]+|\d+)\b"
    return re.compile(
        rf"[\s,]{{0,2}}(?P<open>\()?(?:(?P<kind>nhiệm kỳ|giai đoạn|nk)\s+{years}"
        rf"|(?:các )?khóa {number}(?:(?:, | và |,){number})*"
        r"|(?P<old>cũ\b|(?:thời kỳ|thời điểm|lúc|khi|thời) (?:đó|ấy|này)\b|lúc bấy giờ\b)"
        rf"|(?P<new>mới)(?=:| là\b))(?(open)\)|)"
    )


def _read_tail(page: Page, post: Post) -> Post:
    """Take in the term, the stretch of years and the ``cũ`` that follow a post."""
    for _ in range(_FEW):
        match = _tails().match(page.low, post.end)
        if not match:
            break
        post = replace(post, end=match.end())
        if match["old"]:
            post = replace(post, mark="former")
        elif match["new"]:
            post = replace(post, mark="new")
        elif match["kind"] == "giai đoạn":
            post = replace(post, since=match["a"], until=match["b"])
        elif match["a"]:
            post = replace(post, term=f"{match['a']}-{match['b']}")
    return post


_LONGEST_TITLE = 30  # characters looked back over for a title that ends at a place


def title_before(text: str, place: int) -> str:
    """Return the title that ends right before *place* of a text, in lower case; empty if none does.

    >>> title_before("ông An, Phó Chủ tịch HĐND tỉnh", 21)
    'phó chủ tịch'
    """
    low = text[max(0, place - _LONGEST_TITLE) : place].lower()
    heads = [head for head in post_heads().finditer(low) if head["title"]]
    return "" if not heads or low[heads[-1].end() :].strip() else heads[-1]["title"]
