"""Errors of asking: the shelf, the values typed, the query, the endpoint, the answer."""

from canbo.errors.error import CanboError


class UnknownQueryError(CanboError):
    """A question is asked for that is not on the shelf."""

    def __init__(self, name: str, near: tuple[str, ...], known: tuple[str, ...]) -> None:
        """Remember the name asked for, the names near it and all there are."""
        self.name = name
        self.near = near
        self.known = known
        meant = f" (near it: {', '.join(near)})" if near else ""
        there = f"there are: {', '.join(known)}" if known else "the shelf is empty"
        super().__init__(f"no question is called {name!r}{meant}; {there}")


class QueryFileError(CanboError):
    """A file or a folder of questions cannot be used."""

    def __init__(self, path: str, problem: str) -> None:
        """Remember the *path* and what is wrong with it."""
        self.path = path
        self.problem = problem
        super().__init__(f"{path}: {problem}")


class UnknownParameterError(CanboError):
    """A question is given a parameter that it does not take."""

    def __init__(self, query: str, parameter: str, takes: tuple[str, ...]) -> None:
        """Remember the question, the parameter and what it takes."""
        self.query = query
        self.parameter = parameter
        self.takes = takes
        there = ", ".join(f"--{name}" for name in takes) or "nothing"
        super().__init__(f"{query} does not take --{parameter}; it takes {there}")


class MissingParameterError(CanboError):
    """A question cannot be answered without a parameter that was not given."""

    def __init__(self, query: str, missing: tuple[str, ...], takes: tuple[str, ...]) -> None:
        """Remember the question, what is missing and all it takes."""
        self.query = query
        self.missing = missing
        self.takes = takes
        needs = " and ".join(f"--{name}" for name in missing)
        there = ", ".join(f"--{name}" for name in takes)
        super().__init__(f"{query} needs {needs}; it takes {there}")


class ParameterValueError(CanboError):
    """A parameter of a question is given something it cannot be."""

    def __init__(self, parameter: str, value: str, expected: str) -> None:
        """Remember the parameter, its value and what was expected."""
        self.parameter = parameter
        self.value = value
        self.expected = expected
        super().__init__(f"--{parameter} cannot be {value!r}; give {expected}")


class NoMatchError(CanboError):
    """Nothing in the graph is called what was typed."""

    def __init__(self, kind: str, text: str, near: tuple[str, ...]) -> None:
        """Remember the kind of thing, what was typed and what comes near it."""
        self.kind = kind
        self.text = text
        self.near = near
        hint = f"near it: {'; '.join(near)}" if near else "nothing comes near it"
        super().__init__(f"the graph has no {kind} called {text!r}; {hint}")


class AmbiguousNameError(CanboError):
    """Several things in the graph are called what was typed."""

    def __init__(self, kind: str, text: str, choices: tuple[str, ...], more: int = 0) -> None:
        """Remember the kind, what was typed, the things it can be and how many more there are."""
        self.kind = kind
        self.text = text
        self.choices = choices
        self.more = more
        rest = f"; and {more} more" if more else ""
        super().__init__(
            f"{text!r} can be {len(choices) + more} {kind}s; say which with more words or by its "
            f"IRI: {'; '.join(choices)}{rest}"
        )


class QuerySyntaxError(CanboError):
    """A query is not SPARQL 1.1."""

    def __init__(self, line: int, column: int, reason: str) -> None:
        """Remember the place and what was expected there."""
        self.line = line
        self.column = column
        self.reason = reason
        super().__init__(f"the query cannot be read at line {line}, column {column}: {reason}")


class EndpointError(CanboError):
    """A SPARQL endpoint cannot be reached, refuses, or answers with something else."""

    def __init__(self, endpoint: str, reason: str, hint: str) -> None:
        """Remember the address, what happened and the way out."""
        self.endpoint = endpoint
        self.reason = reason
        self.hint = hint
        super().__init__(f"the endpoint {endpoint} {reason}; {hint}")


class ResultFormatError(CanboError):
    """The answer to a query cannot be written in the format asked for."""

    def __init__(self, given: str, answer: str, fitting: tuple[str, ...]) -> None:
        """Remember the format, what the query answers with and the formats for that."""
        self.given = given
        self.answer = answer
        self.fitting = fitting
        super().__init__(
            f"the query answers with {answer}, which has no format {given!r}; "
            f"take {', '.join(fitting)}"
        )
