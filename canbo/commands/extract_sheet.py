"""What a text states, laid out for people: tables, and the text with its places marked."""

import sys
from collections.abc import Iterable, Sequence
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from canbo.commands.rule_words import say_inference, say_rule, say_unread
from canbo.graph.citation_entries import Entry
from canbo.graph.knowledge import Knowledge, learn
from canbo.graph.reading.model import (
    Action,
    Change,
    Deed,
    Document,
    Event,
    Holding,
    Reading,
    Reform,
    Span,
    Status,
)
from canbo.graph.reading.reader import read_statements
from canbo.graph.resolution import Outcome, Resolution
from canbo.graph.texts.sources import Source

STATUS_WORDS: Final = {
    Status.CURRENT: "đang giữ",
    Status.FORMER: "nguyên",
    Status.ACTING: "quyền, phụ trách",
    Status.ELECTED: "được bầu",
    Status.APPOINTED: "được bổ nhiệm",
    Status.DISMISSED: "miễn nhiệm, thôi giữ",
    Status.RETIRED: "nghỉ hưu",
    Status.DISCIPLINED: "bị kỷ luật",
    Status.PROPOSED: "được giới thiệu",
}
"""How each status reads in Vietnamese."""

DEED_WORDS: Final = {
    Deed.ISSUES: "ban hành",
    Deed.IMPLEMENTS: "thực hiện",
    Deed.STUDIES: "học tập, quán triệt",
    Deed.URGES: "yêu cầu thực hiện",
    Deed.CITES: "viện dẫn",
    Deed.VIOLATES: "vi phạm",
    Deed.SUPERSEDES: "thay thế",
}
"""How each deed reads in Vietnamese."""

REFORM_WORDS: Final = {
    Reform.FOUNDING: "thành lập",
    Reform.RENAME: "đổi tên",
    Reform.MERGER: "hợp nhất, sáp nhập",
    Reform.SPLIT: "chia, tách",
    Reform.ABOLITION: "giải thể, kết thúc",
}
"""How each change of an organisation reads in Vietnamese."""

_MARKS: Final = {"C": "green", "V": "cyan", "H": "magenta", "S": "yellow", "T": "blue"}
_LEGEND: Final = Text(
    "Bài có đánh dấu · the text, marked: C chức vụ, V văn bản, H việc làm, S sự kiện, "
    "T thay đổi tổ chức",
    "bold",
)
_WIDTH: Final = 150
_QUOTE: Final = 160


class Sheet:
    """The console that tables go to."""

    def __init__(self, console: Console | None = None, knowledge: Knowledge | None = None) -> None:
        """Write to *console*, by default stdout; where that is no terminal, wide enough to read.

        Citations are resolved by *knowledge*, by default canbo's own register.
        """
        self._knowledge = knowledge or learn()
        self._console = console or Console(width=None if sys.stdout.isatty() else _WIDTH)

    def show(self, source: Source, *, explain: bool = False) -> None:
        """Print what *source* states, with *explain* also where and by which rule."""
        reading = read_statements(source.text, source.published)
        found = self._knowledge.resolve(source, reading)
        title = source.title or source.id
        self._console.rule(f"{title}{f' · {source.published}' if source.published else ''}")
        tables = (
            holdings_table(reading.holdings, source.text),
            documents_table(reading.documents, found),
            actions_table(reading.actions, source.text),
            events_table(reading.events),
            changes_table(reading.changes),
        )
        shown = [table for table in tables if table.row_count]
        for table in shown:
            self._console.print(table)
        if not shown:
            self._console.print("Không có gì được nêu · nothing is stated")
        if explain:
            self._console.print(_LEGEND)
            self._console.print(mark_text(source.text, reading))
            self._console.print(rules_table(reading))
            if reading.unread:
                self._console.print(unread_table(reading, source.text))


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", header_style="bold", expand=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def quote(text: str, spans: Sequence[Span]) -> str:
    """Return the words of *text* at *spans*: one stretch if short, else piece by piece."""
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    if end - start <= _QUOTE:
        return " ".join(text[start:end].split())
    pieces = (" ".join(text[span.start : span.end].split()) for span in spans)
    return " … ".join(dict.fromkeys(pieces))


def holdings_table(holdings: Iterable[Holding], text: str) -> Table:
    """Return who holds what: person, post, organisation, status, when, and the words."""
    table = _table(
        "Chức vụ · posts", "Người", "Chức vụ", "Tổ chức", "Tình trạng", "Khi nào", "Trích"
    )
    before = None
    for one in holdings:
        when = [_day(one), one.term and f"nhiệm kỳ {one.term}", _stretch(one)]
        if before not in {None, one.person}:
            table.add_section()
        name, before = ("" if one.person == before else one.person), one.person
        table.add_row(
            Text(name, "bold"),
            Text(one.post),
            Text(one.org),
            f"{STATUS_WORDS[one.status]} · {one.status}",
            "; ".join(filter(None, when)),
            Text(quote(text, one.spans) if one.spans else ""),
        )
    return table


def _day(one: Holding) -> str | None:
    return one.date or (one.attested_on and f"nêu ngày {one.attested_on}")


def _stretch(one: Holding) -> str:
    return f"{one.since or '…'} – {one.until or '…'}" if one.since or one.until else ""


