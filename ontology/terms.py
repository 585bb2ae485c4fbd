"""The same terms as ``names.py`` and ``standards.py``, for code that speaks rdflib.

What rdflib brings itself (ORG, FOAF, PROV, SKOS, DCTERMS, TIME, RDF, RDFS, OWL, XSD) is imported
from ``rdflib.namespace``. An ``rdflib.URIRef`` is a ``str`` too.
"""

from typing import Final

from rdflib import URIRef

from canbo.ontology import names, standards

CB: Final = names.Canbo(names.CB.namespace, URIRef)
"""The own terms of canbo."""

OA: Final = standards.Oa(standards.OA.namespace, URIRef)
"""The Web Annotation Vocabulary, which rdflib has not."""

ELI: Final = standards.Eli(standards.ELI.namespace, URIRef)
"""The European Legislation Identifier ontology, which rdflib has not."""

SCHEMA: Final = standards.Schema(standards.SCHEMA.namespace, URIRef)
"""What we use of schema.org; rdflib's own list is older."""
