"""The ledger: which IRI a person, a tenure or a cited document was given, and for which mentions.

An IRI is minted once, named from the smallest mention of the cluster it is for. When clusters
change, each IRI stays with the cluster that has most of its mentions; where that leaves an IRI
without a cluster (a merge), or some of its mentions with another IRI (a split), the ledger keeps a
redirect from old to new. When what was merged is parted again, the old IRI comes back to life.
"""

import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import chain, count
from pathlib import Path
from typing import Final, Literal, TypeAlias

from canbo.errors import DamagedGraphError

Kind: TypeAlias = Literal["person", "tenure", "document"]

KINDS: Final[tuple[Kind, ...]] = ("person", "tenure", "document")
"""What the ledger keeps; documents only as long as the register has not got them."""

_HEAD: Final = ("kind", "source", "start", "end", "label", "iri")
_REDIRECT: Final = "redirect"


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """One mention: the source's IRI, where it stands in it, and whom or what it names."""

    source: str
    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """What was given so far: for each kind the IRI of each mention, and where old IRIs lead."""

    given: Mapping[Kind, Mapping[Key, str]] = field(
        default_factory=lambda: {kind: {} for kind in KINDS}
    )
    redirects: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])


@dataclass(frozen=True, slots=True)
class Naming:
    """The IRI of each cluster, in the order they were given, and the redirects this caused."""

    iris: tuple[str, ...]
    redirects: Mapping[str, tuple[str, ...]]


Mint: TypeAlias = Callable[[int, Key], str]
"""Makes an IRI for the cluster with this place among the clusters, founded by this mention."""


def name_clusters(
    clusters: Sequence[Sequence[Key]],
    given: Mapping[Key, str],
    mint: Mint,
    fixed: Mapping[int, str] | None = None,
) -> Naming:
    """Return an IRI for each of *clusters*, keeping those already *given* to their mentions.

    *fixed* are the IRIs of clusters, by their places, that are known by another authority.

    A mention that moved within its source (the text or the grammar changed) is known again by its
    label, where of the mentions no longer in their places only one IRI goes with that label.
    """
    loose = _gather_lost(given, {key for cluster in clusters for key in cluster})
    votes = [_count_votes(cluster, given, loose) for cluster in clusters]
    owners = _choose_owners(clusters, votes)
    fixed = fixed or {}
    owners = {iri: place for iri, place in owners.items() if iri not in fixed.values()}
    kept = [
        fixed.get(place) or _choose_kept(place, vote, owners) for place, vote in enumerate(votes)
    ]
    taken = {iri for iri in kept if iri}
    iris = tuple(
        iri or _mint_free(place, clusters[place], mint, taken) for place, iri in enumerate(kept)
    )
    redirects: defaultdict[str, set[str]] = defaultdict(set)
    for vote, iri in zip(votes, iris, strict=True):
        for old in vote:
            if old != iri:
                redirects[old].add(iri)
    return Naming(iris, {old: tuple(sorted(new)) for old, new in sorted(redirects.items())})


def follow_redirects(
    before: Ledger, later: Mapping[str, tuple[str, ...]], living: AbstractSet[str]
) -> dict[str, tuple[str, ...]]:
    """Return all redirects, those *before* and *later*, each leading straight to the *living*.

    Those that lead to nothing are dropped, and those of a merge that was undone.
    """
    lived = {iri for table in before.given.values() for iri in table.values()}
    joined: defaultdict[str, set[str]] = defaultdict(set)
    for old, ends in before.redirects.items():
        if old not in living or old in lived:
            joined[old].update(ends)
    for old, ends in later.items():
        joined[old].update(ends)
    straight = ((old, _walk_on(old, joined, living) - {old}) for old in sorted(joined))
    return {old: tuple(sorted(ends)) for old, ends in straight if ends}


def read_ledger(path: Path) -> Ledger:
    """Return the ledger in the file *path*; raises DamagedGraphError where it is none."""
    given: dict[Kind, dict[Key, str]] = {kind: {} for kind in KINDS}
    tables: dict[str, dict[Key, str]] = {kind: given[kind] for kind in KINDS}
    redirects: defaultdict[str, list[str]] = defaultdict(list)
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            next(rows)
            for kind, source, start, end, label, iri in rows:
                if kind == _REDIRECT:
                    redirects[source].append(iri)
                else:
                    tables[kind][Key(source, int(start), int(end), label)] = iri
    except (OSError, ValueError, KeyError, StopIteration, csv.Error) as error:
        raise DamagedGraphError(str(path), str(error) or "it is empty") from error
    return Ledger(given, {old: tuple(new) for old, new in redirects.items()})


def write_ledger(path: Path, ledger: Ledger) -> None:
    """Write *ledger* to the file *path*, sorted, for `read_ledger`."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(_HEAD)
        for kind in KINDS:
            for key, iri in sorted(ledger.given.get(kind, {}).items()):
                writer.writerow((kind, key.source, key.start, key.end, key.label, iri))
        for old, ends in sorted(ledger.redirects.items()):
            writer.writerows((_REDIRECT, old, "", "", "", end) for end in ends)


def _gather_lost(
    given: Mapping[Key, str], present: AbstractSet[Key]
) -> dict[tuple[str, str], str | None]:
    """Return the one IRI of the lost mentions of each source and label; None for several IRIs."""
    lost: dict[tuple[str, str], str | None] = {}
    for key, iri in given.items():
        if key not in present:
            place = (key.source, key.label)
            lost[place] = iri if lost.get(place, iri) == iri else None
    return lost


def _count_votes(
    cluster: Iterable[Key],
    given: Mapping[Key, str],
    loose: Mapping[tuple[str, str], str | None],
) -> Counter[str]:
    """Return how many mentions of *cluster* each IRI was given to."""
    found = (given.get(key) or loose.get((key.source, key.label)) for key in cluster)
    return Counter(iri for iri in found if iri)


def _choose_owners(
    clusters: Sequence[Sequence[Key]], votes: Sequence[Counter[str]]
) -> dict[str, int]:
    """Return for each IRI the cluster it stays with: most of its mentions, then the smallest."""
    best: dict[str, tuple[int, Key, int]] = {}
    for place, vote in enumerate(votes):
        smallest = min(clusters[place])
        for iri, votes_for in vote.items():
            claim = (-votes_for, smallest, place)
            if iri not in best or claim < best[iri]:
                best[iri] = claim
    return {iri: place for iri, (_, _, place) in best.items()}


def _choose_kept(place: int, vote: Counter[str], owners: Mapping[str, int]) -> str | None:
    """Return the IRI that the cluster at *place* goes by of those that stay with it."""
    own = [(-votes_for, iri) for iri, votes_for in vote.items() if owners.get(iri) == place]
    return min(own)[1] if own else None


def _mint_free(place: int, cluster: Iterable[Key], mint: Mint, taken: set[str]) -> str:
    """Return a new IRI named from the first mention whose name is free, and take it."""
    names = [mint(place, key) for key in sorted(cluster)]
    more = (f"{names[0]}-{number}" for number in count(2))
    free = next(name for name in chain(names, more) if name not in taken)
    taken.add(free)
    return free


def _walk_on(
    iri: str, redirects: Mapping[str, AbstractSet[str]], living: AbstractSet[str]
) -> set[str]:
    """Return all living IRIs that *iri* leads to."""
    ends: set[str] = set()
    seen = {iri}
    ahead = list(redirects.get(iri, ()))
    while ahead:
        here = ahead.pop()
        if here in living:
            ends.add(here)
        elif here not in seen:
            seen.add(here)
            ahead.extend(redirects.get(here, ()))
    return ends
