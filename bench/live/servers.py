"""The servers of the live parts, each a process, the measured ones on a core of their own."""

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

from bench.contestants import ROOT, SECRET, Contestant, free_port, install, node, serving
from bench.live import cores
from bench.live.databases import LIVE, WRITER, Server
from settings import Settings

PEER_FOLDER = Path(__file__).parent.parent / "peer-live"
MANY_CONNECTIONS = 20_000
MEMORY = "memory://"
WINDOWS = (250, 250)  # ms, the service's default


def service(
    database_url: str, place: int, link: str = MEMORY, **more: int
) -> AbstractContextManager[Contestant]:
    """Our service on the core at `place`, in production mode; `more` settings by their names."""
    settings: dict[str, object] = {
        "mode": "production",
        "secret": SECRET,
        "database_url": database_url,
        "broadcast_url": link,
        "connections": MANY_CONNECTIONS,  # of one account: the bench has only one that watches
        "drain_seconds": 0,
        **more,
    }
    environment = {
        f"EKINERJA_{name.upper()}": str(value)
        for name, value in settings.items()
        if name in Settings.model_fields
    }
    return _serve("ours", [sys.executable, "-m", "server"], ROOT, environment, place)


@contextmanager
def service_and_writer(
    server: Server, database: str, *, one_process: bool = False, windows: tuple[int, int] = WINDOWS
) -> Iterator[tuple[Contestant, Contestant]]:
    """The service that is measured, and another one on the core of the load, which changes things
    and tells the first through the link of PostgreSQL: so none of the cost of a change is the
    first one's. `windows` are theirs, in ms. With `one_process` the first does both."""
    url, link = server.url(database, LIVE), server.url(database)
    if one_process:
        with service(url, cores.MEASURED, MEMORY, window_ms=windows[0]) as live:
            yield live, live
        return
    writing = server.url(database, WRITER)
    with (
        service(url, cores.MEASURED, link, window_ms=windows[0]) as live,
        service(writing, cores.LOAD, link, window_ms=windows[1]) as writer,
    ):
        yield live, writer


def ceiling() -> AbstractContextManager[Contestant]:
    """The bare ASGI application (ceiling.py)."""
    command = [sys.executable, "-m", "bench.live.ceiling"]
    return _serve("ceiling", command, ROOT, {}, cores.MEASURED)


def peer() -> AbstractContextManager[Contestant]:
    """graphql-ws on Node (bench/peer-live)."""
    install(PEER_FOLDER)
    environment = {"NODE_ENV": "production"}
    return _serve("peer", [node(), "server.mjs"], PEER_FOLDER, environment, cores.MEASURED)


@contextmanager
def _serve(
    name: str, command: list[str], folder: Path, environment: dict[str, str], place: int
) -> Iterator[Contestant]:
    port = free_port()
    given = [*command, "--port", str(port)]
    with ExitStack() as stack:
        with cores.started_on(place):
            pid = stack.enter_context(serving(name, port, given, folder, environment))
        yield Contestant(name, port, pid, None)
