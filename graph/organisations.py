"""What the canonical name of an organisation says: its kind, system, level, parent, counterpart.

Central bodies stand in ``organs.csv``. All others are known by how their names begin, by the rules
of ``organisation_kinds.csv``, where

* *level* is a level, or ``locality`` (that of the unit named), ``host`` (that of the body named
  behind the beginning), ``a or b`` (the first that is known);
* *parent* and *counterpart* are a name after ``=``, or ``host``, ``government`` and ``committee``
  (the People's Committee and the Party committee of the unit named), ``upper`` (the like body one
  level up; behind a colon what stands above the provinces), ``party`` (the Party body above one
  that leads a host), or several with ``or``.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from canbo.graph.localities import (
    committee_name,
    find_place,
    government_name,
    last_day,
    level_of,
    name_place,
    place_above,
    place_after,
    read_place_at,
)
from canbo.graph.reading.places import Place, show_place
from canbo.graph.register import Register, load_register
from canbo.graph.register.bodies import BodySystem, Level, Organ, OrganisationKind

_CENTRE = "Ban Chấp hành Trung ương Đảng"
_DISTRICT_POLICE_END = date(2025, 2, 28)
_LED_BY_THE_COMMITTEE = frozenset({"ubnd", "hdnd", "mttq", "cong-an", "quan-doi", "cong-doan"})
_KINDS_BY_HOST = {
    ("Ban", "cap-uy"): "ban-dang",
    ("Ban", "hdnd"): "ban-hdnd",
    ("Ban", "quoc-hoi"): "co-quan-cua-quoc-hoi",
    ("Ủy ban", "quoc-hoi"): "co-quan-cua-quoc-hoi",
    ("Văn phòng", "cap-uy"): "van-phong-cap-uy",
}


@dataclass(frozen=True, slots=True)
class OrganisationFacts:
    """What follows from a name; None where the name does not say.

    *ended* is the last day of a body that ended with its unit, *successor* what took its place.
    *reasons* tell, in Vietnamese, where parent and counterpart come from.
    """

    name: str
    kind: str
    system: BodySystem | None
    level: Level | None
    parent: str | None = None
    counterpart: str | None = None
    locality: str | None = None
    ended: date | None = None
    successor: str | None = None
    is_registered: bool = False
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Name:
    """A name taken apart by the rule it falls under."""

    whole: str
    rule: OrganisationKind
    rest: str
    place: Place | None
    host: OrganisationFacts | None


def describe_organisation(name: str, register: Register | None = None) -> OrganisationFacts:
    """Return what the canonical *name* says of the organisation.

    >>> facts = describe_organisation("Đảng ủy Cơ quan Chính quyền Quận 1")
    >>> facts.parent, facts.counterpart, facts.level.value
    ('Quận ủy Quận 1', 'UBND Quận 1', 'district')
    """
    return _describe(" ".join(name.split()), register or load_register())


@lru_cache(maxsize=1 << 14)
def _describe(name: str, register: Register) -> OrganisationFacts:
    organ = register.organ(name)
    if organ and organ.name == name:
        return _describe_registered(organ)
    rule = _find_rule(name, register)
    if rule is None:
        return OrganisationFacts(name, "khac", None, None, locality=name_place(find_place(name)))
    return _apply(_take_apart(name, rule, register), register)


def _describe_registered(organ: Organ) -> OrganisationFacts:
    return OrganisationFacts(
        name=organ.name,
        kind=organ.kind,
        system=organ.system,
        level=organ.level,
        parent=organ.parent or None,
        counterpart=organ.counterpart or None,
        locality=name_place(find_place(organ.name)),
        ended=organ.valid_to.last if organ.valid_to else None,
        successor=organ.successor or None,
        is_registered=True,
        reasons=(f"sổ đăng ký, {organ.row.place}",),
    )


def _find_rule(name: str, register: Register) -> OrganisationKind | None:
    fitting = (rule for rule in _rules(register) if name.startswith(rule.prefix))
    return next((r for r in fitting if not name[len(r.prefix) :][:1].isalnum()), None)


@lru_cache(maxsize=8)
def _rules(register: Register) -> tuple[OrganisationKind, ...]:
    """Return the rules, the longest beginning first."""
    return tuple(sorted(register.tables.organisation_kinds, key=lambda k: -len(k.prefix)))


def _take_apart(name: str, rule: OrganisationKind, register: Register) -> _Name:
    rest = name[len(rule.prefix) :].strip(" ,-–")
    place = read_place_at(rule.place, rest) if rule.place else find_place(name)
    return _Name(name, rule, rest, place, _find_host(rest, register))


def _find_host(rest: str, register: Register) -> OrganisationFacts | None:
    """Return the first body named in *rest*: any at its beginning, further on only a head."""
    if not rest:
        return None
    if register.organ(rest) or _find_rule(rest, register):
        return _describe(rest, register)
    starts = (at + 1 for at, sign in enumerate(rest) if sign == " ")
    for tail in (rest[at:] for at in starts):
        rule = _find_rule(tail, register)
        organ = register.organ(tail)
        if (organ and organ.name == tail) or (rule and rule.is_head):
            return _describe(tail, register)
    return None


def _apply(name: _Name, register: Register) -> OrganisationFacts:
    rule, place, host = name.rule, name.place, name.host
    system = _system(name)
    facts = OrganisationFacts(
        name=name.whole,
        kind=_kind(name, system),
        system=system,
        level=_level(name),
        parent=_first(rule.parent, name),
        counterpart=_first(rule.counterpart, name),
        locality=name_place(place) or (host.locality if host else None),
        ended=_ended(name, register),
        successor=_successor(name, register),
    )
    return replace(facts, reasons=_reasons(facts, rule))


def _kind(name: _Name, system: BodySystem | None) -> str:
    """Return the kind; a board, committee or office is what it is by the body it belongs to."""
    host = "cap-uy" if system is BodySystem.PARTY else name.host.kind if name.host else ""
    return _KINDS_BY_HOST.get((name.rule.prefix, host), name.rule.kind)


def _system(name: _Name) -> BodySystem | None:
    for choice in name.rule.system.split(" or "):
        if choice == "host" and name.host:
            return name.host.system
        if choice not in {"host", ""}:
            return BodySystem(choice)
    return None


def _level(name: _Name) -> Level | None:
    for choice in name.rule.level.split(" or "):
        if choice == "host":
            found = name.host.level if name.host else None
        elif choice == "locality":
            found = level_of(name.place) if name.place else None
        else:
            found = Level(choice) if choice else None
        if found:
            return found
    return Level.CENTRAL if name.whole.endswith(" Trung ương") else None


def _first(rules: str, name: _Name) -> str | None:
    """Return the first body that one of the *rules* gives."""
    found = (_other(rule, name) for rule in rules.split(" or ") if rule)
    return next((other for other in found if other and other != name.whole), None)


def _other(rule: str, name: _Name) -> str | None:
    how, _, top = rule.partition(":")
    match how:
        case "host":
            return name.host.name if name.host else None
        case "party":
            return _party_above(name)
        case "upper":
            return _upper(top, name)
        case "government":
            return government_name(name.place) if name.place else None
        case "committee":
            return committee_name(name.place) if name.place else None
        case _:
            return _fixed(how.removeprefix("="), name)


def _fixed(pattern: str, name: _Name) -> str | None:
    shown = name_place(name.place)
    if "{locality}" in pattern and not shown:
        return None
    return pattern.format(locality=shown, rest=name.rest)


def _upper(top: str, name: _Name) -> str | None:
    """Return the like body one level up; a committee's name follows the level of its unit."""
    if name.place is None:
        return top or None
    if name.place.is_upper:
        return top or (_CENTRE if name.rule.system == BodySystem.PARTY else None)
    above = place_above(name.place)
    if above is None:
        return None
    if name.rule.system == BodySystem.PARTY:
        return committee_name(above)
    return _like(name.rule, above)


