"""Documents known by name: laws and codes, the Constitution, charters, titled regulations."""

import re
from collections.abc import Iterable
from functools import cache

from canbo.graph.reading.document_context import Cited
from canbo.graph.reading.lexicon import letters, load, one_of
from canbo.spelling import name_key, parse_signature


@cache
def _law_names() -> str:
    """Return the pattern of the names of laws; newspapers write them in any case."""
    names = [row["name"] for row in load("laws")]
    short = [name.replace("Phòng, chống", "Phòng chống") for name in names]
    return f"(?i:{one_of({*names, *short})})"


@cache
def _new_law() -> str:
    """Return the pattern of a law that is not in the table: a capital, then small words."""
    lower, upper = letters()
    stop = one_of(row["word"] for row in load("words_after_number"))
    return (
        rf"(?:Luật|Pháp\slệnh)\s[{upper}][{lower}]+(?:,?\s(?!(?:{stop}|sư|số)\b)[{lower}]+){{1,8}}"
    )


@cache
def _names() -> re.Pattern[str]:
    lower, upper = letters()
    law = rf"(?:Bộ\s[Ll]uật|Luật|Pháp\slệnh|(?:bộ\s)?luật(?=\s[{upper}]))\s{_law_names()}(?![^\W_])"
    new = _new_law()
    amending = rf"Luật\s[Ss]ửa\sđổi(?:,\sbổ\ssung)?\s(?:một\ssố\sđiều\s)?của\s{law}(?:\svà\s{law})*"
    charter = (
        r"(?:Điều|điều)\s[Ll]ệ\s(?:Đảng(?:\s[Cc]ộng\s[Ss]ản\sViệt\sNam)?(?!\s(?:bộ|ủy))"
        rf"|Đoàn(?:\s(?:TNCS|Thanh\sniên\s[Cc]ộng\ssản)\sHồ\sChí\sMinh)?(?!\s[{lower}])"
        r"|Công\sđoàn(?:\sViệt\sNam)?|(?:MTTQ|Mặt\strận\sTổ\squốc)\sViệt\sNam"
        rf"|Hội\s(?:[{upper}]\w*(?:\s[{lower}]+){{0,3}}\s){{1,4}}Việt\sNam)"
    )
    constitution = (
        r"Hiến\spháp\s(?:(?:năm\s)?(?:1946|1959|1980|1992|2013)|nước\sC[^,.;()]{10,50}Nam)"
    )
    titled = one_of(row["title"] for row in load("titled_documents"))
    return re.compile(
        rf"(?<![^\W_])(?:(?P<law>{amending}|{law}|{new})(?:\s\((?:sửa\sđổi|đã\s[^)]{{3,60}})\))?"
        rf"(?P<year>\s(?:năm\s)?(?:19|20)\d\d(?![\w/-]))?"
        r"(?:\s(?:\(?số|số:)\s(?P<number>\d{1,3}/\d{4}/[A-Z\dĐ-]+))?"
        rf"|(?P<charter>{charter})|(?P<constitution>{constitution})|(?P<titled>{titled}))(?![^\W_])"
    )


@cache
def law_starts() -> frozenset[str]:
    """Return in lower case the words with which a name of ``_names`` may begin."""
    words = ["bộ luật", "luật", "pháp lệnh", "điều lệ", "hiến pháp"]
    titles = (row["title"].lower() for row in load("titled_documents"))
    starts = {*words, *titles}
    return frozenset(starts | {word.replace(" ", "\n") for word in starts})


_NOT_A_LAW = re.compile(
    r"(?:[Dd]ự\s(?:thảo|án)|[Dd]ự\sthảo\s\w+|xây\sdựng|soạn\sthảo|ngành|[Kk]hoa|[Vv]ụ|học|[Vv]iện|kỷ|pháp"
    r"|cử\snhân|thạc\ss[ĩỹ]|tiến\ss[ĩỹ]|[Hh]ội|bộ\smôn|[Pp]hòng|trường|[Cc]ông\sty)\s$"
)


def find_named(text: str, starts: Iterable[int]) -> tuple[Cited, ...]:
    """Return the documents that *text* cites by name at *starts*; drafts of laws are none."""
    found: list[Cited] = []
    place = 0
    for start in starts:
        match = _names().match(text, start) if start >= place else None
        if match is None:
            continue
        place = match.end()
        kind = match.lastgroup or ""
        if match["law"]:
            kind = "law"
            if _NOT_A_LAW.search(text[max(0, match.start() - 20) : match.start()]):
                continue
        found.append(_read(match, kind))
    return tuple(found)


def _read(match: re.Match[str], kind: str) -> Cited:
    printed = " ".join(match[0].split())
    named = printed[0].upper() + printed[1:]
    meant = "Quy định" if kind == "titled" else _type_of(named)
    number = match["number"]
    signature = parse_signature(number) if number else None
    if kind == "law" and not signature:
        named = " ".join(f"{match['law']}{match['year'] or ''}".split())
        named = named[0].upper() + named[1:]
    return Cited(
        start=match.start(),
        end=match.end(),
        type=meant,
        mention=named,
        rule=kind,
        signature=signature.written if signature else None,
        number=signature.number if signature else None,
        year=int(match["year"].split()[-1]) if match["year"] else None,
    )


def _type_of(named: str) -> str:
    words = named.split()
    return words[0] if words[0] == "Luật" else " ".join(words[:2]).capitalize()


def named_key(mention: str) -> str:
    """Return what two namings of one law or charter have in common."""
    key = name_key(mention).replace(" cộng sản việt nam", "").replace(",", "")
    return key.removesuffix(" hồ chí minh").removesuffix(" tncs").replace(" năm ", " ")
