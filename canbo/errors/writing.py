"""Errors of files that were asked for and cannot be written."""

from canbo.errors.error import CanboError


class UnwritableFileError(CanboError):
    """A file that was asked for cannot be written."""

    def __init__(self, path: str, reason: str) -> None:
        """Remember the *path* and what the system said."""
        self.path = path
        self.reason = reason
        super().__init__(f"cannot write {path!r}: {reason}; name another file with -o")


class UnwritablePageError(CanboError):
    """The network page cannot be written where it was asked for."""

    def __init__(self, path: str, reason: str) -> None:
        """Remember the *path* and what the system said."""
        self.path = path
        self.reason = reason
        super().__init__(f"cannot write the page {path!r}: {reason}; name another file with -o")
