"""Where the page of a thing is: its IRI without the base is its path, a suffix names a format."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final
from urllib.parse import quote, unquote, urlencode

from pyoxigraph import NamedNode

from canbo.ontology.iris import BASE
from canbo.queries.shelf import Language

SUFFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        ".ttl": "text/turtle",
        ".jsonld": "application/ld+json",
        ".nt": "application/n-triples",
        ".rdf": "application/rdf+xml",
    }
)
"""The machine formats of a thing, by what is put behind its path."""

_KEPT: Final = "/:@!$&'()*+,;=-._~"


def iri_of(path: str) -> str | None:
    """Return the IRI whose page is at *path*, without its suffix; None where that is no IRI.

    >>> iri_of("/term/tw/x.ttl"), iri_of("/a b")
    ('https://w3id.org/canbo/term/tw/x', None)
    """
    local = path.removeprefix("/")
    found = BASE + local.removesuffix(suffix_of(path))
    try:
        return NamedNode(found).value
    except ValueError:
        return None


def suffix_of(path: str) -> str:
    """Return the suffix of *path* that names a format, or nothing.

    >>> suffix_of("/term/tw/x.ttl"), suffix_of("/term/tw/x")
    ('.ttl', '')
    """
    return next((suffix for suffix in SUFFIXES if path.endswith(suffix)), "")


def path_of(iri: str) -> str:
    """Return where the page of *iri* is, or nothing where it is not one of ours.

    A part of a source (a passage) is at its source.

    >>> path_of("https://w3id.org/canbo/term/tw/x"), path_of("https://example.org/a")
    ('/term/tw/x', '')
    """
    if not iri.startswith(BASE):
        return ""
    local, _, fragment = iri.removeprefix(BASE).partition("#")
    path = "/" + quote(unquote(local), safe=_KEPT)
    return f"{path}#{quote(fragment, safe=_KEPT)}" if fragment else path


def as_address(path: str) -> str:
    """Return *path*, as a client asked for it, as an address here: it never names another server.

    >>> as_address("//evil.example/a b")
    '/evil.example/a%20b'
    """
    return "/" + quote(path.lstrip("/\\"), safe=_KEPT, errors="replace")


def web_of(href: str) -> str:
    """Return *href* where it is an address of the web, or nothing: a source may say anything.

    >>> web_of("https://example.org/tin"), web_of("javascript:alert(1)")
    ('https://example.org/tin', '')
    """
    return href if href.startswith(("http://", "https://")) else ""


def in_language(path: str, language: Language, given: Iterable[tuple[str, str]] = ()) -> str:
    """Return *path* with the parameters *given*, in *language*; Vietnamese needs no word.

    >>> in_language("/term/tw/x", "en", [("on", "2020-01-01")])
    '/term/tw/x?on=2020-01-01&lang=en'
    """
    pairs = [pair for pair in given if pair[0] != "lang"]
    if language == "en":
        pairs.append(("lang", "en"))
    place, mark, fragment = path.partition("#")
    return f"{place}{'?' + urlencode(pairs) if pairs else ''}{mark}{fragment}"
