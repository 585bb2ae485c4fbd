"""What a query would do beside reading the graph, seen in its words alone.

Neither Oxigraph nor its Python binding can switch SERVICE off, so a query that holds the word is
refused before any engine reads it. Words inside comments, strings, IRIs, variables and prefixed
names do not count. Where the grammar lets one text be read in two ways (``<`` opens an IRI or
compares; ``\"\"\"`` opens a long string or is an empty one before another), the query is refused
rather than guessed at: the check may refuse too much, never too little.
"""

import re
from functools import cache

from canbo.errors import ForbiddenRequestError

_WAY_OUT = "this endpoint asks no other; ask it yourself and join the answers"


def refuse_federation(query: str) -> None:
    """Raise ForbiddenRequestError where *query* may call another endpoint by SERVICE.

    Takes time linear in the length of *query*.
    """
    for text in {query, _unescape(query)}:
        if _may_say(text, "service"):
            raise ForbiddenRequestError("SERVICE is not allowed here", _WAY_OUT)


def names_its_graphs(query: str) -> bool:
    """Return whether *query* has a FROM clause of its own."""
    return _may_say(query, "from")


def _may_say(text: str, keyword: str) -> bool:
    """Return whether the *keyword*, in lower case, may stand in *text* as one."""
    if keyword not in text.lower():
        return False
    words: list[str] = []
    end = 0
    for token in _token().finditer(text):
        if token.lastgroup == "unclear":
            return True
        words.append(text[end : token.start()])
        end = token.end()
    words.append(text[end:])
    bare = " ".join(words)
    return keyword in bare.lower() or (keyword == "service" and "\\" in bare)


def _unescape(text: str) -> str:
    r"""Return *text* with its ``\u`` and ``\U`` escapes read, as SPARQL 1.1 does before parsing."""
    return re.sub(
        r"\\u([0-9A-Fa-f]{4})|\\U(00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4})",
        lambda found: chr(int(found[1] or found[2], 16)),
        text,
    )


@cache
def _token() -> re.Pattern[str]:
    """Return what cannot hold a keyword, and what nobody can be sure of (group ``unclear``)."""
    return re.compile(
        r"""
          <[A-Za-z][A-Za-z0-9+.-]*://[^<>"{}|^`\\\x00-\x20]*>     # an IRI, and nothing else
        | (?P<unclear> <[^<>"{}|^`\\\x00-\x20]*['#][^<>"{}|^`\\\x00-\x20]*>
                     | "{3}(?:[^"\\]|\\.|"(?!""))*\Z
                     | '{3}(?:[^'\\]|\\.|'(?!''))*\Z
                     | "(?!"")(?:[^"\\\r\n]|\\.)*(?:\Z|[\r\n])
                     | '(?!'')(?:[^'\\\r\n]|\\.)*(?:\Z|[\r\n]) )
        | <[^<>"{}|^`\\\x00-\x20]*>
        | \"{3}(?:[^"\\]|\\.|"(?!""))*\"{3}
        | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}
        | "(?:[^"\\\r\n]|\\.)*"
        | '(?:[^'\\\r\n]|\\.)*'
        | \#[^\r\n]*
        | [?$](?!\d|(?i:true|false))\w+
        | (?<![\w.-])(?!\w*(?i:service|from))[^\W\d_](?:[\w.-]*\w)?:[\w:%-]*   # a prefixed name
        """,
        re.VERBOSE | re.DOTALL,
    )
