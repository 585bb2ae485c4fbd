import json
import threading
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from canbo.errors import (
    CanboError,
    DamagedGraphError,
    GraphLockedError,
    NoGraphError,
    NotAGraphError,
    SchemaVersionError,
    UnwritableGraphError,
)
from canbo.graph.keeping.store import current_snapshot, find_snapshot, open_store, write_snapshot


def publish(folder: Path, value: str) -> None:
    """Publish a snapshot with one quad that says *value*."""
    with write_snapshot(folder) as (draft, _):
        fill(draft.store, value)


def fill(path: Path, value: str) -> None:
    path.parent.mkdir(exist_ok=True)
    thing = NamedNode("https://example.org/thing")
    store = Store(path)
    store.extend([Quad(thing, thing, Literal(value), DefaultGraph())])
    store.flush()


def said(store: Store) -> str:
    (quad,) = store
    assert isinstance(quad.object, Literal)
    return quad.object.value


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "snapshots").iterdir())


def test_what_was_published_is_what_is_read(tmp_path: Path) -> None:
    publish(tmp_path / "kg", "first")
    assert said(open_store(tmp_path / "kg")) == "first"


def test_the_writer_is_given_the_snapshot_before_its_own(tmp_path: Path) -> None:
    publish(tmp_path, "first")
    first = current_snapshot(tmp_path)
    with write_snapshot(tmp_path) as (draft, previous):
        assert previous == first
        assert draft.number == first.number + 1
        fill(draft.store, "second")


def test_one_snapshot_before_the_current_one_is_kept(tmp_path: Path) -> None:
    for value in ("first", "second", "third"):
        publish(tmp_path, value)
    assert names(tmp_path) == ["000002", "000003"]
    assert said(open_store(tmp_path)) == "third"


def test_a_reader_goes_on_reading_what_it_opened(tmp_path: Path) -> None:
    publish(tmp_path, "first")
    reader = open_store(tmp_path)
    for value in ("second", "third", "fourth"):
        publish(tmp_path, value)
    assert said(reader) == "first"


def test_a_reader_reads_while_a_draft_is_written(tmp_path: Path) -> None:
    publish(tmp_path, "first")
    with write_snapshot(tmp_path) as (draft, _):
        fill(draft.store, "second")
        assert said(open_store(tmp_path)) == "first"
    assert said(open_store(tmp_path)) == "second"


def test_a_writer_that_fails_publishes_nothing(tmp_path: Path) -> None:
    publish(tmp_path, "first")

    def fail_half_way() -> None:
        with write_snapshot(tmp_path) as (draft, _):
            fill(draft.store, "second")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    assert said(open_store(tmp_path)) == "first"
    assert names(tmp_path) == ["000001"]


def test_a_first_build_that_fails_leaves_no_folder(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="oh"), write_snapshot(tmp_path / "new" / "kg"):
        raise ValueError("oh")
    assert not (tmp_path / "new" / "kg").exists()


def test_what_the_dead_left_behind_is_cleared_away(tmp_path: Path) -> None:
    publish(tmp_path, "first")
    for left in ("000002.draft", "000002"):  # killed while writing; killed before the switch
        fill(tmp_path / "snapshots" / left / "store", "half")
    (tmp_path / "CURRENT.new").write_text("000002\n", encoding="ascii")
    assert said(open_store(tmp_path)) == "first"
    publish(tmp_path, "second")
    assert names(tmp_path) == ["000001", "000002"]
    assert said(open_store(tmp_path)) == "second"


def test_two_writers_do_not_meet(tmp_path: Path) -> None:
    with (
        write_snapshot(tmp_path),
        pytest.raises(GraphLockedError, match="is being built by process"),
        write_snapshot(tmp_path),
    ):
        pass


def test_a_folder_with_decisions_only_may_become_a_graph(tmp_path: Path) -> None:
    (tmp_path / "decisions.csv").write_text("", encoding="utf-8")
    publish(tmp_path, "first")
    assert said(open_store(tmp_path)) == "first"


@pytest.mark.parametrize("folder", ["missing", "empty"])
def test_where_nothing_was_built_the_reader_says_how_to_build(tmp_path: Path, folder: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NoGraphError, match="canbo build INPUT"):
        open_store(tmp_path / folder)
    assert find_snapshot(tmp_path / folder) is None


def make_foreign(folder: Path) -> None:
    (folder / "thesis.docx").write_bytes(b"")


def make_file(folder: Path) -> None:
    folder.rmdir()
    folder.write_bytes(b"")


def make_newer(folder: Path) -> None:
    (folder / "canbo.json").write_text(json.dumps({"schema": 99}), encoding="utf-8")


def make_mark_a_folder(folder: Path) -> None:
    (folder / "canbo.json").mkdir()


def make_mark_unreadable(folder: Path) -> None:
    (folder / "canbo.json").write_text("not ours", encoding="utf-8")


@pytest.mark.parametrize(
    ("prepare", "error", "words"),
    [
        (make_foreign, NotAGraphError, "it holds other things"),
        (make_file, NotAGraphError, "it is a file"),
        (make_mark_a_folder, NotAGraphError, "is a directory"),
        (make_mark_unreadable, NotAGraphError, "its canbo.json is not ours"),
        (make_newer, SchemaVersionError, "has schema version 99, this canbo reads version 1"),
    ],
)
def test_a_folder_that_is_not_ours_is_neither_read_nor_written(
    tmp_path: Path, prepare: object, error: type[CanboError], words: str
) -> None:
    folder = tmp_path / "kg"
    folder.mkdir()
    assert callable(prepare)
    prepare(folder)
    with pytest.raises(error, match=words):
        open_store(folder)
    with pytest.raises(error, match=words):
        publish(folder, "never")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UnwritableGraphError, match="not a directory"):
        publish(tmp_path / "file" / "deeper" / "kg", "never")


def test_a_lock_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    publish(tmp_path, "first")
    (tmp_path / "lock").unlink()
    (tmp_path / "lock").mkdir()
    with pytest.raises(UnwritableGraphError, match="is a directory"):
        publish(tmp_path, "never")
    assert said(open_store(tmp_path)) == "first"


def lose_database(folder: Path) -> None:
    (current_snapshot(folder).store / "CURRENT").unlink()


def lose_name(folder: Path) -> None:
    (folder / "CURRENT").write_text("../elsewhere", encoding="ascii")


def garble_name(folder: Path) -> None:
    (folder / "CURRENT").write_bytes(b"\xff\xff")


@pytest.mark.parametrize("spoil", [lose_database, lose_name, garble_name])
def test_a_damaged_graph_is_said_to_be_damaged(tmp_path: Path, spoil: object) -> None:
    publish(tmp_path, "first")
    assert callable(spoil)
    spoil(tmp_path)
    with pytest.raises(DamagedGraphError, match="build it anew"):
        open_store(tmp_path)


def publish_eight(folder: Path) -> None:
    for number in range(1, 9):
        publish(folder, str(number))


def test_readers_come_at_any_moment_of_many_builds(tmp_path: Path) -> None:
    publish(tmp_path, "0")
    writer = threading.Thread(target=publish_eight, args=(tmp_path,))
    writer.start()
    seen = [0]
    while writer.is_alive():
        seen.append(int(said(open_store(tmp_path))))
    writer.join()
    assert seen == sorted(seen)
    assert said(open_store(tmp_path)) == "8"
