"""Change a rencana aksi."""

from models.pelaksanaan import RencanaAksi
from models.rules.aktor import Aktor
from models.rules.teks import clean
from models.rules.vocabulary import AksiPenilaian
from resolvers.pelaksanaan.muat import open_periode
from resolvers.pelaksanaan.tulis import change
from resolvers.rencana_aksi.isi import uraian_refusals
from resolvers.skp.bagian import load_part
from resolvers.unit_of_work import unit_of_work


async def ubah(aktor: Aktor, rencana_aksi_id: int, uraian: str | None) -> int:
    """Returns the rencana aksi's id. Raises NotFoundError, Refused."""
    uraian = clean(uraian)
    async with unit_of_work(aktor) as work:
        skp, row = await load_part(work, RencanaAksi, rencana_aksi_id)
        await open_periode(work, skp, row.periode_id, AksiPenilaian.ISI_RENCANA_AKSI, named=False)
        work.demand(uraian_refusals(uraian))
        await change(work, skp, row, uraian=uraian)
    return rencana_aksi_id
