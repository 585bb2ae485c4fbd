"""Which of some words with capitals make a name: degrees before it, surname, spelling, parts."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from canbo.graph.reading.lexicon import index, one_of
from canbo.graph.reading.runs import context

_LONGEST = 5
_SHORT, _PAIR = 2, 2
_LENGTHS = range(2, 5)
_FREQUENT = frozenset("Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương".split())
_FEMALE_PREFIX = re.compile(r"[HK]['’]\w")
_SURE = ("common", "minority")


@cache
def honorifics() -> re.Pattern[str]:
    """Return the expression for what may stand before a name, up to the end of a slice."""
    return re.compile(rf"(?<!\w)(?:{one_of(context('honorific'))}[ .,:-]{{1,3}})+$")


def is_of_a_woman(words: Sequence[str]) -> bool:
    """Return whether the second word is the middle name of women."""
    return len(words) > _PAIR and words[1] == "Thị"


def is_surname_ong(words: Sequence[str]) -> bool:
    """Return whether ``Ông`` is the surname: the middle name of women or of men follows it."""
    return len(words) > _PAIR and words[0] == "Ông" and words[1] in ("Thị", "Văn")


def skip_degrees(words: list[str]) -> int:
    """Return how many words behind an honorific are degrees or a name given at baptism.

    ``Đại tá, | TS Lê Bá Hùng``, ``Linh mục | Phêrô Nguyễn Văn An``.
    """
    for place, word in enumerate(words[:-_SHORT]):
        is_degree = word != word.title() and word.lower() in context("honorific")
        if not is_degree and word.lower() not in context("baptismal"):
            return place
    return 0


@lru_cache(maxsize=4096)
def count_leads(run: str) -> int | None:
    """Return how many words in front are no part of the name; None where there is no name at all.

    Most runs are no names, and the same ones come again and again.
    """
    words = run.split()
    if words[0] == "Ông" and is_of_a_woman(words):
        return 0
    is_comrade = len(words) >= _LONGEST and run.lower().startswith("đồng chí ")
    first = 2 if is_comrade else skip_leads(words)  # Đồng is a surname, too
    rest = words[first:]
    if not rest:
        return None
    is_called = first > 0 and honorifics().search(f"{' '.join(words[:first]).lower()} ")
    is_woman = is_of_a_woman(rest)
    return first if is_called or is_woman or full_name(rest, led=True) else None


def skip_leads(words: list[str]) -> int:
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
            place and honorifics().search(f"{words[place - 1].lower()} ")
        ):
            return place
    return len(words)


def full_name(words: list[str], *, led: bool) -> int:
    """Return how many words make the full name that begins *words*; 0 where none does."""
    surname = index("surnames", "surname").get(words[0].title())
    if _FEMALE_PREFIX.match(words[0]):
        surname = {"sureness": "minority"}
        if led and len(words) == 1:
            return 1  # ``K'Broi``: all of a name in the south of the highlands
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
        later = [k for k in (3, 4, 2) if is_common(words[k]) and is_common(words[0])]
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


def is_common(word: str) -> bool:
    """Return whether *word* is a surname in any context."""
    return index("surnames", "surname").get(word.title(), {}).get("sureness") in _SURE


def tidy(words: list[str]) -> str:
    """Return the name with single spaces; in title case where it is all capitals."""
    return " ".join(w.title() if w.isupper() and len(w) > 1 else w for w in words)


def given_names(name: str) -> tuple[str, str]:
    """Return the given name, and the last two words, that later mentions call *name* by."""
    words = name.split(" ")
    return words[-1], " ".join(words[-2:])
