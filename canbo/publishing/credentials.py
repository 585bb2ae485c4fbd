"""Who we are to a store: from the environment or a netrc file, shown only to who asks.

Nothing is sent until the store asks for it, and then in the way it asks: Digest, else Basic.
"""

import netrc
import os
from collections.abc import Generator, Mapping
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import httpx

from canbo.errors import CredentialsError

USER: Final = "CANBO_STORE_USER"
PASSWORD: Final = "CANBO_STORE_PASSWORD"  # noqa: S105 - the name of a variable
UNAUTHORIZED: Final = 401


class WhenAsked(httpx.Auth):
    """Credentials that are sent after the first 401, in the way that it names."""

    def __init__(self, user: str, password: str) -> None:
        """Keep them; nothing is sent yet."""
        self._known = user, password
        self._way: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response]:
        """Send *request*, and once more with credentials where they are wanted."""
        if self._way is None:
            response = yield request
            if response.status_code != UNAUTHORIZED:
                return
            offers = " ".join(response.headers.get_list("www-authenticate")).lower()
            if "digest" in offers:
                self._way = httpx.DigestAuth(*self._known)
            elif "basic" in offers:
                self._way = httpx.BasicAuth(*self._known)
            else:
                return
        yield from self._way.auth_flow(request)


def find_credentials(url: str, environment: Mapping[str, str] | None = None) -> WhenAsked | None:
    """Return the credentials for the store at *url*, or None where there are none.

    CANBO_STORE_USER and CANBO_STORE_PASSWORD come before the netrc file (NETRC, else ~/.netrc).
    Raises CredentialsError where they stand in the address, or cannot be read.
    """
    given = os.environ if environment is None else environment
    place = urlsplit(url)
    if place.username is not None or place.password is not None:
        raise CredentialsError(
            "credentials do not belong in an address, where logs and other users see them"
        )
    user, password = given.get(USER), given.get(PASSWORD)
    if user is not None and password is not None:
        return WhenAsked(user, password)
    if user is not None or password is not None:
        raise CredentialsError(f"only one of {USER} and {PASSWORD} is set")
    found = _in_netrc(Path(given.get("NETRC") or Path.home() / ".netrc"), place.hostname or "")
    return WhenAsked(*found) if found else None


def _in_netrc(path: Path, host: str) -> tuple[str, str] | None:
    try:
        found = netrc.netrc(str(path)).authenticators(host)
    except FileNotFoundError:
        return None
    except netrc.NetrcParseError as error:  # its message may quote the line: it is not shown
        raise CredentialsError(f"line {error.lineno} of {path} is not netrc") from None
    except (OSError, UnicodeDecodeError) as error:
        raise CredentialsError(f"{path} cannot be read ({type(error).__name__})") from None
    return (found[0], found[2]) if found else None
