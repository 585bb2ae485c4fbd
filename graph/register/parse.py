"""From records to typed values, one function a table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from canbo.graph.register.bodies import (
    BodySystem,
    Level,
    Official,
    Organ,
    OrganCode,
    OrganisationKind,
    Province,
    RoleRow,
    Seats,
)
from canbo.graph.register.documents import (
    Adoption,
    AnyDocument,
    DocumentRelation,
    DocumentType,
    Law,
    Numbering,
    Plenum,
    RegisteredDocument,
    StateDocument,
    Term,
)
from canbo.graph.register.parse_documents import (
    parse_adoption,
    parse_document,
    parse_law,
    parse_relation,
    parse_state_document,
)
from canbo.graph.register.tables import Record
from canbo.spelling import name_key


@dataclass(frozen=True, slots=True)
class Tables:
    """All rows of all tables, read and typed, in the order of the files."""

    terms: tuple[Term, ...]
    plenums: tuple[Plenum, ...]
    documents: tuple[RegisteredDocument, ...]
    state_documents: tuple[StateDocument, ...]
    relations: tuple[DocumentRelation, ...]
    plenum_documents: tuple[Adoption, ...]
    document_types: tuple[DocumentType, ...]
    organs: tuple[Organ, ...]
    organ_codes: tuple[OrganCode, ...]
    organisation_kinds: tuple[OrganisationKind, ...]
    roles: tuple[RoleRow, ...]
    officials: tuple[Official, ...]
    provinces: tuple[Province, ...]
    laws: tuple[Law, ...]

    @property
    def of_state(self) -> tuple[AnyDocument, ...]:
        """The documents of the State, the laws last."""
        found: list[AnyDocument] = [*self.state_documents]
        return (*found, *self.laws)

    @property
    def everything(self) -> tuple[AnyDocument, ...]:
        """All documents, those of the Party first."""
        found: list[AnyDocument] = [*self.documents]
        return (*found, *self.of_state)


def _parse_term(r: Record) -> Term:
    return Term(
        name=r.text("term"),
        ordinal=r.needed("ordinal"),
        congress_start=r.day("congress_start"),
        congress_end=r.day("congress_end"),
        place=r.cells["place"],
        numbering_from=r.day("numbering_from"),
        numbering_to=r.date("numbering_to"),
        party_name=r.cells["party_name"],
        row=r.row,
    )


def _parse_plenum(r: Record) -> Plenum:
    if r.number("number") is None and not r.cells["session"]:
        raise r.refuse("number", "a whole number, or the session named")
    return Plenum(
        term=r.text("term"),
        number=r.number("number"),
        session=r.cells["session"],
        start=r.day("start"),
        end=r.day("end"),
        row=r.row,
    )


def _parse_type(r: Record) -> DocumentType:
    return DocumentType(
        key=r.text("type"),
        system=r.choice("system", BodySystem),
        abbreviation=r.cells["abbreviation"],
        label_vi=r.text("label_vi"),
        label_en=r.cells["label_en"],
        issuers=r.texts("issuers"),
        numbering=r.choice("numbering", Numbering, Numbering.UNKNOWN),
        variants=r.texts("variants"),
        example=r.cells["example"],
        row=r.row,
    )


def _parse_organ(r: Record) -> Organ:
    return Organ(
        name=r.text("name"),
        aliases=r.texts("aliases"),
        code=r.cells["code"],
        abbreviation=r.cells["abbreviation"],
        label_en=r.cells["label_en"],
        system=r.choice("system", BodySystem),
        level=r.choice("level", Level),
        kind=r.text("kind"),
        parent=r.cells["parent"],
        counterpart=r.cells["counterpart"],
        valid_from=r.date("valid_from"),
        valid_to=r.date("valid_to"),
        successor=r.cells["successor"],
        row=r.row,
    )


def _parse_code(r: Record) -> OrganCode:
    return OrganCode(r.text("code"), r.text("part"), r.text("label_vi"), r.row)


def _parse_kind(r: Record) -> OrganisationKind:
    return OrganisationKind(
        prefix=r.text("prefix"),
        kind=r.text("kind"),
        label_vi=r.cells["label_vi"],
        label_en=r.cells["label_en"],
        system=r.cells["system"],
        level=r.cells["level"],
        parent=r.cells["parent"],
        counterpart=r.cells["counterpart"],
        place=r.cells["place"],
        is_head=r.truth("is_head"),
        valid_to=r.date("valid_to"),
        ends_with_unit=r.truth("ends_with_unit"),
        row=r.row,
    )


def _parse_role(r: Record) -> RoleRow:
    return RoleRow(
        title=r.text("title"),
        kinds=r.texts("kinds"),
        label_en=r.cells["label_en"],
        rank=r.needed("rank"),
        seats=r.choice("seats", Seats),
        variants=r.texts("variants"),
        row=r.row,
    )


def _parse_official(r: Record) -> Official:
    start, end = r.date("start"), r.date("end")
    if start and end and end.last < start.first:
        raise r.refuse("end", f"on or after the start, {start.iso}")
    return Official(
        person=r.text("person"),
        post=r.text("post"),
        organ=r.text("organ"),
        is_acting=r.truth("acting"),
        term=r.cells["term"],
        start=start,
        end=end,
        attested=r.date("attested"),
        row=r.row,
    )


def _parse_province(r: Record) -> Province:
    return Province(
        kind=r.text("kind"),
        name=r.text("name"),
        until=r.date("until"),
        successor_kind=r.text("successor_kind"),
        successor=r.text("successor"),
        row=r.row,
    )


@dataclass(frozen=True, slots=True)
class RowParser:
    """How a record of one table becomes a value, and what may stand in it only once, in words."""

    parse: Callable[[Record], Any]
    key: Callable[[Any], str]


def _official_key(value: Official) -> str:
    day = value.start or value.attested
    when = day.iso if day else "an unknown day"
    return f"{value.person}, {value.post}, {value.organ} from {when}"


PARSERS: Final = {
    "terms": RowParser(_parse_term, lambda v: f"term {v.name}"),
    "plenums": RowParser(_parse_plenum, lambda v: str(v.label)),
    "documents": RowParser(parse_document, lambda v: f"document {v.key}"),
    "state_documents": RowParser(parse_state_document, lambda v: f"document {v.key}"),
    "relations": RowParser(parse_relation, lambda v: f"{v.document} {v.relation} {v.target}"),
    "plenum_documents": RowParser(
        parse_adoption, lambda v: f"{v.document} at plenum {v.plenum} {v.session}".rstrip()
    ),
    "document_types": RowParser(_parse_type, lambda v: f"type {v.key}"),
    "organs": RowParser(_parse_organ, lambda v: f"organ {name_key(v.name)}"),
    "organ_codes": RowParser(_parse_code, lambda v: f"{v.part} code {v.code}"),
    "organisation_kinds": RowParser(_parse_kind, lambda v: f"prefix {v.prefix}"),
    "roles": RowParser(
        _parse_role, lambda v: f"role {v.title} of {'; '.join(v.kinds) or 'any body'}"
    ),
    "officials": RowParser(_parse_official, _official_key),
    "provinces": RowParser(_parse_province, lambda v: f"{v.kind} {v.name}"),
    "laws": RowParser(parse_law, lambda v: f"{v.name} {v.year} {v.symbol}".strip()),
}
"""The parser of each table, by its name."""
