"""The rules that weigh a registered document by the plenum that a text names."""

from canbo.graph.citation_case import DECIDES, ENOUGH, EXCLUDES, HINT, Case, Evidence
from canbo.graph.citation_meetings import SIGNED_WITHIN, NamedPlenum
from canbo.graph.register.iris import CENTRAL_COMMITTEE


def weigh_implied_term(case: Case) -> Evidence | None:
    """Weigh the term of the plenum that the text says passed the document."""
    implied, own = case.setting.term, case.entry.term
    if not implied or not own or case.document.term or case.document.date or case.is_by_name:
        return None
    if implied == own:
        return Evidence("event", ENOUGH, f"bài kể là văn bản của hội nghị khóa {implied}")
    return Evidence("event", EXCLUDES, f"bài kể là văn bản của hội nghị khóa {implied}")


def weigh_event(case: Case) -> Evidence | None:
    """Weigh the plenum the text names, for this document or beside it; it may adopt several."""
    number, key = case.document.plenum, case.entry.key
    if key is None:
        return None
    for adoption in case.register.adoptions_of(key):
        beside = (adoption.plenum, key.term) in case.plenums
        if beside or adoption.plenum == number:
            reason = f"Hội nghị Trung ương {adoption.plenum} khóa {key.term} thông qua văn bản này"
            return Evidence("event", ENOUGH if number is None else HINT, reason)
    return None if number else _weigh_named_plenums(case)


def _weigh_named_plenums(case: Case) -> Evidence | None:
    for named in case.setting.plenums:
        if named.term == case.entry.term and _is_of(named, case):
            points = DECIDES if named.is_term_stated else ENOUGH
            return Evidence("event", points, f"cùng câu nêu {named.label}, nơi thông qua văn bản")
    return None


def _is_of(named: NamedPlenum, case: Case) -> bool:
    """Return whether the plenum passed the document: known, or by the day it was signed."""
    adoptions = case.register.adoptions_of(case.entry.key) if case.entry.key else ()
    if adoptions:
        return any(adoption.plenum == named.number for adoption in adoptions)
    day = case.entry.date
    if day is None or not day.day or CENTRAL_COMMITTEE not in case.entry.issuers:
        return False
    held = case.register.plenums(named.number, named.term)
    return any(p.start.first <= day.first <= p.end.last + SIGNED_WITHIN for p in held)
