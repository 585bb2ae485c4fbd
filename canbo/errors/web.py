"""Errors of the server: what a request is answered with, and where it cannot listen."""

from canbo.errors.error import CanboError


class WebError(CanboError):
    """A request that is not answered with 200; *status* is what it is answered with."""

    status = 400

    def __init__(self, reason: str, hint: str) -> None:
        """Remember what is wrong with the request and the way out."""
        self.reason = reason
        self.hint = hint
        super().__init__(f"{reason}; {hint}")


class BadRequestError(WebError):
    """A request does not follow the SPARQL 1.1 Protocol."""


class ForbiddenRequestError(WebError):
    """A request asks for what an endpoint that is only read never does."""

    status = 403


class NotAcceptableError(WebError):
    """None of the formats that a client takes can hold the answer."""

    status = 406


class SlowRequestError(WebError):
    """A client does not finish its request."""

    status = 408


class TooLargeError(WebError):
    """A request, or the answer to it, is larger than the server takes or gives."""

    status = 413


class MediaTypeError(WebError):
    """A request has a body of a type that the protocol does not know."""

    status = 415


class BusyError(WebError):
    """A query finds no free worker; asked again later, it may."""

    status = 503


class LimitError(WebError):
    """A query needs more time or memory than any query gets; asking again is no use."""

    status = 503


class AddressError(CanboError):
    """The server cannot listen where it was told to."""

    def __init__(self, address: str, reason: str) -> None:
        """Remember the *address* and what the system said."""
        self.address = address
        self.reason = reason
        super().__init__(
            f"cannot listen on {address}: {reason}; name another with --host and --port"
        )
