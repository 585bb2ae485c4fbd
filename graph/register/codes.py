"""Who signs with a code: ``UBKTTU`` is the inspection commission of a Tỉnh ủy or Thành ủy.

Rule (36-HD/VPTW of 2018, 05-HD/VPTW of 2026): the code of a staff body and the code of its
committee stand together; a joint document has the codes of both with a hyphen between.
"""

from dataclasses import dataclass

from canbo.graph.register.register import Register


@dataclass(frozen=True, slots=True)
class IssuerCode:
    """One code taken apart: *committee* and *staff* in words, *organs* if it is of known bodies.

    The codes of a committee serve its standing board, too; TW serves three bodies.
    """

    code: str
    committee: str
    staff: str
    organs: tuple[str, ...]

    @property
    def label(self) -> str:
        """Who it is, in words."""
        return "; ".join(self.organs) or f"{self.staff} {self.committee}".strip()


def read_codes(code: str, register: Register) -> tuple[IssuerCode, ...]:
    """Return who signs with *code*, one for each part of a joint code; what is unknown is left out.

    >>> from canbo.graph.register import load_register
    >>> [found.label for found in read_codes("BTCTW-UBKTTU", load_register())]
    ['Ban Tổ chức Trung ương', 'Ủy ban Kiểm tra Tỉnh ủy, Thành ủy trực thuộc Trung ương']
    """
    parts = code.upper().replace("T.Ư", "TW").replace("TƯ", "TW").split("-")
    found = (_read_code(part.strip(), register) for part in parts)
    return tuple(one for one in found if one)


def _read_code(code: str, register: Register) -> IssuerCode | None:
    committees = {c.code: c.label_vi for c in register.tables.organ_codes if c.part == "committee"}
    staffs = {c.code: c.label_vi for c in register.tables.organ_codes if c.part == "staff"}
    organs = tuple(o.name for o in register.tables.organs if o.code and o.code.upper() == code)
    for level in sorted(committees, key=len, reverse=True):
        staff = code.removesuffix(level)
        if staff != code and (not staff or staff in staffs):
            known = organs if level == "TW" else ()
            return IssuerCode(code, committees[level], staffs.get(staff, ""), known)
    return IssuerCode(code, "", "", organs) if organs else None
