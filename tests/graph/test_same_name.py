"""The published pairs of names: spellings of one name, and names that only look alike."""

import csv
from collections import Counter
from pathlib import Path

from canbo.graph import same_name

PAIRS = Path(__file__).parent / "data" / "name_pairs.csv"


def read_pairs() -> list[dict[str, str]]:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_there_are_at_least_two_hundred_pairs_about_half_of_each() -> None:
    verdicts = Counter(pair["verdict"] for pair in read_pairs())
    assert verdicts.total() >= 200
    assert min(verdicts["same"], verdicts["different"]) >= 0.45 * verdicts.total()


def test_different_names_are_kept_apart() -> None:
    different = [pair for pair in read_pairs() if pair["verdict"] == "different"]
    merged = [pair for pair in different if same_name(pair["a"], pair["b"])]
    assert len(merged) <= 0.01 * len(different), merged


def test_spellings_of_one_name_are_known_as_one() -> None:
    same = [pair for pair in read_pairs() if pair["verdict"] == "same"]
    parted = [pair for pair in same if not same_name(pair["a"], pair["b"])]
    assert len(parted) <= 0.01 * len(same), parted


def test_the_order_of_the_two_does_not_matter() -> None:
    for pair in read_pairs():
        assert same_name(pair["a"], pair["b"]) == same_name(pair["b"], pair["a"]), pair
