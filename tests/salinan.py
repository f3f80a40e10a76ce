"""Processes of the service that begin as copies of one that has imported it: importing takes
longer than most tests do."""

import multiprocessing
import os
import pkgutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
SERVER = "server:main"
COMMANDS = "commands.__main__:app"
_COPIES = multiprocessing.get_context("forkserver")
_COPIES.set_forkserver_preload([name.partition(":")[0] for name in (SERVER, COMMANDS)])


def mulai(
    program: str,
    arguments: Sequence[str],
    environment: Mapping[str, str],
    streams: Sequence[Path],
    folder: Path = ROOT,
) -> ForkServerProcess:
    """Start `program`; `streams` are what it reads, and where it writes output and errors."""
    process = _COPIES.Process(
        target=_run, args=(program, arguments, {**os.environ, **environment}, streams, folder)
    )
    process.start()
    return process


def jalankan(
    program: str,
    arguments: Sequence[str],
    environment: Mapping[str, str],
    folder: Path = ROOT,
    typed: str = "",
) -> subprocess.CompletedProcess[str]:
    """What a program that ends by itself said, and how it ended."""
    with TemporaryDirectory() as scratch:
        streams = [Path(scratch, name) for name in ("masukan", "keluaran", "kesalahan")]
        streams[0].write_text(typed, encoding="utf-8")
        process = mulai(program, arguments, environment, streams, folder)
        code = selesai(process, 120)
        said, failed = (stream.read_text(encoding="utf-8") for stream in streams[1:])
        return subprocess.CompletedProcess(arguments, code, said, failed)


def selesai(process: ForkServerProcess, seconds: float) -> int:
    """The exit code of a process that is expected to end in time. Raises TimeoutError once it has
    been killed."""
    process.join(seconds)
    if process.exitcode is None:
        process.kill()
        process.join()
        raise TimeoutError("proses tidak berhenti")
    return process.exitcode


def _run(
    program: str,
    arguments: Sequence[str],
    environment: Mapping[str, str],
    streams: Sequence[Path],
    folder: Path,
) -> None:
    """What `python -m` does, in a process that has imported it."""
    for number, (stream, mode) in enumerate(zip(streams, (os.O_RDONLY, *_WRITES), strict=True)):
        os.dup2(os.open(stream, mode, 0o600), number)
    sys.stdin = os.fdopen(0, closefd=False)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = [program, *arguments]
    pkgutil.resolve_name(program)()


_WRITES = (os.O_WRONLY | os.O_CREAT | os.O_APPEND,) * 2
