"""Rename a tim kerja."""

from models.rules.aktor import Aktor
from models.rules.teks import clean
from models.rules.tim_kerja import nama_refusals
from models.tim_kerja import TimKerja
from resolvers.matriks.sinkron import say
from resolvers.tim_kerja.muat import is_taken, load_tim
from resolvers.unit_of_work import unit_of_work


async def ubah(aktor: Aktor, tim_id: int, nama: str | None) -> int:
    """With None the name stays. Returns the team's id. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        await work.lock_pegawai(aktor.pegawai_id)
        tim = await load_tim(work, tim_id)
        after = tim.nama if nama is None else clean(nama)
        work.demand(nama_refusals(after, await is_taken(after, tim.ketua_id, tim.tahun, tim_id)))
        if after != tim.nama:
            await TimKerja.filter(id=tim_id).update(nama=after)
            say(work, [tim.ketua_id])
            dari, ke = {"nama": tim.nama}, {"nama": after}
            await work.record("timkerja", tim_id, "UBAH", dari=dari, ke=ke)
    return tim_id
