"""Things break while many work and watch: what was acknowledged stays, the counters hold, and
everybody soon sees the truth again."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import asyncpg
import pytest

from models.counters import differences
from models.database import close_database, open_database
from models.database.migrate import migrate
from tests.dunia import Dunia, buat_dunia
from tests.layanan import Layanan, layanan
from tests.live.klien import Pengamat, converge, progress, watching, working
from tests.live.peladen import Postgres, Redis
from tests.live.test_link import kill_listeners, kill_subscribers
from tests.server.test_proses import anak

pytestmark = pytest.mark.anyio

HEALING = 12  # seconds in which everybody sees the truth again

postgres = pytest.mark.parametrize("database_url", ["postgres"], indirect=True)


@pytest.fixture
def lewat_postgres(dunia: Dunia, database: str) -> Iterator[Layanan]:
    """Two processes; the database carries their news."""
    with layanan(
        database, proses=2, EKINERJA_BROADCAST_URL=database, EKINERJA_WINDOW_MS="50"
    ) as running:
        yield running


@pytest.fixture
def lewat_redis(dunia: Dunia, database: str, redis: Redis) -> Iterator[Layanan]:
    """Two processes; Redis carries their news."""
    with layanan(
        database, proses=2, EKINERJA_BROADCAST_URL=redis.url, EKINERJA_WINDOW_MS="50"
    ) as running:
        yield running


@asynccontextmanager
async def busy(service: Layanan, dunia: Dunia) -> AsyncIterator[list[Pengamat]]:
    """Many watch, several work: before, while and after the block breaks something. Then all must
    be well."""
    async with asyncio.timeout(60), watching(service, dunia, each=2) as watchers:
        async with working(service, dunia) as workers:
            await progress(workers, 20)
            yield watchers
            await progress(workers, 40)
        await converge(service, dunia, watchers, HEALING)
        for worker in workers:
            await worker.check()
        assert await differences() == []


@postgres
async def test_a_process_is_killed(dunia: Dunia, lewat_postgres: Layanan) -> None:
    children = anak(lewat_postgres)
    async with busy(lewat_postgres, dunia) as watchers:
        os.kill(min(children), signal.SIGKILL)
        await asyncio.sleep(1)
    assert any(watcher.lost for watcher in watchers)
    assert not all(watcher.lost for watcher in watchers)


@postgres
async def test_the_connections_of_the_link_are_killed(
    dunia: Dunia, lewat_postgres: Layanan, postgres_url: str
) -> None:
    async with busy(lewat_postgres, dunia) as watchers:
        for _ in range(2):
            await kill_listeners(postgres_url)
            await asyncio.sleep(0.7)
    assert not any(watcher.lost for watcher in watchers)


@postgres
async def test_redis_loses_its_subscribers_and_is_killed(
    dunia: Dunia, lewat_redis: Layanan, redis: Redis
) -> None:
    async with busy(lewat_redis, dunia) as watchers:
        await kill_subscribers(redis.url)
        await asyncio.sleep(0.5)
        with redis.down():
            await asyncio.sleep(1)
    assert not any(watcher.lost for watcher in watchers)


@pytest.fixture
async def rapuh(postgres_rapuh: Postgres) -> AsyncIterator[tuple[Dunia, Layanan]]:
    """The small world on a database server that may crash, and two processes that serve it."""
    admin = await asyncpg.connect(postgres_rapuh.url)
    await admin.execute("DROP DATABASE IF EXISTS rapuh WITH (FORCE)")
    await admin.execute("CREATE DATABASE rapuh")
    await admin.close()
    url = postgres_rapuh.url.replace("/postgres?", "/rapuh?")
    await open_database(url)
    try:
        await migrate()
        dunia = await buat_dunia()
        with layanan(url, proses=2, EKINERJA_BROADCAST_URL=url, EKINERJA_WINDOW_MS="50") as service:
            yield dunia, service
    finally:
        await close_database()


async def test_the_database_crashes(rapuh: tuple[Dunia, Layanan], postgres_rapuh: Postgres) -> None:
    dunia, service = rapuh
    async with busy(service, dunia) as watchers, postgres_rapuh.down():
        await asyncio.sleep(0.5)
    assert not any(watcher.lost for watcher in watchers)
