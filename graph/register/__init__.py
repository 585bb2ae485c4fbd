"""Reference facts: congress terms, plenums, Party documents, organs, posts."""

from canbo.graph.register.load import load_register
from canbo.graph.register.register import Register

__all__ = ["Register", "load_register"]
