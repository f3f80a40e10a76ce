"""Put an SKP into a matrix by hand (*Tambah Pegawai*, manual 5.1)."""

from models.database import insert
from models.rules.aktor import Aktor
from models.rules.matriks import baris_refusals
from resolvers.matriks.muat import is_in, load_matriks, load_plan
from resolvers.matriks.sinkron import say
from resolvers.unit_of_work import unit_of_work


async def pegawai_tambah(aktor: Aktor, matriks_id: int, skp_id: int) -> int:
    """Returns the matrix's id. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        plan = await load_plan(aktor, skp_id)
        await work.lock_pegawai(aktor.pegawai_id, plan.pegawai_id)
        matriks = await load_matriks(work, matriks_id)
        plan = await load_plan(aktor, skp_id)  # again, now that it is locked
        work.demand(baris_refusals(matriks.top, plan, await is_in(matriks_id, skp_id)))
        async with work.counting(plan.pegawai_id):
            await insert("baris_matriks", matriks_id=matriks_id, skp_id=skp_id)
        say(work, [matriks.top.pegawai_id])
        ke = {"skp_id": skp_id, "tim_kerja_id": matriks.tim_kerja_id}
        await work.record("skp", matriks.top.skp_id, "MATRIKS_PEGAWAI_TAMBAH", ke=ke)
    return matriks_id
