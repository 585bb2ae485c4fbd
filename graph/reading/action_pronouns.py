"""Whom a pronoun before a verb means: ``đồng chí``, ``hai đồng chí``, ``tôi``, ``cơ quan này``."""

import re

from canbo.graph.reading.action_actors import Actor, Actors
from canbo.graph.reading.action_clauses import find_agency, find_pronoun
from canbo.graph.reading.action_memory import Memory
from canbo.graph.reading.model import Span
from canbo.graph.reading.posts import post_heads

_FAR = 1200  # characters; no clause is longer
_NEAR = 60  # characters from one who speaks of himself to the verb
_COUNTS = {"hai": 2, "ba": 3, "bốn": 4}
_TOGETHER = re.compile(
    r"(?P<count>[Hh]ai|[Bb]a|[Bb]ốn|[Cc]ác)\s(?:đồng chí|đ/c|ông|bà|vị)"
    r"(?:\s(?:này|trên|báo cáo viên))?\s(?=[^\W\d_])"
)
_FIRST_PERSON = re.compile(r"(?<!\w)(?:[Cc]húng )?[Tt]ôi\s(?:(?:cũng|đã|rất|xin|luôn|vẫn)\s)*$")
_SPEAKS = re.compile(r"\s?(?:\([^()]{3,120}\)|,[^:.;]{3,120})?\s?:\s")
_ASKS = re.compile(r"(?:PV|P\.V|Phóng viên|Hỏi|MC)\b|[-–*?]\s")


def find_meant(
    text: str, sentence: Span, verb: int, memory: Memory, actors: Actors
) -> tuple[Actor, ...] | None:
    """Return whom the pronoun that is subject of the *verb* means; None where there is none.

    Nobody, where the text does not say whom.
    """
    if agency := find_agency(text, sentence.start, verb):
        near = actors.body_of_kind(agency[1], max(sentence.start, agency[0] - _FAR), agency[0])
        return _only(near or memory.body)
    if _FIRST_PERSON.search(text, max(sentence.start, verb - _NEAR), verb):
        return _only(memory.speaker)
    if (several := _find_several(text, sentence.start, verb)) is not None:
        count = _COUNTS.get(several)
        people = memory.people
        is_meant = len(people) == count if count else len(people) > 1
        return people if is_meant else ()
    pronoun = find_pronoun(text, sentence.start, verb)
    found = actors.subjects_before(verb, sentence.start) if pronoun is not None else ()
    if pronoun is None or (found and found[-1].end > pronoun):
        return None
    return _only(actors.last_person(max(sentence.start, pronoun - _FAR), pronoun) or memory.person)


def _only(actor: Actor | None) -> tuple[Actor, ...]:
    return (actor,) if actor else ()


def _find_several(text: str, start: int, verb: int) -> str | None:
    """Return the number word of ``hai đồng chí``, where they are the subject of the verb."""
    match = _TOGETHER.match(text, start, verb + 1) if verb - start < _FAR else None
    if match is None or not text[match.end()].islower():
        return None
    is_title = post_heads().match(text[match.end() : verb].lower()) is not None
    return None if is_title else match["count"].lower()


def find_speaker(text: str, sentence: Span, actors: Actors, last: Actor | None) -> Actor | None:
    """Return who speaks from this sentence on, in an interview: ``Bí thư A: ...``, else the last.

    Whoever asks is nobody of whom anything is told.
    """
    if _ASKS.match(text, sentence.start):
        return None
    leading = actors.leading(sentence.start, sentence.end)
    if leading and leading.is_person and _SPEAKS.match(text, leading.end, sentence.end):
        return leading
    return last
