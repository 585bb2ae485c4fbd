"""The registered documents that a citation can mean, laws and Party documents alike."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from canbo.graph.reading.model import Document
from canbo.graph.register import Register
from canbo.graph.register.documents import (
    AnyDocument,
    DocumentKey,
    Law,
    RegisteredDocument,
    StateDocument,
)
from canbo.graph.register.iris import document_iri, iri_of, law_iri, state_iri
from canbo.graph.register.numbering import Days, days_of
from canbo.graph.register.register import replaces_from
from canbo.ontology.iris import BASE
from canbo.spelling import PartialDate, System, parse_signature

_OF_THE_STATE = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Nghị định", "Thông tư", "Hiến pháp"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A registered document as a citation sees it. *days* is when it can have been signed.

    *since* is when it came into force, where that is later; *ended* the day on which something
    certainly replaced it, which stands in *ended_by*.
    """

    iri: str
    label: str
    term: str | None
    date: PartialDate | None
    days: Days
    issuers: tuple[str, ...]
    subject: str
    key: DocumentKey | None = None
    series: str = ""
    number: int = 0
    since: dt.date | None = None
    ended: dt.date | None = None
    ended_by: str = ""


def find_entries(document: Document, register: Register) -> tuple[Entry, ...]:
    """Return what the register has that *document* can be, oldest first.

    By its symbol; by type and number where no symbol is printed; by the plenum that passed it; by
    its name.
    """
    return tuple(_unique(_find(document, register)))


def list_entries(register: Register) -> tuple[Entry, ...]:
    """Return everything that a citation can mean."""
    return tuple(_enter_any(found, register) for found in register.tables.everything)


def find_meant(written: str, register: Register) -> Entry | None:
    """Return the one registered document that a person writes so, None where there is not one.

    By its IRI; by symbol or name and term (``10-CT/TW khóa X``, ``Điều lệ Đảng khóa XI``), or
    without the term where only one has it; a law by its symbol, or by name and year.
    """
    found = _unique(_find_meant(written, register))
    return found[0] if len(found) == 1 else None


def _find_meant(written: str, register: Register) -> Iterator[Entry]:
    if written.startswith(BASE):
        everything = register.tables.everything
        yield from (_enter_any(d, register) for d in everything if iri_of(d) == written)
        return
    name, _, said = written.partition(" khóa ")
    term = register.term(said.partition(" của ")[0]) if said else None
    if said and term is None:
        return
    for found in (*register.documents_signed(name), *register.documents_named(name)):
        if (term is None or found.key.term == term.name) and _is_of(found.key, said):
            yield _enter(found, register)
    if term is None:
        yield from _find_of_state(name, register)


def _is_of(key: DocumentKey, said: str) -> bool:
    """Return whether *said* (``XIII của Ban Chỉ đạo ...``) names no other body than the key's."""
    return said.partition(" của ")[2] in {"", key.body}


def _find_of_state(written: str, register: Register) -> Iterator[Entry]:
    yield from (_enter_law(law, register) for law in register.laws_signed(written))
    name, year = _split_year(written)
    known: list[AnyDocument] = [*register.state_documents_signed(name)]
    known += register.laws(name)
    for found in known:
        if year is None or found.key.term == str(year):
            yield _enter_any(found, register)


def _split_year(name: str) -> tuple[str, int | None]:
    """Return the name of a law without its year, and the year.

    >>> _split_year("Luật Đất đai năm 2013"), _split_year("Luật Đất đai")
    (('Luật Đất đai', 2013), ('Luật Đất đai', None))
    """
    match = _year_behind().search(name)
    return (name[: match.start()], int(match["year"])) if match else (name, None)


@cache
def _year_behind() -> re.Pattern[str]:
    return re.compile(r"\s(?:năm\s)?(?P<year>(?:19|20)\d\d)$")


def number_of(document: Document) -> int | None:
    """Return the number of a citation without a symbol: 5 for ``Chỉ thị số 05``.

    >>> number_of(Document("Chỉ thị", "Chỉ thị số 05", ()))
    5
    """
    match = _bare_number().search(document.mention)
    return int(match["number"]) if match else None


@cache
def _bare_number() -> re.Pattern[str]:
    return re.compile(r"(?:\bsố )?(?P<number>\d{1,4})$")


