"""A stop that does not send every client back at the same moment."""

import asyncio
import math
from collections.abc import Callable, Generator
from contextlib import contextmanager
from socket import socket
from types import FrameType

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

LEAST_BATCH = 50  # connections: a handful is closed at once
PAUSE = 0.1  # seconds between batches
FAREWELL = 2.0  # seconds that a client has to take the close frame
Connection = WebSocketsSansIOProtocol | HttpToolsProtocol


class DrainingServer(uvicorn.Server):
    """Stops accepting, closes the live connections in batches over `drain_seconds` while everything
    else is still answered, and then shuts down as uvicorn does.

    WebSockets are closed with 1012 (service restart), event streams after their last event. A
    second SIGINT or SIGTERM ends it at once. `started` is called when it takes connections.
    """

    def __init__(
        self, config: uvicorn.Config, drain_seconds: float, started: Callable[[], None]
    ) -> None:
        super().__init__(config)
        self._drain_seconds = drain_seconds
        self._tell_started = started

    async def startup(self, sockets: list[socket] | None = None) -> None:
        await super().startup(sockets)
        self._tell_started()

    async def shutdown(self, sockets: list[socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for listening in sockets or []:
            listening.close()
        await self._drain()
        await self._see_off()
        await super().shutdown(sockets)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        if self.should_exit:
            self.force_exit = True
        super().handle_exit(sig, frame)

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """An ordered stop is no death by a signal, as which uvicorn would raise it again."""
        with super().capture_signals():
            yield
            self._captured_signals.clear()

    async def _drain(self) -> None:
        live = [each for each in self._connections() if _is_live(each)]
        size = batch_size(len(live), self._drain_seconds)
        for start in range(0, len(live), size):
            if start:
                await asyncio.sleep(PAUSE)
            if self.force_exit:
                return
            for connection in live[start : start + size]:
                if not connection.transport.is_closing():
                    _close(connection)

    async def _see_off(self) -> None:
        """Drop who does not take what was left to send: a close waits for that without end."""
        waited = 0.0
        while self._closing() and waited < FAREWELL and not self.force_exit:
            await asyncio.sleep(PAUSE)
            waited += PAUSE
        for connection in self._closing():
            connection.transport.abort()
        await asyncio.sleep(0)  # they are lost in the loop's next turn
        for connection in self._closing():
            if isinstance(connection, WebSocketsSansIOProtocol):
                connection.close_sent = True  # uvicorn fails when it closes one a second time

    def _closing(self) -> list[Connection]:
        return [each for each in self._connections() if each.transport.is_closing()]

    def _connections(self) -> list[Connection]:
        return [each for each in self.server_state.connections if isinstance(each, Connection)]


def batch_size(count: int, seconds: float) -> int:
    """How many of `count` connections to close at a time, so that all are within `seconds`."""
    return max(LEAST_BATCH, math.ceil(count / max(1, round(seconds / PAUSE))))


def _is_live(connection: Connection) -> bool:
    """Whether it is a WebSocket, or carries an answer whose length nobody knows: a stream."""
    if isinstance(connection, WebSocketsSansIOProtocol):
        return True
    answer = connection.cycle
    return answer is not None and (
        answer.response_started and not answer.response_complete and answer.chunked_encoding is True
    )


def _close(connection: Connection) -> None:
    if isinstance(connection, WebSocketsSansIOProtocol):
        connection.shutdown()
    else:
        connection.transport.close()
