"""Which mentions are of one meeting."""

from collections.abc import Sequence

from canbo.graph.reading.document_meetings import CENTRAL_COMMITTEE
from canbo.graph.reading.event_mentions import THE_PARTY, Meeting


def is_loose(meeting: Meeting) -> bool:
    """Return whether a meeting is called by its kind alone."""
    return not meeting.org and not meeting.ordinal


def is_one(meeting: Meeting) -> bool:
    """Return whether the words name one meeting."""
    if meeting.ordinal or meeting.is_special:
        return True
    return meeting.kind == "congress" and meeting.org != THE_PARTY


def merge_meetings(meetings: Sequence[Meeting]) -> list[list[Meeting]]:
    """Return the mentions of each meeting, in the order of the first ones."""
    groups: list[list[Meeting]] = []
    held: dict[tuple[str, str | None], list[list[Meeting]]] = {}
    for meeting in meetings:
        # ``Hội nghị Trung ương 5`` is the fifth of the committee
        org = CENTRAL_COMMITTEE if meeting.org == "Trung ương" else meeting.org
        own = held.setdefault((meeting.kind, org), [])
        group = next((g for g in own if any(_is_same(m, meeting) for m in g[:8])), None)
        if group:
            group.append(meeting)
        else:
            own.append([meeting])
            groups.append(own[-1])
    return groups


def _is_same(one: Meeting, other: Meeting) -> bool:
    if one.number and other.number:
        return one.number == other.number
    return one.kind == "congress" and (not one.years or not other.years or one.years == other.years)
