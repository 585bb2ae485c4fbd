from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canbo.errors import DamagedGraphError
from canbo.graph.judging.ledger import (
    Key,
    Ledger,
    follow_redirects,
    name_clusters,
    read_ledger,
    write_ledger,
)

A, B, C, D = (Key(f"s{n}", 5, 12, "Lê Văn An") for n in range(4))


def mint(_: int, key: Key) -> str:
    return f"person/{key.source}-{key.start}"


def name(
    clusters: Sequence[Sequence[Key]], given: dict[Key, str]
) -> tuple[list[str], dict[str, list[str]]]:
    named = name_clusters(clusters, given, mint)
    return list(named.iris), {old: list(new) for old, new in named.redirects.items()}


def test_a_new_cluster_is_named_from_its_smallest_mention() -> None:
    assert name([[B, A], [C]], {}) == (["person/s0-5", "person/s2-5"], {})


def test_a_cluster_that_grows_keeps_its_name() -> None:
    assert name([[A, B, C]], {B: "person/b"}) == (["person/b"], {})


def test_in_a_merge_the_name_with_most_mentions_stays_and_the_other_leads_to_it() -> None:
    given = {A: "person/a", B: "person/b", C: "person/b"}
    assert name([[A, B, C]], given) == (["person/b"], {"person/a": ["person/b"]})


def test_in_a_merge_of_equals_the_smaller_name_stays() -> None:
    given = {A: "person/x", B: "person/b"}
    assert name([[A, B]], given) == (["person/b"], {"person/x": ["person/b"]})


def test_in_a_split_the_larger_part_keeps_the_name_which_leads_to_the_other_too() -> None:
    given = {A: "person/a", B: "person/a", C: "person/a"}
    assert name([[A, C], [B]], given) == (
        ["person/a", "person/s1-5"],
        {"person/a": ["person/s1-5"]},
    )


def test_what_was_merged_and_is_parted_again_has_its_old_name_back() -> None:
    before = Ledger({"person": {A: "person/s0-5", B: "person/s0-5"}, "tenure": {}})
    before = Ledger(before.given, {"person/s1-5": ("person/s0-5",)})
    named = name_clusters([[A], [B]], before.given["person"], mint)
    assert named.iris == ("person/s0-5", "person/s1-5")
    assert follow_redirects(before, named.redirects, set(named.iris)) == {
        "person/s0-5": ("person/s1-5",)
    }


def test_a_mention_that_moved_in_its_source_is_known_by_its_label() -> None:
    moved = Key(A.source, 80, 87, A.label)
    assert name([[moved]], {A: "person/a"}) == (["person/a"], {})


def test_a_label_with_two_names_in_one_source_is_not_guessed() -> None:
    twin = Key(A.source, 40, 47, A.label)
    moved = Key(A.source, 80, 87, A.label)
    given = {A: "person/a", twin: "person/b"}
    assert name([[moved]], given) == (["person/s0-80"], {})


def test_a_name_of_another_authority_wins_and_the_old_one_leads_to_it() -> None:
    given = {A: "person/a", B: "register/an"}
    named = name_clusters([[A], [B]], given, mint, {0: "register/an"})
    assert named.iris == ("register/an", "person/s1-5")
    assert named.redirects == {"person/a": ("register/an",), "register/an": ("person/s1-5",)}


def test_a_name_in_use_is_not_minted_again() -> None:
    given = {A: "person/s1-5", C: "person/s1-5"}
    assert name([[A, C], [B]], given) == (["person/s1-5", "person/s1-5-2"], {})


@pytest.mark.parametrize(
    ("before", "later", "living", "expected"),
    [
        ({"a": ("b",)}, {"b": ("c",)}, {"c"}, {"a": ("c",), "b": ("c",)}),
        ({"a": ("b",)}, {}, {"z"}, {}),
        ({"a": ("b",)}, {"b": ("a",)}, {"a"}, {"b": ("a",)}),
        ({"a": ("b",)}, {"a": ("c",)}, {"b", "c"}, {"a": ("b", "c")}),
        ({"a": ("b",), "b": ("a",)}, {}, {"c"}, {}),
    ],
)
def test_redirects_lead_straight_to_the_living(
    before: dict[str, tuple[str, ...]],
    later: dict[str, tuple[str, ...]],
    living: set[str],
    expected: dict[str, tuple[str, ...]],
) -> None:
    assert follow_redirects(Ledger(redirects=before), later, living) == expected


def test_what_is_written_is_what_is_read(tmp_path: Path) -> None:
    ledger = Ledger(
        {"person": {B: "b", A: 'quo"te, comma'}, "tenure": {C: "t"}, "document": {A: "d"}},
        {"x": ("a", "b"), "w": ("a",)},
    )
    write_ledger(tmp_path / "ledger.csv", ledger)
    assert read_ledger(tmp_path / "ledger.csv") == ledger


@pytest.mark.parametrize("content", ["", "kind,source\nperson,a,b\n", "head\nperson,s,x,1,l,i\n"])
def test_a_spoiled_ledger_is_said_to_be_spoiled(tmp_path: Path, content: str) -> None:
    path = tmp_path / "ledger.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DamagedGraphError, match=r"ledger\.csv"):
        read_ledger(path)


keys = st.builds(Key, st.sampled_from("abcd"), st.integers(0, 3), st.just(9), st.sampled_from("xy"))
partitions = st.lists(st.sets(keys, min_size=1, max_size=4), max_size=5).map(
    lambda sets: [sorted(s - set().union(*sets[:n])) for n, s in enumerate(sets)]
)


@given(partitions, st.dictionaries(keys, st.sampled_from(["i", "j", "k"])))
def test_every_cluster_has_a_name_of_its_own(
    clusters: list[list[Key]], given: dict[Key, str]
) -> None:
    iris, redirects = name([cluster for cluster in clusters if cluster], given)
    assert len(set(iris)) == len(iris)
    assert all(set(ends) <= set(iris) and old not in ends for old, ends in redirects.items())


@given(partitions, keys)
def test_adding_a_mention_changes_no_name(clusters: list[list[Key]], more: Key) -> None:
    clusters = [cluster for cluster in clusters if cluster]
    first, _ = name(clusters, {})
    known = {key: iri for cluster, iri in zip(clusters, first, strict=True) for key in cluster}
    if more not in known:
        clusters = [*clusters, [more]]
    again, redirects = name(clusters, known)
    assert again[: len(first)] == first
    assert all(old in again for old in redirects)
