"""Deriving again who rates an SKP."""

from functools import partial

from models.counters import hari_ini
from models.database import fetch
from models.pejabat_penilai import pejabat_penilai_of
from models.rules.vocabulary import JenisNotifikasi
from resolvers.matriks.sinkron import People, around_skp, change_penilai, hold
from resolvers.skp.tulis import LockedSkp, load_skp, write
from resolvers.unit_of_work import UnitOfWork
from subscriptions.events import SKP, Event


async def ganti(
    work: UnitOfWork,
    skp: LockedSkp,
    held: People,
    pejabat_penilai_id: int | None,
    aksi: str,
) -> bool:
    """Have the SKP rated by this person, on record, and in his matrices; whether that is news.
    Whoever is around the SKP (`around_skp`) is held."""
    before = skp.keadaan.pejabat_penilai_id
    if before == pejabat_penilai_id:
        return False
    async with work.counting(*held):
        await write(skp, pejabat_penilai_id=pejabat_penilai_id)
        await change_penilai(work, skp.id, before)
    both = (before, pejabat_penilai_id)  # one has somebody less to rate, the other one more
    work.events += [Event(SKP, penilai_id) for penilai_id in both if penilai_id is not None]
    await work.record(
        "skp",
        skp.id,
        aksi,
        dari={"pejabat_penilai_id": before},
        ke={"pejabat_penilai_id": pejabat_penilai_id},
    )
    return True


async def turunkan_ulang(work: UnitOfWork, pegawai_id: int) -> None:
    """Derive the pejabat penilai of what a person, whose row is held, still plans: of his SKP that
    are neither over nor rated, whatever their status. Where nobody is found, the one who is there
    stays: an SKP that was submitted must not wait for no one."""
    after = await pejabat_penilai_of(pegawai_id)
    if after is None:
        return
    rows = await fetch(
        "SELECT id FROM skp WHERE pegawai_id = $1 AND periode_akhir >= $2 ORDER BY id",
        [pegawai_id, hari_ini()],
    )
    for row in rows:
        around = partial(around_skp, pegawai_id, row["id"])
        held = await hold(work, pegawai_id, and_=around)
        skp = await load_skp(work, row["id"])
        if not skp.keadaan.dinilai and await ganti(work, skp, held, after, "PEJABAT_PENILAI_GANTI"):
            for told in (pegawai_id, after):
                await work.tell(told, JenisNotifikasi.PEJABAT_PENILAI_DIGANTI, skp.id)
