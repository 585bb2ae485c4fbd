"""Pages of the documentation that are made from what they describe, so that they cannot drift."""

from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from canbo.ontology.iris import NS
from canbo.ontology.load import vocabulary
from canbo.queries import Query, shelf


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages of the questions and of the vocabulary."""
    files.append(File.generated(config, "questions.md", content="\n".join(_questions())))
    files.append(File.generated(config, "vocabulary.md", content="\n".join(_vocabulary())))
    return files


def _questions() -> Iterator[str]:
    yield "# The questions\n"
    yield "`canbo query NAME --PARAMETER VALUE`; each is a file that runs in any SPARQL 1.1 tool.\n"
    for query in shelf():
        yield from _question(query)


def _question(query: Query) -> Iterator[str]:
    yield f"## `{query.name}`\n"
    yield f"**{query.title.vi}** {query.title.en}\n"
    if query.answers:
        yield f"{query.answers.en}\n"
    if query.leaves_open:
        yield f"Not answered: {query.leaves_open.en}\n"
    for parameter in query.parameters.values():
        need = "required" if parameter.required else "optional"
        yield f"- `--{parameter.name}` ({parameter.type}, {need})"
    yield f"\nColumns: {', '.join(f'`{column}`' for column in query.columns)}\n"
    yield f"```sparql\n{query.text.strip()}\n```\n"


def _vocabulary() -> Iterator[str]:
    graph = vocabulary()
    yield "# The vocabulary\n"
    yield f"Namespace `{NS}`, prefix `cb:`.\n"
    for title, kinds in (
        ("Classes", (OWL.Class,)),
        ("Properties", (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)),
    ):
        yield f"## {title}\n"
        terms = {term for kind in kinds for term in graph.subjects(RDF.type, kind)}
        for term in sorted(term for term in terms if str(term).startswith(NS)):
            yield from _term(graph, URIRef(str(term)))


def _term(graph: Graph, term: URIRef) -> Iterator[str]:
    yield f"### `cb:{str(term).removeprefix(NS)}`\n"
    yield f"{_words(graph, term, RDFS.label)}\n"
    yield f"{_words(graph, term, SKOS.definition)}\n"
    above = [*graph.objects(term, RDFS.subClassOf), *graph.objects(term, RDFS.subPropertyOf)]
    if above:
        yield f"Narrower than {', '.join(sorted(f'<{iri}>' for iri in above))}.\n"


def _words(graph: Graph, term: URIRef, about: URIRef) -> str:
    found = {getattr(text, "language", ""): str(text) for text in graph.objects(term, about)}
    return " — ".join(found[language] for language in ("vi", "en") if language in found)
