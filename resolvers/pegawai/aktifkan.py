"""Take a pegawai back."""

from models.rules.aktor import Aktor
from models.rules.struktur import unor_aktif_refusals
from resolvers.pegawai.muat import load_pegawai
from resolvers.pegawai.tulis import write_pegawai
from resolvers.unit_of_work import unit_of_work
from resolvers.unor.muat import keadaan_unor


async def aktifkan(aktor: Aktor, pegawai_id: int) -> int:
    """Returns the pegawai's id. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        pegawai = await load_pegawai(work, pegawai_id)
        work.demand(unor_aktif_refusals(await keadaan_unor(pegawai.unor_id)))
        await write_pegawai(work, pegawai, "AKTIFKAN", {"aktif": True})
    return pegawai_id