def documents_table(documents: Iterable[Document], found: Iterable[Resolution]) -> Table:
    """Return the documents cited, and which registered one each of them is."""
    table = _table("Văn bản · documents", "Văn bản", "Cơ quan", "Ngày", "Lần nêu", "Là văn bản nào")
    for one, resolution in zip(documents, found, strict=True):
        table.add_row(
            Text(one.mention),
            Text(one.issuer or ""),
            one.date or "",
            str(len(one.spans)),
            Text(say_resolution(resolution)),
        )
    return table


def say_resolution(resolution: Resolution) -> str:
    """Return in a few words what a citation was resolved to, and why."""
    if resolution.outcome is Outcome.UNREGISTERED:
        return "chưa có trong danh mục · unregistered"
    if resolution.outcome is Outcome.AMBIGUOUS:
        open_ones = [candidate.entry for candidate in resolution.possible]
        unseen = [r for r in resolution.reasons if not r.startswith("có thể là")]
        return f"chưa rõ · ambiguous: {'; '.join((*map(_tell_entry, open_ones), *unseen))}"
    term = f"khóa {resolution.term}, " if resolution.term else ""
    why = f" ({'; '.join(resolution.reasons)})" if resolution.reasons else ""
    return f"{term}{resolution.date or '?'}{why}"


def _tell_entry(entry: Entry) -> str:
    term = f"khóa {entry.term}" if entry.term else entry.label
    return f"{term}, {entry.date.iso}" if entry.date else term


def actions_table(actions: Iterable[Action], text: str) -> Table:
    """Return who does what with which document, and the words."""
    table = _table("Việc làm · actions", "Ai", "Việc", "Văn bản", "Trích")
    for one in actions:
        deed = f"{DEED_WORDS[one.action]} · {one.action}"
        table.add_row(Text(one.actor), deed, Text(one.document), Text(quote(text, one.spans[:1])))
    return table


def events_table(events: Iterable[Event]) -> Table:
    """Return the congresses, sessions and plenums."""
    table = _table("Sự kiện · events", "Sự kiện", "Ngày", "Nhiệm kỳ")
    for one in events:
        table.add_row(Text(one.name), one.date or "", one.term or "")
    return table


def changes_table(changes: Iterable[Change]) -> Table:
    """Return what became of organisations."""
    table = _table("Thay đổi tổ chức · changes", "Việc", "Từ", "Thành", "Ngày")
    for one in changes:
        sides = ("; ".join(side) for side in (one.originals, one.results))
        day = one.date or ""
        table.add_row(
            f"{REFORM_WORDS[one.kind]} · {one.kind}",
            *map(Text, sides),
            day if one.is_done or not day else f"quyết định {day}",
        )
    return table


# --- the explanation ---------------------------------------------------------------------------


def _labelled(reading: Reading) -> list[tuple[str, str, str, tuple[Span, ...]]]:
    """Return label, statement, rule and places of everything that is stated."""
    rows: list[tuple[str, str, str, tuple[Span, ...]]] = []
    for number, one in enumerate(reading.holdings, 1):
        rule = "; ".join((say_rule(one.rule), *map(say_inference, one.inferred)))
        said = f"{one.person}: {one.post}, {one.org} [{STATUS_WORDS[one.status]}]"
        rows.append((f"C{number}", said, rule, one.spans))
    for number, document in enumerate(reading.documents, 1):
        rows.append((f"V{number}", document.mention, say_rule(document.rule), document.spans))
    for number, action in enumerate(reading.actions, 1):
        said = f"{action.actor} {DEED_WORDS[action.action]} {action.document}"
        rows.append((f"H{number}", said, say_rule(action.rule), action.spans))
    for number, event in enumerate(reading.events, 1):
        rows.append((f"S{number}", event.name, say_rule(event.rule), event.spans))
    for number, change in enumerate(reading.changes, 1):
        sides = " → ".join("; ".join(side) for side in (change.originals, change.results))
        said = f"{sides} [{REFORM_WORDS[change.kind]}]"
        rows.append((f"T{number}", said, say_rule(change.rule), change.spans))
    return rows


def mark_text(text: str, reading: Reading) -> Text:
    """Return *text* with the places of the statements coloured, and their labels behind them."""
    marked = Text(text)
    labels: dict[int, list[str]] = {}
    for label, _, _, spans in _labelled(reading):
        for span in spans:
            marked.stylize(_MARKS[label[0]], span.start, span.end)
            labels.setdefault(span.end, []).append(label)
    pieces = Text()
    start = 0
    for end in sorted(labels):
        pieces.append_text(marked[start:end]).append(f"⟨{' '.join(labels[end])}⟩", "bold")
        start = end
    return pieces.append_text(marked[start:])


def rules_table(reading: Reading) -> Table:
    """Return each statement with the rule that read it and what was inferred."""
    table = _table("Vì sao · why", "Dấu", "Nêu", "Quy tắc, suy luận")
    for label, said, rule, _ in _labelled(reading):
        table.add_row(label, Text(said), Text(rule))
    return table


def unread_table(reading: Reading, text: str) -> Table:
    """Return what looks like a post, a document or a day and was not read, and why."""
    table = _table("Chưa đọc được · not read", "Chữ", "Loại", "Vì sao")
    for one in reading.unread:
        kind, reason = say_unread(one)
        table.add_row(Text(text[one.span.start : one.span.end]), kind, Text(reason))
    return table
