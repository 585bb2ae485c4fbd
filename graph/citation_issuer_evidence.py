"""The rules that weigh a registered document by the body that a text says issued it."""

from canbo.graph.citation_case import AGAINST, DOUBT, ENOUGH, EXCLUDES, HINT, Case, Evidence
from canbo.graph.document_identity import committee_of
from canbo.graph.register import Register
from canbo.graph.register.iris import CENTRAL_COMMITTEE


def weigh_issuer(case: Case) -> Evidence | None:
    """Weigh who issued it, for the code TW, which three bodies share.

    Newspapers say "of the Centre" of any of them, so that the Central Committee counts less.
    """
    stated, own = case.document.issuer, case.entry.issuers
    if stated and case.entry.key and (body := case.entry.key.body):
        return _weigh_owner(_whole_name(stated, case.register), _whole_name(body, case.register))
    if not stated or not own or not case.entry.series.endswith("/TW"):
        return None
    if stated in own:
        return Evidence("issuer", HINT, f"cơ quan ban hành được nêu: {stated}")
    points = DOUBT if stated == CENTRAL_COMMITTEE else AGAINST
    reason = f"bài ghi của {stated}, văn bản này của {'; '.join(own)}"
    return Evidence("issuer", points, reason)


def _whole_name(body: str, register: Register) -> str:
    """Return the committee whose numbers a body uses, by its registered name if it has one."""
    organ = register.organ(body)
    return organ.name if organ else committee_of(body)


def _weigh_owner(stated: str, owner: str) -> Evidence:
    """Weigh whose number it is, where several bodies sign with one code."""
    if stated == owner:
        return Evidence("issuer", ENOUGH, f"cơ quan ban hành được nêu: {owner}")
    if owner.startswith(stated):
        return Evidence("issuer", HINT, f"bài chỉ ghi “{stated}”")
    return Evidence("issuer", EXCLUDES, f"bài ghi của {stated}, văn bản này của {owner}")
