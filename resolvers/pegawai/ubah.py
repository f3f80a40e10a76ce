"""Change what is kept of a pegawai."""

from collections.abc import Mapping
from typing import Any

from models.rules.aktor import Aktor
from resolvers.pegawai.muat import load_pegawai
from resolvers.pegawai.tulis import ubah_isi
from resolvers.unit_of_work import unit_of_work


async def ubah(aktor: Aktor, pegawai_id: int, changes: Mapping[str, Any]) -> int:
    """`changes` holds fields of IsiPegawai. Returns his id. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        await ubah_isi(work, await load_pegawai(work, pegawai_id), changes)
    return pegawai_id
