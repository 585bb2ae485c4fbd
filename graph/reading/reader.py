"""One text -> all it states. The order: documents, then people, posts and bodies, then the rest."""

from canbo.graph.reading.careers import link_career
from canbo.graph.reading.dates import find_dates
from canbo.graph.reading.documents import find_documents, name_issuers
from canbo.graph.reading.effects import apply_effects
from canbo.graph.reading.holdings import Story, link_line
from canbo.graph.reading.line import Line
from canbo.graph.reading.mentions import name_bodies, name_people, read_scene
from canbo.graph.reading.model import Reading, Unread
from canbo.graph.reading.page import Page
from canbo.graph.reading.settle import settle
from canbo.graph.reading.terms import find_terms
from canbo.graph.reading.text import View
from canbo.graph.reading.when import Calendar


def read_statements(text: str, published: str | None = None) -> Reading:
    """Return what *text* states; *published* (ISO) completes dates printed without a year."""
    view = View.of(text)
    documents = find_documents(view)
    masked = [view.locate(span) for document in documents for span in document.spans]
    page = Page.of(view, masked)
    story, lines = read_lines(page)
    scene = read_scene(page, lines, story)
    dates = find_dates(view, published)
    calendar = Calendar.of(view.text, dates, find_terms(view), page.masked)
    bodies = name_bodies(view, lines, story, scene)
    return Reading(
        persons=name_people(view, lines),
        bodies=bodies,
        holdings=settle(view, story, scene, calendar),
        documents=name_issuers(documents, view, bodies),
        unread=tuple(
            Unread(view.span(post.start, post.end), "post", "no name was found for it")
            for _, post in story.loose
        ),
        attested_on=published,
    )


def read_lines(page: Page) -> tuple[Story, list[Line]]:
    """Return the links of the text and its sentences as the grammar sees them."""
    story = Story(page)
    lines: list[Line] = []
    for sentence in page.view.sentences:
        line = link_line(story, sentence)
        link_career(story, line, story.unbound)
        apply_effects(story, line)
        story.end_line(line)
        lines.append(line)
    return story, lines
