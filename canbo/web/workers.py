"""A few worker processes: each answers one question at a time, and is killed when it must be.

Nothing in Python can stop a query that Oxigraph evaluates; a process can be killed. One that took
too long, ran out of memory or lost its client is replaced by a fresh one.
"""

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from canbo.errors import BusyError, LimitError
from canbo.web.formats import Wanted
from canbo.web.frames import REPLIED, Reply, Visit, pack_question, pack_visit
from canbo.web.protocol import Question

PAUSE: Final = 1.0
"""Seconds before a worker that could not start is started again."""

_START_SECONDS: Final = 60.0
_BUFFER: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take: *seconds*, *memory* and *answer* in bytes; and how many at once."""

    seconds: float = 30.0
    workers: int = 4
    memory: int = 2 << 30
    answer: int = 32 << 20
    request: int = 1 << 20


class Worker:
    """One process, seen from the server."""

    def __init__(self, process: Process) -> None:
        """Hold *process*, whose pipes are open."""
        self._process = process

    @classmethod
    async def start(cls, folder: Path, limits: Limits, pages: str = "") -> "Worker":
        """Return a worker that is ready, and can show *pages*, the module that makes them.

        Raises BusyError where it does not get so far.
        """
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "canbo.web.worker"),
            *(str(folder), str(limits.memory), str(limits.answer), pages),
            stdin=PIPE,
            stdout=PIPE,
            limit=_BUFFER,
        )
        worker = cls(process)
        try:
            async with asyncio.timeout(_START_SECONDS):
                await worker._reply()
        except BaseException as error:
            await worker.stop()
            if isinstance(error, (TimeoutError, asyncio.IncompleteReadError)):
                raise BusyError("no worker could be started", "try again later") from None
            raise
        return worker

    async def put(self, frame: bytes) -> Reply:
        """Return the reply to *frame*; raises IncompleteReadError where the process dies of it."""
        pipe = self._process.stdin
        if pipe is None:  # pragma: no cover - it was opened above
            raise TypeError(pipe)
        with suppress(ConnectionError):  # then reading fails as well, and says so
            pipe.write(frame)
            await pipe.drain()
        return await self._reply()

    async def stop(self) -> None:
        """Kill the process, whatever it does, and wait until it is gone."""
        with suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()

    async def _reply(self) -> Reply:
        pipe = self._process.stdout
        if pipe is None:  # pragma: no cover - it was opened above
            raise TypeError(pipe)
        status, media, body = REPLIED.unpack(await pipe.readexactly(REPLIED.size))
        kind = (await pipe.readexactly(media)).decode()
        return Reply(status, kind, await pipe.readexactly(body))


class Pool:
    """The workers of one graph folder. Start it before it is asked, stop it at the end."""

    def __init__(self, folder: Path, limits: Limits, pages: str = "") -> None:
        """Remember the folder, the limits and the module of pages; nothing is started yet."""
        self.folder = folder
        self.limits = limits
        self.pages = pages
        self._free: asyncio.Queue[Worker] = asyncio.Queue()
        self._all: set[Worker] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Start all workers and wait until each is ready; raises BusyError."""
        for worker in await asyncio.gather(*(self._start() for _ in range(self.limits.workers))):
            self._add(worker)

    async def stop(self) -> None:
        """End all workers."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*(worker.stop() for worker in self._all))

    async def ask(self, question: Question, wanted: Wanted) -> Reply:
        """Return the reply to *question*, from the first worker that is free.

        Raises BusyError where none becomes free, and LimitError where the answer takes longer or
        more memory than a query gets. When the caller is cancelled the query ends.
        """
        return await self._put(pack_question(question, wanted))

    async def visit(self, visit: Visit) -> Reply:
        """Return the page that *visit* asks for, under the same limits; raises like :meth:`ask`."""
        return await self._put(pack_visit(visit))

    async def _put(self, frame: bytes) -> Reply:
        worker = await self._next()
        done = False
        try:
            async with asyncio.timeout(self.limits.seconds):
                reply = await worker.put(frame)
            done = True
        except TimeoutError:
            raise LimitError(
                f"the query took longer than {self.limits.seconds:g} s", "ask for less"
            ) from None
        except asyncio.IncompleteReadError:
            raise LimitError(
                f"the query ended its process, most likely for want of memory: "
                f"it may take {self.limits.memory >> 20} MiB",
                "ask for less",
            ) from None
        finally:
            if done:
                self._free.put_nowait(worker)
            else:
                self._replace(worker)
        return reply

    async def _next(self) -> Worker:
        try:
            async with asyncio.timeout(self.limits.seconds):
                return await self._free.get()
        except TimeoutError:
            raise BusyError("all workers are busy", "try again later") from None

    async def _start(self) -> Worker:
        return await Worker.start(self.folder, self.limits, self.pages)

    def _add(self, worker: Worker) -> None:
        self._all.add(worker)
        self._free.put_nowait(worker)

    def _replace(self, worker: Worker) -> None:
        task = asyncio.get_running_loop().create_task(self._renew(worker))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _renew(self, worker: Worker) -> None:
        await worker.stop()
        self._all.discard(worker)
        while True:
            try:
                self._add(await self._start())
            except (BusyError, OSError):
                await asyncio.sleep(PAUSE)
            else:
                return
