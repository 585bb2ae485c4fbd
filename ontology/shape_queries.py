"""Turn a shape into queries that find all that breaks it at once: SHACL as set-based SPARQL.

A validator takes one thing after the other; a store answers for all of them together. What is
written here is the part of SHACL core (W3C Recommendation 2017, section 4) that ``shapes.ttl``
uses; a constraint that is not among them raises, so that no rule is silently left out.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Final, cast

from rdflib import RDF, SH, XSD, BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from canbo.errors import UnknownConstraintError

Subclasses = Mapping[Node, tuple[Node, ...]]
"""The classes below a class, itself left out; a class that is not named has none."""

_ASIDE: Final = frozenset(
    {
        SH.deactivated,
        SH.group,
        SH.lessThan,
        SH.lessThanOrEquals,
        SH.message,
        SH.path,
        SH.severity,
        SH.targetClass,
    }
)
"""What says of whom or how a shape speaks; `canbo.ontology.orders` judges the orders."""

_WITHOUT_LEXICAL_FORM: Final = frozenset({XSD.string, XSD.anyURI, RDF.langString})
"""Datatypes that any string is a value of."""


@dataclass(frozen=True, slots=True)
class ShapeQuery:
    """*text* selects ``?focus`` and, where a value is at fault, ``?value``, for *shape*."""

    shape: URIRef
    text: str


def write_queries(rules: Graph, subclasses: Subclasses) -> Iterator[ShapeQuery]:
    """Yield the queries for all shapes of *rules* that have a target, those for orders left out.

    Raises UnknownConstraintError where a shape uses what is not written here.
    """
    shapes = cast("set[URIRef]", set(rules.subjects(SH.targetClass)))
    for shape in sorted(shapes):
        writer = _Writer(rules, subclasses)
        targets = writer.has_class("?focus", list(rules.objects(shape, SH.targetClass)))
        for body in writer.write_faults(shape):
            yield ShapeQuery(shape, f"SELECT DISTINCT ?focus ?value WHERE {{ {targets} {body} }}")


def find_classes(classes: list[Node], subclasses: Subclasses) -> str:
    """Return *classes* and all below them as SPARQL writes them, sorted."""
    below = {one.n3() for cls in classes for one in (cls, *subclasses.get(cls, ()))}
    return " ".join(sorted(below))


class _Writer:
    """Writes what breaks the shapes of one graph; its variables are new each time."""

    def __init__(self, rules: Graph, subclasses: Subclasses) -> None:
        self.rules = rules
        self.subclasses = subclasses
        self.numbers = count()

    def write_faults(self, shape: Node) -> Iterator[str]:
        """Yield patterns that hold where ``?focus`` breaks *shape*.

        What each value must be is asked in one, as the values are read only once then.
        """
        path = self.rules.value(shape, SH.path)
        steps = "" if path is None else write_path(self.rules, path)
        reach = f"?focus {steps} ?value ." if steps else "BIND (?focus AS ?value)"
        of_values: list[str] = []
        for name, wanted in self._constraints(shape):
            if name in _OF_VALUES or not steps:
                of_values.append(f"({self._breaks(name, '?value', wanted)})")
            else:
                yield self._write_fault_of_set(name, steps, wanted)
        if of_values:
            yield f"{reach} FILTER ({' || '.join(of_values)})"

    def has_class(self, thing: str, classes: list[Node]) -> str:
        """Return the pattern that holds where *thing* is of one of *classes* or of one below."""
        kind = self._variable()
        kinds = find_classes(classes, self.subclasses)
        return f"VALUES {kind} {{ {kinds} }} {thing} a {kind} ."

    def _constraints(self, shape: Node) -> Iterator[tuple[URIRef, Node]]:
        facts = cast("list[tuple[URIRef, Node]]", list(self.rules.predicate_objects(shape)))
        for name, wanted in sorted(facts):
            if name not in _ASIDE and name.startswith(str(SH)):
                yield name, wanted

    def _variable(self) -> str:
        return f"?v{next(self.numbers)}"

    def _breaks(self, name: URIRef, value: str, wanted: Node) -> str:
        """Return the condition under which *value* breaks the constraint *name* of *wanted*."""
        if name not in _OF_VALUES:
            raise UnknownConstraintError(str(name))
        return _OF_VALUES[name](self, value, wanted)

    def _breaks_any(self, shape: Node, value: str) -> str:
        """Return the condition under which *value* breaks *shape*, which is written in place."""
        path = self.rules.value(shape, SH.path)
        if path is None:
            faults = [self._breaks(name, value, want) for name, want in self._constraints(shape)]
        else:
            steps = write_path(self.rules, path)
            faults = [
                self._breaks_below(name, value, steps, want)
                for name, want in self._constraints(shape)
            ]
        return "(" + " || ".join(faults) + ")"

    def _breaks_below(self, name: URIRef, value: str, path: str, wanted: Node) -> str:
        if name in _OF_VALUES:
            below = self._variable()
            fault = self._breaks(name, below, wanted)
            return f"EXISTS {{ {value} {path} {below} . FILTER ({fault}) }}"
        return f"EXISTS {{ {self._write_fault_of_set(name, path, wanted, value)} }}"

    def _write_fault_of_set(
        self, name: URIRef, path: str, wanted: Node, focus: str = "?focus"
    ) -> str:
        if name not in _OF_SETS:
            raise UnknownConstraintError(str(name))
        return _OF_SETS[name](self, focus, path, wanted)

    def breaks_class(self, value: str, wanted: Node) -> str:
        return f"NOT EXISTS {{ {self.has_class(value, [wanted])} }}"

    def breaks_property(self, value: str, wanted: Node) -> str:
        return self._breaks_any(wanted, value)

    def breaks_or(self, value: str, wanted: Node) -> str:
        members = Collection(self.rules, wanted)
        return " && ".join(self._breaks_any(member, value) for member in members)

    def breaks_not(self, value: str, wanted: Node) -> str:
        return f"!{self._breaks_any(wanted, value)}"

    def breaks_in(self, value: str, wanted: Node) -> str:
        members = ", ".join(one.n3() for one in Collection(self.rules, wanted))
        return f"{value} NOT IN ({members})"

    def exceeds(self, focus: str, path: str, wanted: Node) -> str:
        """Return the pattern that holds where *focus* has more values than *wanted*."""
        return self._differ(focus, path, int(str(wanted)) + 1)

    def falls_short(self, focus: str, path: str, wanted: Node) -> str:
        """Return the pattern that holds where *focus* has fewer values than *wanted*."""
        return f"FILTER NOT EXISTS {{ {self._differ(focus, path, int(str(wanted)))} }}"

    def _differ(self, focus: str, path: str, number: int) -> str:
        """Return the pattern for *number* values of *focus* that all differ."""
        values = [self._variable() for _ in range(number)]
        patterns = [f"{focus} {path} {value} ." for value in values]
        for at, value in enumerate(values):
            patterns += [f"FILTER (!sameTerm({value}, {other}))" for other in values[:at]]
        return " ".join(patterns)

    def lacks_value(self, focus: str, path: str, wanted: Node) -> str:
        return f"FILTER NOT EXISTS {{ {focus} {path} {wanted.n3()} }}"

    def repeats_language(self, focus: str, path: str, wanted: Node) -> str:
        """Return the pattern that holds where two values of *focus* have one language tag."""
        del wanted  # ``false`` would ask for nothing; `shapes.ttl` has only ``true``
        one, other = self._variable(), self._variable()
        return (
            f"{focus} {path} {one} , {other} . FILTER (LANG({one}) != '' "
            f"&& LCASE(LANG({one})) = LCASE(LANG({other})) && !sameTerm({one}, {other}))"
        )

    def differs_from(self, focus: str, path: str, wanted: Node) -> str:
        """Return the pattern for each value that is only on one of the two paths."""
        other = wanted.n3()
        return (
            f"{{ {focus} {path} ?value . FILTER NOT EXISTS {{ {focus} {other} ?value }} }} UNION "
            f"{{ {focus} {other} ?value . FILTER NOT EXISTS {{ {self._lead(focus, path)} }} }}"
        )

    def _lead(self, focus: str, path: str) -> str:
        """Return the pattern that holds where *path* leads from *focus* to ``?value``.

        A path of several steps is walked from its start: Oxigraph would begin at ``?value``, from
        where one role leads back to thousands of posts, and take sixty times as long.
        """
        first, *rest = path.removeprefix("(").removesuffix(")").split(">/<")
        if not rest or "|" in path or "^" in path:
            return f"{focus} {path} ?value"
        last, between = f"<{rest.pop()}", [f"<{step}>" for step in rest]
        middle = self._variable()
        walked = "/".join([f"{first}>", *between])
        return f"{focus} {walked} {middle} . FILTER EXISTS {{ {middle} {last} ?value }}"


def write_path(rules: Graph, path: Node) -> str:
    """Return *path* of *rules* as SPARQL writes it, with whole IRIs."""
    if not isinstance(path, BNode):
        return path.n3()
    if (inverse := rules.value(path, SH.inversePath)) is not None:
        return f"^{write_path(rules, inverse)}"
    either = rules.value(path, SH.alternativePath)
    steps = [
        write_path(rules, step) for step in Collection(rules, path if either is None else either)
    ]
    return f"({('/' if either is None else '|').join(steps)})"


def _breaks_datatype(_: _Writer, value: str, wanted: Node) -> str:
    """Of another datatype, or not of its form: SHACL 4.1.2 counts ill-typed literals as faults."""
    other = f"!isLiteral({value}) || DATATYPE({value}) != {wanted.n3()}"
    if wanted in _WITHOUT_LEXICAL_FORM:
        return other
    read = f"{wanted.n3()}(STR({value}))"
    return f"{other} || !COALESCE({read} = {read}, false)"


def _breaks_kind(_: _Writer, value: str, wanted: Node) -> str:
    if wanted != SH.IRI:
        raise UnknownConstraintError(str(wanted))
    return f"!isIRI({value})"


def _breaks_length(_: _Writer, value: str, wanted: Node) -> str:
    return f"isBlank({value}) || STRLEN(STR({value})) < {wanted}"


def _breaks_pattern(_: _Writer, value: str, wanted: Node) -> str:
    return f"isBlank({value}) || !REGEX(STR({value}), {wanted.n3()})"


def _breaks_least(_: _Writer, value: str, wanted: Node) -> str:
    return f"!COALESCE({value} >= {wanted.n3()}, false)"


_OF_VALUES: Final[Mapping[URIRef, Callable[[_Writer, str, Node], str]]] = {
    SH["class"]: _Writer.breaks_class,
    SH.datatype: _breaks_datatype,
    SH["in"]: _Writer.breaks_in,
    SH.minInclusive: _breaks_least,
    SH.minLength: _breaks_length,
    SH.nodeKind: _breaks_kind,
    SH["not"]: _Writer.breaks_not,
    SH["or"]: _Writer.breaks_or,
    SH.pattern: _breaks_pattern,
    SH.property: _Writer.breaks_property,
}
"""Constraints that each value breaks or keeps alone."""

_OF_SETS: Final[Mapping[URIRef, Callable[[_Writer, str, str, Node], str]]] = {
    SH.equals: _Writer.differs_from,
    SH.hasValue: _Writer.lacks_value,
    SH.maxCount: _Writer.exceeds,
    SH.minCount: _Writer.falls_short,
    SH.uniqueLang: _Writer.repeats_language,
}
"""Constraints that the values of a thing break or keep together."""
