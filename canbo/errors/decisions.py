"""Errors of the files in which people keep what they decided."""

from canbo.errors.error import CanboError


class DecisionsError(CanboError):
    """A row of ``decisions.csv`` says nothing that can be followed."""

    def __init__(self, path: str, line: int, reason: str) -> None:
        """Remember the file, its *line* and what is wrong there."""
        self.path = path
        self.line = line
        self.reason = reason
        super().__init__(f"{path}, line {line}: {reason}; mend the row or take it out")


class NoDecisionsError(CanboError):
    """A file of decisions is named that is not there."""

    def __init__(self, path: str) -> None:
        """Remember the *path*."""
        self.path = path
        super().__init__(f"there is no file of decisions {path!r}; name one that is there")
