"""One page being written: its language, where it is, and how templates name things."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pyoxigraph import Store

from canbo.ontology.iris import BASE, NS
from canbo.pages.addresses import as_address, in_language, path_of, web_of
from canbo.pages.bounds import bounds_words
from canbo.pages.served import asset_path
from canbo.pages.units import unbroken
from canbo.pages.words import date_word, number_word, said, say
from canbo.queries import named
from canbo.queries.labels import labels_of
from canbo.queries.shelf import Language
from canbo.viz.things import Bounds
from canbo.web.frames import Reply, Visit

HTML: Final = "text/html"


@dataclass(slots=True)
class Sheet:
    """A page for *visit*, in its language; labels of coded values are read when first needed."""

    store: Store | None
    visit: Visit
    language: Language
    labels: dict[str, str] = field(default_factory=dict[str, str])

    @classmethod
    def of(cls, store: Store | None, visit: Visit) -> "Sheet":
        """Return the page for *visit*: in English where ``lang=en`` asks for it."""
        return cls(store, visit, "en" if visit.value("lang") == "en" else "vi")

    def read_labels(self, iris: Iterable[str]) -> None:
        """Read what *iris* are called, for :meth:`label`."""
        wanted = {one for one in iris if one and one not in self.labels}
        if self.store is not None and wanted:
            self.labels |= labels_of(self.store, sorted(wanted), self.language)

    def label(self, iri: str) -> str:
        """Return what *iri* is called; the end of it where nobody read that, or there is none."""
        if iri not in self.labels:
            self.read_labels([iri])
        return self.labels.get(iri) or _tail(iri)

    def href(self, iri: str) -> str:
        """Return the address of the page of *iri*, in this language; of a web page, its own."""
        path = path_of(iri)
        return in_language(path, self.language) if path else web_of(iri)

    def to(self, path: str, **given: str) -> str:
        """Return the address of *path* here, with parameters, in this language."""
        return in_language(path, self.language, given.items())

    @property
    def here(self) -> str:
        """Return the address of this page, without its parameters."""
        return as_address(self.visit.path)

    def other_language(self) -> str:
        """Return this page's address in the other language."""
        other: Language = "vi" if self.language == "en" else "en"
        return in_language(self.here, other, self.visit.given)

    def spoken(self, iri: str) -> Markup:
        """Return the attribute that says that the name of *iri* is Vietnamese, in English pages.

        Coded values are called by their English names there.
        """
        is_name = iri.startswith(BASE) and not iri.startswith((f"{BASE}scheme/", NS))
        return Markup(' lang="vi"') if self.language == "en" and is_name else Markup("")

    def verb(self, iri: str) -> str:
        """Return what *iri* is called, as it is written inside a sentence."""
        words = self.label(iri)
        return words[:1].lower() + words[1:]

    def format_path(self, iri: str, suffix: str) -> str:
        """Return where *iri* is in the format that *suffix* names."""
        return path_of(iri).partition("#")[0] + suffix

    def network_path(self, focus: str = "") -> str:
        """Return where the network is, opened at *focus*; that page keeps its language itself."""
        path = self.to("/network", focus=focus) if focus else self.to("/network")
        return f"{path}#lang=en" if self.language == "en" else path

    def question_title(self, name: str) -> str:
        """Return what the question *name* of the shelf asks."""
        return named(name).title.to(self.language)

    def host(self, address: str) -> str:
        """Return the name of the server of a web *address*."""
        return urlsplit(address).netloc or address

    def render(self, template: str, status: int = 200, **values: object) -> Reply:
        """Return the page that *template* makes of *values*."""
        text = environment().get_template(f"{template}.html.j2").render(**self._words(), **values)
        return Reply(status, HTML, text.encode("utf-8", "replace"))

    def say(self, name: str, **values: object) -> str:
        """Return the words called *name* with *values* in their places."""
        return say(name, self.language, **values)

    def said(self, name: str) -> str:
        """Return the words called *name*, or the name itself where there are none."""
        return said(name, self.language)

    def day(self, iso: str) -> str:
        """Return a date as people write it."""
        return date_word(iso, self.language)

    def number(self, count: int | str) -> str:
        """Return *count* with its thousands apart."""
        return number_word(int(count), self.language)

    def when(self, bounds: Bounds) -> str:
        """Return what four *bounds* say in words."""
        return bounds_words(bounds, self.language)

    def _words(self) -> dict[str, Any]:
        return {
            "sheet": self,
            "lang": self.language,
            "say": self.say,
            "said": self.said,
            "day": self.day,
            "number": self.number,
            "when": self.when,
            "href": self.href,
            "to": self.to,
            "label": self.label,
            "web": web_of,
            "asset": asset_path,
            "unbroken": unbroken,
        }


def _tail(iri: str) -> str:
    """Return the end of *iri*, which is how it is called where it has no label."""
    return iri.rstrip("/#").replace("#", "/").rpartition("/")[2] or iri


@cache
def environment() -> Environment:
    """Return the templates: all that is put into them is escaped."""
    return Environment(
        loader=PackageLoader("canbo.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
