"""The contestants: a process each, started on a free port and stopped again."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench.cases import CEILING, OURS, PEER
from bench.databases import Database

ROOT = Path(__file__).parent.parent
PEER_FOLDER = Path(__file__).parent / "peer"
SECRET = "kunci-pengukuran-kunci-pengukuran-kunci-pengukuran"
POOL = 10  # database connections of each
START_SECONDS = 60
MODULES = {OURS: "server", CEILING: "bench.ceiling"}


@dataclass(frozen=True)
class Contestant:
    """A running server."""

    name: str
    port: int
    pid: int
    database_pid: int | None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def resident(self) -> float:
        """Its resident memory, in MB of 1,000,000 bytes."""
        shown = subprocess.run(
            ["ps", "-o", "rss=", "-p", str(self.pid)], capture_output=True, text=True, check=True
        )
        return int(shown.stdout) * 1_024 / 1_000_000


@cache
def node() -> str:
    """The Node of the virtual environment, or else the one installed: the program itself, because
    what the wheel puts in its place starts another process and ends without it."""
    found = shutil.which("node", path=_places())
    if found is None:
        sys.exit("Node was not found: run scripts/install dev.")
    asked = [found, "--print", "process.execPath"]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()


def _places() -> str:
    """Where programs are looked for: in the virtual environment first."""
    return os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])


def install(folder: Path = PEER_FOLDER) -> None:
    """Install the packages that `folder` locks; nothing when that is done already."""
    lock = (folder / "package-lock.json").read_text(encoding="utf-8")
    mark = folder / "node_modules" / ".lock-installed"
    if mark.exists() and mark.read_text(encoding="utf-8") == lock:
        return
    sys.stderr.write(f"→ installing the packages of bench/{folder.name}\n")
    subprocess.run(
        ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"],
        cwd=folder,
        env={**os.environ, "PATH": _places()},
        check=True,
    )
    mark.write_text(lock, encoding="utf-8")


@contextmanager
def running(name: str, database: Database) -> Iterator[Contestant]:
    """Serve `database` until the block ends."""
    port = free_port()
    command, folder, settings = _started(name, database.url, port)
    with serving(name, port, command, folder, settings) as pid:
        yield Contestant(name, port, pid, database.pid)


@contextmanager
def serving(
    name: str, port: int, command: list[str], folder: Path, settings: Mapping[str, str]
) -> Iterator[int]:
    """Run `command` until the block ends; its process id, as soon as it listens at `port`. None of
    the service's settings in our environment reaches it. Raises RuntimeError with what it said."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("EKINERJA_")}
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(
            command, cwd=folder, env={**clean, **settings}, stdout=said, stderr=subprocess.STDOUT
        )
        try:
            if not _listens(port, process):
                said.seek(0)
                raise RuntimeError(f"{name} did not start: {said.read()}")
            yield process.pid
        finally:
            _stop(process)


def _started(name: str, database_url: str, port: int) -> tuple[list[str], Path, dict[str, str]]:
    """How a contestant is started: command, folder, environment."""
    if name == PEER:
        settings = {
            "NODE_ENV": "production",
            "GRAPHILE_ENV": "production",
            "DATABASE_URL": database_url,
            "POOL": str(POOL),
            "PORT": str(port),
        }
        return [node(), "server.mjs"], PEER_FOLDER, settings
    settings = {
        "EKINERJA_MODE": "production",
        "EKINERJA_SECRET": SECRET,
        "EKINERJA_DATABASE_URL": database_url,
        "EKINERJA_DATABASE_POOL": str(POOL),
    }
    return [sys.executable, "-m", MODULES[name], "--port", str(port)], ROOT, settings


def _listens(port: int, process: subprocess.Popen[bytes]) -> bool:
    """Whether the process takes connections within START_SECONDS."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return True
    return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(timeout=15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
