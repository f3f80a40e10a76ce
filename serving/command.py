"""`python -m server`: one process, or a supervisor and its children."""

import asyncio
import sys
from collections.abc import Callable
from functools import partial

from starlette.types import ASGIApp

from serving.arguments import Arguments, read_arguments
from serving.logs import configure_logs
from serving.parent import Parent
from serving.process import GRACE_SECONDS, serve
from serving.sockets import address, listening_socket, raise_file_limit, reserved
from serving.supervisor import Supervisor
from settings import Settings, settings

CLOSING_SECONDS = 10  # for the link and the database, once nobody is connected


def run(prepare: Callable[[Settings], None], create_app: Callable[[Settings], ASGIApp]) -> None:
    """Serve until stopped. `prepare` is called once, before any process serves; both end the
    process with a line of their own when something is wrong."""
    arguments = read_arguments()
    configure_logs()
    raise_file_limit()
    chosen = settings()
    _refuse_deaf(arguments, chosen)
    if not arguments.anak:
        prepare(chosen)
    app = create_app(chosen)  # a supervisor's too: what is wrong with it is said once, and now
    if arguments.proses > 1:
        sys.exit(asyncio.run(_supervise(arguments, chosen)))
    sys.exit(_serve(app, arguments, chosen))


def _serve(app: ASGIApp, arguments: Arguments, chosen: Settings) -> int:
    """Serve in this process; the exit code."""
    listening = listening_socket(arguments.host, arguments.port, shared=arguments.anak)
    line = f"e-Kinerja melayani di {address(listening)}"
    parent = Parent(_stop_seconds(chosen)) if arguments.anak else None
    started = parent.tell_serving if parent else partial(_say, line)
    return serve(app, listening, chosen.drain_seconds, chosen.proxy, started)


async def _supervise(arguments: Arguments, chosen: Settings) -> int:
    """Serve in processes of their own; the exit code."""
    with reserved(arguments.host, arguments.port) as held:
        line = f"e-Kinerja melayani di {address(held)} dengan {arguments.proses} proses"
        child = ["--anak", "--host", arguments.host, "--port", str(held.getsockname()[1])]
        return await Supervisor(
            [sys.executable, "-m", "server", *child],
            arguments.proses,
            _stop_seconds(chosen),
            started=partial(_say, line),
        ).run()


def _stop_seconds(chosen: Settings) -> float:
    """How long an ordered stop may take: the drain, the requests under way, what is then closed."""
    return chosen.drain_seconds + GRACE_SECONDS + CLOSING_SECONDS


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _refuse_deaf(arguments: Arguments, chosen: Settings) -> None:
    """Processes that do not hear each other would show different figures."""
    if arguments.proses == 1 or chosen.hears_others:
        return
    lacking = []
    if chosen.database_url.startswith("sqlite:"):
        lacking.append("EKINERJA_DATABASE_URL=postgres://… (sekarang SQLite)")
    if chosen.broadcast_url.startswith("memory:"):
        lacking.append("EKINERJA_BROADCAST_URL=postgres://… atau redis://… (sekarang memory://)")
    sys.exit(f"--proses {arguments.proses} belum dapat dipakai; isi dulu {' dan '.join(lacking)}.")
