"""What a post is: its role, its rank and how many hold it at a time, by ``roles.csv``."""

from dataclasses import dataclass
from functools import lru_cache

from canbo.graph.organisations import describe_organisation
from canbo.graph.register import Register, load_register
from canbo.graph.register.bodies import RoleRow, Seats
from canbo.spelling import name_key

_ACTING = ("quyền ", "q. ", "q.")
_SORTS_OF_RANK = {1: "head", 2: "standing deputy", 3: "deputy", 4: "standing member", 5: "member"}


@dataclass(frozen=True, slots=True)
class PostFacts:
    """A post: *role* is the title without the body, *rank* 1 the head, None where it is not known.

    *is_listed* says whether ``roles.csv`` knows the very title; otherwise rank and seats follow
    from how it begins.
    """

    role: str
    organisation: str
    rank: int | None
    seats: Seats
    label_en: str = ""
    is_listed: bool = False

    @property
    def is_head(self) -> bool:
        """Whether who holds the post heads the organisation."""
        return self.rank == 1

    @property
    def sort(self) -> str:
        """What sort of post it is, in a word: head, deputy, member, staff."""
        return _SORTS_OF_RANK.get(self.rank or 0, "staff")


def describe_post(post: str, organisation: str, register: Register | None = None) -> PostFacts:
    """Return what is known of the *post* (its title) in the *organisation* (its canonical name).

    >>> chair = describe_post("Chủ tịch", "UBND Quận 1")
    >>> chair.role, chair.rank, chair.seats.value
    ('Chủ tịch', 1, 'one')
    >>> describe_post("Phó Chủ tịch", "UBND Quận 1").seats.value
    'many'
    """
    return _describe(" ".join(post.split()), organisation, register or load_register())


def name_post(title: str, organisation: str) -> str:
    """Return how the post is called in full: no word is said twice where title and body meet.

    >>> name_post("Chánh Văn phòng", "Văn phòng UBND Quận 1")
    'Chánh Văn phòng UBND Quận 1'
    >>> name_post("Phó Trưởng Ban", "Ban Tổ chức Tỉnh ủy Gia Lai")
    'Phó Trưởng Ban Tổ chức Tỉnh ủy Gia Lai'
    >>> name_post("Chủ tịch nước", "Nhà nước"), name_post("Bộ trưởng", "Bộ Công an")
    ('Chủ tịch nước', 'Bộ trưởng Bộ Công an')
    """
    said, body = title.split(), organisation.split()
    if name_key(said[-1]) == name_key(body[-1]):
        return title  # ``Chủ tịch nước`` names its body itself
    shared = max(
        (
            count
            for count in range(1, min(len(said), len(body)) + 1)
            if name_key(" ".join(said[-count:])) == name_key(" ".join(body[:count]))
        ),
        default=0,
    )
    return " ".join([*said, *body[shared:]])


@lru_cache(maxsize=1 << 14)
def _describe(post: str, organisation: str, register: Register) -> PostFacts:
    title = _drop_acting(post)
    kind = describe_organisation(organisation, register).kind
    if row := _pick(register.roles(title), kind):
        return _facts(row.title, organisation, row, is_listed=True)
    if row := _beginning(title, register):
        return _facts(title, organisation, row, is_listed=False)
    return PostFacts(title, organisation, None, Seats.UNKNOWN)


def _facts(title: str, organisation: str, row: RoleRow, *, is_listed: bool) -> PostFacts:
    """Return the facts of a row; an unlisted ``Thường trực`` is the standing deputy."""
    if not is_listed and row.rank > 1 and title.endswith("Thường trực"):
        return PostFacts(title, organisation, 2, Seats.UNKNOWN, row.label_en)
    return PostFacts(title, organisation, row.rank, row.seats, row.label_en, is_listed)


def _drop_acting(post: str) -> str:
    key = post.lower()
    mark = next((mark for mark in _ACTING if key.startswith(mark)), "")
    rest = post[len(mark) :].strip()
    return rest[:1].upper() + rest[1:] if mark else post


def _pick(rows: tuple[RoleRow, ...], kind: str) -> RoleRow | None:
    """Return the row for this kind of body, else the one for any."""
    special = next((row for row in rows if kind in row.kinds), None)
    return special or next((row for row in rows if not row.kinds), None)


def _beginning(title: str, register: Register) -> RoleRow | None:
    key = name_key(title)
    rows = (row for row in register.tables.roles if row.title.endswith("…"))
    fitting = (row for row in rows if key.startswith(name_key(row.title[:-1])))
    return max(fitting, key=lambda row: len(row.title), default=None)
