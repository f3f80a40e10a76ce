"""Name who rates a pegawai, whatever the unor tree says."""

from models.rules.aktor import Aktor
from resolvers.pegawai.muat import load_pegawai
from resolvers.pegawai.tulis import tetapkan_pejabat_penilai
from resolvers.unit_of_work import unit_of_work


async def pejabat_penilai_tetapkan(aktor: Aktor, pegawai_id: int, atasan_id: int | None) -> int:
    """Returns the pegawai's id. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        pegawai = await load_pegawai(work, pegawai_id)
        await tetapkan_pejabat_penilai(work, pegawai, atasan_id)
    return pegawai_id
