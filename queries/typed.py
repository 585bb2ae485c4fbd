"""What a person types for a name, and when it is the name of something."""

import re
from dataclasses import dataclass
from functools import cache

from canbo.spelling import fold, name_key, words

# Left, as people write it; right, as canonical names have it (five short forms stay short).
_FORMS = (
    ("ủy ban nhân dân", "ubnd"),
    ("hội đồng nhân dân", "hđnd"),
    ("mặt trận tổ quốc", "mttq"),
    ("thanh niên cộng sản", "tncs"),
    ("tp. hcm", "thành phố hồ chí minh"),
    ("tp.hcm", "thành phố hồ chí minh"),
    ("tp hcm", "thành phố hồ chí minh"),
    ("tphcm", "thành phố hồ chí minh"),
    ("tp.", "thành phố "),
    ("tp", "thành phố"),
    ("bch", "ban chấp hành"),
    ("btv", "ban thường vụ"),
    ("ubkt", "ủy ban kiểm tra"),
    ("cqcq", "cơ quan chính quyền"),
    ("pct", "phó chủ tịch"),
    ("t.ư", "trung ương"),
    ("tw", "trung ương"),
    ("chủ tịch tỉnh", "chủ tịch ubnd tỉnh"),
    ("chủ tịch thành phố", "chủ tịch ubnd thành phố"),
    ("chủ tịch quận", "chủ tịch ubnd quận"),
    ("chủ tịch huyện", "chủ tịch ubnd huyện"),
    ("chủ tịch thị xã", "chủ tịch ubnd thị xã"),
    ("chủ tịch xã", "chủ tịch ubnd xã"),
    ("chủ tịch phường", "chủ tịch ubnd phường"),
    ("chủ tịch thị trấn", "chủ tịch ubnd thị trấn"),
)


@dataclass(frozen=True, slots=True)
class Typed:
    """A name as typed: its readings with accents, and the folded words of each reading."""

    text: str
    keys: tuple[str, ...]
    folds: tuple[str, ...]

    @property
    def has_accents(self) -> bool:
        """Whether accents were typed; then they count."""
        return not self.keys[0].isascii()

    def can_be(self, keys: set[str]) -> bool:
        """Return whether all words typed stand in *keys*, with the accents typed."""
        if not self.has_accents:
            return True
        known = {word for key in keys for word in _accented(key)}
        return any(
            all(not known.isdisjoint(word_choices(word)) for word in _accented(key))
            for key in self.keys
        )


def read_typed(text: str) -> Typed:
    """Return *text* with the readings its short and long forms allow.

    >>> read_typed("Chủ tịch Ủy ban nhân dân Quận 1").keys
    ('chủ tịch ủy ban nhân dân quận 1', 'chủ tịch ubnd quận 1')
    """
    key, folded = name_key(text), fold(text)
    return Typed(
        text=" ".join(text.split()),
        keys=_both(key, _rewrite(key, folded=False)),
        folds=_both(folded, _rewrite(folded, folded=True)),
    )


def word_choices(word: str) -> tuple[str, ...]:
    """Return how a word can stand in a name: numbers of one digit also with a zero.

    >>> word_choices("5"), word_choices("05"), word_choices("quan")
    (('5', '05'), ('05', '5'), ('quan',))
    """
    if not (word.isascii() and word.isdigit()):
        return (word,)
    bare = word.lstrip("0") or "0"
    return tuple(dict.fromkeys((word, bare, f"{bare:0>2}")))


def readings(typed: Typed) -> tuple[tuple[str, ...], ...]:
    """Return the folded words of each reading of *typed*."""
    return tuple(dict.fromkeys(filter(None, map(words, reversed(typed.folds)))))


def _both(first: str, second: str) -> tuple[str, ...]:
    return (first,) if first == second else (first, second)


def _rewrite(text: str, *, folded: bool) -> str:
    forms = _forms(folded=folded)
    rewritten = _any_form(folded=folded).sub(lambda found: forms[found[0]], text)
    numbered = re.sub(r"(?<=\bkh[óo]a )\d{1,2}\b", lambda found: _roman(int(found[0])), rewritten)
    return " ".join(numbered.split())


def _roman(number: int) -> str:
    """Return a number up to 39 as terms are counted.

    >>> _roman(4), _roman(12), _roman(29)
    ('iv', 'xii', 'xxix')
    """
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[number % 10]
    return "x" * (number // 10) + ones


@cache
def _forms(*, folded: bool) -> dict[str, str]:
    return {fold(a): fold(b) for a, b in _FORMS} if folded else dict(_FORMS)


@cache
def _any_form(*, folded: bool) -> re.Pattern[str]:
    longest_first = sorted(_forms(folded=folded), key=lambda form: (-len(form), form))
    return re.compile(rf"(?<![\w/-])(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def _accented(key: str) -> list[str]:
    return re.findall(r"[^\W_]+", key)
