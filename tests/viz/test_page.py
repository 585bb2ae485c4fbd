"""The page as a file."""

import hashlib
import json
import os
from base64 import b64encode
from pathlib import Path

import pytest

from canbo.errors import UnwritablePageError
from canbo.viz import ExplorerNetwork, Projection
from canbo.viz.page import SCRIPTS, page_script, write_page
from tests.viz.conftest import VENDOR

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "viz" / "assets"
EDITOR = ROOT / "canbo" / "pages" / "assets" / "vendor"


def test_the_same_projection_is_the_same_bytes(district: Projection) -> None:
    assert ExplorerNetwork(district).generate_html() == ExplorerNetwork(district).generate_html()


def test_every_script_is_part_of_the_page() -> None:
    assert {path.stem for path in ASSETS.glob("*.js")} == set(SCRIPTS)
    for name in SCRIPTS:
        assert (ASSETS / f"{name}.js").read_text(encoding="utf-8") in page_script()


@pytest.mark.parametrize(
    "folder", [ASSETS / "vendor", EDITOR, VENDOR], ids=["page", "editor", "tests"]
)
def test_what_is_vendored_is_what_was_published(folder: Path) -> None:
    listed = json.loads((folder / "vendor.json").read_text(encoding="utf-8"))
    files = {file["name"]: file for package in listed["packages"] for file in package["files"]}
    present = {path.name for path in folder.iterdir()} - {"vendor.json"}
    assert files.keys() == present
    for name, file in files.items():
        digest = hashlib.sha512((folder / name).read_bytes()).digest()
        assert b64encode(digest).decode() == file["sha512"], name
    assert all(package["version"] and package["license"] for package in listed["packages"])


def test_a_page_is_written_whole_as_utf_8(tmp_path: Path, district: Projection) -> None:
    page = ExplorerNetwork(district).generate_html()
    write_page(tmp_path / "trang.html", page)
    assert (tmp_path / "trang.html").read_bytes() == page.encode()
    assert [path.name for path in tmp_path.iterdir()] == ["trang.html"]


def test_a_page_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    write_page(tmp_path / "a.html", "cũ")
    with pytest.raises(UnwritablePageError, match="name another file with -o"):
        write_page(tmp_path / "none" / "a.html", "mới")
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == "cũ"


@pytest.mark.skipif(os.name == "nt", reason="folders are not written over there either")
def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(UnwritablePageError):
        write_page(tmp_path / "folder", "trang")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_the_frame_of_the_page_is_small(district: Projection) -> None:
    page = ExplorerNetwork(district).generate_html()
    assert len(page.encode()) < 400 * 2**10
