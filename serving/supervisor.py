"""Several processes behind one port, kept running.

uvicorn's own supervisor shares one listening socket, whose queue the least busy process empties:
connections that live for hours pile up in one. Here each process has a socket of its own.
"""

import asyncio
import signal
import socket
import sys
import time
from asyncio.subprocess import Process
from collections.abc import Callable, Sequence
from contextlib import suppress

import structlog

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0  # seconds before a process is started again
STEADY_SECONDS = 60.0  # a process that lived so long starts the pauses anew
MOST_FAILURES = 3  # starts of one process, as long as none has ever served
AT_ONCE_SECONDS = 3.0  # from the second signal to SIGKILL
GAVE_UP = (
    "Layanan tidak dapat dimulai: prosesnya terus berhenti sebelum melayani (kode {code})."
    " Perbaiki sebab yang tertulis di atas, lalu jalankan lagi.\n"
)

log = structlog.get_logger()


class Supervisor:
    """Runs `command` `count` times over until SIGINT or SIGTERM. A process is told to stop by
    SIGTERM, and killed `stop_seconds` later. `started` is called once all of them serve.

    The standard input of each is a socket, on which it says when it serves (serving/parent.py).
    """

    def __init__(
        self,
        command: Sequence[str],
        count: int,
        stop_seconds: float,
        started: Callable[[], None],
    ) -> None:
        self._command = command
        self._count = count
        self._stop_seconds = stop_seconds
        self._tell_started = started
        self._children: set[Process] = set()
        self._stopping = asyncio.Event()
        self._served = 0
        self._failed = False

    async def run(self) -> int:
        """Keep them running; the exit code: 0 when all have stopped in good order."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self._stop)
        keepers = [asyncio.create_task(self._keep()) for _ in range(self._count)]
        await self._stopping.wait()
        _, late = await asyncio.wait(keepers, timeout=self._stop_seconds)
        if late:
            log.error("proses tidak mau berhenti, dimatikan", jumlah=len(late))
            self._kill()
            await asyncio.wait(late)
        return 1 if self._failed else 0

    async def _keep(self) -> None:
        """Keep one process running."""
        pause, failures = 0.0, 0
        while not self._stopping.is_set():
            began = time.monotonic()
            try:
                pid, code = await self._run_one()
            except OSError as error:  # no memory, no more files: it may pass
                log.error("proses tidak dapat dimulai", sebab=str(error))
                pid, code = 0, 1
            if self._stopping.is_set():
                self._failed |= code not in (0, -signal.SIGTERM)  # the latter before it served
                return
            failures += 1
            if not self._served and failures == MOST_FAILURES:
                self._give_up(code)
                return
            steady = time.monotonic() - began > STEADY_SECONDS
            pause = FIRST_PAUSE if steady or not pause else min(pause * 2, LONGEST_PAUSE)
            log.warning("proses berhenti, dimulai lagi", pid=pid, kode=code, jeda=pause)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), pause)

    async def _run_one(self) -> tuple[int, int]:
        """Start a process and wait for its end; its id and exit code."""
        mine, its = socket.socketpair()
        with mine, its:
            # A group of its own: the terminal's Ctrl+C is for the supervisor, which passes it on.
            child = await asyncio.create_subprocess_exec(
                *self._command, stdin=its.fileno(), process_group=0
            )
            its.close()
            self._children.add(child)
            if self._stopping.is_set():
                child.terminate()
            await self._hear(mine)
            code = await child.wait()
            self._children.discard(child)
            return child.pid, code

    async def _hear(self, line: socket.socket) -> None:
        """Returns when the process serves, or has ended before that."""
        line.setblocking(False)
        with suppress(OSError):
            if await asyncio.get_running_loop().sock_recv(line, 1):
                self._served += 1
                if self._served == self._count:
                    self._tell_started()

    def _stop(self) -> None:
        """The first signal asks for an ordered stop, the second for one at once."""
        if self._stopping.is_set():
            asyncio.get_running_loop().call_later(AT_ONCE_SECONDS, self._kill)
        self._stopping.set()
        for child in self._children:
            with suppress(ProcessLookupError):
                child.terminate()

    def _kill(self) -> None:
        for child in self._children:
            with suppress(ProcessLookupError):
                child.kill()

    def _give_up(self, code: int) -> None:
        sys.stderr.write(GAVE_UP.format(code=code))
        self._failed = True
        self._stop()
