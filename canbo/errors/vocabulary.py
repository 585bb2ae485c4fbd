"""Errors of the vocabulary."""

from canbo.errors.error import CanboError


class UnknownSchemeError(CanboError):
    """A concept scheme is asked for that the ontology has not."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        """Remember the *name* and the schemes there are."""
        self.name = name
        self.known = known
        super().__init__(f"no concept scheme is called {name!r}; there are: {', '.join(known)}")
