"""The rows of any table as text, and those that have all of some words."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from canbo.graph.register.documents import AnyDocument
from canbo.graph.register.register import Register
from canbo.spelling import PartialDate, words

Cells = dict[str, str]
"""One row as headings and text."""


def list_rows(register: Register, table: str) -> list[Cells]:
    """Return all rows of *table*, by the name of its file without the ending."""
    values: tuple[Any, ...] = getattr(register.tables, table)
    return [_SHOWN[table](value) for value in values]


def find_rows(register: Register, table: str, text: str) -> list[Cells]:
    """Return the rows of *table* that have every word of *text*, without regard to accents.

    Among documents, the State's and laws with them, a symbol in any spelling finds just those that
    carry it.
    """
    if table == "documents":
        return [show_document(found) for found in find_all(register, text)]
    asked = set(words(text))
    values: tuple[Any, ...] = getattr(register.tables, table)
    return [
        cells
        for value in values
        if asked <= set(words(" ".join((cells := _SHOWN[table](value)).values())))
    ]


def find_all(register: Register, text: str) -> list[AnyDocument]:
    """Return the documents of both systems, laws with them, that have every word of *text*.

    A symbol in any spelling finds just those that carry it.
    """
    signed: list[AnyDocument] = [*register.documents_signed(text)]
    signed += register.state_documents_signed(text)
    signed += register.laws_signed(text)
    if signed:
        return signed
    asked = set(words(text))
    found: list[AnyDocument] = [*register.find_documents(text)]
    found += (d for d in register.tables.of_state if asked and asked <= set(_words_of(d)))
    return found


def _words_of(document: AnyDocument) -> tuple[str, ...]:
    return words(" ".join((document.label, *document.aliases, *show_document(document).values())))


def _day(day: PartialDate | None) -> str:
    return day.iso if day else ""


def _join(parts: Iterable[str]) -> str:
    return "; ".join(parts)


def show_document(d: AnyDocument) -> Cells:
    """Return a document of either system as a row: its symbol, term or year, date and more."""
    return {
        "ký hiệu": d.key.symbol,
        "khóa": d.key.term,
        "ngày": _day(d.date),
        "loại": d.type,
        "cơ quan": _join(d.issuers),
        "nội dung": d.subject,
        "độ tin cậy": d.row.confidence,
    }


_SHOWN: Final[dict[str, Callable[[Any], Cells]]] = {
    "documents": show_document,
    "state_documents": lambda v: {
        "ký hiệu": v.key.symbol,
        "năm": v.key.term,
        "ngày": _day(v.date),
        "loại": v.type,
        "cơ quan": _join(v.issuers),
        "nội dung": v.subject,
        "hiệu lực từ": _day(v.in_force_from),
        "độ tin cậy": v.row.confidence,
    },
    "terms": lambda v: {
        "khóa": v.name,
        "đại hội": f"{_day(v.congress_start)} – {_day(v.congress_end)}",
        "nơi": v.place,
        "đánh số từ": _day(v.numbering_from),
        "đến": _day(v.numbering_to),
    },
    "plenums": lambda v: {
        "hội nghị": v.label,
        "từ": _day(v.start),
        "đến": _day(v.end),
        "độ tin cậy": v.row.confidence,
    },
    "relations": lambda v: {
        "văn bản": str(v.document),
        "quan hệ": v.relation,
        "với": str(v.target),
        "căn cứ": v.basis,
    },
    "plenum_documents": lambda v: {
        "văn bản": str(v.document),
        "hội nghị": f"{v.plenum} {v.session}".strip(),
        "căn cứ": v.basis,
    },
    "document_types": lambda v: {
        "loại": v.label_vi,
        "viết tắt": v.abbreviation,
        "hệ thống": v.system,
        "ai ban hành": _join(v.issuers),
        "đánh số lại": v.numbering,
        "ví dụ": v.example,
    },
    "organs": lambda v: {
        "cơ quan": v.name,
        "mã": v.code,
        "hệ thống": v.system,
        "cấp": v.level,
        "trực thuộc": v.parent,
        "đối ứng": v.counterpart,
        "đến": _day(v.valid_to),
        "kế tục": v.successor,
        "tên khác": _join(v.aliases),
    },
    "organ_codes": lambda v: {"mã": v.code, "phần": v.part, "nghĩa": v.label_vi},
    "organisation_kinds": lambda v: {
        "bắt đầu bằng": v.prefix,
        "loại": v.label_vi,
        "hệ thống": v.system,
        "cấp": v.level,
        "trực thuộc": v.parent,
        "đối ứng": v.counterpart,
    },
    "roles": lambda v: {
        "chức danh": v.title,
        "trong": _join(v.kinds),
        "thứ bậc": str(v.rank),
        "số chỗ": v.seats,
        "viết khác": _join(v.variants),
    },
    "officials": lambda v: {
        "người": v.person,
        "chức vụ": f"{'Quyền ' if v.is_acting else ''}{v.post}",
        "cơ quan": v.organ,
        "từ": _day(v.start),
        "đến": _day(v.end),
        "thấy": _day(v.attested),
        "độ tin cậy": v.row.confidence,
    },
    "provinces": lambda v: {
        "đơn vị": f"{v.kind} {v.name}",
        "đến": _day(v.until),
        "nay là": f"{v.successor_kind} {v.successor}",
    },
    "laws": lambda v: {
        "luật": f"{v.name} {v.year}",
        "ký hiệu": v.symbol,
        "ngày": _day(v.date),
        "hiệu lực từ": _day(v.in_force_from),
        "thay": v.replaces,
    },
}
"""What is shown of a row of each table."""
