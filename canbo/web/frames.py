"""How questions and replies go through the pipes of a worker: a length, then the bytes.

A question is a list in JSON; a visit, which asks for a page, an object.
"""

import json
import struct
from dataclasses import dataclass
from typing import IO, Any, Final, TypeAlias, cast

from canbo.web.formats import Wanted
from canbo.web.protocol import Question

ASKED: Final = struct.Struct(">I")
REPLIED: Final = struct.Struct(">HHI")


@dataclass(frozen=True, slots=True)
class Reply:
    """A status of HTTP, the media type (none for one line that says what is wrong), the body."""

    status: int
    media: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Visit:
    """A page that is asked for: its path, what follows the question mark, the media type wanted."""

    path: str
    given: tuple[tuple[str, str], ...]
    media: str

    def value(self, name: str) -> str:
        """Return the last value given for *name*, stripped; nothing where there is none."""
        return next((value.strip() for key, value in reversed(self.given) if key == name), "")


Asked: TypeAlias = tuple[Question, Wanted] | Visit
"""What a worker is asked: a question and the formats of its answer, or a page."""


def pack_visit(visit: Visit) -> bytes:
    """Return one visit as a frame."""
    told = {"path": visit.path, "given": visit.given, "media": visit.media}
    body = json.dumps(told).encode()
    return ASKED.pack(len(body)) + body


def pack_question(question: Question, wanted: Wanted) -> bytes:
    """Return one question as a frame."""
    graphs = [question.default_graphs, question.named_graphs]
    body = json.dumps([question.text, *graphs, wanted.rows, wanted.triples]).encode()
    return ASKED.pack(len(body)) + body


def read_asked(pipe: IO[bytes]) -> Asked | None:
    """Return what is asked next in *pipe*, or None at its end."""
    head = pipe.read(ASKED.size)
    if len(head) < ASKED.size:
        return None
    said = json.loads(pipe.read(ASKED.unpack(head)[0]))
    if isinstance(said, dict):
        return _visit(cast("dict[str, Any]", said))
    text, default, named, rows, triples = cast("list[Any]", said)
    return Question(text, tuple(default), tuple(named)), Wanted(rows, triples)


def _visit(told: dict[str, Any]) -> Visit:
    given = cast("list[list[str]]", told["given"])
    pairs = tuple((name, value) for name, value in given)
    return Visit(told["path"], pairs, told["media"])


def write_reply(pipe: IO[bytes], reply: Reply) -> None:
    """Write *reply* as a frame."""
    media = reply.media.encode()
    pipe.write(REPLIED.pack(reply.status, len(media), len(reply.body)) + media + reply.body)
    pipe.flush()
