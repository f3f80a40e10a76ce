"""A client that goes away in the middle of a write harms nobody else."""

import asyncio
import contextlib
import json
import os
import signal
import threading
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

import pytest

from models.counters import PEGAWAI, differences
from models.database import close_database, fetch, open_database, read_text
from models.skp import Skp
from tests.buatan import SKP_BUAT, masukan_skp
from tests.dunia import Dunia, orang

pytestmark = pytest.mark.anyio


async def test_writes_go_on_after_many_were_cancelled(dunia: Dunia) -> None:
    for turn in range(100):
        write = asyncio.create_task(dunia.staf.minta(SKP_BUAT, input=masukan_skp()))
        await asyncio.sleep(turn % 10 / 1000)
        write.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await write

    baru = await orang("baru", dunia.bagian)
    async with asyncio.timeout(10):
        assert (await baru.minta(SKP_BUAT, input=masukan_skp())).user_errors() == []

    assert await Skp.filter(pegawai_id=baru.pegawai.id).count() == 1
    assert await Skp.filter(pegawai_id=dunia.staf.pegawai.id).count() <= 1
    assert [d for d in await differences() if d.share.cell.hitungan != PEGAWAI] == []


SLOW = (
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000)"
    " SELECT CAST(count(*) AS text) FROM n"
)


async def test_closing_ends_the_reads_that_still_run(database: str) -> None:
    """A connection left open would keep the process from ending."""
    reads = [asyncio.create_task(read_text(SLOW, [])) for _ in range(4)]
    await asyncio.sleep(0.5)
    async with asyncio.timeout(15):
        await close_database()
        outcomes = await asyncio.gather(*reads, return_exceptions=True)
    assert all(isinstance(outcome, BaseException) for outcome in outcomes)
    for thread in threading.enumerate():
        if "_connection_worker" in thread.name:
            thread.join(5)
            assert not thread.is_alive()
    await open_database(database)


@pytest.fixture
async def postgres(postgres_database: str) -> AsyncIterator[None]:
    await open_database(postgres_database, pool_size=1)
    yield
    await close_database()


@pytest.mark.parametrize("ask", [read_text, fetch])
async def test_a_cancel_that_the_server_forgets_ends_the_statement_all_the_same(
    postgres: None, ask: Callable[[str, list[object]], Coroutine[Any, Any, object]]
) -> None:
    """A server forgets a cancel that comes before it has read what is to be cancelled."""
    tidur = "SELECT pg_sleep($1)::text"
    await ask(tidur, [0.0])  # prepared by now: the next one is sent in one go
    pid = int(await read_text("SELECT pg_backend_pid()::text", []) or "")
    os.kill(pid, signal.SIGSTOP)
    try:
        reading = asyncio.create_task(ask(tidur, [60.0]))
        await asyncio.sleep(0.2)
        reading.cancel()
        await asyncio.sleep(0.2)
    finally:
        os.kill(pid, signal.SIGCONT)
    async with asyncio.timeout(10):
        with pytest.raises(asyncio.CancelledError):
            await reading
        while pid in await _connected():  # noqa: ASYNC110 - the server's end is not ours
            await asyncio.sleep(0.1)


async def _connected() -> list[int]:
    """The processes of PostgreSQL that serve somebody."""
    pids = await read_text("SELECT json_agg(pid)::text FROM pg_stat_activity", [])
    return list(json.loads(pids or "[]"))
