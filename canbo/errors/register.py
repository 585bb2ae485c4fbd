"""Errors of the register: its tables, and what is sought in it."""

from typing import Final

from canbo.errors.error import CanboError

_SHOWN: Final = 20
"""How many faults of a register are told at once; a table of another shape has thousands."""


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
        """Remember the *problems*; the message has one line for each of the first twenty."""
        self.problems = problems
        lines = [str(problem) for problem in problems[:_SHOWN]]
        if more := len(problems) - len(lines):
            lines.append(f"{more} more faults are not shown; mend these and try again")
        super().__init__("\n".join(lines))


class NotRegisteredError(CanboError):
    """Nothing in the register is called what was typed."""

    def __init__(self, text: str, table: str, near: tuple[str, ...]) -> None:
        """Remember what was typed, the table it was sought in, and what comes near it."""
        self.text = text
        self.table = table
        self.near = near
        hint = f"near it: {'; '.join(near)}" if near else "`canbo register` counts what there is"
        super().__init__(f"the register has nothing in {table} with {text!r}; {hint}")
