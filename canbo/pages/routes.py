"""The routes of the pages, and the headers that let nothing in but our own files."""

import gzip
import html
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from canbo.errors import BusyError, LimitError, WebError
from canbo.pages.addresses import SUFFIXES, suffix_of
from canbo.pages.served import ASSETS, media_of, read_asset
from canbo.pages.sheet import HTML, Sheet
from canbo.queries.endpoint import LIMIT
from canbo.web.app import GONE, HEADERS, Pages, accept_of, unless_gone
from canbo.web.formats import choose, media_type
from canbo.web.frames import Reply, Visit
from canbo.web.workers import Pool

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
"""What a page may load: our own files. No script or style stands in a page."""

FOREVER: Final = "public, max-age=31536000, immutable"
"""How long a file is kept whose address changes with its bytes."""

SMALL: Final = 1000
"""Bytes below which nothing is packed."""

OK: Final = 200
MISSING: Final = 404
MOVED: Final = 301


def routes(pool: Pool) -> Sequence[BaseRoute]:
    """Return the routes of the pages that *pool* shows."""

    async def page(request: Request) -> Response:
        return await _page(request, pool)

    return [
        Route(ASSETS + "{name:path}", _asset),
        Route("/{path:path}", page),
    ]


async def _page(request: Request, pool: Pool) -> Response:
    visit = _visit(request)
    advice: Mapping[str, str] = {}
    try:
        reply = await unless_gone(request, pool.visit(visit))
    except WebError as error:
        reply, advice = _trouble(visit, error), _advice(error)
    if reply is None:
        return Response(status_code=GONE)
    if not reply.media and visit.media == HTML:
        reply = _show_trouble(visit, reply.status, "", reply.body.decode())
    response = _respond(reply, visit)
    response.headers.update(advice)
    return await run_in_threadpool(_packed, response, request)


def _visit(request: Request) -> Visit:
    media = choose(accept_of(request), (HTML, *SUFFIXES.values())) or HTML
    return Visit(
        str(request.scope["path"]),
        tuple(request.query_params.multi_items()),
        media,
    )


def _respond(reply: Reply, visit: Visit) -> Response:
    if reply.status == MOVED:
        place = quote(reply.body.decode(), safe="/:?#[]@!$&'()*+,;=%-._~")
        return Response(status_code=MOVED, headers={**HEADERS, "Location": place})
    media = reply.media or "text/plain"
    body = reply.body if reply.media else reply.body + b"\n"
    headers = {**HEADERS, "Content-Type": media_type(media)}
    if media == HTML:
        headers["Content-Security-Policy"] = _policy(reply.body)
        headers["Referrer-Policy"] = "no-referrer"
    if reply.status == OK and not suffix_of(visit.path):
        headers["Content-Language"] = "en" if visit.value("lang") == "en" else "vi"
    return Response(body, reply.status, headers)


def _policy(page: bytes) -> str:
    """Return what *page* may load: what it says itself, by the hashes of its own parts, or ours."""
    own = _own_policy().search(page[:2000])
    said = html.unescape(own["policy"].decode()) if own else ""
    return f"{said}; frame-ancestors 'none'" if said else POLICY


@cache
def _own_policy() -> re.Pattern[bytes]:
    return re.compile(rb'<meta http-equiv="Content-Security-Policy" content="(?P<policy>[^"]+)">')


def _trouble(visit: Visit, error: WebError) -> Reply:
    """Return what is shown where no worker could make the page."""
    if visit.media != HTML:
        return Reply(error.status, "", str(error).encode())
    words = "tooLong" if isinstance(error, LimitError) else ""
    return _show_trouble(
        visit, error.status, "busy" if isinstance(error, BusyError) else words, str(error)
    )


def _advice(error: WebError) -> Mapping[str, str]:
    """Return what tells a client whether asking again is of use, as the endpoint does."""
    if isinstance(error, LimitError):
        return {LIMIT: "reached"}
    return {"Retry-After": "5"} if isinstance(error, BusyError) else {}


def _show_trouble(visit: Visit, status: int, words: str, error: str) -> Reply:
    return Sheet.of(None, visit).render("trouble", status, words=words, error=error)


async def _asset(request: Request) -> Response:
    name = str(request.path_params["name"])
    body = await run_in_threadpool(read_asset, name)
    if body is None:
        return Response(b"no such file\n", MISSING, {**HEADERS, "Content-Type": "text/plain"})
    kept = FOREVER if "v" in request.query_params else "no-cache"
    headers = {**HEADERS, "Content-Type": media_type(media_of(name)), "Cache-Control": kept}
    response = Response(body, OK, headers)
    return await run_in_threadpool(_packed, response, request, _pack_once)


def _packed(
    response: Response, request: Request, pack: Callable[[bytes], bytes] = gzip.compress
) -> Response:
    """Return *response* with its body as gzip, where the client takes that and it is worth it."""
    offered = request.headers.get("accept-encoding", "").lower().split(",")
    takes = any(one.strip() in {"gzip", "gzip;q=1.0"} for one in offered)
    if not takes or len(response.body) < SMALL:
        return response
    headers = {**response.headers, "Content-Encoding": "gzip", "Vary": "Accept, Accept-Encoding"}
    del headers["content-length"]
    return Response(pack(bytes(response.body)), response.status_code, headers)


@lru_cache(maxsize=64)
def _pack_once(body: bytes) -> bytes:
    return gzip.compress(body)


PAGES: Final = Pages("canbo.pages.site", routes, "/editor")
"""The pages, for the server."""
