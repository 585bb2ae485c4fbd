import json
import os
import sys
import tempfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import BinaryIO, cast
from unicodedata import normalize

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from canbo.graph.texts.inputs import KINDS
from canbo.graph.texts.jsonl import MAX_LINE_BYTES, MAX_REPORTED
from canbo.graph.texts.sources import Skipped, Source, hash_text, read_sources

PAGES = Path(__file__).parent / "data" / "pages"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is also the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def sources(found: Iterable[Source | Skipped]) -> list[Source]:
    return [item for item in found if isinstance(item, Source)]


def lines(found: Iterable[Source | Skipped]) -> list[str]:
    return [str(item) for item in found if isinstance(item, Skipped)]


def record(identifier: str, text: str = "Ông A.", **more: str) -> str:
    return json.dumps({"id": identifier, "text": text} | more, ensure_ascii=False) + "\n"


def pipe(data: bytes) -> list[Source | Skipped]:
    return list(read_sources(["-"], BytesIO(data)))


def test_a_text_file_is_known_by_its_path() -> None:
    Path("tin").mkdir()
    Path("tin/a.txt").write_bytes("Ông A.\r\n".encode())
    (source,) = sources(read_sources(["tin"]))
    assert (source.key, source.id, source.path) == ("tin/a.txt",) * 3
    assert (source.text, source.kind, source.title) == ("Ông A.\r\n", "txt", None)


def test_a_record_is_known_by_its_address_else_by_its_id() -> None:
    Path("a.jsonl").write_text(
        record("1", source_url="https://example.org/1", published="2022") + record("2"), "utf-8"
    )
    first, second = sources(read_sources(["a.jsonl"]))
    assert (first.key, first.id, first.url) == ("https://example.org/1", "1", first.key)
    assert (first.published, first.kind) == ("2022", "jsonl")
    assert (second.key, second.id, second.path) == ("2", "2", "a.jsonl")


def test_a_page_is_known_by_the_address_it_gives_itself() -> None:
    (source,) = sources(read_sources([PAGES]))
    assert source.key == source.url == "https://example.org/tin/hoa-sen.html"
    assert source.kind == "html"
    assert source.publisher == "Trang tin Quận 99"


def test_a_word_document_is_read() -> None:
    document = docx.Document()
    document.add_paragraph("Ông A.")
    document.save("a.docx")
    (source,) = sources(read_sources(["a.docx"]))
    assert (source.text, source.kind, source.key) == ("Ông A.", "docx", "a.docx")


@pytest.mark.parametrize(
    ("data", "kind", "text"),
    [
        ("Ông A.".encode(), "txt", "Ông A."),
        (record("1").encode(), "jsonl", "Ông A."),
        (b"\xef\xbb\xbf" + record("1").encode(), "jsonl", "Ông A."),
        ((PAGES / "district.html").read_bytes(), "html", None),
    ],
)
def test_the_format_of_a_pipe_is_seen(data: bytes, kind: str, text: str | None) -> None:
    (source,) = sources(pipe(data))
    assert source.kind == kind
    assert text in {None, source.text}


def test_a_text_from_a_pipe_is_known_by_what_it_says() -> None:
    one, other = sources(pipe(b"A") + pipe(b"B"))
    assert one.key == "stdin-559aead08264d579"
    assert one.key != other.key
    assert one.path == "-"


def test_without_one_given_the_standard_input_of_the_program_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with Path("in").open("w+b") as stream:
        stream.write(b"A")
        stream.seek(0)
        monkeypatch.setattr(sys, "stdin", type("Stdin", (), {"buffer": stream}))
        assert [source.text for source in sources(read_sources(["-"]))] == ["A"]


@pytest.mark.skipif(os.name == "nt", reason="there are no named pipes")
def test_a_named_pipe_is_read_like_standard_input() -> None:
    os.mkfifo("feed")
    writer = Thread(target=Path("feed").write_text, args=(record("1"), "utf-8"))
    writer.start()
    (source,) = sources(read_sources(["feed"]))
    writer.join()
    assert (source.kind, source.key) == ("jsonl", "1")


