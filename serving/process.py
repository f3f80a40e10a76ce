"""One process that serves: uvicorn, as it is set here."""

import socket
from collections.abc import Callable

import uvicorn
from starlette.types import ASGIApp

from serving.draining import DrainingServer
from serving.sockets import BACKLOG

GRACE_SECONDS = 10  # for the requests that are under way at a stop


def serve(
    app: ASGIApp,
    listening: socket.socket,
    drain_seconds: float,
    proxies: str,
    started: Callable[[], None],
) -> int:
    """Serve until stopped; the exit code, which is 0 after a stop in good order."""
    server = server_of(app, drain_seconds, proxies, started)
    server.run(sockets=[listening])
    return 1 if server.force_exit else 0


def server_of(
    app: ASGIApp, drain_seconds: float, proxies: str, started: Callable[[], None]
) -> DrainingServer:
    """The server of `app`. `proxies`: the addresses, after commas, whose X-Forwarded-For is
    believed; `started` is called when it takes connections."""
    config = uvicorn.Config(
        app,
        http="httptools",
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        ws_max_size=65_536,
        ws_ping_interval=20,
        ws_ping_timeout=90,  # a reader may stall for a minute
        backlog=BACKLOG,
        forwarded_allow_ips=proxies,
        timeout_graceful_shutdown=GRACE_SECONDS,
        log_config=None,
        access_log=False,
    )
    return DrainingServer(config, drain_seconds, started)
