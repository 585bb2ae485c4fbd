"""The levels of organisations, as people call them: ``district``, ``cấp quận``, ``huyện``."""

from canbo.errors import NoMatchError
from canbo.queries.kinds import as_iri
from canbo.queries.targets import Target, select
from canbo.spelling import words

_LEVELS = """\
SELECT DISTINCT ?level ?label ?told WHERE {
  { SELECT DISTINCT ?level WHERE { ?organisation cb:level ?level } }
  OPTIONAL { ?level cb:rank ?rank }
  OPTIONAL { ?level skos:prefLabel|skos:altLabel ?label }
  OPTIONAL { ?level skos:definition ?told }
} ORDER BY COALESCE(?rank, 9) STR(?level) COALESCE(STR(?label), "") COALESCE(STR(?told), "")
"""


def find_level(target: Target, text: str) -> str:
    """Return the IRI of the level that *text* names: its IRI, code, label, words of its definition.

    Only levels that some organisation of the graph has; NoMatchError lists them.
    """
    called: dict[str, set[str]] = {}
    told: dict[str, set[str]] = {}
    for row in select(target, _LEVELS).rows:
        place = row.text("level")
        called.setdefault(place, {place.rpartition("/")[2], place}).add(row.text("label"))
        told.setdefault(place, set()).add(row.text("told"))
    wanted = set(words(text)) - {"cap", "level"}
    for names in (called, told):
        for place, texts in names.items():
            if place == as_iri(text) or (wanted and any(wanted <= set(words(t)) for t in texts)):
                return place
    known = (", ".join(sorted(filter(None, texts - {place}))) for place, texts in called.items())
    raise NoMatchError("level", text, tuple(known))
