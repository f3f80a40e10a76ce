"""Add a rencana aksi to an RHK in a periode (manual 6.1.1)."""

from models.pelaksanaan import RencanaAksi
from models.rules.aktor import Aktor
from models.rules.batas import Batas, batas_refusals
from models.rules.teks import clean
from models.rules.vocabulary import AksiPenilaian
from resolvers.pelaksanaan.muat import open_periode
from resolvers.pelaksanaan.tulis import add
from resolvers.rencana_aksi.isi import uraian_refusals
from resolvers.rhk.muat import find_rhk
from resolvers.unit_of_work import unit_of_work


async def tambah(aktor: Aktor, rhk_id: int, periode_id: int, uraian: str | None) -> int:
    """Returns the new rencana aksi's id. Raises NotFoundError, Refused."""
    uraian = clean(uraian)
    async with unit_of_work(aktor) as work:
        skp = (await find_rhk(work, rhk_id)).skp
        await open_periode(work, skp, periode_id, AksiPenilaian.ISI_RENCANA_AKSI)
        place = {"rhk_id": rhk_id, "periode_id": periode_id}
        present = await RencanaAksi.filter(**place).count()
        work.demand(uraian_refusals(uraian), batas_refusals(Batas.RENCANA_AKSI, present))
        return await add(work, skp, RencanaAksi, **place, uraian=uraian)
