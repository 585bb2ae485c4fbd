"""What the register holds of organisations, posts and their holders."""

from dataclasses import dataclass
from enum import StrEnum

from canbo.graph.register.rows import Row
from canbo.spelling import PartialDate


class BodySystem(StrEnum):
    """The systems of organisations."""

    PARTY = "Party"
    STATE = "State"
    FRONT = "Front"
    MASS = "Mass"
    MILITARY = "Military"
    JUDICIARY = "Judiciary"


class Level(StrEnum):
    """The levels of organisations, from the capital down."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    GRASSROOTS = "grassroots"


class Seats(StrEnum):
    """How many people hold a post at a time."""

    ONE = "one"
    MANY = "many"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Organ:
    """A body the register knows by its canonical name."""

    name: str
    aliases: tuple[str, ...]
    code: str
    abbreviation: str
    label_en: str
    system: BodySystem
    level: Level
    kind: str
    parent: str
    counterpart: str
    valid_from: PartialDate | None
    valid_to: PartialDate | None
    successor: str
    row: Row


@dataclass(frozen=True, slots=True)
class OrganCode:
    """A piece of an issuer's code: a staff body (``BTC``) or a committee's level (``TW``)."""

    code: str
    part: str
    label_vi: str
    row: Row


@dataclass(frozen=True, slots=True)
class OrganisationKind:
    """A kind of organisation, known by how its canonical names begin.

    *level*, *parent* and *counterpart* are rules, explained in ``graph/organisations.py``; *place*
    is the level of the unit that the name gives without its level (``Quận ủy Tân Bình``).
    """

    prefix: str
    kind: str
    label_vi: str
    label_en: str
    system: str
    level: str
    parent: str
    counterpart: str
    place: str
    is_head: bool
    valid_to: PartialDate | None
    ends_with_unit: bool
    row: Row


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A title with its rank (1 is the head) and seats, in the *kinds* of bodies it is for.

    Without kinds it holds wherever no other row does; a title that ends in ``…`` is a beginning.
    """

    title: str
    kinds: tuple[str, ...]
    label_en: str
    rank: int
    seats: Seats
    variants: tuple[str, ...]
    row: Row


@dataclass(frozen=True, slots=True)
class Official:
    """A publicly known holder of a top post, from *start* to *end* as far as the sources say."""

    person: str
    post: str
    organ: str
    is_acting: bool
    term: str
    start: PartialDate | None
    end: PartialDate | None
    attested: PartialDate | None
    row: Row


@dataclass(frozen=True, slots=True)
class Province:
    """A province or city under the centre, and what it became in the reform of 2025."""

    kind: str
    name: str
    until: PartialDate | None
    successor_kind: str
    successor: str
    row: Row
