"""Errors of the graph folder: where it is, what it holds, who is writing it."""

from canbo.errors.error import CanboError


class NoGraphError(CanboError):
    """A graph is asked for where none has been built yet."""

    def __init__(self, folder: str) -> None:
        """Remember the *folder*."""
        self.folder = folder
        super().__init__(
            f"there is no graph in {folder!r} yet; make one with: canbo build INPUT... "
            f"--graph {folder}"
        )


class NotAGraphError(CanboError):
    """A folder that holds other things is named as the graph folder."""

    def __init__(self, folder: str, reason: str) -> None:
        """Remember the *folder* and why it is not ours."""
        self.folder = folder
        self.reason = reason
        super().__init__(
            f"{folder!r} is not a graph folder ({reason}); name another one with --graph"
        )


class SchemaVersionError(CanboError):
    """A graph folder was written by a version of canbo that lays it out otherwise."""

    def __init__(self, folder: str, found: object, expected: int) -> None:
        """Remember the *folder*, its schema version and ours."""
        self.folder = folder
        self.found = found
        self.expected = expected
        super().__init__(
            f"the graph in {folder!r} has schema version {found}, this canbo reads version "
            f"{expected}; build it anew in another folder from the same inputs"
        )


class UnwritableGraphError(CanboError):
    """The graph folder cannot be written."""

    def __init__(self, folder: str, reason: str) -> None:
        """Remember the *folder* and what the system said."""
        self.folder = folder
        self.reason = reason
        super().__init__(
            f"cannot write the graph folder {folder!r}: {reason}; the graph in it is as it was"
        )


class DamagedGraphError(CanboError):
    """A file of the graph folder is missing or cannot be read."""

    def __init__(self, place: str, reason: str) -> None:
        """Remember the *place* and what is wrong with it."""
        self.place = place
        self.reason = reason
        super().__init__(f"the graph is damaged at {place!r}: {reason}; build it anew")


class GraphLockedError(CanboError):
    """Another process is building the graph."""

    def __init__(self, folder: str, holder: str) -> None:
        """Remember the *folder* and who holds it."""
        self.folder = folder
        self.holder = holder
        super().__init__(
            f"the graph in {folder!r} is being built by {holder}; try again when it is done, or "
            "give more time with --wait SECONDS"
        )
