"""The words of a body's own name behind its head: ``Sở`` + ``Giáo dục và Đào tạo``."""

import re
from functools import cache

from canbo.graph.reading.lexicon import UPPER, index, matcher, one_of
from canbo.graph.reading.page import Page
from canbo.graph.reading.places import COMMUNE, PROVINCE, read_bare_place, read_place

_NAMED_AFTER = frozenset(
    "chuyên thcs thpt th mn trường học non đẳng cấp thông sở khu đường quỹ viện trấn".split()
)
_PERSON_LENGTHS = range(2, 5)
_PAIR = 2
_LONGEST = 160
_LOOSE = 7
_REST = re.compile(r" (?:(tại)|thuộc|trực thuộc|của|-|–)? ?")
_ABBREVIATION = 3
_LOOSE_HEADS = (
    "Hội",
    "Hiệp hội",
    "Liên hiệp",
    "Trung tâm",
    "Viện",
    "Ban Quản lý",
    "Quỹ",
    "Hội đồng",
    "Công ty",
    "Nhà xuất bản",
)


@cache
def _link() -> re.Pattern[str]:
    return re.compile(r" (?:và |- |– |& |về )?(?:các )?|-|–")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"[{UPPER}][\w'’&./]*\w|[{UPPER}]|\d{{1,3}}(?![\w/]|[.,]\d)|\(\d\)")


@cache
def _parents() -> re.Pattern[str]:
    """Return the expression for heads that end a name because the body above begins there."""
    stops = ("committee", "place", "fixed", "cell", "wing", "ministry", "centre", "organ")
    heads = [s for s, row in index("bodies", "surface").items() if row["takes"] in stops]
    heads = [head for head in heads if head not in ("văn phòng", "vp", "thường trực", "tư")]
    heads += [
        "trường",
        "học viện",
        "tập đoàn",
        "tổng công ty",
        "công ty",
        "sở",
        "cục",
        "tổng cục",
        "bệnh viện",
        "quân khu",
        "quân đoàn",
        "quân chủng",
        "binh chủng",
        "sư đoàn",
    ]
    return re.compile(rf"(?<!\w){one_of(heads)}(?!\w)")


def read_field(page: Page, start: int) -> tuple[str, int]:
    """Return the field at *start* in its canonical form and its end; empty where there is none."""
    return _read_words(page, start, may_be_place=False, may_be_loose=True)


def read_name(page: Page, start: int, head: str = "") -> tuple[str, int]:
    """Return the proper name at *start* and its end; empty where there is none."""
    is_loose = head in _LOOSE_HEADS
    return _read_words(page, start, may_be_place=True, may_be_loose=is_loose, last=head.lower())


def _read_loose(page: Page, start: int) -> tuple[str, int] | None:
    """Return a name that goes on in small letters (``Khảo thí và quản lý chất lượng``).

    It ends at a mark, a capital, a unit, a body above, or a word that begins a clause.
    """
    match = _loose_words().match(page.text, start)
    if not match or _heads_place(page, start) or _NO_NAME.match(page.low, start):
        return None
    if _begins_post(page, start):
        return None
    end = match.end()
    for word in re.finditer(r"(?<= )\w", match[0]):
        place = start + word.start()
        is_next_post = match.string.startswith(", ", place - 2) and _begins_post(page, place)
        if is_next_post or _ends_loose(page, place):
            end = place - 1
            break
    name = page.text[start:end].removesuffix(" và").rstrip(" ,")
    return (name, start + len(name)) if " " in name else None


# Words of two syllables whose second is a word of its own (``tài nguyên``, ``môi trường``).
_COMPOUND = re.compile(
    r"(?:(?:(?<=tài )|(?<=nguồn )|(?<=cao ))nguyên|(?:(?<=môi )|(?<=thị )|(?<=công ))trường"
    r"|(?<=nông )thôn|(?<=cơ )sở)(?!\w)"
)


def _ends_loose(page: Page, place: int) -> bool:
    if _COMPOUND.match(page.low, place):
        return False
    return _heads_place(page, place) or bool(matcher("clause_words", "word").match(page.low, place))


