from pathlib import Path

import pytest

from canbo.errors import DamagedGraphError
from canbo.graph.keeping.stored import Record, RecordReader, RecordWriter
from canbo.graph.texts.sources import Source, hash_text


def make_record(name: str, text: str = "Ủy ban\nđã họp \u2028 hôm nay") -> Record:
    source = Source(name, name, f"{name}.txt", text, hash_text(text), "txt", title='a "b"')
    return Record(source, hash_text(name), '[[],[["x"]],"}\\n"]')


def write(folder: Path, *records: Record) -> dict[str, tuple[int, int]]:
    with RecordWriter(folder) as writer:
        for record in records:
            writer.add(record)
    return writer.places


def test_records_come_back_in_order_and_by_their_places(tmp_path: Path) -> None:
    records = [make_record("a"), make_record("b", "x"), make_record("c")]
    places = write(tmp_path, *records)
    with RecordReader(tmp_path) as reader:
        assert list(reader) == records
        assert [reader.at(places[record.iri]) for record in reversed(records)] == records[::-1]


def test_a_reading_is_found_by_its_source(tmp_path: Path) -> None:
    records = [make_record("a"), make_record("b", "x")]
    write(tmp_path, *records)
    with RecordReader(tmp_path) as reader:
        index = reader.index()
        assert {iri: key for iri, (key, _) in index.items()} == {r.iri: r.key for r in records}
        assert reader.reading_at(index[records[1].iri][1]) == records[1].reading


def test_a_folder_without_sources_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(DamagedGraphError, match="its sources are not there"):
        RecordReader(tmp_path)


def test_files_that_do_not_go_together_are_damaged(tmp_path: Path) -> None:
    write(tmp_path, make_record("a"), make_record("b"))
    path = tmp_path / "readings.jsonl"
    path.write_bytes(b"".join(reversed(path.read_bytes().splitlines(keepends=True))))
    with RecordReader(tmp_path) as reader, pytest.raises(DamagedGraphError, match="is not where"):
        list(reader)
    path.write_bytes(b"nonsense\n")
    with RecordReader(tmp_path) as reader, pytest.raises(DamagedGraphError, match="a line begins"):
        reader.index()
