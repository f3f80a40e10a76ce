"""Delete a draft SKP with everything in it."""

from models.database import execute, fetch
from models.errors import ConflictError
from models.rules.aktor import Aktor
from models.rules.vocabulary import AksiSkp
from resolvers.skp.tulis import load_for
from resolvers.unit_of_work import unit_of_work
from subscriptions.events import NOTIFIKASI, SKP, Event


async def hapus(aktor: Aktor, skp_id: int) -> int:
    """Returns the id that was. Raises NotFoundError, Refused, ConflictError."""
    async with unit_of_work(aktor) as work:
        involved = await _in_its_matrix(skp_id)
        await work.lock_pegawai(aktor.pegawai_id, *involved)  # at once, in order: no deadlock
        skp = await load_for(work, skp_id, AksiSkp.HAPUS)
        if await _in_its_matrix(skp_id) != involved:
            raise ConflictError
        work.events += [Event(NOTIFIKASI, told) for told in await _told_of(skp_id)]
        async with work.counting(skp.keadaan.pegawai_id, *involved):
            await execute("DELETE FROM skp WHERE id = $1", [skp.id])
        work.events.append(Event(SKP, skp.keadaan.pegawai_id))
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
        " WHERE matriks.skp_id = $1 ORDER BY plan.pegawai_id",
        [skp_id],
    )
    return [row["pegawai_id"] for row in rows]


async def _told_of(skp_id: int) -> list[int]:
    """Whose notifications go with the SKP."""
    rows = await fetch("SELECT DISTINCT pegawai_id FROM notifikasi WHERE skp_id = $1", [skp_id])
    return [row["pegawai_id"] for row in rows]
