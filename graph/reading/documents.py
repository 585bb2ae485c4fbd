"""The Party and State documents a text identifies, one for all its mentions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from canbo.graph.reading.changing import replace
from canbo.graph.reading.document_context import Cited, Context, read_context
from canbo.graph.reading.document_headers import read_header
from canbo.graph.reading.document_meetings import read_congress, read_plenum
from canbo.graph.reading.document_names import find_named, named_key
from canbo.graph.reading.document_numbers import find_bare, find_type_words, read_numbered
from canbo.graph.reading.lexicon import load
from canbo.graph.reading.model import BodyMention, Document
from canbo.graph.reading.page import Page
from canbo.graph.reading.signs import Signs
from canbo.graph.reading.text import View
from canbo.spelling import name_key, parse_signature


def find_documents(view: View, signs: Signs | None = None) -> tuple[Document, ...]:
    """Return the documents *view* identifies, in the order of their first mention.

    *signs* are those of the text, where they are known already.

    A later short mention (``Chỉ thị 05``) is a further span of the full one. Issuers stand as
    printed until ``name_issuers`` knows the bodies.
    """
    cited = list(_find_cited(view.text, signs or Signs.of(Page.of(view))))
    ends = {one.end for one in cited}
    cited += [one for one in find_bare(view.text) if one.end not in ends]
    cited.sort(key=lambda one: (one.start, one.end))
    mentions = [_Mention(one, read_context(view.text, one.end)) for one in cited]
    if header := read_header(view):
        own = _Mention(*header)
        mentions = [own, *(m for m in mentions if m.cited.end != own.cited.end)]
    shared = _share_issuers(view.text, mentions)
    groups = sorted(_merge(shared), key=lambda group: group[0].cited.start)
    return tuple(_describe(view, group) for group in groups)


@dataclass(frozen=True, slots=True)
class _Mention:
    cited: Cited
    context: Context
    issuer: str | None = None


def _find_cited(text: str, signs: Signs) -> Iterator[Cited]:
    named = find_named(text, signs.laws)
    yield from named
    rest = list(reversed(named))
    for word in find_type_words(text, signs.types):
        while rest and rest[-1].end <= word.start:
            rest.pop()
        if not rest or word.start < rest[-1].start:
            read = read_numbered(text, word) or read_plenum(text, word)
            yield from read or read_congress(text, word)


# --- issuers -------------------------------------------------------------------------------------

_BETWEEN = re.compile(r"(?:[\s,;&]|và|cùng|với|\))*")


def _share_issuers(text: str, mentions: Sequence[_Mention]) -> list[_Mention]:
    """Give every document of a row the issuer that stands behind its last one."""
    shared: list[_Mention] = []
    later: _Mention | None = None
    for mention in reversed(mentions):
        issuer = mention.cited.issuer
        if mention.context.issuer and not issuer:
            issuer = " ".join(text[slice(*mention.context.issuer)].split())
        elif later and later.issuer and not issuer and _is_row(text, mention, later):
            issuer = later.issuer
        later = replace(mention, issuer=issuer)
        shared.append(later)
    return shared[::-1]


def _is_row(text: str, one: _Mention, other: _Mention) -> bool:
    if not _BETWEEN.fullmatch(text, one.context.end, max(one.context.end, other.cited.start)):
        return False
    codes = [parse_signature(m.cited.signature or "") for m in (one, other)]
    return not codes[0] or not codes[1] or codes[0].issuer == codes[1].issuer


@cache
def _central() -> dict[str, str]:
    return {row["printed"]: row["name"] for row in load("central_issuers")}


def name_issuers(
    documents: Sequence[Document], view: View, bodies: Sequence[BodyMention]
) -> tuple[Document, ...]:
    """Return *documents* with the full names of their issuers; what is no body is no issuer."""
    if not documents:
        return ()
    printed: dict[str, str] = {}
    for body in bodies:
        place = view.locate(body.span)
        printed.setdefault(name_key(view.text[place.start : place.end]), body.name)
    named = ((one, _name_issuer(one.issuer, printed)) for one in documents)
    return tuple(replace(one, issuer=name if _may_pass(one, name) else None) for one, name in named)


_BY_ASSEMBLY = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")


def _may_pass(document: Document, issuer: str | None) -> bool:
    """Whether a body can have passed it: no law is ``của Chính phủ`` beside a Nghị định."""
    return document.type not in _BY_ASSEMBLY or str(issuer).endswith("Quốc hội")


def _name_issuer(issuer: str | None, bodies: dict[str, str]) -> str | None:
    if issuer is None:
        return None
    key = name_key(issuer)
    if name := _central().get(key) or bodies.get(key):
        return name
    words = key.split()
    for length in range(min(len(words) - 1, 16), 0, -1):
        start = " ".join(words[:length])
        if name := bodies.get(start) or _central().get(start):
            return name
    return None


# --- one document for all its mentions -----------------------------------------------------------


_SHORT = ("number only", "doubtful number")


def _merge(mentions: Sequence[_Mention]) -> Iterator[list[_Mention]]:
    """Yield the mentions of each document, the one that names it best first."""
    groups: dict[_Key, list[_Mention]] = {}
    short = [m for m in mentions if m.cited.rule in _SHORT]
    titled = [m for m in mentions if m.cited.rule == "titled"]
    for mention in mentions:
        if mention.cited.rule not in {*_SHORT, "titled"}:
            groups.setdefault(_key(mention), []).append(mention)
    _fold_undated(groups)
    _part_terms(groups)
    _join_numbers(groups, short)
    if titled:
        _join_titles(groups, titled)
    yield from groups.values()


class _Key(NamedTuple):
    """What makes mentions one document; *apart* (date, term, year) parts those of one name."""

    kind: str
    name: str
    apart: str | None = None


def _key(mention: _Mention) -> _Key:
    cited = mention.cited
    if cited.signature:
        return _Key("signature", str(parse_signature(cited.signature)), mention.context.date)
    if cited.rule == "plenum":
        return _Key("plenum", f"{cited.type} {cited.plenum}", cited.term)
    if cited.rule in {"law", "charter", "constitution"}:
        name = re.sub(r"\s(?:19|20)\d\d$", "", named_key(cited.mention))
        return _Key("name", name, str(cited.year) if cited.year else None)
    return _Key(cited.rule, name_key(cited.mention))


def _fold_undated(groups: dict[_Key, list[_Mention]]) -> None:
    """Join mentions without date, year or term to the one document that has it, if it is one."""
    dated: dict[_Key, list[_Key]] = {}
    for key in groups:
        if key.apart is not None:
            dated.setdefault(key._replace(apart=None), []).append(key)
    for key in [key for key in groups if key.apart is None]:
        if len(others := dated.get(key, [])) == 1:
            group = groups.pop(key)
            groups[others[0]] = sorted(groups[others[0]] + group, key=lambda m: m.cited.start)


def _part_terms(groups: dict[_Key, list[_Mention]]) -> None:
    """Part the mentions of one symbol that give different terms; one without follows the last."""
    for key, group in [item for item in groups.items() if item[0].kind == "signature"]:
        if len({m.context.term for m in group if m.context.term}) > 1:
            del groups[key]
            term = next(m.context.term for m in group if m.context.term)
            for mention in group:
                term = mention.context.term or term
                own = key._replace(name=f"{key.name} {term}")
                groups.setdefault(own, []).append(mention)


def _family(type_name: str) -> str:
    """Return the types that share one number series: quy định and quyết định are both signed QĐ."""
    first = " ".join(type_name.lower().split()[:2])
    return "quy định" if first == "quyết định" else first


def _join_numbers(groups: dict[_Key, list[_Mention]], mentions: Sequence[_Mention]) -> None:
    """Join ``Chỉ thị 05`` to the last one of that number, else to the next; or let it be new.

    A doubtful one (``kế hoạch 41``) is only read where the text has the document already.
    """
    known: dict[tuple[str, int | None], list[list[_Mention]]] = {}
    for group in groups.values():
        known.setdefault(_number_of(group[0].cited), []).append(group)
    for mention in mentions:
        cited = mention.cited
        same = known.setdefault(_number_of(cited), [])
        able = [group for group in same if not _differ(group[0].cited.year, cited.year)]
        before = [group for group in able if group[0].cited.start < cited.start]
        if chosen := before[-1] if before else next(iter(able), None):
            chosen.append(mention)
        elif cited.rule == "number only":
            name = f"{_family(cited.type)} {cited.number}"
            group = groups[_Key("number", name, str(cited.year or ""))] = [mention]
            same.append(group)


def _number_of(cited: Cited) -> tuple[str, int | None]:
    return _family(cited.type), cited.number


def _differ(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and one != other


def _join_titles(groups: dict[_Key, list[_Mention]], mentions: Sequence[_Mention]) -> None:
    """Join a regulation's title to the document it is the subject of."""
    owner = next(
        (
            (group, one)
            for group in groups.values()
            for one in group
            if "không được làm" in (one.context.subject or "")
        ),
        None,
    )
    if owner is None:
        groups[_Key("titled", "")] = list(mentions)
        return
    group, one = owner
    close = one.context.end
    group += [m for m in mentions if not close <= m.cited.start <= close + 40]


def _describe(view: View, group: Sequence[_Mention]) -> Document:
    best = group[0].cited
    contexts = [mention.context for mention in group]
    spans = sorted({(m.cited.start, m.cited.end) for m in group})
    mention = best.mention
    if best.rule in {"law", "charter", "titled", "constitution"}:
        mention = min((m.cited.mention for m in group), key=len)
    return Document(
        type=best.type,
        mention=mention,
        spans=tuple(view.span(start, end) for start, end in spans),
        signature=best.signature,
        issuer=next((m.issuer for m in group if m.issuer), None),
        date=next((c.date for c in contexts if c.date), str(best.year) if best.year else None),
        term=best.term or next((c.term for c in contexts if c.term), None),
        subject=next((c.subject for c in contexts if c.subject), None),
        plenum=best.plenum,
        rule=best.rule,
    )
