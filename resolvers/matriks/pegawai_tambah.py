"""Put an SKP into a matrix by hand (*Tambah Pegawai*, manual 5.1)."""

from models.database import insert
from models.rules.aktor import Aktor
from models.rules.matriks import baris_refusals
from models.rules.vocabulary import JenisNotifikasi
from resolvers.matriks.baris import record_row
from resolvers.matriks.muat import is_in, load_matriks, load_plan
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
        await record_row(work, "MATRIKS_PEGAWAI_TAMBAH", matriks, plan, "ke")
        await work.tell(plan.pegawai_id, JenisNotifikasi.MASUK_MATRIKS, skp_id)
    return matriks_id
