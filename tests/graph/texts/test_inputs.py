import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from canbo.graph.texts.inputs import Skipped, explain, find_files, kind_of, show_path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with files of every kind, which is also the current one."""
    for name in (
        "b.txt", "a.HTML", "c.htm", "sub/z.jsonl", "sub/deep/y.docx", "x.pdf", "notes.md",
        ".hidden.txt", "~$x.docx", ".git/d.txt", "none/picture.png",
    ):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(found: Iterable[Path | Skipped]) -> list[str]:
    return [item.as_posix() if isinstance(item, Path) else f"! {item.input}" for item in found]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("inputs", "found"),
    [
        (["."], ["a.HTML", "b.txt", "c.htm", "x.pdf", "sub/z.jsonl", "sub/deep/y.docx"]),
        (["sub"], ["sub/z.jsonl", "sub/deep/y.docx"]),
        (["*.txt"], ["b.txt"]),
        (["**/*.docx"], ["sub/deep/y.docx"]),
        (["su?"], ["sub/z.jsonl", "sub/deep/y.docx"]),
        (["*"], ["a.HTML", "b.txt", "c.htm", "sub/z.jsonl", "sub/deep/y.docx", "x.pdf"]),
        (["b.txt", "notes.md"], ["b.txt", "notes.md"]),
        (["b.txt", "./b.txt", "*.txt", "sub/../b.txt"], ["b.txt"]),
        (["nowhere", "b.txt"], ["! nowhere", "b.txt"]),
        (["none"], ["! none"]),
        (["*.rtf"], ["! *.rtf"]),
        (["b.txt/c.txt"], ["! b.txt/c.txt"]),
        ([], []),
    ],
)
def test_inputs_stand_for_these_files(inputs: list[str], found: list[str]) -> None:
    assert names(find_files(inputs)) == found


@pytest.mark.usefixtures("folder")
def test_a_name_with_brackets_is_a_file_before_it_is_a_pattern() -> None:
    Path("[b].txt").touch()
    assert names(find_files(["[b].txt"])) == ["[b].txt"]


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("nowhere", "does not exist"),
        ("a\0b", "cannot be read (embedded null byte)"),
        ("a" * 5000, "cannot be read (File name too long)"),
        ("[", "matches no file that can be read"),
    ],
)
def test_what_stands_for_no_file_says_why(given: str, reason: str) -> None:
    (skipped,) = find_files([given])
    assert isinstance(skipped, Skipped)
    assert skipped.reason == reason


@pytest.mark.usefixtures("folder")
def test_a_link_to_itself_is_one_line() -> None:
    Path("loop.txt").symlink_to("loop.txt")
    (skipped,) = find_files(["loop.txt"])
    assert isinstance(skipped, Skipped)
    assert "symbolic links" in skipped.reason


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything may be read here")
@pytest.mark.usefixtures("folder")
def test_a_closed_folder_is_named_and_the_rest_is_read() -> None:
    Path("sub").chmod(0)
    found = names(find_files(["."]))
    Path("sub").chmod(0o700)
    assert found == ["a.HTML", "b.txt", "c.htm", "x.pdf", "! sub"]


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (PermissionError(13, "Permission denied"), "may not be read (permission denied)"),
        (FileNotFoundError(2, "No such file"), "does not exist"),
        (OSError(5, "Input/output error"), "cannot be read (Input/output error)"),
        (OSError("odd"), "cannot be read (odd)"),
        (ValueError("embedded null byte"), "cannot be read (embedded null byte)"),
    ],
)
def test_what_the_system_refuses_is_said_in_words(error: OSError | ValueError, line: str) -> None:
    assert explain(error)[0] == line


def test_a_skipped_input_is_always_one_line() -> None:
    assert str(Skipped("a\nb.txt", "is  odd", "mend\nit")) == "a b.txt: is odd; mend it"


@pytest.mark.parametrize(
    ("path", "shown"),
    [("a/b.txt", "a/b.txt"), ("./Đảng.txt", "Đảng.txt"), ("a\nb", "a\\nb"), ("\udce1", "\\udce1")],
)
def test_every_path_can_be_printed(path: str, shown: str) -> None:
    assert show_path(path) == shown


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.TXT", "txt"), ("a.htm", "html"), ("a.html", "html"), ("a.md", None), ("txt", None)],
)
def test_the_ending_names_the_format(name: str, kind: str | None) -> None:
    assert kind_of(Path(name)) == kind
