"""Remove an RHK, with its indikator, from a draft SKP."""

from models.database import fetch_value
from models.rules.aktor import Aktor
from models.rules.skp import rhk_refusals, terisi_refusals
from models.skp import Rhk
from models.terisi import DARI_RHK, terisi_sql
from resolvers.rhk.muat import load_rhk
from resolvers.skp.tulis import touch
from resolvers.unit_of_work import unit_of_work


async def hapus(aktor: Aktor, rhk_id: int) -> int:
    """Returns the id of the SKP it was in. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        rhk = await load_rhk(work, rhk_id)
        terisi = await fetch_value(f"SELECT {terisi_sql(DARI_RHK, '$1')}", [rhk_id])
        work.demand(
            rhk_refusals(await Rhk.filter(rhk_atasan_id=rhk_id).count()), terisi_refusals(terisi)
        )
        await Rhk.filter(id=rhk_id).delete()
        await touch(rhk.skp)
        dari = {"rhk_id": rhk_id, "uraian": rhk.row.uraian}
        await work.record("skp", rhk.skp.id, "RHK_HAPUS", dari=dari)
    return rhk.skp.id
