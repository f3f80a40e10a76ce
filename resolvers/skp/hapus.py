"""Delete a draft SKP with everything in it."""

from functools import partial

from models.database import execute, fetch
from models.rules.aktor import Aktor
from models.rules.vocabulary import AksiSkp
from resolvers.matriks.sinkron import around_skp, hold, leave_everything
from resolvers.skp.tulis import load_for
from resolvers.unit_of_work import unit_of_work
from subscriptions.events import NOTIFIKASI, SKP, Event


async def hapus(aktor: Aktor, skp_id: int) -> int:
    """Returns the id that was. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        held = await hold(
            work, aktor.pegawai_id, and_=partial(around_skp, aktor.pegawai_id, skp_id)
        )
        skp = await load_for(work, skp_id, AksiSkp.HAPUS)
        work.events += [Event(NOTIFIKASI, told) for told in await _told_of(skp_id)]
        async with work.counting(*held):
            await leave_everything(work, skp.id)
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


async def _told_of(skp_id: int) -> list[int]:
    """Whose notifications go with the SKP."""
    rows = await fetch("SELECT DISTINCT pegawai_id FROM notifikasi WHERE skp_id = $1", [skp_id])
    return [row["pegawai_id"] for row in rows]
