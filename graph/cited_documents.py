"""Documents that are cited and not registered: which citations mean one, and the IRIs they go by.

Citations of several sources mean one document where type, number, issuer, and term or year are said
and agree, and nothing contradicts; else each source has its own. The ledger keeps the IRIs; when a
row of the register comes that fits, the old IRI leads to the registered document.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final, TypeAlias

from canbo.graph.document_identity import identify, name_unidentified
from canbo.graph.judging.ledger import Key, Kind, Ledger, follow_redirects, name_clusters
from canbo.graph.reading.model import Document
from canbo.graph.register import Register
from canbo.graph.register.iris import CENTRAL_COMMITTEE
from canbo.graph.resolution import Outcome, Resolution
from canbo.ontology.iris import BASE
from canbo.spelling import parse_date, parse_signature

Facet: TypeAlias = Callable[[Document], str | None]
"""Something said of a document that has one right answer."""


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A document that the register has not, with all citations of it, of one source or several."""

    iri: str
    resolutions: tuple[Resolution, ...]

    @property
    def label(self) -> str:
        """How it is called: by its number, else by the words most used."""
        document = self.resolutions[0].document
        if parse_signature(document.signature or ""):
            return f"{self.most(lambda d: d.type)} số {document.signature}"
        return self.mentions[0]

    @property
    def mentions(self) -> tuple[str, ...]:
        """The words that name it, the most used first."""
        return _by_use(one.document.mention for one in self.resolutions)

    @property
    def term(self) -> str | None:
        """The term it is of, as far as any citation says so."""
        return next((one.term for one in self.resolutions if one.term), None)

    @property
    def date(self) -> str | None:
        """Its date in the fullest form that is said."""
        said = _by_use(one.document.date for one in self.resolutions)
        return max(said, key=len, default=None)

    @property
    def issuer(self) -> str | None:
        """Who issued it; one of the bodies of the centre before the centre in general."""
        said = _by_use(one.document.issuer for one in self.resolutions)
        return next((s for s in said if s != CENTRAL_COMMITTEE), next(iter(said), None))

    def most(self, facet: Facet) -> str | None:
        """Return what most citations say of *facet*."""
        return next(iter(_by_use(facet(one.document) for one in self.resolutions)), None)


@dataclass(frozen=True, slots=True)
class Settled:
    """The documents with their IRIs: by citation, and what the ledger has to keep."""

    documents: tuple[CitedDocument, ...] = ()
    given: Mapping[Key, str] = field(default_factory=dict[Key, str])
    redirects: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])

    def join(self, ledger: Ledger) -> Ledger:
        """Return *ledger* with these documents instead of those it had."""
        given: dict[Kind, Mapping[Key, str]] = {**ledger.given, "document": self.given}
        return Ledger(given, {**ledger.redirects, **self.redirects})


class CitedDocuments:
    """Gathers over all sources what is cited and not registered."""

    def __init__(self, register: Register, registered: frozenset[str], ledger: Ledger) -> None:
        """Begin with *registered*, the IRIs of what the register describes, and the *ledger*."""
        self._register = register
        self._registered = {iri for iri in registered if iri.startswith(f"{BASE}document/")}
        self._ledger = ledger
        self._unregistered: dict[Key, Resolution] = {}
        self._found: dict[Key, str] = {}
        earlier = ledger.given["document"]
        self._earlier: Final = {(key.source, key.label) for key in earlier}

    def take(self, source: str, resolution: Resolution) -> Key | None:
        """Remember what a *source* cites; return the key of its document if it is unregistered."""
        span = min(resolution.document.spans)
        key = Key(source, span.start, span.end, resolution.document.key)
        if resolution.outcome is Outcome.UNREGISTERED:
            self._unregistered[key] = resolution
            return key
        if resolution.iri and (source, key.label) in self._earlier:
            self._found[key] = resolution.iri
        return None

    def settle(self) -> Settled:
        """Return the documents there are, in the order of their first citations."""
        clusters = [keys for group in self._groups() for keys in self._part(group)]
        given = {
            key: iri
            for key, iri in self._ledger.given["document"].items()
            if iri not in self._registered
        }
        found = [[key] for key in self._found]
        fixed = {len(clusters) + place: self._found[key] for place, (key,) in enumerate(found)}
        named = name_clusters([*clusters, *found], given, self._mint, fixed)
        documents = tuple(
            CitedDocument(iri, tuple(self._unregistered[key] for key in sorted(keys)))
            for iri, keys in zip(named.iris, clusters, strict=False)
        )
        kept = {key: d.iri for keys, d in zip(clusters, documents, strict=True) for key in keys}
        living = {*named.iris, *self._registered}
        return Settled(documents, kept, follow_redirects(self._ledger, named.redirects, living))

    def _groups(self) -> Iterable[list[Key]]:
        """Return the citations that are identified alike, each of the others alone."""
        groups: defaultdict[str, list[Key]] = defaultdict(list)
        for key, resolution in sorted(self._unregistered.items(), key=lambda item: item[0]):
            iri = identify(resolution.document, resolution.term, self._register)
            groups[iri or self._name_alone(key)].append(key)
        return groups.values()

    def _part(self, group: Sequence[Key]) -> Iterable[list[Key]]:
        """Return *group* as one, or parted where what is said cannot all be right."""
        documents = [self._unregistered[key].document for key in group]
        disputed = [facet for facet, agree in _FACETS if not _all_agree(documents, facet, agree)]
        parts: defaultdict[tuple[str | None, ...], list[Key]] = defaultdict(list)
        for key, document in zip(group, documents, strict=True):
            said = tuple(facet(document) for facet in disputed)
            parts[(*said, self._name_alone(key)) if None in said else said].append(key)
        return parts.values()

    def _mint(self, place: int, key: Key) -> str:  # noqa: ARG002 - named by its citations alone
        resolution = self._unregistered[key]
        iri = identify(resolution.document, resolution.term, self._register)
        return iri if iri and iri not in self._registered else self._name_alone(key)

    def _name_alone(self, key: Key) -> str:
        resolution = self._unregistered[key]
        return name_unidentified(resolution.document, resolution.term, key.source)


def _by_use(said: Iterable[str | None]) -> tuple[str, ...]:
    counted = Counter(one for one in said if one)
    return tuple(sorted(counted, key=lambda one: (-counted[one], one)))


def _date_of(document: Document) -> str | None:
    return document.date


def _type_of(document: Document) -> str | None:
    return document.type


def _central_issuer_of(document: Document) -> str | None:
    """Return which of the three bodies that sign with TW is said to have issued it.

    "The Centre" is said of any of them.
    """
    signature = parse_signature(document.signature or "")
    is_shared = signature is not None and signature.issuer == "TW"
    return document.issuer if is_shared and document.issuer != CENTRAL_COMMITTEE else None


def _is_same(one: str, other: str) -> bool:
    return one == other


def _can_be_one_day(one: str, other: str) -> bool:
    first, second = parse_date(one), parse_date(other)
    if first is None or second is None:
        return one == other
    return first.first <= second.last and second.first <= first.last


_FACETS: Final[tuple[tuple[Facet, Callable[[str, str], bool]], ...]] = (
    (_date_of, _can_be_one_day),
    (_type_of, _is_same),
    (_central_issuer_of, _is_same),
)


def _all_agree(
    documents: Iterable[Document], facet: Facet, agree: Callable[[str, str], bool]
) -> bool:
    said = sorted({value for document in documents if (value := facet(document))})
    return all(agree(one, other) for one, other in combinations(said, 2))
