"""The link between processes carries every event, and heals."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import asyncpg
import pytest

from subscriptions.link import EVENTS_PER_MESSAGE, Events, Link

pytestmark = pytest.mark.anyio


class Listener:
    """A process's end of the link: what it received, and how often it was (re)built."""

    def __init__(self, url: str) -> None:
        self.received: list[tuple[int, int]] = []
        self.built = 0
        self.link = Link(url, receive=self._receive, rebuilt=self._rebuilt)

    def _receive(self, events: Events) -> None:
        self.received += [(unor_id, tahun) for unor_id, tahun in events]

    def _rebuilt(self) -> None:
        self.built += 1


@asynccontextmanager
async def listening(url: str) -> AsyncIterator[Listener]:
    listener = Listener(url)
    await listener.link.start()
    try:
        yield listener
    finally:
        await listener.link.stop()


async def eventually(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110 - the listener's end is not ours to instrument
            await asyncio.sleep(0.02)


@pytest.fixture(params=["memory", "postgres"])
def url(request: pytest.FixtureRequest) -> str:
    if request.param == "memory":
        return "memory://"
    return str(request.getfixturevalue("postgres_url"))


async def test_every_event_arrives_once_and_in_order(url: str) -> None:
    events = [(number, 2026) for number in range(3 * EVENTS_PER_MESSAGE + 1)]
    async with listening(url) as here:
        await here.link.send(events)
        await eventually(lambda: len(here.received) == len(events))
        assert here.received == events


async def test_many_may_send_at_once(url: str) -> None:
    async with listening(url) as here:
        await asyncio.gather(*(here.link.send([(number, 2026)]) for number in range(50)))
        await eventually(lambda: len(here.received) == 50)
        assert sorted(here.received) == [(number, 2026) for number in range(50)]


async def test_processes_hear_each_other(postgres_url: str) -> None:
    async with listening(postgres_url) as here, listening(postgres_url) as there:
        await here.link.send([(1, 2026)])
        await there.link.send([(2, 2026)])
        for listener in (here, there):
            await eventually(lambda listener=listener: len(listener.received) == 2)  # type: ignore[misc]
            assert sorted(listener.received) == [(1, 2026), (2, 2026)]


async def test_a_killed_connection_heals_and_asks_for_a_reread(postgres_url: str) -> None:
    async with listening(postgres_url) as here:
        assert here.built == 1
        await kill_listeners(postgres_url)
        await eventually(lambda: here.built == 2)
        await eventually(lambda: here.link.connected)
        await here.link.send([(7, 2026)])
        await eventually(lambda: here.received == [(7, 2026)])


async def test_sending_while_the_link_is_down_raises() -> None:
    link = Link("memory://", receive=lambda _: None, rebuilt=lambda: None)
    with pytest.raises(ConnectionError):
        await link.send([(1, 2026)])


async def kill_listeners(url: str) -> None:
    """End every other connection that listens, as a restart of the server would."""
    admin = await asyncpg.connect(url)
    try:
        await admin.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE query LIKE 'LISTEN%' AND pid <> pg_backend_pid()"
        )
    finally:
        await admin.close()
