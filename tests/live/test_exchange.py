"""What processes tell each other: little, and nothing is lost unnoticed."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from itertools import pairwise
from time import monotonic
from typing import Any

import asyncpg
import orjson
import pytest
from redis.asyncio import Redis as Client

from models.counters import PENGISIAN
from subscriptions import exchange
from subscriptions.events import Event
from subscriptions.exchange import MOST_BYTES, MOST_PENDING, Exchange
from subscriptions.link import CHANNEL
from tests.live.peladen import Redis, jalur
from tests.live.test_link import eventually

pytestmark = pytest.mark.anyio

WINDOW = 0.2


class Anggota:
    """A process among others: what it heard, and how often it may have missed something."""

    def __init__(self, url: str) -> None:
        self.heard: list[Event] = []
        self.missed = 0
        self.exchange = Exchange(url, WINDOW, self._receive, self._missed)

    def _receive(self, events: Iterable[Event]) -> None:
        self.heard += events

    def _missed(self) -> None:
        self.missed += 1


@asynccontextmanager
async def anggota(url: str, count: int) -> AsyncIterator[list[Anggota]]:
    """So many processes on one link, none of which has missed anything since."""
    members = [Anggota(url) for _ in range(count)]
    async with AsyncExitStack() as stack:
        for member in members:
            await member.exchange.start()
            stack.push_async_callback(member.exchange.stop)
        for member in members:
            member.missed = 0
        yield members


class Kabel:
    """A plain client of the server behind the link: what goes over the wire, and when."""

    def __init__(self) -> None:
        self.texts: list[tuple[float, str]] = []

    def take(self, text: str) -> None:
        self.texts.append((monotonic(), text))

    def messages(self) -> list[tuple[float, Any]]:
        return [(at, orjson.loads(text)) for at, text in self.texts]


@asynccontextmanager
async def kabel(url: str) -> AsyncIterator[Kabel]:
    wire = Kabel()
    if url.startswith("redis"):
        async with Client.from_url(url) as client, client.pubsub() as pubsub:
            await pubsub.subscribe(CHANNEL)
            reading = asyncio.create_task(_read(pubsub, wire))
            yield wire
            reading.cancel()
        return
    connection = await asyncpg.connect(url)
    await connection.add_listener(CHANNEL, lambda *heard: wire.take(heard[3]))
    yield wire
    await connection.close()


async def _read(pubsub: Any, wire: Kabel) -> None:
    async for message in pubsub.listen():
        if message["type"] == "message":
            wire.take(message["data"].decode())


async def publish(url: str, *messages: dict[str, Any]) -> None:
    """Speak as another process does."""
    if url.startswith("redis"):
        async with Client.from_url(url) as client:
            for message in messages:
                await client.publish(CHANNEL, orjson.dumps(message))
        return
    connection = await asyncpg.connect(url)
    for message in messages:
        await connection.execute(
            "SELECT pg_notify($1, $2)", CHANNEL, orjson.dumps(message).decode()
        )
    await connection.close()


def kabar(number: int, dari: str = "lain") -> dict[str, Any]:
    return {"dari": dari, "nomor": number, "pergi": False, "isi": []}


def events(*ids: int) -> list[Event]:
    return [Event(PENGISIAN, id_, 2026) for id_ in ids]


@pytest.fixture(params=["postgres_url", "redis_url"])
def url(request: pytest.FixtureRequest) -> str:
    """A link that has others on it."""
    return str(request.getfixturevalue(request.param))


async def test_own_events_are_heard_at_once_and_once() -> None:
    async with anggota("memory://", 1) as [here]:
        for id_ in range(20):
            here.exchange.tell(events(id_))
            assert here.heard[-1:] == events(id_)
        await asyncio.sleep(3 * WINDOW)
        assert here.heard == events(*range(20))
        assert here.missed == 0


async def test_every_process_hears_of_everything_once(url: str) -> None:
    async with anggota(url, 3) as members:
        for place, member in enumerate(members):
            member.exchange.tell(events(place, place + 10))
            assert set(member.heard) >= set(events(place, place + 10))
        for member in members:
            await eventually(lambda member=member: len(member.heard) == 6)  # type: ignore[misc]
        await asyncio.sleep(2 * WINDOW)
        for member in members:
            assert Counter(member.heard) == Counter(events(0, 1, 2, 10, 11, 12))
            assert member.missed == 0


async def test_a_process_sends_one_message_a_window(url: str) -> None:
    async with anggota(url, 2) as members, kabel(url) as wire:
        for id_ in range(200):
            for place, member in enumerate(members):
                member.exchange.tell(events(1_000 * place + id_))
            await asyncio.sleep(0.005)
        for member in members:
            await eventually(lambda member=member: len(member.heard) == 400)  # type: ignore[misc]
        took = wire.texts[-1][0] - wire.texts[0][0]
        for name in {message["dari"] for _, message in wire.messages()}:
            moments = [at for at, message in wire.messages() if message["dari"] == name]
            assert len(moments) <= took / WINDOW + 2
            assert min(after - before for before, after in pairwise(moments)) > WINDOW / 2


async def test_a_quiet_process_is_heard_all_the_same(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "BEAT", 0.2)
    async with anggota(url, 1), kabel(url) as wire:
        await asyncio.sleep(1.5)
        numbers = [message["nomor"] for _, message in wire.messages()]
        assert 2 <= len(numbers) <= 4
        assert all(after == before + 1 for before, after in pairwise(numbers))


async def test_a_number_left_out_is_noticed(url: str) -> None:
    async with anggota(url, 1) as [here]:
        await publish(url, kabar(7), kabar(8), kabar(7, "yang lain"), kabar(9))
        await asyncio.sleep(0.2)
        assert here.missed == 0
        await publish(url, kabar(11))
        await eventually(lambda: here.missed == 1)


async def test_a_process_that_falls_silent_is_noticed(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "BEAT", 0.1)
    monkeypatch.setattr(exchange, "SILENT", 0.8)
    async with anggota(url, 2) as [here, lasting]:
        await publish(url, kabar(1))
        await asyncio.sleep(0.4)
        assert here.missed == lasting.missed == 0
        await eventually(lambda: here.missed == lasting.missed == 1)
        await asyncio.sleep(1)
        assert here.missed == lasting.missed == 1  # once; and who beats is not taken for dead


@pytest.mark.parametrize(("count", "first"), [(950, 10**9), (MOST_PENDING + 1, 1)])
async def test_more_than_a_message_holds_becomes_anything_may_have_changed(
    url: str, count: int, first: int
) -> None:
    """Because of its length, or of their number."""
    async with anggota(url, 2) as [here, there], kabel(url) as wire:
        here.exchange.tell(events(*range(900)))
        await eventually(lambda: len(there.heard) == 900)
        assert there.missed == 0
        here.exchange.tell(events(*range(first, first + count)))
        await eventually(lambda: there.missed == 1)
        assert len(here.heard) == 900 + count
        assert max(len(text) for _, text in wire.texts) <= MOST_BYTES
        here.exchange.tell(events(1))
        await eventually(lambda: there.heard[-1:] == events(1))
        assert there.missed == 1


async def test_what_is_told_while_the_line_is_cut_comes_later(url: str) -> None:
    async with (
        jalur(url) as (line, through),
        anggota(through, 1) as [far],
        anggota(url, 1) as [near],
    ):
        far.exchange.tell(events(1))
        await eventually(lambda: near.heard == events(1))
        line.cut()
        for id_ in (2, 3):
            far.exchange.tell(events(id_))
            await asyncio.sleep(WINDOW)
        near.exchange.tell(events(4))
        await asyncio.sleep(1)
        assert far.missed == 0
        line.mend()
        await eventually(lambda: set(near.heard) == set(events(1, 2, 3, 4)), 8)
        await eventually(lambda: events(4)[0] in far.heard or far.missed > 0, 8)


async def test_what_is_told_while_there_is_no_server_is_not_lost(redis: Redis) -> None:
    async with anggota(redis.url, 2) as members:
        with redis.down():
            await asyncio.sleep(0.5)
            for id_, member in enumerate(members):
                member.exchange.tell(events(id_))
            await asyncio.sleep(0.5)
        for id_, member in enumerate(reversed(members)):
            wanted = events(id_)[0]
            await eventually(lambda m=member, w=wanted: w in m.heard or m.missed > 0, 8)  # type: ignore[misc]
        await eventually(lambda: all(m.exchange.link.connected for m in members), 8)
        for here, there in (members, reversed(members)):
            here.exchange.tell(events(7))
            await eventually(lambda there=there: events(7)[0] in there.heard)  # type: ignore[misc]


async def test_who_leaves_tells_what_is_left_to_tell_and_is_not_missed(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "BEAT", 0.1)
    monkeypatch.setattr(exchange, "SILENT", 0.5)
    async with anggota(url, 1) as [here]:
        for turns in range(12):  # of the loop: till the message is about to go, goes, is gone
            leaving = Exchange(url, WINDOW, lambda _: None, lambda: None)
            await leaving.start()
            leaving.tell(events(turns))
            for _ in range(turns):
                await asyncio.sleep(0)
            await leaving.stop()
        await eventually(lambda: set(here.heard) == set(events(*range(12))))
        await asyncio.sleep(1)
        assert here.missed == 0
