"""Small questions asked of a clause: its pronoun, the list it opens, the item it is."""

import re

from canbo.graph.reading.model import Span
from canbo.graph.reading.posts import post_heads

_FAR = 400  # characters; a subject and its verb are no further apart
_PRONOUN = re.compile(
    r"(?:^|(?<=[;:,–—-]\s)|(?<=\srồi\s)|(?<=\svà\s)|(?<=\scòn\s))"
    r"(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à)\s(?:(?:này|ấy|cũng|đã|còn)\s)?(?=[^\W\d_])"
)


def find_pronoun(text: str, start: int, end: int) -> int | None:
    """Return where the last pronoun that is a subject in ``[start, end)`` stands, None without one.

    ``đồng chí dành cả buổi ...`` has one; ``đồng chí Bí thư ...`` and a name have none.
    """
    start = max(start, end - _FAR)
    clause = text[start : end + 1]
    found = [
        match.start()
        for match in _PRONOUN.finditer(clause)
        if clause[match.end()].islower() and not post_heads().match(clause.lower(), match.end())
    ]
    return start + found[-1] if found else None


_AGENCY = re.compile(
    r"(?<![^\W_])(?P<word>[Cc]ơ quan|[Đđ]ơn vị|[Tt]ổ chức|[Bb]an|[Ss]ở|[Bb]ộ|[Ủủ]y ban) này\s"
    r"(?:(?:đã|cũng|còn|vừa|mới)\s)?"
)


def find_agency(text: str, start: int, end: int) -> tuple[int, str] | None:
    """Return place and word of ``cơ quan này``, where it is the subject right before *end*."""
    found = list(_AGENCY.finditer(text, max(start, end - _FAR), end))
    if not found or found[-1].end() != end:
        return None
    return found[-1].start(), found[-1]["word"].lower()


_CLASS = re.compile(
    r"\b(?:[Gg]iảng viên|[Bb]áo cáo viên|[Dd]iễn giả|[Ll]ớp (?:học|tập huấn|bồi dưỡng)"
    r"|(?:[Hh]ội nghị|[Bb]uổi|[Đđ]ợt|mở lớp)(?: trực tuyến)?"
    r" (?:nghiên cứu|học|quán triệt|phổ biến))\b"
)


def is_class(text: str, span: Span) -> bool:
    """Return whether a sentence speaks of a class on documents, or of those who teach it."""
    return bool(_CLASS.search(text, span.start, span.end))


_OPEN = re.compile(r"(?:\s[^;.:!?]{0,60})?:")
_ITEM = re.compile(r"(?:\d{1,2}[.)]|[-–+•*]|[a-zđ][.)])\s")


_TO_BE = re.compile(
    r"(?:Đó|Cụ thể|[Gg]ồm|Trong đó|văn bản|nội dung)[^.;]{0,40}?(?:là|gồm|có|:)\s$|Gồm\s$"
)
_SHORT = 60  # characters of what leads on to a further document


def continues_list(lead: str) -> bool:
    """Return whether *lead* goes on to name what was spoken of: ``Đó là Chỉ thị 35``."""
    return len(lead) < _SHORT and bool(_TO_BE.match(lead))


def opens_list(text: str, place: int, end: int) -> bool:
    """Return whether only a colon is left of the sentence behind a verb: ``Bộ căn cứ:``."""
    return bool(_OPEN.fullmatch(text, place, end))


def is_listing(text: str, verb: int, mark: int) -> bool:
    """Return whether documents are listed: ``Hai văn bản được phổ biến là ...``, ``... gồm:``.

    *verb* is where the verb ends, *mark* where the document behind it begins.
    """
    return bool(_LISTING.search(text, verb, mark))


_NAMELESS = re.compile(
    r"(?:nghị định|luật|thông tư|quyết định|nghị quyết|quy định|chỉ thị|văn bản)\s$", re.IGNORECASE
)


def is_nameless(text: str, verb: int) -> bool:
    """Return whether a document without a name is the subject: ``nghị định sửa đổi ...``."""
    return bool(_NAMELESS.search(text, max(0, verb - 14), verb))


_LISTING = re.compile(r"(?<!\w)(?:là|gồm)\s?:?\s")


def is_item(text: str, start: int) -> bool:
    """Return whether a line is an item of a list: ``1. Nghị quyết số ...;``."""
    return bool(_ITEM.match(text, start))


_GROUND = re.compile(
    r"(?:[-–+]\s?)?(?:Xét\s(?:nội dung\s)?|(?:Xét|Theo)\sđề nghị\s[^;]{0,120}\stại\s)"
)


def is_ground(text: str, start: int, place: int) -> bool:
    """Return whether a line of a decision, ``Xét ...``, gives a document at *place* as ground."""
    return bool(_GROUND.fullmatch(text, start, place))
