"""One text -> all it states: documents, then people, posts and bodies, then events and actions."""

from collections.abc import Iterator
from dataclasses import dataclass

from canbo.graph.reading.abbreviations import explain_abbreviations
from canbo.graph.reading.attendance import add_attendees
from canbo.graph.reading.bodies import read_body
from canbo.graph.reading.captions import link_caption
from canbo.graph.reading.careers import link_career, link_form
from canbo.graph.reading.dates import DateMention, attested_on, find_dates, list_unread_dates
from canbo.graph.reading.directives import read_directives
from canbo.graph.reading.document_unread import list_unread_documents
from canbo.graph.reading.documents import find_documents
from canbo.graph.reading.effects import apply_effects
from canbo.graph.reading.event_mentions import may_meet
from canbo.graph.reading.holdings import Story, link_line
from canbo.graph.reading.line import Line, close_line
from canbo.graph.reading.mentions import name_bodies, name_people, read_scene
from canbo.graph.reading.model import Document, Reading, Span
from canbo.graph.reading.page import Page
from canbo.graph.reading.recognizing import Recognizer, credit, find_people
from canbo.graph.reading.reorganising import find_changes, tells_of_change
from canbo.graph.reading.settle import list_unread, settle
from canbo.graph.reading.signers import link_signer
from canbo.graph.reading.signs import Signs
from canbo.graph.reading.term_owners import own_terms
from canbo.graph.reading.terms import find_terms
from canbo.graph.reading.text import View
from canbo.graph.reading.when import Calendar


def read_statements(
    text: str, published: str | None = None, recognizer: Recognizer | None = None
) -> Reading:
    """Return what *text* states; *published* (ISO) completes dates printed without a year.

    A *recognizer* may add names of people where the grammar sees none.

    Any string may be read; nothing in it makes the reader raise. A text without a title, a meeting,
    a document or a change of bodies states nothing, and its names are not looked for; where nobody
    holds a post, and nothing else of that kind is named, bodies are not.
    """
    view = View.of(text)
    page = Page.of(view)
    signs = Signs.of(page)
    documents = find_documents(view, signs)
    tells_more = bool(documents) or tells_of_change(view.text)
    if not (tells_more or signs.is_worth):
        return Reading(attested_on=published)
    page = page.mask(view.locate(span) for one in documents for span in one.spans)
    page = explain_abbreviations(page, _body_end)
    story, lines = read_lines(page, signs.with_names(page, find_people(recognizer, view)))
    dates = find_dates(view, published)
    cited = [document.date for document in documents if document.date]
    spoken_on = attested_on(view, dates, published, cited)
    if not (tells_more or story.links or may_meet(view.text)):
        unread = (*list_unread(view, story), *list_unread_documents(view, documents))
        return Reading(persons=name_people(view, lines), unread=unread, attested_on=spoken_on)
    first = _Linked(page, documents, story, lines, dates, spoken_on)
    return _settle(first, published, recognizer)


@dataclass(frozen=True, slots=True)
class _Linked:
    """A text of which it is known who is linked to what, and nothing is worked out yet."""

    page: Page
    documents: tuple[Document, ...]
    story: Story
    lines: list[Line]
    dates: tuple[DateMention, ...]
    spoken_on: str | None


def _settle(first: _Linked, published: str | None, recognizer: Recognizer | None) -> Reading:
    """Return what the text states, with bodies worked out, posts dated, deeds and events read."""
    view, story, dates = first.page.view, first.story, first.dates
    lines = [close_line(line, story.signs) for line in first.lines]
    scene = read_scene(first.page, lines, story)
    persons = name_people(view, lines)
    bodies = name_bodies(view, lines, story, scene)
    terms = own_terms(view, find_terms(view), bodies, first.page.masked)
    calendar = Calendar.of(view.text, dates, terms, first.page.masked, published)
    holdings = credit(settle(view, story, scene, calendar), lines, recognizer)
    directives = read_directives(
        view,
        first.documents,
        persons=persons,
        bodies=bodies,
        dates=dates,
        holdings=holdings,
        attested_on=first.spoken_on,
    )
    return Reading(
        persons=persons,
        bodies=bodies,
        holdings=holdings,
        documents=directives.documents,
        actions=directives.actions,
        events=add_attendees(view, directives.events, persons),
        unread=(
            *list_unread(view, story),
            *list_unread_documents(view, first.documents),
            *list_unread_dates(view, dates),
        ),
        attested_on=first.spoken_on,
        changes=find_changes(view, bodies, directives.documents, dates),
    )


def _body_end(page: Page, start: int) -> int:
    body = read_body(page, start)
    return body.end if body else 0


def read_lines(page: Page, signs: Signs) -> tuple[Story, list[Line]]:
    """Return the links of the text and its sentences as the grammar sees them."""
    story = Story(page, signs)
    lines: list[Line] = []
    for sentence in _pieces(page):
        line = link_line(story, sentence)
        if story.unbound:
            link_career(story, line, story.unbound)
            link_form(story, line, story.unbound)
            link_caption(story, lines, line)
        apply_effects(story, line)
        if line.items:
            link_signer(story, lines, line)
        story.end_line(line)
        lines.append(line)
    return story, lines


_LONGEST = 2500


def _pieces(page: Page) -> Iterator[Span]:
    """Yield the sentences; one beyond measure in pieces, so that the work on each stays bounded."""
    for sentence in page.view.sentences:
        if sentence.end - sentence.start <= _LONGEST:
            yield sentence
            continue
        start = sentence.start
        while sentence.end - start > _LONGEST:
            marks = (
                page.text.rfind(mark, start + 1, start + _LONGEST) for mark in ("; ", ", ", " ")
            )
            cut = next((mark for mark in marks if mark > 0), start + _LONGEST)
            yield Span(start, cut)
            start = cut
        yield Span(start, sentence.end)
