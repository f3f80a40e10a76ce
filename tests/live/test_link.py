"""The link carries every text, and heals."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress

import asyncpg
import pytest
from redis.asyncio import Redis as Client

from subscriptions.link import Link
from tests.live.peladen import Postgres, Redis, jalur

pytestmark = pytest.mark.anyio


class Listener:
    """An end of the link: what it received, and how often it was (re)built. It sends often enough
    never to be silent, as whoever uses a link does."""

    def __init__(self, url: str) -> None:
        self.received: list[str] = []
        self.built = 0
        self.link = Link(url, receive=self._receive, rebuilt=self._rebuilt)

    def _receive(self, text: str) -> None:
        if text != "denyut":
            self.received.append(text)

    def _rebuilt(self) -> None:
        self.built += 1

    async def beat(self) -> None:
        while True:
            with suppress(Exception):
                await self.link.send("denyut")
            await asyncio.sleep(1)


@asynccontextmanager
async def listening(url: str) -> AsyncIterator[Listener]:
    listener = Listener(url)
    await listener.link.start()
    beating = asyncio.create_task(listener.beat())
    try:
        yield listener
    finally:
        beating.cancel()
        await listener.link.stop()


async def eventually(condition: Callable[[], bool], seconds: float = 5) -> None:
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 - the listener's end is not ours to instrument
            await asyncio.sleep(0.02)


@pytest.fixture(params=["memory", "postgres", "redis"])
def url(request: pytest.FixtureRequest) -> str:
    if request.param == "memory":
        return "memory://"
    return str(request.getfixturevalue(f"{request.param}_url"))


async def test_every_text_arrives_once_and_in_order(url: str) -> None:
    texts = [str(number) for number in range(200)]
    async with listening(url) as here:
        for text in texts:
            await here.link.send(text)
        await eventually(lambda: len(here.received) == len(texts))
        assert here.received == texts


async def test_many_may_send_at_once(url: str) -> None:
    async with listening(url) as here:
        await asyncio.gather(*(here.link.send(str(number)) for number in range(50)))
        await eventually(lambda: len(here.received) == 50)
        assert sorted(here.received, key=int) == [str(number) for number in range(50)]


@pytest.mark.parametrize("name", ["postgres_url", "redis_url"])
async def test_processes_hear_each_other(name: str, request: pytest.FixtureRequest) -> None:
    url = request.getfixturevalue(name)
    async with listening(url) as here, listening(url) as there:
        await here.link.send("1")
        await there.link.send("2")
        for listener in (here, there):
            await eventually(lambda listener=listener: len(listener.received) == 2)  # type: ignore[misc]
            assert sorted(listener.received) == ["1", "2"]


async def test_a_killed_connection_to_postgres_heals(postgres_url: str) -> None:
    async with listening(postgres_url) as here:
        assert here.built == 1
        await kill_listeners(postgres_url)
        await eventually(lambda: here.built == 2)
        await here.link.send("7")
        await eventually(lambda: here.received == ["7"])


async def test_a_killed_connection_to_redis_heals(redis: Redis) -> None:
    async with listening(redis.url) as here:
        await kill_subscribers(redis.url)
        await heals(here)


async def test_a_redis_that_was_killed_heals(redis: Redis) -> None:
    async with listening(redis.url) as here:
        with redis.down():
            await asyncio.sleep(1)
        await heals(here)


async def test_a_postgres_that_crashed_heals(postgres_rapuh: Postgres) -> None:
    async with listening(postgres_rapuh.url) as here:
        async with postgres_rapuh.down():
            pass
        await heals(here)


@pytest.mark.parametrize("name", ["postgres_url", "redis_url"])
async def test_a_line_that_was_cut_heals(name: str, request: pytest.FixtureRequest) -> None:
    """For a moment, and for longer than the link waits: nobody closes what is dead."""
    server = request.getfixturevalue(name)

    async def cut(seconds: float) -> None:
        async with jalur(server) as (line, url), listening(url) as here:
            line.cut()
            await asyncio.sleep(seconds)
            line.mend()
            await heals(here)

    await asyncio.gather(cut(0.1), cut(3))


async def heals(here: Listener) -> None:
    """It was built again, said so, and carries."""
    await eventually(lambda: here.built > 1 and here.link.connected)
    built = here.built
    await here.link.send("7")
    await eventually(lambda: "7" in here.received)
    assert here.built == built


async def test_many_may_start_at_once_and_send_at_once(url: str) -> None:
    async with AsyncExitStack() as stack:
        starting = [stack.enter_async_context(listening(url)) for _ in range(8)]
        listeners = await asyncio.gather(*starting)
        sends = [here.link.send(text) for here in listeners for text in "abcdefgh"]
        await asyncio.gather(*sends)
        wanted = 8 if url == "memory://" else 64
        for here in listeners:
            await eventually(lambda here=here: len(here.received) == wanted)  # type: ignore[misc]
            assert set(here.received) == set("abcdefgh")


async def test_sending_while_the_link_is_down_raises() -> None:
    link = Link("memory://", receive=lambda _: None, rebuilt=lambda: None)
    with pytest.raises(ConnectionError):
        await link.send("1")


async def kill_listeners(url: str) -> None:
    """End every other connection that listens, as a restart of the server would."""
    admin = await asyncpg.connect(url)
    try:
        await admin.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE (query LIKE 'LISTEN%' OR query LIKE '%pg_notify%') AND pid <> pg_backend_pid()"
        )
    finally:
        await admin.close()


async def kill_subscribers(url: str) -> None:
    client = Client.from_url(url)
    try:
        await client.client_kill_filter(_type="pubsub")
    finally:
        await client.aclose()
