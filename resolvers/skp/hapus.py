"""Delete a draft SKP with everything in it."""

from models.database import execute, fetch
from models.rules.aktor import Aktor
from models.rules.vocabulary import AksiSkp
from resolvers.skp.tulis import load_for
from resolvers.unit_of_work import unit_of_work


async def hapus(aktor: Aktor, skp_id: int) -> int:
    """Returns the id that was. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        skp = await load_for(work, skp_id, AksiSkp.HAPUS)
        involved = await _in_its_matrix(skp.id)
        await work.lock_pegawai(*involved)
        async with work.counting(skp.keadaan.pegawai_id, *involved):
            await execute("DELETE FROM skp WHERE id = $1", [skp.id])
        awal, akhir = skp.periode
        await work.record(
            "skp",
            skp.id,
            AksiSkp.HAPUS.value,
            dari={"periode_awal": awal, "periode_akhir": akhir, "rhk_utama": skp.keadaan.rhk_utama},
        )
    return skp_id


async def _in_its_matrix(skp_id: int) -> list[int]:
    """Whose SKP stand in the SKP's matrix, which goes with it."""
    rows = await fetch(
        "SELECT DISTINCT plan.pegawai_id FROM matriks JOIN baris_matriks baris"
        " ON baris.matriks_id = matriks.id JOIN skp plan ON plan.id = baris.skp_id"
        " WHERE matriks.skp_id = $1",
        [skp_id],
    )
    return [row["pegawai_id"] for row in rows]
