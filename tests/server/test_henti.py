"""How a server stops: what it closes, in which order, and how fast; and whom it takes a client for.
A small application stands in for the service, which test_proses.py runs as a whole."""

import asyncio
import socket
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
from starlette.types import Receive, Scope, Send
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from serving.draining import DrainingServer, batch_size
from serving.process import server_of
from serving.sockets import STALLED_MS, address, listening_socket

pytestmark = pytest.mark.anyio

SLOW = 0.6  # seconds that /lama takes


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """WebSockets that stay open, `/lama` that takes its time, `/alir` that never ends; elsewhere
    the client's address."""
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.accept"})
        while (await receive())["type"] != "websocket.disconnect":
            pass
    elif scope["type"] == "http":
        body = scope["client"][0].encode() if scope["path"] == "/" else b"ok"
        length = [] if scope["path"] == "/alir" else [(b"content-length", b"%d" % len(body))]
        if scope["path"] == "/lama":
            await asyncio.sleep(SLOW)
        await send({"type": "http.response.start", "status": 200, "headers": length})
        await send({"type": "http.response.body", "body": body, "more_body": not length})
        while not length and (await receive())["type"] != "http.disconnect":
            pass


@asynccontextmanager
async def serving(
    drain_seconds: float, proxies: str = "127.0.0.1"
) -> AsyncIterator[tuple[DrainingServer, str]]:
    """A server in this process and its address, stopped when the block ends."""
    started = asyncio.Event()
    listening = listening_socket("127.0.0.1", 0)
    url = address(listening)
    server = server_of(application, drain_seconds, proxies, started.set)
    running = asyncio.create_task(server.serve(sockets=[listening]))
    await started.wait()
    try:
        yield server, url
    finally:
        server.should_exit = True
        await asyncio.wait_for(running, 15)


async def opened(url: str, count: int) -> list[ClientConnection]:
    return [await connect(url.replace("http", "ws")) for _ in range(count)]


async def closed(websocket: ClientConnection) -> tuple[int | None, float]:
    """The code that it was closed with, and when."""
    with pytest.raises(ConnectionClosed):
        await asyncio.wait_for(websocket.recv(), 15)
    return websocket.close_code, time.monotonic()


@pytest.mark.parametrize(
    ("count", "seconds", "size"),
    [(3, 5, 50), (10_000, 5, 200), (10_000, 0, 10_000), (120, 0.2, 60)],
)
async def test_batches_are_as_large_as_the_time_asks(count: int, seconds: float, size: int) -> None:
    assert batch_size(count, seconds) == size


async def test_websockets_are_closed_in_batches_as_restarted() -> None:
    async with serving(drain_seconds=0.3) as (server, url):
        websockets = await opened(url, 150)
        server.should_exit = True
        ends = await asyncio.gather(*map(closed, websockets))
    assert {code for code, _ in ends} == {1012}
    moments = sorted(moment for _, moment in ends)
    assert moments[100] - moments[0] > 0.1  # the third fifty, two pauses after the first


@pytest.mark.parametrize(("count", "seconds"), [(3, 60), (150, 0)])
async def test_a_few_are_closed_at_once_and_all_when_asked(count: int, seconds: float) -> None:
    async with serving(drain_seconds=seconds) as (server, url):
        websockets = await opened(url, count)
        began = time.monotonic()
        server.should_exit = True
        ends = await asyncio.gather(*map(closed, websockets))
    assert max(moment for _, moment in ends) - began < 2


async def test_what_is_under_way_is_answered_and_nothing_new_is_taken() -> None:
    async with serving(drain_seconds=1) as (server, url), httpx.AsyncClient() as client:
        websockets = await opened(url, 120)
        under_way = asyncio.create_task(client.get(f"{url}/lama"))
        await asyncio.sleep(0.1)
        server.should_exit = True
        await closed(websockets[0])
        with pytest.raises(httpx.ConnectError):
            await httpx.AsyncClient().get(f"{url}/lekas")
        assert (await under_way).text == "ok"
        await asyncio.gather(*map(closed, websockets))


async def test_a_stream_of_events_ends_with_the_websockets() -> None:
    async with (
        serving(drain_seconds=1) as (server, url),
        httpx.AsyncClient() as client,
        client.stream("GET", f"{url}/alir") as stream,
    ):
        chunks = stream.aiter_bytes()
        assert await anext(chunks) == b"ok"
        began = time.monotonic()
        server.should_exit = True
        with pytest.raises(httpx.RemoteProtocolError):  # cut off: an EventSource comes back
            await anext(chunks)
        assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address_"),
    [
        ("127.0.0.1", "203.0.113.1", "203.0.113.1"),
        ("127.0.0.1", "palsu, 203.0.113.1", "203.0.113.1"),  # a proxy appends who came to it
        ("127.0.0.0/8, 10.0.0.5", "203.0.113.1, 10.0.0.5", "203.0.113.1"),
        ("10.0.0.5", "203.0.113.1", "127.0.0.1"),
        ("", "203.0.113.1", "127.0.0.1"),
    ],
)
async def test_only_a_proxy_is_believed_about_who_the_client_is(
    proxies: str, forwarded: str, address_: str
) -> None:
    async with serving(0, proxies) as (_, url), httpx.AsyncClient() as client:
        answer = await client.get(url, headers={"x-forwarded-for": forwarded})
        assert answer.text == address_


async def test_accepted_sockets_drop_who_stops_reading() -> None:
    with listening_socket("127.0.0.1", 0) as listening:
        listening.listen()
        with socket.create_connection(listening.getsockname()):
            accepted, _ = listening.accept()
            with accepted:
                limit = accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT)
                assert limit == STALLED_MS
