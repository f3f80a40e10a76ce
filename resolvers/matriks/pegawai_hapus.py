"""Take an SKP out of a matrix (manual 5.1)."""

from models.database import execute
from models.rules.aktor import Aktor
from models.rules.matriks import NOT_IN_IT
from models.scopes import skp_bermatriks
from resolvers.matriks.baris import record_row
from resolvers.matriks.muat import is_in, load_matriks, load_plan
from resolvers.unit_of_work import unit_of_work


async def pegawai_hapus(aktor: Aktor, matriks_id: int, skp_id: int) -> int:
    """Returns the matrix's id. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        plan = await load_plan(aktor, skp_id, skp_bermatriks)
        await work.lock_pegawai(aktor.pegawai_id, plan.pegawai_id)
        matriks = await load_matriks(work, matriks_id)
        work.demand(() if await is_in(matriks_id, skp_id) else (NOT_IN_IT,))
        async with work.counting(plan.pegawai_id):
            await execute(
                "DELETE FROM baris_matriks WHERE matriks_id = $1 AND skp_id = $2",
                [matriks_id, skp_id],
            )
        await record_row(work, "MATRIKS_PEGAWAI_HAPUS", matriks, plan, "dari")
    return matriks_id
