"""What stands around the mentions of one citation, read once for all documents it can be."""

from dataclasses import dataclass

from canbo.graph.citation_meetings import (
    NamedPlenum,
    find_plenums,
    implied_term,
    says_same_meeting,
)
from canbo.graph.citation_timing import Age, NearDate, find_dates_beside, is_revision, read_age
from canbo.graph.citation_words import Page, around, sentences_of, words_beside
from canbo.graph.reading.model import Document
from canbo.graph.register import Register
from canbo.spelling import PartialDate


@dataclass(frozen=True, slots=True)
class Setting:
    """The words and what they say.

    *beside* are the words next to the citation, *plain* those without the names of bodies,
    *sentence* its sentences. *dates* can be its own, *age* is how old it is said to be, *plenums*
    are named beside it, *term* is that of the plenum said to have passed it; *is_revised* says that
    a law is named as one under revision, *is_of_same_meeting* that the documents cited beside come
    from the same meeting.
    """

    beside: str = ""
    plain: str = ""
    sentence: str = ""
    dates: tuple[NearDate, ...] = ()
    age: Age | None = None
    plenums: tuple[NamedPlenum, ...] = ()
    term: str | None = None
    is_revised: bool = False
    is_of_same_meeting: bool = False


def read_setting(
    document: Document, page: Page, register: Register, day: PartialDate | None
) -> Setting:
    """Return what *page* says around *document* in a text of that *day*."""
    places = around(document, page)
    plenums = find_plenums(places, register, day)
    return Setting(
        beside=words_beside(document, page),
        plain=words_beside(document, page, is_plain=True),
        sentence=sentences_of(document, page),
        dates=find_dates_beside(places),
        age=read_age(places),
        plenums=plenums,
        term=implied_term(plenums),
        is_revised=is_revision(places),
        is_of_same_meeting=says_same_meeting(places),
    )