def _find(document: Document, register: Register) -> Iterator[Entry]:
    if document.signature:
        yield from _find_signed(document.signature, register)
    elif document.plenum is not None:
        yield from _find_adopted(document, register)
    else:
        yield from _find_numbered(document, register)
        yield from _find_named(document, register)


def _find_signed(symbol: str, register: Register) -> Iterator[Entry]:
    for found in register.documents_signed(symbol):
        yield _enter(found, register)
    for law in register.laws_signed(symbol):
        yield _enter_law(law, register)
    for state in register.state_documents_signed(symbol):
        yield _enter_state(state, register)


def _find_numbered(document: Document, register: Register) -> Iterator[Entry]:
    number = number_of(document)
    if number is None or document.type in _OF_THE_STATE:
        return
    for found in register.documents_numbered(document.type, number):
        if found.signature and found.signature.issuer == "TW":
            yield _enter(found, register)


def _find_adopted(document: Document, register: Register) -> Iterator[Entry]:
    terms = [document.term] if document.term else [t.name for t in register.tables.terms]
    for term in terms:
        for adoption in register.adopted_at(document.plenum, term):
            found = register.document(adoption.document.symbol, adoption.document.term)
            if found and found.type == document.type:
                yield _enter(found, register)


def _find_named(document: Document, register: Register) -> Iterator[Entry]:
    for found in register.documents_named(document.mention):
        yield _enter(found, register)
    for law in register.laws(_split_year(document.mention)[0]):
        yield _enter_law(law, register)


def _enter_any(found: AnyDocument, register: Register) -> Entry:
    if isinstance(found, Law):
        return _enter_law(found, register)
    if isinstance(found, StateDocument):
        return _enter_state(found, register)
    return _enter(found, register)


def _enter_state(found: StateDocument, register: Register) -> Entry:
    ended, ended_by = _end_of(found.key, register)
    return Entry(
        iri=state_iri(found),
        label=found.label,
        term=None,
        date=found.date,
        days=Days(found.date.first, found.date.last),
        issuers=found.issuers,
        subject=found.subject,
        key=found.key,
        number=found.signature.number,
        since=found.in_force_from.first if found.in_force_from else None,
        ended=ended,
        ended_by=ended_by,
    )


def _enter(found: RegisteredDocument, register: Register) -> Entry:
    ended, ended_by = _end_of(found.key, register)
    return Entry(
        iri=document_iri(found.key),
        label=found.label,
        term=found.key.term,
        date=found.date,
        days=days_of(found, register),
        issuers=found.issuers,
        subject=found.subject,
        key=found.key,
        series=found.series,
        number=found.signature.number if found.signature else 0,
        ended=ended,
        ended_by=ended_by,
    )


def _end_of(key: DocumentKey, register: Register) -> tuple[dt.date | None, str]:
    link = register.replacement(key, dt.date.max)
    if link is None or not link.basis.is_fact:
        return None, ""
    day = replaces_from(register.document_of(link.document))
    return (day.last, f"{link.document}, {day.iso}") if day else (None, "")


def _enter_law(law: Law, register: Register) -> Entry:
    later = register.law_replacing(law)
    ended, ended_by = _end_of(law.key, register)
    if later:
        ended = later.in_force_from.first if later.in_force_from else None
        ended_by = later.label
    made = law.date or PartialDate(law.year)
    return Entry(
        iri=law_iri(law),
        label=law.label,
        term=None,
        date=made,
        days=Days(made.first, made.last),
        issuers=("Quốc hội",),
        subject="",
        key=law.key,
        since=law.in_force_from.first if law.in_force_from else None,
        ended=ended,
        ended_by=ended_by,
    )


def _unique(entries: Iterable[Entry]) -> list[Entry]:
    return list({entry.iri: entry for entry in entries}.values())


def is_whole_number(document: Document) -> bool:
    """Return whether a State symbol carries its year or legislature, so that it names one document.

    >>> is_whole_number(Document("Nghị định", "Nghị định 30", (), "30/2020/NĐ-CP"))
    True
    """
    signature = parse_signature(document.signature or "")
    if signature is None or signature.system is not System.STATE:
        return False
    return signature.year is not None or signature.issuer[-1].isdecimal()


def series_of(document: Document) -> tuple[str, int] | None:
    """Return the Party series and the number a citation prints, ``("CT/TW", 10)``."""
    signature = parse_signature(document.signature or "")
    if signature is None or not signature.type or signature.system != "Party":
        return None
    return f"{signature.type}/{signature.issuer}", signature.number
