"""Names that are not broken at the end of a line: ``Quận 1``, ``số 37-QĐ/TW``, ``khóa XII``."""

import re
from functools import cache

from markupsafe import Markup, escape


def unbroken(words: str) -> Markup:
    """Return *words* as HTML in which a number never parts from the word before it.

    The rule is that of the network page (``viz/assets/words.js``).

    >>> str(unbroken("Chỉ thị số 10-CT/TW <a>"))
    'Chỉ thị <span class="unit">số 10-CT/TW</span> &lt;a&gt;'
    """
    pieces: list[Markup] = []
    done = 0
    for found in _unit().finditer(words):
        pieces.append(escape(words[done : found.start()]))
        pieces.append(Markup('<span class="unit">{}</span>').format(found[0]))
        done = found.end()
    pieces.append(escape(words[done:]))
    return Markup("").join(pieces)


@cache
def _unit() -> re.Pattern[str]:
    before = "quận|phường|xã|khu phố|tổ|khóa|khoá|lần thứ|số|điều|trung ương|kỳ"
    return re.compile(
        rf"(?:\b(?:{before}) )?\b\d[^\W_]*(?:[-/][^\W_]+){{1,4}}"
        rf"|\b(?:{before}) (?:\d+|[IVXLC]+)(?!\w)",
        re.IGNORECASE,
    )
