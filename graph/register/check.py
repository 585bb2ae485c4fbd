"""What must hold between the rows of the register, and what is doubtful without being wrong."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from canbo.errors import (
    CanboError,
    RegisterCellError,
    RegisterCircleError,
    RegisterTwiceError,
)
from canbo.graph.register.bodies import Organ
from canbo.graph.register.documents import (
    DocumentKey,
    DocumentRelation,
    Law,
    RegisteredDocument,
    Relation,
    Term,
)
from canbo.graph.register.parse import Tables
from canbo.graph.register.rows import Row
from canbo.spelling import name_key


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row that may be right but does not fit its neighbours."""

    key: DocumentKey
    row: Row
    reason: str


def find_problems(tables: Tables) -> list[CanboError]:
    """Return all that makes the tables unusable, in the order of the tables."""
    return [
        *_find_unknown_terms(tables),
        *_find_dates_outside_terms(tables),
        *_find_unknown_types_and_issuers(tables),
        *_find_unknown_documents(tables),
        *_find_older_successors(tables),
        *_find_relation_circles(tables),
        *_find_unknown_organs(tables),
        *_find_wrong_laws(tables),
        *_find_laws_among_others(tables),
    ]


def find_number_doubts(documents: Iterable[RegisteredDocument]) -> tuple[Doubt, ...]:
    """Return the documents whose number and date do not rise together in their series and term.

    Rule: numbers run from 01 for each type in each term (36-HD/VPTW of 2018), so a date that goes
    back marks a misprint. The fewest rows that break the rise are the doubtful ones.
    """
    found: list[Doubt] = []
    for line in group_by_numbering(documents).values():
        rising = {id(document) for document in pick_rising(line)}
        found += [
            Doubt(document.key, document.row, _tell_order(document, line))
            for document in line
            if id(document) not in rising and document.date
        ]
    return tuple(found)


def _tell_order(document: RegisteredDocument, line: list[RegisteredDocument]) -> str:
    at = line.index(document)
    beside = (*line[max(0, at - 1) : at], *line[at + 1 : at + 2])
    others = ", ".join(f"{d.key.symbol} {d.date.iso}" for d in beside if d.date)
    day = document.date.iso if document.date else ""
    return f"số và ngày không cùng tăng: {document.key.symbol} {day} bên cạnh {others}"


def group_by_numbering(
    documents: Iterable[RegisteredDocument],
) -> dict[tuple[str, str], list[RegisteredDocument]]:
    """Return the documents with a number and a full date by series and term, in number order."""
    lines: dict[tuple[str, str], list[RegisteredDocument]] = defaultdict(list)
    for document in documents:
        if document.signature and document.date and document.date.day:
            lines[document.series, document.key.term].append(document)
    for line in lines.values():
        line.sort(key=lambda d: (d.signature.number if d.signature else 0, d.key))
    return dict(lines)


def pick_rising(line: list[RegisteredDocument]) -> list[RegisteredDocument]:
    """Return the longest part of *line*, in number order, whose dates never go back."""
    days = [document.date.first for document in line if document.date]
    tails: list[int] = []
    before: list[int | None] = []
    for index, day in enumerate(days):
        place = bisect_right([days[tail] for tail in tails], day)
        before.append(tails[place - 1] if place else None)
        tails[place : place + 1] = [index]
    picked: list[RegisteredDocument] = []
    step = tails[-1] if tails else None
    while step is not None:
        picked.append(line[step])
        step = before[step]
    return picked[::-1]


def _find_unknown_terms(tables: Tables) -> Iterator[CanboError]:
    known = {term.name: None for term in sorted(tables.terms, key=lambda t: t.ordinal)}
    used: list[tuple[str, Row]] = [(p.term, p.row) for p in tables.plenums]
    used += [(document.key.term, document.row) for document in tables.documents]
    used += [(official.term, official.row) for official in tables.officials if official.term]
    for term, row in used:
        if term not in known:
            yield _refuse(row, "term", term, f"a term of terms.csv: {', '.join(known)}")


def _find_dates_outside_terms(tables: Tables) -> Iterator[CanboError]:
    terms = {term.name: term for term in tables.terms}
    for document in tables.documents:
        term = terms.get(document.key.term)
        if document.date and term:
            yield from _check_date(document, term)


def _check_date(document: RegisteredDocument, term: Term) -> Iterator[CanboError]:
    """Yield a date outside the term; what has no number is adopted by the congress itself."""
    start = term.numbering_from if document.signature else term.congress_start
    day = document.date
    if day and day.last < start.first:
        yield _refuse(document.row, "date", day.iso, f"on or after {start.iso}, {term.name} begins")
    elif day and term.numbering_to and day.first > term.numbering_to.last:
        end = term.numbering_to.iso
        yield _refuse(document.row, "date", day.iso, f"on or before {end}, khóa {term.name} ends")


