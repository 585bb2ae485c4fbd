"""One writer at a time: a lock that a crash cannot leave behind.

The operating system holds it (``flock``; on Windows a locked byte) and lets it go when the process
ends, however it ends. Who holds it is written into the file, for people.
"""

import json
import os
import platform
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from canbo.errors import GraphLockedError

_POLL_SECONDS: Final = 0.1
_BYTE: Final = 1 << 30
"""Where Windows locks a byte: far behind the text, which stays readable."""


@contextmanager
def hold_lock(
    path: Path, wait: float = 0.0, on_wait: Callable[[str], object] | None = None
) -> Generator[None]:
    """Hold the lock file *path*; wait up to *wait* seconds for another holder.

    *on_wait* is told once who holds it, before the waiting. Raises GraphLockedError after that
    time, and OSError where the file cannot be written.
    """
    with path.open("a+b", buffering=0) as file:
        _acquire(file, path, wait, on_wait)
        try:
            file.truncate(0)
            file.write(json.dumps({"pid": os.getpid(), "host": platform.node()}).encode())
            yield
        finally:
            file.truncate(0)
            _unlock(file)


def name_holder(path: Path) -> str:
    """Return who holds the lock file, as it says itself."""
    try:
        said = json.loads(path.read_bytes())
        pid, host = said["pid"], said["host"]
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"
    return f"process {pid}" if host == platform.node() else f"process {pid} on {host}"


def _acquire(
    file: IO[bytes], path: Path, wait: float, on_wait: Callable[[str], object] | None
) -> None:
    deadline = time.monotonic() + wait
    told = False
    while not _try_lock(file):
        if time.monotonic() >= deadline:
            raise GraphLockedError(str(path.parent), name_holder(path))
        if on_wait and not told:
            on_wait(name_holder(path))
            told = True
        time.sleep(_POLL_SECONDS)


if sys.platform == "win32":  # pragma: no cover - the other half runs on Linux
    import msvcrt

    def _try_lock(file: IO[bytes]) -> bool:
        file.seek(_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(file: IO[bytes]) -> None:
        file.seek(_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
