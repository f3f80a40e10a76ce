"""Let a pegawai go: his posts are vacant, his sessions over, and somebody else
rates those who wait for him."""

from models.database import execute
from models.rules.aktor import Aktor
from models.rules.struktur import nonaktif_pegawai_refusals
from resolvers.pegawai.muat import keadaan_pegawai, load_pegawai
from resolvers.pegawai.tulis import write_pegawai
from resolvers.skp.pejabat_penilai import wariskan
from resolvers.unit_of_work import unit_of_work
from resolvers.unor.tulis import vacate_posts

_END_SESSIONS = "DELETE FROM sesi WHERE akun_id IN (SELECT id FROM akun WHERE pegawai_id = $1)"


async def nonaktifkan(aktor: Aktor, pegawai_id: int) -> int:
    """Returns the pegawai's id. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        pegawai = await load_pegawai(work, pegawai_id)
        work.demand(nonaktif_pegawai_refusals(aktor, keadaan_pegawai(pegawai)))
        await write_pegawai(work, pegawai, "NONAKTIFKAN", {"aktif": False})
        await vacate_posts(work, pegawai_id, pegawai.instansi_id)
        await wariskan(work, pegawai_id)
        await execute(_END_SESSIONS, [pegawai_id])
    return pegawai_id
