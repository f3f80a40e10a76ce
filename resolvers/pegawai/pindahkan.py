"""Move a pegawai to another unor (manual 2: Manajemen Pegawai)."""

from collections.abc import Mapping
from typing import Any

from models.rules.aktor import Aktor
from resolvers.pegawai.muat import load_pegawai
from resolvers.pegawai.tulis import tempatkan
from resolvers.unit_of_work import unit_of_work
from resolvers.unor.muat import instansi_of


async def pindahkan(aktor: Aktor, pegawai_id: int, unor_id: int, jabatan: Mapping[str, Any]) -> int:
    """`jabatan` holds any of jenis_jabatan and nama_jabatan. Returns the pegawai's id. Raises
    NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        instansi_id = await instansi_of(work, unor_id)
        pegawai = await load_pegawai(work, pegawai_id, instansi_id)
        await tempatkan(work, pegawai, unor_id, jabatan)
    return pegawai_id