def _find_unknown_types_and_issuers(tables: Tables) -> Iterator[CanboError]:
    types = {name_key(n) for t in tables.document_types for n in (t.label_vi, *t.variants)}
    organs = {name_key(n) for o in tables.organs for n in (o.name, *o.aliases, o.abbreviation)}
    for document in tables.everything:
        if isinstance(document, Law):
            continue
        if name_key(document.type) not in types:
            expected = "a type of document_types.csv, like Chỉ thị"
            yield _refuse(document.row, "type", document.type, expected)
        for issuer in document.issuers:
            if name_key(issuer) not in organs:
                yield _refuse(document.row, "issuer", issuer, "a body in organs.csv; add it there")


def _find_unknown_documents(tables: Tables) -> Iterator[CanboError]:
    known = {document.key for document in tables.everything}
    plenums = {(p.term, p.number, p.session) for p in tables.plenums}
    expected = "a document of documents.csv, state_documents.csv or laws.csv"
    for relation in tables.relations:
        for column, key in (("signature", relation.document), ("target", relation.target)):
            if key not in known:
                yield _refuse(relation.row, column, str(key), expected)
    for adoption in tables.plenum_documents:
        if adoption.document not in known:
            yield _refuse(adoption.row, "signature", str(adoption.document), expected)
        place = (adoption.document.term, adoption.plenum, adoption.session)
        if place not in plenums:
            number = f"{adoption.plenum or ''} {adoption.session}".strip()
            yield _refuse(adoption.row, "plenum", number, "a plenum of that term in plenums.csv")


def _find_older_successors(tables: Tables) -> Iterator[CanboError]:
    dates = {document.key: document.date for document in tables.everything}
    for link in tables.relations:
        new, old = dates.get(link.document), dates.get(link.target)
        if new and old and new.last < old.first:
            what = f"no older than what it {link.relation}, {link.target} of {old.iso}"
            yield _refuse(link.row, "signature", f"{link.document} of {new.iso}", what)


def _find_relation_circles(tables: Tables) -> Iterator[CanboError]:
    for relation in Relation:
        links: dict[DocumentKey, list[DocumentRelation]] = defaultdict(list)
        for link in tables.relations:
            if link.relation is relation:
                links[link.document].append(link)
        edges = {
            str(key): [(str(link.target), link.row) for link in targets]
            for key, targets in links.items()
        }
        yield from _find_circle(relation, edges)


def _find_circle(
    relation: str, edges: dict[str, list[tuple[str, Row]]]
) -> Iterator[RegisterCircleError]:
    """Yield the first circle in *edges*, found by walking without recursion."""
    done: set[str] = set()
    for start in edges:
        path: list[str] = [start]
        rows: list[Row] = []
        steps = [iter(edges.get(start, ()))]
        while steps:
            target, row = next(steps[-1], (None, None))
            if target is None or row is None:
                done.add(path.pop())
                steps.pop()
                del rows[-1:]
            elif target in path:
                at = path.index(target)
                places = tuple(r.place for r in (*rows[at:], row))
                yield RegisterCircleError(relation, (*path[at:], target), places)
                return
            elif target not in done:
                path.append(target)
                rows.append(row)
                steps.append(iter(edges.get(target, ())))


def _find_unknown_organs(tables: Tables) -> Iterator[CanboError]:
    known = {organ.name for organ in tables.organs}
    expected = "the name of a body in organs.csv"
    for organ in tables.organs:
        for column in ("parent", "counterpart", "successor"):
            name: str = getattr(organ, column)
            if name and name not in known:
                yield _refuse(organ.row, column, name, expected)
    for official in tables.officials:
        if official.organ not in known:
            yield _refuse(official.row, "organ", official.organ, expected)
    yield from _find_circle("parent", _links(tables.organs, "parent"))
    yield from _find_circle("successor", _links(tables.organs, "successor"))


def _links(organs: Iterable[Organ], column: str) -> dict[str, list[tuple[str, Row]]]:
    found = ((organ.name, str(getattr(organ, column)), organ.row) for organ in organs)
    return {name: [(target, row)] for name, target, row in found if target}


def _find_wrong_laws(tables: Tables) -> Iterator[CanboError]:
    """Yield laws that replace what is not there or is younger, and those that may be one law."""
    laws: dict[str, list[Law]] = defaultdict(list)
    for law in tables.laws:
        laws[law.name].append(law)
    for law in tables.laws:
        others = [other for other in laws[law.name] if other is not law]
        replaced = [o for o in others if law.replaces in {str(o.year), o.symbol} - {""}]
        if law.replaces and not replaced:
            expected = "the year or the symbol of another law of this name"
            yield _refuse(law.row, "replaces", law.replaces, expected)
        if any(old.year > law.year for old in replaced):
            yield _refuse(law.row, "replaces", law.replaces, f"a law older than that of {law.year}")
        for other in others:
            if not law.symbol and other.year == law.year:
                yield RegisterTwiceError(law.row.file, law.row.line, other.row.place, law.label)


def _find_laws_among_others(tables: Tables) -> Iterator[CanboError]:
    """Yield the State documents that stand in laws.csv already."""
    laws = {law.key: law for law in tables.laws}
    for document in tables.state_documents:
        if law := laws.get(document.key):
            row = document.row
            yield RegisterTwiceError(row.file, row.line, law.row.place, f"document {document.key}")


def _refuse(row: Row, column: str, value: str, expected: str) -> RegisterCellError:
    return RegisterCellError(row.file, row.line, column, value, expected)
