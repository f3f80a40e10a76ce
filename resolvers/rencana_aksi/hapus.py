"""Remove a rencana aksi."""

from models.pelaksanaan import Eviden, ProgresHarian, Realisasi, RencanaAksi
from models.rules.aktor import Aktor
from models.rules.alasan import Alasan
from models.rules.pelaksanaan import rencana_aksi_hapus_refusals
from models.rules.vocabulary import AksiPenilaian
from resolvers.pelaksanaan.muat import open_periode
from resolvers.pelaksanaan.tulis import remove
from resolvers.skp.bagian import load_part
from resolvers.unit_of_work import unit_of_work


async def hapus(aktor: Aktor, rencana_aksi_id: int) -> int:
    """Returns the id of the RHK that it was for. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        skp, row = await load_part(work, RencanaAksi, rencana_aksi_id)
        await open_periode(work, skp, row.periode_id, AksiPenilaian.ISI_RENCANA_AKSI, named=False)
        work.demand(await _refusals(row))
        await remove(work, skp, row)
    return row.rhk_id


async def _refusals(row: RencanaAksi) -> tuple[Alasan, ...]:
    place = {"rhk_id": row.rhk_id, "periode_id": row.periode_id}
    hasil = await Eviden.filter(**place).count()
    hasil += await Realisasi.filter(indikator__rhk_id=row.rhk_id, periode_id=row.periode_id).count()
    return rencana_aksi_hapus_refusals(
        progres=await ProgresHarian.filter(rencana_aksi_id=row.id).count(),
        is_last=await RencanaAksi.filter(**place).count() == 1,
        hasil=hasil,
    )
