"""What must not come after what: the order shapes as queries, because dates may be partial.

SHACL leaves undefined whether ``2020`` is before ``2020-05-01``, and pyshacl fails on two years. Of
two dates the part is compared that both have, so that only a certain disorder is reported.
"""

from collections.abc import Iterator
from typing import Final, cast

from rdflib import SH, Graph, URIRef

from canbo.ontology.shape_queries import ShapeQuery, Subclasses, find_classes

_ORDERS: Final = {SH.lessThan: ">=", SH.lessThanOrEquals: ">"}
"""How the earlier value stands to the later where an order is broken."""

_QUERY: Final = """
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT DISTINCT ?focus ?value WHERE {{
  VALUES ?kind {{ {kinds} }}
  ?focus a ?kind ; {earlier} ?value ; {later} ?limit .
  FILTER (IF(
    DATATYPE(?value) IN (xsd:date, xsd:gYearMonth, xsd:gYear)
      && DATATYPE(?limit) IN (xsd:date, xsd:gYearMonth, xsd:gYear),
    SUBSTR(STR(?value), 1, STRLEN(STR(?limit))) {after} SUBSTR(STR(?limit), 1, STRLEN(STR(?value))),
    COALESCE(isNumeric(?value) && isNumeric(?limit) && ?value {after} ?limit, false)
  ))
}}"""
"""A date is compared as it is written: ISO 8601 sorts as text, and its start is its larger part."""


def write_order_queries(rules: Graph, subclasses: Subclasses) -> Iterator[ShapeQuery]:
    """Yield a query for each shape of *rules* that asks one value to come before another."""
    for predicate, after in _ORDERS.items():
        asked = cast("list[tuple[URIRef, URIRef]]", list(rules.subject_objects(predicate)))
        for shape, later in sorted(asked):
            kinds = find_classes(list(rules.objects(shape, SH.targetClass)), subclasses)
            earlier = cast("URIRef", rules.value(shape, SH.path))
            text = _QUERY.format(kinds=kinds, earlier=earlier.n3(), later=later.n3(), after=after)
            yield ShapeQuery(shape, text)
