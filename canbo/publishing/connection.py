"""One store over HTTP: what is sent again, and what each refusal means."""

import time
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Self
from urllib.parse import urlsplit

import httpx

from canbo.errors import StoreError
from canbo.publishing.credentials import UNAUTHORIZED, WhenAsked, find_credentials
from canbo.queries.endpoint import ATTEMPTS, first_words, pause

TIMEOUT: Final = 300.0
"""Seconds that a store may take over one request."""

_CONNECT_SECONDS: Final = 10.0
_BUSY: Final = frozenset({429, 502, 503, 504})
_ADDRESS: Final = "is this the right address?"
_ELSEWHERE: Final = "name the address for changes with --update or --graph-store"
_SMALLER: Final = "send less at a time, with a smaller --batch"
_HINTS: Final[Mapping[int, str]] = MappingProxyType(
    {
        400: f"{_ADDRESS} if so, {_SMALLER}",
        403: "it is only read, or this user may not change it",
        404: _ADDRESS,
        405: f"it takes no changes there: {_ELSEWHERE}",
        406: _ADDRESS,
        408: _SMALLER,
        411: "it wants a length: is a proxy between?",
        413: _SMALLER,
        415: f"it does not read what is sent there: {_ELSEWHERE}",
        501: f"it takes no changes there: {_ELSEWHERE}",
    }
)


class Connection:
    """A store at one or several addresses, asked one thing after the other."""

    def __init__(self, timeout: float = TIMEOUT) -> None:
        """Open nothing yet; wait *timeout* seconds for each answer."""
        self.timeout = timeout
        limits = httpx.Timeout(timeout, connect=min(timeout, _CONNECT_SECONDS))
        self._client = httpx.Client(timeout=limits, follow_redirects=False)
        self._known: dict[str, WhenAsked | None] = {}

    def __enter__(self) -> Self:
        """Return the connection, to be closed at the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self._client.close()

    def send(  # noqa: PLR0913 - what a request is made of
        self,
        method: str,
        url: str,
        content: bytes = b"",
        *,
        kind: str = "",
        accept: str = "*/*",
        fine: tuple[int, ...] = (),
    ) -> httpx.Response:
        """Return the answer of the store; a status in *fine* is no refusal.

        All that is sent may be sent twice, so a busy store is asked again. Raises StoreError where
        it cannot be reached, takes too long, stays busy or refuses, and CredentialsError.
        """
        headers = {"Accept": accept} | ({"Content-Type": kind} if kind else {})
        answer = self._try(method, url, content, headers)
        for attempt in range(1, ATTEMPTS):
            if answer is not None and answer.status_code not in _BUSY:
                break
            time.sleep(
                pause(answer.headers.get("Retry-After", "") if answer is not None else "", attempt)
            )
            answer = self._try(method, url, content, headers)
        if answer is None:
            raise StoreError(url, "breaks the connection off", f"is it running? {_SMALLER}")
        if answer.is_success or answer.status_code in fine:
            return answer
        raise self._refusal(url, answer)

    def _try(
        self, method: str, url: str, content: bytes, headers: Mapping[str, str]
    ) -> httpx.Response | None:
        """Return the answer, or None where the store broke off: it may be worth another try."""
        try:
            return self._client.request(
                method, url, content=content, headers=headers, auth=self._credentials(url)
            )
        except httpx.TimeoutException:
            raise StoreError(
                url,
                f"did not answer within {self.timeout:g} s",
                f"give it more with --timeout, or {_SMALLER}; run it again to go on",
            ) from None
        except httpx.ConnectError as error:
            raise StoreError(
                url, f"cannot be reached ({first_words(str(error))})", f"is it running? {_ADDRESS}"
            ) from None
        except (httpx.UnsupportedProtocol, httpx.InvalidURL):
            raise StoreError(
                url, "has no address of the web", "give one like https://host/sparql"
            ) from None
        except httpx.TransportError:
            return None

    def _credentials(self, url: str) -> WhenAsked | None:
        place = urlsplit(url).netloc
        if place not in self._known:
            self._known[place] = find_credentials(url)
        return self._known[place]

    def _refusal(self, url: str, answer: httpx.Response) -> StoreError:
        code = answer.status_code
        if answer.has_redirect_location:
            moved = f"has moved to {answer.headers['location'][:200]}"
            return StoreError(url, moved, "give that address")
        if code in _BUSY:
            return StoreError(url, f"is busy ({code})", "run it again later: it goes on from here")
        reason = first_words(answer.text)
        said = f"refused with {code}" + (f": {reason}" if reason else "")
        return StoreError(url, said, self._hint(url, code, reason))

    def _hint(self, url: str, code: int, reason: str) -> str:
        if code == UNAUTHORIZED:
            if self._credentials(url):
                return "it does not take these credentials"
            return (
                "it wants credentials: set CANBO_STORE_USER and CANBO_STORE_PASSWORD, "
                f"or name {urlsplit(url).hostname} in ~/.netrc"
            )
        if "permission" in reason.lower():  # Virtuoso says so with a 500
            return f"it takes no changes there without credentials: {_ELSEWHERE}"
        return _HINTS.get(code, "the fault is on its side; run it again to go on")
