"""The ceiling of fan-out: a bare ASGI application that sends a text to every socket it holds.

On the very web server of the service, with the same options. It accepts, acknowledges, and answers
a subscription with the first text; POST /event sends its body to all, each with one `await send`.
No GraphQL, no ids, no checks: `python -m bench.live.ceiling --port N`.
"""

import argparse
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import orjson
import uvicorn

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

FIRST = (
    '{"id":"1","type":"next","payload":{"data":{"dashboardPengisian":{"versi":0,'
    '"utama":{"pengajuan":0}}}}}'
)


class Ceiling:
    """The application."""

    def __init__(self) -> None:
        self._sockets: set[Send] = set()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self._socket(receive, send)
        elif scope["type"] == "http":
            await self._event(receive, send)

    async def _socket(self, receive: Receive, send: Send) -> None:
        await receive()
        await send({"type": "websocket.accept", "subprotocol": "graphql-transport-ws"})
        try:
            while (message := await receive())["type"] == "websocket.receive":
                match orjson.loads(message["text"])["type"]:
                    case "connection_init":
                        await send({"type": "websocket.send", "text": '{"type":"connection_ack"}'})
                    case "subscribe":
                        await send({"type": "websocket.send", "text": FIRST})
                        self._sockets.add(send)
        finally:
            self._sockets.discard(send)

    async def _event(self, receive: Receive, send: Send) -> None:
        text = b""
        while True:
            message = await receive()
            text += message["body"]
            if not message.get("more_body"):
                break
        shown = text.decode()
        for each in list(self._sockets):
            await each({"type": "websocket.send", "text": shown})
        headers = [(b"content-length", b"2")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"{}"})


def main() -> None:
    """Serve until stopped."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    config = uvicorn.Config(
        Ceiling(),
        host="127.0.0.1",
        port=parser.parse_args().port,
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        ws_max_size=65_536,
        timeout_graceful_shutdown=10,
        log_config=None,
        access_log=False,
        lifespan="off",
    )
    uvicorn.Server(config).run()


if __name__ == "__main__":
    main()