BAD = {
    "empty.txt": (b"", "is empty;"),
    "blank.txt": (b" \n", "holds no text;"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\0\0", "is a binary file (a PNG picture);"),
    "program.txt": (bytes(range(256)) * 9, "is a binary file;"),
    "wide.txt": ("Đảng ủy".encode("utf-16"), "is not UTF-8 and looks like UTF-16;"),
    "old.txt": (
        "§¶ng ñy vµ c¸c ®ång chÝ cña ng­êi".encode("latin-1"),
        "is not UTF-8 (byte 0, line 1) and looks like TCVN3 (ABC);",
    ),
    "font.txt": ("§¶ng ñy vµ c¸c ®ång chÝ cña ng­êi".encode(), "is typed in TCVN3 (ABC) letters"),
    "long.txt": (b"a" * 50_000_000, "is too long: one text may have 20,000,000 bytes;"),
    "long2.txt": (b"a" * 5_000_001, "is too long: one text may have 5,000,000 characters;"),
    "menu.html": (b"<nav><a href='/'>Menu</a></nav>", "is a web page without text;"),
    "scan.pdf": (b"%PDF-1.4\n%%EOF", "is a broken PDF document;"),
    "broken.docx": (b"PK\x03\x04", "is a broken Word document;"),
    "old.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old or encrypted Office document;"),
    "empty.jsonl": (b"\n \n", "is empty;"),
    "packed.jsonl": (b"\x1f\x8b\x08", "is a binary file (a gzip archive);"),
    "wide.jsonl": (record("1").encode("utf-16"), "is not UTF-8 and looks like UTF-16;"),
    "notes.md": (b"# A", "has the ending .md (canbo reads .txt .html .htm .docx .pdf .jsonl);"),
    "README": (b"A", "has no ending (canbo reads"),
    "picture.png": (b"\x89PNG\r\n\x1a\n\0\0", "is a binary file (a PNG picture);"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_line_and_the_others_are_read(name: str) -> None:
    data, reason = BAD[name]
    Path(name).write_bytes(data)
    Path("good.txt").write_text("Ông A.", "utf-8")
    found = list(read_sources([name, "good.txt"]))
    assert [source.path for source in sources(found)] == ["good.txt"]
    (line,) = lines(found)
    assert line.startswith(f"{name}: {reason}")
    assert line.partition("; ")[2]


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ("nowhere.txt", "nowhere.txt: does not exist; check the path"),
        (".", ".: is a folder with no file that can be read; canbo reads"),
        ("*.txt", "*.txt: matches no file that can be read; canbo reads"),
    ],
)
def test_an_input_that_stands_for_no_file_is_one_line(given: str, line: str) -> None:
    (found,) = lines(read_sources([given]))
    assert found.startswith(line)


def test_a_broken_line_is_numbered_and_the_rest_of_the_file_is_read() -> None:
    Path("a.jsonl").write_text(f"{record('1')}\n{{broken\n{record('2')}[]\n{record('3')}", "utf-8")
    found = list(read_sources(["a.jsonl"]))
    assert [source.id for source in sources(found)] == ["1", "2", "3"]
    assert [line.partition(" (")[0].partition(";")[0] for line in lines(found)] == [
        "a.jsonl line 3: is not JSON",
        "a.jsonl line 5: is no JSON object",
    ]


def test_of_very_many_broken_lines_the_first_are_named_and_the_rest_counted() -> None:
    Path("a.jsonl").write_text("{broken\n" * (MAX_REPORTED + 5) + record("1"), "utf-8")
    found = list(read_sources(["a.jsonl"]))
    assert [source.id for source in sources(found)] == ["1"]
    assert len(lines(found)) == MAX_REPORTED + 1
    assert lines(found)[-1].startswith("a.jsonl: has 5 more lines that cannot be read;")


def test_of_very_many_texts_with_a_part_that_cannot_be_used_all_are_read() -> None:
    texts = (
        json.dumps({"id": str(n), "text": "Ông A.", "source_url": "tin/1"})
        for n in range(MAX_REPORTED + 5)
    )
    Path("a.jsonl").write_text("{broken\n" + "\n".join(texts), "utf-8")
    found = list(read_sources(["a.jsonl"]))
    assert len(sources(found)) == MAX_REPORTED + 5
    skipped = [one for one in found if isinstance(one, Skipped)]
    assert [str(one.is_read) for one in skipped] == ["False"] + ["True"] * (MAX_REPORTED + 1)
    assert str(skipped[-1]).startswith("a.jsonl: has 5 more lines of which a part cannot be used;")


