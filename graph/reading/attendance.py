"""Who attends a meeting: the people named behind ``Tham dự có các đồng chí:`` in one sentence.

The words have to say that these people are there; a name elsewhere in a report proves nothing.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from canbo.graph.reading.changing import replace
from canbo.graph.reading.model import Event, PersonMention
from canbo.graph.reading.text import View

_MEETINGS = {
    "đại hội": {"congress"},
    "kỳ họp": {"session", "sitting"},
    "phiên họp": {"session", "sitting"},
    "họp": {"session", "sitting"},
    "hội nghị": {"plenum"},
}
"""What the words for a meeting can mean, by the rule that read the event."""


@cache
def _opening() -> re.Pattern[str]:
    what = "|".join(_MEETINGS)
    return re.compile(
        r"\b(?:tham|cùng|đến|tới|về|đồng)?\s?dự(?:\s(?:và|có|phát|chỉ|đạo|biểu|buổi|tại)){0,4}"
        rf"(?:\s(?P<what>{what}))?\s(?:còn\s|cùng\s)?(?:có|gồm)\b",
        re.IGNORECASE,
    )


def add_attendees(
    view: View, events: Sequence[Event], persons: Sequence[PersonMention]
) -> tuple[Event, ...]:
    """Return *events* with the people whom the text names as attending each."""
    there: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for place, names in _read_lists(view, events, persons):
        there[place] |= dict.fromkeys(names)
    return tuple(
        replace(event, attendees=tuple(there[place])) for place, event in enumerate(events)
    )


def _read_lists(
    view: View, events: Sequence[Event], persons: Sequence[PersonMention]
) -> Iterator[tuple[int, list[str]]]:
    """Yield the place of an event and the people that one list of those present names."""
    mentions = sorted(
        (view.locate(span).start, n) for n, e in enumerate(events) for span in e.spans
    )
    if not mentions:
        return
    people = sorted((view.locate(person.span).start, person.name) for person in persons)
    for match in _opening().finditer(view.text):
        place = _find_event(match, mentions, events)
        if place is not None:
            end = view.sentence_at(match.start()).end
            first, last = (bisect_right(people, (at, "")) for at in (match.end(), end))
            yield place, [name for _, name in people[first:last]]


def _find_event(
    match: re.Match[str], mentions: Sequence[tuple[int, int]], events: Sequence[Event]
) -> int | None:
    """Return the event last mentioned before the words, of the kind they name if they name one."""
    kinds = _MEETINGS.get((match["what"] or "").lower())
    before = mentions[: bisect_right(mentions, (match.start(), len(events)))]
    fitting = (n for _, n in reversed(before) if kinds is None or events[n].rule in kinds)
    return next(fitting, None)
