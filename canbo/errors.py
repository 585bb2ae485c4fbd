"""Every error canbo raises on purpose. This module imports nothing of ours.

An error keeps its parts as attributes, builds its own sentence, and names the way out.
"""


class CanboError(Exception):
    """The base of them all; the command line prints it in one line and exits with 1."""


class UnreadableTextError(CanboError):
    """What was given holds no text that canbo can read."""

    def __init__(self, reason: str, hint: str) -> None:
        """Remember what is wrong with the text and the way out."""
        self.reason = reason
        self.hint = hint
        super().__init__(f"{reason}; {hint}")


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


class UnwritableFileError(CanboError):
    """A file that was asked for cannot be written."""

    def __init__(self, path: str, reason: str) -> None:
        """Remember the *path* and what the system said."""
        self.path = path
        self.reason = reason
        super().__init__(f"cannot write {path!r}: {reason}; name another file with -o")


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


class RegisterFileError(CanboError):
    """A file or folder of register tables cannot be used."""

    def __init__(self, path: str, reason: str) -> None:
        """Remember the *path* and what is wrong with it."""
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}")


class RegisterColumnsError(CanboError):
    """A register table lacks a column, or has one that does not belong."""

    def __init__(
        self,
        path: str,
        missing: tuple[str, ...],
        unknown: tuple[str, ...],
        expected: tuple[str, ...],
    ) -> None:
        """Remember the file, the columns that are missing or unknown, and those it must have."""
        self.path = path
        self.missing = missing
        self.unknown = unknown
        self.expected = expected
        wrong = [f"column {name!r} is missing" for name in missing]
        wrong += [f"column {name!r} is not known" for name in unknown]
        what = ", ".join(wrong) or "a column stands there twice"
        super().__init__(f"{path}, row 1: {what}; the columns are: {', '.join(expected)}")


class RegisterCellError(CanboError):
    """A cell of a register table holds something it cannot hold."""

    def __init__(self, path: str, line: int, column: str, value: str, expected: str) -> None:
        """Remember the file, the row, the column, the value and what was expected."""
        self.path = path
        self.line = line
        self.column = column
        self.value = value
        self.expected = expected
        super().__init__(f"{path}, row {line}, {column}: {value!r} should be {expected}")


class RegisterTwiceError(CanboError):
    """Two rows of the register are about the same thing."""

    def __init__(self, path: str, line: int, first: str, key: str) -> None:
        """Remember the second row, the place of the first, and what both are about."""
        self.path = path
        self.line = line
        self.first = first
        self.key = key
        super().__init__(f"{path}, row {line}: {key} is already at {first}; keep one of the two")


class RegisterCircleError(CanboError):
    """A chain of register rows comes back to where it began."""

    def __init__(self, relation: str, chain: tuple[str, ...], places: tuple[str, ...]) -> None:
        """Remember the relation, the things in their order and the rows that link them."""
        self.relation = relation
        self.chain = chain
        self.places = places
        super().__init__(
            f"{', '.join(places)}: {relation} goes in a circle: {' -> '.join(chain)}; take one out"
        )


class RegisterRefusedError(CanboError):
    """The register is refused; nothing of it is loaded."""

    def __init__(self, problems: tuple[CanboError, ...]) -> None:
        """Remember the *problems*; the message has one line for each."""
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


class UnknownSchemeError(CanboError):
    """A concept scheme is asked for that the ontology has not."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        """Remember the *name* and the schemes there are."""
        self.name = name
        self.known = known
        super().__init__(f"no concept scheme is called {name!r}; there are: {', '.join(known)}")


class UnwritablePageError(CanboError):
    """The network page cannot be written where it was asked for."""

    def __init__(self, path: str, reason: str) -> None:
        """Remember the *path* and what the system said."""
        self.path = path
        self.reason = reason
        super().__init__(f"cannot write the page {path!r}: {reason}; name another file with -o")


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


class NotRegisteredError(CanboError):
    """Nothing in the register is called what was typed."""

    def __init__(self, text: str, table: str, near: tuple[str, ...]) -> None:
        """Remember what was typed, the table it was sought in, and what comes near it."""
        self.text = text
        self.table = table
        self.near = near
        hint = f"near it: {'; '.join(near)}" if near else "`canbo register` counts what there is"
        super().__init__(f"the register has nothing in {table} with {text!r}; {hint}")
