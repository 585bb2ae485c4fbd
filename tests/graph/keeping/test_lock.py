import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from canbo.errors import GraphLockedError
from canbo.graph.keeping.lock import hold_lock, name_holder

ROOT = Path(__file__).parents[3]
HOLD = (
    "import sys, time; from pathlib import Path; from canbo.graph.keeping.lock import hold_lock\n"
    "with hold_lock(Path(sys.argv[1])): print('held', flush=True); time.sleep(float(sys.argv[2]))"
)


def start_holder(path: Path, seconds: float) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLD, str(path), str(seconds)]
    holder = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    return holder


def test_the_second_is_told_which_process_holds_the_lock(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with (
        hold_lock(path),
        pytest.raises(GraphLockedError, match=f"process {os.getpid()};"),
        hold_lock(path),
    ):
        pass


def test_the_second_waits_and_then_holds_it(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    said: list[str] = []
    with start_holder(path, 0.3) as holder:
        with hold_lock(path, wait=30, on_wait=said.append):
            assert name_holder(path) == f"process {os.getpid()}"
        assert said == [f"process {holder.pid}"]


def test_a_killed_holder_leaves_nothing_to_wait_for(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with start_holder(path, 60) as holder:
        holder.send_signal(signal.SIGKILL)
    with hold_lock(path):
        assert name_holder(path) == f"process {os.getpid()}"


@pytest.mark.parametrize(
    ("said", "holder"),
    [
        ("", "another process"),
        ("[]", "another process"),
        ('{"pid": 7}', "another process"),
        (json.dumps({"pid": 7, "host": "elsewhere.example"}), "process 7 on elsewhere.example"),
    ],
)
def test_the_holder_is_named_as_well_as_the_file_says(
    tmp_path: Path, said: str, holder: str
) -> None:
    path = tmp_path / "lock"
    path.write_text(said, encoding="utf-8")
    assert name_holder(path) == holder


def test_a_missing_file_names_nobody(tmp_path: Path) -> None:
    assert name_holder(tmp_path / "lock") == "another process"
