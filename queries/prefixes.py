"""The prefixes that shipped queries declare and that a person's own query may leave out."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from canbo.ontology.iris import BASE, NS
from canbo.ontology.standards import (
    DCTERMS,
    ELI,
    FOAF,
    OA,
    ORG,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    XSD,
)

PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cb": NS,
        "action": f"{BASE}scheme/action/",
        "level": f"{BASE}scheme/level/",
        "resolution": f"{BASE}scheme/resolution/",
        "seats": f"{BASE}scheme/seats/",
        "status": f"{BASE}scheme/status/",
        "system": f"{BASE}scheme/system/",
        "dcterms": DCTERMS.namespace,
        "eli": ELI.namespace,
        "foaf": FOAF.namespace,
        "oa": OA.namespace,
        "org": ORG.namespace,
        "prov": PROV.namespace,
        "rdf": RDF.namespace,
        "rdfs": RDFS.namespace,
        "schema": SCHEMA.namespace,
        "skos": SKOS.namespace,
        "xsd": XSD.namespace,
    }
)


def declare(text: str) -> str:
    """Return the query *text* with the prefixes of ours that it uses and does not declare.

    They stand before it on its first line, so that its lines keep their numbers.

    >>> declare("ASK { ?a foaf:name ?b }")
    'PREFIX foaf: <http://xmlns.com/foaf/0.1/> ASK { ?a foaf:name ?b }'
    """
    missing = [
        f"PREFIX {name}: <{place}> "
        for name, place in PREFIXES.items()
        if re.search(rf"(?<![\w-]){name}:", text)
        and not re.search(rf"(?i)\bprefix\s+{name}:", text)
    ]
    return "".join(missing) + text
