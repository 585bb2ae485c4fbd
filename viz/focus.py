"""From what a person names to the thing the page opens at."""

from typing import Final

from canbo.errors import AmbiguousNameError, NoMatchError
from canbo.queries import Found, Kind, Target, find
from canbo.queries.find import SHOWN, near, tell_apart
from canbo.spelling import fold, name_key

KINDS: Final = (Kind.PERSON, Kind.POST, Kind.ORGANISATION, Kind.DOCUMENT, Kind.EVENT)
"""What the page has things of."""

ANY: Final = "person, post, organisation, document or event"
"""What is said to be missing where nothing of any kind has the name."""


def find_focus(target: Target, text: str) -> str:
    """Return the IRI of the one thing in *target* that *text*, a name or an IRI, means.

    A thing that is called just so goes before things that have those words among others. Raises
    NoMatchError or AmbiguousNameError, over all kinds.
    """
    found = [(kind, one) for kind in KINDS for one in _found(target, kind, text)]
    called = (
        [pair for pair in found if name_key(pair[1].label) == name_key(text)]
        or [pair for pair in found if fold(pair[1].label) == fold(text)]
        or [pair for pair in found if _has_words(pair[1], text)]
        or found
    )
    if not called:
        close = [str(one) for kind in KINDS for one in near(target, kind, text)[:2]]
        raise NoMatchError(ANY, text, tuple(close[:SHOWN]))
    if len(called) == 1:
        return called[0][1].iri
    shown = [str(tell_apart(target, kind, [one])[0]) for kind, one in called[:SHOWN]]
    raise AmbiguousNameError(ANY, text, tuple(shown), len(called) - len(shown))


def _found(target: Target, kind: Kind, text: str) -> list[Found]:
    try:
        return find(target, kind, text)
    except NoMatchError:
        return []


def _has_words(one: Found, text: str) -> bool:
    """Whether its own name, and not only what is said of it, has all the words of *text*."""
    return set(fold(text).split()) <= set(fold(one.label).split())
