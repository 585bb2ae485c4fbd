"""Errors of what a graph is built from: texts, and the passages quoted from them."""

from canbo.errors.error import CanboError


class UnreadableTextError(CanboError):
    """What was given holds no text that canbo can read."""

    def __init__(self, reason: str, hint: str) -> None:
        """Remember what is wrong with the text and the way out."""
        self.reason = reason
        self.hint = hint
        super().__init__(f"{reason}; {hint}")


class EvidenceError(CanboError):
    """A reader names a passage that does not stand in the text."""

    def __init__(self, source: str, start: int, end: int, reason: str) -> None:
        """Remember the *source*, the span and what is wrong with it."""
        self.source = source
        self.start = start
        self.end = end
        self.reason = reason
        super().__init__(
            f"{source}: no quote stands at characters {start} to {end} ({reason}); the reader is "
            "wrong about this text, please report it"
        )


class NothingReadError(CanboError):
    """Of all that was given to build from, nothing could be read."""

    def __init__(self, skipped: tuple[str, ...]) -> None:
        """Remember what was skipped, one line each."""
        self.skipped = skipped
        first = skipped[0] if skipped else "nothing was given"
        more = f" (and {len(skipped) - 1} more)" if len(skipped) > 1 else ""
        super().__init__(f"nothing to build from, the graph is as it was; {first}{more}")


class UnknownSourceError(CanboError):
    """A source is named that the graph was not built from."""

    def __init__(self, source: str, near: tuple[str, ...]) -> None:
        """Remember the name and the sources that come near it."""
        self.source = source
        self.near = near
        hint = f"near it: {', '.join(near)}" if near else "`canbo sources` lists them"
        super().__init__(f"the graph has no source {source!r}; {hint}")