# What says when, or points back, is no name (``Chủ tịch Hội nhiệm kỳ 2022-2027``).
_NO_NAME = re.compile(
    r"(?:nhiệm kỳ|khóa|giai đoạn|này|đó|trên|nói trên|mới|cũ|đã|đang|sẽ|vừa|cũng|được|bị"
    r"|năm|tháng|ngày)(?!\w)"
)


@cache
def _loose_words() -> re.Pattern[str]:
    """Return the expression for words in small letters behind a first one of any kind."""
    lower = rf"[^\W\d_{UPPER}][^\W\d_]*"
    first = rf"(?:các |những )?(?:nhà )?[{UPPER}]?[^\W\d_{UPPER}]+"
    return re.compile(rf"{first}(?:,? {lower}){{1,7}}")


def _heads_place(page: Page, place: int) -> bool:
    return bool(read_place(page, place) or _parents().match(page.low, place))


def read_rest(page: Page, end: int) -> tuple[int, str]:
    """Return where the complement of a name begins behind *end*, and the word that leads to it."""
    match = _REST.match(page.low, end)
    if not match:
        return end, ""
    if match[0].strip() in ("-", "–"):
        return end + 1, ""
    return match.end(), match[1] or ""


def _read_words(
    page: Page, start: int, *, may_be_place: bool, may_be_loose: bool, last: str = ""
) -> tuple[str, int]:
    pieces: list[str] = []
    place, end, link = start, start, ""
    while place - start < _LONGEST:
        step = _read_step(page, place, last, is_inside=bool(pieces), may_be_place=may_be_place)
        is_open = may_be_loose and (not pieces or page.text[place : place + 1].isupper())
        if is_open and (step is None or " " not in step[0]):
            step = _read_loose(page, place) or step
        if not step:
            break
        last, end = step
        pieces += (link, last)
        if may_be_loose and page.text[place : place + 1].islower():
            more = _read_more(page, end)
            pieces.append(page.text[end:more])
            end = more
        found = _link().match(page.low, end)
        if not found:
            break
        link, place = found[0].replace("–", "-"), found.end()
    return "".join(pieces), end


_LAST_WORD = re.compile(rf" [^\W\d_{UPPER}]+(?=[.,;)]|$)")


def _read_more(page: Page, end: int) -> int:
    """Return where the small letters end that go on behind a phrase in small letters."""
    if (word := _LAST_WORD.match(page.text, end)) and not _ends_loose(page, end + 1):
        return word.end()
    more = _read_loose(page, end + 1) if page.text.startswith(" ", end) else None
    is_name = more is not None and page.text[end + 1].islower()
    if more is None or not is_name or matcher("clause_words", "word").match(page.low, end + 1):
        return end
    is_cut = len(more[0].split()) > _LOOSE and page.text.startswith(" ", more[1])
    return _read_more(page, more[1]) if is_cut else more[1]


def _read_step(
    page: Page, place: int, last: str, *, is_inside: bool, may_be_place: bool
) -> tuple[str, int] | None:
    """Return the next known phrase or capitalised word of a name, or None where the name ends."""
    field = matcher("fields", "surface").match(page.low, place)
    is_field = field and (is_inside or page.text[place].isupper() or len(field[0]) > _ABBREVIATION)
    if (is_inside or may_be_place) and field and _is_verb(page, field):
        return None
    if field and is_field and not _starts_parent(page, place, field.end(), is_inside=is_inside):
        return _show_field(page, field), field.end()
    if namesake := _read_namesake(page, place, last):
        return namesake
    word = _word().match(page.text, place)
    if word and is_inside and _COUNT.match(page.low, place):
        return None
    if not word or _ends_name(page, place, is_inside=is_inside, may_be_place=may_be_place):
        return None
    return word[0], word.end()


