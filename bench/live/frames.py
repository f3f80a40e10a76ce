"""The client's end of WebSocket framing (RFC 6455), as little of it as a subscriber needs."""

import base64
import hashlib
from collections.abc import Iterator

TEXT, CLOSE, PING, PONG = 0x1, 0x8, 0x9, 0xA
_KEY = base64.b64encode(b"sixteen of bytes")  # any will do
_ACCEPT = base64.b64encode(hashlib.sha1(_KEY + b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11").digest())


class ProtocolError(Exception):
    """The server said something that a subscriber does not expect."""


def handshake(port: int) -> bytes:
    """The request that opens a graphql-transport-ws connection at /graphql."""
    return (
        f"GET /graphql HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
        f"Connection: Upgrade\r\nSec-WebSocket-Key: {_KEY.decode()}\r\n"
        "Sec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"
    ).encode()


def check_handshake(answer: bytes) -> None:
    """Raises ProtocolError unless the server accepted."""
    head = answer.lower()
    if not head.startswith(b"http/1.1 101 ") or _ACCEPT not in answer:
        raise ProtocolError(f"not upgraded: {answer[:200]!r}")
    if b"sec-websocket-extensions" in head or b"graphql-transport-ws" not in head:
        raise ProtocolError("extensions or no protocol")


def frame(payload: bytes, opcode: int = TEXT) -> bytes:
    """One frame from a client, masked with zeros: the server still unmasks it."""
    size = len(payload)
    if size < 126:
        head = bytes((0x80 | opcode, 0x80 | size))
    else:
        head = bytes((0x80 | opcode, 0x80 | 126)) + size.to_bytes(2, "big")
    return head + b"\0\0\0\0" + payload


class Reader:
    """Puts what comes together to frames."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, data: bytes) -> Iterator[tuple[int, bytes]]:
        """The whole frames now there: opcode and payload. Raises ProtocolError for fragments."""
        data = self._rest + data if self._rest else data
        start, end = 0, len(data)
        while end - start >= 2:
            opcode, size, body = data[start], data[start + 1], start + 2
            if opcode < 0x80 or size > 127:
                raise ProtocolError("a fragment, or a masked frame")
            if size >= 126:
                wide = 2 if size == 126 else 8
                if end - body < wide:
                    break
                size, body = int.from_bytes(data[body : body + wide], "big"), body + wide
            if end - body < size:
                break
            yield opcode & 0xF, data[body : body + size]
            start = body + size
        self._rest = data[start:]
