"""One subscriber: a graphql-transport-ws connection that counts, checks and times what it gets."""

import asyncio
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

import orjson

from bench.live.frames import CLOSE, PING, PONG, TEXT, ProtocolError, Reader, check_handshake, frame

_VERSI = re.compile(rb'"versi":\s*(\d+)')
_PENGAJUAN = re.compile(rb'"utama":\s*\{[^}]*"pengajuan":\s*(\d+)')


@dataclass(frozen=True)
class Wish:
    """What a group of subscribers asks for. `rising`: each message's `versi` is above the last."""

    port: int
    token: str
    query: str
    variables: dict[str, object]
    rising: bool

    def init(self) -> bytes:
        """connection_init, with the token as the service wants it."""
        payload = {"Authorization": f"Bearer {self.token}"}
        return frame(orjson.dumps({"type": "connection_init", "payload": payload}))

    def subscribe(self, id_: str) -> bytes:
        """The subscription, under an id of its own, as clients that do not know of each other
        choose."""
        payload = {"query": self.query, "variables": self.variables}
        return frame(orjson.dumps({"id": id_, "type": "subscribe", "payload": payload}))


class Subscriber(asyncio.Protocol):
    """Opens, subscribes, and keeps what came. `first` is called at the first message, `lost`
    with a reason when the connection fails or ends; times are of time.monotonic()."""

    def __init__(
        self, wish: Wish, id_: str, first: Callable[[], None], lost: Callable[[str], None]
    ) -> None:
        self.messages = self.bytes = 0
        self.versi = self.pengajuan = -1  # of the last message; the latter of its `utama`
        self.last = b""
        self.asked = 0.0  # when it subscribed
        self.heard: list[tuple[float, int]] = []  # when a message came, and its `pengajuan`
        self._wish, self._id, self._first, self._lost = wish, id_, first, lost
        self._reader = Reader()
        self._head: bytes | None = b""
        self._transport: asyncio.Transport | None = None
        self.closed = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def start(self, request: bytes) -> None:
        """Begin the handshake."""
        self._write(request)

    def data_received(self, data: bytes) -> None:
        now = time.monotonic()
        try:
            if self._head is not None:
                data = self._opened(self._head + data)
            for opcode, payload in self._reader.feed(data):
                if opcode == TEXT:
                    self._message(payload, now)
                elif opcode == PING:
                    self._write(frame(payload, PONG))
                elif opcode == CLOSE:
                    raise ProtocolError(f"closed: {payload!r}")
        except ProtocolError as error:
            self._end(str(error))

    def _opened(self, data: bytes) -> bytes:
        """What follows the handshake's answer, if that is whole."""
        head, found, rest = data.partition(b"\r\n\r\n")
        if not found:
            self._head = data
            return b""
        check_handshake(head)
        self._head = None
        self._write(self._wish.init())
        return rest

    def _message(self, payload: bytes, now: float) -> None:
        start = payload[:80]
        if b'"next"' in start or b'"type":"next"' in payload:
            self._next(payload, now)
        elif b'"connection_ack"' in start:
            self.asked = time.monotonic()
            self._write(self._wish.subscribe(self._id))
        elif b'"ping"' in start:
            self._write(frame(b'{"type":"pong"}'))
        else:
            raise ProtocolError(payload[:300].decode())

    def _next(self, payload: bytes, now: float) -> None:
        found = _VERSI.search(payload)
        if not found:
            raise ProtocolError(payload[:300].decode())
        versi = int(found[1])
        if self._wish.rising and versi <= self.versi:
            raise ProtocolError(f"versi {versi} after {self.versi}")
        pengajuan = _PENGAJUAN.search(payload)
        self.versi, self.pengajuan = versi, int(pengajuan[1]) if pengajuan else -1
        self.last = payload
        self.heard.append((now, self.pengajuan))
        self.messages += 1
        self.bytes += len(payload)
        if self.messages == 1:
            self._first()

    def _write(self, data: bytes) -> None:
        if self._transport:
            self._transport.write(data)

    def close(self) -> None:
        """Leave, without a reason being told."""
        self.closed = True
        if self._transport:
            self._transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        self._end(f"connection lost: {exc}")

    def _end(self, reason: str) -> None:
        if not self.closed:
            self.close()
            self._lost(reason)