# A number that counts what follows is no part of a name (``Giám đốc Sở Y tế 4 năm``).
_COUNT = re.compile(
    r"\d{1,3} (?:năm|tháng|ngày|tuần|đồng chí|người|ông|phó|nhiệm kỳ|khóa|lần)(?!\w)"
)


def _is_verb(page: Page, field: re.Match[str]) -> bool:
    """Whether it is what the body does: ``Chi bộ Trường A | tổ chức đại hội``."""
    verb = matcher("clause_words", "word").match(page.low, field.start())
    return page.text[field.start()].islower() and verb is not None and verb.end() >= field.end()


def _show_field(page: Page, field: re.Match[str]) -> str:
    """Return the canonical name of a field; in the printed case where only that differs."""
    name = index("fields", "surface")[field[0]]["name"]
    printed = page.text[field.start() : field.end()]
    return printed if name == field[0] else name


def _starts_parent(page: Page, place: int, end: int, *, is_inside: bool) -> bool:
    parent = _parents().match(page.low, place) if is_inside else None
    return parent is not None and parent.end() >= end and page.text[place].isupper()


def _ends_name(page: Page, place: int, *, is_inside: bool, may_be_place: bool) -> bool:
    if (unit := read_place(page, place)) and (is_inside or unit[0].level not in COMMUNE):
        return True
    if is_inside and (_parents().match(page.low, place) or page.text.startswith("TƯ", place)):
        return True
    if is_inside and _begins_post(page, place):
        return True
    if not may_be_place and read_bare_place(page, place, (PROVINCE, "thành phố")):
        return True
    return _is_person(page, place)


def _read_namesake(page: Page, place: int, last: str) -> tuple[str, int] | None:
    """Return the person that a school or a street is named after (``THCS Trần Văn Ơn``)."""
    run = page.run_at(place)
    if run and run[-1].isupper():
        run = run[:-1]
    surnames = index("surnames", "surname")
    words = last.lower().split()
    if not words or words[-1] not in _NAMED_AFTER or not run or run[0] not in surnames:
        return None
    ends = [
        k for k in range(2, len(run)) if surnames.get(run[k], {}).get("sureness", "rare") != "rare"
    ]
    name = " ".join(run[: ends[0] if len(run) > max(_PERSON_LENGTHS) and ends else 4])
    return name, place + len(name)


def _begins_post(page: Page, place: int) -> bool:
    """Whether another title goes on (``Học viện X và | Phó Chủ nhiệm``)."""
    title = matcher("posts", "surface").match(page.low, place)
    takes = index("posts", "surface")[title[0]]["takes"] if title else "named"
    return takes not in ("named", "staff")


# What is named after where it lies: two words behind it are no person (``Khu kinh tế mở Chu Lai``).
_AREA = re.compile(
    r"(?:khu kinh tế|khu công nghiệp|khu đô thị|khu du lịch|vườn quốc gia|thủy điện|cảng hàng không"
    r"|sân bay|cửa khẩu|khu bảo tồn thiên nhiên|cảng|hồ)(?: mở| mới| quốc tế| cửa khẩu)? $"
)
_ONE_BEFORE = re.compile(rf"(?:^|[^\w {UPPER}]|(?<![{UPPER}])\b[^\W{UPPER}]\S*) [{UPPER}]\w+ $")


def _is_person(page: Page, place: int) -> bool:
    """Whether a person's name begins here.

    Two words behind a single capital word are not parted from it (``Cảng cá Hải | Ninh Đông``).
    """
    run = page.run_at(place)
    if len(run) == _PAIR and _AREA.search(page.low[max(0, place - 32) : place]):
        return False
    if len(run) == _PAIR and _ONE_BEFORE.search(page.text[max(0, place - 24) : place]):
        return False
    if run[:3] == ("Hồ", "Chí", "Minh"):
        return False
    unit = read_bare_place(page, place, (PROVINCE, "thành phố"))
    if unit and unit[1] == place + len(" ".join(run)):
        return False
    surname = index("surnames", "surname").get(run[0] if run else "")
    return bool(surname and surname["sureness"] != "rare" and len(run) in _PERSON_LENGTHS)