def _like(rule: OrganisationKind, place: Place) -> str | None:
    """Return the body of the same kind in another unit."""
    if rule.kind == "doan-thanh-nien":
        return f"{'Tỉnh' if place.level == 'tỉnh' else 'Thành'} đoàn {place.name}"
    if rule.kind == "quan-doi":
        return f"Bộ Chỉ huy quân sự {show_place(place)}" if place.level == "tỉnh" else None
    return f"{rule.prefix} {show_place(place)}"


def _party_above(name: _Name) -> str | None:
    """Return the Party body above one that leads a host.

    A committee of a central organ stands under the Central Committee, one of a whole organ of a
    unit under the committee of that unit.
    """
    host = name.host
    if host is None:
        return None
    if host.level is Level.CENTRAL:
        return _CENTRE if name.rule.kind != "chi-bo" else None
    place = find_place(host.name)
    if place and host.kind in _LED_BY_THE_COMMITTEE:
        return committee_name(place)
    return _above_a_part(host, place) if place else None


def _above_a_part(host: OrganisationFacts, place: Place) -> str | None:
    """Return the Party body above that of a part of a People's Committee.

    In a district that of the government's agencies; a province has had several forms.
    """
    if not (host.parent and host.parent.startswith("UBND ")):
        return None
    level = level_of(place)
    if level is Level.DISTRICT:
        return f"Đảng ủy Cơ quan Chính quyền {show_place(place)}"
    return committee_name(place) if level is Level.COMMUNE else None


def _ended(name: _Name, register: Register) -> date | None:
    """Return the last day of a body that ended with its unit, with its host or with its kind."""
    days = [name.rule.valid_to.last] if name.rule.valid_to else []
    if name.host and name.host.ended:
        days.append(name.host.ended)
    if name.place and name.host is None and name.rule.ends_with_unit:
        day = last_day(name.place, register)
        if day and name.rule.kind == "cong-an" and level_of(name.place) is Level.DISTRICT:
            day = _DISTRICT_POLICE_END
        days += [day] if day else []
    return min(days, default=None)


def _successor(name: _Name, register: Register) -> str | None:
    """Return the body of the same kind in the province that took over."""
    after = place_after(name.place, register) if name.place else None
    if after is None or name.rule.kind not in {"tinh-uy", "ubnd", "hdnd", "cong-an", "mttq"}:
        return None
    return committee_name(after) if name.rule.kind == "tinh-uy" else _like(name.rule, after)


def _reasons(facts: OrganisationFacts, rule: OrganisationKind) -> tuple[str, ...]:
    said = {"host": "tên ghi rõ", "party": "suy theo hệ thống tổ chức của Đảng"}
    above = ("trực thuộc", facts.parent, rule.parent)
    links = (above, ("đối ứng", facts.counterpart, rule.counterpart))
    other = "suy theo cấp và địa bàn trong tên"
    return tuple(f"{what} {name}: {said.get(how, other)}" for what, name, how in links if name)
