"""Read the ``.rq`` files: a TOML head in ``#+`` lines, then a query any SPARQL tool can run."""

import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final, Literal, TypeAlias, cast

from canbo.errors import QueryFileError, UnknownQueryError

Language: TypeAlias = Literal["vi", "en"]
"""The languages people are spoken to."""

PLACE: Final = "#= parameters"
"""The line that the values of the parameters take the place of."""


@dataclass(frozen=True, slots=True)
class Words:
    """One text in the two languages."""

    vi: str
    en: str

    def to(self, language: Language) -> str:
        """Return the text in *language*."""
        return self.vi if language == "vi" else self.en


class ParameterType(StrEnum):
    """What a parameter can be; the first nine are things of the graph, named as people do."""

    PERSON = "person"
    POST = "post"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    EVENT = "event"
    TENURE = "tenure"
    SOURCE = "source"
    TERM = "term"
    LEVEL = "level"
    SIGNATURE = "signature"
    COUNT = "count"
    DATE = "date"
    FROM = "from"
    TO = "to"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a question can be narrowed by, or, where *required*, that it needs.

    It binds *variable*, without a ``?``.
    """

    name: str
    type: ParameterType
    variable: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A question: what it asks, answers and leaves open, what it takes and gives, and its text.

    *number* is that of the competency question, 0 for a question of one's own. *headings* has the
    headings of columns that are not ours.
    """

    name: str
    text: str
    title: Words
    columns: tuple[str, ...] = ()
    parameters: Mapping[str, Parameter] = field(default_factory=dict[str, Parameter])
    answers: Words = Words("", "")
    leaves_open: Words = Words("", "")
    headings: Mapping[str, Words] = field(default_factory=dict[str, Words])
    number: int = 0


def shelf(folder: Path | None = None) -> list[Query]:
    """Return the questions in *folder*, or the competency questions that ship, by number.

    Raises QueryFileError for a folder that is none or holds none, and for a file with a bad head.
    """
    if folder is None:
        return sorted((q for q in _shipped() if q.number), key=lambda query: query.number)
    if not folder.is_dir():
        raise QueryFileError(str(folder), "no such folder; name one that holds .rq files")
    found = _read_all(folder)
    if not found:
        raise QueryFileError(str(folder), "holds no .rq file")
    return found


def named(name: str, folder: Path | None = None) -> Query:
    """Return the question called *name* in *folder*, or of those that ship with canbo.

    A competency question is found by its number, too: ``21`` or ``CQ21``.

    Raises UnknownQueryError with what there is, and QueryFileError like :func:`shelf`.
    """
    there = _shipped() if folder is None else shelf(folder)
    known = {query.name: query for query in there}
    wanted = "-".join(re.split(r"[\s_-]+", name.strip().lower().removesuffix(".rq")))
    if (query := known.get(name) or known.get(wanted)) is not None:
        return query
    if number := re.fullmatch(r"(?:cq)?-?0*([1-9]\d?)", wanted):
        numbered = (query for query in there if query.number == int(number[1]))
        if (query := next(numbered, None)) is not None:
            return query
    names = tuple(query.name for query in shelf(folder))
    near = difflib.get_close_matches(wanted, names, n=3, cutoff=0.5)
    raise UnknownQueryError(name, tuple(near), names)


@cache
def _shipped() -> tuple[Query, ...]:
    return tuple(_read_all(files("canbo.queries")))


def _read_all(folder: Traversable) -> list[Query]:
    paths = (path for path in folder.iterdir() if path.name.endswith(".rq"))
    return sorted(map(read_query, paths), key=lambda query: query.name)


def read_query(path: Traversable) -> Query:
    """Return the question in the file *path*; raise QueryFileError where its head is wrong."""
    try:
        text = path.read_text(encoding="utf-8")
        head = tomllib.loads("\n".join(_head(text)))
        query = _query(path.name.removesuffix(".rq"), text, head)
    except (OSError, UnicodeDecodeError) as error:
        raise QueryFileError(str(path), f"cannot be read ({error})") from None
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        reason = f"lacks {error}" if isinstance(error, KeyError) else str(error)
        raise QueryFileError(str(path), f"the head (lines that begin with #+) {reason}") from None
    places = sum(line.strip() == PLACE for line in text.splitlines())
    if places > 1 or (query.parameters and not places):
        raise QueryFileError(str(path), f"needs one line '{PLACE}' where its values go")
    return query


def _head(text: str) -> list[str]:
    """Return the lines of the head, empty lines for the others so that errors keep their place."""
    return [line[2:] if line.startswith("#+") else "" for line in text.splitlines()]


def _query(name: str, text: str, head: Mapping[str, object]) -> Query:
    return Query(
        name=name,
        text=text,
        title=_words(head.get("title", name)),
        columns=tuple(cast("list[str]", head.get("columns", []))),
        parameters={
            key: _parameter(key, cast("Mapping[str, object]", spec))
            for key, spec in _table(head, "parameters").items()
        },
        answers=_words(head.get("answers", "")),
        leaves_open=_words(head.get("leaves_open", "")),
        headings={key: _words(value) for key, value in _table(head, "headings").items()},
        number=int(cast(int, head.get("number", 0))),
    )


def _parameter(name: str, spec: Mapping[str, object]) -> Parameter:
    variable = str(spec.get("variable", name.replace("-", "_")))
    return Parameter(
        name, ParameterType(str(spec["type"])), variable, bool(spec.get("required", False))
    )


def _table(head: Mapping[str, object], key: str) -> Mapping[str, object]:
    return cast("Mapping[str, object]", head.get(key, {}))


def _words(value: object) -> Words:
    """Return the two languages of *value*, a table with vi and en, or one text for both."""
    if isinstance(value, str):
        return Words(value, value)
    table = cast("Mapping[str, str]", value)
    return Words(table["vi"], table["en"])
