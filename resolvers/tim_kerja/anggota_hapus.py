"""Take people out of a tim kerja, and out of its matrices."""

from collections.abc import Collection

from models.database import any_of, execute
from models.rules.aktor import Aktor
from models.rules.banyak import anggota_refusals as banyak_refusals
from resolvers.matriks.sinkron import leave_ketua, say
from resolvers.tim_kerja.muat import anggota_of, load_tim
from resolvers.unit_of_work import unit_of_work


async def anggota_hapus(aktor: Aktor, tim_id: int, pegawai_ids: Collection[int]) -> int:
    """Who is not in it is left alone. Returns the team's id. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        work.demand(banyak_refusals(len(pegawai_ids)))
        await load_tim(work, tim_id)  # before anybody is held up
        await work.lock_pegawai(aktor.pegawai_id, *pegawai_ids)
        tim = await load_tim(work, tim_id)
        gone = sorted(set(pegawai_ids) & await anggota_of(tim_id))
        if gone:
            async with work.counting(*gone):
                await leave_ketua(work, tim_id, gone)
                await execute(
                    f"DELETE FROM anggota_tim WHERE tim_kerja_id = $1"
                    f" AND {any_of('pegawai_id', '$2')}",
                    [tim_id, gone],
                )
            say(work, [tim.ketua_id, *gone])
            await work.record("timkerja", tim_id, "ANGGOTA_HAPUS", dari={"anggota": gone})
    return tim_id
