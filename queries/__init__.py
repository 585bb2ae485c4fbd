"""The shelf of questions, and how to ask them."""

from canbo.queries.find import Found, find, find_one
from canbo.queries.kinds import Kind
from canbo.queries.rows import Answer, Row, Term, TermKind
from canbo.queries.run import answer, ask
from canbo.queries.shelf import Query, named, shelf
from canbo.queries.targets import Target, select

__all__ = [
    "Answer",
    "Found",
    "Kind",
    "Query",
    "Row",
    "Target",
    "Term",
    "TermKind",
    "answer",
    "ask",
    "find",
    "find_one",
    "named",
    "select",
    "shelf",
]
