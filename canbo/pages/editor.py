"""The editor: a query of one's own or a question of the shelf, with its parameters filled in."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from markupsafe import Markup
from pyoxigraph import Store

from canbo.errors import AmbiguousNameError, CanboError
from canbo.ontology.iris import BASE
from canbo.pages.anything import read_vocabulary
from canbo.pages.sheet import Sheet
from canbo.pages.words import all_words
from canbo.queries import Query, shelf
from canbo.queries.bind import bound, values_of
from canbo.queries.kinds import as_iri
from canbo.queries.prefixes import PREFIXES
from canbo.queries.shelf import Language
from canbo.web.frames import Reply

STARTER: Final = """\
# Những ai giữ nhiều chức vụ nhất? / Who holds the most posts?
SELECT ?person ?personLabel (COUNT(DISTINCT ?post) AS ?posts) WHERE {
  ?tenure org:member ?person ; cb:post ?post .
  ?person foaf:name ?personLabel .
}
GROUP BY ?person ?personLabel
ORDER BY DESC(?posts) ?personLabel
LIMIT 20
"""
"""What stands in the editor when nothing is asked yet."""

SPOKEN: Final = (
    *("query", "running", "stopped", "copied", "copyLink", "rows", "rowsCut", "noRows", "yes"),
    *("notTrue", "noChart", "noNetwork", "chartCut", "networkCut", "failed", "line", "table"),
    *("chart", "graphView", "sure", "maybe", "unknownStart", "unknownEnd", "results"),
)
"""The words that the scripts say."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A question with what was filled in; its text with that, or the problem with it.

    *choices* are the things that an ambiguous name can mean: what each is called, and what to fill
    in for it.
    """

    query: Query | None = None
    given: Mapping[str, str] = field(default_factory=dict[str, str])
    text: str = ""
    problem: str = ""
    choices: tuple[tuple[str, Mapping[str, str]], ...] = ()

    @property
    def is_ready(self) -> bool:
        """Return whether it can be run at once: everything it needs was given."""
        return self.query is not None and bool(self.given) and not self.problem


def show_editor(sheet: Sheet, store: Store) -> Reply:
    """Return the page of the editor."""
    questions = shelf()
    filled = _fill(sheet, store, questions)
    text = sheet.visit.value("query") or _without_head(filled.text) or STARTER
    return sheet.render(
        "editor",
        questions=questions,
        filled=filled,
        text=text,
        runs=filled.is_ready or bool(sheet.visit.value("query")),
        data=_data(store, sheet.language),
        prefixes=PREFIXES,
    )


def _fill(sheet: Sheet, store: Store, questions: list[Query]) -> Filled:
    """Return the question that the visit asks for, with the values it gives."""
    name = sheet.visit.value("question")
    query = next((one for one in questions if one.name == name), None)
    if query is None:
        return Filled()
    named = {parameter: sheet.visit.value(parameter) for parameter in query.parameters}
    given = {parameter: value for parameter, value in named.items() if value}
    needed = [p.name for p in query.parameters.values() if p.required]
    if not given or any(name not in given for name in needed):
        return Filled(query, given, query.text)
    try:
        text = bound(query, values_of(query, store, given))
    except AmbiguousNameError as error:
        few = f"{error.text!r}: {len(error.choices) + error.more}"
        return Filled(query, given, query.text, few, tuple(_choices(error, given)))
    except CanboError as error:
        return Filled(query, given, query.text, str(error))
    return Filled(query, {key: _shown(sheet, value) for key, value in given.items()}, text)


def _choices(
    error: AmbiguousNameError, given: Mapping[str, str]
) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield what the name can mean, with what is filled in for it."""
    for choice in error.choices:
        label, _, iri = choice.removesuffix(">").rpartition(" <")
        meant = {name: iri if value == error.text else value for name, value in given.items()}
        yield label, meant


def _without_head(text: str) -> str:
    """Return the text of a question without its head: the page says that in its own words."""
    lines = (line for line in text.splitlines(keepends=True) if not line.startswith("#+"))
    return "".join(lines).lstrip()


def _shown(sheet: Sheet, value: str) -> str:
    """Return a value as it stands in the form: an IRI of ours by its label where that is told."""
    return sheet.label(value) if as_iri(value) == value and value.startswith(BASE) else value


def _data(store: Store, language: Language) -> Markup:
    """Return what the scripts need, as JSON that may stand inside a script element."""
    told = {
        "base": BASE,
        "language": language,
        "prefixes": dict(PREFIXES),
        "terms": _terms(store, language),
        "words": {name: all_words()[name].to(language) for name in SPOKEN},
    }
    packed = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    escaped = (
        packed.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    )
    return Markup(escaped)  # noqa: S704 - JSON, and no element can end in it


def _terms(store: Store, language: Language) -> list[tuple[str, str, str, str]]:
    """Return the terms that are completed: name, class or property, label, definition."""
    return [
        (
            f"cb:{entry.name}",
            "class" if "Class" in entry.classes else "property",
            entry.labels.get(language) or entry.labels.get("vi", ""),
            entry.comments.get(language) or entry.comments.get("vi", ""),
        )
        for _, entry in sorted(read_vocabulary(store).items())
    ] + [(name, "property", "", "") for name in OTHERS]


OTHERS: Final = (
    *("rdf:type", "rdfs:label", "skos:prefLabel", "skos:altLabel", "skos:definition", "skos:note"),
    *("foaf:Person", "foaf:name", "org:Organization", "org:Membership", "org:Post", "org:Role"),
    *("org:member", "org:organization", "org:role", "org:postIn", "org:subOrganizationOf"),
    *("org:classification", "oa:Annotation", "oa:hasBody", "oa:hasTarget", "oa:hasSource"),
    *("oa:hasSelector", "oa:exact", "oa:prefix", "oa:suffix", "oa:start", "oa:end"),
    *("prov:wasDerivedFrom", "dcterms:title", "dcterms:issued", "dcterms:publisher"),
    *("dcterms:identifier", "dcterms:subject", "dcterms:source", "dcterms:isReplacedBy"),
    *("eli:LegalResource", "eli:date_document", "eli:passed_by", "schema:url", "schema:Event"),
    *("schema:startDate", "schema:attendee", "xsd:date", "xsd:integer", "xsd:gYear"),
)
"""Terms of other vocabularies that the graph uses, for completion."""
