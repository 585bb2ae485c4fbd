"""``canbo check``: shapes and contradictions; each fault is shown with the words behind it."""

import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Final

import click
from pyoxigraph import Store

from canbo.commands.contradictions import Contradiction, find_contradictions
from canbo.commands.options import in_graph, tell_progress
from canbo.graph.keeping.copying import copy_to_memory
from canbo.graph.keeping.store import open_store
from canbo.ontology.check import Violation, check
from canbo.queries.labels import in_batches, labels_of
from canbo.queries.quotes import Quote
from canbo.queries.sheet import Cell, Sheet, clean
from canbo.queries.shelf import Language, Words
from canbo.queries.table import UNBOUNDED, as_table
from canbo.queries.targets import select

_SHOWN: Final = 3
"""How many quotes a table shows for one violation; JSON has them all."""

_LARGEST_COPY: Final = 3_000_000
"""Statements; a copy in memory takes some 350 MB for each million."""

_HEADINGS: Final = (
    Words(vi="sai ở đâu", en="where"),
    Words(vi="thuộc tính", en="property"),
    Words(vi="phải thế nào", en="what must be"),
    Words(vi="đang là", en="what is"),
    Words(vi="lời nguồn", en="words of the source"),
)
_CLEAN: Final = Words(
    vi="Không có gì sai: {count} phát biểu đều đúng hình dạng.",
    en="Nothing is wrong: all {count} statements have the shape they must have.",
)
_FAULTY: Final = Words(vi="{count} chỗ sai.", en="{count} violations.")

# From what is wrong to its attestations, if it is none, and on to the words.
_QUOTES: Final = """\
SELECT DISTINCT ?thing ?quote ?start ?end ?source ?title WHERE {{
  VALUES ?thing {{ {things} }}
  ?thing (^oa:hasBody|prov:wasDerivedFrom|(^org:member|^cb:post|^org:organization|^cb:candidate|\
^cb:resolvedTo|cb:boundOf)/^oa:hasBody)?/oa:hasTarget?/oa:hasSelector? ?selector .
  ?selector oa:exact ?quote ; oa:start ?start ; oa:end ?end .
  ?passage oa:hasSelector ?selector ; oa:hasSource ?source .
  OPTIONAL {{ ?source dcterms:title ?title }}
}} ORDER BY STR(?thing) STR(?source) ?start ?end STR(?title)
"""


@dataclass(frozen=True, slots=True)
class Finding:
    """A violation, what the thing at fault is called, and the words that it rests on."""

    violation: Violation
    label: str
    quotes: tuple[Quote, ...]


@click.command("check")
@click.option(
    "--lang",
    type=click.Choice(["vi", "en"]),
    default="vi",
    envvar="CANBO_LANG",
    show_default=True,
    help="The language of the messages.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How to write what is wrong.",
)
@in_graph
@click.pass_context
def command(context: click.Context, *, lang: Language, form: str, graph: Path) -> None:
    """Hold the graph against the shapes of the ontology, and its statements against each other.

    Each fault is shown with its quotes, a contradiction with those of both sides.

    Ends with 0 where all is well and with 1 where anything is wrong. Nothing is changed.
    """
    store = open_store(graph)
    tell_progress(quiet=False)("checking", f"{len(store)} statements")
    findings = find_faults(store, lang)
    if form == "json":
        click.echo(_as_json(findings))
    elif findings:
        click.echo(_as_table(findings, lang) + _FAULTY.to(lang).format(count=len(findings)))
    else:
        click.echo(_CLEAN.to(lang).format(count=len(store)))
    context.exit(1 if findings else 0)


def find_faults(store: Store, language: Language) -> list[Finding]:
    """Return what is wrong in *store*: what has not its shape, then what contradicts itself.

    All is asked of a copy in memory, unless that would take more than about a gigabyte: even with
    the copying it is less than half the work.
    """
    asked = store if len(store) > _LARGEST_COPY else copy_to_memory(store)
    faults = [
        *(Contradiction(violation, (violation.focus,)) for violation in check(asked)),
        *find_contradictions(asked),
    ]
    things = sorted({side for fault in faults for side in fault.sides if ":" in side})
    labels = labels_of(store, things, language)
    quotes = _quotes(store, things)
    return [
        Finding(
            fault.violation,
            labels.get(fault.violation.focus, ""),
            tuple(_interleave([quotes.get(side, []) for side in fault.sides])),
        )
        for fault in faults
    ]


def _interleave(sides: Sequence[Sequence[Quote]]) -> Iterator[Quote]:
    """Yield the quotes of all sides in turns, so that the first few show each side."""
    seen: set[Quote] = set()
    for turn in zip_longest(*sides):
        for quote in turn:
            if quote and quote not in seen:
                seen.add(quote)
                yield quote


def _quotes(store: Store, things: Iterable[str]) -> Mapping[str, list[Quote]]:
    found: dict[str, list[Quote]] = {}
    for batch in in_batches(things):
        for row in select(store, _QUOTES.format(things=batch)).rows:
            source, text, title = (row.text(name) for name in ("source", "quote", "title"))
            quote = Quote(source, int(row.text("start")), int(row.text("end")), text, title)
            found.setdefault(row.text("thing"), []).append(quote)
    return found


def _as_json(findings: Iterable[Finding]) -> str:
    written = [
        {
            "focus": finding.violation.focus,
            "label": finding.label,
            "path": finding.violation.path,
            "shape": finding.violation.shape,
            "value": finding.violation.value,
            "severity": finding.violation.severity,
            "message": {
                "vi": finding.violation.message_vi,
                "en": finding.violation.message_en,
            },
            "quotes": [
                {"source": one.source, "start": one.start, "end": one.end, "quote": one.text}
                for one in finding.quotes
            ],
        }
        for finding in findings
    ]
    return json.dumps(written, ensure_ascii=False, indent=2)


def _as_table(findings: Iterable[Finding], language: Language) -> str:
    headings = tuple(heading.to(language) for heading in _HEADINGS)
    sheet = Sheet((), headings, tuple(_row(finding, language) for finding in findings))
    at_terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if at_terminal else UNBOUNDED
    return as_table(sheet, width, colour=at_terminal and "NO_COLOR" not in os.environ)


def _row(finding: Finding, language: Language) -> tuple[Cell, ...]:
    fault = finding.violation
    lines = [f"“{one.text}” ({one.title or one.source})" for one in finding.quotes[:_SHOWN]]
    if more := len(finding.quotes) - len(lines):
        lines.append(f"… +{more}")
    texts = (
        "\n".join(filter(None, (finding.label, fault.focus))),
        fault.path,
        fault.message(language),
        fault.value,
        "\n".join(lines),
    )
    return tuple(Cell(clean(text)) for text in texts)
