"""The row of a table that a registered fact stands on."""

from dataclasses import dataclass
from enum import StrEnum


class Confidence(StrEnum):
    """How sure a row is: two independent hosts or one official text, one dated source, a doubt."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Row:
    """Where a registered fact stands: table and line, its sources, how sure, any doubt."""

    file: str
    line: int
    source: str = ""
    confidence: Confidence = Confidence.MEDIUM
    note: str = ""

    @property
    def place(self) -> str:
        """The row as a person finds it: ``documents.csv:17``."""
        return f"{self.file}:{self.line}"

    @property
    def is_untraced(self) -> bool:
        """Whether the row rests only on text whose origin is not known."""
        parts = [part.strip() for part in self.source.split("|")]
        return all(part.startswith("untraced:") for part in parts)
