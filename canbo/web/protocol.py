"""One request of the SPARQL 1.1 Protocol, as a question.

https://www.w3.org/TR/sparql11-protocol/ section 2.1: by GET, by POST of a form, or by POST of the
query itself with the rest in the address.
"""

from dataclasses import dataclass
from typing import Final, TypeAlias
from urllib.parse import parse_qsl

from pyoxigraph import NamedNode

from canbo.errors import BadRequestError, ForbiddenRequestError, MediaTypeError

FORM: Final = "application/x-www-form-urlencoded"
QUERY: Final = "application/sparql-query"
UPDATE: Final = "application/sparql-update"

MOST_PARAMETERS: Final = 1000
_AS_IN = "send query=... once"

Parameters: TypeAlias = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Question:
    """The text of a query, and the graphs it is put to; without any, the union of all."""

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


def is_empty(method: str, address: str) -> bool:
    """Return whether a request asks nothing: then the service describes itself."""
    return method in {"GET", "HEAD"} and not address


def read_question(method: str, address: str, content_type: str, body: bytes) -> Question:
    """Return what a request asks; *address* is what stands in its URL after the question mark.

    Raises BadRequestError, ForbiddenRequestError for an update, and MediaTypeError.
    """
    if method in {"GET", "HEAD"}:
        return _question(_parameters(address.encode("latin-1", "replace")))
    media, charset = _content_type(content_type)
    if media == UPDATE:
        raise _update()
    if media not in {FORM, QUERY}:
        raise MediaTypeError(
            f"a body of type {media[:100] or 'nothing'} is not read", f"send {FORM} or {QUERY}"
        )
    if charset not in {"utf-8", "utf8", "us-ascii"}:
        raise MediaTypeError(f"the charset {charset[:40]!r} is not read", "send UTF-8")
    if media == FORM:
        return _question(_parameters(body))
    given = _parameters(address.encode("latin-1", "replace"))
    if "query" in given:
        raise BadRequestError("the query is in the body and in the address", "send it once")
    return _question({**given, "query": [_decoded(body)]})


def _question(given: Parameters) -> Question:
    if "update" in given:
        raise _update()
    queries = given.get("query", [])
    if len(queries) != 1:
        there = "no query" if not queries else f"{len(queries)} queries"
        raise BadRequestError(f"the request has {there}", _AS_IN)
    if not queries[0].strip():
        raise BadRequestError("the query is empty", "send one, such as ASK { ?s ?p ?o }")
    return Question(queries[0], _graphs(given, "default"), _graphs(given, "named"))


def _graphs(given: Parameters, kind: str) -> tuple[str, ...]:
    found = given.get(f"{kind}-graph-uri", [])
    for iri in found:
        try:
            NamedNode(iri)
        except ValueError:
            raise BadRequestError(
                f"{kind}-graph-uri {iri[:100]!r} is no IRI", "give an absolute one"
            ) from None
    return tuple(found)


def _parameters(encoded: bytes) -> Parameters:
    """Return the parameters in *encoded*, read once and as UTF-8."""
    found: Parameters = {}
    try:
        pairs = parse_qsl(
            encoded.decode("utf-8"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=MOST_PARAMETERS,
        )
    except UnicodeDecodeError:
        raise _not_utf8() from None
    except ValueError:
        raise BadRequestError(f"there are more than {MOST_PARAMETERS} parameters", _AS_IN) from None
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


def _content_type(header: str) -> tuple[str, str]:
    media, *parameters = (part.strip().lower() for part in header.split(";"))
    split = (parameter.partition("=") for parameter in parameters)
    named = {name.strip(): value.strip() for name, _, value in split}
    return media, named.get("charset", "utf-8").strip('"')


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise _not_utf8() from None


def _not_utf8() -> BadRequestError:
    return BadRequestError("the request is not UTF-8", "encode it so")


def _update() -> ForbiddenRequestError:
    return ForbiddenRequestError("updates are refused", "this endpoint is only asked")
