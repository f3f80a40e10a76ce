"""A client of /graphql that costs little: one connection, one request at a time."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import orjson

ANSWER_SECONDS = 60


class HttpError(Exception):
    """An answer that is not 200."""


def request(body: dict[str, Any], token: str | None, path: str = "/graphql") -> bytes:
    """The bytes of a POST of `body` as JSON."""
    return raw_request(orjson.dumps(body), token, path)


def raw_request(body: bytes, token: str | None, path: str) -> bytes:
    """The bytes of a POST of `body`."""
    by = f"Authorization: Bearer {token}\r\n" if token else ""
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        f"Accept: application/json\r\n{by}Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


class Connection:
    """A connection that is kept, and opened again when the server has ended it for idleness."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._opened: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, asked: bytes) -> bytes:
        """The body of the answer. Raises HttpError, TimeoutError."""
        reader, writer = await self.open()
        writer.write(asked)
        async with asyncio.timeout(ANSWER_SECONDS):
            head = (await reader.readuntil(b"\r\n\r\n")).lower()
            size = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0])
            body = await reader.readexactly(size)
        if not head.startswith(b"http/1.1 200"):
            raise HttpError(f"{head[:40]!r}: {body[:300]!r}")
        return body

    async def open(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Connect unless that is done."""
        if self._opened is None or self._opened[0].at_eof():
            self.close()
            self._opened = await asyncio.open_connection("127.0.0.1", self._port, limit=2**20)
        return self._opened

    def close(self) -> None:
        if self._opened:
            self._opened[1].close()


@asynccontextmanager
async def connections(port: int, count: int) -> AsyncIterator[list[Connection]]:
    """`count` connections to the server at `port`."""
    opened = [Connection(port) for _ in range(count)]
    try:
        yield opened
    finally:
        for each in opened:
            each.close()
