"""The agency's SKP as they stood before, and its counters held against a recount."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg

from models import counters
from models.database import close_database, execute, fetch, open_database

GROWING = ("riwayat", "notifikasi")  # what a change adds rows to; not every one may be there yet


class WrongCountersError(Exception):
    """The counters are not what the tables say."""


@asynccontextmanager
async def _opened(url: str) -> AsyncIterator[None]:
    await open_database(url)
    try:
        yield
    finally:
        await close_database()


async def put_back(url: str) -> None:
    """Every submitted SKP a draft again, no trace of it left, the counters right, the tables as
    small as before."""
    async with _opened(url):
        await execute(
            "UPDATE skp SET status = 'DRAFT', versi = 1"
            " WHERE status = 'PENGAJUAN' OR (status = 'DRAFT' AND versi <> 1)"
        )
        known = await fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        there = {row["tablename"] for row in known}
        await execute(f"TRUNCATE {', '.join(name for name in GROWING if name in there)}")
        await counters.recount()
    await run(url, "VACUUM ANALYZE")
    await run(url, "CHECKPOINT")


async def check(url: str, amount: int | None = None) -> None:
    """Raises WrongCountersError unless the counters equal a recount, and as many SKP as said are
    submitted."""
    async with _opened(url):
        wrong = await counters.differences()
    if wrong:
        raise WrongCountersError(f"{len(wrong)} counters are wrong, such as {wrong[0]}")
    if amount is not None and (found := len(await submitted(url))) != amount:
        raise WrongCountersError(f"{found} SKP are submitted instead of {amount}")


async def submitted(url: str) -> set[int]:
    """The pegawai whose SKP is submitted."""
    async with _opened(url):
        rows = await fetch("SELECT pegawai_id FROM skp WHERE status = 'PENGAJUAN'")
    return {row["pegawai_id"] for row in rows}


async def deadlocks(url: str) -> int:
    """How many the database has broken so far."""
    connection = await asyncpg.connect(url)
    try:
        return int(
            await connection.fetchval(
                "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
            )
        )
    finally:
        await connection.close()


async def run(url: str, statement: str) -> None:
    """Run a statement outside any transaction."""
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
