"""The levels of organisations, as people call them: ``district``, ``cấp quận``, ``huyện``."""

from canbo.errors import NoMatchError
from canbo.queries.kinds import as_iri
from canbo.queries.targets import Target, select
from canbo.spelling import words

_LEVELS = """\
SELECT DISTINCT ?level ?label WHERE {
  { SELECT DISTINCT ?level WHERE { ?organisation cb:level ?level } }
  OPTIONAL { ?level skos:prefLabel|skos:altLabel ?label }
} ORDER BY STR(?level) COALESCE(STR(?label), "")
"""


def find_level(target: Target, text: str) -> str:
    """Return the IRI of the level that *text* names, by its IRI, its code or one of its labels.

    Only levels that some organisation of the graph has; NoMatchError lists them.
    """
    names: dict[str, list[str]] = {}
    for row in select(target, _LEVELS).rows:
        place = row.text("level")
        names.setdefault(place, [place.rpartition("/")[2]]).append(row.text("label"))
    wanted = set(words(text)) - {"cap", "level"}
    for place, called in names.items():
        if place == as_iri(text) or any(wanted and wanted <= set(words(name)) for name in called):
            return place
    raise NoMatchError("level", text, tuple(", ".join(filter(None, c)) for c in names.values()))
