"""What a meeting is called: kind, body and ordinal in the one order."""

from collections.abc import Iterator

from canbo.graph.reading.event_mentions import THE_PARTY, Meeting


def name_meeting(meeting: Meeting, term: str | None) -> str:
    """Return kind, body and ordinal in the one order."""
    return " ".join(part for part in _NAMERS[meeting.kind](meeting, term) if part)


def _name_congress(meeting: Meeting, term: str | None) -> Iterator[str]:
    yield "Đại hội"
    is_whole = meeting.org == THE_PARTY  # called in full, however it is printed: ``Đại hội XIII``
    yield from (w for w in ("đại biểu", "toàn quốc") if is_whole or w in meeting.words)
    rank = f"lần thứ {meeting.ordinal}" if meeting.ordinal else f"khóa {term}" if term else ""
    if meeting.org == THE_PARTY:
        yield f"{rank} của Đảng"
    elif meeting.label:
        yield f"{meeting.label} {rank}".strip()
    else:
        yield f"{str(meeting.org).replace('Ủy ban MTTQ', 'MTTQ')} {rank}".strip()


def _name_session(meeting: Meeting, term: str | None) -> Iterator[str]:
    yield "Phiên họp" if meeting.kind == "sitting" else "Kỳ họp"
    special = [word for word in ("chuyên đề", "bất thường") if word in meeting.words]
    yield from special
    rank = f"thứ {meeting.ordinal}" if meeting.ordinal else ""
    yield f"lần {rank}" if special and rank else rank
    yield from (word for word in meeting.words if special and not rank and word[-1].isdigit())
    yield str(meeting.org)
    yield f"khóa {term}" if term else ""


def _name_plenum(meeting: Meeting, term: str | None) -> Iterator[str]:
    is_central = meeting.org == "Trung ương"
    yield f"Hội nghị Trung ương {meeting.ordinal}" if is_central else "Hội nghị"
    body = str(meeting.label or meeting.org).replace(_YOUTH, "Trung ương Đoàn")
    yield "" if is_central else f"lần thứ {meeting.ordinal} {body}"
    yield f"khóa {term}" if term else ""


_YOUTH = "Trung ương Đoàn TNCS Hồ Chí Minh"
_NAMERS = {
    "congress": _name_congress,
    "session": _name_session,
    "sitting": _name_session,
    "plenum": _name_plenum,
}
