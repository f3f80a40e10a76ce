"""A client so light that thousands fit into a test; it may also be one that stops reading."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from tests.layanan import Layanan

GREETING = (
    "GET /graphql HTTP/1.1\r\nHost: uji\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"
)
TEXT, PING, PONG = 0x81, 0x89, 0x8A


class Tipis:
    """One WebSocket, frame by frame."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def open(self, token: str) -> None:
        self._writer.write(GREETING.encode())
        assert (await self._reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 101")
        payload = {"Authorization": f"Bearer {token}"}
        self.send(type="connection_init", payload=payload)
        assert json.loads(await self.text()) == {"type": "connection_ack"}

    def send(self, **message: Any) -> None:
        self._frame(TEXT, json.dumps(message).encode())

    def _frame(self, head: int, body: bytes) -> None:
        """Masked with nothing but zeros."""
        long = len(body) > 125
        length = bytes([0x80 | 126]) + len(body).to_bytes(2) if long else bytes([0x80 | len(body)])
        self._writer.write(bytes([head]) + length + bytes(4) + body)

    async def text(self) -> bytes:
        """The next text. Raises IncompleteReadError when the connection ends first."""
        while True:
            head, length = await self._reader.readexactly(2)
            if length > 125:
                length = int.from_bytes(await self._reader.readexactly(2 if length == 126 else 8))
            body = await self._reader.readexactly(length)
            if head == TEXT:
                return body
            assert head == PING
            self._frame(PONG, body)

    def close(self) -> None:
        self._writer.transport.abort()


@asynccontextmanager
async def tipis(service: Layanan, token: str, buffer: int | None = None) -> AsyncIterator[Tipis]:
    """An acknowledged connection; `buffer`: how many bytes may wait for a client who does not
    read."""
    client = await connected(service, buffer)
    try:
        await client.open(token)
        yield client
    finally:
        client.close()


async def connected(service: Layanan, buffer: int | None = None) -> Tipis:
    made = socket.socket()
    made.setblocking(False)
    if buffer is not None:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
    await asyncio.get_running_loop().sock_connect(made, ("127.0.0.1", service.port))
    limit = buffer or 65_536
    return Tipis(*await asyncio.open_connection(sock=made, limit=limit))
