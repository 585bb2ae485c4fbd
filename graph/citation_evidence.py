"""The rules that weigh one registered document against one citation. Each is one function.

A rule says nothing (None) or gives evidence: points for or against and a sentence that a person can
read.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Final

from canbo.graph.citation_case import (
    AGAINST,
    DECIDES,
    DOUBT,
    ENOUGH,
    EXCLUDES,
    FOR,
    HINT,
    NAMES,
    Case,
    Evidence,
    show_day,
)
from canbo.graph.citation_entries import Entry, is_whole_number
from canbo.graph.citation_issuer_evidence import weigh_issuer
from canbo.graph.citation_meeting_evidence import weigh_event, weigh_implied_term
from canbo.graph.citation_subjects import share_named
from canbo.graph.citation_timing import fits_age
from canbo.graph.citation_words import compare, is_telling
from canbo.graph.register import Register
from canbo.graph.register.documents import DocumentRelation, Relation
from canbo.spelling import PartialDate, parse_date

_OLD: Final = dt.timedelta(days=25 * 366)
_TELLING: Final = 8.0
_SUGGESTING: Final = 4.0
_UNIQUE: Final = 6.0
"""What a word weighs that hardly any other title has."""
_LEAD: Final = 2.0
_MOSTLY: Final = 0.6
_AHEAD: Final = 0.4
"""The share of a title's core that has to be named, and by how much more than of a rival's."""
_VERBS: Final = {
    Relation.SUPERSEDES: "thay thế",
    Relation.AMENDS: "sửa đổi, bổ sung",
    Relation.IMPLEMENTS: "thực hiện hoặc hướng dẫn",
    Relation.BASED_ON: "căn cứ vào",
}


Rule = Callable[[Case], Evidence | None]


def weigh_date(case: Case) -> Evidence | None:
    """Weigh the date the text gives the document.

    A date within the term of a registered document means it, for a term has a symbol only once;
    where the days differ one of them is a misprint.
    """
    stated = parse_date(case.document.date) if case.document.date else None
    if stated is None:
        return None
    entry, day = case.entry, case.entry.date
    if day and not (stated.last < day.first or day.last < stated.first):
        return Evidence("explicit-date", NAMES, f"bài ghi ngày ban hành {show_day(stated)}")
    own = show_day(day) if day else "chưa rõ ngày"
    if _is_in_term(stated, case):
        same = f"khóa {entry.term}" if entry.term else "năm"
        reason = f"bài ghi {show_day(stated)}, sổ ghi {own}: cùng {same}"
        return Evidence("explicit-date", ENOUGH if day else DECIDES, reason)
    reason = f"bài ghi ngày {show_day(stated)}, văn bản này {own}"
    return Evidence("explicit-date", EXCLUDES, reason)


def _is_in_term(day: PartialDate, case: Case) -> bool:
    if case.entry.term is None and case.entry.date:
        return is_whole_number(case.document) and day.year == case.entry.date.year
    term = case.register.term(case.entry.term) if case.entry.term else None
    if term is None or case.is_by_name:
        return False
    ends = term.numbering_to.last if term.numbering_to else day.last
    return term.numbering_from.first <= day.first and day.last <= ends


def weigh_dates_beside(case: Case) -> Evidence | None:
    """Weigh the full dates of the sentence, where the citation has none of its own.

    That a document was signed just on one of them is hardly chance; where only its year or its term
    is known, the date must be tied to it.
    """
    own, number = case.entry.date, case.entry.number
    if case.document.date or not number:
        return None
    for near in case.setting.dates:
        reason = f"cùng câu ghi ngày {show_day(near.day)}"
        if own and own.day:
            if own == near.day:
                return Evidence("explicit-date", DECIDES, reason)
        elif near.is_own and _is_in_term(near.day, case) and _covers(own, near.day):
            return Evidence("explicit-date", ENOUGH, reason)
    return None


def _covers(known: PartialDate | None, day: PartialDate) -> bool:
    return known is None or known.first <= day.first <= known.last


def weigh_age(case: Case) -> Evidence | None:
    """Weigh how old the text says that the document is (``10 năm thực hiện``, ``vừa ban hành``)."""
    age = case.setting.age
    if age is None or case.day is None or case.is_by_name:
        return None
    fits = fits_age(age, case.entry.days, case.day)
    if fits is None:
        return None
    if fits:
        return Evidence("stated-age", ENOUGH, f"bài ghi “{age.words}”, khớp với ngày ban hành")
    return Evidence("stated-age", AGAINST, f"bài ghi “{age.words}”, không khớp ngày ban hành")


def weigh_term(case: Case) -> Evidence | None:
    """Weigh the term the text gives the document; a State symbol often says its year itself."""
    stated, own = case.document.term, case.entry.term
    if own is None and is_whole_number(case.document):
        return Evidence("explicit-term", NAMES, "số hiệu ghi cả năm hoặc khóa: chỉ một văn bản")
    if not stated or not own:
        return None
    if stated == own:
        return Evidence("explicit-term", NAMES, f"bài ghi khóa {stated}")
    return Evidence("explicit-term", EXCLUDES, f"bài ghi khóa {stated}, văn bản này khóa {own}")


def weigh_name(case: Case) -> Evidence | None:
    """Weigh a name that the register gives to the document."""
    if not case.is_by_name or case.document.plenum is not None:
        return None
    return Evidence("title", HINT, f"tên gọi trong sổ đăng ký: {case.entry.label}")


def weigh_subject(case: Case) -> Evidence | None:
    """Weigh what the text says the document is about (the words behind ``về``)."""
    said = case.document.subject
    if not said or not case.entry.subject:
        return None
    shared = compare(case.entry.subject, said, case.register, is_title=True)
    gain, quoted = case.gain(said, is_title=True)
    if shared.weight >= _SUGGESTING and gain >= _LEAD:
        return Evidence("title", DECIDES, f"trích yếu có {quoted}")
    if shared.phrases:
        return Evidence("title", HINT, f"trích yếu có {quoted}")
    if not shared.is_any and is_telling(said, case.register):
        return Evidence("title", -FOR, f"bài nói về “{said[:60]}”, văn bản này về việc khác")
    return None


def weigh_words_beside(case: Case) -> Evidence | None:
    """Weigh the words around the citation, where they are those of the document's title."""
    subject = weigh_subject(case)
    if not case.entry.subject or (subject and subject.points >= DECIDES):
        return None
    found = (_weigh_phrases(case), _weigh_core(case))
    return max((f for f in found if f), key=lambda f: f.points, default=None)


