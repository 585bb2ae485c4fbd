"""What each post that texts name tells of who holds it, from its role and its organisation."""

from collections.abc import Mapping
from typing import Final

from canbo.graph.judging.standing import Standing
from canbo.graph.offices import Office
from canbo.graph.organisations import OrganisationFacts, describe_organisation
from canbo.graph.register import Register
from canbo.graph.register.bodies import Level
from canbo.spelling import name_key

_LEADS: Final = 3
"""The last rank that leads: head, standing deputy, deputy."""
_MEMBERS: Final = ("ủy viên", "đại biểu")
_STANDING: Final = "ủy viên ban thường vụ"


def find_standings(offices: Mapping[str, Office], register: Register) -> dict[str, Standing]:
    """Return the standing of each post in *offices*, by its IRI."""
    return {post: _find(office, register) for post, office in offices.items()}


def _find(office: Office, register: Register) -> Standing:
    facts = describe_organisation(office.body, register)
    title = name_key(office.title)
    if title.startswith(_MEMBERS):
        is_large = facts.level in {Level.CENTRAL, Level.PROVINCE}
        return Standing(is_wide=is_large and not title.startswith(_STANDING))
    leads = office.rank is not None and office.rank <= _LEADS
    is_known = facts.is_registered or facts.parent is not None
    unit = _governed(facts, register)
    circles = (office.organisation if is_known else "", unit) if leads else ()
    return Standing(circles=tuple(filter(None, circles)), is_head=office.rank == 1)


def _governed(facts: OrganisationFacts, register: Register) -> str:
    """Return the unit that the organisation governs, where it is known which one it is."""
    if not facts.locality:
        return ""
    government = f"UBND {facts.locality}"
    state = describe_organisation(government, register)
    governs = facts.kind in {"ubnd", "hdnd"} or state.counterpart == facts.name
    return facts.locality if governs and state.parent else ""
