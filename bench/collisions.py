"""How often a citation lands on the right document, beside the two rules anyone would try first.

Reads ``tests/graph/data/collisions.jsonl``: texts of our own with citations whose symbol exists in
several terms, each with the right term or ``ambiguous``; and ``collisions_blind.jsonl``, written
and answered by somebody who knew the tables of the register and not the rules (the first run on it
had 23 of 39 clear ones right and none wrong; it is not blind any more)::

    python -m bench collisions [--part dev|held|press|traps|blind|all] [--errors]
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from canbo.graph.citations import resolve_citations
from canbo.graph.reading.reader import read_statements
from canbo.graph.register import Register, load_register
from canbo.graph.resolution import Outcome
from canbo.spelling import parse_date, parse_signature

DATA = Path(__file__).parents[1] / "tests" / "graph" / "data"
FILES = ("collisions.jsonl", "collisions_blind.jsonl")
PARTS = ("dev", "held", "press", "traps", "blind")
AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation of the benchmark: where it stands, and the right answer."""

    case: str
    published: str
    text: str
    signature: str
    answer: str


Method = Callable[[Cited, Register], str]
"""From a citation to the term it means, or ``ambiguous``."""


def read_cases(part: str = "all") -> Iterator[Cited]:
    """Yield the citations of a *part*: ``dev``, ``held``, ``press``, ``traps``, ``blind``, or all.

    The even and the odd ones of the first 120 texts; those in the manner of newspapers, local pages
    and decisions; and those in which dates, years, meetings and bodies mostly belong to something
    else. Each part was written and answered before any run on it.
    """
    lines = (line for name in FILES for line in (DATA / name).read_text("utf-8").splitlines())
    for line in lines:
        case = json.loads(line)
        if part in {"all", _part_of(case["id"])}:
            for cited in case["cites"]:
                yield Cited(
                    case["id"], case["published"], case["text"], cited["signature"], cited["answer"]
                )


def _part_of(case: str) -> str:
    named = {"p": "press", "t": "traps", "b": "blind"}.get(case[0])
    return named or ("held" if int(case[1:]) % 2 else "dev")


def resolve(cited: Cited, register: Register) -> str:
    """Answer as canbo does, from the text as it stands."""
    reading = read_statements(cited.text, cited.published)
    asked = str(parse_signature(cited.signature))
    for found in resolve_citations(reading, register, cited.published, cited.text):
        signature = parse_signature(found.document.signature or "")
        if signature and str(signature) == asked:
            known = found.outcome is not Outcome.AMBIGUOUS and found.term
            return found.term or AMBIGUOUS if known else AMBIGUOUS
    return "not read"


def take_term_of_day(cited: Cited, register: Register) -> str:
    """Answer with the term in which the text was written."""
    day = parse_date(cited.published)
    term = register.term_on(day.first) if day else None
    return term.name if term else AMBIGUOUS


def take_latest(cited: Cited, register: Register) -> str:
    """Answer with the last registered document of that symbol that was there already."""
    day = parse_date(cited.published)
    known = register.documents_signed(cited.signature)
    there = [d for d in known if not (day and d.date and d.date.first > day.last)]
    return there[-1].key.term if there else AMBIGUOUS


METHODS: dict[str, Method] = {
    "term at the text's date": take_term_of_day,
    "latest document with that symbol": take_latest,
    "canbo": resolve,
}


def score(method: Method, cases: list[Cited], register: Register) -> Counter[str]:
    """Return the counts: right, wrong, and open, each for clear and for ambiguous citations."""
    counts: Counter[str] = Counter()
    for cited in cases:
        counts[judge(method(cited, register), cited)] += 1
    return counts


def judge(answer: str, cited: Cited) -> str:
    """Return what an answer is worth: right, wrong, open or rightly open."""
    if answer in {AMBIGUOUS, "not read"}:
        return "rightly open" if cited.answer == AMBIGUOUS else "open"
    return "right" if answer == cited.answer else "wrong"


def measure(arguments: list[str]) -> dict[str, object]:
    """Return the counts and shares of each method, and with ``--errors`` what canbo has not right.

    *wrong* is a share of all citations, *right* one of those that a careful reader can resolve.
    """
    parser = argparse.ArgumentParser(prog="bench collisions", description=__doc__)
    parser.add_argument("--part", choices=(*PARTS, "all"), default="all")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args(arguments)
    register, cases = load_register(), list(read_cases(options.part))
    clear = sum(cited.answer != AMBIGUOUS for cited in cases)
    shared = {c.signature for c in cases if len(register.documents_signed(c.signature)) > 1}
    found: dict[str, object] = {
        "part": options.part,
        "citations": len(cases),
        "clear": clear,
        "symbols_of_several_terms": len(shared),
    }
    for name, method in METHODS.items():
        counts = score(method, cases, register)
        shares = {"wrong": counts["wrong"] / len(cases), "right": counts["right"] / clear}
        found[name] = {key: round(share, 3) for key, share in shares.items()} | {"counts": counts}
    if options.errors:
        answers = ((cited, resolve(cited, register)) for cited in cases)
        found["errors"] = [
            f"{cited.case} {cited.signature}: {answer}, not {cited.answer}"
            for cited, answer in answers
            if judge(answer, cited) in {"wrong", "open"}
        ]
    return found
