"""The pages of a person and of a post: tenures over time, and the words behind each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from pyoxigraph import Store

from canbo.ontology.iris import NS
from canbo.ontology.standards import DCTERMS, ORG
from canbo.pages.deeds import read_deeds, read_events
from canbo.pages.known import (
    MOST,
    Known,
    Reason,
    Tenure,
    Testimony,
    iris_in,
    read_reasons,
    read_tenures,
    read_testimony,
)
from canbo.pages.sheet import Sheet
from canbo.pages.timeline import Timeline, draw_timeline
from canbo.pages.words import say
from canbo.spelling import parse_date
from canbo.viz.things import Standing
from canbo.web.frames import Reply

OPEN: Final = 2
"""How many quotes of one tenure are shown at once; the others are a click away."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The day asked for, as typed and as an ISO day; *is_bad* where it is none."""

    typed: str
    day: str

    @property
    def is_bad(self) -> bool:
        """Return whether something was typed that is no day."""
        return bool(self.typed and not self.day)


@dataclass(frozen=True, slots=True)
class Held:
    """One tenure on a page: with whom or what it is named, its words, its reasons."""

    tenure: Tenure
    name: tuple[str, str]
    other: tuple[str, str]
    standing: Standing | None
    testimonies: Sequence[Testimony]
    reasons: Sequence[Reason]

    @property
    def sources(self) -> int:
        """Return how many witnesses there are: reprints of one text are one."""
        return len({one.witness for one in self.testimonies})


def asked_day(sheet: Sheet) -> Asked:
    """Return the day that the visit asks about."""
    typed = sheet.visit.value("on")
    found = parse_date(typed) if typed else None
    return Asked(typed, found.iso if found and found.day else "")


def hold(
    store: Store, tenures: Sequence[Tenure], *, by_person: bool, day: str
) -> tuple[list[Held], Timeline | None]:
    """Return *tenures* with their words, named by who held or else by what; and their drawing."""
    shown = tenures[:MOST]
    iris = [tenure.iri for tenure in shown]
    words, reasons = read_testimony(store, iris), read_reasons(store, iris)
    held = [
        Held(
            tenure,
            tenure.person if by_person else tenure.post,
            tenure.post if by_person else tenure.organisation,
            tenure.bounds.standing(day) if day else None,
            words.get(tenure.iri, ()),
            reasons.get(tenure.iri, ()),
        )
        for tenure in shown
    ]
    return held, draw_timeline([tenure.bounds for tenure in shown], day)


def summary(sheet: Sheet, held: Sequence[Held]) -> str:
    """Return how much stands behind *held*, in one line; nothing where there is nothing."""
    words = [one for each in held for one in each.testimonies]
    if not words:
        return ""
    count, sources = len(words), len({one.witness for one in words})
    return say("witnesses", sheet.language, count=count, sources=sources)


def coded(held: Sequence[Held]) -> set[str]:
    """Return the concepts that the words of *held* name, to be read at once."""
    return {words.status for one in held for words in one.testimonies}


def show_person(sheet: Sheet, store: Store, known: Known) -> Reply:
    """Return the page of a person: the career, by whose words, and what else they did."""
    tenures = read_tenures(store, known.iri)
    deeds = read_deeds(store, known.iri)
    return sheet.render(
        "person",
        known=known,
        is_cut=len(tenures) > MOST or deeds.is_cut,
        deeds=deeds,
        events=read_events(store, known.iri, [tenure.iri for tenure in tenures]),
        replaced=iris_in(known.all(DCTERMS.isReplacedBy)),
        **_told(sheet, store, tenures, deeds.named(), by_person=False),
    )


def show_post(sheet: Sheet, store: Store, known: Known) -> Reply:
    """Return the page of a post: who held it, when, and by whose words."""
    tenures = read_tenures(store, known.iri)
    facts = [
        ("ofOrganization", iris_in(known.all(ORG.postIn))),
        ("role", iris_in(known.all(ORG.role))),
        ("seats", iris_in(known.all(f"{NS}seats"))),
    ]
    named = {iri for _, iris in facts for iri in iris}
    return sheet.render(
        "post",
        known=known,
        is_cut=len(tenures) > MOST,
        facts=facts,
        **_told(sheet, store, tenures, named, by_person=True),
    )


def _told(
    sheet: Sheet, store: Store, tenures: Sequence[Tenure], named: set[str], *, by_person: bool
) -> dict[str, Any]:
    """Return what both pages say of *tenures*; reads the labels of *named* with theirs."""
    asked = asked_day(sheet)
    held, timeline = hold(store, tenures, by_person=by_person, day=asked.day)
    sheet.read_labels(coded(held) | named)
    return {
        "asked": asked,
        "held": held,
        "timeline": timeline,
        "most": MOST,
        "open": OPEN,
        "summary": summary(sheet, held),
    }
