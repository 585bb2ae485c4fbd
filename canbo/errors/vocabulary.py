"""Errors of the vocabulary."""

from canbo.errors.error import CanboError


class UnknownSchemeError(CanboError):
    """A concept scheme is asked for that the ontology has not."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        """Remember the *name* and the schemes there are."""
        self.name = name
        self.known = known
        super().__init__(f"no concept scheme is called {name!r}; there are: {', '.join(known)}")


class UnknownConstraintError(CanboError):
    """A shape uses a constraint of SHACL that is not turned into a query."""

    def __init__(self, constraint: str) -> None:
        """Remember the *constraint*, an IRI."""
        self.constraint = constraint
        super().__init__(
            f"the shapes use {constraint}, for which there is no query; "
            "add it to ontology/shape_queries.py or say it another way"
        )
