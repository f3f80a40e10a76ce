"""Remove an indikator from an RHK of a draft SKP."""

from models.pelaksanaan import Realisasi
from models.rules.aktor import Aktor
from models.rules.skp import terisi_refusals
from models.skp import Indikator
from resolvers.indikator.muat import load_indikator
from resolvers.skp.tulis import touch
from resolvers.unit_of_work import unit_of_work


async def hapus(aktor: Aktor, indikator_id: int) -> int:
    """Returns the id of the RHK it was under. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        indikator = await load_indikator(work, indikator_id)
        work.demand(terisi_refusals(await Realisasi.filter(indikator_id=indikator_id).count()))
        await Indikator.filter(id=indikator_id).delete()
        await touch(indikator.skp)
        dari = {"indikator_id": indikator_id, "uraian": indikator.row.uraian}
        await work.record("skp", indikator.skp.id, "INDIKATOR_HAPUS", dari=dari)
    return indikator.row.rhk_id
