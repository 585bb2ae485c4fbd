"""Names of people: a surname and the capitalised words behind it, and what stands before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from canbo.graph.reading.lexicon import index, load, one_of
from canbo.graph.reading.page import Page
from canbo.graph.reading.places import CITY, DISTRICT, PROVINCE, read_bare_place
from canbo.graph.reading.posts import post_heads
from canbo.graph.reading.runs import TAIL, context, may_be_name, runs, tails

_LONGEST = 5
_SHORT, _PAIR = 2, 2
_LENGTHS = range(2, 5)
_FREQUENT = frozenset("Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương".split())
_FEMALE_PREFIX = re.compile(r"[HK]['’]\w")
_WORDS = re.compile(r"[^\s]+(?:\s+|$)")
_SURE = ("common", "minority")


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name in the text: *start* takes in the honorific, *at* is where the name itself begins.

    *is_full* is false for a given name behind an honorific (``ông Hiếu``); *gender* is the
    honorific where it tells one (``ông``, ``bà``).
    """

    start: int
    end: int
    at: int
    name: str
    is_full: bool
    gender: str = ""


@cache
def _honorifics() -> re.Pattern[str]:
    """Return the expression for what may stand before a name, up to the end of a slice."""
    return re.compile(rf"(?<!\w)(?:{one_of(context('honorific'))}[ .,:-]{{1,3}})+$")


@cache
def _gender() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(ông|bà)(?: \w+)?[ .]*$")


@cache
def _namesakes() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of(context('namesake'))} $")


def find_names(
    page: Page, start: int, end: int, *, is_behind_title: bool = False
) -> Iterator[NameMention]:
    """Yield the names in ``[start, end)``; behind a title a rare surname is enough."""
    for match in runs().finditer(page.text, start, end):
        at = match.start()
        is_led = page.low[max(start, at - 6) : at].rstrip(" .,:-")[-TAIL:] in tails()
        is_called = is_behind_title and " " not in match[0] and _is_speaker(page, start, match)
        if not is_led and " " not in match[0] and not is_called:
            continue
        if not (is_led or is_behind_title or may_be_name(match[0])):
            continue
        window = max(start, at - 60)
        before = page.low[window:at]
        found = _honorifics().search(before) if is_led else None
        led_from = found and (at if ":" in found[0] else window + found.start())
        is_next = is_behind_title and not before.strip() and " " in match[0]
        if is_called:
            led_from = at
        if led_from is None and is_next and match[0].split()[0].lower() not in context("lead"):
            led_from = at
        if not _is_title(page, match):
            yield from _read_run(page, match, led_from, before)


def _is_speaker(page: Page, start: int, match: re.Match[str]) -> bool:
    """Whether a given name alone follows a title, and then what he says (``Bí thư Nhân nói``)."""
    is_next = match.start() == start + 1
    return is_next and _SAYS.match(page.low, match.end()) is not None


_SAYS = re.compile(
    r" (?:đã |cũng |còn |vừa |mới |sẽ )?(?:cho|nói|khẳng định|nhấn mạnh|chia sẻ|phát biểu|kể|nhận"
    r"|trao đổi|thông tin|thừa nhận|trả lời|bày tỏ|đề nghị|yêu cầu|lưu ý|giải thích|dự|tặng|chúc"
    r"|đánh giá|biểu dương|trình bày|chủ trì|kết luận|ký|bấm nút|thăm|gửi|nêu|tin|mong)(?!\w)"
)


def _is_title(page: Page, match: re.Match[str]) -> bool:
    """Whether a single capitalised word begins a rank or a degree (``Tiến sĩ``, ``Đại tá``)."""
    if " " in match[0]:
        return False
    title = _titles().match(page.low, match.start())
    return title is not None and title.end() > match.end()


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(rf"{one_of(context('honorific'))}(?!\w)")


def _read_run(
    page: Page, match: re.Match[str], honorific: int | None, before: str
) -> Iterator[NameMention]:
    first = 0 if honorific is not None else _leads(match[0])
    if first is None:
        return
    words = match[0].split()
    lead = " ".join(words[:first])
    at = match.start() + (match[0].index(words[first], len(lead)) if first else 0)
    words = words[first:]
    if first and _honorifics().search(f"{lead.lower()} "):
        honorific = match.start()
    led = f"{before}{lead.lower()} "
    gender = _gender().search(led) if honorific is not None else None
    start = at if honorific is None else honorific
    sex = gender[1] if gender else ""
    is_led = honorific is not None or _is_made_like_a_name(words) or _has_title(page, match, first)
    if (size := _full_name(words, led=is_led)) and not _is_other(
        page, at, words, before, honorific
    ):
        end = _end_of(page, at, size, match.end())
        yield NameMention(start, end, at, _tidy(words[:size]), is_full=True, gender=sex)
    elif honorific is not None and len(words) <= _PAIR:
        yield NameMention(start, match.end(), at, _tidy(words), is_full=False, gender=sex)


def _is_made_like_a_name(words: list[str]) -> bool:
    """Whether the second word is the middle name of women."""
    if len(words) <= _PAIR:
        return False
    return words[1] == "Thị"


