"""The transports, served by this process: for what another process could not be told, as a
constant that is smaller, and for looking at what is left behind."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, cast

from starlette.applications import Starlette
from starlette.routing import Route, WebSocketRoute

from resolvers.akun.pembatas import Pembatas
from resolvers.akun.token import Keys
from schema.live import Live
from schema.persisted import Persisted
from schema.transport.http import HttpEndpoint
from schema.transport.services import Connections, Services
from schema.transport.websocket import WebSocketEndpoint
from serving.process import server_of
from serving.sockets import listening_socket
from settings import DEVELOPMENT_SECRET
from subscriptions.hub import Hub
from tests.dunia import SCHEMA
from tests.layanan import Layanan
from tests.live.penonton import menghubungkan


@dataclass
class DiSini(Layanan):
    """A service in this process."""

    live: Live


@asynccontextmanager
async def di_sini(connections: int = 50) -> AsyncIterator[DiSini]:
    """Serve the open database till the block ends."""
    async with menghubungkan() as hub:
        live = Live(hub)
        await live.start()
        async with _serving(_app(live, connections)) as port:
            yield DiSini(port, cast(Any, None), live)
        await live.stop()


def _app(live: Live, connections: int) -> Starlette:
    services = Services(
        SCHEMA,
        Persisted(SCHEMA.documents.has, None),
        Keys(DEVELOPMENT_SECRET, 900, 900),
        live,
        Pembatas(1000),
        Connections(connections),
    )
    return Starlette(
        routes=[
            Route("/graphql", HttpEndpoint(services)),
            WebSocketRoute("/graphql", WebSocketEndpoint(services)),
        ]
    )


@asynccontextmanager
async def _serving(app: Starlette) -> AsyncIterator[int]:
    started = asyncio.Event()
    listening = listening_socket("127.0.0.1", 0)
    port = listening.getsockname()[1]
    server = server_of(app, 0, "", started.set)
    running = asyncio.create_task(server.serve(sockets=[listening]))
    await started.wait()
    try:
        yield port
    finally:
        server.should_exit = True
        await asyncio.wait_for(running, 15)


def watched(hub: Hub) -> int:
    """How many operations watch anything."""
    return sum(len(topic.slots) for topic in hub._topics.values())
