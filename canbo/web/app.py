"""The application: its routes, its limits, and what each error is answered with."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeAlias

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from canbo.errors import (
    BusyError,
    CanboError,
    LimitError,
    SlowRequestError,
    TooLargeError,
    WebError,
)
from canbo.queries.endpoint import LIMIT
from canbo.web.description import Census, describe
from canbo.web.formats import TRIPLES, choose, media_type, not_acceptable, wanted
from canbo.web.frames import Reply
from canbo.web.guard import refuse_federation
from canbo.web.protocol import is_empty, read_question
from canbo.web.workers import Limits, Pool

SPARQL: Final = "/sparql"
"""Where questions are put."""

METHODS: Final = ("GET", "HEAD", "OPTIONS", "POST")

REQUEST_SECONDS: Final = 30.0
"""How long a client may take to send its request."""

GONE: Final = 499
"""The status of an answer that nobody reads."""

HEADERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Cache-Control": "no-cache",
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
        "Vary": "Accept",
        "X-Content-Type-Options": "nosniff",
    }
)


Routes: TypeAlias = Callable[[Pool], Sequence[BaseRoute]]
"""Makes the routes of the pages that the workers of a pool show."""


@dataclass(frozen=True, slots=True)
class Pages:
    """What people see: the *module* whose ``visit`` makes pages in a worker, and their *routes*.

    *editor* is where a browser goes that comes to the endpoint without a query.
    """

    module: str
    routes: Routes
    editor: str


def create_app(folder: Path, limits: Limits | None = None, pages: Pages | None = None) -> Starlette:
    """Return the application that answers from the published graph of *folder*.

    Its workers start with it (``lifespan``) and end with it. With *pages*, people can read it too.
    """
    pool = Pool(folder, limits or Limits(), pages.module if pages else "")
    census = Census(pool)

    @asynccontextmanager
    async def living(_: Starlette) -> AsyncGenerator[None]:
        try:
            await pool.start()
            yield
        finally:
            await pool.stop()

    async def answer(request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={**HEADERS, "Allow": ", ".join(METHODS)})
        if pages and is_empty(request.method, request.url.query) and _is_browser(request):
            return RedirectResponse(pages.editor, 303)
        return await _answer(request, pool, census)

    return Starlette(
        routes=[
            Route(SPARQL, answer, methods=METHODS),
            Route("/.well-known/void", _to_description),
            *(pages.routes(pool) if pages else ()),
        ],
        lifespan=living,
        middleware=[
            Middleware(
                CORSMiddleware,
                allow_origins=["*"],
                allow_methods=["GET", "HEAD", "POST"],
                allow_headers=["*"],
                expose_headers=["Retry-After", LIMIT],
            )
        ],
        exception_handlers={CanboError: _refuse, HTTPException: _refuse_http},
    )


async def _answer(request: Request, pool: Pool, census: Census) -> Response:
    address, accept = request.url.query, accept_of(request)
    if is_empty(request.method, address):
        return await _describe(request, census, accept)
    body = await _body(request, pool.limits.request)
    content_type = request.headers.get("content-type", "")
    question = read_question(request.method, address, content_type, body)
    formats = wanted(accept)
    refuse_federation(question.text)
    reply = await unless_gone(request, pool.ask(question, formats))
    return _respond(reply) if reply else Response(status_code=GONE)


async def unless_gone(request: Request, work: Awaitable[Reply]) -> Reply | None:
    """Return what *work* gives; None, and the work is cancelled, when the client hangs up first."""
    asked = asyncio.ensure_future(work)
    gone = asyncio.ensure_future(_hang_up(request))
    try:
        await asyncio.wait({asked, gone}, return_when=asyncio.FIRST_COMPLETED)
        return asked.result() if asked.done() else None
    finally:
        asked.cancel()
        gone.cancel()


def accept_of(request: Request) -> str | None:
    """Return all that *request* accepts, or None where it does not say."""
    return ", ".join(request.headers.getlist("accept")) or None


def _is_browser(request: Request) -> bool:
    return choose(accept_of(request), (*TRIPLES, "text/html")) == "text/html"


async def _describe(request: Request, census: Census, accept: str | None) -> Response:
    media = choose(accept, TRIPLES)
    if media is None:
        raise not_acceptable(TRIPLES)
    address = str(request.url.replace(query="", fragment=""))
    return _respond(await describe(census, address, media))


async def _to_description(_: Request) -> Response:
    return RedirectResponse(SPARQL, 303)


async def _body(request: Request, most: int) -> bytes:
    """Return the body; raises TooLargeError as soon as it is, and SlowRequestError."""
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(REQUEST_SECONDS):
            async for part in request.stream():
                size += len(part)
                if size > most:
                    raise TooLargeError(f"the request is larger than {most} bytes", "send less")
                parts.append(part)
    except TimeoutError:
        raise SlowRequestError("the request does not end", "send it at once") from None
    except ClientDisconnect:
        raise SlowRequestError("the request was broken off", "send it whole") from None
    return b"".join(parts)


async def _hang_up(request: Request) -> None:
    """Return when the client is gone."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _respond(reply: Reply) -> Response:
    if not reply.media:
        return _line(reply.status, reply.body.decode())
    headers = {**HEADERS, "Content-Type": media_type(reply.media)}
    return Response(reply.body, reply.status, headers)


async def _refuse(_: Request, error: Exception) -> Response:
    status = error.status if isinstance(error, WebError) else BusyError.status
    return _line(status, str(error), {LIMIT: "reached"} if isinstance(error, LimitError) else None)


async def _refuse_http(_: Request, error: Exception) -> Response:
    status, said = (
        (error.status_code, error.detail) if isinstance(error, HTTPException) else (500, "")
    )
    hint = "questions go to /sparql, by GET or POST"
    headers = error.headers if isinstance(error, HTTPException) else None
    return _line(status, f"{said}; {hint}", headers)


def _line(status: int, text: str, headers: Mapping[str, str] | None = None) -> Response:
    again = {"Retry-After": "5"} if status == BusyError.status and not headers else {}
    line = " ".join(text.split())
    return PlainTextResponse(line + "\n", status, {**HEADERS, **again, **(headers or {})})
