"""How questions and replies go through the pipes of a worker: a length, then the bytes."""

import json
import struct
from dataclasses import dataclass
from typing import IO, Final

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


def pack_question(question: Question, wanted: Wanted) -> bytes:
    """Return one question as a frame."""
    graphs = [question.default_graphs, question.named_graphs]
    body = json.dumps([question.text, *graphs, wanted.rows, wanted.triples]).encode()
    return ASKED.pack(len(body)) + body


def read_question_frame(pipe: IO[bytes]) -> tuple[Question, Wanted] | None:
    """Return the next question in *pipe*, or None at its end."""
    head = pipe.read(ASKED.size)
    if len(head) < ASKED.size:
        return None
    text, default, named, rows, triples = json.loads(pipe.read(ASKED.unpack(head)[0]))
    return Question(text, tuple(default), tuple(named)), Wanted(rows, triples)


def write_reply(pipe: IO[bytes], reply: Reply) -> None:
    """Write *reply* as a frame."""
    media = reply.media.encode()
    pipe.write(REPLIED.pack(reply.status, len(media), len(reply.body)) + media + reply.body)
    pipe.flush()
