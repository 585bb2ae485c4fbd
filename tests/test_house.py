"""The house itself: links, packages, what the wheel carries, what the door loads."""

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("ontology", "graph", "queries", "viz")
CONFIG: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SETUPTOOLS = CONFIG["tool"]["setuptools"]
HEAVY = ("rdflib", "pyoxigraph", "networkx", "pyvis", "SPARQLWrapper", "rich", "IPython", "lxml")


def _tracked() -> list[Path]:
    command = ["git", "-c", "core.quotepath=off", "ls-files"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [Path(line) for line in found.stdout.splitlines()]


@pytest.mark.parametrize("room", ROOMS)
def test_each_room_is_linked_and_mapped(room: str) -> None:
    assert (ROOT / "canbo" / room).resolve() == ROOT / room
    assert (ROOT / "canbo" / room).readlink() == Path("..", room)
    assert SETUPTOOLS["package-dir"][f"canbo.{room}"] == room


def test_every_folder_with_python_in_it_is_a_listed_package() -> None:
    folders = {
        path.parent
        for path in _tracked()
        if path.suffix == ".py" and path.parts[0] in (*ROOMS, "canbo")
    }
    names = {
        ".".join(folder.parts if folder.parts[0] == "canbo" else ("canbo", *folder.parts))
        for folder in folders
    }
    assert names == set(SETUPTOOLS["packages"])


def test_nothing_is_called_utils() -> None:
    shapeless = {"utils", "util", "helpers", "common", "base", "misc"}
    assert [path for path in _tracked() if path.stem in shapeless] == []


def test_the_door_imports_nothing_heavy() -> None:
    code = f"import sys, canbo.cli; print([m for m in {HEAVY!r} if m in sys.modules])"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert loaded.stdout.strip() == "[]"


def test_listing_the_commands_loads_none_of_them() -> None:
    code = (
        "import sys; from click.testing import CliRunner; from canbo.cli import door;"
        "CliRunner().invoke(door, ['--help'], catch_exceptions=False);"
        "print([m for m in sys.modules if m.startswith('canbo.commands')])"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert loaded.stdout.strip() == "[]"


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(ROOT)]
    subprocess.run(pip, check=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.mark.slow
def test_the_wheel_carries_the_tracked_files_of_the_rooms_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    carried = {name for name in names if ".dist-info/" not in name}
    # A room's own prose and an empty folder's marker stay in the repository.
    left = {".md", ".gitkeep"}
    expected = {
        path.as_posix() if path.parts[0] == "canbo" else f"canbo/{path.as_posix()}"
        for path in _tracked()
        if path.parts[0] in (*ROOMS, "canbo")
        and path.suffix not in left
        and not (ROOT / path).is_symlink()
    }
    assert carried == expected


@pytest.mark.slow
def test_the_rooms_do_not_reach_site_packages_under_their_own_names(
    wheel: Path, tmp_path: Path
) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = (
        f"import sys; sys.path[:0] = [{str(tmp_path)!r}]; from importlib.util import find_spec;"
        f"print([n for n in {(*ROOMS, 'tests', 'bench')!r} if find_spec(n)]);"
        "import canbo.graph, canbo.ontology; print(canbo.__file__)"
    )
    run = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    found, where = run.stdout.splitlines()
    assert found == "[]"
    assert where.startswith(str(tmp_path))


def test_no_circle_and_no_room_that_looks_up() -> None:
    from importlinter.cli import lint_imports  # noqa: PLC0415  # a tool, not a part

    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0
