"""Ask a SPARQL endpoint elsewhere: one function around SPARQLWrapper, with time limits and retries.

It sends one POST a question, waits and asks again where the endpoint is busy (429, 503), and turns
whatever goes wrong into an ``EndpointError`` of one line.
"""

import re
import time
import urllib.error
from ast import literal_eval
from http.client import HTTPException
from math import ceil
from textwrap import shorten
from typing import Final, TypeAlias, cast
from urllib.parse import urlsplit

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse_query_results,
)
from pyoxigraph import parse as parse_rdf
from SPARQLWrapper import ASK, CONSTRUCT, DESCRIBE, JSON, POST, SELECT, TURTLE, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

from canbo.errors import EndpointError
from canbo.queries.local import answer_of
from canbo.queries.prefixes import declare
from canbo.queries.rows import Answer

Results: TypeAlias = QuerySolutions | QueryBoolean | list[Triple]
"""What a query gives: rows, yes or no, or triples."""

TIMEOUT: Final = 60.0
"""Seconds that one request may take."""

ATTEMPTS: Final = 4
"""How often a busy endpoint is asked before giving up."""

LONGEST_PAUSE: Final = 30.0
"""Seconds waited at most before the next attempt, whatever the endpoint asks for."""

LIMIT: Final = "Canbo-Limit"
"""The header by which our own server says that a 503 is of the query, not of the moment."""

_BUSY: Final = frozenset({429, 503})
_ROWS: Final = "application/sparql-results+json"
_TRIPLES: Final = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.8"


def select(url: str, text: str, timeout: float = TIMEOUT) -> Answer:
    """Return the rows that the endpoint at *url* gives for the SELECT query *text*.

    Raises EndpointError where it cannot be reached within *timeout* seconds, refuses, stays busy,
    or answers with something that is not SPARQL results.
    """
    results = evaluate(url, text, timeout)
    if isinstance(results, QuerySolutions):
        return answer_of(results)
    raise EndpointError(url, "gave no rows", "ask it a SELECT query")


def evaluate(url: str, text: str, timeout: float = TIMEOUT) -> Results:
    """Return what the endpoint at *url* gives for *text*: rows, yes or no, or triples.

    Raises EndpointError like :func:`select`.
    """
    media, body = _fetch(url, text, timeout)
    try:
        if media in {_ROWS, "application/json"}:
            return parse_query_results(body, format=QueryResultsFormat.JSON)
        if (rdf := RdfFormat.from_media_type(media)) is not None:
            return [quad.triple for quad in parse_rdf(body, format=rdf, base_iri=url)]
    except (SyntaxError, ValueError) as error:
        raise EndpointError(
            url, f"answered with broken {media} ({first_words(str(error))})", _CHECK
        ) from None
    raise EndpointError(url, f"answered with {media or 'nothing that has a type'}", _CHECK)


_CHECK: Final = "is this the address of its SPARQL endpoint?"


def _fetch(url: str, text: str, timeout: float) -> tuple[str, bytes]:
    """Return the media type and the body of the answer, asking a busy endpoint again."""
    if urlsplit(url).scheme not in {"http", "https"}:
        raise EndpointError(url, "has no address of the web", "give one like https://host/sparql")
    request = _request(url, text, timeout)
    for attempt in range(1, ATTEMPTS + 1):
        answer = _send(url, request, timeout)
        if isinstance(answer, tuple):
            return answer
        if attempt < ATTEMPTS:
            time.sleep(pause(answer, attempt))
    raise EndpointError(url, f"is busy, also at attempt {ATTEMPTS}", "try again later")


def _send(url: str, request: SPARQLWrapper, timeout: float) -> tuple[str, bytes] | str:
    """Return the media type and the body, or, of a busy endpoint, when it wants to be asked."""
    try:
        with request.query().response as response:
            return response.headers.get_content_type(), response.read()
    except urllib.error.HTTPError as error:
        with error:
            if error.code in _BUSY and LIMIT not in error.headers:
                return error.headers.get("Retry-After") or ""
            raise _refusal(url, error.code, error.read()) from None
    except SPARQLWrapperException as error:
        raise _refused(url, error) from None
    except (HTTPException, OSError) as error:
        raise _unreachable(url, error, timeout) from None


def _request(url: str, text: str, timeout: float) -> SPARQLWrapper:
    request = SPARQLWrapper(url)
    request.setMethod(POST)
    request.setOnlyConneg(True)
    request.setTimeout(ceil(timeout))
    request.setQuery(declare(text))
    if request.queryType not in {SELECT, ASK, CONSTRUCT, DESCRIBE}:
        raise EndpointError(url, "is only asked, never changed", "give a query, not an update")
    rows = request.queryType in {SELECT, ASK}
    request.setReturnFormat(JSON if rows else TURTLE)
    request.addCustomHttpHeader("Accept", _ROWS if rows else _TRIPLES)
    return request


def pause(asked: str, attempt: int) -> float:
    """Return the seconds to wait after an *attempt*: what was *asked* for, else ½, 1, 2 ...

    *asked* is what a busy endpoint says in ``Retry-After``; never more than LONGEST_PAUSE.
    """
    wanted = float(asked) if asked.isdecimal() else 2.0 ** (attempt - 2)
    return min(wanted, LONGEST_PAUSE)


def _refusal(url: str, code: int, body: bytes) -> EndpointError:
    hints = {
        400: "mend the query",
        401: "it wants credentials",
        403: "it does not allow this",
        404: _CHECK,
        406: "it cannot answer with SPARQL results JSON",
        408: "ask for less, or give it more time",
        413: "ask for less",
        414: "ask for less",
        503: "ask for less",
    }
    reason = first_words(body.decode("utf-8", errors="replace"))
    said = f"refused with {code}" + (f": {reason}" if reason else "")
    return EndpointError(url, said, hints.get(code, "the fault is on its side"))


def _refused(url: str, error: SPARQLWrapperException) -> EndpointError:
    """Return the error for what SPARQLWrapper has a class for; the body stands in its message."""
    codes = {"QueryBadFormed": 400, "Unauthorized": 401, "EndPointNotFound": 404, "URITooLong": 414}
    code = codes.get(type(error).__name__, 500)
    _, _, printed = str(error).partition("Response:\n")
    body = cast(bytes, literal_eval(printed)) if printed else b""
    return _refusal(url, code, body)


def _too_slow(url: str, timeout: float) -> EndpointError:
    return EndpointError(
        url, f"did not answer within {timeout:g} s", "ask for less, or wait longer"
    )


def _unreachable(url: str, error: Exception, timeout: float) -> EndpointError:
    reason: object = getattr(error, "reason", error)
    if isinstance(reason, TimeoutError):
        return _too_slow(url, timeout)
    said = first_words(str(reason)) or type(reason).__name__
    return EndpointError(url, f"cannot be reached ({said})", "is the address right, is it running?")


def first_words(text: str) -> str:
    """Return the first words of an answer, on one line, without the tags of a page.

    Virtuoso repeats the query behind its reason: what it repeats is left out.
    """
    told = text.partition("\nSPARQL query:")[0]
    words = re.sub(r"<[^>]{0,500}>", " ", told[:4000])
    return shorten(words, 200, placeholder=" …")
