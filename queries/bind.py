"""Put values into a question: as terms, through one VALUES clause, never as text."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from itertools import product
from typing import Final, TypeAlias

from canbo.errors import (
    AmbiguousNameError,
    MissingParameterError,
    NoMatchError,
    ParameterValueError,
    UnknownParameterError,
)
from canbo.queries.find import Found, find, find_one, near
from canbo.queries.kinds import Kind
from canbo.queries.levels import find_level
from canbo.queries.local import written
from canbo.queries.rows import Term, iri, typed
from canbo.queries.shelf import PLACE, Parameter, ParameterType, Query
from canbo.queries.targets import Target, select
from canbo.spelling import PartialDate, parse_date, parse_signature

Value: TypeAlias = str | int | date | Term | Found
"""What a parameter can be given: a name or an IRI, a number, a date, a term of another answer."""

Terms: TypeAlias = tuple[Term, ...]


def check_names(query: Query, given: Iterable[str]) -> None:
    """Raise UnknownParameterError or MissingParameterError unless *query* takes what is *given*."""
    takes = tuple(query.parameters)
    names = {_name(name): name for name in given}
    for name in names:
        if name not in query.parameters:
            raise UnknownParameterError(query.name, name, takes)
    missing = [p.name for p in query.parameters.values() if p.required and p.name not in names]
    if missing:
        raise MissingParameterError(query.name, tuple(missing), takes)


def values_of(query: Query, target: Target, given: Mapping[str, Value]) -> dict[str, Terms]:
    """Return the terms that *given* means in the graph *target*, by variable.

    Names of parameters may be written as Python does (``at_least``, ``from_``). A thing is an IRI
    or what people call it; several terms (nhiệm kỳ) may fit one name, anything else is one thing.

    Raises the errors of :func:`check_names`, ParameterValueError, and the errors of
    :func:`canbo.queries.find.find_one`.
    """
    check_names(query, given)
    named = {_name(name): value for name, value in given.items()}
    _check_period(named)
    return {
        parameter.variable: _terms(parameter, target, named[parameter.name])
        for parameter in query.parameters.values()
        if parameter.name in named
    }


def _check_period(named: Mapping[str, Value]) -> None:
    """Raise ParameterValueError where a period ends before it begins."""
    since, until = (
        parse_date(_text(named[name])) if name in named else None for name in ("from", "to")
    )
    if since and until and until.last < since.first:
        expected = f"a day on or after --from {_text(named['from'])}, or exchange the two"
        raise ParameterValueError("to", _text(named["to"]), expected)


def _name(written_name: str) -> str:
    return written_name.rstrip("_").replace("_", "-")


def bound(query: Query, values: Mapping[str, Terms]) -> str:
    """Return the text of *query* narrowed to *values*, through one VALUES clause."""
    if not values:
        return query.text
    names = " ".join(f"?{name}" for name in values)
    rows = (" ".join(map(written, row)) for row in product(*values.values()))
    clause = f"VALUES ({names}) {{ {' '.join(f'({row})' for row in rows)} }}"
    lines = query.text.splitlines()
    return "\n".join(clause if line.strip() == PLACE else line for line in lines) + "\n"


def _terms(parameter: Parameter, target: Target, value: Value) -> Terms:
    text = _text(value)
    if not text.strip():
        raise ParameterValueError(parameter.name, text, "a value")
    return _readers()[parameter.type](parameter, target, text)


def _text(value: Value) -> str:
    match value:
        case Found():
            return value.iri
        case Term():
            return value.value
        case date():
            return value.isoformat()
        case _:
            return str(value)


_SHOWN: Final = 8
"""How many of the symbols that fit a name are told."""

Reader: TypeAlias = Callable[[Parameter, Target, str], Terms]


@cache
def _readers() -> Mapping[ParameterType, Reader]:
    things = {ParameterType(kind): _thing for kind in Kind}
    return {
        **things,
        ParameterType.TERM: _term,
        ParameterType.LEVEL: _level,
        ParameterType.SIGNATURE: _signature,
        ParameterType.COUNT: _count,
        ParameterType.DATE: _day,
        ParameterType.FROM: _day,
        ParameterType.TO: _day,
    }


def _thing(parameter: Parameter, target: Target, text: str) -> Terms:
    return (iri(find_one(target, Kind(parameter.type), text).iri),)


def _term(_: Parameter, target: Target, text: str) -> Terms:
    return tuple(iri(found.iri) for found in find(target, Kind.TERM, text))


def _level(_: Parameter, target: Target, text: str) -> Terms:
    return (iri(find_level(target, text)),)


def _count(parameter: Parameter, _: Target, text: str) -> Terms:
    if not (text.strip().isascii() and text.strip().isdigit()):
        raise ParameterValueError(parameter.name, text, "a whole number, such as 2")
    return (typed(str(int(text)), "integer"),)


def _day(parameter: Parameter, _: Target, text: str) -> Terms:
    """Return a day; a month or a year gives its first day where one asks from, its last for to."""
    found = parse_date(text)
    if found is None or (parameter.type is ParameterType.DATE and found.day is None):
        raise ParameterValueError(parameter.name, text, "a day, such as 2022-09-28 or 28/9/2022")
    return (typed(_edge(parameter.type, found).isoformat(), "date"),)


def _edge(kind: ParameterType, found: PartialDate) -> date:
    return found.last if kind is ParameterType.TO else found.first


def _signature(parameter: Parameter, target: Target, text: str) -> Terms:
    """Return the symbol that *text* is, or that of the documents it names."""
    signature = parse_signature(text)
    if signature is not None and _is_symbol(target, str(signature)):
        return (Term(str(signature)),)
    try:
        found = find(target, Kind.DOCUMENT, text)
    except NoMatchError as error:
        raise NoMatchError(parameter.name, text, error.near) from None
    symbols = _symbols(target, found)
    if len(symbols) == 1:
        return (Term(symbols[0]),)
    if symbols:
        more = max(0, len(symbols) - _SHOWN)
        raise AmbiguousNameError(parameter.name, text, symbols[:_SHOWN], more)
    raise NoMatchError(parameter.name, text, tuple(map(str, near(target, Kind.DOCUMENT, text))))


def _is_symbol(target: Target, symbol: str) -> bool:
    text = f"SELECT ?document WHERE {{ ?document cb:symbol {written(Term(symbol))} }} LIMIT 1"
    return bool(select(target, text).rows)


def _symbols(target: Target, found: list[Found]) -> tuple[str, ...]:
    things = " ".join(written(iri(one.iri)) for one in found)
    text = (
        f"SELECT DISTINCT ?symbol WHERE {{ VALUES ?document {{ {things} }} "
        "?document cb:symbol ?symbol } ORDER BY ?symbol"
    )
    return tuple(row.text("symbol") for row in select(target, text).rows)
