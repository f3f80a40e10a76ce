"""Remove a progres harian."""

from models.pelaksanaan import ProgresHarian, RencanaAksi
from models.rules.aktor import Aktor
from models.rules.vocabulary import AksiPenilaian
from resolvers.pelaksanaan.muat import open_periode
from resolvers.pelaksanaan.tulis import remove
from resolvers.skp.bagian import load_part
from resolvers.unit_of_work import unit_of_work


async def hapus(aktor: Aktor, progres_id: int) -> int:
    """Returns the id of the rencana aksi that it was for. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        skp, row = await load_part(work, ProgresHarian, progres_id)
        rencana = await RencanaAksi.get(id=row.rencana_aksi_id)
        await open_periode(work, skp, rencana.periode_id, AksiPenilaian.ISI_REALISASI, named=False)
        await remove(work, skp, row)
    return rencana.id