def _has_title(page: Page, match: re.Match[str], first: int) -> bool:
    """Whether a title follows the words as their apposition (``Quản Minh Cường - Phó Bí thư``)."""
    words = match[0].split()[first:]
    if len(words) not in (_PAIR + 1, _PAIR + 2) or words[0] not in index("surnames", "surname"):
        return False
    mark = _APPOSED.match(page.low, match.end())
    return mark is not None and post_heads().match(page.low, mark.end()) is not None


_APPOSED = re.compile(r"(?:,| -| –| —|:) (?:là |hiện là |nay là )?")


@lru_cache(maxsize=1 << 14)
def _leads(run: str) -> int | None:
    """Return how many words in front are no part of the name; None where there is no name at all.

    Most runs are no names, and the same ones come again and again.
    """
    words = run.split()
    first = _skip_leads(words)
    rest = words[first:]
    if not rest:
        return None
    is_called = first > 0 and _honorifics().search(f"{' '.join(words[:first]).lower()} ")
    is_woman = _is_made_like_a_name(rest)
    return first if is_called or is_woman or _full_name(rest, led=True) else None


def _skip_leads(words: list[str]) -> int:
    """Return how many words in front are no part of the name."""
    surnames = index("surnames", "surname")
    for place, word in enumerate(words[1:], 1):
        is_long = len(words) >= _LONGEST and words[0] not in _FREQUENT
        if is_long and word in _FREQUENT and len(words) - place in _LENGTHS:
            return place  # a place and then a name: ``Tân Sơn Nhất Nguyễn Văn Út``
    for place, word in enumerate(words):
        rest = len(words) - place
        if rest < _SHORT:
            break
        is_common = surnames.get(word.title(), {}).get("sureness") in _SURE
        if is_common and (
            place == 0 or words[place - 1].lower() in context("lead") or rest > _SHORT
        ):
            return place
    for place, word in enumerate(words):
        if word.lower() not in context("lead") or (
            place and _honorifics().search(f"{words[place - 1].lower()} ")
        ):
            return place
    return len(words)


def _full_name(words: list[str], *, led: bool) -> int:
    """Return how many words make the full name that begins *words*; 0 where none does."""
    surname = index("surnames", "surname").get(words[0].title())
    if _FEMALE_PREFIX.match(words[0]):
        surname = {"sureness": "minority"}
    is_likely = led and len(words) > _PAIR
    if len(words) < _SHORT or not (surname or is_likely):
        return 0
    surname = surname or {"sureness": "rare"}
    if surname["sureness"] == "rare" and not led:
        return 0
    if surname["sureness"] != "minority" and not all(
        _syllable().fullmatch(w.lower()) for w in words
    ):
        return 0
    if len(words) > _LONGEST:
        later = [k for k in (3, 4, 2) if _is_common(words[k]) and _is_common(words[0])]
        return later[0] if later else 4
    return len(words)


@cache
def _syllable() -> re.Pattern[str]:
    """Return the expression for what can be a syllable of the language, as it is spelled."""
    front = "eéèẻẽẹêếềểễệiíìỉĩịyýỳỷỹỵ"
    back = "aáàảãạăắằẳẵặâấầẩẫậoóòỏõọôốồổỗộơớờởỡợuúùủũụưứừửữự"
    before_back = rf"(?:c|ng|g)(?=[{back}])"
    before_front = rf"(?:k|ngh|gh)(?=[{front}])"
    onset = f"{before_back}|{before_front}|gi|b|ch|d|đ|h|kh|l|m|nh|n|ph|p|qu|r|s|th|tr|t|v|x"
    return re.compile(rf"(?:{onset})?[{front}{back}]{{1,3}}(?:ch|c|m|ng|nh|n|p|t)?|.")


def is_spelled_here(name: str) -> bool:
    """Return whether all words of *name* can be syllables of Vietnamese."""
    return all(_syllable().fullmatch(word.lower()) for word in name.split(" "))


def _is_common(word: str) -> bool:
    return index("surnames", "surname").get(word.title(), {}).get("sureness") in _SURE


def _is_other(page: Page, at: int, words: list[str], before: str, honorific: int | None) -> bool:
    """Whether the words name a street, a school, a unit or a known figure of another State."""
    if " ".join(words).lower() in _others():
        return True
    if honorific is not None and honorific < at:
        return False
    is_shouted = all(w.isupper() and len(w) > 1 for w in words)
    if honorific is None and (_namesakes().search(before) or is_shouted):
        return True
    place = read_bare_place(page, at, (PROVINCE, *DISTRICT, CITY))
    return place is not None and place[1] == at + len(" ".join(words))


@cache
def _others() -> frozenset[str]:
    return frozenset(r["word"] for r in load("foreign") if r["kind"].startswith("person")) | {
        "hồ chí minh"
    }


def _end_of(page: Page, at: int, size: int, limit: int) -> int:
    """Return where the *size*-th word behind *at* ends."""
    words = _WORDS.finditer(page.text, at, limit)
    for _, word in zip(range(size), words, strict=False):
        limit = at + len(page.text[at : word.end()].rstrip())
    return limit


def _tidy(words: list[str]) -> str:
    """Return the name with single spaces; in title case where it is all capitals."""
    return " ".join(w.title() if w.isupper() and len(w) > 1 else w for w in words)


def given_names(name: str) -> tuple[str, str]:
    """Return the given name, and the last two words, that later mentions call *name* by."""
    words = name.split(" ")
    return words[-1], " ".join(words[-2:])
