from pathlib import Path

import pytest

from canbo.errors import NoDecisionsError
from canbo.graph.keeping.given import (
    Given,
    check_given,
    find_decisions,
    keep_given,
    recall_given,
)
from canbo.graph.keeping.store import Snapshot


def make(folder: Path) -> Given:
    """Make a folder of tables and a file of decisions."""
    (folder / "tables").mkdir()
    (folder / "tables" / "terms.csv").write_text("term", encoding="utf-8")
    (folder / "mine.csv").write_text("decision", encoding="utf-8")
    return Given(folder / "tables", folder / "mine.csv")


def snapshot(folder: Path, number: int) -> Snapshot:
    path = folder / f"{number:06}"
    path.mkdir()
    return Snapshot(path)


def test_what_was_given_is_kept_and_recalled(tmp_path: Path) -> None:
    given, first = make(tmp_path), snapshot(tmp_path, 1)
    assert recall_given(given, None) == given
    keep_given(given, first)
    kept = recall_given(Given(), first)
    assert kept == Given(first.path / "register", first.path / "decisions.csv")
    second = snapshot(tmp_path, 2)
    keep_given(kept, second)
    assert (second.path / "register" / "terms.csv").read_text(encoding="utf-8") == "term"


def test_what_is_given_now_comes_before_what_was_kept(tmp_path: Path) -> None:
    given, first = make(tmp_path), snapshot(tmp_path, 1)
    keep_given(given, first)
    assert recall_given(given, first) == given
    own = recall_given(Given(with_own_register_only=True), first)
    assert own == Given(None, first.path / "decisions.csv")


def test_nothing_given_is_nothing_kept(tmp_path: Path) -> None:
    first = snapshot(tmp_path, 1)
    keep_given(Given(), first)
    assert list(first.path.iterdir()) == []
    assert recall_given(Given(), first) == Given()


def test_decisions_are_those_given_now_then_those_in_the_folder_then_those_kept(
    tmp_path: Path,
) -> None:
    now, recalled, own = Path("now.csv"), Path("kept.csv"), tmp_path / "decisions.csv"
    assert find_decisions(Given(), Given(), tmp_path) == own
    assert find_decisions(Given(), Given(None, recalled), tmp_path) == recalled
    own.touch()
    assert find_decisions(Given(), Given(None, recalled), tmp_path) == own
    assert find_decisions(Given(None, now), Given(None, now), tmp_path) == now


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    check_given(Given())
    with pytest.raises(NoDecisionsError, match=r"no file of decisions '.*none\.csv'"):
        check_given(Given(None, tmp_path / "none.csv"))