def _weigh_core(case: Case) -> Evidence | None:
    """Weigh that the words beside name what the title is about, maybe in words of their own."""
    for words, points in ((case.setting.beside, ENOUGH), (case.setting.sentence, FOR)):
        share, named = share_named(case.entry.subject, words)
        rival = max((share_named(r.subject, words)[0] for r in case.rivals), default=0.0)
        if share >= _MOSTLY and share - rival >= _AHEAD:
            return Evidence("title", points, f"bên lời viện dẫn nói về “{named}”")
    return None


def _weigh_phrases(case: Case) -> Evidence | None:
    setting = case.setting
    for words, much, little in ((setting.beside, DECIDES, FOR), (setting.sentence, FOR, HINT)):
        gain, quoted = case.gain(words)
        if gain >= _SUGGESTING:
            points = much if gain >= _TELLING else little
            if points == FOR and case.gain(setting.plain)[0] >= _UNIQUE:
                points = ENOUGH
            return Evidence("title", points, f"bên lời viện dẫn có {quoted}")
    return None


def weigh_existence(case: Case) -> Evidence | None:
    """Weigh the day of the text: nothing is cited before it exists; what is very old, rarely."""
    if case.day is None:
        return None
    first, last = case.entry.days.first, case.entry.days.last
    if first and case.day.last < first:
        reason = f"bài viết ngày {show_day(case.day)}, khi đó chưa có văn bản này"
        return Evidence("year-of-text", EXCLUDES, reason)
    if last and case.day.first - last > _OLD:
        return Evidence("year-of-text", DOUBT, "văn bản có trước bài viết hơn 25 năm")
    return None


def weigh_force(case: Case) -> Evidence | None:
    """Weigh whether the document was in force on the day of the text.

    A name alone means the one in force; a number may be of one that was replaced.
    """
    entry, by_name, since = case.entry, case.is_by_name, case.since
    if since is None:
        return None
    if by_name and case.setting.is_revised:
        return _weigh_revision(case)
    if entry.ended and entry.ended <= since:
        reason = f"khi đó đã bị thay thế bởi {entry.ended_by}"
        return Evidence("year-of-text", AGAINST if by_name else DOUBT, reason)
    if entry.since and case.day and case.day.last < entry.since:
        return Evidence("year-of-text", AGAINST, "khi đó chưa có hiệu lực")
    if by_name and case.document.plenum is None:
        return Evidence("year-of-text", FOR, "khi đó đang có hiệu lực")
    return None


def _weigh_revision(case: Case) -> Evidence | None:
    """Weigh that a law is named as revised: the next one is meant, which may be a draft still."""
    entry, day = case.entry, case.day
    is_new = bool(day and entry.since and day.last < entry.since)
    reason = "bài nói đến luật sửa đổi"
    return Evidence("year-of-text", FOR if is_new else AGAINST, reason)


def weigh_companions(case: Case) -> Evidence | None:
    """Weigh the documents cited in the same text that implement, amend or replace this one."""
    found = (_weigh_link(link, case) for link in related(case.entry, case.register))
    return max((f for f in found if f), key=lambda f: f.points, default=None)


def _weigh_link(link: DocumentRelation, case: Case) -> Evidence | None:
    other = link.target if link.document == case.entry.key else link.document
    companion = case.companions.get(other)
    if companion is None:
        return None
    points = DECIDES if link.basis.is_fact else ENOUGH
    if not companion.is_near:
        points -= HINT if link.basis.is_fact else FOR
    sure = "" if link.basis.is_fact else " (suy ra từ chủ đề)"
    reason = f"cùng bài viện dẫn: {link.document} {_VERBS[link.relation]} {link.target}{sure}"
    return Evidence("companion", points, reason)


def related(entry: Entry, register: Register) -> Iterable[DocumentRelation]:
    """Return the relations of a document, either way."""
    if entry.key is None:
        return ()
    return (*register.relations_of(entry.key), *register.relations_to(entry.key))


RULES: Final[tuple[Rule, ...]] = (
    weigh_date,
    weigh_dates_beside,
    weigh_term,
    weigh_implied_term,
    weigh_event,
    weigh_name,
    weigh_subject,
    weigh_words_beside,
    weigh_age,
    weigh_issuer,
    weigh_existence,
    weigh_force,
    weigh_companions,
)
"""The rules, in the order in which their reasons are told."""