def test_a_line_too_long_to_hold_is_one_line_and_the_rest_is_read() -> None:
    with Path("a.jsonl").open("w", encoding="utf-8") as stream:
        stream.write(record("1") + record("2", "a" * (MAX_LINE_BYTES + 20_000_000)) + record("3"))
    found = list(read_sources(["a.jsonl"]))
    assert [source.id for source in sources(found)] == ["1", "3"]
    (line,) = lines(found)
    assert line.startswith("a.jsonl line 2: is too long: one text may have 30,065,536 bytes")


def test_of_two_texts_with_one_key_the_first_is_kept_and_both_places_are_named() -> None:
    Path("a.jsonl").write_text(record("1") + record("2"), "utf-8")
    Path("b.jsonl").write_text(record("3") + record("2", "Ông B."), "utf-8")
    found = list(read_sources(["a.jsonl", "b.jsonl"]))
    assert [source.id for source in sources(found)] == ["1", "2", "3"]
    (line,) = lines(found)
    assert line.startswith("b.jsonl line 2: has the same key as a.jsonl line 2 (2);")


def test_of_very_many_repeated_keys_the_first_are_named_and_the_rest_counted() -> None:
    Path("a.jsonl").write_text(record("1") * (MAX_REPORTED + 6), "utf-8")
    found = list(read_sources(["a.jsonl"]))
    assert len(sources(found)) == 1
    assert len(lines(found)) == MAX_REPORTED + 1
    assert lines(found)[-1].startswith("a.jsonl: has 5 more texts with keys that were there before")


def test_a_file_reached_twice_is_read_once() -> None:
    Path("a.txt").write_text("A", "utf-8")
    found = list(read_sources(["a.txt", "*.txt", "./a.txt", "."]))
    assert len(found) == len(sources(found)) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file that the system will not read")
def test_a_disk_that_fails_is_one_line() -> None:
    Path("bad.txt").symlink_to("/proc/self/mem")
    (line,) = lines(read_sources(["bad.txt"]))
    assert line == "bad.txt: cannot be read (Input/output error); check the path and the disk"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything may be read here")
def test_a_file_that_may_not_be_read_is_one_line() -> None:
    Path("a.txt").write_text("A", "utf-8")
    Path("a.txt").chmod(0)
    (line,) = lines(read_sources(["a.txt"]))
    assert line == "a.txt: may not be read (permission denied); let this user read it"


class Counted:
    """A stream of JSON lines without end in sight, which counts what was taken from it."""

    def __init__(self, total: int) -> None:
        self.left = total
        self.taken = 0

    def readline(self, size: int = -1, /) -> bytes:
        assert size > 0
        self.taken += 1
        self.left -= 1
        return record(str(self.left)).encode() if self.left >= 0 else b""


def test_records_are_taken_one_at_a_time() -> None:
    stream = Counted(1_000_000)
    found = read_sources(["-"], cast(BinaryIO, stream))
    for _ in range(3):
        next(found)
    assert stream.taken <= 4


@given(st.text())
def test_the_version_is_the_same_in_every_unicode_form(text: str) -> None:
    sound = text.encode("utf-8", "replace").decode()
    assert (
        len({hash_text(normalize(form, sound)) for form in ("NFC", "NFD")} | {hash_text(sound)})
        == 1
    )


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_offsets_count_the_code_points_of_the_text_as_given(text: str) -> None:
    given_text = f"Trước\r\n{text} Lê Đức Thanh"
    data = given_text.encode()
    (source,) = sources(pipe(data))
    assert source.text == given_text
    start = source.text.rindex("Lê Đức Thanh")
    assert source.text[start : start + 12] == "Lê Đức Thanh"


@given(st.sampled_from([*KINDS, ""]), st.binary(max_size=300))
def test_no_bytes_in_any_format_raise(ending: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / f"a{ending}"
        path.write_bytes(data)
        for found in (*read_sources([path]), *pipe(data)):
            assert isinstance(found, Source) or "\n" not in str(found)
