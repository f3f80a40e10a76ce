"""A client that goes away in the middle of a write harms nobody else."""

import asyncio
import contextlib

import pytest

from models.counters import differences
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
    assert [d for d in await differences() if d.tahun is not None] == []
